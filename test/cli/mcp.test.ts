import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '../../server/src/locale/en.ts'
import { toolsFor } from '../../server/src/cli/mcp.ts'
import { answerLine, answerLines, type Tool } from '../../server/src/cli/mcp-protocol.ts'
import { PassThrough } from 'node:stream'
import '../support/fixtures.ts'

interface Answer {
  readonly id: number | null
  readonly result?: { readonly content?: readonly { readonly text: string }[]; readonly isError?: boolean } & Record<
    string,
    unknown
  >
  readonly error?: { readonly code: number }
}

describe('tools for assistants', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  before(() => {
    writeFileSync(
      join(folder, 'topic.yaml'),
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 2\n',
    )
    writeFileSync(
      join(folder, 'orders-value.avsc'),
      '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}',
    )
    writeFileSync(
      join(folder, 'sink.json'),
      '{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "us-east-1", "aws.secret.access.key": "hunter2hunter2"}}',
    )
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const ask = async (method: string, params?: object): Promise<Answer> =>
    (await answerLine(
      JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      toolsFor([folder], inEnglish),
    )) as Answer
  const call = async (name: string, given: object = {}): Promise<string> =>
    (await ask('tools/call', { name, arguments: given })).result?.content?.[0]?.text ?? ''

  it('greets in the version of the client where it knows it, and lists tools that only read', async () => {
    assert.equal((await ask('initialize', { protocolVersion: '2024-11-05' })).result?.protocolVersion, '2024-11-05')
    assert.equal((await ask('initialize', { protocolVersion: '1999-01-01' })).result?.protocolVersion, '2025-06-18')
    const { tools } = (await ask('tools/list')).result as unknown as {
      tools: { name: string; annotations: { readOnlyHint: boolean } }[]
    }
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations.readOnlyHint]),
      [
        ['findings', true],
        ['record', true],
        ['flow', true],
        ['explain', true],
      ],
    )
  })

  it('tells findings, the record, the flow of a topic and a rule, and no secret', async () => {
    const found = JSON.parse(await call('findings', { code: 'KR301' })) as {
      findings: { place: string; message: string }[]
    }
    assert.deepEqual(
      found.findings.map(({ message }) => message),
      ['Topic orders has 2 replicas; use at least 3, on as many brokers'],
    )
    assert.match(found.findings[0]?.place ?? '', /topic\.yaml:6$/)
    assert.match(await call('record'), /^# Record of processing activities/)
    assert.match(await call('record', { activity: 'orders' }), /^## orders/)
    assert.match(await call('record', { activity: 'nothing' }), /orders/)
    assert.match(await call('flow', { topic: 'orders' }), /^flowchart LR[\s\S]*s-1/)
    assert.match(await call('explain', { code: 'KR301' }), /^# KR301/)
    assert.equal(await call('explain', { code: 'KR999' }), 'No rule has the code KR999.')
    assert.equal(await call('flow', { topic: 'returns' }), 'Nothing is called returns.')
    for (const text of [await call('findings', { level: 'hint' }), await call('record'), await call('flow')])
      assert.doesNotMatch(text, /hunter2/)
  })

  it('refuses what it does not know', async () => {
    assert.equal((await ask('tools/call', { name: 'delete' })).error?.code, -32602)
    assert.equal((await ask('tools/call', { name: 'explain' })).error?.code, -32602)
    assert.equal((await ask('tools/call', { name: 'findings', arguments: { constructor: 'x' } })).error?.code, -32602)
    assert.equal((await ask('resources/list')).error?.code, -32601)
    assert.equal(((await answerLine('{', [])) as Answer).error?.code, -32700)
    assert.equal(await answerLine('{"jsonrpc":"2.0","method":"notifications/initialized"}', []), undefined)
  })

  it('answers whatever is sent, in words', async () => {
    const tools = toolsFor([join(folder, 'missing')], inEnglish)
    const codeOf = async (line: string): Promise<unknown> => ((await answerLine(line, tools)) as Answer).error?.code
    for (const line of ['', 'x', 'null', '5', '[]', '"x"', '['.repeat(100_000), '\u0000'])
      assert.equal(await codeOf(line), -32700, line.slice(0, 9))
    for (const method of ['5', 'null', '{}', '["ping"]', 'true'])
      assert.equal(await codeOf(`{"id":1,"method":${method}}`), -32600, method)
    assert.equal(await codeOf('{"id":1}'), -32600)
    assert.equal(await codeOf('{"id":1,"method":"toString"}'), -32601)
    for (const params of [
      'null',
      '5',
      '"x"',
      '[]',
      '{"name":"__proto__"}',
      '{"name":"findings","arguments":"x"}',
      '{"name":"findings","arguments":{"__proto__":"x"}}',
      '{"name":"findings","arguments":{"path":5}}',
      '{"name":"findings","arguments":{"level":"toString"}}',
    ])
      assert.equal(await codeOf(`{"id":1,"method":"tools/call","params":${params}}`), -32602, params)
    const failed = (await answerLine('{"id":1,"method":"tools/call","params":{"name":"record"}}', tools)) as Answer
    assert.equal(failed.result?.isError, true)
    assert.match(failed.result?.content?.[0]?.text ?? '', /no such file or folder: .*missing/)
  })

  it('says where it failed itself, and nothing to who asked for no answer', async () => {
    const broken: Tool = {
      name: 'broken',
      description: 'x',
      call: () => Promise.resolve(''),
      get properties(): never {
        throw new Error('properties are broken')
      },
    }
    const { error } = (await answerLine('{"id":1,"method":"tools/list"}', [broken])) as Answer
    assert.deepEqual(error, { code: -32603, message: 'properties are broken' })
    for (const line of ['{"method":"tools/list"}', '{"method":"nothing"}', '{"method":"ping"}'])
      assert.equal(await answerLine(line, [broken]), undefined, line)
  })

  it('ends a line that does not end', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const done = answerLines(input, output, [])
    for (let i = 0; i < 500; i++) input.write('x'.repeat(100_000))
    input.end('\n{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
    await done
    assert.match(String(output.read()), /-32700[^\n]*\n[^\n]*"id":2,"result":\{\}/)
  }).timeout(20_000)

  it('answers line by line, however the lines arrive', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const done = answerLines(input, output, [])
    input.write('{"jsonrpc":"2.0","id":1,"met')
    input.write('hod":"ping"}\n\n{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
    input.end()
    await done
    output.end()
    assert.equal(String(output.read()), '{"jsonrpc":"2.0","id":1,"result":{}}\n{"jsonrpc":"2.0","id":2,"result":{}}\n')
  })
})

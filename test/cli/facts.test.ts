import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runIn, type Outcome } from '../support/command-line.ts'
import { writeFiles } from '../support/git.ts'
import { topic } from '../support/shop.ts'

const sink =
  '{"name": "crm", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "patients", "s3.region": "ap-south-1", "aws.secret.access.key": "Winterhafen/2291+Lindau"}}\n'
const schema =
  '{"type": "record", "name": "Patient", "fields": [{"name": "diagnosis", "type": "string"}, {"name": "email", "type": "string"}]}\n'

describe('facts', function () {
  this.timeout(60_000)
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const tell = async (name: string, files: Record<string, string>): Promise<string> => {
    const { status, out, problems } = await runIn(join(folder, name), files, 'facts', '.', '--name', name)
    assert.deepEqual([status, problems], [0, ''])
    writeFileSync(join(folder, `${name}.json`), out)
    return out
  }
  const run = (...args: string[]): Promise<Outcome> => runIn(folder, {}, ...args)
  const codes = ({ out }: Outcome): string[] =>
    (
      JSON.parse(out) as { findings: { code: string; file: string; range: { start: { line: number } } }[] }
    ).findings.map(({ code, file, range }) => `${code} ${file}:${range.start.line}`)

  it('join a sink of one repository with the schema of another', async () => {
    const sinks = await tell('sinks', { 'connectors/crm.json': sink })
    await tell('schemas', { 'avro/patients-value.avsc': schema })
    assert.ok(!sinks.includes('Winterhafen'))

    const alone = codes(await run('check', '--facts', 'sinks.json', '--format', 'json'))
    const joined = codes(await run('check', '--facts', 'sinks.json', 'schemas.json', '--format', 'json'))
    assert.ok(alone.includes('KR505 sinks/connectors/crm.json:1'))
    assert.deepEqual(
      joined.filter(code => code.includes('sinks/') && !alone.includes(code)),
      ['KR604 sinks/connectors/crm.json:1', 'KR107 sinks/connectors/crm.json:1'],
    )
    const record = (await run('record', '--facts', 'sinks.json', 'schemas.json')).out
    assert.match(record, /diagnosis[^\n]*schemas\/avro\/patients-value\.avsc:1/)
    assert.match(record, /sink crm to India[^\n]*sinks\/connectors\/crm\.json:1/)
    for (const [format, beginning] of [
      [[], /^<svg [\s\S]*crm[\s\S]*<\/svg>\s*$/],
      [['--format', 'svg'], /^<svg [\s\S]*crm/],
      [['--format', 'mermaid'], /^flowchart [\s\S]*crm/],
    ] as const)
      assert.match((await run('flow', '--facts', 'sinks.json', 'schemas.json', ...format)).out, beginning)
  })

  it('tell files by their paths from the folder that holds all of them', async () => {
    writeFiles(folder, { 'r/t.yaml': topic(3), 'rest/sub/u.yaml': topic(3, 'u'), 'r/v/w.yaml': topic(3, 'w') })
    for (const [paths, told] of [
      [['.'], ['t.yaml', 'v/w.yaml']],
      [['v'], ['v/w.yaml']],
      [['../rest'], ['rest/sub/u.yaml']],
      [
        ['../rest', 't.yaml'],
        ['r/t.yaml', 'rest/sub/u.yaml'],
      ],
    ] as const) {
      const { out } = await runIn(join(folder, 'r'), {}, 'facts', ...paths)
      const { files } = JSON.parse(out) as { files: { path: string }[] }
      assert.deepEqual(
        files.map(({ path }) => path),
        told,
      )
    }
  })

  it('are read from a folder, its files of JSON alone', async () => {
    await tell('b', { 'connectors/crm.json': sink })
    await tell('a', { 'avro/patients-value.avsc': schema })
    mkdirSync(join(folder, 'told'))
    for (const name of ['a', 'b']) renameSync(join(folder, `${name}.json`), join(folder, 'told', `${name}.json`))
    writeFileSync(join(folder, 'told', 'README.md'), 'What each repository has told.\n')
    const together = await run('check', '--facts', 'told', '--format', 'json')
    assert.equal(together.out, (await run('check', '--facts', 'told/a.json', 'told/b.json', '--format', 'json')).out)
    assert.ok(codes(together).includes('KR107 b/connectors/crm.json:1'))
    mkdirSync(join(folder, 'empty'))
    assert.deepEqual((await run('check', '--facts', 'empty')).status, 2)
  })

  it('are compared', async () => {
    await tell('before', { 'connectors/crm.json': sink.replace('ap-south-1', 'eu-west-1') })
    await tell('after', { 'connectors/crm.json': sink })
    for (const name of ['before', 'after']) {
      const text = JSON.stringify({ ...JSON.parse(await tell(name, {})), repository: 'sinks' })
      writeFileSync(join(folder, `${name}.json`), text)
    }
    const { out } = await run('diff', '--facts', 'before.json', 'after.json')
    assert.match(
      out,
      /error new-transfer: Sink "crm" writes to ap-south-1 \(India\)[^\n]*\n {2}sinks\/connectors\/crm\.json:1\n/,
    )
  })

  it('are rows of the same columns', async () => {
    await tell('schemas', { 'avro/patients-value.avsc': schema, 'connectors/crm.json': sink })
    const { out } = await run('facts', '--facts', 'schemas.json')
    const rows = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    assert.equal(new Set(rows.map(row => Object.keys(row).join())).size, 1)
    assert.deepEqual(
      rows
        .filter(({ row }) => row === 'personal_data' || row === 'destination')
        .map(({ row, name, field, special, countries, line }) => [row, name, field, special, countries, line]),
      [
        ['personal_data', 'Patient', 'diagnosis', true, null, 1],
        ['personal_data', 'Patient', 'email', false, null, 1],
        ['destination', 'crm', null, null, 'IN', 1],
      ],
    )
  })

  const problems: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', 'x', /f\.json is no JSON/],
    ['of somebody else', '{"version": 1}', /f\.json was not written by kafka-review facts/],
    ['of another version', '{"kafkaReviewFacts": 0}', /f\.json was written by another version/],
    [
      'of another program that knows more',
      '{"kafkaReviewFacts": 1, "program": "99.0.0", "repository": "r", "files": [{"path": "a", "facts": {"more": 1}}]}',
      /f\.json was written by another version/,
    ],
    ['without files', '{"kafkaReviewFacts": 1}', /f\.json was not written by kafka-review facts/],
  ]
  for (const [what, text, expected] of problems)
    it(`that are ${what} are refused`, async () => {
      writeFileSync(join(folder, 'f.json'), text)
      const { status, problems: said } = await run('check', '--facts', 'f.json')
      assert.equal(status, 2)
      assert.match(said, expected)
    })

  it('of two repositories of one name are refused', async () => {
    const text = await tell('r', { 'connectors/crm.json': sink })
    writeFileSync(join(folder, 'other.json'), text)
    const { status, problems: said } = await run('check', '--facts', 'r.json', 'other.json')
    assert.equal(status, 2)
    assert.match(said, /r\.json and other\.json both tell of a repository called r/)
  })
})

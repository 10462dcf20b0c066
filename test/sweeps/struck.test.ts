import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { toolsFor } from '../../server/src/cli/mcp.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { runIn } from '../support/command-line.ts'
import { startClient } from '../support/client.ts'
import { outputsOf, outputsOfChange } from '../support/outputs.ts'
import { stateOf, type Texts } from '../support/states.ts'

/** Passwords that are names as well: of what may have any name, and of what may have letters and digits only. */
const [odd, plain] = ['Winter_hafen-2291', 'Nordhafen4417']
const isTold = /Winter\\?_hafen|Nordhafen/

const passwords = {
  'client.properties': `bootstrap.servers=kafka:9093\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="${odd}";\nssl.key.password=${plain}\n`,
}
const named = {
  '.kafka-review.yaml': `version: 1\nrecord:\n  controller: { name: ${odd} GmbH, address: x, contact: y }\n  activities:\n    - { match: "${odd}", name: ${plain}, purposes: [to sell ${odd}], legalBasis: contract, subjects: [customers], owner: ${odd} }\nignore:\n  - { path: "kafka.yaml", code: KR301, reason: ${odd} said so }\n`,
  'kafka.yaml': `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${odd}\n  labels: { strimzi.io/cluster: ${plain} }\nspec:\n  replicas: 1\n  config: { retention.ms: -1 }\n---\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: ${plain}\nspec:\n  kafka:\n    config: { min.insync.replicas: 1 }\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: ${plain}\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: group, name: ${odd}-payment, patternType: literal }\n        operations: [Read]\n      - resource: { type: topic, name: ${odd}, patternType: literal }\n        operations: [Read]\n`,
  'sink.json': `{"name": "${plain}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "${odd}", "s3.region": "us-east-1", "s3.bucket.name": "${plain}"}}`,
  'http.json': `{"name": "${odd}-out", "config": {"connector.class": "io.confluent.connect.http.HttpSinkConnector", "topics": "${odd}", "http.api.url": "http://${plain}.example.com/x"}}`,
  'mm2.properties': `clusters = a, ${plain}\na.bootstrap.servers = a:9092\n${plain}.bootstrap.servers = b:9092\na->${plain}.enabled = true\na->${plain}.topics = ${odd}\n`,
  [`${'customer'}.avsc`]: `{"type": "record", "name": "${plain}", "namespace": "x", "fields": [{"name": "email", "type": "string", "doc": "${odd}"}, {"name": "${plain}", "type": "string", "pii": "email"}]}`,
  'subject.json': `{"subject": "${odd}-value", "schemaType": "AVRO", "schema": "{\\"type\\": \\"record\\", \\"name\\": \\"R\\", \\"fields\\": [{\\"name\\": \\"email\\", \\"type\\": \\"string\\"}]}"}`,
  'main.tf': `resource "aws_msk_cluster" "c" {\n  cluster_name = "${plain}"\n  kafka_version = "3.8.x"\n  number_of_broker_nodes = 3\n}\nresource "kafka_topic" "t" {\n  name = "${odd}"\n  replication_factor = 1\n  partitions = 1\n}\n`,
}
const all = { ...named, ...passwords }

/** All that the command line tells of files, by what tells it. */
async function told(files: Texts): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  const [now, before] = [join(folder, 'now'), join(folder, 'before')]
  const said = new Map<string, string>()
  const run = async (...args: readonly string[]): Promise<void> => {
    const { status, out, problems } = await runIn(folder, {}, ...args)
    assert.ok(status === 0, `${args.join(' ')}: ${status} ${problems}`)
    said.set(args.join(' ').replaceAll(folder, ''), `${out}\n${problems}`)
  }
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(now, path)), { recursive: true })
      writeFileSync(join(now, path), text)
    }
    mkdirSync(before)
    for (const format of ['text', 'json', 'sarif'])
      await run('check', now, '--format', format, '--explain', '--show-suppressed', '--fail-on', 'never')
    await run('check', now, '--write-baseline')
    said.set('baseline', readFileSync(join(folder, '.kafka-review.baseline.json'), 'utf8'))
    await run('record', now)
    await run('flow', now)
    await run('scorecard', now)
    for (const format of ['json', 'jsonl']) await run('facts', now, '--format', format)
    await run('diff', before, now)
    await run('diff', now, before, '--format', 'json')
    await run('migrate', now, '--to', 'strimzi', '--out', join(folder, 'moved'))
    for (const name of readdirSync(join(folder, 'moved')))
      said.set(`migration ${name}`, readFileSync(join(folder, 'moved', name), 'utf8'))
    for (const { name, call } of toolsFor([now], inEnglish)) said.set(`mcp ${name}`, await call({ code: 'KR301' }))
    for (const name of ['findings', 'record', 'flow'])
      said.set(
        `mcp all ${name}`,
        (await toolsFor([now], inEnglish)
          .find(tool => tool.name === name)
          ?.call({})) ?? '',
      )
    return said
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What every writer writes of a state and of its coming and going, workbooks unpacked. */
function written(files: Texts): Map<string, string> {
  const [nothing, state] = [stateOf({}), stateOf(files)]
  const outputs = [
    ...outputsOf(state),
    ...[...outputsOfChange(nothing, state)].map(([name, text]) => [`${name}, come`, text] as const),
    ...[...outputsOfChange(state, nothing)].map(([name, text]) => [`${name}, gone`, text] as const),
  ]
  return new Map(outputs.map(([name, output]) => [name, typeof output === 'string' ? output : unpacked(output)]))
}

const unpacked = (workbook: Uint8Array): string =>
  Object.values(unzipSync(workbook))
    .map(part => strFromU8(part))
    .join('\n')

/** Where the names stand in lines, behind their first letter. */
const placesOfNames = (path: string, lines: readonly string[]): [{ line: number; character: number }, string][] =>
  lines.flatMap((found, line) =>
    [odd, plain]
      .filter(name => found.includes(name))
      .map((name): [{ line: number; character: number }, string] => [
        { line, character: found.indexOf(name) + 1 },
        `${path}:${line + 1} ${name}`,
      ]),
  )

/** All that the server tells of files, by what it is asked. */
async function answered(files: Texts): Promise<Map<string, string>> {
  const client = await startClient(files)
  const said = new Map<string, string>()
  const ask = async <T>(method: string, params: object, label = method): Promise<T> => {
    const answer: T = await client.connection.sendRequest(method, params)
    said.set(
      label,
      JSON.stringify(answer, (key, value: unknown) => (['edit', 'insertText', 'data'].includes(key) ? '' : value)),
    )
    return answer
  }
  try {
    await ask('kafkaReview/reviewWorkspace', {})
    for (const path of Object.keys(files)) client.open(path, files[path] ?? '')
    for (const method of ['dataFlow', 'findings', 'recordPage', 'scorecard', 'unread'])
      await ask(`kafkaReview/${method}`, { activities: true })
    await ask('workspace/symbol', { query: '' })
    for (const [path, text] of Object.entries(files)) {
      const textDocument = { uri: client.uri(path) }
      const lines = text.split('\n')
      const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } }
      const about = async (method: string, more: object = {}): Promise<unknown> =>
        ask(`textDocument/${method}`, { textDocument, ...more }, `${method} of ${path}`)
      await about('diagnostic')
      await about('documentSymbol')
      await about('inlayHint', { range })
      await about('codeLens')
      await about('codeAction', { range, context: { diagnostics: [] } })
      for (const [position, place] of placesOfNames(path, lines)) {
        await ask('textDocument/hover', { textDocument, position }, `hover at ${place}`)
        const items = await ask<object[] | null>(
          'textDocument/prepareCallHierarchy',
          { textDocument, position },
          `call hierarchy at ${place}`,
        )
        for (const item of items ?? []) {
          await ask('callHierarchy/incomingCalls', { item }, `into ${place}`)
          await ask('callHierarchy/outgoingCalls', { item }, `out of ${place}`)
        }
      }
    }
    return said
  } finally {
    client.end()
  }
}

const assertSilent = (said: ReadonlyMap<string, string>): void => {
  for (const [what, text] of said)
    assert.ok(
      !isTold.test(text),
      `${what}: ${text
        .split('\n')
        .find(line => isTold.test(line))
        ?.slice(0, 400)}`,
    )
}

describe('a secret that is a name too', function () {
  this.timeout(60_000)

  it('is in nothing that the command line writes', async () => assertSilent(await told(all)))

  it('is in no form of what is written', () => assertSilent(written(all)))

  it('is in nothing that the editor shows', async () => assertSilent(await answered(all)))

  it('is a name like any other where nobody keeps it as a secret', async () => {
    const said = new Map([...written(named), ...(await answered(named))])
    const kindOf = (what: string): string => what.replace(/ (?:of|at) .*|(?<=^(?:into|out of)) .*/, '')
    const telling = new Set([...said].flatMap(([what, text]) => (isTold.test(text) ? [kindOf(what)] : [])))
    const silent = [...new Set([...said.keys()].map(kindOf))].filter(kind => !telling.has(kind))
    // These name nothing, or nothing of these files.
    assert.deepEqual(silent, [
      'migration 1-cluster.yaml',
      'migration 5-registry.yaml',
      'migration schemas.jsonl',
      'kafkaReview/reviewWorkspace',
      'kafkaReview/unread',
      'inlayHint',
      'codeLens',
    ])
  })
})

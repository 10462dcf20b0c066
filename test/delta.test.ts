import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import type { Log } from 'sarif'
import { changeKinds } from '../server/src/delta/change.ts'
import { deltaFormats } from '../server/src/delta/formats.ts'
import type { Sheet } from '../server/src/delta/sheet.ts'
import { inEnglish } from '../server/src/locale/en.ts'
import { rules } from '../server/src/rules/registry.ts'
import { lazy } from '../server/src/text/lazy.ts'
import { states, story } from './delta/story.ts'
import { readFixtures } from './support/fixtures.ts'
import { assertGolden } from './support/golden.ts'
import { languages } from './support/languages.ts'
import { sheetBetween, type Texts } from './support/states.ts'
import { seed } from './support/random.ts'

/** What is said, without what has become better: `level kind: text`. */
const said = ({ items }: Sheet): string[] =>
  items.filter(({ level }) => level !== 'hint').map(({ level, kind, text }) => `${level} ${kind}: ${text}`)

const topic = (config: string, more = ''): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n  labels:\n    strimzi.io/cluster: c\nspec:\n  partitions: 6\n  replicas: 3\n${more}  config:\n    ${config}\n`
const cluster = (listener: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: c\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        port: 9093\n${listener}`
const user = (acls: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: u\n  labels:\n    strimzi.io/cluster: c\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource:\n          type: topic\n          name: orders\n        operations: ${acls}\n`
const sink = (settings: object, name = 's'): string =>
  JSON.stringify({
    name,
    config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', topics: 'orders', ...settings },
  })
const schema = (...fields: readonly string[]): string =>
  JSON.stringify({
    type: 'record',
    name: 'Customer',
    fields: fields.map(name => ({ name, type: 'string' })),
  })
const app = (group: string): string => `spring:\n  kafka:\n    consumer:\n      group-id: ${group}\n`

/** What the schema of SARIF says of a log. */
const sarif = lazy(() =>
  new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as object,
  ),
)

/** Holds a delta to be SARIF that its schema takes, with a place for each change and a print for each of its own. */
function isSarif(text: string): void {
  const log = JSON.parse(text) as Log
  assert.ok(sarif()(log), JSON.stringify(sarif().errors?.slice(0, 3)))
  const results = log.runs[0]?.results ?? []
  assert.ok(results.every(({ locations }) => locations?.length === 1))
  assert.equal(
    new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size,
    results.length,
  )
}

describe('a delta', function () {
  this.timeout(120_000)
  describe('tells of ten commits', () => {
    const texts = states()
    for (const [index, { name, about }] of story.entries())
      it(`${name}: ${about}`, () => {
        const sheet = sheetBetween(texts[index] ?? {}, texts[index + 1] ?? {})
        const written = Object.fromEntries(
          Object.entries(deltaFormats).map(([format, write]) => [format, write(sheet, inEnglish, '0.0.0')]),
        )
        assertGolden(`test/delta/${name}.golden.txt`, written.text ?? '')
        assertGolden(`test/delta/${name}.golden.md`, written.markdown ?? '')
        for (const locale of languages.slice(1))
          assertGolden(
            `test/delta/${name}.golden.${locale.id}.txt`,
            deltaFormats.text(sheetBetween(texts[index] ?? {}, texts[index + 1] ?? {}, locale), locale),
          )
        for (const text of Object.values(written)) assert.doesNotMatch(text, /Winterhafen|Eichenlaub/)
        isSarif(written.sarif ?? '')
      })
  })

  /** A change, and what is said of it: exact, and nothing more. */
  const rows: readonly [string, Texts, Texts, readonly string[]][] = [
    [
      'a new sink outside the EEA',
      {},
      { 's.json': sink({ 's3.region': 'ap-south-1' }) },
      [
        'error new-transfer: New: Sink "s" writes to ap-south-1 (India); no safeguard is declared; operated by Amazon, subject to US law',
      ],
    ],
    [
      'a new sink in the EEA',
      {},
      { 's.json': sink({ 's3.region': 'eu-central-1' }) },
      ['information recipient: New: Sink "s" writes to eu-central-1 (Germany); operated by Amazon, subject to US law'],
    ],
    ['a sink whose place a template decides', {}, { 's.json': sink({ 's3.region': '${env:REGION}' }) }, []],
    [
      'a sink that moves to another country',
      { 's.json': sink({ 's3.region': 'eu-central-1' }) },
      { 's.json': sink({ 's3.region': 'us-east-1' }) },
      [
        'warning new-transfer: Sink "s" writes to us-east-1 (United States); before: eu-central-1 (Germany); the adequacy decision covers some recipients only, and no safeguard is declared; operated by Amazon, subject to US law',
        'information operation: Connector "s": the connector restarts (s3.region)',
      ],
    ],
    [
      'a broker that asks for rights again, and one that no longer does',
      {
        'a/server.properties': 'node.id=1\nlisteners=SSL://:9093\nallow.everyone.if.no.acl.found=true\n',
        'b/server.properties': 'node.id=2\nlisteners=SSL://:9093\nallow.everyone.if.no.acl.found=false\n',
      },
      {
        'a/server.properties': 'node.id=1\nlisteners=SSL://:9093\nallow.everyone.if.no.acl.found=false\n',
        'b/server.properties': 'node.id=2\nlisteners=SSL://:9093\nallow.everyone.if.no.acl.found=true\n',
      },
      [
        'warning operation: Cluster "a": brokers restart one after another; who has no right is refused (allow.everyone.if.no.acl.found)',
        'warning operation: Cluster "b": brokers restart one after another; everybody may use what no access list names (allow.everyone.if.no.acl.found)',
      ],
    ],
    [
      'a sink that comes home',
      { 's.json': sink({ 's3.region': 'us-east-1' }) },
      { 's.json': sink({ 's3.region': 'eu-central-1' }) },
      ['information operation: Connector "s": the connector restarts (s3.region)'],
    ],
    [
      'a field of a special category that a sink takes',
      { 's.json': sink({ 's3.region': 'eu-central-1' }), 'orders-value.avsc': schema('email') },
      { 's.json': sink({ 's3.region': 'eu-central-1' }), 'orders-value.avsc': schema('email', 'diagnosis') },
      [
        'error special: Connector "s" newly sends health data to DE · Amazon (subject to US law): diagnosis',
        'warning special: Record "Customer" newly holds health data: diagnosis',
        'warning schema: New field Customer.diagnosis has no default; consumers with the new schema cannot read existing records',
      ],
    ],
    [
      'a retention that gets longer',
      { 't.yaml': topic('retention.ms: 1000') },
      { 't.yaml': topic('retention.ms: 2000') },
      ['information retention: Topic orders keeps records longer: for 2 seconds, before for 1 second'],
    ],
    [
      'a retention that a template decides',
      { 't.yaml': topic('retention.ms: 1000') },
      { 't.yaml': topic('retention.ms: "{{ .Values.r }}"') },
      [],
    ],
    [
      'a retention from no limit to one',
      { 't.yaml': topic('retention.ms: -1') },
      { 't.yaml': topic('retention.ms: 1000') },
      ['error operation: Topic "orders": records older than that are deleted at once (retention.ms -1 → 1000)'],
    ],
    [
      'another order of its keys',
      { 't.yaml': topic('retention.ms: 1000\n    cleanup.policy: delete') },
      { 't.yaml': topic('cleanup.policy: delete\n    retention.ms: "1000"') },
      [],
    ],
    [
      'a listener without TLS',
      { 'c.yaml': cluster('        type: internal\n        tls: true\n') },
      { 'c.yaml': cluster('        type: internal\n        tls: false\n') },
      ['warning encryption: Listener "tls" of cluster c no longer requires encryption'],
    ],
    [
      'a listener whose TLS a template decides',
      { 'c.yaml': cluster('        type: internal\n        tls: true\n') },
      { 'c.yaml': cluster('        type: internal\n        tls: {{ .Values.tls }}\n') },
      [],
    ],
    [
      'a right more',
      { 'u.yaml': user('[Read]') },
      { 'u.yaml': user('[Read, Write]') },
      ['information access: User:u may newly write: topic orders'],
    ],
    ['a right less', { 'u.yaml': user('[Read, Write]') }, { 'u.yaml': user('[Read]') }, []],
    [
      'every right',
      { 'u.yaml': user('[Read]') },
      { 'u.yaml': user('[All]') },
      ['warning access: User:u may newly all: topic orders'],
    ],
    [
      'another name of a group',
      { 'application.yaml': app('cg-1a2b') },
      { 'application.yaml': app('cg-3c4d') },
      [
        'warning groups: Consumer group "cg-1a2b" of application application is now "cg-3c4d": offsets committed under the old name do not count, records are read again or skipped',
      ],
    ],
    [
      'a topic that goes',
      { 't.yaml': topic('retention.ms: 1000') },
      {},
      [
        'warning operation: Topic orders is no longer declared: whatever applies the files may delete it with its records',
      ],
    ],
    [
      'the same change of several topics',
      { 'a.yaml': topic('retention.ms: 1000'), 'b.yaml': topic('retention.ms: 1000').replace('orders', 'returns') },
      {
        'a.yaml': topic('retention.ms: 1000').replace('partitions: 6', 'partitions: 12'),
        'b.yaml': topic('retention.ms: 1000').replace('orders', 'returns').replace('partitions: 6', 'partitions: 12'),
      },
      [
        'information operation: 2 topics (orders, returns): keys go to other partitions from then on (partitions 6 → 12)',
      ],
    ],
    [
      'a factor whose operator no file shows',
      { 't.yaml': topic('retention.ms: 1000') },
      { 't.yaml': topic('retention.ms: 1000').replace('replicas: 3', 'replicas: 4') },
      [
        'warning operation: Topic "orders", depending on what the files do not show: the operator refuses to change the number of replicas of a topic that exists, and every later change of it (replicas 3 → 4)',
      ],
    ],
    [
      'files that move',
      { 't.yaml': topic('retention.ms: 1000'), 's.json': sink({ 's3.region': 'us-east-1' }) },
      {
        'a/b.yaml': `# x\n${topic('retention.ms: 1000')}`,
        'a/s.json': JSON.stringify(JSON.parse(sink({ 's3.region': 'us-east-1' })), undefined, 4),
      },
      [],
    ],
  ]
  for (const [what, before, after, expected] of rows)
    it(`says of ${what} what it means`, () => assert.deepEqual(said(sheetBetween(before, after)), expected))

  it('of nothing is nothing, over an eighth of all fixtures, another one with another seed', () => {
    for (const { code, name } of rules.filter((_, index) => index % 8 === seed % 8))
      for (const { files, name: fixture } of readFixtures(`test/rules/${code}-${name}`)) {
        const texts = Object.fromEntries(
          files
            .map(({ uri, text }) => [decodeURIComponent(uri.slice(uri.indexOf('/fixtures/') + 10)), text] as const)
            .filter(([path]) => !path.startsWith('before/')),
        )
        const { items, cells, come, gone } = sheetBetween(texts, texts)
        assert.deepEqual([items, cells, come, gone], [[], [], [], []], fixture)
      }
  })

  it('begins with ten lines at most, the gravest first', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `s${i}.json`,
        sink({ 's3.region': i % 2 ? 'eu-central-1' : 'ap-south-1' }, `s${i}`),
      ]),
    )
    const { headline, counts } = sheetBetween({}, many)
    assert.equal(headline.length + counts.length, 10)
    assert.ok(headline.slice(0, 8).every(line => line.includes('India')))
    assert.match(headline.at(-1) ?? '', /^\d+ more below$/)
  })

  it('calls nobody in a comment, and writes no markup of a file', () => {
    const sheet = sheetBetween(
      {},
      { 's.json': sink({ 's3.region': 'ap-south-1' }, '@octocat <img src=x> #1 | [x](y)') },
    )
    const markdown = deltaFormats.markdown(sheet, inEnglish)
    assert.doesNotMatch(markdown, /@octocat|(?<!\\)<img|(?<!\\)#1|(?<!\\)\[x\]/)
    assert.doesNotMatch(deltaFormats.html(sheet, inEnglish), /<img/)
  })

  it('has a reader for every kind of change', () => {
    assert.deepEqual(new Set(Object.values(changeKinds)), new Set(['officer', 'engineer']))
  })
})

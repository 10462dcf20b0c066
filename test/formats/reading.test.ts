import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Attribute } from '../../server/src/model/fact.ts'
import { formats, formatsOf } from '../../server/src/reader/formats.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { openReader, prepareReading } from '../../server/src/reader/reader.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { assertGolden } from '../support/golden.ts'
import { toUri } from '../../server/src/text/uri.ts'

const folder = 'test/formats'

/** Facts for people to review: values with their line and column, `?` where another tool decides, `-` where nothing is written. */
/** A fact in a line: its value and where it stands. */
interface Told {
  readonly state?: string
  readonly value?: unknown
  readonly text?: string
  readonly at: { readonly span: { readonly start: number } }
  readonly near: { readonly span: { readonly start: number } }
  readonly slot?: { readonly path: readonly unknown[] }
}

function sketch(value: unknown, text: string): unknown {
  const lines = indexLines(text)
  const at = ({ span }: Told['at']): string => {
    const { line, character } = lines.position(span.start)
    return `${line + 1}:${character + 1}`
  }
  const factOf = (fact: Told): string | undefined => {
    switch (fact.state) {
      case 'known':
        return `${String(fact.value)} @${at(fact.at)}${fact.slot ? '' : ' fixed'}`
      case 'unresolved':
        return `? ${fact.text} @${at(fact.at)}`
      case 'absent':
        return `- near ${at(fact.near)}${fact.slot ? ` ${fact.slot.path.join('/')}` : ''}`
      default:
        return undefined
    }
  }
  const bag = (node: { all: readonly { key: string; value: unknown }[]; open?: unknown }): object =>
    Object.fromEntries([
      ...node.all.map(({ key, value: inner }) => [key, walk(inner)]),
      ...('open' in node ? [['open', walk(node.open)]] : []),
    ])
  const walk = (node: unknown): unknown => {
    if (isAttribute(node)) return `${node.resource} ${node.path.join('.')}`
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    const fact = factOf(node as Told)
    if (fact !== undefined) return fact
    if ('all' in node && 'near' in node) return bag(node as unknown as Parameters<typeof bag>[0])
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== 'file' && key !== 'extent')
        .map(([key, inner]) => [
          key,
          key === 'scope' || key === 'at' ? JSON.stringify(inner).replace(/file:\/\/\/[^"]*/, '') : walk(inner),
        ]),
    )
  }
  return walk(value)
}

const isAttribute = (node: unknown): node is Attribute =>
  typeof node === 'object' && node !== null && 'tool' in node && 'there' in node

describe('reading', () => {
  before(prepareReading)

  for (const name of readdirSync(folder).filter(file => !/^together$|\.(?:test\.ts|golden\.json)$/.test(file))) {
    it(`takes from ${name} what it says, where it says it`, () => {
      const text = readFileSync(join(folder, name), 'utf8')
      const [, facts] = openReader().read([[toUri(`file:///${name}`), text]])[0] ?? []
      assertGolden(
        join(folder, `${name}.golden.json`),
        `${JSON.stringify(sketch(facts?.entities ?? null, text), undefined, 2)}\n`,
      )
    })
  }

  it('tells files by their names, and untitled ones by their language', () => {
    const names = (file: string, language?: string): string[] => formatsOf(file, language).map(({ name }) => name)
    const yaml = formats.filter(({ endings }) => endings.includes('.yaml')).map(({ name }) => name)
    assert.deepEqual(names('file:///a/.kafka-review.yaml'), ['configuration'])
    assert.deepEqual(names('file:///a/x.kafka-review.yaml'), yaml)
    assert.deepEqual(names('file:///a/topics.YML'), yaml)
    assert.deepEqual(
      names('untitled:Untitled-1', 'yaml'),
      yaml.filter(name => name !== 'terraform-named'),
    )
    assert.deepEqual(names('untitled:Untitled-1', 'json'), [
      'application-json',
      'environment-json',
      'connector',
      'cloudformation-json',
      'aws-print',
      'nested-stacks-json',
      'iam-policy',
      'json-schema',
      'event-schema',
      'schema-in-json',
    ])
    assert.deepEqual(names('file:///a/notes.md', 'yaml'), [])
    const dotenv = names('file:///a/.env')
    for (const name of [
      '.env.local',
      '.env.kafka',
      'broker.env.example',
      '.env.staging.example',
      '.env.production.local',
    ])
      assert.deepEqual(names(`file:///a/${name}`), dotenv, name)
    assert.deepEqual(names('file:///a/.env.ts.map'), [])
    assert.notDeepEqual(names('file:///a/settings.env.json'), dotenv)
    for (const { endings, syntax } of formats.filter(format => !('onlyNamed' in format)))
      for (const ending of endings)
        assert.ok(
          formats.every(other => !other.endings.includes(ending) || other.syntax === syntax || 'onlyNamed' in other),
          `two syntaxes for ${ending}`,
        )
    assert.deepEqual(new Set(formats.map(({ name }) => name)).size, formats.length)
  })

  it('takes over the documents that did not change', () => {
    const text = readFileSync(join(folder, 'strimzi-v1.yaml'), 'utf8')
    const first = readFile(toUri('file:///x.yaml'), text)
    const second = readFile(toUri('file:///x.yaml'), text.replace('replicas: 3', 'replicas: 4'), first)
    const kept = [...(second?.documents ?? [])].filter(([source, tree]) => first?.documents.get(source) === tree)
    assert.equal(kept.length, (first?.documents.size ?? 0) - 1)
  })

  // Every name that an object has by itself is one that somebody may write into a file.
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    it(`takes ${name} for a name like any other`, () => {
      const topic = 'resource "kafka_topic" "t" {\n  name = "orders"\n  replication_factor = 1\n  partitions = 1\n}\n'
      const files = [
        [
          'file:///t/main.tf',
          `resource "${name}" "kafka" {\n  ${name} = ${name}.x.${name}\n}\ndata "${name}" "a" {}\nlocals {\n  a = ${name}("b")\n}\nresource "kafka_acl" "a" {\n  resource_type = "${name}"\n  resource_name = aws_s3_bucket.b.${name}\n}\n${topic}`,
        ],
        ['file:///t/more.tf.json', `{"${name}": {"kafka": {"${name}": {}}}, "resource": {"${name}": {"a": {}}}}`],
        ['file:///a.avdl', `protocol P {\n  record R {\n    ${name} x;\n    int n;\n  }\n}\n`],
        ['file:///a.avsc', `{"type": "record", "name": "R", "fields": [{"name": "${name}", "type": "${name}"}]}`],
        ['file:///a.proto', `message ${name} {\n  ${name} ${name} = 1 [(${name}) = { ${name}: 1 }];\n}\n`],
        [
          'file:///a.yaml',
          `apiVersion: kafka.strimzi.io/v1\nkind: ${name}\nmetadata:\n  name: ${name}\nspec:\n  ${name}: 1\n`,
        ],
        ['file:///a.properties', `bootstrap.servers=${name}:9092\n${name}=1\n${name}.${name}=2\n`],
        ['file:///.kafka-review.yaml', `version: 1\n${name}: 1\nrules:\n  ${name}: off\n`],
      ] as const
      const read = new Map(openReader().read(files.map(([file, text]) => [toUri(file), text] as const)))
      assert.deepEqual(
        read.get(toUri('file:///t/main.tf'))?.entities.map(({ kind }) => kind),
        ['topic'],
      )
      const [record] = read.get(toUri('file:///a.avdl'))?.entities ?? []
      assert.deepEqual(record?.kind === 'schema' && record.records[0]?.fields.map(({ type }) => type.text), [
        name,
        'int',
      ])
    })
  }
})

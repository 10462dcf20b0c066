import assert from 'node:assert/strict'
import fc from 'fast-check'
import { holds, seed } from './support/random.ts'
import type { Node } from 'web-tree-sitter'
import { prepareReading } from '../server/src/reader/reader.ts'
import { rules } from '../server/src/rules/registry.ts'
import { withHcl } from '../server/src/syntax/hcl-parser.ts'
import { appendToHcl, setInHcl } from '../server/src/syntax/hcl-write.ts'
import { readHcl, splitHcl } from '../server/src/syntax/hcl.ts'
import type { Tree } from '../server/src/syntax/tree.ts'
import type { Path, Value } from '../server/src/syntax/write.ts'
import { applyEdits, type TextEdit } from '../server/src/text/edit.ts'
import { readFixtures, type FixtureFile } from './support/fixtures.ts'

type Writer = (source: string, path: Path, value: Value) => TextEdit[] | undefined
type Row = readonly [what: string, source: string, path: Path, value: Value, expected: string | undefined]

const check = (writer: Writer, rows: readonly Row[]): void => {
  for (const [what, source, path, value, expected] of rows) {
    it(what, () => {
      const edits = writer(source, path, value)
      assert.equal(edits && applyEdits(source, edits), expected)
    })
  }
}

const topic = ['resource', 'kafka_topic', 'a'] as const

describe('setting a value in HCL', () => {
  before(prepareReading)
  check(setInHcl, [
    [
      'replaces a number',
      'resource "kafka_topic" "a" {\n  x = 1 # why\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  x = 3 # why\n}\n',
    ],
    [
      'keeps a number a number',
      'resource "kafka_topic" "a" {\n  x = 1\n}\n',
      [...topic, 'x'],
      '3',
      'resource "kafka_topic" "a" {\n  x = 3\n}\n',
    ],
    [
      'keeps quotes',
      'resource "kafka_topic" "a" {\n  x = "1"\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  x = "3"\n}\n',
    ],
    [
      'escapes what would be interpolated',
      'resource "kafka_topic" "a" {\n  x = "s"\n}\n',
      [...topic, 'x'],
      '${env:A} "b"',
      'resource "kafka_topic" "a" {\n  x = "$${env:A} \\"b\\""\n}\n',
    ],
    [
      'replaces an expression',
      'resource "kafka_topic" "a" {\n  x = min(1, 2)\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  x = 3\n}\n',
    ],
    [
      'replaces an operand',
      'locals {\n  a = merge(local.b, { c = 1 })\n}\n',
      ['locals', 'a', '(1)', 'c'],
      3,
      'locals {\n  a = merge(local.b, { c = 3 })\n}\n',
    ],
    [
      'replaces null',
      'resource "kafka_topic" "a" {\n  x = null\n  y = 1\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  x = 3\n  y = 1\n}\n',
    ],
    [
      'lines up with its neighbours',
      'resource "kafka_topic" "a" {\n  name = "a"\n  partitions = 1\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  name = "a"\n  partitions = 1\n  x = 3\n}\n',
    ],
    [
      'keeps neighbours lined up',
      'resource "kafka_topic" "a" {\n  name       = "a"\n  partitions = 1\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  name       = "a"\n  partitions = 1\n  x          = 3\n}\n',
    ],
    [
      'moves neighbours for a longer name',
      'resource "kafka_topic" "a" {\n  name = "a"\n  size = 1\n\n  other = 1\n}\n',
      [...topic, 'replication'],
      3,
      'resource "kafka_topic" "a" {\n  name = "a"\n  size = 1\n\n  other       = 1\n  replication = 3\n}\n',
    ],
    [
      'adds in front of the blocks',
      'resource "kafka_topic" "a" {\n  name = "a"\n\n  b {\n    c = 1\n  }\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  name = "a"\n  x    = 3\n\n  b {\n    c = 1\n  }\n}\n',
    ],
    [
      'adds to an empty block',
      'resource "kafka_topic" "a" {\n}\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\n  x = 3\n}\n',
    ],
    [
      'opens an empty block',
      'resource "kafka_topic" "a" {\n  b {}\n}\n',
      [...topic, 'b', 'x'],
      3,
      'resource "kafka_topic" "a" {\n  b {\n    x = 3\n  }\n}\n',
    ],
    [
      'adds blocks that are missing above',
      'resource "kafka_topic" "a" {\n  name = "a"\n}\n',
      [...topic, 'b', 'c', 'x'],
      'y',
      'resource "kafka_topic" "a" {\n  name = "a"\n\n  b {\n    c {\n      x = "y"\n    }\n  }\n}\n',
    ],
    [
      'adds to an object',
      'locals {\n  a = {\n    "b.c"   = 1\n    "d.e.f" = 2\n  }\n}\n',
      ['locals', 'a', 'x.y'],
      true,
      'locals {\n  a = {\n    "b.c"   = 1\n    "d.e.f" = 2\n    "x.y"   = true\n  }\n}\n',
    ],
    [
      'adds to an object on one line',
      'locals {\n  a = { b = 1 }\n}\n',
      ['locals', 'a', 'c'],
      2,
      'locals {\n  a = { b = 1, c = 2 }\n}\n',
    ],
    [
      'keeps the commas of an object',
      'locals {\n  a = {\n    b = 1,\n    c = 2,\n  }\n}\n',
      ['locals', 'a', 'd'],
      3,
      'locals {\n  a = {\n    b = 1,\n    c = 2,\n    d = 3,\n  }\n}\n',
    ],
    [
      'writes into one of several blocks',
      'resource "kafka_topic" "a" {\n  b {\n    c = 1\n  }\n  b {\n    c = 2\n  }\n}\n',
      [...topic, 'b', 1, 'c'],
      3,
      'resource "kafka_topic" "a" {\n  b {\n    c = 1\n  }\n  b {\n    c = 3\n  }\n}\n',
    ],
    [
      'keeps CRLF',
      'resource "kafka_topic" "a" {\r\n  name = "a"\r\n}\r\n',
      [...topic, 'x'],
      3,
      'resource "kafka_topic" "a" {\r\n  name = "a"\r\n  x    = 3\r\n}\r\n',
    ],
    [
      'leaves a block on one line to a person',
      'resource "kafka_topic" "a" {\n  b { c = 1 }\n}\n',
      [...topic, 'b', 'x'],
      3,
      undefined,
    ],
    [
      'leaves a block that nobody has closed to a person',
      'resource "kafka_topic" "a" {\n  name = "a"\n',
      [...topic, 'x'],
      3,
      undefined,
    ],
  ])
})

describe('adding to a list in HCL', () => {
  before(prepareReading)
  check(appendToHcl, [
    ['on one line', 'locals {\n  a = ["b"]\n}\n', ['locals', 'a'], 'c', 'locals {\n  a = ["b", "c"]\n}\n'],
    [
      'on lines of their own',
      'locals {\n  a = [\n    "b",\n  ]\n}\n',
      ['locals', 'a'],
      'c',
      'locals {\n  a = [\n    "b",\n    "c",\n  ]\n}\n',
    ],
    ['that is empty', 'locals {\n  a = []\n}\n', ['locals', 'a'], 'c', 'locals {\n  a = ["c"]\n}\n'],
    ['that is not there', 'locals {\n  b = 1\n}\n', ['locals', 'a'], 'c', 'locals {\n  b = 1\n  a = ["c"]\n}\n'],
  ])
})

/** The keys of a tree with where they stand. */
function keysIn(tree: Tree | undefined, start: number): string[] {
  if (tree?.kind === 'list') return tree.items.flatMap(item => keysIn(item, start))
  return tree?.kind === 'map'
    ? tree.entries.flatMap(({ key, keySpan, value }) => [`${keySpan.start + start} ${key}`, ...keysIn(value, start)])
    : []
}

/** The names of the attributes that the grammar itself sees. */
function namesIn(node: Node): string[] {
  const name = node.type === 'attribute' ? node.namedChildren[0] : undefined
  return [
    ...(name ? [`${name.startIndex} ${name.text}`] : []),
    ...node.namedChildren.flatMap(child => (child && child.type !== 'expression' ? namesIn(child) : [])),
  ]
}

const files: readonly FixtureFile[] = rules
  .flatMap(({ code, name }) => readFixtures(`test/rules/${code}-${name}`))
  .flatMap(fixture => fixture.files)
  .filter(({ uri }) => uri.endsWith('.tf'))
const read = (text: string): string[] =>
  splitHcl(text).flatMap(({ start, end }) => keysIn(readHcl(text.slice(start, end)), start))

describe('HCL', () => {
  before(prepareReading)

  it('has the attributes that its grammar sees, where it sees them', () => {
    for (const { path, text } of files) {
      const seen = new Set(read(text))
      for (const name of withHcl(text, namesIn) ?? []) assert.ok(seen.has(name), `${path}: ${name}`)
    }
  })

  it(`has keys that stand where it says, however broken (seed ${seed})`, () => {
    const pieces = ['"', '{', '}', '[', '(', '\n', ' = ', '${', '<<EOT\n', '#', '.', 'x', '\r\n', '/*']
    holds(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.nat(4)), { maxLength: 3 }),
        ({ text }, changes) => {
          const broken = changes.reduce(
            (before, [at, piece, cut]) =>
              before.slice(0, at % (before.length + 1)) + piece + before.slice((at % (before.length + 1)) + cut),
            text,
          )
          for (const key of read(broken)) {
            const [start = '', ...words] = key.split(' ')
            const name = words.join(' ')
            assert.ok(broken.startsWith(name, Number(start)) || broken[Number(start)] === '"', key)
          }
        },
      ),
      250,
    )
  })

  it('keeps the blocks behind what is half typed', () => {
    const rest = '\nresource "kafka_topic" "b" {\n  name = "b"\n}\n'
    for (const half of [
      'resource "kafka_topic" "a" {\n  name = "a',
      'resource "kafka_topic" "a" {\n  name = "a-${each.',
      'resource "kafka_topic" "a" {\n  b {',
      'resource "kafka_topic" "a" {\n  x = foo(',
      'resource "kafka_topic" "a" {\n  x = ["a", "b\n',
      'resource "kafka_topic" "a" {\n  x = <<EOT\n  y\n',
      'resource "kafka_topic" "a" {\n  nam',
      'resource "kafka_topic" "a',
    ])
      assert.ok(
        read(half + rest).some(key => key.endsWith(' b')),
        half,
      )
  })

  it('keeps the attributes beside what is half typed', () => {
    for (const half of [
      'name = "a',
      'nam',
      'name =',
      'name = var.',
      'x = foo(',
      'x = ["a", "b',
      'x = { a = "b',
      'name = "a-${each.',
    ])
      assert.ok(
        read(`resource "kafka_topic" "a" {\n  ${half}\n  partitions = 3\n}\n`).some(key => key.endsWith(' partitions')),
        half,
      )
  })
})

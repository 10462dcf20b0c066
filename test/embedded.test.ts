import assert from 'node:assert/strict'
import { renderFix } from '../server/src/fix.ts'
import { down, entries, inside, startAt } from '../server/src/formats/cursor.ts'
import type { Cursor } from '../server/src/formats/position.ts'
import { text } from '../server/src/formats/values.ts'
import { syntaxOf } from '../server/src/reader/formats.ts'
import { syntaxes, type SyntaxName } from '../server/src/syntax/syntaxes.ts'
import { applyEdits } from '../server/src/text/edit.ts'
import { root } from './support/fixtures.ts'
import { toUri } from '../server/src/text/uri.ts'

const open = (file: string, source: string): Cursor => {
  const syntax = syntaxOf(file) ?? 'properties'
  return startAt({ file: toUri(file), syntax, source, start: 0 }, syntaxes[syntax].read(source))
}

/** Goes down to values through texts inside texts; a syntax among the steps opens what stands there. */
const follow = (cursor: Cursor, steps: readonly (string | readonly [SyntaxName])[]): Cursor =>
  steps.reduce(
    (at, step) =>
      typeof step === 'string'
        ? down(at, step)
        : (inside(at, step[0])[0] ?? assert.fail(`nothing of ${step[0]} inside`)),
    cursor,
  )

interface Case {
  readonly file: string
  readonly source: string
  readonly steps: readonly (string | readonly [SyntaxName])[]
  /** The value, as written in the file. */
  readonly written: string
  readonly value: string
  /** The file with `new` in its place, and with a key `added` beside it. */
  readonly set: string
  readonly added: string
}

const cases: Readonly<Record<string, Case>> = {
  'properties in a block of YAML': {
    file: 'a.yaml',
    source: 'data:\n  server.properties: |\n    # brokers\n    a.b=1\n    a.c = 2\n  other: x\n',
    steps: ['data', 'server.properties', ['properties'], 'a.c'],
    written: '2',
    value: '2',
    set: 'data:\n  server.properties: |\n    # brokers\n    a.b=1\n    a.c = new\n  other: x\n',
    added: 'data:\n  server.properties: |\n    # brokers\n    a.b=1\n    a.c = 2\n    a.d = new\n  other: x\n',
  },
  'properties in a block that strips its end': {
    file: 'a.yaml',
    source: 'data:\n  x: |-\n      a.b=1\n\n      a.c=2\n',
    steps: ['data', 'x', ['properties'], 'a.b'],
    written: '1',
    value: '1',
    set: 'data:\n  x: |-\n      a.b=new\n\n      a.c=2\n',
    added: 'data:\n  x: |-\n      a.b=1\n\n      a.c=2\n      a.d=new\n',
  },
  'JSON in a block of YAML': {
    file: 'a.yaml',
    source: 'data:\n  x: |\n    {\n      "a.b": "1"\n    }\n',
    steps: ['data', 'x', ['json'], 'a.b'],
    written: '"1"',
    value: '1',
    set: 'data:\n  x: |\n    {\n      "a.b": "new"\n    }\n',
    added: 'data:\n  x: |\n    {\n      "a.b": "1",\n      "a.d": "new"\n    }\n',
  },
  'JSON in a string of JSON': {
    file: 'a.json',
    source: '{"schema": "{\\"a.b\\": \\"\\u00e9\\", \\"z\\": 1}"}',
    steps: ['schema', ['json'], 'a.b'],
    written: '\\"\\u00e9\\"',
    value: 'é',
    set: '{"schema": "{\\"a.b\\": \\"new\\", \\"z\\": 1}"}',
    added: '{"schema": "{\\"a.b\\": \\"\\u00e9\\", \\"z\\": 1, \\"a.d\\": \\"new\\"}"}',
  },
  'JSON in a string in a block of YAML': {
    file: 'a.yaml',
    source: 'x: |\n  {"schema": "{\\"a.b\\": \\"1\\"}"}\n',
    steps: ['x', ['json'], 'schema', ['json'], 'a.b'],
    written: '\\"1\\"',
    value: '1',
    set: 'x: |\n  {"schema": "{\\"a.b\\": \\"new\\"}"}\n',
    added: 'x: |\n  {"schema": "{\\"a.b\\": \\"1\\", \\"a.d\\": \\"new\\"}"}\n',
  },
  'YAML in a block of YAML': {
    file: 'a.yaml',
    source: 'x: |\n  # first\n  a.b: 1\n',
    steps: ['x', ['yaml'], 'a.b'],
    written: '1',
    value: '1',
    set: 'x: |\n  # first\n  a.b: new\n',
    added: 'x: |\n  # first\n  a.b: 1\n  a.d: new\n',
  },
}

describe('a text inside a text', () => {
  for (const [what, { file, source, steps, written, value, set, added }] of Object.entries(cases)) {
    const uri = root + file
    const cursor = follow(open(uri, source), steps)
    const fact = text(cursor)
    assert.ok(fact.state === 'known')
    const write = (slot: typeof fact.slot): string | undefined => {
      const files = slot && renderFix({ edits: [{ op: 'set', slot, value: 'new' }] }, () => source)
      return files && applyEdits(source, files[0]?.edits ?? [])
    }

    it(`${what} has its value where it stands in the file`, () => {
      assert.equal(fact.value, value)
      assert.equal(source.slice(fact.at.span.start, fact.at.span.end), written)
    })

    it(`${what} is written there, and what surrounds it stays`, () => {
      assert.equal(write(fact.slot), set)
      const beside = text(down(follow(open(uri, source), steps.slice(0, -1)), 'a.d'))
      assert.ok(beside.state === 'absent')
      assert.equal(write(beside.slot), added)
    })
  }

  it('is left alone where its characters cannot be followed', () => {
    for (const source of ['x: "a=1\\nb=2"\n', "x: 'it''s=1'\n", 'x: "a=\\t \\\n  b=2"\n'])
      assert.deepEqual(inside(down(open(`${root}a.yaml`, source), 'x'), 'properties'), [], source)
  })

  it('is one line where its lines are folded, each at its place', () => {
    for (const source of ['x: >\n  a=1\n  b=2\n', 'x: "a=1\n  b=2"\n', 'x: "a=1 \\\n  b=2"\n', 'x: a=1\n  b=2\n']) {
      const [properties] = inside(down(open(`${root}a.yaml`, source), 'x'), 'properties')
      assert.ok(properties, source)
      const [only, ...others] = entries(properties)
      assert.ok(only?.key, source)
      assert.deepEqual([only.name, others], ['a', []], source)
      assert.equal(source.slice(only.key.span.start, only.key.span.end), 'a', source)
      const value = text(only)
      assert.ok(value.state === 'known', source)
      assert.equal(value.value.trimEnd(), '1 b=2', source)
      assert.equal(source[value.at.span.start], '1', source)
    }
    const [outside] = inside(down(open(`${root}a.yaml`, 'x: >\n  a=1\n    b=2\n\n  c=3\n'), 'x'), 'properties')
    assert.deepEqual(outside && entries(outside).map(({ name }) => name), ['a', 'b', 'c'])
  })

  it('keeps its templates unresolved and its literals known', () => {
    const [properties] = inside(down(open(`${root}a.yaml`, 'x: |\n  a={{ .Values.a }}\n  b=2\n'), 'x'), 'properties')
    assert.ok(properties)
    assert.deepEqual(
      entries(properties).map(entry => text(entry).state),
      ['unresolved', 'known'],
    )
  })
})

describe('properties', () => {
  const read = (source: string): Record<string, string> =>
    Object.fromEntries(
      entries(open(`${root}a.properties`, source)).map(entry => [
        entry.name,
        entry.tree ? `${source.slice(entry.tree.span.start, entry.tree.span.end)}` : '-',
      ]),
    )

  it('are read as Java reads them, with what is half typed left out', () => {
    assert.deepEqual(
      read('\uFEFF# comment\n! another\na = 1\nb: 2 # belongs to it\nc=\nd\\:e=x\\\n  y\nhalf\n  f 3  \n'),
      { a: '1', b: '2 # belongs to it', c: '', 'd:e': 'x\\\n  y', half: '-', f: '3' },
    )
  })
})

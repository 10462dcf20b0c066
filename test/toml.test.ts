import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse, stringify } from 'smol-toml'
import { embedInToml, setInToml } from '../server/src/syntax/toml-write.ts'
import { readToml } from '../server/src/syntax/toml.ts'
import type { Tree } from '../server/src/syntax/tree.ts'
import { plainOf, type Path, type Value } from '../server/src/syntax/write.ts'
import { applyEdits } from '../server/src/text/edit.ts'
import { holds } from './support/random.ts'

/** What stands in a value, all of it as text. */
const asText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]))
  return String(value)
}

/** What our reader makes of a text; of one that holds nothing, an empty map. */
const read = (text: string): unknown => JSON.parse(JSON.stringify(plainOf(readToml(text)) ?? {}))

const scalarsOf = (tree: Tree | undefined): readonly Tree[] => {
  if (tree?.kind === 'map') return tree.entries.flatMap(({ value }) => scalarsOf(value))
  return tree?.kind === 'list' ? tree.items.flatMap(scalarsOf) : [tree].flatMap(one => one ?? [])
}

describe('TOML', () => {
  it('is read as a parser of the standard reads it', () => {
    const key = fc.oneof(fc.stringMatching(/^[a-z_-]{1,8}$/), fc.string({ minLength: 1, maxLength: 5 }))
    const { table } = fc.letrec<{ value: unknown; table: Record<string, unknown> }>(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.boolean(),
        fc.array(fc.string(), { maxLength: 3 }),
        fc.array(tie('table'), { maxLength: 2 }),
        tie('table'),
      ),
      table: fc.dictionary(key, tie('value') as fc.Arbitrary<unknown>, { maxKeys: 4 }) as fc.Arbitrary<
        Record<string, unknown>
      >,
    }))
    holds(
      fc.property(table, value => {
        const text = stringify(value)
        // A template is nobody's value.
        if (/\{[{%]|%\{|<{7}|>{7}/.test(text)) return
        assert.deepEqual(read(text), asText(parse(text)), text)
      }),
      300,
    )
  })

  it('is read in every spelling', () => {
    for (const text of [
      'a.b.c = 1\na.b.d = "x" # why\n[e]\nf = [\n  1, # one\n  2,\n]\n',
      '[[in.kafka]]\nbrokers = ["a:1"]\n[in.kafka.tags]\nx = "y"\n[[in.kafka]]\nbrokers = ["b:2"]\n',
      "a = '''\nline 1\n  \"x\"'''\nb = '\\n'\nc = \"\\u00e9\\t\\\\\"\n",
      'a = """\\\n   joined \\\n   up"""\n"quoted key" = 1\n"a.b" = 2\n',
      'a = { b = 1, c.d = "x", e = { f = [1, 2] } }\n',
      'a = 1979-05-27T07:32:00Z\nb = 0xff\nc = 1_000\nd = -inf\n',
      'a = 1\r\nb = 2\r\n',
    ])
      assert.deepEqual(Object.keys(read(text) as object), Object.keys(parse(text)), text)
    assert.deepEqual(read('[[a]]\nb = 1\n[[a]]\nc = "x"\n[a.d]\ne = true\n'), {
      a: [{ b: '1' }, { c: 'x', d: { e: 'true' } }],
    })
  })

  it('costs no more than the line that is broken', () => {
    assert.deepEqual(read('a = "open\nb = 2\n[half\nc = 3\n= 4\n[d]\ne = [1, \n'), {
      a: 'open',
      b: '2',
      half: { c: '3' },
      d: { e: ['1'] },
    })
    assert.equal(plainOf(readToml('a =\nb = 1\n')), undefined)
  })

  it('leaves to a template what it fills in', () => {
    assert.deepEqual(
      scalarsOf(readToml('a = "{{ x }}"\nb = {{ y }}\nc = "z"\n')).map(({ kind }) => kind),
      ['unresolved', 'unresolved', 'scalar'],
    )
  })

  it('knows where its values stand', () => {
    const text = '[a.b]\nc = "x" # d\ne = [1, "y"]\n'
    assert.deepEqual(
      scalarsOf(readToml(text)).map(({ span }) => text.slice(span.start, span.end)),
      ['"x"', '1', '"y"'],
    )
  })

  const rows: readonly (readonly [
    what: string,
    source: string,
    path: Path,
    value: Value,
    expected: string | undefined,
  ])[] = [
    ['replaces a value', 'a = "x" # y\n', ['a'], 'z', 'a = "z" # y\n'],
    ['replaces a number', '[a]\nb = 1\n', ['a', 'b'], 3, '[a]\nb = 3\n'],
    [
      'adds behind the last value of a table',
      '[a]\n  b = 1\n\n[c]\n',
      ['a', 'd'],
      true,
      '[a]\n  b = 1\n  d = true\n\n[c]\n',
    ],
    ['adds a path', '[a]\nb = 1\n', ['a', 'tls', 'enabled'], true, '[a]\nb = 1\ntls.enabled = true\n'],
    ['adds to the table that stands first', 'x = 1\n[a]\nb = 1\n', ['y'], 2, 'x = 1\ny = 2\n[a]\nb = 1\n'],
    [
      'adds to a table of a list',
      '[[a]]\nb = 1\n[[a]]\nb = 2\n',
      ['a', 0, 'c'],
      3,
      '[[a]]\nb = 1\nc = 3\n[[a]]\nb = 2\n',
    ],
    ['adds within one line', 'a = { b = 1 }\n', ['a', 'c'], 'd', 'a = { b = 1, c = "d" }\n'],
    ['quotes a key', '[a]\nb = 1\n', ['a', 'c.d'], 'e', '[a]\nb = 1\n"c.d" = "e"\n'],
    ['leaves a list alone', 'a = [1]\n', ['a'], 2, undefined],
    ['leaves a table without values alone', '[a]\n[b]\nc = 1\n', ['a', 'd'], 2, undefined],
  ]
  for (const [what, source, path, value, expected] of rows)
    it(what, () => {
      const edits = setInToml(source, path, value)
      const text = edits && applyEdits(source, edits)
      assert.equal(text, expected)
      if (text !== undefined) assert.ok(parse(text))
    })

  it('opens what stands in a string as it is written', () => {
    const source = 'a = "b=c"\n'
    const [only] = scalarsOf(readToml(source))
    assert.ok(only?.kind === 'scalar')
    assert.equal(embedInToml(source, only)?.outer(2), source.indexOf('c"'))
  })
})

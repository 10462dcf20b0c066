import assert from 'node:assert/strict'
import { readBlocks } from '../server/src/syntax/blocks.ts'
import type { Tree } from '../server/src/syntax/tree.ts'

/** A tree as values, each text checked to stand where it says. */
function plain(tree: Tree | undefined, source: string): unknown {
  switch (tree?.kind) {
    case 'map':
      return tree.entries.map(({ key, keySpan, value }) => {
        assert.ok(source.slice(keySpan.start, keySpan.end).includes(key), key)
        return [key, plain(value, source)]
      })
    case 'list':
      return tree.items.map(item => plain(item, source))
    case 'scalar':
      assert.ok(source.slice(tree.span.start, tree.span.end).includes(tree.text.slice(0, 3)), tree.text)
      return tree.text
    default:
      return tree?.kind ?? null
  }
}

const read = (source: string): unknown => plain(readBlocks(source), source)

describe('configuration in blocks', () => {
  it('has keys with values behind =, :, => or a blank', () => {
    assert.deepEqual(read('a = 1\nb: two words # why\nc => "x # y"\nd  e:1,f:2\n'), [
      ['a', '1'],
      ['b', 'two words'],
      ['c', 'x # y'],
      ['d', 'e:1,f:2'],
    ])
  })

  it('has blocks in braces, in tags and below headings', () => {
    assert.deepEqual(read('a { b { c = 1 } }\n'), [['a', [['b', [['c', '1']]]]]])
    assert.deepEqual(read('<m x.**>\n  @type k\n  <s>\n    d 1\n  </s>\n</m>\ne 2\n'), [
      [
        'm',
        [
          ['@type', 'k'],
          ['s', [['d', '1']]],
        ],
      ],
      ['e', '2'],
    ])
    assert.deepEqual(read('[A]\n  b 1\n[A]\n  b 2\n'), [
      ['A', [['b', '1']]],
      ['A', [['b', '2']]],
    ])
  })

  it('has conditions as blocks', () => {
    assert.deepEqual(read('if [a] == "b" {\n  c => 1\n} else {\n  c => 2\n}\n'), [
      ['if', [['c', '1']]],
      ['else', [['c', '2']]],
    ])
  })

  it('has lists over several lines, in which only texts are read', () => {
    assert.deepEqual(read('a = [\n  "x", # one\n  y,\n  { z = 1 }\n]\nb = 2\n'), [
      ['a', ['x', 'y']],
      ['b', '2'],
    ])
  })

  it('takes a template for what nobody knows', () => {
    assert.deepEqual(read('a = {{ b }}\nc = 1\n'), [
      ['a', 'unresolved'],
      ['c', '1'],
    ])
  })

  it('gives up a line, not the file, and no brace is needed', () => {
    assert.deepEqual(read('%%%\na {\n  b = "open\n  c = 1\n'), [
      [
        'a',
        [
          ['b', '"open'],
          ['c', '1'],
        ],
      ],
    ])
    assert.deepEqual(read('}}} ]\n</x>\na = 1\n'), [['a', '1']])
    assert.equal(readBlocks('# nothing\n'), undefined)
  })

  it('reads a deep text in time', () => {
    assert.ok(readBlocks('a {\n'.repeat(50_000)))
    assert.ok(readBlocks('a = [\n'.repeat(50_000)))
    assert.ok(readBlocks('a "\n'.repeat(50_000)))
  })
})

import assert from 'node:assert/strict'
import { syntaxes } from '../server/src/syntax/syntaxes.ts'
import { reviewTexts, root } from './support/fixtures.ts'

describe('a lone carriage return', () => {
  it('is no part of a word of YAML before it', () => {
    const text = 'a: b\r\nc: d\r'
    const tree = syntaxes.yaml.read(text)
    assert.ok(tree?.kind === 'map')
    assert.deepEqual(
      tree.entries.map(({ key, value }) => [
        key,
        value?.kind === 'scalar' && value.text,
        text.slice(value?.span.start, value?.span.end),
      ]),
      [
        ['a', 'b', 'b'],
        ['c', 'd', 'd'],
      ],
    )
  })

  it('makes no value of a configuration unknown', () => {
    const uri = `${root}.kafka-review.yaml`
    const review = reviewTexts([{ uri, text: 'version: 1\npolicy:\n  foreignLaw: ignore\r' }])
    assert.deepEqual(
      [...review.files()].flatMap(file => review.findings(file)),
      [],
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { rules } from '../server/src/rules/registry.ts'
import { readPlainJson } from '../server/src/syntax/json-plain.ts'
import { readJson } from '../server/src/syntax/json.ts'
import { readFixtures } from './support/fixtures.ts'
import { holds } from './support/random.ts'

/** What the tolerant parser reads: a comment behind it all, and the text is not plain any more. */
const read = (text: string): unknown => readJson(`${text}\n//`)

const isPlain = (text: string): boolean => {
  const plain = readPlainJson(text)
  if (plain) assert.deepEqual(plain, read(text), text)
  return plain !== undefined
}

describe('plain JSON', () => {
  it('is read as the tolerant parser reads it, in every fixture', () => {
    const texts = rules
      .flatMap(({ code, name }) => readFixtures(`test/rules/${code}-${name}`))
      .flatMap(({ files }) => files)
      .flatMap(({ uri, text }) => (/\.(?:json|avsc)$/.test(uri) && !text.includes('{{') ? [text] : []))
    assert.ok(texts.filter(isPlain).length > texts.length / 2, `${texts.length} texts`)
  })

  it('is read as the tolerant parser reads it, whatever it holds', () => {
    holds(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, space) => {
        const written = JSON.stringify(JSON.parse(text), undefined, space)
        assert.equal(isPlain(written), /^[{[]/.test(written))
      }),
      300,
    )
  })

  it('is left to the tolerant parser where it is broken', () => {
    const broken = [
      '{"a": 1,}',
      '[1,]',
      '{"a" 1}',
      '{"a": }',
      '["a\n"]',
      '["\\q"]',
      '["\\u12"]',
      '[01]',
      '[1.]',
      '[tru]',
    ]
    broken.push(
      '[1] 2',
      '{"a": 1',
      '[',
      '"a"',
      '1',
      '',
      '{a: 1}',
      '[1 // one\n]',
      '[\u00A01]',
      "['a']",
      '{,}',
      '["\u0001"]',
    )
    for (const text of broken) assert.equal(readPlainJson(text), undefined, text)
    holds(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '-', ' ', '/'),
        (text, at, typed) => {
          const cut = at % (text.length + 1)
          isPlain(text.slice(0, cut) + typed + text.slice(cut))
          isPlain(text.slice(0, cut))
        },
      ),
      300,
    )
  })
})

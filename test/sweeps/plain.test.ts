import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { rules } from '../../server/src/rules/registry.ts'
import { readPlainJson } from '../../server/src/syntax/json-plain.ts'
import { readJson } from '../../server/src/syntax/json.ts'
import { readPlainYaml } from '../../server/src/syntax/yaml-plain.ts'
import { readAnyYaml } from '../../server/src/syntax/yaml-any.ts'
import { splitYaml } from '../../server/src/syntax/yaml.ts'
import { readFixtures } from '../support/fixtures.ts'
import { holds } from '../support/random.ts'

/** The texts of all fixtures whose names end so, without templates. */
const textsOf = (ending: RegExp): string[] =>
  rules
    .flatMap(({ code, name }) => readFixtures(`test/rules/${code}-${name}`))
    .flatMap(({ files }) => files)
    .flatMap(({ uri, text }) => (ending.test(uri) && !/\{\{|%\{|\{%|<<<</.test(text) ? [text] : []))

/** What the tolerant parser reads: a comment behind it all, and the text is not plain any more. */
const read = (text: string): unknown => readJson(`${text}\n//`)

const isPlain = (text: string): boolean => {
  const plain = readPlainJson(text)
  if (plain) assert.deepEqual(plain, read(text), text)
  return plain !== undefined
}

describe('plain JSON', () => {
  it('is read as the tolerant parser reads it, in every fixture', () => {
    const texts = textsOf(/\.(?:json|avsc)$/)
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

describe('plain YAML', () => {
  const isPlainYaml = (text: string): boolean => {
    const plain = readPlainYaml(text)
    if (plain) {
      assert.deepEqual(plain, readAnyYaml(text), text)
      assert.deepEqual(parseDocument(text, { uniqueKeys: false }).errors, [], text)
    }
    return plain !== undefined
  }
  const documents = textsOf(/\.ya?ml$/).flatMap(text => splitYaml(text).map(({ start, end }) => text.slice(start, end)))

  it('is read as the library reads it, in every fixture', () => {
    assert.ok(documents.filter(isPlainYaml).length > 0.7 * documents.length, `${documents.length} documents`)
  })

  it('is read as the library reads it, whatever is typed into it, or cut off', () => {
    const typed = [
      '"',
      "'",
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      ': ',
      '- ',
      '-',
      '#',
      ' #',
      '\n',
      ' ',
      '  ',
      '\n  ',
      '|',
      '>',
    ]
    typed.push(
      '&a ',
      '*a',
      '!x ',
      '? ',
      '~',
      '@',
      '`',
      '%',
      '<<: ',
      '\n\n',
      '\n#c\n',
      '\n      # c\n',
      'a: b',
      '\u00e9',
      '\t',
      '\r',
    )
    let plain = 0
    holds(
      fc.property(
        fc.constantFrom(...documents),
        fc.nat(),
        fc.constantFrom(...typed),
        fc.nat(2),
        (text, at, put, over) => {
          const cut = at % (text.length + 1)
          for (const garbled of [text.slice(0, cut), text.slice(0, cut) + put + text.slice(cut + over)])
            if (isPlainYaml(garbled)) plain++
        },
      ),
      600,
    )
    assert.ok(plain > 200, `${plain} were plain`)
  })

  it('reads what people write into it', () => {
    for (const text of [
      'a: 1 # one\nb:\n- x\n-  y: 2\n   z: {k: [1, "2", \'3\'], l: a b}\nc: a:b c#d\n',
      '---\n# head\na:\n\n  b: ~\n  # on c\n  c: -1\nd: http://x/y\n',
    ])
      assert.ok(isPlainYaml(text), text)
  })

  it('leaves to the library what is more, or broken', () => {
    const more = [
      'a: |\n  x\n',
      'a: &b c\n',
      'a: *b\n',
      'a: !t b\n',
      '<<: {a: b}\n',
      '? a\n: b\n',
      'a: b\n  c\n',
      'a: "b\\n"\n',
    ]
    const broken = [
      'a: b: c\n',
      'a: "b\n',
      'a:\tb\n',
      'a: [b\n',
      'a: {b}\n',
      'a: b\n c: d\n',
      '- a\nb: c\n',
      'a: b\n- c\n',
    ]
    for (const text of [...more, ...broken, 'a', '', '%YAML 1.2\n---\na: b\n', 'a: b\n...\n', "a: 'b''c'\n", '- - a\n'])
      assert.equal(readPlainYaml(text), undefined, text)
  })
})

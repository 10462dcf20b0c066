import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => readFileSync(path, 'utf8')
const table = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\d\}|\]\([^)]*\)|`[^`]*`/g)].map(([found]) => found).sort()

/** The keys of the manifest under which texts stand that a reader is shown. */
const shown: ReadonlySet<string> = new Set([
  ...['title', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'],
  ...['label', 'contents', 'name', 'altText'],
])

/** What a part of the manifest shows, in its order. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return shown.has(key) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(one => textsIn(one, key))
  return Object.entries((value as object | null) ?? {}).flatMap(([inner, one]) => textsIn(one, inner))
}

describe('the words of the editor', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
  const english = table('package.nls.json')

  it('stand in tables, with the manifest naming them and nothing else', () => {
    const { contributes, description, capabilities } = manifest
    const texts = textsIn({ contributes, description, capabilities })
    const named = texts.flatMap(text => /^%(.*)%$/.exec(text)?.[1] ?? [])
    assert.deepEqual(
      texts.filter(text => !/^%.*%$/.test(text) && !/^kafka.review$/i.test(text)),
      [],
    )
    assert.deepEqual([...new Set(named)].sort(), Object.keys(english).sort())
  })

  for (const id of ['de', 'fr']) {
    it(`are complete in ${id} for the manifest, and lead to the same commands`, () => {
      const words = table(`package.nls.${id}.json`)
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort())
      for (const [key, text] of Object.entries(english)) {
        assert.notEqual(words[key], text, key)
        assert.deepEqual(
          placeholders(words[key] ?? '').filter(found => found.startsWith(']')),
          placeholders(text).filter(found => found.startsWith(']')),
          key,
        )
      }
    })

    it(`are complete in ${id} for the client, with the same placeholders`, () => {
      const words = table(`client/l10n/bundle.l10n.${id}.json`)
      const said = readdirSync('client/src').flatMap(name =>
        [...read(join('client/src', name)).matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) =>
          text.replaceAll("\\'", "'"),
        ),
      )
      assert.deepEqual(Object.keys(words).sort(), [...new Set(said)].sort())
      for (const [text, translated] of Object.entries(words))
        assert.deepEqual(placeholders(translated), placeholders(text), text)
    })
  }

  it('of the client are asked for by their English text', () => {
    const plain = readdirSync('client/src').flatMap(name =>
      [...read(join('client/src', name)).matchAll(/(l10n\.t\(\s*)?(['`])([A-Z$][^'`\n]* [a-z][^'`\n]*)\2/g)].flatMap(
        ([, asked, , text = '']) => (asked === undefined && !/[<;=]/.test(text) ? [`${name}: ${text}`] : []),
      ),
    )
    assert.deepEqual(plain, [])
  })
})

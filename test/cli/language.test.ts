import assert from 'node:assert/strict'
import { languageOf } from '../../server/src/cli/arguments.ts'
import { localeIdOf } from '../../server/src/locale/locale.ts'
import { writtenIn } from '../../server/src/records/drift.ts'
import { readFileSync } from 'node:fs'
import { changeKinds } from '../../server/src/delta/change.ts'
import { deltaFormats } from '../../server/src/delta/formats.ts'
import { recordFormats } from '../../server/src/records/formats.ts'
import { scorecardFormats } from '../../server/src/records/scorecard/formats.ts'
import { reportFormats } from '../../server/src/report/formats.ts'
import { run } from '../support/command-line.ts'
import { languages } from '../support/languages.ts'

describe('the language of the command line', () => {
  const rows: readonly [readonly string[], NodeJS.ProcessEnv, string][] = [
    [[], {}, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'en'],
    [[], { LANG: 'es_ES.UTF-8' }, 'en'],
    [[], { LANG: 'de_AT.UTF-8' }, 'de'],
    [[], { LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR@euro' }, 'fr'],
    [[], { LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR', LC_ALL: 'C' }, 'en'],
    [[], { LANG: 'fr_FR', LC_ALL: '' }, 'fr'],
    [['--lang', 'de'], { LANG: 'fr_FR' }, 'de'],
    [['FOLDER', '--lang=fr'], {}, 'fr'],
  ]
  for (const [args, environment, id] of rows)
    it(`is ${id} with ${JSON.stringify([args, environment])}`, () => assert.equal(languageOf(args, environment), id))

  it('is none that there is not', () => assert.throws(() => languageOf(['--lang', 'es'], {}), { message: 'cli.oneOf' }))

  it('is, for an editor, that of its locale', () =>
    assert.deepEqual(['de', 'de-CH', 'fr-CA', 'EN', 'pt-br', undefined].map(localeIdOf), [
      'de',
      'de',
      'fr',
      'en',
      'en',
      'en',
    ]))

  const given = {
    check: reportFormats,
    diff: { ...deltaFormats, ...changeKinds },
    record: recordFormats,
    scorecard: scorecardFormats,
    flow: {},
    facts: {},
    migrate: {},
    lsp: {},
    mcp: {},
  }
  for (const [command, values] of Object.entries(given))
    it(`helps with ${command} in each, with the same options and all values`, async () => {
      const helps: string[] = []
      for (const { id } of languages) helps.push((await run({}, command, '--help', '--lang', id)).out)
      const [english = ''] = helps
      const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort()
      for (const help of helps) {
        assert.deepEqual(options(help), options(english))
        for (const value of Object.keys(values)) assert.match(help, new RegExp(`(?<![\\w-])${value}(?![\\w-])`))
      }
    })

  it('is, of a record to check, its own', () => {
    const [english, german, french] = languages
    assert.ok(english && german && french)
    for (const { id } of languages)
      for (const asked of languages)
        assert.equal(
          writtenIn(readFileSync(`test/records/bank.${id}.golden.md`, 'utf8'), [asked, english, german, french]).id,
          id,
        )
  })
})

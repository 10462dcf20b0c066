import { openDb } from '../../server/src/assess/db.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { authorityForms, authorityTable } from '../../server/src/records/authority-forms.ts'
import { driftOf } from '../../server/src/records/drift.ts'
import { recordFormats, type RecordFormat } from '../../server/src/records/formats.ts'
import type { ProcessingRecord } from '../../server/src/records/record.ts'
import { consequencesOf } from '../../server/src/records/scorecard/what-if.ts'
import { scorecardFormats, type ScorecardFormat } from '../../server/src/records/scorecard/formats.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { word } from '../../server/src/words/message.ts'
import { readFixtures, theLibrary, type Fixture } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { languages } from '../support/languages.ts'
import { open, suppositions } from '../support/scorecards.ts'

/** Rules whose fixtures declare much, or have much to declare. */
const folders = [
  'KR103-national-identifier-field',
  'KR407-destination-undetermined',
  'KR451-blank-residency-cell',
  'KR452-outdated-recovery-test',
  'KR904-declaration-contradicted',
  'KR905-vague-declaration',
]

interface Opened {
  readonly name: string
  readonly company: ReturnType<typeof open>
  readonly record: ProcessingRecord
}

function opened({ name, files }: Fixture): Opened {
  const company = open(files)
  const { review } = company
  const uris = [...review.estate.files()]
  return { name, company, record: recordOf(openDb(review.estate, theLibrary()), uris, review.accepted(uris)) }
}

/** The lines that each text has and none before it. */
function newLines(texts: readonly (readonly [name: string, text: string])[]): string {
  const known = new Set<string>()
  return texts
    .map(([name, text]) => {
      const lines = text.split('\n').filter(line => !known.has(line.trim()) && known.add(line.trim()))
      return lines.length === 0 ? '' : `== ${name.slice(name.lastIndexOf('/') + 1)}\n${lines.join('\n')}\n`
    })
    .join('')
}

const texts = ['markdown', 'html', 'csv', 'json', 'dpv', 'fides'] as const
const cards = ['markdown', 'html', 'csv', 'json'] as const

describe('what is written of the fixtures', () => {
  for (const folder of folders) {
    const fixtures = (): Opened[] => readFixtures(`test/rules/${folder}`).map(opened)
    const golden = (what: string): string => `test/sweeps/forms/${folder.slice(0, 5)}.${what}.golden.txt`

    for (const format of texts)
      it(`of ${folder} as a record in ${format} is what it was, and so is what each says otherwise than the one before`, () => {
        const form: RecordFormat = recordFormats[format]
        let before: ReturnType<RecordFormat['read']> = []
        const written = fixtures().map(({ name, company, record }): [string, string] => {
          const places = { show: (place: Place) => company.show(place) }
          const text = String(form.write(record, inEnglish.record, places, company.db))
          const now = form.read(Buffer.from(text), inEnglish.record)
          const changes = driftOf(before ?? [], now ?? []).flatMap(({ where, of, says }) =>
            says.map(one => `${of} ${where}: ${word(one, inEnglish.words)}`),
          )
          before = now
          return [name, [text, ...(format === 'dpv' || format === 'fides' ? [] : changes)].join('\n')]
        })
        assertGolden(golden(format), newLines(written))
      })

    it(`of ${folder} after the models of authorities is what it was`, () => {
      const written = fixtures().flatMap(({ name, record }) =>
        Object.values(authorityForms).map((form): [string, string] => {
          const { record: words } = languages.find(({ id }) => id === form.language) ?? inEnglish
          const rows = authorityTable(record, form, words).map(row => row.map(cell => JSON.stringify(cell)).join(' | '))
          return [`${name} ${form.language}`, rows.join('\n')]
        }),
      )
      assertGolden(golden('authorities'), newLines(written))
    })

    for (const format of cards)
      it(`of ${folder} as a scorecard in ${format} is what it was`, () => {
        const form: ScorecardFormat = scorecardFormats[format]
        const written = fixtures().map(({ name, company: { card, db, show } }): [string, string] => {
          const supposed = suppositions.map(suppose => consequencesOf(db, card, suppose))
          return [name, String(form.write(card, supposed, { words: inEnglish.scorecard, show, db }))]
        })
        assertGolden(golden(`scorecard-${format}`), newLines(written))
      })
  }
})

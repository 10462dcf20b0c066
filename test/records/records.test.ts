import assert from 'node:assert/strict'
import { assess } from '../../server/src/assess/assessment.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { activityOf, processingsOf, recordOf } from '../../server/src/records/activities.ts'
import { recordCsv } from '../../server/src/records/csv.ts'
import { recordJson } from '../../server/src/records/json.ts'
import { recordMarkdown } from '../../server/src/records/markdown.ts'
import { durationWords } from '../../server/src/assess/duration.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { readCompany } from '../support/company.ts'
import { readFixtures, reviewTexts, root, theLibrary } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'

const company = readCompany()
const show = ({ file, span }: Place): string => `${decodeURIComponent(file.slice(root.length))}:${indexLines(company.find(({ uri }) => uri === file)?.text ?? '').position(span.start).line + 1}`

describe('the Art. 30 record', () => {
  const { estate } = reviewTexts(company)
  const record = recordOf(assess(estate, theLibrary()), estate.files())

  it('of the example company is what its files prove and its configuration declares', () => {
    assertGolden('test/records/company.golden.md', recordMarkdown(record, show))
    assertGolden('test/records/company.golden.csv', recordCsv(record, show))
    assertGolden('test/records/company.golden.json', recordJson(record, show))
  })

  it('is the same whatever order the files are read in', () => {
    const reversed = reviewTexts([...company].reverse()).estate
    assert.equal(recordMarkdown(recordOf(assess(reversed, theLibrary()), reversed.files()), show), recordMarkdown(record, show))
  })

  it('guards spreadsheets against formulas', () => {
    const csv = recordCsv({ activities: [{ ...record.activities[0]!, name: '=HYPERLINK("http://x")' }] }, show)
    assert.ok(csv.includes(`"'=HYPERLINK(""http://x"")"`))
  })

  it('says durations in the largest whole unit', () => {
    for (const [milliseconds, words] of [[7_776_000_000, '90 days'], [86_400_000, '1 day'], [5_400_000, '90 minutes'], [3_600_000, '1 hour'], [1500, '1500 milliseconds'], [60_000, '1 minute']] as const) assert.equal(durationWords(milliseconds), words)
  })
})

describe('findings on transfers and the record', () => {
  const transferCodes = new Set(['KR401', 'KR402', 'KR403', 'KR404', 'KR406'])
  for (const rule of rules.filter(({ family }) => family === 'transfer' || family === 'foreign-law')) {
    for (const fixture of readFixtures(`test/rules/${rule.code}-${rule.name}`)) {
      it(`agree on ${fixture.name}`, () => {
        const review = reviewTexts(fixture.files)
        const assessment = assess(review.estate, theLibrary())
        const found = new Set(fixture.files.flatMap(({ uri }) => review.findings(uri)).filter(({ code, data }) => transferCodes.has(code) && ['adequate', 'conditional', 'third'].includes(String(data.status))).map(({ at }) => `${at.file} ${at.span.start}`))
        const rows = new Set(
          fixture.files
            .flatMap(({ uri }) => processingsOf(assessment, uri).filter(({ kind }) => kind !== 'topic' && kind !== 'schema'))
            .flatMap(processing => activityOf(processing, assessment).cells.transfers)
            .filter(({ places, text }) => places.length > 0 && !text.includes('country to be declared'))
            .map(({ places: [at] }) => `${at?.file} ${at?.span.start}`),
        )
        assert.deepEqual([...found].sort(), [...rows].sort())
      })
    }
  }
})

import assert from 'node:assert/strict'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import type { Destination } from '../../server/src/assess/destination.ts'
import { destinationsOf } from '../../server/src/assess/residency.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { processingsOf, recordOf } from '../../server/src/records/activities.ts'
import type { CellName } from '../../server/src/records/cells.ts'
import { recordMarkdown } from '../../server/src/records/markdown.ts'
import type { ProcessingRecord, Value } from '../../server/src/records/record.ts'
import { english } from '../../server/src/records/words/en.ts'
import { languages } from '../support/languages.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { word } from '../../server/src/words/message.ts'
import { everyFixture } from '../support/company.ts'
import { reviewTexts, theLibrary } from '../support/fixtures.ts'

/** The rules that say that something leaves the EEA. */
const transferCodes = new Set(['KR401', 'KR402', 'KR403', 'KR404', 'KR406'])
const specialCodes = new Set(['KR102', 'KR103'])
const outside: readonly string[] = ['adequate', 'conditional', 'third']

const fixtures = everyFixture()

const keyOf = ({ file, span }: Place): string => `${file} ${span.start}`
const placesOf = (values: readonly Value[]): Set<string> => new Set(values.flatMap(({ places }) => places.map(keyOf)))

/** All values of a cell, those of the annex among them. */
const valuesOf = ({ activities, systems }: ProcessingRecord, cell: CellName): Value[] => [
  ...activities.flatMap(({ cells }) => cells[cell]),
  ...(cell === 'transfers' || cell === 'recipients' ? systems.flatMap(system => system[cell]) : []),
]

const leaves = ({ role, status }: Destination): boolean =>
  role !== 'registry' && (outside.includes(status) || status === 'open')

function transfersAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'transfers'))
  const wanted = findings.filter(({ code, data }) => transferCodes.has(code) && outside.includes(String(data.status)))
  for (const { code, at } of wanted) assert.ok(told.has(keyOf(at)), `${code} at ${keyOf(at)} is no transfer`)
  return wanted.length
}

function recipientsAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'recipients'))
  const missing = valuesOf(record, 'transfers').filter(({ basis }) => basis === 'missing')
  const owned = findings.filter(({ code }) => code === 'KR405')
  for (const { at } of owned) assert.ok(told.has(keyOf(at)), `KR405 at ${keyOf(at)} is no recipient`)
  for (const { at } of findings.filter(({ code }) => code === 'KR407'))
    assert.ok(
      missing.some(({ places }) => places.some(({ file }) => file === at.file)),
      `the country at ${keyOf(at)} is not missing`,
    )
  return owned.length
}

/** Special categories and identifiers, in schemas that belong to an activity. */
function categoriesAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'categories'))
  const schemas = new Set(record.activities.flatMap(({ data }) => data.map(({ record: { file } }) => file)))
  const wanted = findings.filter(({ code, at }) => specialCodes.has(code) && schemas.has(at.file))
  for (const { code, at } of wanted) assert.ok(told.has(keyOf(at)), `${code} at ${keyOf(at)} is no category`)
  return wanted.length
}

/** The other way round: a transfer has a destination behind it, and where one leaves or is open no cell says that there is none. */
function nothingIsMadeUp(record: ProcessingRecord, db: Db): void {
  const known = new Set(
    [...db.estate.files()]
      .flatMap(file => processingsOf(db, file))
      .filter(({ kind }) => kind !== 'schema')
      .flatMap(of => destinationsOf(db, of).filter(leaves))
      .map(({ at }) => keyOf(at)),
  )
  for (const { basis, places, text } of valuesOf(record, 'transfers'))
    if (basis !== 'missing' && basis !== 'unknown')
      assert.ok(
        places.map(keyOf).some(key => known.has(key)),
        `nothing stands behind "${text(english)}"`,
      )
  for (const { name, destinations, cells } of record.activities)
    if (destinations.some(leaves))
      assert.ok(
        cells.transfers.every(({ basis }) => basis !== 'unknown'),
        `${name} denies its transfers`,
      )
}

describe('the record says no less than the findings', () => {
  const compared = { transfers: 0, recipients: 0, categories: 0 }
  for (const { name, files } of fixtures)
    it(`of ${name}`, () => {
      const review = reviewTexts(files)
      const db = openDb(review.estate, theLibrary())
      const record = recordOf(db, review.estate.files())
      const findings = files.flatMap(({ uri }) => [...review.findings(uri)])
      compared.transfers += transfersAreTold(record, findings)
      compared.recipients += recipientsAreTold(record, findings)
      compared.categories += categoriesAreTold(record, findings)
      nothingIsMadeUp(record, db)
      for (const { message, because, sources } of findings) {
        const said = [message, ...because].map(one => word(one, english.messages))
        assert.doesNotMatch(said.join('\n'), /from memory/)
        assert.doesNotMatch(sources.join('\n'), /(?:owner|law)[^\n]*from memory/i)
      }
      for (const words of languages.map(({ record }) => record))
        assert.doesNotMatch(
          recordMarkdown(record, words, { show: ({ file }) => file }),
          /no reason for one|kein Anlass|pas la nécessité|from memory|undefined/,
        )
    })

  it('has compared many of each', () => {
    const { transfers, recipients, categories } = compared
    assert.ok(transfers > 60 && recipients > 20 && categories > 4, JSON.stringify(compared))
  })
})

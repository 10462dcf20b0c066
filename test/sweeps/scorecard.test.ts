import assert from 'node:assert/strict'
import { effectOf } from '../../server/src/assess/what-if.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { consequencesOf } from '../../server/src/records/scorecard/what-if.ts'
import { lazy } from '../../server/src/text/lazy.ts'
import { everyFixture } from '../support/company.ts'
import { linesOf, open, suppositions } from '../support/scorecards.ts'

const fixtures = everyFixture()

const keyOf = ({ file, span }: Place): string => `${file} ${span.start}`

describe('the scorecard of every fixture', () => {
  const companies = lazy(() => fixtures.map(({ name, files }) => ({ name, ...open(files) })))

  it('holds every finding on a transfer or a foreign law at a thing that it lists, once', () => {
    let held = 0
    for (const { name, card, findings } of companies()) {
      const against = [...linesOf(card), ...card.clusters.flatMap(({ items }) => items)].flatMap(one => one.against)
      const told = new Set(against.map(({ code, at }) => `${code} ${keyOf(at)}`))
      const places = new Set(linesOf(card).flatMap(line => line.places.map(keyOf)))
      for (const { code, at } of findings.filter(one => /^KR40[1-68]$/.test(one.code))) {
        if (!places.has(keyOf(at))) continue
        held++
        assert.ok(told.has(`${code} ${keyOf(at)}`), `${name}: ${code} at ${keyOf(at)} is not held against anything`)
      }
      for (const { code, at } of against)
        assert.ok(
          findings.some(finding => finding.code === code && keyOf(finding.at) === keyOf(at)),
          `${name}: ${code} is no finding`,
        )
    }
    assert.ok(held > 50, String(held))
  })

  it('names no recipient of records that the record does not name', () => {
    let named = 0
    for (const { name, card, db, review } of companies()) {
      const record = recordOf(db, review.estate.files())
      const known = new Set([
        ...record.activities.flatMap(({ destinations }) => destinations),
        ...record.systems.flatMap(({ recipients }) => recipients.flatMap(({ places }) => places.map(keyOf))),
        ...record.activities.flatMap(({ cells }) => cells.recipients.flatMap(({ places }) => places.map(keyOf))),
      ])
      for (const { destination, item } of linesOf(card)) {
        if (!destination?.provider || (item !== 'sinks' && item !== 'mirrors')) continue
        named++
        assert.ok(
          known.has(destination) || known.has(keyOf(destination.at)),
          `${name}: ${destination.name} is not in the record`,
        )
      }
    }
    assert.ok(named > 20, String(named))
  })

  for (const suppose of suppositions)
    it(`breaks, leaves or cannot tell each line under "${suppose.is}", and of nothing without a country or an operator it says that it holds`, () => {
      for (const { card, db } of companies()) {
        const { broken, unclear } = consequencesOf(db, card, suppose)
        const lines = linesOf(card).filter(({ placeable }) => placeable)
        const held = lines.filter(line => effectOf(suppose, line.destination) === 'holds')
        assert.equal(broken.length + unclear.length + held.length, lines.length)
        for (const { destination } of held)
          assert.ok(suppose.is === 'without' ? destination?.provider : destination?.countries.length)
      }
    })
})

import { english } from '../../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { openDb } from '../../server/src/assess/db.ts'
import { holeOf } from '../../server/src/fix.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { acceptances } from '../../server/src/rules/configuration/acceptance.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { applyFix } from '../support/fixes.ts'
import { changesTo, readFixtures, root, theLibrary } from '../support/fixtures.ts'
import { startReview } from '../../server/src/review.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { word } from '../../server/src/words/message.ts'

describe('accepting a finding with a reason', () => {
  for (const { code, name } of rules.filter(({ family }) => family !== 'configuration')) {
    it(`silences ${code} wherever it stands, and nothing else`, () => {
      for (const fixture of readFixtures(`test/rules/${code}-${name}`)) {
        const texts = new Map(fixture.files.map(({ uri, text }) => [uri, text]))
        const reader = openReader()
        const review = startReview(theLibrary(), () => [root])
        review.update(reader.read(changesTo(texts)))
        const all = (): Finding[] => [...review.files()].flatMap(uri => review.findings(uri))
        const open = (): string[] =>
          all()
            .filter(({ suppressed }) => !suppressed)
            .map(({ code: other, at, message }) => `${other} ${at.file} ${word(message, english)}`)
            .sort()
        const before = open()
        for (const finding of all().filter(({ suppressed, code: other }) => !suppressed && other === code)) {
          const label = `${fixture.name}: ${word(finding.message, english)}`
          const [first] = acceptances(finding, openDb(review.estate, theLibrary())).flatMap(fix => {
            const applied = applyFix(fix, texts)
            return applied ? [{ fix, ...applied }] : []
          })
          assert.ok(first, `${label}: no way to accept it`)
          const hole = holeOf(first.fix, first.edits, file => texts.get(file))
          assert.ok(hole, `${label}: nowhere to write the reason`)
          const text = first.texts.get(hole.file) ?? ''
          const written = `${text.slice(0, hole.offset)}agreed${text.slice(hole.offset)}`
          const update = (to: string | undefined): void => {
            const changes = changesTo(new Map<Uri, string | undefined>([...texts, [hole.file, to]]))
            review.update(reader.read(changes.filter(([file]) => file === hole.file)))
          }
          update(written)
          const [now, silenced] = [open(), all().filter(({ suppressed }) => suppressed?.reason === 'agreed')]
          update(texts.get(hole.file))
          assert.ok(
            silenced.some(({ message }) => word(message, english) === word(finding.message, english)),
            `${label}: it still speaks\n${written}`,
          )
          assert.deepEqual(
            now.filter(other => !before.includes(other)),
            [],
            `${label}: something else speaks`,
          )
          assert.ok(
            silenced.every(({ code: other }) => other === code),
            `${label}: something else is silent`,
          )
        }
      }
    })
  }
})

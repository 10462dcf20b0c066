import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../server/src/rules/registry.ts'
import type { Finding } from '../server/src/rules/finding.ts'
import { applyFix, assertFixSettles } from './support/fixes.ts'
import { markOf, readFixtures, reviewTexts, type Fixture } from './support/fixtures.ts'
import { assertGolden, updating } from './support/golden.ts'
import { asMarkers, writeMarkers } from './support/markers.ts'

/** All findings of a fixture, by file. */
function findingsOf(fixture: Fixture): Map<string, readonly Finding[]> {
  const review = reviewTexts(fixture.files)
  return new Map(fixture.files.map(({ uri }) => [uri, review.findings(uri)]))
}

const folderOf = ({ code, name }: { code: string; name: string }): string => join('test/rules', `${code}-${name}`)

for (const rule of rules) {
  describe(`${rule.code} ${rule.name}`, () => {
    for (const fixture of readFixtures(folderOf(rule))) {
      it(`says what the markers of ${fixture.name} say`, () => {
        for (const [uri, findings] of findingsOf(fixture)) {
          const file = fixture.files.find(candidate => candidate.uri === uri)
          if (!file) continue
          if (updating) writeFileSync(file.path, writeMarkers(file.text, findings, markOf(uri)))
          else assert.deepEqual(asMarkers(file.text, findings), file.markers, file.path)
        }
      })

      it(`settles ${fixture.name} with each of its fixes`, () => {
        const texts = new Map(fixture.files.map(({ uri, text }) => [uri, text]))
        const shown: string[] = []
        const review = reviewTexts(fixture.files)
        for (const finding of fixture.files.flatMap(({ uri }) => review.findings(uri))) {
          if (finding.code !== rule.code || finding.suppressed) continue
          for (const fix of finding.fixes) {
            const applied = applyFix(fix, texts)
            if (!applied) continue
            assertFixSettles(finding, fix, texts, review)
            shown.push(`${finding.message}\n  ${fix.title}\n${changes(texts, applied.texts)}`)
          }
        }
        assertGolden(`${fixture.name}.golden.txt`, shown.length === 0 ? 'no fix\n' : shown.join('\n'))
      })
    }
  })
}

/** The lines that changed, as a diff shows them. */
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  return [...after]
    .filter(([uri, text]) => before.get(uri) !== text)
    .map(([uri, text]) => {
      const [was, is] = [(before.get(uri) ?? '').split('\n'), text.split('\n')]
      let start = 0
      while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++
      let end = 0
      while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) end++
      return [`    ${uri.slice(uri.lastIndexOf('/') + 1)}:${start + 1}`, ...was.slice(start, was.length - end).map(line => `    - ${line}`), ...is.slice(start, is.length - end).map(line => `    + ${line}`), ''].join('\n')
    })
    .join('')
}

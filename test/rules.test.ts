import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../server/src/rules/registry.ts'
import type { Place } from '../server/src/model/fact.ts'
import type { Review } from '../server/src/review.ts'
import { placesBeside, type Finding } from '../server/src/rules/finding.ts'
import { indexLines } from '../server/src/text/line-index.ts'
import { english } from '../server/src/words/en/english.ts'
import { word, type Message } from '../server/src/words/message.ts'
import { applyFix, assertFixSettles } from './support/fixes.ts'
import { markOf, readFixtures, reviewTexts, type FixtureFile } from './support/fixtures.ts'
import { assertGolden, updating } from './support/golden.ts'
import { asMarkers, writeMarkers } from './support/markers.ts'
import type { Uri } from '../server/src/text/uri.ts'

/** Ids of the messages that the fixtures of this run have shown. */
const seen = new Set<string>()
/** Codes of rules that have offered a fix, or said what it would harm. */
const mended = new Set<string>()

/** Keeps which message a finding says, and whether its rule mends. */
function note({ message, code, fixes, unfixed }: Finding): void {
  seen.add(message.id)
  if (fixes.length > 0 || unfixed.some(isWithheld)) mended.add(code)
}

function holdsMarkers(file: FixtureFile, findings: readonly Finding[]): void {
  for (const finding of findings) note(finding)
  if (updating) writeFileSync(file.path, writeMarkers(file.text, findings, markOf(file.uri)))
  else assert.deepEqual(asMarkers(file.text, findings), file.markers, file.path)
}

const folderOf = ({ code, name }: { code: string; name: string }): string => join('test/rules', `${code}-${name}`)

for (const rule of rules) {
  describe(`${rule.code} ${rule.name}`, () => {
    for (const fixture of readFixtures(folderOf(rule))) {
      it(`says what the markers of ${fixture.name} say, and why, and settles it with each of its fixes`, () => {
        const texts = new Map(fixture.files.map(({ uri, text }) => [uri, text]))
        const shown: string[] = []
        const review = reviewTexts(fixture.files)
        for (const file of fixture.files) holdsMarkers(file, review.findings(file.uri))
        for (const finding of fixture.files.flatMap(({ uri }) => review.findings(uri))) {
          if (finding.code !== rule.code) continue
          const lines = [...reasonsOf(finding, texts), ...fixesOf(finding, texts, review)]
          if (lines.length > 0) shown.push([word(finding.message, english), ...lines].join('\n'))
        }
        assertGolden(`${fixture.name}.golden.txt`, shown.map(text => `${text}\n`).join('\n'))
      })
    }
  })
}

describe('the quick fixes of all rules', () => {
  it('are offered by the rules that say so, and by no others; pages claim and deny none by hand', () => {
    assert.deepEqual(
      rules.filter(({ mends }) => mends === true).map(({ code }) => code),
      rules.map(({ code }) => code).filter(code => mended.has(code)),
    )
    for (const { code, page } of rules) assert.doesNotMatch(page, /quick.?fix/i, code)
  })
})

describe('the messages of all rules', () => {
  it('are each said in some fixture', () => {
    // What the libraries of the schema languages refuse comes in a second step: test/schema-libraries.test.ts.
    // More topics than a replicator copies are made by test/replicator-limits.test.ts.
    const elsewhere = new Set(['KR801.refused', 'KR712.topics'])
    const messages = rules.flatMap(({ code }) => Object.keys(english[code]).map(entry => `${code}.${entry}`))
    assert.deepEqual(
      messages.filter(id => !seen.has(id) && !elsewhere.has(id)),
      [],
    )
  })
})

const isWithheld = ({ id }: Message): boolean => id === 'unfixed.harms' || id === 'unfixed.unknown'

/** What hover and reports show beside the message: how sure, why, from which source, resting on which places. */
function reasonsOf(finding: Finding, texts: ReadonlyMap<Uri, string>): string[] {
  const { certainty, because, sources, suppressed } = finding
  return [
    ...(certainty === 'stated' ? [] : [`  ${certainty}`]),
    ...because.map(reason => `  because ${word(reason, english)}`),
    ...sources.map(source => `  source ${source}`),
    ...placesBeside(finding).map(({ at, message }) => `  related ${lineOf(at, texts)} ${word(message, english)}`),
    ...(suppressed ? [`  accepted ${lineOf(suppressed.by, texts)} ${suppressed.reason}`] : []),
  ]
}

function lineOf({ file, span }: Place, texts: ReadonlyMap<Uri, string>): string {
  const text = texts.get(file)
  assert.ok(text !== undefined && span.start >= 0 && span.end <= text.length, `a place outside of ${file}`)
  const { line, character } = indexLines(text).position(span.start)
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line + 1}:${character + 1}`
}

/** Each fix applied to the texts: afterwards the finding is gone, and nothing graver has come. */
function fixesOf(finding: Finding, texts: ReadonlyMap<Uri, string>, review: Review): string[] {
  if (finding.suppressed) return []
  const withheld = finding.unfixed.filter(reason => isWithheld(reason) || reason.id === 'unfixed.hindered')
  const fixed = finding.fixes.flatMap(fix => {
    const applied = applyFix(fix, texts)
    if (!applied) return []
    assertFixSettles(finding, fix, texts, review)
    return [`  fix ${word(fix.title, english)}`, changes(texts, applied.texts).trimEnd()]
  })
  return [...withheld.map(reason => `  ${word(reason, english)}`), ...fixed]
}

/** The lines that changed, as a diff shows them. */
function changes(before: ReadonlyMap<Uri, string>, after: ReadonlyMap<Uri, string>): string {
  return [...after]
    .filter(([uri, text]) => before.get(uri) !== text)
    .map(([uri, text]) => {
      const [was, is] = [(before.get(uri) ?? '').split('\n'), text.split('\n')]
      let start = 0
      while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++
      let end = 0
      while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) end++
      return [
        `    ${uri.slice(uri.lastIndexOf('/') + 1)}:${start + 1}`,
        ...was.slice(start, was.length - end).map(line => `    - ${line}`),
        ...is.slice(start, is.length - end).map(line => `    + ${line}`),
        '',
      ].join('\n')
    })
    .join('')
}

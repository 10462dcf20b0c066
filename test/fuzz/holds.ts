import { inEnglish } from '../../server/src/locale/en.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import assert from 'node:assert/strict'
import { openDb } from '../../server/src/assess/db.ts'
import { secretPlacesIn } from '../../server/src/assess/secrets.ts'
import { renderFix } from '../../server/src/fix.ts'
import type { Place } from '../../server/src/model/fact.ts'
import type { Problem } from '../../server/src/model/problem.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { recordMarkdown } from '../../server/src/records/markdown.ts'
import { english } from '../../server/src/records/words/en.ts'
import { reportSarif } from '../../server/src/report/sarif.ts'
import { identitiesOf } from '../../server/src/rules/identity.ts'
import { reportText } from '../../server/src/report/text.ts'
import { startReview, type Review } from '../../server/src/review.ts'
import { placesBeside, type Finding } from '../../server/src/rules/finding.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { applyFix, assertFixSettles, syntaxErrors } from '../support/fixes.ts'
import { root, theLibrary } from '../support/fixtures.ts'
import type { Texts } from './inputs.ts'

/** Fixes of one input that are applied. */
const mostFixes = 12

/** Holds a review of texts to what it promises whatever they say; throws at the first thing that it does not keep. Returns the seconds of work that one review took. */
export function assertHolds(texts: Texts): number {
  const start = work()
  const { review, problems } = reviewOf(texts)
  const taken = work() - start
  const faults = problems.filter(({ fault }) => fault !== undefined)
  assert.deepEqual(faults, [], faults[0]?.fault)
  const known = new Map(texts.map(({ uri, text }) => [uri, text]))
  const findings = texts.flatMap(({ uri }) => review.findings(uri))
  for (const finding of findings) {
    assertOnOneLine(finding.code, finding.at, known)
    for (const { at } of placesBeside(finding)) assertOnOneLine(`${finding.code}, beside`, at, known)
  }
  assertWritable(findings, known)
  assertSame(texts, findings, 'read again')
  if (texts.length > 1) assertSame([...texts].reverse(), findings, 'in another order')
  assertReports(texts, review)
  const isValid = texts.every(({ uri, text }) => syntaxErrors(uri, text) === 0)
  if (isValid) assertSettles(findings, known, review)
  return taken
}

/** Seconds that this process has worked: a busy machine adds none. */
function work(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function reviewOf(texts: Texts): { review: Review; problems: readonly Problem[] } {
  const review = startReview(theLibrary(), () => [root])
  const reader = openReader()
  review.update(reader.read(texts.map(({ uri, text }) => [uri, text])))
  for (const { uri } of texts) review.findings(uri)
  return { review, problems: [...reader.problems(), ...review.problems()] }
}

function assertOnOneLine(label: string, { file, span: { start, end } }: Place, texts: ReadonlyMap<Uri, string>): void {
  const text = texts.get(file)
  assert.ok(text !== undefined, `${label} stands in ${file}, which nobody has given`)
  assert.ok(0 <= start && start <= end && end <= text.length, `${label} stands outside of ${file}`)
  assert.ok(!/[\r\n]/.test(text.slice(start, end)), `${label} stands on two lines of ${file}`)
}

/** Every edit that is offered lies in its text and touches no other. */
function assertWritable(findings: readonly Finding[], texts: ReadonlyMap<Uri, string>): void {
  for (const { code, fixes } of findings)
    for (const fix of fixes)
      for (const { file, create, edits } of renderFix(fix, uri => texts.get(uri)) ?? []) {
        const length = (create ?? texts.get(file) ?? '').length
        let last = 0
        for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
          assert.ok(last <= span.start && span.start <= span.end && span.end <= length, `${code}: an edit out of place`)
          last = span.end
        }
      }
}

function assertSame(texts: Texts, expected: readonly Finding[], label: string): void {
  const { review } = reviewOf(texts)
  const again = new Map(texts.map(({ uri }) => [uri, review.findings(uri)]))
  const order = [...new Set(expected.map(({ at }) => at.file))]
  const others = texts.map(({ uri }) => uri).filter(uri => !order.includes(uri))
  assert.deepEqual(
    [...order, ...others].flatMap(uri => again.get(uri) ?? []),
    expected,
    label,
  )
}

function assertReports(texts: Texts, review: Review): void {
  const db = openDb(review.estate, theLibrary())
  const files = texts.map(({ uri, text }) => ({
    uri,
    path: uri,
    text,
    lines: indexLines(text),
    secrets: secretPlacesIn(db, uri).map(({ span }) => span),
    findings: review.findings(uri),
    identities: identitiesOf(review.findings(uri), review.estate.facts(uri)?.entities),
  }))
  reportText({ files, problems: [], coverage: [] }, inEnglish.words)
  reportSarif({ files, problems: [], coverage: [] }, '0.0.0', theLibrary().knowledge, inEnglish)
  recordMarkdown(recordOf(db, review.files()), english, { show: ({ file }) => file })
}

function assertSettles(findings: readonly Finding[], texts: ReadonlyMap<Uri, string>, review: Review): void {
  let left = mostFixes
  for (const finding of findings.filter(({ suppressed }) => !suppressed))
    for (const fix of finding.fixes) {
      if (left-- <= 0) return
      if (applyFix(fix, texts)) assertFixSettles(finding, fix, texts, review, { reveals: true })
    }
}

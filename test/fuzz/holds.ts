import assert from 'node:assert/strict'
import { renderFix } from '../../server/src/fix.ts'
import type { Place } from '../../server/src/model/fact.ts'
import type { Problem } from '../../server/src/model/problem.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview, type Review } from '../../server/src/review.ts'
import { placesBeside, type Finding } from '../../server/src/rules/finding.ts'
import { baseName, type Uri } from '../../server/src/text/uri.ts'
import { applyFix, assertFixSettles, syntaxErrors } from '../support/fixes.ts'
import { root, theLibrary } from '../support/fixtures.ts'
import { outputsOf, outputsOfChange } from '../support/outputs.ts'
import { stateIn } from '../support/states.ts'
import type { Input, Texts } from './inputs.ts'

/** Seconds from which on a review is looked at again. */
const suspicious = 0.5

/** Fixes of one input that are applied. */
const mostFixes = 12

/** Holds a review to what it promises of every keystroke: it does not throw, everything that it says stands on one line of its text, each edit lies in its text, and the same texts have the same findings; on a share of inputs, all else too. Throws at the first thing that is not kept. Returns the seconds that a review took; where a busy machine may have added some, those of work that another one took. */
export function assertHolds({ before, texts, isWhole }: Input): number {
  const began = performance.now()
  const { review, problems } = reviewOf(texts)
  const taken = (performance.now() - began) / 1000
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
  if (isWhole) assertWhole(before, texts, findings, review)
  return taken < suspicious ? taken : workFor(texts)
}

/** The dear half: another order of the files, every writer, what the change means, and every fix. */
function assertWhole(before: Texts, texts: Texts, findings: readonly Finding[], review: Review): void {
  if (texts.length > 1) assertSame([...texts].reverse(), findings, 'in another order')
  const inPaths = (files: Texts): (Texts[number] & { path: string })[] =>
    files.map(({ uri, text }) => ({ uri, text, path: baseName(uri) }))
  const state = stateIn(review, inPaths(texts))
  outputsOf(state)
  outputsOfChange(stateIn(reviewOf(before).review, inPaths(before)), state)
  const known = new Map(texts.map(({ uri, text }) => [uri, text]))
  if (texts.every(({ uri, text }) => syntaxErrors(uri, text) === 0)) assertSettles(findings, known, review)
}

/** Seconds that this process works for a review: a busy machine adds none. */
function workFor(texts: Texts): number {
  const before = process.cpuUsage()
  reviewOf(texts)
  const { user, system } = process.cpuUsage(before)
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

function assertSettles(findings: readonly Finding[], texts: ReadonlyMap<Uri, string>, review: Review): void {
  let left = mostFixes
  for (const finding of findings.filter(({ suppressed }) => !suppressed))
    for (const fix of finding.fixes) {
      if (left-- <= 0) return
      if (applyFix(fix, texts)) assertFixSettles(finding, fix, texts, review, { reveals: true })
    }
}

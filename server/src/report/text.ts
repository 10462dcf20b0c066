import { levels, type Level } from '../model/configuration.ts'
import { rules } from '../rules/registry.ts'
import { pageUrl } from '../rules/page.ts'
import { sentenceOf, type Finding } from '../rules/finding.ts'
import type { LineIndex } from '../text/line-index.ts'
import { compareTexts } from '../text/order.ts'
import type { Span } from '../text/span.ts'
import { mask } from '../text/secrets.ts'
import { say, word, type Language } from '../words/message.ts'
import { plain, plainLine } from './plain.ts'
import { placesOfCopies } from './copies.ts'
import { countCoverage, newFindings, type Report, type ReviewedFile, type Standing } from './report.ts'

/** How the findings are written for people. */
export interface TextOptions {
  /** Also the line with carets, how it was read, and the page of the rule. */
  readonly explain?: boolean
  /** Whether the terminal shows colours. */
  readonly coloured?: boolean
}

/** The findings for people: one a line, `file:line:column level code message`, as compilers write them, file by file; explained, each with its line and carets under the place. Then how many there are, by rule. */
export function reportText(
  report: Report,
  words: Language,
  { explain = false, coloured = false }: TextOptions = {},
): string {
  const { files, problems, coverage } = report
  const paint = coloured ? painted : (text: string): string => text
  const again = againIn(files, words)
  const shown = files.map(({ copies, ...file }) => ({
    ...file,
    findings: file.findings.filter(finding => !copies?.has(finding)),
  }))
  const blocks = explain
    ? shown.flatMap(file => explained(file, again, paint, words))
    : shown.flatMap(file => (file.findings.length > 0 ? [linesOf(file, again, paint, words)] : []))
  const folds = files.flatMap(({ path, folded = 0 }) =>
    folded > 0 ? [`${word(say('report.folded', { path: plainLine(path), count: folded }), words)}\n`] : [],
  )
  const notes = problems.map(
    ({ path, message }) =>
      `${word(say('report.problem', { path: plainLine(path), message: plain(message) }), words)}\n`,
  )
  return `${[...blocks, ...folds, ...unread(coverage, words), ...notes, ...byRule(files), summary(files, words), covered(coverage, words)].join('\n')}\n`
}

type Paint = (text: string, as: Level | 'dim') => string

/** The colours of a terminal, by their numbers. */
const painted: Paint = (text, as) => `\u001b[${colours[as]}m${text}\u001b[0m`
const colours: Readonly<Record<Level | 'dim', number>> = { error: 31, warning: 33, information: 36, hint: 2, dim: 2 }

/** A finding on one line. */
function lineOf({ path }: ReviewedFile, finding: Finding, lines: LineIndex, paint: Paint, words: Language): string {
  const { at, level, code } = finding
  const { line, character } = lines.position(at.span.start)
  return `${plainLine(path)}:${line + 1}:${character + 1} ${paint(level, level)} ${code} ${plain(word(sentenceOf(finding), words))}`
}

/** Where else the same is said, by finding. */
type Again = ReadonlyMap<Finding, string>

function againIn(files: readonly ReviewedFile[], words: Language): Again {
  const placeOf = ({ file, finding: { at } }: Standing): string =>
    plainLine(`${file.path}:${file.lines.position(at.span.start).line + 1}`)
  return new Map(
    [...placesOfCopies(files)].map(([finding, all]) => [
      finding,
      word(
        say('report.copies', {
          places: all.slice(0, mostCopies).map(placeOf),
          more: Math.max(0, all.length - mostCopies),
        }),
        words,
      ),
    ]),
  )
}

/** How many further places a line names. */
const mostCopies = 3

function linesOf(file: ReviewedFile, again: Again, paint: Paint, words: Language): string {
  const { lines } = file
  return file.findings
    .map(finding => {
      const accepted = finding.suppressed
        ? ` (${word(say('report.suppressed', { reason: plain(finding.suppressed.reason) }), words)})`
        : ''
      const copies = again.get(finding)
      return `${lineOf(file, finding, lines, paint, words)}${copies === undefined ? '' : ` (${copies})`}${accepted}\n`
    })
    .join('')
}

function explained(file: ReviewedFile, again: Again, paint: Paint, words: Language): string[] {
  const { lines } = file
  return file.findings.map(finding => {
    const { at, level, code, because, suppressed } = finding
    const { line } = lines.position(at.span.start)
    const number = String(line + 1)
    const gutter = ' '.repeat(number.length)
    const { source, lead, width } = excerpt(file, at.span, lines.line(line))
    const rule = rules.find(candidate => candidate.code === code)
    return [
      lineOf(file, finding, lines, paint, words),
      `${gutter} |`,
      `${number} | ${source}`,
      `${gutter} | ${lead}${paint('^'.repeat(width), level)}`,
      ...because.map(reason => `${gutter} = ${plain(word(reason, words))}`),
      ...(again.has(finding) ? [`${gutter} = ${again.get(finding)}`] : []),
      ...(suppressed
        ? [`${gutter} = ${word(say('report.suppressed', { reason: plain(suppressed.reason) }), words)}`]
        : []),
      ...(rule ? [`${gutter} = ${paint(pageUrl(rule), 'dim')}`] : []),
      '',
    ].join('\n')
  })
}

/** How much of a long line is shown before the place, and in all. In UTF-16 units. */
const shownBefore = 60
const shownInAll = 180

/** The line of a place, cut around it where it is long: a report grows with its findings, not with the lines that they stand on. */
function excerpt(
  file: ReviewedFile,
  at: Span,
  line: Span,
): { readonly source: string; readonly lead: string; readonly width: number } {
  const whole = line.end - line.start <= shownInAll
  const start = whole ? line.start : Math.max(line.start, at.start - shownBefore)
  const end = whole ? line.end : Math.min(line.end, start + shownInAll)
  const secrets = file.secrets.filter(span => span.start < end && start < span.end)
  const show = (from: number, to: number): string => struck(file.text, { start: from, end: to }, secrets)
  const marked = Math.max(at.start, Math.min(at.end, end))
  const before = `${start > line.start ? '…' : ''}${show(start, at.start)}`
  const place = show(at.start, marked)
  return {
    source: `${before}${place}${show(marked, end)}${end < line.end ? '…' : ''}`,
    lead: before.replace(/[^\t]/g, ' '),
    width: Math.max(1, place.length),
  }
}

/** A stretch of a text with the secrets in it struck out. */
function struck(text: string, { start, end }: Span, secrets: readonly Span[]): string {
  const parts: string[] = []
  let at = start
  for (const secret of secrets) {
    const [from, to] = [Math.max(at, secret.start), Math.min(end, secret.end)]
    if (from >= to) continue
    parts.push(plain(text.slice(at, from)), mask)
    at = to
  }
  return [...parts, plain(text.slice(at, end))].join('')
}

/** The places that were not understood, the first ones of them. */
function unread(coverage: Report['coverage'], words: Language): string[] {
  const places = coverage.flatMap(({ path, unread }) =>
    unread.map(({ line, why }) =>
      word(say('report.unread', { place: plainLine(`${path}:${line}`), why: plain(word(why, words)) }), words),
    ),
  )
  const more = places.length - mostUnread
  const lines = [
    ...places.slice(0, mostUnread),
    ...(more > 0 ? [word(say('report.moreUnread', { count: more }), words)] : []),
  ]
  return lines.length > 0 ? [`${lines.join('\n')}\n`] : []
}

const mostUnread = 20

const covered = (coverage: Report['coverage'], words: Language): string =>
  word(coverage.length > 0 ? say('report.coverage', countCoverage(coverage)) : say('report.noCoverage'), words)

/** How often each rule says something, the gravest level first; of one rule, the summary tells it. */
function byRule(files: Report['files']): string[] {
  const counted = new Map<string, { readonly finding: Finding; count: number }>()
  for (const finding of files.flatMap(newFindings)) {
    const known = counted.get(`${finding.level} ${finding.code}`)
    if (known) known.count++
    else counted.set(`${finding.level} ${finding.code}`, { finding, count: 1 })
  }
  if (counted.size < 2) return []
  const lines = [...counted.values()]
    .sort(
      (a, b) =>
        levels.indexOf(b.finding.level) - levels.indexOf(a.finding.level) ||
        b.count - a.count ||
        compareTexts(a.finding.code, b.finding.code),
    )
    .map(
      ({ finding: { code, name, level }, count }) =>
        `${String(count).padStart(6)} ${level.padEnd(11)} ${code} ${name}\n`,
    )
  return [lines.join('')]
}

function summary(files: Report['files'], words: Language): string {
  const all = files.flatMap(newFindings)
  const count = (level: Level): number => all.filter(finding => finding.level === level).length
  return word(
    say('report.summary', {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('information'),
      hints: count('hint'),
    }),
    words,
  )
}

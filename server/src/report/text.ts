import type { Level } from '../model/configuration.ts'
import { rules } from '../rules/registry.ts'
import { pageUrl } from '../rules/page.ts'
import { indexLines } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { say, word, type Language } from '../words/message.ts'
import { plain, plainLine } from './plain.ts'
import { countCoverage, type Report, type ReviewedFile } from './report.ts'
import { mask, openSecrets } from './secrets.ts'

/** The findings for people: each with its line and carets under the place, as a compiler shows them. */
export function reportText({ files, problems, coverage }: Report, words: Language): string {
  const secretsIn = openSecrets(files)
  const blocks = files.flatMap(file => reportFile(file, secretsIn, words))
  const folds = files.flatMap(({ path, folded = 0 }) =>
    folded > 0 ? [`${word(say('report.folded', { path: plainLine(path), count: folded }), words)}\n`] : [],
  )
  const notes = problems.map(
    ({ path, message }) =>
      `${word(say('report.problem', { path: plainLine(path), message: plain(message) }), words)}\n`,
  )
  return `${[...blocks, ...folds, ...unread(coverage, words), ...notes, summary(files, words), ...covered(coverage, words)].join('\n')}\n`
}

function reportFile(file: ReviewedFile, secretsIn: ReturnType<typeof openSecrets>, words: Language): string[] {
  const { path, text, findings } = file
  const lines = indexLines(text)
  return findings.map(({ at, level, code, message, because, suppressed }) => {
    const { line, character } = lines.position(at.span.start)
    const number = String(line + 1)
    const gutter = ' '.repeat(number.length)
    const { source, lead, width } = excerpt(file, at.span, lines.line(line), secretsIn)
    const rule = rules.find(candidate => candidate.code === code)
    return [
      `${plainLine(path)}:${number}:${character + 1} ${level} ${code} ${plain(word(message, words))}`,
      `${gutter} |`,
      `${number} | ${source}`,
      `${gutter} | ${lead}${'^'.repeat(width)}`,
      ...because.map(reason => `${gutter} = ${plain(word(reason, words))}`),
      ...(suppressed
        ? [`${gutter} = ${word(say('report.suppressed', { reason: plain(suppressed.reason) }), words)}`]
        : []),
      ...(rule ? [`${gutter} = ${pageUrl(rule)}`] : []),
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
  secretsIn: ReturnType<typeof openSecrets>,
): { readonly source: string; readonly lead: string; readonly width: number } {
  const whole = line.end - line.start <= shownInAll
  const start = whole ? line.start : Math.max(line.start, at.start - shownBefore)
  const end = whole ? line.end : Math.min(line.end, start + shownInAll)
  const secrets = secretsIn(file, { start, end })
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
      word(say('report.unread', { place: plainLine(`${path}:${line}`), why: plain(why) }), words),
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

const covered = (coverage: Report['coverage'], words: Language): string[] =>
  coverage.length > 0 ? [word(say('report.coverage', countCoverage(coverage)), words)] : []

function summary(files: Report['files'], words: Language): string {
  const all = files.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed))
  const count = (level: Level): number => all.filter(finding => finding.level === level).length
  return word(
    say('report.summary', {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('information'),
      hints: count('hint'),
      files: files.length,
    }),
    words,
  )
}

import type { Span } from '../text/span.ts'
import type { ReviewedFile } from './report.ts'

/** From this length on a secret is struck out wherever its characters stand; a shorter one only as a whole word, since `kafka` may be a password too. In UTF-16 units. */
const telling = 8
const shortest = 4

/** Where secrets stand in a stretch of a file: those of the file itself, and every repetition of one that is known from any of the files. */
export function openSecrets(files: readonly ReviewedFile[]): (file: ReviewedFile, stretch: Span) => Span[] {
  const texts = [...new Set(files.flatMap(secretTexts))].sort((a, b) => b.length - a.length)
  const reach = texts[0]?.length ?? 0
  const pattern = texts.length > 0 ? new RegExp(texts.map(patternOf).join('|'), 'g') : undefined
  return ({ text, secrets }, { start, end }) => {
    const own = secrets.filter(span => span.start < end && start < span.end).map(span => unquoted(text, span))
    const from = Math.max(0, start - reach)
    const repeated = pattern
      ? [...text.slice(from, end + reach).matchAll(pattern)].map(({ index, 0: found }) => ({
          start: from + index,
          end: from + index + found.length,
        }))
      : []
    return union([...own, ...repeated])
  }
}

/** Secrets of one line, without the quotes around them. */
const secretTexts = ({ text, secrets }: ReviewedFile): string[] =>
  secrets
    .map(span => unquoted(text, span))
    .map(({ start, end }) => text.slice(start, end))
    .filter(secret => secret.length >= shortest && !secret.includes('\n'))

/** Quotes are no part of a secret. */
function unquoted(text: string, { start, end }: Span): Span {
  const [, before = '', inside = ''] = /^(["']?)([\s\S]*?)\1$/.exec(text.slice(start, end)) ?? []
  return { start: start + before.length, end: start + before.length + inside.length }
}

function patternOf(secret: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return secret.length < telling ? `(?<![\\w.-])${escaped}(?![\\w.-])` : escaped
}

function union(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else result.push({ start, end })
  }
  return result
}

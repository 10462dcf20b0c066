import type { Place } from '../model/fact.ts'
import type { Suppression } from '../model/suppression.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import type { Uri } from '../text/uri.ts'

/** How comments begin in a format; a line comment runs to the end of its line. `^#`: only a whole line is one. */
export type CommentMark = '#' | '//' | '^#'

const beforeDirective: Readonly<Record<CommentMark, string>> = {
  '#': '(?:^|[\\s])#+',
  '^#': '^[^\\S\\r\\n]*#+',
  '//': '//+',
}

const word = 'kafka-review-ignore'

/** The first lines in which a directive for the whole file counts. */
const headLines = 10

/** Reads the comments that silence findings: `kafka-review-ignore KR301[, KR302] -- reason`, and `kafka-review-ignore-file`. */
export function readSuppressions(file: Uri, text: string, comments: CommentMark): Suppression[] {
  if (!text.includes(word)) return []
  const lines = indexLines(text)
  const mark = comments === '//' ? '//' : '#'
  const before = beforeDirective[comments]
  const directive = new RegExp(`(${before}[^\\S\\r\\n]*)(${word}(-file)?(?![\\w-])([^\\r\\n]*))`, 'm')
  const nextOf = nextLines(text, lines, mark)
  return linesWith(text, lines).flatMap((line): Suppression[] => {
    const { start: begin, end } = lines.line(line)
    const found = directive.exec(text.slice(begin, end))
    const { 1: lead = '', 2: body = '', 3: whole, 4: rest = '' } = found ?? []
    if (!found || (whole && line >= headLines)) return []
    const index = begin + found.index
    const start = index + lead.length
    const at: Place = { file, span: { start, end: start + body.trimEnd().length } }
    const [list = '', ...reason] = rest.split('--')
    const listStart = start + body.length - rest.length
    const codes = [...list.matchAll(/[A-Z]{2}\d{3}/g)].map(code => ({
      code: code[0],
      at: { file, span: { start: listStart + code.index, end: listStart + code.index + code[0].length } },
    }))
    const alone = text.slice(begin, index).trim() === '' && lead.trim().startsWith(mark)
    return [
      {
        kind: 'suppression',
        file,
        at,
        codes,
        reason: reason.join('--').trim(),
        scope: whole ? 'file' : lines.line(alone ? nextOf(line) : line),
      } satisfies Suppression,
    ]
  })
}

/** The lines that hold the word of a directive. */
function linesWith(text: string, lines: LineIndex): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, lines.line(found.at(-1) ?? 0).end))
    found.push(lines.position(at).line)
  return found
}

/** Answers the next line that holds more than a comment; the one below where none does. Lines are asked for from the top down, and none is looked at twice. */
function nextLines(text: string, lines: LineIndex, mark: CommentMark): (line: number) => number {
  const isComment = (line: number): boolean => {
    const { start, end } = lines.line(line)
    const written = text.slice(start, end).trim()
    return written === '' || written.startsWith(mark)
  }
  let next = 0
  return line => {
    next = Math.max(next, line + 1)
    while (next < lines.count && isComment(next)) next++
    return next < lines.count ? next : line + 1
  }
}

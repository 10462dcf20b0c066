import { outerOffset, type Embedded, type Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'
import type { TextPart, ScalarTree } from './tree.ts'
import { tableOf } from '../text/table.ts'

/** The body of a heredoc: the stretch between its marks, and the white space that `<<-` takes off its lines. */
export interface Heredoc {
  readonly body: Span
  readonly indentation: number
}

/** Finds the body of a heredoc that begins at an offset; undefined where none does. */
export function heredocAt(source: string, { start, end }: Span): Heredoc | undefined {
  const head = /^<<(-?)[ \t]*([A-Za-z_][\w-]*)[ \t]*\r?\n/.exec(source.slice(start, end))
  if (!head) return undefined
  const from = start + head[0].length
  const to = Math.max(from, source.lastIndexOf('\n', end - 1) + 1)
  const body = { start: from, end: to }
  const lines = source
    .slice(from, to)
    .split('\n')
    .filter(line => line.trim() !== '')
  const indentation =
    head[1] === ''
      ? 0
      : Math.min(...[...lines, source.slice(to, end)].map(line => /^[ \t]*/.exec(line)?.[0].length ?? 0))
  return { body, indentation: Number.isFinite(indentation) ? indentation : 0 }
}

const escapes = tableOf<string>({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' })
const inQuotes = /\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]|([$%])\1\{/g
const inHeredoc = /([$%])\1\{/g

/** Reads a stretch of a quoted string, or of a heredoc, without what is interpolated in it. */
export function readText(source: string, { start, end }: Span, heredoc?: Heredoc): TextPart {
  const stretches: Stretch[] = [{ inner: 0, outer: start }]
  let text = ''
  let at = start
  const copy = (until: number): void => {
    text += source.slice(at, until)
    at = until
  }
  const jump = (to: number, piece = ''): void => {
    text += piece
    at = to
    stretches.push({ inner: text.length, outer: at })
  }
  const read = (until: number): void => {
    const from = at
    for (const { 0: token, index, 1: mark } of source.slice(from, until).matchAll(heredoc ? inHeredoc : inQuotes)) {
      copy(from + index)
      jump(from + index + token.length, mark ? `${mark}{` : escaped(token))
    }
    copy(until)
  }
  const skipIndentation = ({ body, indentation }: Heredoc): void => {
    if (at !== body.start && source[at - 1] !== '\n') return
    const spaces = /^[ \t]*/.exec(source.slice(at, Math.min(end, at + indentation)))?.[0].length ?? 0
    if (spaces > 0) jump(at + spaces)
  }
  if (!heredoc || heredoc.indentation === 0) read(end)
  else
    while (at < end) {
      skipIndentation(heredoc)
      const lineEnd = source.indexOf('\n', at)
      read(lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1)
    }
  return { kind: 'text', text, stretches, end }
}

/** What an escape in a quoted string stands for. */
const escaped = (token: string): string =>
  /^\\[uU]/.test(token)
    ? String.fromCodePoint(Math.min(0x10ffff, parseInt(token.slice(2), 16)))
    : (escapes.get(token[1] ?? '') ?? token.slice(1))

/** Opens a text that a quoted string or a heredoc holds. */
export function embedInHcl(source: string, tree: ScalarTree): Embedded | undefined {
  const { span, text, quoted, stretches } = tree
  if (!quoted) return undefined
  const heredoc = heredocAt(source, span)
  if (!heredoc && source[span.start] !== '"') return undefined
  const written =
    stretches ?? readText(source, heredoc?.body ?? { start: span.start + 1, end: span.end - 1 }, heredoc).stretches
  const indentation = ' '.repeat(heredoc?.indentation ?? 0)
  const encode = heredoc
    ? (piece: string): string => piece.replace(/([$%])\{/g, '$1$1{').replace(/\n(?=[^\r\n])/g, `\n${indentation}`)
    : (piece: string): string | undefined => quote(piece).slice(1, -1)
  return { text, outer: offset => outerOffset(written, offset), encode }
}

/** A text as a quoted string of HCL. */
export const quote = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/([$%])\{/g, '$1$1{')}"`

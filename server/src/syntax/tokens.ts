import { tableOf } from '../text/table.ts'

/** A token of a language with C-like comments and strings. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark'
  readonly text: string
  readonly start: number
  readonly end: number
  /** Where the comments before it begin, back to the token before; its own start where there are none. */
  readonly lead: number
  /** Its place among the tokens. */
  readonly index: number
}

const shape =
  /\s+|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|("(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?)|([\p{L}_$`][\p{L}\p{N}_$`]*)|(\d[\w.]*(?:(?<=[eE])[+-]\d+)?)|([\s\S])/uy

/** What a match of `shape` is; undefined for white space and comments. */
function kindOf(match: RegExpExecArray): Token['kind'] | undefined {
  if (match[2] !== undefined) return 'word'
  if (match[1] !== undefined) return 'string'
  if (match[3] !== undefined) return 'number'
  return match[4] === undefined ? undefined : 'mark'
}

/** Cuts a text into tokens; whatever it holds, each character belongs to a token, a comment or white space. A string ends with its line. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  shape.lastIndex = 0
  let lead = -1
  for (let match = shape.exec(text); match; match = shape.exec(text)) {
    const start = match.index
    const whole = match[0]
    const kind = kindOf(match)
    if (kind === undefined) {
      if (lead < 0 && whole.startsWith('/')) lead = start
      continue
    }
    tokens.push({
      kind,
      text: whole,
      start,
      end: start + whole.length,
      lead: lead < 0 ? start : lead,
      index: tokens.length,
    })
    lead = -1
  }
  return tokens
}

/** The text of a string token, unquoted and unescaped. */
export const unquote = (text: string): string =>
  text
    .slice(1, text.length > 1 && text.endsWith(text[0] ?? '') ? -1 : undefined)
    .replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, (_whole, hex: string | undefined, char: string | undefined) =>
      hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : (escapes.get(char ?? '') ?? char ?? ''),
    )

const escapes = tableOf<string>({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })

/** What the comments between two offsets say, without their marks. */
export const commentText = (text: string, start: number, end: number): string =>
  start >= end
    ? ''
    : text
        .slice(start, end)
        .replace(/^[ \t]*(?:\/\/+|\/\*+|\*+\/|\*)|(?<!\*)\*+\/[ \t]*$/gm, ' ')
        .replace(/\/\/|\/\*|\*\//g, ' ')
        .replace(/\s+/g, ' ')
        .trim()

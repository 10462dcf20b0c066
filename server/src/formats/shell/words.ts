import type { Piece } from './values.ts'

/** The words of a call, or of a list; `isOpen` where a command among them says what follows. */
export interface Words {
  readonly words: readonly Piece[]
  readonly isOpen: boolean
}

/** More words of a list are not looked at, and a command that runs more often is read once. */
export const mostRuns = 200

const blank = /(?:[ \t]|\\\r?\n)+/y
const lines = /(?:\s|#[^\n]*)+/y
const word = /(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[^\r\n]|[^\s"'\\;&|()<>])+/y

/** The words from an offset on, up to the end of the line, or to a bracket. */
export function wordsFrom(text: string, from: number, until: '\n' | ')'): Words {
  const words: Piece[] = []
  const space = until === ')' ? lines : blank
  let at = from
  for (;;) {
    space.lastIndex = at
    if (space.test(text)) at = space.lastIndex
    const next = text[at]
    if (next === '(' || words.length > mostRuns) return { words, isOpen: true }
    if (next === undefined || next === '#') return { words, isOpen: false }
    word.lastIndex = at
    const written = word.exec(text)?.[0]
    // A redirection ends a list of words as a command does.
    if (written === undefined) return { words, isOpen: false }
    words.push(pieceOf(written, at))
    at += written.length
  }
}

/** A word without its quotes. Between single ones nothing is filled in. */
function pieceOf(written: string, start: number): Piece {
  const span = { start, end: start + written.length }
  const inner = /^(["'])([^"'\\]*)\1$/s.exec(written)
  if (inner)
    return {
      text: inner[1] === "'" ? (inner[2] ?? '').replaceAll('$', '`') : (inner[2] ?? ''),
      span: { start: span.start + 1, end: span.end - 1 },
    }
  if (!/["'\\]/.test(written)) return { text: written, span }
  return { text: written.replace(/\\(.)|["']/gs, '$1'), span }
}

/** Where the line of an offset ends. */
export const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

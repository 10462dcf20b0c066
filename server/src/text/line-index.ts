import type { Span } from './span.ts'

/** A position as editors count it: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** The lines of a text. */
export interface LineIndex {
  /** Number of lines; a text without line ends has one. */
  readonly count: number
  position(offset: number): Position
  /** The offset of a position; columns past the end of a line stop at its end. */
  offset(position: Position): number
  /** A line without its line end; lines outside the text are empty. */
  line(number: number): Span
}

/** Indexes the lines of a text; `\n`, `\r\n` and `\r` end a line, as in the language server protocol. */
export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue
    if (code === 10 || code === 13) starts.push(at + 1)
  }
  const line = (number: number): Span => {
    const start = starts[number]
    if (start === undefined) return { start: text.length, end: text.length }
    let end = starts[number + 1] ?? text.length + 1
    end -= 1
    if (text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13 && end > start) end -= 1
    return { start, end: Math.max(start, Math.min(end, text.length)) }
  }
  return {
    count: starts.length,
    position(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low, character: offset - (starts[low] ?? 0) }
    },
    offset({ line: number, character }) {
      const { start, end } = line(number)
      return Math.min(start + character, end)
    },
    line,
  }
}

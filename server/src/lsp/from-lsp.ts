import type { Range } from 'vscode-languageserver'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'

/** The offsets of a range. */
export const fromRange = ({ start, end }: Range, lines: LineIndex): Span => ({
  start: lines.offset(start),
  end: lines.offset(end),
})

import type { LineIndex, Position } from '../text/line-index.ts'

/** More columns than a line of any file of ours has: what lies behind stands at the last one. */
const columns = 2 ** 21

/** A line and a column (both from 0) as one number that keeps their order: what an offset is where no text is at hand. */
export const offsetAt = ({ line, character }: Position): number => line * columns + Math.min(character, columns - 1)

/** The lines of every file whose offsets were made by `offsetAt`. */
export const linesOfFacts: LineIndex = {
  count: Number.MAX_SAFE_INTEGER / columns,
  position: offset => ({ line: Math.floor(offset / columns), character: offset % columns }),
  offset: offsetAt,
  line: number => ({ start: number * columns, end: (number + 1) * columns - 1 }),
}

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share a character; empty spans share with the spans they stand inside. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The span moved by a number of characters. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

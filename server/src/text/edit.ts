import type { Span } from './span.ts'

/** A replacement of one stretch of a text. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** Applies edits that were made against the same text; throws a RangeError when two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let at = 0
  for (const { span, text: replacement } of ordered) {
    if (span.start < at) throw new RangeError(`edits overlap at offset ${span.start}`)
    result += text.slice(at, span.start) + replacement
    at = span.end
  }
  return result + text.slice(at)
}

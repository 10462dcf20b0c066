import type { Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'
import type { Expression } from './expression.ts'

/** What every format is read into: maps, lists and scalars that know where they stand. Spans count from the start of their document. */
export type Tree = MapTree | ListTree | ScalarTree | UnresolvedTree

/** A key with its value; the value is undefined where nothing has been written yet. */
export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Tree | undefined
  /** Written elsewhere and pulled in (merge key): no writer may change it here. */
  readonly borrowed?: true
}

/** Keys and values in their order; a key may stand twice. */
export interface MapTree {
  readonly kind: 'map'
  readonly span: Span
  readonly entries: readonly Entry[]
  /** A template or a conflict stands among the entries: what is not seen here may be there all the same. */
  readonly open?: true
}

/** Values in their order; half-typed ones are left out. */
export interface ListTree {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Tree[]
}

/** A text, a number, a boolean: all of them as text. */
export interface ScalarTree {
  readonly kind: 'scalar'
  /** As written, quotes included. */
  readonly span: Span
  /** As meant: unquoted and unescaped. */
  readonly text: string
  readonly quoted: boolean
  readonly multiline: boolean
  /** A template: the text holds its interpolations as they are written. */
  readonly expression?: Expression
  /** Where its characters stand, for a text that was put together; for any other its syntax knows. */
  readonly stretches?: readonly Stretch[]
}

/** Something stands here that only another tool can evaluate: a template, an unknown alias, a tag. */
export interface UnresolvedTree {
  readonly kind: 'unresolved'
  readonly span: Span
  readonly text: string
  /** What would have to be worked out, where the language says it. */
  readonly expression?: Expression
}

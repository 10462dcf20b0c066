import type { Category } from '../person-words.ts'
import type { Evidence } from '../weights.ts'

/** One way to understand a field: what it would hold, and what speaks for and against it. */
export interface Reading {
  readonly category: Category
  /** The data subject of Art. 30. */
  readonly subject: string
  readonly identifier?: { readonly name: string; readonly country: string }
  /** The words that it rests on. */
  readonly words: string
  /** The kind of person whose it is, where the name itself says so. */
  readonly owner?: string
  /** Kinds of evidence that all readings of the field share, by their names in `personal-data-weights.yaml`. */
  readonly common: Evidence
  /** Those of this reading alone. */
  readonly own: Evidence
  /** Whether more than one common word makes it data of a special category. */
  readonly proven: boolean
}

/** All that speaks for and against a reading. */
export const evidenceOf = ({ common, own }: Reading): string[] => [...common, ...own]

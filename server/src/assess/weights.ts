import data from '../knowledge/personal-data-weights.yaml'

/** The kinds of evidence that were found, by their names. */
export type Evidence = readonly string[]

/** What each kind of evidence weighs, in the logarithm of odds; a kind that is not listed weighs nothing. */
export type Table = ReadonlyMap<string, number>

/** What evidence weighs, and where the levels are cut. */
export interface Weights {
  /** That a record is about a person. */
  readonly person: Table
  /** That it is about a person or about what one does. */
  readonly anybody: Table
  /** That a field holds what a reading of it says. */
  readonly field: Table
  /** Probabilities from which a field is reported: as a certain finding, as a finding, as one of a special category, as one to be decided. */
  readonly levels: { readonly sure: number; readonly shown: number; readonly special: number; readonly hint: number }
}

/** The weights as they are trained (`server/tools/training`). */
export function loadWeights(): Weights {
  const { person, anybody, field, levels } = data() as Record<
    'person' | 'anybody' | 'field',
    Record<string, number>
  > & {
    levels: Weights['levels']
  }
  const table = (row: Record<string, number>): Table => new Map(Object.entries(row))
  return { person: table(person), anybody: table(anybody), field: table(field), levels }
}

/** The probability from which a field is a finding; a false alarm over Art. 9 costs more than any other. */
export const shownFrom = (special: boolean, levels: Weights['levels']): number =>
  special ? Math.max(levels.special, levels.shown) : levels.shown

const joined = new Map<string, Map<string, string>>()

/** A kind of evidence that two things make together: the same string each time, so that its weight is found without reading it again. */
export function kindOf(of: string, by: string): string {
  const known = joined.get(of)
  const kind = known?.get(by) ?? of + by
  if (!known) joined.set(of, new Map([[by, kind]]))
  else if (!known.has(by)) known.set(by, kind)
  return kind
}

/** What all evidence weighs together, added to what something else weighs. */
export function sum(evidence: Evidence, table: Table, before = 0): number {
  let total = before
  for (const kind of evidence) total += table.get(kind) ?? 0
  return total
}

/** A sum of weights as a probability. */
export const probability = (score: number): number => 1 / (1 + Math.exp(-score))

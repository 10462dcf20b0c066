import type { Scene } from './field-evidence.ts'
import type { NameReading } from './field-name.ts'
import type { Reading } from './readings/reading.ts'
import { readingsOf } from './readings/readings.ts'
import { hasHappened, hasSomebody, isOfMachines, isOfProgram } from './readings/whose.ts'
import type { ReadField } from './record-subject.ts'
import { probability, sum } from './weights.ts'

/** A reading, weighed. */
export interface Meaning extends Reading {
  /** From 0 to 1: how probable it is that the field holds it. */
  readonly probability: number
}

/** The likeliest way to understand a field; undefined where no word of it speaks of people. */
export function meaningOf(read: ReadField, scene: Scene, vocabulary: NameReading): Meaning | undefined {
  let [best, most]: [Reading?, number?] = []
  const readings = readingsOf(read, scene, vocabulary)
  if (readings.length === 0) return undefined
  const { field: table } = vocabulary.weights
  const shared = sum(readings[0]?.common ?? [], table)
  for (const reading of readings) {
    const total = shared + sum(reading.own, table)
    if (most === undefined || total > most + 1e-9) [best, most] = [reading, total]
  }
  return best && most !== undefined ? { ...best, probability: capped(probability(most), best, scene) } : undefined
}

/** What a word of a special category comes to where nothing else speaks of a person, or of such data: no likelier than not, so that it is never more than a hint. */
const wordAlone = 0.5

/** Data of a special category need two proofs: a word for them, and somebody whose they are. */
const capped = (probability: number, reading: Reading, scene: Scene): number =>
  reading.category.special &&
  ((reading.owner === undefined && ((!hasSomebody(scene) && !hasHappened(scene)) || isOfMachines(scene))) ||
    isOfProgram(reading, scene))
    ? Math.min(probability, wordAlone)
    : probability

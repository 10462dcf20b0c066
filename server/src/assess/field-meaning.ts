import type { Scene } from './field-evidence.ts'
import type { NameReading } from './field-name.ts'
import type { Reading } from './readings/reading.ts'
import { readingsOf } from './readings/readings.ts'
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
  return best && most !== undefined ? { ...best, probability: probability(most) } : undefined
}

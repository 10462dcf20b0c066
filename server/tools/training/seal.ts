import { createHash } from 'node:crypto'
import { evidenceOf } from '../../src/assess/readings/reading.ts'
import { readingsOf } from '../../src/assess/readings/readings.ts'
import { withWeights, type Vocabulary } from '../../src/assess/vocabulary.ts'
import type { LabelledField } from './labels.ts'
import { none } from './learn.ts'

/** The last line of the weights: it holds them, the hashes of labels and evidence, and the figures together, so that none of them is changed alone. */
export const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the code finds in fields before anything is learned. Where it has changed, the weights are older than the code. */
export function evidenceSeal(fields: readonly LabelledField[], vocabulary: Vocabulary): string {
  const reading = withWeights(vocabulary, none)
  const hash = createHash('sha256')
  for (const { field, record, beside } of fields) {
    const around = reading.surroundings(beside)
    const readings = readingsOf({ field, name: reading.readName(field.name.value) }, around.scene(record), reading)
    hash.update([...around.about(record).evidence, ...readings.flatMap(evidenceOf)].join('\n'))
  }
  return hash.digest('hex')
}

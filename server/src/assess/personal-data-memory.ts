import type { Configuration } from '../model/configuration.ts'
import type { SchemaRecord } from '../model/entities.ts'
import { personalDataOf, type PersonalData } from './personal-data.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What records were found to hold; it lasts as long as the records do. */
export type PersonalDataMemory = WeakMap<SchemaRecord, Remembered>

interface Remembered {
  readonly configuration: Configuration | undefined
  readonly beside: readonly SchemaRecord[]
  readonly found: readonly PersonalData[]
}

/** Answers what a record holds from memory, unless the configuration or a record of its file is another one by now: a mirror asks for all records of its topics at each keystroke in one of them. */
export const remembering =
  (memory: PersonalDataMemory, vocabulary: Vocabulary) =>
  (
    record: SchemaRecord,
    configuration: Configuration | undefined,
    beside: readonly SchemaRecord[] = [record],
  ): readonly PersonalData[] => {
    const known = memory.get(record)
    if (
      known &&
      known.configuration === configuration &&
      known.beside.length === beside.length &&
      known.beside.every((other, index) => other === beside[index])
    )
      return known.found
    const found = personalDataOf(record, vocabulary, configuration, beside)
    memory.set(record, { configuration, beside, found })
    return found
  }

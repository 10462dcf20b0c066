import type { Configuration } from '../model/configuration.ts'
import type { SchemaRecord } from '../model/entities.ts'
import type { Library } from './db.ts'
import { personalDataOf, type RecordData } from './personal-data.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Remembered {
  readonly configuration: Configuration | undefined
  /** The list that was given last: mostly it is given again. */
  beside: readonly SchemaRecord[]
  readonly found: RecordData
}

/** What records were found to hold, whoever asked; it lasts as long as the records do. */
const memory = new WeakMap<Vocabulary, WeakMap<SchemaRecord, Remembered>>()

/** Answers what a record holds from memory, unless the configuration or a record of its file is another one by now: a mirror asks for all records of its topics at each keystroke in one of them. */
export function rememberedDataOf(
  { vocabulary }: Library,
  record: SchemaRecord,
  configuration: Configuration | undefined,
  beside: readonly SchemaRecord[] = [record],
): RecordData {
  const remembered = memory.get(vocabulary) ?? new WeakMap<SchemaRecord, Remembered>()
  memory.set(vocabulary, remembered)
  const known = remembered.get(record)
  if (known && known.configuration === configuration && areSame(known.beside, beside)) {
    known.beside = beside
    return known.found
  }
  const found = personalDataOf(record, vocabulary, configuration, beside)
  remembered.set(record, { configuration, beside, found })
  return found
}

const areSame = (some: readonly SchemaRecord[], others: readonly SchemaRecord[]): boolean =>
  some === others || (some.length === others.length && some.every((one, index) => one === others[index]))

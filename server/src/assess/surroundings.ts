import type { SchemaRecord } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import { languagesOf } from './file-languages.ts'
import { aboutRecord, readRecordName, type About, type RecordName } from './record-subject.ts'
import type { Reading } from './vocabulary.ts'

/** What the records of a file tell of each other; each answer is worked out once. */
export interface Surroundings {
  about(record: SchemaRecord): About
  /** The records that enclose a record, or have it as the type of a field. */
  around(record: SchemaRecord): readonly SchemaRecord[]
  languages(): ReadonlySet<string>
}

/** Looks at records together; the same list is looked at once. */
export function surroundingsReader(vocabulary: Reading): (records: readonly SchemaRecord[]) => Surroundings {
  const known = new WeakMap<readonly SchemaRecord[], Surroundings>()
  const names = new Map<string, RecordName>()
  const nameOf = ({ fullName, name }: SchemaRecord): RecordName => {
    const key = `${fullName} ${name.value}`
    const read = names.get(key) ?? readRecordName(name.value, spaceOf({ fullName, name }), vocabulary)
    if (names.size > 20_000) names.clear()
    names.set(key, read)
    return read
  }
  return records => {
    const before = known.get(records)
    if (before) return before
    const made = surroundingsOf(records, nameOf, vocabulary)
    known.set(records, made)
    return made
  }
}

function surroundingsOf(
  records: readonly SchemaRecord[],
  nameOf: (record: SchemaRecord) => RecordName,
  vocabulary: Reading,
): Surroundings {
  const abouts = new Map<SchemaRecord, About>()
  let users: Map<string, Set<SchemaRecord>> | undefined
  let languages: ReadonlySet<string> | undefined
  return {
    about(record) {
      const known =
        abouts.get(record) ??
        aboutRecord(
          nameOf(record),
          record.fields.map(field => ({ field, name: vocabulary.readName(field.name.value) })),
          vocabulary,
        )
      abouts.set(record, known)
      return known
    },
    around(record) {
      users ??= usersOf(records)
      const of = new Set([...(users.get(record.name.value) ?? []), ...(users.get(`.${parentOf(record)}`) ?? [])])
      of.delete(record)
      return [...of]
    },
    languages: () => (languages ??= languagesOf(records, vocabulary)),
  }
}

/** Records by the names of the types that their fields have, and by their own full names with a dot before them. */
function usersOf(records: readonly SchemaRecord[]): Map<string, Set<SchemaRecord>> {
  const users = new Map<string, Set<SchemaRecord>>()
  const add = (key: string, record: SchemaRecord): void =>
    void users.set(key, (users.get(key) ?? new Set()).add(record))
  for (const record of records) {
    add(`.${record.fullName}`, record)
    for (const { type } of record.fields) if (type.named !== undefined) add(type.named, record)
  }
  return users
}

const parentOf = ({ fullName }: SchemaRecord): string => fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')))

/** The words of the namespace, and of the messages around a nested one. */
const spaceOf = ({ fullName, name }: Pick<SchemaRecord, 'fullName' | 'name'>): string[] =>
  wordsOf(fullName.slice(0, Math.max(0, fullName.length - name.value.length + name.value.lastIndexOf('.') + 1)))

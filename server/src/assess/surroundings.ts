import type { SchemaRecord } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import { groupsNamed } from './category-groups.ts'
import { namesPerson, namesSpecial, namesThing, type FileNature, type Scene } from './field-evidence.ts'
import { languagesOf } from './file-languages.ts'
import {
  aboutRecord,
  ownName,
  readRecordName,
  strongOf,
  type About,
  type ToldField,
  type RecordName,
} from './record-subject.ts'
import type { NameReading } from './field-name.ts'
import { shortener } from './repeated-words.ts'

/** What the records of a file tell of each other; each answer is worked out once. */
export interface Surroundings {
  about(record: SchemaRecord): About
  /** What is around the fields of a record. */
  scene(record: SchemaRecord): Scene
}

/** Looks at records together; the same list is looked at once. */
export function surroundingsReader(vocabulary: NameReading): (records: readonly SchemaRecord[]) => Surroundings {
  const known = new WeakMap<readonly SchemaRecord[], Surroundings>()
  const names = new Map<string, RecordName>()
  const nameOf = ({ fullName, name }: SchemaRecord): RecordName => {
    const key = `${fullName} ${name.value}`
    const read =
      names.get(key) ?? readRecordName(ownName(ownPath(fullName, name.value)), spaceOf({ fullName, name }), vocabulary)
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

/** Of fewer records it is not said what they are mostly. */
const enoughRecords = 5

/** Two words of a public ledger make a file one of it. */
function speaksOfLedger(records: readonly SchemaRecord[], { ledger, readName }: NameReading): boolean {
  const found = new Set<string>()
  const look = (words: readonly string[]): boolean => {
    for (const word of words) if (ledger.has(word)) found.add(word)
    return found.size > 1
  }
  return records.some(
    ({ fullName, fields }) => look(wordsOf(fullName)) || fields.some(({ name }) => look(readName(name.value).words)),
  )
}

/** A record that more others use than this is of no use to tell whose it is. */
const mostUsers = 20

function surroundingsOf(
  records: readonly SchemaRecord[],
  nameOf: (record: SchemaRecord) => RecordName,
  vocabulary: NameReading,
): Surroundings {
  const abouts = new Map<SchemaRecord, About>()
  let users: Map<string, Set<SchemaRecord>> | undefined
  let languages: ReadonlyMap<string, 'certain' | 'perhaps'> | undefined
  let people: number | undefined
  const speaks = (language: string): 'certain' | 'perhaps' | undefined => {
    languages ??= languagesOf(records, vocabulary)
    return languages.get(language)
  }
  const neighbours = new Map<SchemaRecord, readonly SchemaRecord[]>()
  const around = (record: SchemaRecord): readonly SchemaRecord[] => {
    const known = neighbours.get(record) ?? aroundOf(record)
    neighbours.set(record, known)
    return known
  }
  const aroundOf = (record: SchemaRecord): readonly SchemaRecord[] => {
    users ??= usersOf(records)
    const of = new Set(users.get(record.name.value))
    for (const parent of parentsOf(record))
      for (const other of users.get(`.${parent.toLowerCase()}`) ?? []) of.add(other)
    of.delete(record)
    return of.size > mostUsers ? [] : [...of]
  }
  let byName: Map<string, SchemaRecord> | undefined
  /** The records that the fields of one have as their types. */
  const partsOf = ({ fields }: SchemaRecord): SchemaRecord[] => {
    byName ??= new Map(records.map(record => [record.name.value, record]))
    return fields.flatMap(({ type }) => byName?.get(type.named ?? '') ?? [])
  }
  const told = new Map<SchemaRecord, readonly ToldField[]>()
  const fieldsOf = (record: SchemaRecord): readonly ToldField[] => {
    const known =
      told.get(record) ??
      record.fields.map(field => {
        const name = vocabulary.readName(field.name.value)
        return { field, name, strong: strongOf(name, field) }
      })
    told.set(record, known)
    return known
  }
  const tenthsOf = (head: RecordName['head']): number =>
    Math.floor((10 * records.filter(other => nameOf(other).head === head).length) / Math.max(records.length, 1))
  let file: FileNature | undefined
  const natureOf = (): FileNature => ({
    tenths: records.length < enoughRecords ? undefined : { things: tenthsOf('technical'), people: tenthsOf('person') },
    ledger: speaksOfLedger(records, vocabulary),
  })
  const about = (record: SchemaRecord): About => {
    people ??= tenthsOf('person')
    const known =
      abouts.get(record) ??
      aboutRecord(
        nameOf(record),
        fieldsOf(record),
        {
          names: around(record).map(nameOf),
          fields: around(record).map(fieldsOf),
          parts: partsOf(record).map(fieldsOf),
          beside: around(record)
            .flatMap(partsOf)
            .filter(other => other !== record)
            .map(fieldsOf),
          people,
        },
        vocabulary,
        vocabulary.weights,
      )
    abouts.set(record, known)
    return known
  }
  const scenes = new Map<SchemaRecord, Scene>()
  const sceneOf = (record: SchemaRecord): Scene => {
    const fields = fieldsOf(record)
    const names = fields.map(({ name }) => name)
    file ??= natureOf()
    const groups = new Map<string, number>()
    for (const name of names) for (const group of groupsNamed(name)) groups.set(group, (groups.get(group) ?? 0) + 1)
    return {
      about: about(record),
      around: around(record).map(about),
      strong: fields.filter(({ strong }) => strong).length,
      groups,
      special: names.filter(namesSpecial).length,
      record: vocabulary.readName(ownName(ownPath(record.fullName, record.name.value))),
      size: record.fields.length,
      things: names.filter(namesThing).length,
      people: names.filter(namesPerson).length,
      element: names.filter(({ words }) => words.some(word => vocabulary.layout.has(word))).length > 2,
      file,
      speaks,
      shorten: shortener(record, vocabulary),
    }
  }
  return {
    about,
    scene(record) {
      const scene = scenes.get(record) ?? sceneOf(record)
      scenes.set(record, scene)
      return scene
    },
  }
}

/** Records by the names of the types that their fields have, and by their own full names in small letters with a dot before them: a namespace is often an enclosing record's name so written. */
function usersOf(records: readonly SchemaRecord[]): Map<string, Set<SchemaRecord>> {
  const users = new Map<string, Set<SchemaRecord>>()
  const add = (key: string, record: SchemaRecord): void =>
    void users.set(key, (users.get(key) ?? new Set()).add(record))
  for (const record of records) {
    add(`.${record.fullName.toLowerCase()}`, record)
    for (const { type } of record.fields) if (type.named !== undefined) add(type.named, record)
  }
  return users
}

/** The full names of all that may enclose a record, the nearest first. */
function parentsOf({ fullName }: SchemaRecord): string[] {
  const parents: string[] = []
  for (let end = fullName.lastIndexOf('.'); end > 0; end = fullName.lastIndexOf('.', end - 1))
    parents.push(fullName.slice(0, end))
  return parents
}

/** The full name, or the name alone where the full one does not end in it. */
const ownPath = (fullName: string, name: string): string => (fullName.endsWith(name) ? fullName : name)

/** The words of the namespace, and of the messages around a nested one. */
const spaceOf = ({ fullName, name }: Pick<SchemaRecord, 'fullName' | 'name'>): string[] =>
  wordsOf(fullName.slice(0, Math.max(0, fullName.length - name.value.length + name.value.lastIndexOf('.') + 1)))

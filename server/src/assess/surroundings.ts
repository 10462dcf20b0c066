import type { SchemaRecord } from '../model/entities.ts'
import { remembering } from '../text/remembering.ts'
import { wordsOf } from '../text/words.ts'
import { isPointInTime, namesPerson, namesThing, type FileNature, type Scene } from './field-evidence.ts'
import { languagesOf } from './file-languages.ts'
import {
  aboutRecord,
  headWords,
  ownName,
  readRecordName,
  recordAlone,
  strongOf,
  type About,
  type Alone,
  type Around,
  type ToldField,
  type RecordName,
} from './record-subject.ts'
import { groupOf } from './category-groups.ts'
import type { NameReading, ReadName } from './field-name.ts'
import { singular } from './lexicon.ts'
import { shortener } from './repeated-words.ts'

/** What the records of a file tell of each other; each answer is worked out once. */
export interface Surroundings {
  about(record: SchemaRecord): About
  /** What is around the fields of a record. */
  scene(record: SchemaRecord): Scene
}

/** What a record says by itself, whatever is around it. */
interface Single extends Alone {
  /** The keys of what may enclose it, the nearest first. */
  readonly parents: readonly string[]
  /** What it gives to its scene, as one text. */
  readonly says: string
  /** What was around it when it was last looked at: a keystroke changes one record of many, and what is around the others stays the same. */
  readonly last: { seen?: Seen; scene?: Scene }
  /** What a scene says of it. */
  readonly scene: Pick<
    Scene,
    | 'strong'
    | 'groups'
    | 'special'
    | 'specialWords'
    | 'specialTimes'
    | 'record'
    | 'size'
    | 'things'
    | 'people'
    | 'element'
    | 'contrasted'
    | 'animal'
    | 'shorten'
  >
}

/** What was around a record, and what that made of it. */
interface Seen extends Around {
  readonly about: About
}

/** What a reader remembers. */
interface Memory {
  readonly singleOf: (record: SchemaRecord) => Single
  /** What files are as a whole, and how surely they are written in which languages: each that is the same is one object. */
  readonly natures: Map<string, FileNature>
  readonly speaking: Map<string, Scene['speaks']>
  /** The same of records and scenes: one that was typed in, has moved, or is copied into another file is mostly what it was. */
  readonly abouts: Map<string, About>
  readonly scenes: Map<string, Scene>
}

/** Looks at records together; the same list is looked at once, and so is each record by itself, as long as not many other files are looked at. */
export function surroundingsReader(vocabulary: NameReading): (records: readonly SchemaRecord[]) => Surroundings {
  const names = new Map<string, RecordName>()
  const shared = { natures: new Map(), speaking: new Map(), abouts: new Map(), scenes: new Map() }
  const nameOf = ({ fullName, name }: SchemaRecord): RecordName => {
    const key = `${fullName} ${name.value}`
    const read =
      names.get(key) ??
      readRecordName(ownName(ownPath(fullName, name.value)), fullName, spaceOf({ fullName, name }), vocabulary)
    if (names.size > 20_000) names.clear()
    names.set(key, read)
    return read
  }
  const ofFile = remembering((): ((records: readonly SchemaRecord[]) => Surroundings) => {
    const known = new WeakMap<readonly SchemaRecord[], Surroundings>()
    const lists = new WeakMap<SchemaRecord, readonly SchemaRecord[]>()
    const singles = new WeakMap<SchemaRecord, Single>()
    const singleOf = (record: SchemaRecord): Single => {
      const single = singles.get(record) ?? singleRecord(record, nameOf(record), vocabulary)
      singles.set(record, single)
      return single
    }
    const memory: Memory = { singleOf, ...shared }
    /** What is known of a list of the same records, which mostly begins with the same one. */
    const sameAs = (records: readonly SchemaRecord[]): Surroundings | undefined => {
      const [first] = records
      const before = first && lists.get(first)
      if (first) lists.set(first, records)
      return before && areSame(before, records) ? known.get(before) : undefined
    }
    return records => {
      const made = known.get(records) ?? sameAs(records) ?? surroundingsOf(records, memory, vocabulary)
      known.set(records, made)
      return made
    }
  }, filesKept)
  return records => ofFile(records[0]?.name.at.file ?? '')(records)
}

/** What is looked at next is the same file, one beside it, or the schemas of all topics that a mirror copies. */
const filesKept = 300

const areSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index])

/** What there is by its key, of so many at most; made where there is none yet. */
function kept<T>(all: Map<string, T>, key: string, made: T, most = 1000): T {
  const before = all.get(key)
  if (before !== undefined) return before
  if (all.size >= most) all.clear()
  all.set(key, made)
  return made
}

/** What is looked at makes so many scenes more than a file has records before the first are forgotten. */
const scenesKept = 2000

function singleRecord(record: SchemaRecord, name: RecordName, vocabulary: NameReading): Single {
  const fields = record.fields.map((field): ToldField => {
    const read = vocabulary.readName(field.name.value)
    return { field, name: read, strong: strongOf(read, field) }
  })
  const groups = new Map<string, number>()
  for (const read of fields) for (const group of read.name.groups) groups.set(group, (groups.get(group) ?? 0) + 1)
  const contrasted = contrastedIn(name, fields, vocabulary)
  const { takes, shorten } = shortener(record, vocabulary)
  const own = ownName(ownPath(record.fullName, record.name.value))
  const counts = {
    strong: countOf(fields, ({ strong }) => strong !== undefined),
    special: countOf(fields, read => read.name.special),
    specialWords: specialWordsIn(fields).size,
    specialTimes: countOf(fields, told => tellsWhen(told, vocabulary)),
    size: fields.length,
    things: countOf(fields, read => namesThing(read.name)),
    people: countOf(fields, read => namesPerson(read.name)),
    element: countOf(fields, read => read.name.ofLayout) > 2,
    animal: animalOf(name, fields, vocabulary),
  }
  return {
    ...recordAlone(name, fields, vocabulary, vocabulary.weights),
    parents: parentsOf(record).map(keyOf),
    says: [own, takes, ...Object.values(counts), ...contrasted, ...[...groups].flat()].join('\0'),
    last: {},
    scene: { ...counts, contrasted, groups, record: asRecordName(vocabulary.readName(own)), shorten },
  }
}

/** A name as that of a record: a word that tells data of a special category of some people only names no record for them where it does not name these as well: a contract's party is no voter's. */
function asRecordName(name: ReadName): ReadName {
  const mentions = name.mentions.filter(
    ({ hit: { entry } }) =>
      !(
        entry.category.special &&
        entry.only &&
        entry.of &&
        !name.subjects.some(({ entry: { id } }) => entry.of?.includes(id))
      ),
  )
  if (mentions.length === name.mentions.length) return name
  return {
    ...name,
    mentions,
    groups: new Set(mentions.map(({ hit }) => groupOf(hit.entry.category))),
    special: mentions.some(({ hit }) => hit.entry.category.special),
  }
}

/** The words for data of special categories with which the names of fields begin to speak of them. */
const specialWordsIn = (fields: readonly ToldField[]): ReadonlySet<string> =>
  new Set(
    fields.flatMap(({ name: { words, mentions } }) =>
      mentions.flatMap(({ hit }) => (hit.entry.category.special ? [singular(words[hit.start] ?? '')] : [])),
    ),
  )

/** Whether a field says when something of a special category was. */
const tellsWhen = ({ field, name }: ToldField, { times }: NameReading): boolean =>
  name.special && (isPointInTime(field.type) || times.has(name.words.at(-1) ?? ''))

/** The words of a record's fields that have their contrasts beside them, or in the name of the record: the `kid` of a `ClientKey` is the key's. */
function contrastedIn(
  { words }: RecordName,
  fields: readonly ToldField[],
  { contrasts }: NameReading,
): ReadonlySet<string> {
  const has = (word = ''): boolean => fields.some(({ name }) => name.words.includes(word))
  return new Set(
    contrasts.flatMap(([word = '', contrast = '']) =>
      has(word) && (has(contrast) || words.includes(contrast)) ? [word] : [],
    ),
  )
}

/** Whether a record is about an animal: the last noun of its name is one (`PetProfile`), or only an animal's key and no patient's says whose it is (`animal_id` of a visit), or it says of which species that is. */
function animalOf({ words }: RecordName, fields: readonly ToldField[], vocabulary: NameReading): Scene['animal'] {
  const isAnimal = (word = ''): boolean => vocabulary.animals.has(singular(word))
  const head = headWords(words, vocabulary)
  if (isAnimal(head.at(-1))) return 'itself'
  const keyed = ({ name }: ToldField): boolean =>
    name.words.length > 1 && name.words.some(isAnimal) && name.words.some(word => vocabulary.keys.has(word))
  const ofSpecies = ({ name }: ToldField): boolean =>
    vocabulary.species.has(singular(name.words[0] ?? '')) &&
    name.words.slice(1).every(word => vocabulary.neutral.has(word) || vocabulary.keys.has(word))
  return fields.some(told => keyed(told) || ofSpecies(told)) &&
    !fields.some(({ name }) => name.subjects.some(({ entry }) => entry.id === 'patient'))
    ? 'owned'
    : undefined
}

/** Of fewer records it is not said what they are mostly. */
const enoughRecords = 5

/** Two words of a public ledger make a file one of it. */
function speaksOfLedger(singles: readonly Single[]): boolean {
  const found = new Set<string>()
  const look = (words: readonly string[]): boolean => {
    for (const word of words) found.add(word)
    return found.size > 1
  }
  return singles.some(({ name, fields }) => look(name.ledger) || fields.some(field => look(field.name.ledger)))
}

/** A record that more others use than this is of no use to tell whose it is. */
const mostUsers = 20

function surroundingsOf(
  records: readonly SchemaRecord[],
  { singleOf, natures, speaking, ...ofRecords }: Memory,
  vocabulary: NameReading,
): Surroundings {
  const abouts = new Map<SchemaRecord, About>()
  let users: Map<string, Set<SchemaRecord>> | undefined
  let people: number | undefined
  let spoken: { readonly languages: string; readonly speaks: Scene['speaks'] } | undefined
  const spokenOf = (): NonNullable<typeof spoken> => {
    const found = languagesOf(records, vocabulary)
    const languages = [...found].join(' ')
    return { languages, speaks: kept(speaking, languages, language => found.get(language)) }
  }
  const neighbours = new Map<SchemaRecord, readonly SchemaRecord[]>()
  const around = (record: SchemaRecord): readonly SchemaRecord[] => {
    const known = neighbours.get(record) ?? aroundOf(record)
    neighbours.set(record, known)
    return known
  }
  const aroundOf = (record: SchemaRecord): readonly SchemaRecord[] => {
    users ??= usersOf(records)
    const of = new Set<SchemaRecord>()
    for (const parent of singleOf(record).parents) for (const other of users.get(parent) ?? []) of.add(other)
    // What a record encloses is its own, whatever others call theirs.
    if (!isPart(record, [...of][0])) for (const other of users.get(record.name.value) ?? []) of.add(other)
    of.delete(record)
    return of.size > mostUsers ? [] : [...of]
  }
  let byName: Map<string, SchemaRecord> | undefined
  /** The records that the fields of one have as their types. */
  const findParts = ({ fields }: SchemaRecord): SchemaRecord[] => {
    byName ??= new Map(records.map(record => [record.name.value, record]))
    const found: SchemaRecord[] = []
    for (const { type } of fields) {
      const part = type.named === undefined ? undefined : byName.get(type.named)
      if (part) found.push(part)
    }
    return found
  }
  const parts = new Map<SchemaRecord, readonly SchemaRecord[]>()
  const partsOf = (record: SchemaRecord): readonly SchemaRecord[] => {
    const known = parts.get(record) ?? findParts(record)
    parts.set(record, known)
    return known
  }
  let heads: ReadonlyMap<RecordName['head'], number> | undefined
  const tenthsOf = (head: RecordName['head']): number => {
    heads ??= countHeads(records.map(singleOf))
    return Math.floor((10 * (heads.get(head) ?? 0)) / Math.max(records.length, 1))
  }
  let file: FileNature | undefined
  const natureOf = (): FileNature => {
    const tenths =
      records.length < enoughRecords ? undefined : { things: tenthsOf('technical'), people: tenthsOf('person') }
    const ledger = speaksOfLedger(records.map(singleOf))
    const nature = { tenths, ledger }
    return kept(natures, natureText(nature), nature)
  }
  const aboutOf = (record: SchemaRecord): About => {
    people ??= tenthsOf('person')
    const using = around(record)
    const beside = using.flatMap(partsOf).filter(other => other !== record)
    const found: Around = {
      users: using.map(singleOf),
      parts: partsOf(record).map(singleOf),
      beside: beside.map(singleOf),
      people,
    }
    const single = singleOf(record)
    const { seen } = single.last
    if (seen && isAround(seen, found)) return seen.about
    const made = aboutRecord(single, found, vocabulary.weights)
    const about = kept(ofRecords.abouts, aboutText(made), made, records.length + scenesKept)
    single.last.seen = { ...found, about }
    return about
  }
  const about = (record: SchemaRecord): About => {
    const known = abouts.get(record) ?? aboutOf(record)
    abouts.set(record, known)
    return known
  }
  const looked = new Map<SchemaRecord, Scene>()
  const sceneOf = (record: SchemaRecord): Scene => {
    file ??= natureOf()
    spoken ??= spokenOf()
    const { speaks, languages } = spoken
    const [own, others] = [about(record), around(record).map(about)]
    const holder = isPart(record, around(record)[0]) ? others[0] : undefined
    const { last, scene, says } = singleOf(record)
    const before = last.scene
    if (before?.about === own && before.file === file && before.speaks === speaks && areSame(before.around, others))
      return before
    const text = [says, natureText(file), languages, `${holder !== undefined}`, ...[own, ...others].map(aboutText)]
    const made = { ...scene, about: own, around: others, ...(holder ? { holder } : {}), file, speaks }
    last.scene = kept(ofRecords.scenes, text.join('\0'), made, records.length + scenesKept)
    return last.scene
  }
  return {
    about,
    scene(record) {
      const scene = looked.get(record) ?? sceneOf(record)
      looked.set(record, scene)
      return scene
    },
  }
}

const natureText = ({ tenths, ledger }: FileNature): string => `${tenths?.things} ${tenths?.people} ${ledger}`

const aboutText = ({ who, contexts, thing, named, standing, apart, evidence, manners }: About): string =>
  [who, thing, named, standing, apart, ...contexts, ...evidence, ...manners].join('\0')

/** Whether a record is the type of a field of the one that encloses it, or is called like it: what has no name in a schema is called after its field. */
function isPart({ name }: SchemaRecord, enclosing: SchemaRecord | undefined): boolean {
  const own = name.value.slice(name.value.lastIndexOf('.') + 1).toLowerCase()
  return (
    enclosing?.fields.some(field => field.type.named === name.value || field.name.value.toLowerCase() === own) === true
  )
}

const isAround = (before: Around, found: Around): boolean =>
  before.people === found.people &&
  areSame(before.users, found.users) &&
  areSame(before.parts, found.parts) &&
  areSame(before.beside, found.beside)

function countHeads(singles: readonly Single[]): ReadonlyMap<RecordName['head'], number> {
  const counts = new Map<RecordName['head'], number>()
  for (const { name } of singles) counts.set(name.head, (counts.get(name.head) ?? 0) + 1)
  return counts
}

function countOf<T>(list: readonly T[], is: (one: T) => boolean): number {
  let count = 0
  for (const one of list) if (is(one)) count++
  return count
}

/** Records by the names of the types that their fields have, and by their own full names in small letters with a dot before them: a namespace is often an enclosing record's name so written. */
function usersOf(records: readonly SchemaRecord[]): Map<string, Set<SchemaRecord>> {
  const users = new Map<string, Set<SchemaRecord>>()
  const add = (key: string, record: SchemaRecord): void =>
    void users.set(key, (users.get(key) ?? new Set()).add(record))
  for (const record of records) {
    add(keyOf(record.fullName), record)
    for (const { type } of record.fields) if (type.named !== undefined) add(type.named, record)
  }
  return users
}

/** The key of what is known by a full name: a namespace is often an enclosing record's name in small letters. */
const keyOf = (fullName: string): string => `.${fullName.toLowerCase()}`

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

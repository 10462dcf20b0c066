import type { Field } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import { docSpeaksOf } from './doc-subject.ts'
import type { Mention, NameReading, ReadName } from './field-name.ts'
import { singular, type Hit } from './lexicon.ts'
import { fits, strongOf, type About, type ReadField } from './record-subject.ts'
import type { Category, Concept, Context } from './person-words.ts'
import { kindOf, probability, sum, type Evidence } from './weights.ts'

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

/** A reading, weighed. */
export interface Meaning extends Reading {
  /** From 0 to 1: how probable it is that the field holds it. */
  readonly probability: number
}

/** What is around a field. */
export interface Scene {
  readonly about: About
  /** The records that enclose its record, or have it as the type of a field. */
  readonly around: readonly About[]
  /** How many fields of the record are personal by their words alone. */
  readonly strong: number
  /** How many of them name data of a special category, by any word. */
  readonly special: number
  /** How many of them name data of each group of categories, by any word. */
  readonly groups: ReadonlyMap<string, number>
  readonly size: number
  /** The name of the record, read. */
  readonly record: ReadName
  /** Whether the file is written in a language. */
  speaks(language: string): 'certain' | 'perhaps' | undefined
  /** The name without the words that its record's columns begin or end with; undefined where there are none. */
  shorten(name: string): string | undefined
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

/** All that speaks for and against a reading. */
export const evidenceOf = ({ common, own }: Reading): string[] => [...common, ...own]

/** All ways to understand a field. */
export function readingsOf(read: ReadField, scene: Scene, vocabulary: NameReading): Reading[] {
  const { field } = read
  const common = fieldEvidence(field, scene, vocabulary)
  const readings = readingsOfName(read.name, field, scene, common, vocabulary)
  const short = scene.shorten(field.name.value)
  if (short !== undefined)
    readings.push(
      ...readingsOfName(vocabulary.readName(short), field, scene, common, vocabulary).map(reading => ({
        ...reading,
        own: [...reading.own, 'read without a repeated word'],
      })),
    )
  const typed = typeReading(field, scene, common, vocabulary)
  if (typed) readings.push(typed)
  const held = recordReading(read, scene, common, vocabulary)
  if (held) readings.push(held)
  if (readings.length === 0) {
    const told = docReading(field, scene, common, vocabulary)
    if (told) readings.push(told)
  }
  return readings
}

function readingsOfName(
  name: ReadName,
  field: Field,
  scene: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading[] {
  const readings = name.mentions.flatMap(mention => mentionReading(mention, name, field, scene, common) ?? [])
  const person = personReading(name, field, scene, common, vocabulary)
  if (person) readings.push(person)
  return readings
}

/** What is the same for all readings of a field: its type, its doc, its neighbours. */
function fieldEvidence(
  field: Field,
  { about, around, strong, special, size }: Scene,
  vocabulary: NameReading,
): string[] {
  const { type } = field
  const name = vocabulary.readName(field.name.value)
  const others = strong - (strongOf(name, field) ? 1 : 0)
  const kinds = [
    'field',
    kindOf('type: ', type.base),
    kindOf('strong fields beside it: ', upToThree(others)),
    kindOf('share of strong fields: ', kindOf(fifths(others, size), ' of 5')),
  ]
  const medical = special - (namesSpecial(name) ? 1 : 0)
  kinds.push(kindOf('special words beside it: ', upToThree(medical)))
  if (about.thing) kinds.push(kindOf('record: ', about.thing))
  for (const context of ['clinical', 'request', 'message', 'order', 'linked'] as const)
    if (about.contexts.has(context)) kinds.push(kindOf('record: ', context))
  kinds.push(...aroundEvidence(about, around))
  for (const kind of about.evidence) if (kind.startsWith('manner: ')) kinds.push(kind)
  if (type.logical !== undefined && /^(?:timestamp|time|local-timestamp)/.test(type.logical))
    kinds.push('type: a point in time')
  const doc = docSpeaksOf(field.doc, vocabulary)
  if (doc) kinds.push(kindOf('doc speaks of a ', doc))
  const thing = type.named === undefined ? undefined : typeKind(type.named, vocabulary)
  if (thing) kinds.push(kindOf('type named after a ', thing))
  return kinds
}

/** What the records around one tell of its fields. */
function aroundEvidence(about: About, around: readonly About[]): string[] {
  if (around.length === 0) return []
  const kinds: string[] = []
  if (around.some(({ standing }) => standing === 'about' || standing === 'probably')) kinds.push('around: a person')
  if (around.some(({ contexts }) => contexts.has('clinical'))) kinds.push('around: clinical')
  if (around.some(({ standing }) => standing === 'event')) kinds.push('around: an event of a person')
  if (around.every(({ standing }) => standing === 'no' || standing === 'hardly'))
    kinds.push(kindOf('around: nobody, record: ', about.standing))
  return kinds
}

/** Whether a word of a name stands for data of a special category, wherever it stands. */
export const namesSpecial = ({ mentions }: ReadName): boolean => mentions.some(({ hit }) => hit.entry.category.special)

function typeKind(named: string, vocabulary: NameReading): 'thing' | 'person' | 'datum' | undefined {
  const { words, subjects, mentions } = vocabulary.readName(named)
  if (words.some(word => vocabulary.thingTypes.has(singular(word)))) return 'thing'
  if (subjects.length > 0) return 'person'
  return mentions.length > 0 ? 'datum' : undefined
}

/** How a word counts that names a datum; not at all where it means something else in all languages of the file. */
function gradeOf({ entry, gated, languages }: Hit<Concept>, scene: Scene): string | undefined {
  if (gated) {
    const spoken = spokenOf(languages, scene)
    return spoken && (spoken === 'certain' ? 'local word' : 'perhaps a local word')
  }
  if (entry.grade === 'strong') return 'strong word'
  return entry.bare ? 'common word' : 'weak word'
}

/** How surely the file is written in one of the languages. */
function spokenOf(languages: readonly string[], { speaks }: Scene): 'certain' | 'perhaps' | undefined {
  const spoken = languages.map(speaks)
  return spoken.includes('certain') ? 'certain' : spoken.find(one => one === 'perhaps')
}

/** Categories that live by the same rules. */
const groups: Readonly<Record<string, string>> = {
  name: 'name',
  username: 'name',
  'contact-email': 'contact',
  'contact-phone': 'contact',
  'contact-other': 'contact',
  'contact-address': 'address',
  location: 'address',
  'person-id': 'id',
  'account-id': 'id',
  'national-id': 'national',
  'online-id': 'online',
  'device-id': 'online',
  ip: 'online',
  'user-agent': 'online',
  birth: 'trait',
  age: 'trait',
  gender: 'trait',
  demographic: 'trait',
  family: 'trait',
  child: 'trait',
  financial: 'money',
  credential: 'credential',
  photo: 'content',
  content: 'content',
  behaviour: 'content',
  employment: 'work',
  education: 'work',
  vehicle: 'vehicle',
}

const groupOf = ({ id, special }: Category): string => (special ? 'special' : (groups[id] ?? 'content'))

/** The groups of the categories that the words of a name stand for. */
export const groupsNamed = ({ mentions }: ReadName): ReadonlySet<string> =>
  new Set(mentions.map(({ hit }) => groupOf(hit.entry.category)))

/** Contexts that a record takes from what encloses or uses it: the address of a client, a sender's message. */
const inherited: ReadonlySet<Context> = new Set(['request', 'message', 'device', 'card', 'order', 'clinical'])

/** Whether a word stands where it means a datum: in its record, in one around it, or nowhere. */
function placeOf({ contexts }: Concept, { about, around }: Scene): 'in' | 'near' | 'out of' {
  if (contexts.some(context => about.contexts.has(context))) return 'in'
  return contexts.some(context => inherited.has(context) && around.some(other => other.contexts.has(context)))
    ? 'near'
    : 'out of'
}

/** How many fifths one number is of another. */
const fifths = (part: number, whole: number): string => `${Math.min(4, Math.floor((5 * part) / Math.max(whole, 1)))}`

const medicalOf = (common: Evidence): string => common.find(kind => kind.startsWith('special words beside it')) ?? ''

const upToThree = (count: number): string => (count >= 3 ? '3+' : `${count}`)

const measures: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean'])

/** Whether a name gives a place to an organisation, or measures what it names: `lab_location`, `session_length_ms`. */
const isOfAnother = (before: Mention['before'], after: Mention['after'], group: string, { type }: Field): boolean =>
  (group === 'address' && before === 'organisation') ||
  (after === 'aspect' && group !== 'money' && group !== 'special' && measures.has(type.base))

/** What before a common word makes something else of it. */
const foreign: ReadonlySet<Mention['before']> = new Set(['unknown', 'thing', 'organisation', 'switch'])

function mentionReading(
  { hit, before: found, after, owner }: Mention,
  name: ReadName,
  field: Field,
  scene: Scene,
  common: Evidence,
): Reading | undefined {
  const { entry } = hit
  const { about, around } = scene
  const grade = gradeOf(hit, scene)
  const place = placeOf(entry, scene)
  if (grade === undefined || (entry.only && place === 'out of')) return undefined
  // One common word that something unknown goes before says nothing of anybody's health: `ward_code`.
  if (entry.category.special && entry.bare && foreign.has(found)) return undefined
  const group = groupOf(entry.category)
  if (grade !== 'strong word' && isOfAnother(found, after, group, field)) return undefined
  const others = (scene.groups.get(group) ?? 0) - 1
  const { standing } = about
  const flag = entry.flag && field.type.base === 'boolean'
  // `has_disability` is the datum itself.
  const before = flag && found === 'switch' ? 'plain' : found
  const kinds = [
    grade,
    kindOf('category: ', entry.category.id),
    kindOf(grade, kindOf(', record: ', standing)),
    kindOf(group, kindOf(', record: ', standing)),
    kindOf(grade, kindOf(', ', kindOf(place, ' context'))),
    kindOf(group, kindOf(', ', kindOf(place, ' context'))),
    kindOf(group, kindOf(', before it: ', before)),
    kindOf('before it: ', before),
    kindOf('after it: ', after),
    kindOf(grade, kindOf(', before it: ', before)),
    kindOf(grade, kindOf(', after it: ', after)),
    kindOf(group, kindOf(', after it: ', after)),
    fits(entry, field) ? 'type fits' : kindOf('type does not fit: ', field.type.base),
  ]
  // A strong word needs no other beside it.
  if (grade !== 'strong word')
    kinds.push(
      kindOf(group, kindOf(', words of its kind beside it: ', upToThree(others))),
      kindOf(grade, kindOf(', words of its kind beside it: ', upToThree(others))),
    )
  if (entry.of && !entry.of.includes(owner?.entry.id ?? about.who)) kinds.push('not of this person')
  if (hit.end - hit.start > 1) kinds.push('several words')
  if (flag) kinds.push('a flag that carries it')
  if (!hit.languages.includes('en')) kinds.push('not an English word')
  if (name.negated) kinds.push('negated')
  if (name.otherwise) kinds.push('means something else')
  if (owner && owner.entry.id !== 'user') kinds.push('a person in the name')
  if (about.thing) kinds.push(kindOf(group, kindOf(', record: ', about.thing)))
  if (standing === 'about' && !field.type.named && before === 'nothing' && after === 'nothing')
    kinds.push("the bare word in a person's record")
  const people = standing === 'about' || standing === 'probably' || around.some(other => other.standing === 'about')
  const clinical = about.contexts.has('clinical') || around.some(({ contexts }) => contexts.has('clinical'))
  if (entry.category.special) {
    kinds.push(kindOf('special, ', clinical ? 'clinical' : 'not clinical'))
    kinds.push(kindOf('special, ', medicalOf(common)), kindOf('special, type: ', field.type.base))
    kinds.push(kindOf('special, ', kindOf(grade, kindOf(', record: ', standing))))
    if (clinical && people) kinds.push('special, clinical and of a person')
  }
  const clear =
    grade === 'strong word' &&
    (!entry.category.special || hit.end - hit.start > 1 || (name.words[hit.start] ?? '').length > 8)
  return {
    category: entry.category,
    subject: about.who === 'person' ? (owner?.entry.id ?? about.who) : about.who,
    ...(entry.identifier ? { identifier: entry.identifier } : {}),
    words: name.words.slice(hit.start, hit.end).join(' '),
    ...(owner ? { owner: owner.entry.id } : {}),
    common,
    own: kinds,
    proven: clear || people || before === 'person' || (clinical && (standing === 'event' || owner !== undefined)),
  }
}

const isIdentifierType = new Set(['string', 'integer', 'bytes', 'record', 'unknown'])

/** What a noun for people may be besides. */
function doubtOf(noun: readonly string[], { eitherWay, roles }: NameReading): string {
  if (noun.some(word => eitherWay.has(word))) return ' that may be a thing'
  return noun.some(word => roles.has(word)) ? ' by a part' : ''
}

/** The identifier of a person: `patient_id`; a person: `patient`; in a record about one, also a bare `id`. */
function personReading(
  name: ReadName,
  field: Field,
  scene: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading | undefined {
  const { about, around } = scene
  const category = vocabulary.categories.get('person-id')
  const hit = name.identifierOf ?? name.person
  // The id of an application is the application's.
  if (!category || (!hit && (!name.bareKey || about.thing))) return undefined
  if (hit && !hit.languages.includes('en') && !spokenOf(hit.languages, scene)) return undefined
  const noun = hit ? name.words.slice(hit.start, hit.end).map(singular) : []
  const either = doubtOf(noun, vocabulary)
  const grade = hit ? kindOf(name.identifierOf ? 'identifier of a person' : 'person', either) : 'bare identifier'
  const { standing } = about
  const kinds = [
    grade,
    kindOf(grade, kindOf(', record: ', standing)),
    kindOf(grade, kindOf(', type: ', field.type.base)),
    isIdentifierType.has(field.type.base) ? 'type fits' : kindOf('type does not fit: ', field.type.base),
  ]
  if (about.thing) kinds.push(kindOf(grade, kindOf(', record: ', about.thing)))
  if (name.mentions.length > 0) kinds.push('identifier: a datum too')
  if (name.things.length > 0) kinds.push('identifier: a thing too')
  if (name.otherwise) kinds.push('means something else')
  if (name.negated) kinds.push('negated')
  if (hit && name.words.at(-1) === 'key') kinds.push('identifier: a key')
  if (hit && hit.start > 0) kinds.push('identifier: a word before it')
  if (hit && hit.entry.id === about.who) kinds.push('identifier: of whom the record is about')
  if (!name.identifierOf && hit && name.words.at(-1)?.endsWith('s') && field.type.base === 'integer')
    kinds.push('person: a number of them')
  if (!hit && around.length > 0) kinds.push('bare identifier: nested')
  return {
    category,
    subject: hit?.entry.id ?? about.who,
    words: hit ? name.words.slice(hit.start, hit.end).join(' ') : name.words.join(' '),
    ...(hit ? { owner: hit.entry.id } : {}),
    common,
    own: kinds,
    proven: true,
  }
}

/** A field whose type is a person, or a datum: `owner: UserId`, `home: PostalAddress`. */
function typeReading(field: Field, scene: Scene, common: Evidence, vocabulary: NameReading): Reading | undefined {
  const { about } = scene
  const { named, base } = field.type
  if (named === undefined || base === 'enum') return undefined
  const name = vocabulary.readName(named)
  let end = name.words.length
  while (end > 1 && vocabulary.typeForms.has(singular(name.words[end - 1] ?? ''))) end--
  const person = name.subjects.findLast(candidate => candidate.end === end)
  const mention = name.mentions.find(({ hit }) => hit.end === end && gradeOf(hit, scene) !== undefined)
  const category = person ? vocabulary.categories.get('person-id') : mention?.hit.entry.category
  if (!category) return undefined
  const noun = person ? name.words.slice(person.start, person.end).map(singular) : []
  const either = noun.some(word => vocabulary.eitherWay.has(word) || vocabulary.roles.has(word))
  const grade = person
    ? kindOf('typed as a person', either ? ' or a thing' : '')
    : kindOf('typed as a datum, ', mention?.hit.entry.grade ?? '')
  return {
    category,
    subject: person?.entry.id ?? about.who,
    words: named,
    common,
    own: [
      grade,
      kindOf(grade, kindOf(', record: ', about.standing)),
      ...(name.things.length > 0 ? ['typed: a thing too'] : []),
      ...(end === name.words.length ? [] : ['typed: with a form']),
      kindOf('category: ', category.id),
    ],
    proven: !category.special || about.standing === 'about' || about.standing === 'probably',
  }
}

/** What a field is to what its record is named after. */
function heldKind(name: ReadName, { times, aspects }: NameReading): string {
  const last = singular(name.words.at(-1) ?? '')
  if (name.bareKey) return 'an identifier'
  if (times.has(last)) return 'a time'
  if (aspects.has(last)) return 'an aspect'
  if (name.generic) return 'generic'
  if (name.things.length > 0) return 'a thing'
  return name.mentions.length > 0 ? 'a datum' : 'other'
}

/** What its record is named after, where the field says no more: `Symptom.name`, `Birthday.year`. */
function recordReading(
  { field, name }: ReadField,
  { about, record }: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading | undefined {
  const mention = record.mentions.findLast(
    ({ hit, after }) => hit.entry.grade === 'strong' && !hit.gated && after !== 'datum',
  )
  if (!mention || field.type.base === 'boolean') return undefined
  const { category } = mention.hit.entry
  const kind = heldKind(name, vocabulary)
  // What the field names itself is what it holds: the name of a doctor on a laboratory's report, the number of a device.
  if (kind === 'a thing' || (kind === 'a datum' && !groupsNamed(name).has(groupOf(category)))) return undefined
  const group = groupOf(category)
  // What stands in a record named after people's names is not one for that.
  if (kind === 'other' && group === 'name') return undefined
  const grade = kindOf('told by the record, field ', kind)
  return {
    category,
    subject: about.who,
    words: record.words.slice(mention.hit.start, mention.hit.end).join(' '),
    common,
    own: [
      grade,
      kindOf(grade, kindOf(', record: ', about.standing)),
      kindOf(grade, kindOf(', ', group)),
      kindOf('told by the record, type: ', field.type.base),
      kindOf('told by the record, after it: ', mention.after),
      kindOf('told by the record, before it: ', mention.before),
      ...(category.special ? [kindOf('told by the record, ', medicalOf(common))] : []),
    ],
    proven: about.standing === 'about' || about.standing === 'probably' || about.contexts.has('linked'),
  }
}

/** What the first words of its doc name, where the name says nothing: `fn`, "Surname". */
function docReading(field: Field, { about }: Scene, common: Evidence, vocabulary: NameReading): Reading | undefined {
  if (field.doc === '' || field.type.base === 'boolean') return undefined
  const words = wordsOf(field.doc.slice(0, 60)).slice(0, 6)
  const hit = vocabulary.concepts
    .find(words)
    .find(found => found.entry.grade === 'strong' && !found.gated && fits(found.entry, field))
  if (!hit) return undefined
  return {
    category: hit.entry.category,
    subject: about.who,
    ...(hit.entry.identifier ? { identifier: hit.entry.identifier } : {}),
    words: words.slice(hit.start, hit.end).join(' '),
    common,
    own: [
      'told by the doc',
      kindOf('told by the doc, record: ', about.standing),
      kindOf('told by the doc at word ', String(Math.min(hit.start, 3))),
      kindOf('category: ', hit.entry.category.id),
      ...(hit.end - hit.start > 1 ? ['several words'] : []),
    ],
    proven: about.standing === 'about' || about.contexts.has('clinical'),
  }
}

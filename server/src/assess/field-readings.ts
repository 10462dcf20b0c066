import type { Field } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import { groupOf, groupsNamed } from './category-groups.ts'
import { fieldEvidence, gradeOf, placeOf, spokenOf, upToThree, type Scene } from './field-evidence.ts'
import type { Mention, NameReading, ReadName } from './field-name.ts'
import { singular, type Hit } from './lexicon.ts'
import { fits, type About, type ReadField } from './record-subject.ts'
import type { Category, Concept, Subject } from './person-words.ts'
import { kindOf, type Evidence } from './weights.ts'

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

/** All that speaks for and against a reading. */
export const evidenceOf = ({ common, own }: Reading): string[] => [...common, ...own]

/** All ways to understand a field. */
export function readingsOf(read: ReadField, scene: Scene, vocabulary: NameReading): Reading[] {
  const { field } = read
  const common = fieldEvidence(field, scene, vocabulary)
  const readings = readingsOfName(read.name, field, scene, common, vocabulary)
  const short = scene.shorten(field.name.value)
  if (short !== undefined) {
    const shorter = readingsOfName(vocabulary.readName(short), field, scene, common, vocabulary)
    // `customer_id` of a customer is that, and not somebody's `id`.
    const told = read.name.identifierOf ? shorter.filter(({ owner }) => owner !== undefined) : shorter
    readings.push(...told.map(reading => ({ ...reading, own: [...reading.own, 'read without a repeated word'] })))
  }
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

const measures: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean'])

/** Whether a name gives a name or a place to a thing or an organisation, or measures what it names: `lab_location`, `session_length_ms`. */
const isOfAnother = (before: Mention['before'], after: Mention['after'], group: string, { type }: Field): boolean =>
  (group === 'address' && before === 'organisation') ||
  (group === 'name' && (before === 'organisation' || before === 'thing')) ||
  (after === 'aspect' && group !== 'money' && group !== 'special' && measures.has(type.base))

/** What before a common word makes something else of it. */
const foreign: ReadonlySet<Mention['before']> = new Set(['unknown', 'thing', 'organisation', 'switch'])

/** A mention where it stands: what it counts as, and the records around it. */
interface Placed extends Mention {
  readonly field: Field
  readonly scene: Scene
  readonly name: ReadName
  readonly grade: string
  readonly group: string
  /** A boolean that carries the datum itself: `has_disability`. */
  readonly flag: boolean
  /** Whether the record, or what encloses it, is about a person. */
  readonly people: boolean
  readonly clinical: boolean
}

function mentionReading(
  mention: Mention,
  name: ReadName,
  field: Field,
  scene: Scene,
  common: Evidence,
): Reading | undefined {
  const placed = place(mention, name, field, scene)
  if (!placed) return undefined
  const { hit, owner, before, group } = placed
  const { entry } = hit
  const { who } = scene.about
  const own = [
    ...wordEvidence(placed),
    ...neighbourEvidence(placed),
    ...othersEvidence(placed),
    ...nameEvidence(placed),
  ]
  if (scene.about.thing) own.push(kindOf(group, kindOf(', record: ', scene.about.thing)))
  if (scene.about.standing === 'about' && !field.type.named && before === 'nothing' && placed.after === 'nothing')
    own.push("the bare word in a person's record")
  if (groupsNamed(scene.record).has(group)) own.push(kindOf(group, ', record named after its kind'))
  if (placed.people) own.push(kindOf(placed.grade, ', people around'))
  if (entry.category.special) own.push(...specialEvidence(placed, common))
  else own.push(kindOf(group, kindOf(', record named after: ', scene.about.named)))
  return {
    category: entry.category,
    subject: who === 'person' ? (owner?.entry.id ?? who) : who,
    ...(entry.identifier ? { identifier: entry.identifier } : {}),
    words: name.words.slice(hit.start, hit.end).join(' '),
    ...(owner ? { owner: owner.entry.id } : {}),
    common,
    own,
    proven: isProven(placed),
  }
}

/** Looks at what is around a mention; undefined where it means nothing there. */
function place(mention: Mention, name: ReadName, field: Field, scene: Scene): Placed | undefined {
  const { hit, before, after } = mention
  const { entry } = hit
  const { about, around } = scene
  const grade = gradeOf(hit, scene)
  if (grade === undefined) return undefined
  const group = groupOf(entry.category)
  // A state beside a city and a postal code is no state of a machine.
  const beside = group === 'address' && (scene.groups.get(group) ?? 0) > 2
  if (entry.only && !beside && placeOf(entry, scene) === 'out of') return undefined
  if (isOfOthers(entry, mention.owner?.entry.id ?? about.who)) return undefined
  if (grade !== 'strong word' && isOfAnother(before, after, group, field)) return undefined
  const clinical = [about, ...around].some(({ contexts }) => contexts.has('clinical'))
  if (entry.category.special && !isSomebodys(mention, grade, name, scene, clinical)) return undefined
  const flag = entry.flag && field.type.base === 'boolean'
  if (isAnswer(entry, field)) return undefined
  return {
    ...mention,
    before: flag && before === 'switch' ? 'plain' : before,
    field,
    scene,
    name,
    grade,
    group,
    flag,
    people: areAround(scene),
    clinical,
  }
}

/** Whether a field only says yes or no about a datum: whether an address has been confirmed is no address. */
const isAnswer = ({ flag, category }: Concept, { type }: Field): boolean =>
  type.base === 'boolean' && !flag && !category.special

/** Whether a word says something of other people only: the score of a student, not of a customer. */
const isOfOthers = ({ of, only }: Concept, who: string): boolean =>
  of !== undefined && (only || who !== 'person') && !of.includes(who)

/** Whether a word for data of a special category can stand for somebody's. */
function isSomebodys(
  { hit: { entry }, before }: Mention,
  grade: string,
  name: ReadName,
  scene: Scene,
  clinical: boolean,
): boolean {
  const { about } = scene
  if (about.thing && grade !== 'strong word' && !speaksOfPeople(about)) return false
  // One common word that something unknown goes before says nothing of anybody's health: `ward_code`.
  if (entry.bare && foreign.has(before)) return false
  // What a medicine costs, and who makes it, is no news of anybody.
  if (name.ofGoods || isCatalogue(scene)) return false
  // `customer_result`, `ev_charge`: outside of a clinic a weak word with others before it says as little.
  return clinical || !isWeakOf(grade, before)
}

const isWeakOf = (grade: string, before: Mention['before']): boolean =>
  (grade === 'weak word' || grade === 'common word') && before !== 'nothing' && before !== 'plain'

/** Whether a record, or what encloses it, is about people. */
const areAround = ({ about, around }: Scene): boolean =>
  speaksOfPeople(about) || around.some(({ standing }) => standing === 'about')

const speaksOfPeople = ({ standing }: About): boolean => standing === 'about' || standing === 'probably'

/** What a word is, and how it stands in its record and its name. */
function wordEvidence({ hit: { entry }, before, after, grade, group, field, scene }: Placed): string[] {
  const where = placeOf(entry, scene)
  const { standing } = scene.about
  return [
    grade,
    kindOf('category: ', entry.category.id),
    kindOf(grade, kindOf(', record: ', standing)),
    kindOf(group, kindOf(', record: ', standing)),
    kindOf(grade, kindOf(', ', kindOf(where, ' context'))),
    kindOf(group, kindOf(', ', kindOf(where, ' context'))),
    kindOf(group, kindOf(', before it: ', before)),
    kindOf('before it: ', before),
    kindOf('after it: ', after),
    kindOf(grade, kindOf(', before it: ', before)),
    kindOf(grade, kindOf(', after it: ', after)),
    kindOf(group, kindOf(', after it: ', after)),
    fits(entry, field) ? 'type fits' : kindOf('type does not fit: ', field.type.base),
  ]
}

/** How many words of its kind stand beside one; a strong word needs no other. */
function neighbourEvidence({ grade, group, scene }: Placed): string[] {
  if (grade === 'strong word') return []
  const others = upToThree((scene.groups.get(group) ?? 0) - 1)
  return [
    kindOf(group, kindOf(', words of its kind beside it: ', others)),
    kindOf(grade, kindOf(', words of its kind beside it: ', others)),
  ]
}

/** Categories that together describe a person, whatever their words mean alone. */
const describing: ReadonlySet<string> = new Set(['name', 'contact', 'address', 'national', 'trait', 'work', 'money'])

/** How many other kinds of data that describe people the record names. */
function othersEvidence({ grade, group, scene }: Placed): string[] {
  const others = [...scene.groups.keys()].filter(other => other !== group && describing.has(other)).length
  const count = upToThree(others)
  return [kindOf('other kinds beside it: ', count), kindOf(grade, kindOf(', other kinds beside it: ', count))]
}

/** What else its name says. */
function nameEvidence({ hit, owner, flag, field, grade, name, scene }: Placed): string[] {
  const kinds: string[] = []
  if (hit.entry.of && !hit.entry.of.includes(owner?.entry.id ?? scene.about.who)) kinds.push('not of this person')
  if (hit.end - hit.start > 1) kinds.push('several words')
  if (flag) kinds.push('a flag that carries it', kindOf(grade, ', a flag that carries it'))
  else if (field.type.base === 'boolean') kinds.push('type: boolean')
  if (!hit.languages.includes('en')) kinds.push('not an English word')
  if (name.negated) kinds.push('negated')
  if (name.otherwise) kinds.push('means something else')
  if (owner && owner.entry.id !== 'user') kinds.push('a person in the name')
  return kinds
}

const medicalOf = (common: Evidence): string => common.find(kind => kind.startsWith('special words beside it')) ?? ''

/** What speaks for data of a special category. */
function specialEvidence({ grade, field, scene, people, clinical }: Placed, common: Evidence): string[] {
  return [
    kindOf('special, ', clinical ? 'clinical' : 'not clinical'),
    kindOf('special, ', medicalOf(common)),
    kindOf('special, type: ', field.type.base),
    kindOf('special, ', kindOf(grade, kindOf(', record: ', scene.about.standing))),
    ...(clinical && people ? ['special, clinical and of a person'] : []),
    ...whoseEvidence(scene),
  ]
}

const asides = new Set(['manner: settings', 'manner: filter'])

/** Whether a record lists what there is, and nobody who has it: reference data, types. */
const isCatalogue = ({ about, around }: Scene): boolean =>
  about.evidence.includes('manner: settings') &&
  ![about, ...around].some(other => other.contexts.has('linked') || speaksOfPeople(other))

/** Whether a record with data of a special category is somebody's: a list of diseases, of offences is nobody's. */
function whoseEvidence({ about, around, record }: Scene): string[] {
  const linked = [about, ...around].some(({ contexts }) => contexts.has('linked'))
  const whose = linked ? "somebody's" : "nobody's"
  const after = groupsNamed(record).has('special') ? ', record named after its kind' : ''
  return [
    kindOf('special, ', kindOf(whose, after)),
    ...about.evidence.filter(kind => asides.has(kind)).map(kind => kindOf('special, ', kind)),
  ]
}

/** Whether more than one common word speaks for it. */
function isProven({ hit, before, owner, name, grade, scene, people, clinical }: Placed): boolean {
  const long = hit.end - hit.start > 1 || (name.words[hit.start] ?? '').length > 8
  const clear = grade === 'strong word' && (!hit.entry.category.special || long)
  return (
    clear || people || before === 'person' || (clinical && (scene.about.standing === 'event' || owner !== undefined))
  )
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
  if (!category) return undefined
  // The id of an application is the application's.
  if (!hit && (about.thing || !(name.bareKey || isCode(name, about)))) return undefined
  if (hit && !hit.languages.includes('en') && !spokenOf(hit.languages, scene)) return undefined
  const grade = personGrade(name, hit, vocabulary)
  const own = [
    grade,
    kindOf(grade, kindOf(', record: ', about.standing)),
    kindOf(grade, kindOf(', type: ', field.type.base)),
    isIdentifierType.has(field.type.base) ? 'type fits' : kindOf('type does not fit: ', field.type.base),
  ]
  own.push(...personScene(grade, scene, common))
  if (field.type.base === 'boolean') own.push('type: boolean')
  own.push(...besidePerson(name))
  if (hit) own.push(...personInName(name, hit, field, about))
  else if (around.length > 0) own.push('bare identifier: nested')
  return {
    category,
    subject: hit?.entry.id ?? about.who,
    words: (hit ? name.words.slice(hit.start, hit.end) : name.words).join(' '),
    ...(hit ? { owner: hit.entry.id } : {}),
    common,
    own,
    proven: true,
  }
}

/** Whether a name is only that of a key, in a record that is named after a person: `code`, `PK`. */
const isCode = ({ words }: ReadName, about: About): boolean =>
  words.length === 1 && codes.has(words[0] ?? '') && speaksOfPeople(about) && namedAfterPeople.has(about.named)

const namedAfterPeople: ReadonlySet<About['named']> = new Set(['person', 'role', 'either'])

const codes = new Set([
  'code',
  'pk',
  'key',
  'no',
  'nr',
  'num',
  'number',
  'ref',
  'reference',
  'uid',
  'cod',
  'kod',
  'nummer',
  'numero',
])

/** What its record and its doc make of an identifier or a person. */
function personScene(grade: string, { about, record }: Scene, common: Evidence): string[] {
  const kinds: string[] = []
  if (about.thing) kinds.push(kindOf(grade, kindOf(', record: ', about.thing)))
  kinds.push(kindOf(grade, kindOf(', record named after: ', about.named)))
  for (const kind of common) if (kind.startsWith('doc ')) kinds.push(kindOf(grade, kindOf(', ', kind)))
  if (about.contexts.has('clinical')) kinds.push(kindOf(grade, ', clinical'))
  for (const group of groupsNamed(record)) kinds.push(kindOf(grade, kindOf(', record named after its ', group)))
  return kinds
}

/** How a name gives a person: as themselves, by an identifier, or by an identifier of nobody in particular. */
function personGrade(name: ReadName, hit: Hit<Subject> | undefined, vocabulary: NameReading): string {
  if (!hit) return name.bareKey ? 'bare identifier' : 'bare code'
  const doubt = doubtOf(name.words.slice(hit.start, hit.end).map(singular), vocabulary)
  return kindOf(name.identifierOf ? 'identifier of a person' : 'person', doubt)
}

/** What a name says besides that it gives a person. */
function besidePerson(name: ReadName): string[] {
  const kinds: string[] = []
  if (name.mentions.length > 0) kinds.push('identifier: a datum too')
  if (name.things.length > 0) kinds.push('identifier: a thing too')
  if (name.otherwise) kinds.push('means something else')
  if (name.negated) kinds.push('negated')
  return kinds
}

/** How the noun for a person stands in the name. */
function personInName(name: ReadName, hit: Hit<Subject>, field: Field, about: About): string[] {
  const last = name.words.at(-1)
  const kinds: string[] = []
  if (last === 'key') kinds.push('identifier: a key')
  if (hit.start > 0) kinds.push('identifier: a word before it')
  if (hit.entry.id === about.who) kinds.push('identifier: of whom the record is about')
  if (!name.identifierOf && last?.endsWith('s') && field.type.base === 'integer') kinds.push('person: a number of them')
  return kinds
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
  const grade = person
    ? kindOf('typed as a person', isEitherWay(name, person, vocabulary) ? ' or a thing' : '')
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
    proven: !category.special || speaksOfPeople(about),
  }
}

/** Whether a noun for people may also be a thing, or a part that somebody plays. */
const isEitherWay = (name: ReadName, { start, end }: Hit<Subject>, vocabulary: NameReading): boolean =>
  doubtOf(name.words.slice(start, end).map(singular), vocabulary) !== ''

/** What a field is to what its record is named after. */
function heldKind(name: ReadName, { times, aspects, keys, keysInFront, entries, units }: NameReading): string {
  const [first = '', ...rest] = name.words
  // A unit says how the word before it is measured: `session_length_ms`.
  const last = singular(name.words.findLast(word => !units.has(word)) ?? '')
  if (name.bareKey || isKeyed(name)) return 'an identifier'
  if (name.words.some(word => entries.has(word))) return 'of the entry'
  if (times.has(last)) return 'a time'
  if (aspects.has(last)) return 'an aspect'
  if (name.mentions.length === 0 && rest.length > 0 && (last === 'id' || keysInFront.has(first))) return 'an identifier'
  if (name.generic) return 'generic'
  if (name.mentions.length === 0 && keys.has(last)) return 'an identifier'
  if (name.things.length > 0) return 'a thing'
  return name.mentions.length > 0 ? 'a datum' : 'other'
}

/** Whether it is the key of a datum: `examination_id`. */
const isKeyed = ({ mentions }: ReadName): boolean =>
  mentions.length > 0 && mentions.every(({ after }) => after === 'key')

/** Whether a field of this kind can hold what its record is named after: a key of a diagnosis is not one, nor is the format of an address. */
function isOf(kind: string, { id, special }: Category): boolean {
  if (kind === 'a thing' || kind === 'of the entry') return false
  if (kind === 'an identifier' || id === 'person-id') return kind === 'an identifier' && id === 'person-id'
  return special || kind !== 'an aspect'
}

/** How the field names the kind of datum that its record is named after. */
const datumEvidence = ({ mentions }: ReadName, group: string): string[] =>
  mentions
    .filter(({ hit }) => groupOf(hit.entry.category) === group)
    .slice(-1)
    .flatMap(({ before, after }) => [
      kindOf('told by the record, a datum, before it: ', before),
      kindOf('told by the record, a datum, after it: ', after),
    ])

/** The datum that a record is named after. */
const datumOf = (scene: Scene): Mention | undefined =>
  scene.record.mentions.findLast(({ hit, after }) => hit.entry.grade === 'strong' && !hit.gated && after !== 'datum') ??
  scene.record.mentions.findLast(
    ({ hit, after }) => gradeOf(hit, scene) && after !== 'datum' && !isOfOthers(hit.entry, scene.about.who),
  )

/** What the field names itself is what it holds: the name of a doctor on a laboratory's report; what stands in a record named after people's names is not one for that. */
const fitsDatum = (kind: string, group: string, name: ReadName): boolean =>
  kind === 'a datum' ? groupsNamed(name).has(group) : !(kind === 'other' && group === 'name')

/** What its record is named after, where the field says no more: `Symptom.name`, `Birthday.year`. */
function recordReading(
  { field, name }: ReadField,
  scene: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading | undefined {
  const { about, record } = scene
  const mention = datumOf(scene)
  if (!mention || field.type.base === 'boolean') return undefined
  const { category } = mention.hit.entry
  if (category.special && (name.ofGoods || isCatalogue(scene))) return undefined
  const kind = heldKind(name, vocabulary)
  const group = groupOf(category)
  if (!isOf(kind, category) || !fitsDatum(kind, group, name)) return undefined
  const grade = kindOf('told by the record, field ', kind)
  const word = gradeOf(mention.hit, scene) ?? ''
  const people = areAround(scene)
  return {
    category,
    subject: about.who,
    words: record.words.slice(mention.hit.start, mention.hit.end).join(' '),
    common,
    own: [
      grade,
      kindOf(grade, kindOf(', record: ', about.standing)),
      kindOf(grade, kindOf(', ', group)),
      kindOf('told by the record, ', word),
      kindOf(grade, kindOf(', ', word)),
      ...(people ? ['told by the record, people around', kindOf('told by the record, people around, ', group)] : []),
      kindOf('told by the record, type: ', field.type.base),
      kindOf('told by the record, after it: ', mention.after),
      kindOf('told by the record, before it: ', mention.before),
      ...(category.special ? [kindOf('told by the record, ', medicalOf(common)), ...whoseEvidence(scene)] : []),
      ...(kind === 'a datum' ? datumEvidence(name, group) : []),
    ],
    proven: speaksOfPeople(about) || about.contexts.has('linked'),
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

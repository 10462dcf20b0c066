import type { Field } from '../../model/entities.ts'
import {
  docEvidence,
  isContrasted,
  isOneNumber,
  isPointInTime,
  spokenOf,
  thingsAround,
  type Scene,
} from '../field-evidence.ts'
import { asksHowMany, isPlural, type NameReading, type ReadName } from '../field-name.ts'
import { singular, type Hit } from '../lexicon.ts'
import type { Subject } from '../person-words.ts'
import type { About } from '../record-subject.ts'
import { kindOf, type Evidence } from '../weights.ts'
import type { Draft } from './reading.ts'
import { isNamedAfterPeople, isOfLetter, isOwnKey, speaksOfPeople } from './whose.ts'

/** Whether a whole number says how many people there are: `number_of_prisoners`, `verifiedUsers`, `friends_num`. */
function isAmount(name: ReadName, { type }: Field, vocabulary: NameReading): boolean {
  const { words, identifierOf } = name
  if (!isOneNumber(type)) return false
  if (!identifierOf) return asksHowMany(words) || namesSeveral(name)
  const noun = words.slice(identifierOf.start, identifierOf.end)
  return counting.has(words.at(-1) ?? '') && (isPlural(noun.at(-1)) || doubtOf(noun.map(singular), vocabulary) !== '')
}

const isIdentifierType = new Set(['string', 'integer', 'bytes', 'record', 'unknown'])

/** Whether a name ends in an English noun for several people; in others, one alone may end in an `s`. */
const namesSeveral = ({ words, subjects }: ReadName): boolean =>
  isPlural(words.at(-1)) && subjects.some(({ end, languages }) => end === words.length && languages.includes('en'))

/** What a noun for people may be besides. */
export function doubtOf(noun: readonly string[], { eitherWay, roles }: NameReading): string {
  if (noun.some(word => eitherWay.has(word))) return ' that may be a thing'
  return noun.some(word => roles.has(word)) ? ' by a part' : ''
}

/** The identifier of a person: `patient_id`; a person: `patient`; in a record about one, also a bare `id`. */
export function personReading(name: ReadName, field: Field, scene: Scene, vocabulary: NameReading): Draft | undefined {
  const { about, around } = scene
  const category = vocabulary.categories.get('person-id')
  const hit = meantHere(name, scene)
  // What tells when somebody approved tells nobody who, nor does how many there are.
  if (!category || isPointInTime(field.type) || isAmount(name, field, vocabulary)) return undefined
  // The id of an application is the application's.
  if (!hit && (about.thing || !(name.bareKey || isCode(name, about)) || isOfSetting(scene, vocabulary)))
    return undefined
  if (hit && !isSomebody(hit, name, field, scene, vocabulary)) return undefined
  const grade = personGrade(name, hit, vocabulary)
  const own = [
    ...identifierEvidence(grade, field, about),
    ...personScene(grade, scene, docEvidence(field, vocabulary)),
    ...thingsAround(name, scene).map(kind => kindOf(grade, kindOf(', ', kind))),
    ...besidePerson(name),
  ]
  if (hit) own.push(...personInName(name, hit, grade, field, about, vocabulary))
  else if (around.length > 0) own.push('bare identifier: nested')
  return {
    category,
    subject: hit?.entry.id ?? about.who,
    words: (hit ? name.words.slice(hit.start, hit.end) : name.words).join(' '),
    ...(hit ? { owner: hit.entry.id } : {}),
    own,
    proven: true,
  }
}

/** The noun for people in a name, as the languages of the file mean it: a `klient` is a patient in one and a customer in another. */
function meantHere({ identifierOf, person, subjects }: ReadName, scene: Scene): Hit<Subject> | undefined {
  const hit = identifierOf ?? person
  if (!hit || isMeant(hit, scene)) return hit
  return subjects.find(other => other.start === hit.start && other.end === hit.end && isMeant(other, scene)) ?? hit
}

/** Whether a noun for people means one here. */
const isSomebody = (hit: Hit<Subject>, name: ReadName, field: Field, scene: Scene, vocabulary: NameReading): boolean =>
  isMeant(hit, scene) &&
  !isContrasted(hit, name.words, scene) &&
  !isOwnKey(name, scene) &&
  !isOfMessage(name, field, scene, vocabulary)

/** Whether a noun that may mean a thing is the line above a message: `subject` beside a text or in an e-mail, `email_subject`. */
const isOfMessage = (
  { words, person }: ReadName,
  { type, name }: Field,
  scene: Scene,
  vocabulary: NameReading,
): boolean =>
  person !== undefined &&
  words.length === 1 &&
  vocabulary.eitherWay.has(words[0] ?? '') &&
  type.base === 'string' &&
  isOfLetter(vocabulary.readName(name.value), scene)

/** Whether a record only says what people there may be: the key of a `UserType` is nobody's. */
const isOfSetting = ({ record }: Scene, { manners }: NameReading): boolean =>
  manners.get('settings')?.has(singular(record.words.at(-1) ?? '')) === true

/** How an identifier fits its type and its record. */
function identifierEvidence(grade: string, { type }: Field, { standing }: About): string[] {
  const kinds = [
    grade,
    kindOf(grade, kindOf(', record: ', standing)),
    kindOf(grade, kindOf(', type: ', type.base)),
    isIdentifierType.has(type.base) ? 'type fits' : kindOf('type does not fit: ', type.base),
  ]
  if (type.base === 'boolean') kinds.push('type: boolean')
  return kinds
}

/** Whether a noun for people is one in the languages of the file; one that means something else in English only where the file is certainly not English. */
export function isMeant({ languages, gated }: Hit<Subject>, scene: Scene): boolean {
  if (languages.includes('en')) return true
  const spoken = spokenOf(languages, scene)
  return gated ? spoken === 'certain' : spoken !== undefined
}

/** Whether a name is only that of a key, in a record that is named after a person: `code`, `PK`. */
const isCode = ({ words }: ReadName, about: About): boolean =>
  words.length === 1 && codes.has(words[0] ?? '') && speaksOfPeople(about) && isNamedAfterPeople({ about })

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
function personScene(grade: string, { about, record }: Scene, doc: Evidence): string[] {
  const kinds: string[] = []
  if (about.thing) kinds.push(kindOf(grade, kindOf(', record: ', about.thing)))
  kinds.push(kindOf(grade, kindOf(', record named after: ', about.named)))
  for (const kind of doc) kinds.push(kindOf(grade, kindOf(', ', kind)))
  if (about.contexts.has('clinical')) kinds.push(kindOf(grade, ', clinical'))
  for (const kind of about.manners) kinds.push(kindOf(grade, kindOf(', ', kind)))
  for (const group of record.groups) kinds.push(kindOf(grade, kindOf(', record named after its ', group)))
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

/** Whether a noun is for the one whom its record is about; everybody is a person where the record does not say more. */
const isAbout = ({ entry }: Hit<Subject>, { who, named }: About): boolean =>
  entry.id === who && (who !== 'person' || named === 'person')

/** Words that say of people how many there are, and of anybody which one it is: `visitor_num`, `student_num`. */
const counting: ReadonlySet<string> = new Set(['num', 'nb'])

/** How the noun for a person stands in the name. */
function personInName(
  name: ReadName,
  hit: Hit<Subject>,
  grade: string,
  field: Field,
  about: About,
  { switches, aspects }: NameReading,
): string[] {
  const last = name.words.at(-1)
  const kinds: string[] = []
  if (last === 'key') kinds.push('identifier: a key')
  if (hit.start > 0) kinds.push('identifier: a word before it')
  if (hit.start > 0 && switches.has(name.words[0] ?? '')) kinds.push('identifier: a switch before it')
  if (aspects.has(singular(last ?? ''))) kinds.push('identifier: an aspect after it')
  if (isAbout(hit, about))
    kinds.push('identifier: of whom the record is about', kindOf(grade, ', of whom the record is about'))
  if (isOneNumber(field.type) && counting.has(last ?? '')) kinds.push('identifier: a number after it')
  return kinds
}

import type { Scene } from '../field-evidence.ts'
import type { ReadName } from '../field-name.ts'
import type { Concept, Words } from '../person-words.ts'
import type { About } from '../record-subject.ts'
import type { Reading } from './reading.ts'
import { kindOf } from '../weights.ts'

/** Whether a record is about a person, or probably. */
export const speaksOfPeople = ({ standing }: About): boolean => standing === 'about' || standing === 'probably'

/** Whether a record, or what encloses it, is about people. */
export const areAround = ({ about, around }: Scene): boolean =>
  speaksOfPeople(about) || around.some(({ standing }) => standing === 'about')

/** Whether only a noun that may be a thing makes a record one about somebody: `AgentResponse`. */
const isByNameOnly = ({ named, evidence }: About): boolean =>
  named === 'either' && evidence.includes('describing fields: 0') && evidence.includes('identifiers of people: 0')

/** Whether anybody is there whose data a record can hold: people, what they do or an identifier of theirs in it or around it, or a data subject that is known, such as the patient of a clinic. */
export const hasSomebody = ({ about, around }: Scene): boolean =>
  (about.who !== 'person' && !isByNameOnly(about)) ||
  [about, ...around].some(
    other =>
      (speaksOfPeople(other) && !isByNameOnly(other)) ||
      other.standing === 'event' ||
      other.contexts.has('linked') ||
      other.contexts.has('clinical'),
  )

/** Whether a record is named after data of a special category, and tells in several words of them and when they were: an offence with a plea, a verdict and the day of an arrest is somebody's; a list of offences has only codes and titles of them. */
export const hasHappened = ({ record, specialWords, specialTimes, about }: Scene): boolean =>
  record.groups.has('special') && specialWords >= several && specialTimes > 0 && about.thing === undefined

/** A list of what there is needs fewer words for it. */
const several = 4

/** Whether a record, or what is around it, is about somebody's care. */
const isClinical = ({ about, around }: Scene): boolean =>
  [about, ...around].some(({ contexts }) => contexts.has('clinical'))

/** The same, or a record that carries the identifier of a patient: an appointment. */
export const isOfCare = (scene: Scene): boolean =>
  isClinical(scene) || (scene.about.who === 'patient' && scene.about.contexts.has('linked'))

/** Whether only its own words make a record one of care, and what it tells of is a device: the diagnosis of a machine. */
export const isOfMachines = ({ about, around, groups }: Scene): boolean =>
  groups.has('online') &&
  about.evidence.includes('describing fields: 0') &&
  ![about, ...around].some(
    ({ contexts, evidence, standing }) =>
      contexts.has('linked') || evidence.includes('a person in its name') || standing === 'about',
  )

/** Whether only those who use a program are near, and a word or two that have other senses as well: the verdict on what a user handed in, the diagnosis of a customer's ticket. */
export const isOfProgram = ({ subject, owner, own }: Reading, scene: Scene): boolean =>
  usingPrograms.has(subject) &&
  owner === undefined &&
  scene.strong < detailed &&
  scene.special < 3 &&
  !own.includes('doc calls it this datum') &&
  !isClinical(scene) &&
  (own.includes('weak word') || !speaksOfPeople(scene.about))

/** From so many data on a record describes somebody, not only who uses a program. */
const detailed = 5

const usingPrograms: ReadonlySet<string> = new Set(['user', 'customer', 'player', 'subscriber'])

/** Whether a word says something of other people only: the score of a student, not of a customer. */
export const isOfOthers = ({ of, only }: Concept, who: string): boolean =>
  of !== undefined && (only || who !== 'person') && !of.includes(who)

/** Whether a record lists what there is, and nobody who has it: reference data, types. */
export const isCatalogue = ({ about, around }: Scene): boolean =>
  about.manners.includes('manner: settings') &&
  ![about, ...around].some(other => other.contexts.has('linked') || speaksOfPeople(other))

const asides = new Set(['manner: settings', 'manner: filter'])

/** Whether a record with data of a special category is somebody's: a list of diseases, of offences is nobody's. */
export function whoseEvidence({ about, around, record }: Scene): string[] {
  const linked = [about, ...around].some(({ contexts }) => contexts.has('linked'))
  const whose = linked ? "somebody's" : "nobody's"
  const after = record.groups.has('special') ? ', record named after its kind' : ''
  return [
    kindOf('special, ', kindOf(whose, after)),
    ...about.manners.filter(kind => asides.has(kind)).map(kind => kindOf('special, ', kind)),
  ]
}

/** Whether a field is of something that is written to somebody. */
export const isOfLetter = (name: ReadName, { about, groups, record }: Scene): boolean =>
  about.contexts.has('message') || groups.has('content') || namesMail(record) || namesMail(name)

const namesMail = ({ mentions }: ReadName): boolean =>
  mentions.some(({ hit }) => hit.entry.category.id === 'contact-email')

/** Whether a record that is named after nobody is part of organisations only, or has one before its own name: the address of a club, `OfficeAddress`. */
export const isOfOrganisation = ({ about, around, holder, record }: Scene): boolean =>
  !isNamedAfterPeople({ about }) &&
  (record.mentions.some(({ before }) => before === 'organisation') ||
    (holder
      ? holder.thing === 'organisation'
      : around.length > 0 && around.every(({ thing }) => thing === 'organisation')))

/** Whether the last noun in the name of a record is one for people. */
export const isNamedAfterPeople = ({ about }: Pick<Scene, 'about'>): boolean => namedAfterPeople.has(about.named)

const namedAfterPeople: ReadonlySet<Scene['about']['named']> = new Set(['person', 'role', 'either'])

/** Whether a name is the key of what its record is named after: `email_id` of an `EmailReceived`; what somebody asks with it is the datum. */
export const isKeyOf = ({ words }: ReadName, { about, record }: Scene, { pointers }: Words): boolean =>
  words.length > 1 &&
  pointers.has(words.at(-1) ?? '') &&
  words.slice(0, -1).every(word => record.words.includes(word)) &&
  !about.manners.includes('manner: asked')

/** Whether a common word for a key, `uid`, is the record's own: it is named after nobody, tells by another field whose it is, and is not asked of anybody. */
export const isOwnKey = ({ words }: ReadName, { about, record }: Scene): boolean =>
  words.length === 1 &&
  words[0]?.endsWith('id') === true &&
  record.subjects.length === 0 &&
  !about.manners.includes('manner: asked') &&
  !about.evidence.includes('identifiers of people: 0')

import { groupOf } from '../category-groups.ts'
import { gradeOf, ownEvidence, placeOf, specialBeside, type Scene } from '../field-evidence.ts'
import type { Mention, NameReading, ReadName } from '../field-name.ts'
import { singular } from '../lexicon.ts'
import type { Category } from '../person-words.ts'
import { withoutChoice, type ReadField } from '../record-subject.ts'
import { kindOf } from '../weights.ts'
import type { Draft } from './reading.ts'
import {
  areAround,
  hasSomebody,
  isCatalogue,
  isKeyOf,
  isOfOrganisation,
  isOfOthers,
  speaksOfPeople,
  whoseEvidence,
} from './whose.ts'

/** A key is of what the record is named after where it says so: `conversation_id` is none of a participant. */
const keyKind = ({ words }: ReadName, record: ReadName): string =>
  words.some(word => record.words.includes(word)) ? 'an identifier' : 'a thing'

/** What a field is to what its record is named after. */
function heldKind(name: ReadName, scene: Scene, vocabulary: NameReading): string {
  const { times, aspects, keys, keysInFront, entries, units } = vocabulary
  const { record } = scene
  const [first = '', ...rest] = name.words
  // A unit says how the word before it is measured: `session_length_ms`.
  const last = singular(name.words.findLast(word => !units.has(word)) ?? '')
  if (name.bareKey || isKeyed(name) || isKeyOf(name, scene, vocabulary)) return 'an identifier'
  if (name.words.some(word => entries.has(word)) || isTimeOfEntry(name, times)) return 'of the entry'
  if (times.has(last)) return 'a time'
  if (aspects.has(last)) return 'an aspect'
  if (name.mentions.length === 0 && rest.length > 0 && (last === 'id' || keysInFront.has(first)))
    return keyKind(name, record)
  if (name.generic) return 'generic'
  if (name.mentions.length === 0 && keys.has(last)) return 'an identifier'
  if (name.things.length > 0) return 'a thing'
  return name.mentions.length > 0 ? 'a datum' : 'other'
}

/** Whether it says when an entry was written: `date_create`. */
const isTimeOfEntry = ({ words }: ReadName, times: ReadonlySet<string>): boolean =>
  words.some(word => writing.has(word)) && words.every(word => writing.has(word) || times.has(word))

const writing: ReadonlySet<string> = new Set(['create', 'update', 'insert', 'modify', 'delete'])

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

/** The datum that a record is named after; what comes with it is none. */
const datumOf = (scene: Scene): Mention | undefined => {
  const { words, mentions } = scene.record
  const named = mentions.filter(({ hit }) => hit.start < withoutChoice(words).length)
  return (
    named.findLast(({ hit, after }) => hit.entry.grade === 'strong' && !hit.gated && after !== 'datum') ??
    named.findLast(({ hit, after }) => {
      const grade = gradeOf(hit, scene)
      return grade && grade !== 'perhaps a local word' && after !== 'datum' && !isOfOthers(hit.entry, scene.about.who)
    })
  )
}

/** What the field names itself is what it holds: the name of a doctor on a laboratory's report; what stands in a record named after people's names is not one for that. */
const fitsDatum = (kind: string, group: string, name: ReadName): boolean =>
  kind === 'a datum' ? name.groups.has(group) : !(kind === 'other' && group === 'name')

/** What no time is: nobody's gender begins. */
const timeless: ReadonlySet<string> = new Set([
  'name',
  'contact',
  'address',
  'trait',
  'money',
  'credential',
  'vehicle',
  'id',
  'online',
  'national',
])

/** Whether what a record is named after says nothing of anybody: a city has a latitude, whoever lives there. */
const isNobodys = (kind: string, group: string, scene: Scene): boolean =>
  (kind === 'a time' && timeless.has(group)) ||
  (group === 'address' && (isOfOrganisation(scene) || (!areAround(scene) && !scene.about.contexts.has('linked'))))

/** Whether a word that is at home in another language only describes somebody: `Gen5Player`. */
const isOfItsHead = ({ hit }: Mention, { subjects }: ReadName): boolean =>
  hit.gated && subjects.some(({ start }) => start >= hit.end)

/** Whether a common word of a special category stands where it means something else: the agent of a signer, a response. */
export const meansSomethingElse = ({ hit: { entry } }: Mention, scene: Scene): boolean =>
  entry.category.special &&
  entry.grade === 'weak' &&
  scene.about.who !== 'patient' &&
  placeOf(entry, scene) === 'out of'

/** What its record is named after, where the field says no more: `Symptom.name`, `Birthday.year`. */
export function recordReading({ field, name }: ReadField, scene: Scene, vocabulary: NameReading): Draft | undefined {
  const { about, record } = scene
  const mention = datumOf(scene)
  if (!mention || scene.element || field.type.base === 'boolean' || meansSomethingElse(mention, scene)) return undefined
  const { category } = mention.hit.entry
  if (category.special && (name.ofGoods || isCatalogue(scene) || !hasSomebody(scene))) return undefined
  const kind = heldKind(name, scene, vocabulary)
  const group = groupOf(category)
  if (!isOf(kind, category) || !fitsDatum(kind, group, name)) return undefined
  if (isOfItsHead(mention, record) || isNobodys(kind, group, scene)) return undefined
  const grade = kindOf('told by the record, field ', kind)
  const word = gradeOf(mention.hit, scene) ?? ''
  const people = areAround(scene)
  return {
    category,
    subject: about.who,
    words: record.words.slice(mention.hit.start, mention.hit.end).join(' '),
    own: [
      grade,
      kindOf(grade, kindOf(', record: ', about.standing)),
      kindOf(grade, kindOf(', ', group)),
      kindOf('told by the record, ', word),
      kindOf(grade, kindOf(', ', word)),
      ...(people ? ['told by the record, people around', kindOf('told by the record, people around, ', group)] : []),
      kindOf('told by the record, type: ', field.type.base),
      ...ownEvidence(field, [grade, kindOf('told by the record, ', group)], group, vocabulary),
      kindOf('told by the record, after it: ', mention.after),
      kindOf('told by the record, before it: ', mention.before),
      ...(category.special
        ? [kindOf('told by the record, ', specialBeside(name, scene.special)), ...whoseEvidence(scene)]
        : []),
      ...(kind === 'a datum' ? datumEvidence(name, group) : []),
    ],
    proven: speaksOfPeople(about) || about.contexts.has('linked'),
  }
}

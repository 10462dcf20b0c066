import type { Field, FieldType } from '../model/entities.ts'
import { docCalls } from './doc-head.ts'
import { docSpeaksOf } from './doc-subject.ts'
import type { NameReading, ReadName } from './field-name.ts'
import { singular, type Hit } from './lexicon.ts'
import type { Concept, Context } from './person-words.ts'
import { strongOf, type About } from './record-subject.ts'
import { kindOf } from './weights.ts'

/** Whether a type says that it holds a date or a time: nobody's identifier does. */
export const isPointInTime = ({ logical }: FieldType): boolean =>
  logical !== undefined && /^(?:date|timestamp|time|local-timestamp)/.test(logical)

/** Whether a type is that of one whole number, and not of a list of them. */
export const isOneNumber = ({ base, text }: FieldType): boolean => base === 'integer' && !text.endsWith('[]')

/** What a file is as a whole. */
export interface FileNature {
  /** How many of ten records are named after things, and after people; undefined where there are too few to tell. */
  readonly tenths: { readonly things: number; readonly people: number } | undefined
  /** Whether it is of a public ledger. */
  readonly ledger: boolean
}

/** What is around a field. */
export interface Scene {
  readonly about: About
  /** The records that enclose its record, or have it as the type of a field. */
  readonly around: readonly About[]
  /** The record that encloses it and has it as the type of a field. */
  readonly holder?: About
  /** How many fields of the record are personal by their words alone. */
  readonly strong: number
  /** How many of them name data of a special category, by any word. */
  readonly special: number
  /** How many different words for such data they use. */
  readonly specialWords: number
  /** How many of them say when it was: `arrest_date`. */
  readonly specialTimes: number
  /** How many of them name data of each group of categories, by any word. */
  readonly groups: ReadonlyMap<string, number>
  readonly size: number
  /** How many fields of the record name things and no datum. */
  readonly things: number
  /** How many fields of the record name a datum of a person. */
  readonly people: number
  /** Words that mean something else here, since their contrast stands beside them. */
  readonly contrasted: ReadonlySet<string>
  /** Whether the record describes an element of a form or a page. */
  readonly element: boolean
  /** Whether the record is named after an animal, or after something of one, which another field names by a key. */
  readonly animal: 'itself' | 'owned' | undefined
  /** What its file is, as a whole. */
  readonly file: FileNature
  /** The name of the record, read. */
  readonly record: ReadName
  /** Whether the file is written in a language. */
  speaks(language: string): 'certain' | 'perhaps' | undefined
  /** The name without the words that its record's columns begin or end with; undefined where there are none. */
  shorten(name: string): string | undefined
}

/** What is the same for all readings of a field: its type, its doc, its neighbours. */
export function fieldEvidence(field: Field, scene: Scene, vocabulary: NameReading): string[] {
  const { about, around, strong, special, size } = scene
  const { type } = field
  const name = vocabulary.readName(field.name.value)
  const others = strong - (strongOf(name, field) ? 1 : 0)
  const kinds = [
    'field',
    ...(type.base === 'boolean' ? [] : [kindOf('type: ', type.base)]),
    kindOf('strong fields beside it: ', upToThree(others)),
    kindOf('share of strong fields: ', kindOf(fifths(others, size), ' of 5')),
  ]
  kinds.push(specialBeside(name, special), ...thingsAround(name, scene))
  if (about.thing) kinds.push(kindOf('record: ', about.thing))
  for (const context of ['clinical', 'request', 'message', 'order', 'linked'] as const)
    if (about.contexts.has(context)) kinds.push(kindOf('record: ', context))
  kinds.push(...aroundEvidence(about, around))
  kinds.push(...about.manners)
  if (type.logical !== undefined && /^(?:timestamp|time|local-timestamp)/.test(type.logical))
    kinds.push('type: a point in time')
  kinds.push(...docEvidence(field, vocabulary))
  const thing = type.named === undefined ? undefined : typeKind(type.named, vocabulary)
  if (thing) kinds.push(kindOf('type named after a ', thing))
  return kinds
}

/** How technical its record and its file are; a share says it where the record is large enough. */
export function thingsAround(name: ReadName, { things, size, file, people }: Scene): string[] {
  const kinds: string[] = []
  const others = things - (namesThing(name) ? 1 : 0)
  if (size > 4) kinds.push(kindOf('share of things: ', kindOf(fifths(others, size), ' of 5')))
  else kinds.push(kindOf('things among few fields: ', upToThree(others)))
  // Whoever is named beside it tells more than the file.
  if (file.tenths && people === (namesPerson(name) ? 1 : 0))
    kinds.push(
      kindOf('things in the file: ', kindOf(`${Math.min(file.tenths.things, 5)}`, ' of 10')),
      kindOf('people in the file: ', kindOf(`${Math.min(file.tenths.people, 5)}`, ' of 10')),
    )
  return kinds
}

/** Whether a name names a thing, and nobody and no datum. */
export const namesThing = ({ things, mentions, subjects }: ReadName): boolean =>
  things.length > 0 && mentions.length === 0 && subjects.length === 0

/** Whether a name says that its datum is a person's: `user_name`. */
export const namesPerson = ({ mentions, subjects }: ReadName): boolean => mentions.length > 0 && subjects.length > 0

/** How many fields beside one name data of a special category; `special` are those of its record. */
export const specialBeside = (name: ReadName, special: number): string =>
  kindOf('special words beside it: ', upToThree(special - (name.special ? 1 : 0)))

/** What the doc of a field speaks of, and what it calls the field. */
export function docEvidence({ doc }: Field, vocabulary: NameReading): string[] {
  const spoken = docSpeaksOf(doc, vocabulary)
  const called = docCalls(doc, vocabulary)
  return [
    ...(spoken ? [kindOf('doc speaks of a ', spoken)] : []),
    ...(called ? [kindOf('doc calls it ', called.as)] : []),
  ]
}

/** What type and doc make of what words say: they are the field's own, where words are its record's and its neighbours' as well. */
export function ownEvidence(
  { type, doc }: Field,
  said: readonly string[],
  group: string,
  vocabulary: NameReading,
): string[] {
  const called = docCalls(doc, vocabulary)
  const base = isPointInTime(type) ? 'a point in time' : type.base
  const kinds = said.map(kind => kindOf(kind, kindOf(', type: ', base)))
  if (!called) return kinds
  const isThis = called.groups.has(group)
  for (const kind of said) kinds.push(kindOf(kind, kindOf(', doc calls it ', isThis ? 'this datum' : called.as)))
  return isThis ? [...kinds, 'doc calls it this datum'] : kinds
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

function typeKind(named: string, vocabulary: NameReading): 'thing' | 'person' | 'datum' | undefined {
  const { words, subjects, mentions } = vocabulary.readName(named)
  if (words.some(word => vocabulary.thingTypes.has(singular(word)))) return 'thing'
  if (subjects.length > 0) return 'person'
  return mentions.length > 0 ? 'datum' : undefined
}

/** How a word counts that names a datum; not at all where it means something else in all languages of the file. */
export function gradeOf({ entry, gated, languages }: Hit<Concept>, scene: Scene): string | undefined {
  if (gated) {
    const own = scene.record.foreign.some(({ languages: of }) => of.some(one => languages.includes(one)))
    const spoken = spokenOf(languages, scene) ?? (own ? 'perhaps' : undefined)
    return spoken && (spoken === 'certain' ? 'local word' : 'perhaps a local word')
  }
  if (entry.grade === 'strong') return 'strong word'
  return entry.bare ? 'common word' : 'weak word'
}

/** Whether a word of a name has its contrast beside it: the `minor` of a version. */
export const isContrasted = ({ start, end }: Hit<unknown>, words: readonly string[], { contrasted }: Scene): boolean =>
  contrasted.size > 0 && end - start === 1 && contrasted.has(words[start] ?? '')

/** How surely the file is written in one of the languages. */
export function spokenOf(languages: readonly string[], { speaks }: Scene): 'certain' | 'perhaps' | undefined {
  const spoken = languages.map(speaks)
  return spoken.includes('certain') ? 'certain' : spoken.find(one => one === 'perhaps')
}

/** Contexts that a record takes from what encloses or uses it: the address of a client, a sender's message. */
const inherited: ReadonlySet<Context> = new Set(['request', 'message', 'device', 'card', 'order', 'clinical'])

/** Whether a word stands where it means a datum: in its record, in one around it, or nowhere. */
export function placeOf({ contexts }: Concept, { about, around }: Scene): 'in' | 'near' | 'out of' {
  if (contexts.some(context => about.contexts.has(context))) return 'in'
  return contexts.some(context => inherited.has(context) && around.some(other => other.contexts.has(context)))
    ? 'near'
    : 'out of'
}

/** How many fifths one number is of another. */
const fifths = (part: number, whole: number): string => `${Math.min(4, Math.floor((5 * part) / Math.max(whole, 1)))}`

/** A small number as it stands in the names of kinds. */
export const upToThree = (count: number): string => (count >= 3 ? '3+' : `${count}`)

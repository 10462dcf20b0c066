import type { Field } from '../../model/entities.ts'
import { groupsNamed } from '../category-groups.ts'
import { spokenOf, type Scene } from '../field-evidence.ts'
import type { NameReading, ReadName } from '../field-name.ts'
import { singular, type Hit } from '../lexicon.ts'
import type { Subject } from '../person-words.ts'
import type { About } from '../record-subject.ts'
import { kindOf, type Evidence } from '../weights.ts'
import type { Reading } from './reading.ts'
import { speaksOfPeople } from './whose.ts'

const isIdentifierType = new Set(['string', 'integer', 'bytes', 'record', 'unknown'])

/** What a noun for people may be besides. */
export function doubtOf(noun: readonly string[], { eitherWay, roles }: NameReading): string {
  if (noun.some(word => eitherWay.has(word))) return ' that may be a thing'
  return noun.some(word => roles.has(word)) ? ' by a part' : ''
}

/** The identifier of a person: `patient_id`; a person: `patient`; in a record about one, also a bare `id`. */
export function personReading(
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

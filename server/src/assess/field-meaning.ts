import type { Field } from '../model/entities.ts'
import { docSpeaksOf } from './doc-subject.ts'
import { isPlain, type ReadName } from './field-name.ts'
import { singular, type Hit } from './lexicon.ts'
import { fits, isForeign, type About, type ReadField } from './record-subject.ts'
import type { Category, Concept, Subject, Vocabulary } from './vocabulary.ts'

/** What the words of a field say that it holds. */
export interface Meaning {
  readonly category: Category
  readonly subject: string
  readonly grade: 'strong' | 'weak'
  readonly because: string
  readonly identifier?: { readonly name: string; readonly country: string }
}

/** Decides whether a field holds personal data in a record of this kind; `speaks` answers which languages the file is written in. */
export function classify(
  read: ReadField,
  about: About,
  speaks: (language: string) => boolean,
  vocabulary: Vocabulary,
): Meaning | undefined {
  const { field, name } = read
  return (
    identifierIn(read, about, vocabulary) ??
    conceptIn(field, name, about, speaks, vocabulary) ??
    personIn(field, name, about, vocabulary)
  )
}

const holdsIdentifiers = new Set(['string', 'integer', 'bytes', 'record', 'unknown'])

/** The identifier of a person: `patient_id`; in a record about one, also a bare `id`. */
function identifierIn({ field, name }: ReadField, about: About, vocabulary: Vocabulary): Meaning | undefined {
  if (!holdsIdentifiers.has(field.type.base)) return undefined
  const category = vocabulary.categories.get('person-id')
  const { identifierOf: hit, words } = name
  if (!category || vocabulary.otherwise.find(words).some(other => other.end - other.start === words.length))
    return undefined
  if (hit && name.concepts.every(({ start, end }) => end - start <= hit.end - hit.start)) {
    const noun = words.slice(hit.start, hit.end).map(singular)
    // A part that somebody plays says little about a thing: the signer of a certificate is a key. So is the key of a profile.
    const either = noun.some(
      word => vocabulary.eitherWay.has(word) || (about.thing === 'technical' && vocabulary.roles.has(word)),
    )
    if (either && words.at(-1) === 'key') return undefined
    if (!either || speaksOfPeople(about) || docSpeaksOf(field.doc, vocabulary) === 'person')
      return {
        category,
        subject: hit.entry.id,
        grade: either ? 'weak' : 'strong',
        because: `\`${field.name.value}\`: identifier of a ${hit.entry.id}`,
      }
  }
  const bare =
    words.length > 0 &&
    words.length < 4 &&
    vocabulary.keys.has('id') &&
    (words.at(-1) === 'id' || words.at(-1) === 'ids') &&
    words.slice(0, -1).every(word => vocabulary.plain.has(word))
  if (!bare || !about.contexts.has('named') || docSpeaksOf(field.doc, vocabulary) === 'thing') return undefined
  return {
    category,
    subject: about.who,
    grade: 'weak',
    because: `\`${field.name.value}\`: identifier, ${recordOf(about)}`,
  }
}

const speaksOfPeople = ({ contexts }: About): boolean =>
  (['person', 'linked', 'message', 'order', 'clinical', 'card'] as const).some(context => contexts.has(context))

/** A datum by the words at the head of the name. */
function conceptIn(
  field: Field,
  name: ReadName,
  about: About,
  speaks: (language: string) => boolean,
  vocabulary: Vocabulary,
): Meaning | undefined {
  for (const hit of name.concepts) {
    if (!fits(hit.entry, field) || (hit.gated && !hit.languages.some(speaks))) continue
    if (isPersonal(hit, field, name, about, vocabulary)) return meaningOf(hit, field, name, about)
  }
  return undefined
}

function isPersonal(
  { entry, start, end }: Hit<Concept>,
  field: Field,
  name: ReadName,
  about: About,
  vocabulary: Vocabulary,
): boolean {
  const owner = ownerOf(name, start, about, vocabulary)
  if (isForeign(name, start) && !name.words.slice(0, start).every(word => isPlain(word, vocabulary))) return false
  if (entry.bare && !owner && !name.words.slice(0, start).every(word => isPlain(word, vocabulary))) return false
  if (entry.of && !entry.of.includes(owner?.entry.id ?? about.who)) return false
  if (
    field.type.base === 'record' &&
    field.type.named !== undefined &&
    !entry.category.special &&
    isThing(field.type.named, vocabulary)
  )
    return false
  const doc = entry.grade === 'weak' || entry.bare || about.thing ? docSpeaksOf(field.doc, vocabulary) : undefined
  if (doc === 'thing' && !owner && entry.bare && !about.contexts.has('address')) return false
  const owned = owner !== undefined && end > start
  if (about.thing === 'organisation') return owned
  if (
    about.thing &&
    (entry.category.special ||
      entry.category.id === 'name' ||
      entry.category.id === 'photo' ||
      entry.category.id === 'location' ||
      entry.category.id === 'credential')
  )
    return owned
  if (entry.grade === 'strong') return true
  // `customer_result` is not about anybody's health: a word that only may be needs a patient, or a record that is.
  if (owned)
    return (
      !entry.category.special ||
      owner.entry.id === 'patient' ||
      entry.contexts.some(context => about.contexts.has(context))
    )
  if (about.thing) return doc === 'person' && !entry.bare
  return (
    entry.contexts.some(context => about.contexts.has(context)) ||
    (doc === 'person' && raisable.some(context => entry.contexts.includes(context))) ||
    isPersonsType(entry, field, vocabulary)
  )
}

/** Where a doc may decide: what holds of people, messages and addresses. */
const raisable = ['person', 'linked', 'message', 'address'] as const

/** The person named before a datum: `driver_name`, or after it: `name_of_driver`. */
function ownerOf(
  { subjects, words }: ReadName,
  start: number,
  { thing }: About,
  { eitherWay, roles }: Vocabulary,
): Hit<Subject> | undefined {
  return subjects.find(
    hit =>
      (hit.end <= start || hit.start > start) &&
      !words
        .slice(hit.start, hit.end)
        .every(word => eitherWay.has(singular(word)) || (thing === 'technical' && roles.has(singular(word)))),
  )
}

/** An address or a name of its own type, which a thing seldom has. */
const isPersonsType = ({ category }: Concept, { type }: Field, { contexts }: Vocabulary): boolean =>
  type.base === 'record' &&
  type.named !== undefined &&
  category.id === 'contact-address' &&
  contexts.get('address')?.find([type.named.toLowerCase()]).length === 1

const isThing = (type: string, vocabulary: Vocabulary): boolean =>
  vocabulary.readName(type).words.some(word => vocabulary.thingTypes.has(singular(word)))

function meaningOf({ entry, start, end }: Hit<Concept>, field: Field, name: ReadName, about: About): Meaning {
  const owner = name.subjects.find(hit => hit.end <= start)
  const datum = entry.identifier ? entry.identifier.name : entry.category.one
  const because = `\`${field.name.value}\`: ${name.words.slice(start, end).join(' ')}, ${datum}`
  return {
    category: entry.category,
    subject: about.who === 'person' ? (owner?.entry.id ?? about.who) : about.who,
    grade: entry.grade,
    because: owner ? `${because} of a ${owner.entry.id}` : `${because}, ${recordOf(about)}`,
    ...(entry.identifier ? { identifier: entry.identifier } : {}),
  }
}

/** A field that names a person and nothing else, or whose type does: `patient`, `owner: UserId`. */
function personIn(field: Field, name: ReadName, about: About, vocabulary: Vocabulary): Meaning | undefined {
  const category = vocabulary.categories.get('person-id')
  const { type } = field
  if (!category || !holdsIdentifiers.has(type.base)) return undefined
  const typed = type.named === undefined ? undefined : personType(type.named, vocabulary)
  if (typed)
    return {
      category,
      subject: typed.entry.id,
      grade: 'weak',
      because: `\`${field.name.value}\`: a ${typed.entry.id}, by its type ${type.named}`,
    }
  const hit = name.person
  if (
    !hit ||
    about.thing ||
    (type.named !== undefined && vocabulary.readName(type.named).things.length > 0) ||
    (type.base === 'integer' && singular(name.words.at(-1) ?? '') !== name.words.at(-1))
  )
    return undefined
  const noun = name.words.slice(hit.start, hit.end).map(singular)
  if (noun.some(word => vocabulary.eitherWay.has(word) || vocabulary.roles.has(word))) return undefined
  return { category, subject: hit.entry.id, grade: 'weak', because: `\`${field.name.value}\`: a ${hit.entry.id}` }
}

/** The person whose type a name is: `UserId`, `PatientInfo`. */
function personType(named: string, vocabulary: Vocabulary): Hit<Subject> | undefined {
  const { words, subjects, things } = vocabulary.readName(named)
  if (things.length > 0) return undefined
  let end = words.length
  while (end > 1 && vocabulary.typeForms.has(singular(words[end - 1] ?? ''))) end--
  const hit = subjects.findLast(candidate => candidate.end === end)
  return hit &&
    !words
      .slice(hit.start, hit.end)
      .some(word => vocabulary.eitherWay.has(singular(word)) || vocabulary.roles.has(singular(word)))
    ? hit
    : undefined
}

const recordOf = ({ contexts, who }: About): string => {
  if (contexts.has('person')) return `in a record about a ${who}`
  if (contexts.has('linked')) return `in a record with data of a ${who}`
  const [context] = contexts
  return context === undefined ? 'by its name' : `in a record of the kind "${context}"`
}

import { wordsOf } from '../text/words.ts'
import { groupOf } from './category-groups.ts'
import { singular, type Hit } from './lexicon.ts'
import type { Concept, Subject, Words } from './person-words.ts'
import type { Weights } from './weights.ts'

/** What stands before a datum in its name. */
export type Before =
  | 'nothing'
  | 'plain'
  | 'person'
  | 'role'
  | 'thing'
  | 'organisation'
  | 'datum'
  | 'switch'
  | 'key'
  | 'unknown'
/** What stands after a datum in its name. */
export type After =
  | 'nothing'
  | 'neutral'
  | 'telling'
  | 'person'
  | 'adjunct'
  | 'key'
  | 'time'
  | 'aspect'
  | 'thing'
  | 'datum'
  | 'unknown'

/** A word for a datum in a name, and what the words around it make of it. */
export interface Mention {
  readonly hit: Hit<Concept>
  readonly before: Before
  readonly after: After
  /** The person whose it is, by the name itself. */
  readonly owner: Hit<Subject> | undefined
}

/** A name as the vocabulary understands it. */
export interface ReadName {
  readonly words: readonly string[]
  /** Nouns for people in it, those that may mean software as well. */
  readonly subjects: readonly Hit<Subject>[]
  /** Nouns for things, companies and places in it. */
  readonly things: readonly Hit<true>[]
  /** Every datum that it names, from left to right. */
  readonly mentions: readonly Mention[]
  /** The person whose identifier it is. */
  readonly identifierOf: Hit<Subject> | undefined
  /** The person that it names and nothing else. */
  readonly person: Hit<Subject> | undefined
  /** Only says which side of something it is, without saying of what: `value`, `code`, `start_date`. */
  readonly generic: boolean
  /** An identifier of nobody in particular: `id`, `uuid`. */
  readonly bareKey: boolean
  /** Means something else as a whole: `race_condition`. */
  readonly otherwise: boolean
  /** Says something of goods: `medicine_price`. */
  readonly ofGoods: boolean
  /** Says that the datum is not there: `without_email`. */
  readonly negated: boolean
  /** The groups of the categories that its words stand for. */
  readonly groups: ReadonlySet<string>
  /** Whether a word of it stands for data of a special category, wherever it stands. */
  readonly special: boolean
  /** Whether it is of an element of a form or a page. */
  readonly ofLayout: boolean
  /** Whether it says how something is set: `templates_verification_email_subject`; a setting of somebody's is named after them. */
  readonly setting: boolean
  /** Its words of public ledgers. */
  readonly ledger: readonly string[]
  /** Its words that are not English: those that show a language, and those that need one. */
  readonly foreign: readonly { readonly word: string; readonly languages: readonly string[]; readonly gated: boolean }[]
}

/** The words, and the way in which names are read with them. */
export interface NameReading extends Words {
  readonly weights: Weights
  /** Reads a name; what has been read once is known. */
  readName(name: string): ReadName
}

/** Reads names with a vocabulary, each of them once. */
export function nameReader(vocabulary: Words): (name: string) => ReadName {
  const known = new Map<string, ReadName>()
  return name => {
    const before = known.get(name)
    if (before) return before
    if (known.size > 20_000) known.clear()
    const read = readName(name, vocabulary)
    known.set(name, read)
    return read
  }
}

/** A name with the letters that its `_` stand for, where words of it are found so. */
function restored(name: string, vocabulary: Words): string {
  if (!/_/.test(name.slice(1)) || /[a-z][A-Z]/.test(name)) return name
  const parts = name.toLowerCase().split('_')
  return vocabulary.findLetters(parts, part => isWord(part, vocabulary))?.join('_') ?? name
}

/** Whether a part of a name between `_` is a word as it stands. */
const isWord = (part: string, vocabulary: Words): boolean =>
  isKnown(part, vocabulary) || vocabulary.keys.has(part) || vocabulary.neutral.has(part) || /^\d+$/.test(part)

/** What words are made of, by the words that they were taken apart with. */
const compounds = new WeakMap<Words['concepts'], Map<string, readonly string[]>>()

/** The words of a name, compounds taken apart: `userid`, `kundenname`. */
export function splitName(name: string, vocabulary: Words): string[] {
  const known = compounds.get(vocabulary.concepts) ?? new Map<string, readonly string[]>()
  compounds.set(vocabulary.concepts, known)
  if (known.size > 20_000) known.clear()
  return spelledWords(restored(name, vocabulary), vocabulary).flatMap(word => {
    const parts = known.get(word) ?? splitCompound(word, vocabulary) ?? [word]
    known.set(word, parts)
    return parts
  })
}

/** The words of a name; capitals before a small letter are a word of their own where only so all are known: `TAJszam` is taj and szam, `IDklient` id and klient. */
function spelledWords(name: string, vocabulary: Words): readonly string[] {
  const words = wordsOf(name)
  if (!/[A-Z]{2}[a-z]/.test(name)) return words
  const others = wordsOf(name.replaceAll(/(?<=[A-Z]{2})(?=[a-z])/g, '_'))
  const areKnown = (all: readonly string[]): boolean =>
    all.every(word => isKnown(word, vocabulary) || vocabulary.keys.has(word))
  return areKnown(others) && !areKnown(words) ? others : words
}

function readName(name: string, vocabulary: Words): ReadName {
  const words = splitName(name, vocabulary)
  const technical = vocabulary.technical.find(words)
  const organisations = vocabulary.organisations.find(words)
  const hits = vocabulary.concepts.find(words)
  // What is part of a listed phrase is no other form of another noun, `szemelyi` of `szemelyi azonosito`; nor is a salary anybody in French.
  const people = vocabulary.subjects.find(words)
  const things = [...technical, ...organisations]
  const subjects = people.filter(
    subject =>
      !isPartOf(subject, things) && !hits.some(hit => isOfDatum(subject, hit)) && !isEnglishToo(subject, people),
  )
  const others = vocabulary.otherwise.find(words)
  const covered = ({ start, end }: Hit<unknown>): boolean =>
    others.some(other => other.start <= start && other.end >= end)
  // What a name says to be without is not there: `related_person_without_identifier`.
  const absentFrom = words.findIndex((word, at) => at > 0 && vocabulary.negations.has(word))
  const isThere = ({ start }: Hit<unknown>): boolean => absentFrom < 0 || start < absentFrom
  const last = subjects.at(-1)
  const frame: Frame = { words, subjects, technical, organisations, hits, vocabulary }
  const mentions = hits
    .filter(hit => !covered(hit) && isThere(hit) && !beginsIn(hit, organisations))
    .map(hit => ({
      hit,
      before: beforeOf(hit, frame),
      after: afterOf(hit, frame),
      owner: subjects.findLast(subject => subject.end <= hit.start || subject.start >= hit.end),
    }))
    .filter(mention => !isOfSomebody(mention, subjects))
  return {
    words,
    subjects,
    things,
    mentions,
    groups: new Set(mentions.map(({ hit }) => groupOf(hit.entry.category))),
    special: mentions.some(({ hit }) => hit.entry.category.special),
    ofLayout: words.some(word => vocabulary.layout.has(word)),
    setting: isSetting(words, subjects, vocabulary),
    ledger: words.filter(word => vocabulary.ledger.has(word)),
    identifierOf: subjects.findLast(hit => isKeyed(words, hit, vocabulary)),
    person: last && isAlone(words, subjects[0]?.start ?? 0, last.end, vocabulary) ? last : undefined,
    generic: words.every(word => isGeneric(word, vocabulary)),
    bareKey:
      words.length > 0 &&
      words.length < 4 &&
      bareKeys.has(words.at(-1) ?? '') &&
      technical.length + organisations.length === 0 &&
      words.slice(0, -1).every(word => vocabulary.plain.has(word)),
    otherwise: others.some(other => other.end - other.start === words.length),
    ofGoods: words.some(word => vocabulary.goods.has(word)),
    negated: words.some(word => vocabulary.negations.has(word)),
    foreign: [...hits, ...subjects, ...vocabulary.ordinary.find(words)]
      .filter(({ languages }) => !languages.includes('en'))
      .map(({ languages, gated, start, end }) => ({ word: words.slice(start, end).join(' '), languages, gated })),
  }
}

function isSetting(words: readonly string[], subjects: readonly Hit<Subject>[], { configuring }: Words): boolean {
  const set = words.findIndex(word => configuring.has(singular(word)))
  return set >= 0 && set < words.length - 1 && subjects.every(({ start }) => start > set)
}

/** Whether a noun for people is a part of a longer name for a thing: the agent of a creditor is a bank. */
export const isPartOf = ({ start, end }: Hit<Subject>, things: readonly Hit<true>[]): boolean =>
  things.some(thing => thing.start <= start && thing.end >= end && thing.end - thing.start > end - start)

/** Whether a phrase begins with the end of a name for an organisation: the `person name` of `legal_person_name`. */
const beginsIn = ({ start }: Hit<unknown>, organisations: readonly Hit<true>[]): boolean =>
  organisations.some(other => other.start < start && other.end > start)

/** Whether a noun for people is a datum's word: part of a listed phrase, or one of another language that English has for a datum, `salary`. */
const isOfDatum = ({ gated, languages, start, end }: Hit<Subject>, datum: Hit<Concept>): boolean =>
  datum.start <= start &&
  datum.end >= end &&
  (gated || (!languages.includes('en') && !datum.gated && datum.languages.includes('en')))

/** Whether a word for data of a special category only says whose the datum after it is, or which of those who work with it: `criminal_name`, `referral_doctor`. */
const isOfSomebody = ({ hit, after, owner }: Mention, subjects: readonly Hit<Subject>[]): boolean =>
  hit.entry.category.special &&
  ((after === 'datum' && subjects.some(({ start, end }) => start === hit.start && end === hit.end)) ||
    (after === 'person' && owner?.entry.id === 'employee' && owner.start >= hit.end))

/** Whether a noun of another language is one of English as well, and says there what schemas mostly mean: `client`. */
const isEnglishToo = ({ languages, start, end }: Hit<Subject>, people: readonly Hit<Subject>[]): boolean =>
  !languages.includes('en') &&
  people.some(other => other.start === start && other.end === end && other.languages.includes('en'))

/** Whether a noun stands with nothing that makes it something else; whoever made an entry is a person: `usuario_criacao`. */
const isAlone = (words: readonly string[], start: number, end: number, vocabulary: Words): boolean =>
  words.slice(0, start).every(word => isPlain(word, vocabulary)) &&
  words.slice(end).every(word => vocabulary.entries.has(word) && !vocabulary.times.has(word))

const bareKeys = new Set(['id', 'ids', 'uuid', 'guid', 'sid'])

/** Whether only an identifier follows: `user_id`, `customer_ref_hash`, `user_id_one`; or goes before: `id_patient`. */
function isKeyed(
  words: readonly string[],
  { start, end }: Hit<Subject>,
  { keys, keysInFront, plain, neutral, entries, times }: Words,
): boolean {
  const after = words.slice(end)
  const key = after.findIndex(word => keys.has(singular(word)))
  if (key >= 0)
    return (
      after.slice(0, key).every(word => plain.has(word)) &&
      after.slice(key + 1).every(word => neutral.has(word) || keys.has(singular(word)) || /^\d+$/.test(word))
    )
  return start > 0 && keysInFront.has(words[0] ?? '') && after.every(word => entries.has(word) && !times.has(word))
}

interface Frame {
  readonly words: readonly string[]
  readonly subjects: readonly Hit<Subject>[]
  readonly technical: readonly Hit<true>[]
  readonly organisations: readonly Hit<true>[]
  readonly hits: readonly Hit<Concept>[]
  readonly vocabulary: Words
}

/** What the nearest words before a datum make of it. */
function beforeOf({ start }: Hit<Concept>, frame: Frame): Before {
  const { words, vocabulary } = frame
  if (start === 0) return 'nothing'
  let at = start
  while (at > 0 && isPlain(words[at - 1] ?? '', vocabulary) && !endsAt(frame, at)) at--
  if (at === 0) return vocabulary.switches.has(words[0] ?? '') || asksHowMany(words) ? 'switch' : 'plain'
  const word = words[at - 1] ?? ''
  // What an `id` points at stands elsewhere: `id_address`, `fk_adresa`.
  if (vocabulary.pointers.has(word)) return 'key'
  return endsAt(frame, at) ?? (vocabulary.switches.has(word) ? 'switch' : 'unknown')
}

/** Whether a name says how many there are: `number_of_cards`. */
export const asksHowMany = ([first = '', second]: readonly string[]): boolean => second === 'of' && counts.has(first)

const counts: ReadonlySet<string> = new Set(['number', 'no', 'nr', 'num', 'count', 'total', 'sum', 'amount'])

/** Whether a name begins with how many there are of what follows: `num_docs`, `total_cards`. */
export const beginsWithAmount = ([first = '']: readonly string[]): boolean => first === 'nb' || counts.has(first)

/** Whether an English noun is one for several. */
export const isPlural = (word = ''): boolean => singular(word) !== word

/** The noun that ends before a word. */
function endsAt(
  { words, subjects, technical, organisations, hits, vocabulary }: Frame,
  at: number,
): Before | undefined {
  const ends = ({ end }: Hit<unknown>): boolean => end === at
  const person = subjects.find(ends)
  if (person)
    return words
      .slice(person.start, person.end)
      .some(word => vocabulary.eitherWay.has(singular(word)) || vocabulary.roles.has(singular(word)))
      ? 'role'
      : 'person'
  if (organisations.some(ends)) return 'organisation'
  if (hits.some(hit => ends(hit) && !vocabulary.plain.has(words[at - 1] ?? ''))) return 'datum'
  return technical.some(ends) ? 'thing' : undefined
}

/** What the words after a datum make of it. */
function afterOf({ entry, end }: Hit<Concept>, frame: Frame): After {
  const { words, vocabulary } = frame
  if (end === words.length) return 'nothing'
  const rest = words.slice(end)
  const last = singular(rest.findLast(word => !vocabulary.units.has(word)) ?? '')
  if (rest.every(word => vocabulary.neutral.has(singular(word)) || /^\d+$/.test(word))) return 'neutral'
  // The key of a diagnosis or a hearing is none.
  if (rest.every(word => vocabulary.pointers.has(word))) return 'key'
  if (entry.category.special && rest.every(word => vocabulary.telling.has(singular(word)))) return 'telling'
  if (vocabulary.aspects.has(last) || vocabulary.aspects.has(beforeItsCode(rest, vocabulary))) return 'aspect'
  const noun = nounAfter(entry, end, frame)
  if (noun) return noun
  if (vocabulary.keys.has(last)) return 'key'
  if (vocabulary.times.has(last)) return 'time'
  return vocabulary.adjuncts.has(rest[0] ?? '') ? 'adjunct' : 'unknown'
}

/** The last word of what follows a datum, before those by which it is written: `type` of `type_code`. */
const beforeItsCode = (rest: readonly string[], { keys, neutral }: Words): string =>
  singular(rest.findLast(word => !keys.has(singular(word)) && !neutral.has(singular(word))) ?? '')

/** What noun follows a datum. */
function nounAfter(
  { category }: Concept,
  end: number,
  { words, subjects, technical, organisations, hits }: Frame,
): After | undefined {
  const starts = ({ start }: Hit<unknown>): boolean => start >= end
  const others = hits.filter(starts)
  // The same said again, more exactly: `main_diagnosis_icd10`.
  if (others.length > 0) return others.every(other => other.entry.category === category) ? 'telling' : 'datum'
  if (subjects.some(hit => starts(hit) && hit.end === words.length)) return 'person'
  return technical.some(starts) || organisations.some(starts) ? 'thing' : undefined
}

/** Whether a word before a datum leaves it what it is. */
const isPlain = (word: string, { plain, neutral }: Words): boolean =>
  plain.has(word) || neutral.has(singular(word)) || /^\d+$/.test(word)

const isGeneric = (word: string, { neutral, telling, forms, times }: Words): boolean =>
  neutral.has(singular(word)) ||
  telling.has(singular(word)) ||
  forms.has(singular(word)) ||
  times.has(word) ||
  /^\d+$/.test(word)

/** Takes a word apart that is glued of words of the vocabulary, in as few parts as possible: `ipaddress`, `numerotelefono`, `kundenname`; undefined where the word is one. */
function splitCompound(word: string, vocabulary: Words): string[] | undefined {
  if (word.length < 6 || word.length > 40 || isKnown(word, vocabulary) || vocabulary.otherwise.has(word))
    return undefined
  // `idusuario`
  const noun = word.slice(2)
  if (word.startsWith('id') && noun.length > 3 && vocabulary.subjects.has(noun)) return ['id', noun]
  return splitInto(word, 3, vocabulary)
}

function splitInto(word: string, parts: number, vocabulary: Words): string[] | undefined {
  for (let cut = word.length - 2; cut >= 3; cut--) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)]
    const head = headOf(left, right, vocabulary)
    if (head === undefined) continue
    if (isTail(right, vocabulary) || isShortTail(head, right, vocabulary)) return [head, right]
    const rest = parts > 1 && right.length > 5 ? splitInto(right, parts - 1, vocabulary) : undefined
    if (rest) return [head, ...rest]
  }
  return undefined
}

const linking = /(?:en|es|er|n|s|e)$/

/** The noun that the first part of a compound is, without the letters that link it; short ones only before a long tail. */
function headOf(left: string, right: string, vocabulary: Words): string | undefined {
  if (left.length < 4 && (right.length < 5 || !vocabulary.subjects.has(left))) return undefined
  if (isKnown(left, vocabulary)) return left
  const stem = left.replace(linking, '')
  return stem.length > 3 && isKnown(stem, vocabulary) ? stem : undefined
}

/** Whether a word can end a compound: an identifier, a datum, a person. */
const isTail = (word: string, { keys, concepts, subjects }: Words): boolean =>
  keys.has(singular(word)) || (word.length > 3 && (concepts.has(word) || (word.length > 4 && subjects.has(word))))

/** Whether a datum of three letters follows a noun for people: `patientdob`. */
const isShortTail = (head: string, tail: string, { concepts, subjects }: Words): boolean =>
  tail.length === 3 && head.length > 4 && subjects.has(head) && concepts.has(tail)

const isKnown = (word: string, { concepts, subjects, technical, organisations, plain }: Words): boolean =>
  plain.has(word) || concepts.has(word) || subjects.has(word) || technical.has(word) || organisations.has(word)

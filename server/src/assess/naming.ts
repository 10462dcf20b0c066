import data from '../knowledge/names.yaml'
import { lazy } from '../text/lazy.ts'
import { remembering } from '../text/remembering.ts'
import { baseName, folderName, foldersOf, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { categoryName } from './category-message.ts'
import { personalDataBehind } from './data-flow.ts'
import { say, type Message } from '../words/message.ts'
import { openLexicon, singular, type Lexicon } from './lexicon.ts'
import { preparePurposes, type Purpose } from './purposes.prepared.ts'
import type { Db } from './db.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the name of a group, a connector or a topic reveals to whoever runs the cluster. */
export interface Revelation {
  /** special: Art. 9 or 10; person: people are concerned; business: an object of the business only. */
  readonly of: 'special' | 'person' | 'business'
  /** What it reveals: `health data`, `payments`. */
  readonly what: string | Message
  /** The words that reveal it. */
  readonly words: string
  /** Set where one word alone speaks of data of a special category, and nothing else in the name of anybody: machines have a diagnosis as well. */
  readonly alone?: true
  /** Set where it is data under Art. 10. */
  readonly criminal?: true
}

/** The words that tell what is done with data. */
interface Purposes {
  readonly terms: Lexicon<Purpose>
  readonly neutral: Lexicon<true>
  readonly tails: ReadonlySet<string>
  readonly otherwise: ReadonlySet<string>
}

const purposes = lazy((): Purposes => {
  const { entries, terms, neutral, tails, otherwise } = preparePurposes()
  return {
    terms: openLexicon(terms, entries),
    neutral: openLexicon(neutral, [true]),
    tails: new Set(tails),
    otherwise: new Set(otherwise),
  }
})

/** Reads a name; undefined where it reveals nothing. What the same words tell is read once. */
export function revealedBy({ vocabulary }: Db, name: string): Revelation | undefined {
  const read =
    readers.get(vocabulary) ?? remembering(one => revealedByWords(wordsToRead(one, vocabulary), vocabulary), mostNames)
  readers.set(vocabulary, read)
  return read(name)
}

const mostNames = 5000
const readers = new WeakMap<Vocabulary, (name: string) => Revelation | undefined>()

/** Whether a name of what an application uses for itself reveals no more than the names of the application do: `payment-service-dev` in `payments`. */
export function tellsNoMoreThan({ vocabulary }: Db, own: readonly string[], name: string): boolean {
  const known = new Set(own.flatMap(one => partsOfName(one, vocabulary)).map(singular))
  const rest = wordsToRead(name, vocabulary).map(word => (known.has(singular(word)) ? '' : word))
  return revealedByWords(rest, vocabulary) === undefined
}

/** Whether a folder may be called by what the things in it are for: not by their kind, by where they lie or by the platform. */
export const mayTellPurpose = (folder: string): boolean => wordsOf(folder).some(word => !plainWords().has(word))

const plainWords = lazy(() => {
  const { kinds, rooms, platform } = (data() as { titles: Readonly<Record<string, readonly string[]>> }).titles
  return new Set([kinds, rooms, platform].flatMap(words => words ?? []))
})

const partsOfName = (name: string, vocabulary: Vocabulary): string[] =>
  wordsOf(name).flatMap(word => partsOf(word, vocabulary))

const wordsToRead = (name: string, vocabulary: Vocabulary): string[] =>
  meaningful(present(wordsOf(name), vocabulary).flatMap(word => partsOf(word, vocabulary)))

function revealedByWords(words: readonly string[], vocabulary: Vocabulary): Revelation | undefined {
  const at = ({ start, end }: { start: number; end: number }): string => words.slice(start, end).join(' ')
  // What means something else in the name of a field does so here: a heartbeat is a program's.
  const others = vocabulary.otherwise.find(words)
  const concepts = vocabulary.concepts
    .find(words)
    .filter(hit => hit.entry.grade === 'strong' && !hit.gated)
    .filter(({ start, end }) => !others.some(other => other.start <= start && end <= other.end))
  const done = purposes().terms.find(words)
  const special = concepts.find(hit => hit.entry.category.special)
  if (special) {
    const isAlone =
      special.end - special.start === 1 && at(special).length < longWord && !speaksOfPeople(words, vocabulary)
    return {
      of: 'special',
      what: categoryName(special.entry.category),
      words: at(special),
      ...(isAlone ? { alone: true } : {}),
      ...(special.entry.category.id === 'criminal' ? { criminal: true } : {}),
    }
  }
  const found = (['special', 'person'] as const).flatMap(of => done.find(hit => hit.entry.touches === of) ?? [])[0]
  if (found) return { of: found.entry.touches, what: found.entry.what, words: at(found) }
  const subject = vocabulary.subjects
    .find(words)
    .find(
      hit =>
        !hit.gated &&
        !purposes().otherwise.has(at(hit)) &&
        !words.slice(hit.start, hit.end).every(word => vocabulary.eitherWay.has(singular(word))),
    )
  if (subject)
    return {
      of: subject.entry.id === 'patient' ? 'special' : 'person',
      what: say('naming.subject', { id: subject.entry.id, many: subject.entry.many }),
      words: at(subject),
    }
  const [concept] = concepts
  if (concept) return { of: 'person', what: categoryName(concept.entry.category), words: at(concept) }
  const [business] = done
  return business && { of: 'business', what: business.entry.what, words: at(business) }
}

/** So long a word has one sense: `krankmeldungen`. */
const longWord = 12

/** Whether words name people, their care, or two data of special categories. */
function speaksOfPeople(words: readonly string[], { subjects, eitherWay, contexts, concepts }: Vocabulary): boolean {
  const people = subjects
    .find(words)
    .some(({ gated, start, end }) => !gated && !words.slice(start, end).every(word => eitherWay.has(singular(word))))
  const special = concepts
    .find(words)
    .filter(({ entry, gated }) => entry.category.special && entry.grade === 'strong' && !gated)
  return people || special.length > 1 || (contexts.get('clinical-space')?.find(words).length ?? 0) > 0
}

/** Whether what a topic's name reveals of a special category is somebody's: by its name, by its schema, by the folders and the file that it stands in, or by the other topics there. */
export function isSomebodys(db: Db, { of, alone }: Revelation, topic: string, from: { readonly file: Uri }): boolean {
  if (of !== 'special' || !alone) return true
  const { estate, vocabulary } = db
  const root = estate.rootOf(from.file)
  const places = foldersOf(from.file)
    .filter(folder => root === undefined || folder.startsWith(root))
    .map(folderName)
  const others = estate
    .entities(from.file)
    .flatMap(entity => (entity.kind === 'topic' && entity.name.state === 'known' ? [entity.name.value] : []))
    .filter(name => name !== topic)
  return (
    [...places, baseName(from.file), ...others].some(name => speaksOfPeople(wordsOf(name), vocabulary)) ||
    personalDataBehind(db, topic, from).length > 0
  )
}

/** The words before one that says what is not there: `visits` of `visits-without-diagnosis`. */
function present(words: readonly string[], { negations }: Vocabulary): readonly string[] {
  const absent = words.findIndex((word, at) => at < words.length - 1 && negations.has(word))
  return absent < 0 ? words : words.slice(0, absent)
}

/** Takes out what is neutral although a word of it is not; an empty word keeps what stood around it apart. */
function meaningful(words: readonly string[]): string[] {
  const hits = purposes().neutral.find(words)
  return words.map((word, i) => (hits.some(({ start, end }) => start <= i && i < end) ? '' : word))
}

/** Shorter heads and tails are part of too many other words. */
const shortest = 4

/** Whether nouns for people are of one language: `elevator` is no Danish pupil and Portuguese actor. */
function speakAlike(head: string, tail: string, { subjects }: Vocabulary): boolean {
  const [[one], [other]] = [subjects.find([head]), subjects.find([tail])]
  return !one || !other || one.languages.some(language => other.languages.includes(language))
}

/** The words that are glued in one: `paymentprocessor`, `kundenrechnungen`, `krankmeldungseingang`, a linking letter left out; the word itself where it is known, or where nothing of it is. */
function partsOf(word: string, vocabulary: Vocabulary): string[] {
  const known = (part: string): boolean =>
    purposes().terms.find([part]).length > 0 ||
    (!purposes().otherwise.has(part) && vocabulary.subjects.find([part]).some(({ gated }) => !gated))
  const closes = (tail: string): boolean =>
    purposes().tails.has(tail) || (tail.length >= shortest && (known(tail) || partsOf(tail, vocabulary).length > 1))
  if (/(?:ung|heit|keit|schaft)s$/.test(word) && known(word.slice(0, -1))) return [word.slice(0, -1)]
  if (word.length < 2 * shortest - 1 || word.length > 40 || known(word)) return [word]
  for (let cut = word.length - 2; cut >= shortest; cut--) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)]
    const whole = [head, head.replace(/e?[sn]$/, '')].find(known)
    if (whole !== undefined && closes(tail) && speakAlike(whole, tail, vocabulary))
      return [whole, ...partsOf(tail, vocabulary)]
  }
  return [word]
}

/** Whether the words that reveal something stand in the name of who uses it as well: the group `letters.zipper` of `User:CN=letters/sorter`. */
export function isToldBy(owner: string, { words }: Revelation): boolean {
  const known = new Set(wordsOf(owner))
  return words.split(' ').every(word => known.has(word))
}

/** Whether a user is named after a program that shows the groups of all others: a console, an exporter of their lag. */
export const isOfWatcher = (owner: string): boolean => wordsOf(owner).some(word => watchers.has(word))

const watchers: ReadonlySet<string> = new Set([
  ...['ui', 'console', 'exporter', 'lag', 'monitor', 'monitoring', 'metrics', 'dashboard', 'keda', 'autoscaler'],
  ...['akhq', 'kafdrop', 'kowl', 'kpow', 'cmak', 'burrow', 'conduktor', 'kafbat', 'provectus'],
])

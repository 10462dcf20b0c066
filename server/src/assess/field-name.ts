import { wordsOf } from '../text/words.ts'
import { singular, type Hit } from './lexicon.ts'
import type { Concept, Subject, Words } from './vocabulary.ts'

/** A name as the vocabulary understands it. */
export interface ReadName {
  readonly words: readonly string[]
  /** Nouns for people in it, those that may mean software as well. */
  readonly subjects: readonly Hit<Subject>[]
  /** Nouns for things, companies and places in it. */
  readonly things: readonly Hit<true>[]
  /** What it says that it holds, the likeliest reading first; nothing after it makes it something else. */
  readonly concepts: readonly Hit<Concept>[]
  /** The person whose identifier it is. */
  readonly identifierOf: Hit<Subject> | undefined
  /** Its words that are not English: those that show a language, and those that need one. */
  readonly foreign: readonly { readonly word: string; readonly languages: readonly string[]; readonly gated: boolean }[]
  /** The person that it names and nothing else. */
  readonly person: Hit<Subject> | undefined
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

/** The words of a name, compounds taken apart: `userid`, `kundenname`. */
export const splitName = (name: string, vocabulary: Words): string[] =>
  wordsOf(name).flatMap(word => splitCompound(word, vocabulary) ?? [word])

function readName(name: string, vocabulary: Words): ReadName {
  const words = splitName(name, vocabulary)
  const subjects = vocabulary.subjects.find(words)
  const things = [...vocabulary.technical.find(words), ...vocabulary.organisations.find(words)]
  const last = subjects.at(-1)
  const around = (from: number, to: number): boolean => words.slice(from, to).every(word => isPlain(word, vocabulary))
  return {
    words,
    subjects,
    things,
    concepts: conceptsAtHead(words, subjects, vocabulary),
    foreign: [...vocabulary.concepts.find(words), ...subjects, ...vocabulary.ordinary.find(words)]
      .filter(({ languages }) => !languages.includes('en'))
      .map(({ languages, gated, start, end }) => ({ word: words.slice(start, end).join(' '), languages, gated })),
    identifierOf: subjects.findLast(hit => isKeyed(words, hit, vocabulary)),
    person: last && last.end === words.length && around(0, subjects[0]?.start ?? 0) ? last : undefined,
  }
}

/** Whether only an identifier follows: `user_id`, `customer_ref_hash`, `user_id_one`; or goes before: `id_patient`. */
function isKeyed(words: readonly string[], { start, end }: Hit<Subject>, { keys, plain, neutral }: Words): boolean {
  const after = words.slice(end)
  const key = after.findIndex(word => keys.has(singular(word)))
  if (key >= 0)
    return (
      after.slice(0, key).every(word => plain.has(word)) &&
      after.slice(key + 1).every(word => neutral.has(word) || keys.has(singular(word)) || /^\d+$/.test(word))
    )
  return (
    after.length === 0 &&
    start > 0 &&
    words
      .slice(0, start)
      .every((word, i) =>
        i === 0
          ? word === 'id' ||
            word === 'identifier' ||
            word === 'identifiant' ||
            word === 'codice' ||
            word === 'codigo' ||
            word === 'numero'
          : plain.has(word),
      )
  )
}

/** The concepts at the head of a name, the last ones first: those after which nothing makes it something about the datum. */
function conceptsAtHead(
  words: readonly string[],
  subjects: readonly Hit<Subject>[],
  vocabulary: Words,
): Hit<Concept>[] {
  const hits = vocabulary.concepts.find(words)
  if (hits.length === 0) return []
  const others = vocabulary.otherwise.find(words)
  return hits
    .filter(
      ({ entry, start, end }) =>
        !others.some(other => other.start <= start && other.end >= end) &&
        words.slice(end).every((word, i) => leaves(word, end + i, entry, subjects, vocabulary)),
    )
    .sort((a, b) => b.start - a.start)
}

function leaves(
  word: string,
  at: number,
  { category }: Concept,
  subjects: readonly Hit<Subject>[],
  { neutral, telling }: Words,
): boolean {
  return (
    neutral.has(singular(word)) ||
    /^\d+$/.test(word) ||
    (category.special && telling.has(singular(word))) ||
    subjects.some(({ start, end }) => start <= at && at < end)
  )
}

/** Whether a word before a datum leaves it what it is. */
export const isPlain = (word: string, { plain, neutral }: Words): boolean =>
  plain.has(word) || neutral.has(singular(word)) || /^\d+$/.test(word)

/** Takes a compound of a noun and what is said of it apart; undefined where the word is one. */
function splitCompound(word: string, vocabulary: Words): string[] | undefined {
  const { concepts, subjects, technical, organisations, keys, otherwise, plain } = vocabulary
  if (
    word.length < 6 ||
    plain.has(word) ||
    concepts.has(word) ||
    subjects.has(word) ||
    technical.has(word) ||
    organisations.has(word) ||
    otherwise.has(word)
  )
    return undefined
  for (let cut = word.length - 2; cut >= 4; cut--) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)]
    if (!keys.has(singular(right)) && !(right.length > 3 && concepts.has(right))) continue
    const noun = [left, left.replace(/(?:en|es|er|n|s|e)$/, '')].find(
      stem =>
        stem.length > 3 && (subjects.has(stem) || technical.has(stem) || organisations.has(stem) || plain.has(stem)),
    )
    if (noun !== undefined) return [noun, right]
  }
  return undefined
}

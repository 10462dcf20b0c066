import { phrasesWith, singular, type LexiconData } from './lexicon.ts'

/** Letters that have an accent in some language, and what parts words. */
const replaced: ReadonlySet<string> = new Set('acdegiklnorstuyz_')

/** So many letters of a word have to be left. */
const least = 5

/** Finds words whose letters with accents were written as `_`, which is all that names in Avro and Protobuf can hold: `p__jmen_`, `direcci_n`; given the parts of a name between its `_`, and which of them are words as they stand. */
export function letterFinder(data: readonly LexiconData[]): FindLetters {
  /** Indexed letter by letter, when a name begins with one: most names need none of it. */
  const chapters = new Map<string, ReadonlyMap<string, readonly Written[]>>()
  const wordsLike = (sought: string): readonly Written[] => {
    const letter = sought.charAt(0)
    const words = chapters.get(letter) ?? indexWords(letter, data)
    chapters.set(letter, words)
    return words.get(keyOf(sought)) ?? []
  }
  return (parts, isWord) => {
    for (let count = parts.length; count > 1; count--)
      for (let start = 0; start + count <= parts.length; start++) {
        const run = parts.slice(start, start + count)
        const found = run.every(isWord) ? undefined : find(singular(run.join('_')), wordsLike)
        if (found !== undefined) return [...parts.slice(0, start), found, ...parts.slice(start + count)]
      }
    return undefined
  }
}

/** The parts of a name with what could be found in place of them; undefined where nothing was. */
export type FindLetters = (parts: readonly string[], isWord: (part: string) => boolean) => string[] | undefined

/** A word as it may be written, and as it is listed. */
type Written = readonly [form: string, word: string]

/** A last `_` alone is how a word is written that a language keeps to itself: `class_`. */
const find = (sought: string, wordsLike: (sought: string) => readonly Written[]): string | undefined =>
  sought.replaceAll('_', '').length < least || !sought.slice(0, -1).includes('_')
    ? undefined
    : wordsLike(sought).find(([form]) => form !== sought && fits(sought, form))?.[1]

function fits(sought: string, word: string): boolean {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at)
    if (sought.charAt(at) !== letter && !(sought.charAt(at) === '_' && replaced.has(letter))) return false
  }
  return true
}

const keyOf = (word: string): string => `${word.charAt(0)}${word.length}`

/** The phrases of other languages than English that begin with a letter, by that and their lengths. */
function indexWords(letter: string, data: readonly LexiconData[]): Map<string, Written[]> {
  const index = new Map<string, Written[]>()
  const add = (form: string, word: string): void => {
    const known = index.get(keyOf(form))
    if (known) known.push([form, word])
    else index.set(keyOf(form), [[form, word]])
  }
  for (const [words, languages] of data.flatMap(one => [...phrasesWith(letter, one)])) {
    if (languages.includes('en')) continue
    const word = words.join('_')
    // One letter where two are written without it: `stra_e`, `gesch_ft`.
    const shorter = word.replace(/([aou])e|ss/g, (two, vowel: string | undefined) => vowel ?? two.charAt(0))
    add(word, word)
    if (shorter !== word) add(shorter, word)
  }
  return index
}

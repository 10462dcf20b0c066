import { wordsOf } from '../text/words.ts'
import { stemsIn, stemsOf } from './inflection.ts'

/** A term found among words: which entry it belongs to, and which words it takes. */
export interface Hit<E> {
  readonly entry: E
  /** The languages in which the term is at home. */
  readonly languages: readonly string[]
  /** The term means something else in other languages: it counts only beside another word of its own. */
  readonly gated: boolean
  readonly start: number
  readonly end: number
}

/** Terms by language; several words in their order make one term. */
export type Terms = Readonly<Record<string, readonly string[]>>

/** A dictionary of terms, found in words. */
export interface Lexicon<E> {
  /** Hits from left to right, at each word the longest, one for each of its entries; later hits may overlap earlier ones only where they reach further. */
  find(words: readonly string[]): Hit<E>[]
  /** Whether a word is a term by itself, alone or with others written as one. */
  has(word: string): boolean
}

/** What a phrase stands for: an entry by its number, whether it is gated (1), and the languages in which it is at home. */
type Sense = readonly [entry: number, gated: 0 | 1, languages: readonly string[]]

/** A dictionary as data, made when the program is built. */
export interface LexiconData {
  /** What phrases stand for; many of them stand for the same. */
  readonly meanings: readonly (readonly Sense[])[]
  /** By the two letters that words begin with, an entry for each first word of phrases: the word, then, the longest first, what follows it and the number of the meaning, after commas: `card,holder name 7,3;`. */
  readonly heads: Readonly<Record<string, string>>
}

/** A phrase by what follows its first word, and what it stands for. */
interface Phrase<E> {
  readonly rest: readonly string[]
  readonly senses: readonly Pick<Hit<E>, 'entry' | 'gated' | 'languages'>[]
}

/** What begins with a word. */
interface Head<E> {
  readonly phrases: readonly Phrase<E>[]
  /** The word is a phrase of several words written as one. */
  readonly glued: Phrase<E> | undefined
  /** It stands in another number or case than it is listed in. */
  readonly inflected?: true
}

type Rows = readonly { readonly terms: Terms; readonly gated?: Terms }[]

/** A dictionary of terms; one of several words is also found written as one (`firstname`), and each in its plural. */
export const buildLexicon = <E>(rows: readonly (Rows[number] & { readonly entry: E })[]): Lexicon<E> =>
  openLexicon(
    indexTerms(rows),
    rows.map(({ entry }) => entry),
  )

/** A dictionary from its data, whose senses name entries by their number. What the data says of a word is read when the word is first met. `inflects`: single words are found in other numbers and cases too, gated. */
export function openLexicon<E>(data: LexiconData, entries: readonly E[], inflects = false): Lexicon<E> {
  const chapters = new Map<string, Chapter>()
  const read = new Map<string, Head<E> | undefined>()
  const phraseOf = (text: string): Phrase<E> => {
    const rest = text.split(' ')
    const senses = (data.meanings[Number(rest.pop())] ?? []).map(([entry, gated, languages]) => ({
      entry: entries[entry] as E,
      gated: gated === 1,
      languages,
    }))
    return { rest, senses }
  }
  const readHead = (word: string): Head<E> | undefined => {
    const letters = word.slice(0, 2)
    const chapter = chapters.get(letters) ?? openChapter(letters, data)
    if (!chapters.has(letters)) chapters.set(letters, chapter)
    const { heads, glued } = chapter
    const [line, joined] = [heads.get(word), glued.get(word)]
    if (line === undefined && joined === undefined) return inflects ? readInflected(word, letters) : undefined
    return {
      phrases: line?.split(',').map(phraseOf) ?? [],
      glued: joined === undefined ? undefined : { ...phraseOf(joined), rest: [] },
    }
  }
  /** A noun in another number or case than it is listed in; it counts in a file of its language only. */
  const readInflected = (word: string, letters: string): Head<E> | undefined => {
    const stems = chapters.get(letters)?.stems()
    const found = stems && stemsOf(word).flatMap(stem => stems.get(stem) ?? [])
    const senses = found?.flatMap(([meaning, language]) =>
      phraseOf(meaning).senses.flatMap(sense =>
        sense.languages.includes(language) ? [{ ...sense, languages: [language], gated: true }] : [],
      ),
    )
    return senses && senses.length > 0
      ? { phrases: [{ rest: [], senses: onePerEntry(senses) }], glued: undefined, inflected: true }
      : undefined
  }
  const headOf = (word: string): Head<E> | undefined => {
    const known = read.get(word)
    if (known !== undefined || read.has(word)) return known
    const head = readHead(word)
    if (read.size > mostWords) read.clear()
    read.set(word, head)
    return head
  }
  return {
    find: words => findIn(words, headOf),
    has(word) {
      const head = headOf(singular(word))
      return (
        head !== undefined && !head.inflected && (head.glued !== undefined || head.phrases.at(-1)?.rest.length === 0)
      )
    },
  }
}

/** So many words are remembered, those that mean nothing too. */
const mostWords = 20_000

/** The words that begin with two letters. */
interface Chapter {
  /** What follows first words of phrases. */
  readonly heads: ReadonlyMap<string, string>
  /** What follows the first words of phrases that are written as one, the one of fewer words where two are written alike. */
  readonly glued: ReadonlyMap<string, string>
  /** The numbers of what single words stand for, by the stems that they have in their languages. */
  stems(): ReadonlyMap<string, readonly Inflected[]>
}

/** The number of what a word stands for, and the language in which it has a stem. */
type Inflected = readonly [meaning: string, language: string]

function openChapter(letters: string, data: LexiconData): Chapter {
  const { heads } = data
  let stems: ReadonlyMap<string, readonly Inflected[]> | undefined
  const chapter = {
    heads: new Map<string, string>(),
    glued: new Map<string, string>(),
    stems: () => (stems ??= stemsOfHeads(chapter.heads, data)),
  }
  const glue = (head: string, texts: string): void => {
    for (const text of texts.includes(' ') ? texts.split(',') : []) {
      const end = text.lastIndexOf(' ')
      const joined = end < 0 ? '' : head + text.slice(0, end).replaceAll(' ', '')
      if (joined.startsWith(letters) && /^[a-z]+$/.test(joined)) chapter.glued.set(joined, text)
    }
  }
  // A phrase whose first word is one letter is written as one under two: `e mail`.
  for (const [head, texts] of entriesOf(letters.length === 2 ? heads[letters.charAt(0)] : undefined)) glue(head, texts)
  for (const [head, texts] of entriesOf(heads[letters])) {
    chapter.heads.set(head, texts)
    glue(head, texts)
  }
  return chapter
}

/** The single words of a chapter by their stems. */
function stemsOfHeads(heads: ReadonlyMap<string, string>, { meanings }: LexiconData): Map<string, Inflected[]> {
  const stems = new Map<string, Inflected[]>()
  for (const [head, texts] of heads) {
    const meaning = texts.slice(texts.lastIndexOf(',') + 1)
    if (meaning.includes(' ')) continue
    const languages = new Set((meanings[Number(meaning)] ?? []).flatMap(([, , own]) => own))
    for (const language of languages)
      for (const stem of stemsIn(language, head)) stems.set(stem, [...(stems.get(stem) ?? []), [meaning, language]])
  }
  return stems
}

/** Senses of one entry in several languages, made one. */
function onePerEntry<S extends { readonly entry: unknown; readonly languages: readonly string[] }>(
  senses: readonly S[],
): S[] {
  const made = new Map<unknown, S>()
  for (const sense of senses) {
    const languages = new Set([...(made.get(sense.entry)?.languages ?? []), ...sense.languages])
    made.set(sense.entry, { ...sense, languages: [...languages] })
  }
  return [...made.values()]
}

/** The first words of phrases, and what follows them. */
function* entriesOf(text = ''): Generator<[head: string, texts: string]> {
  for (let start = 0; start < text.length; ) {
    const comma = text.indexOf(',', start)
    const end = text.indexOf(';', comma)
    yield [text.slice(start, comma), text.slice(comma + 1, end)]
    start = end + 1
  }
}

/** The phrases of a dictionary that begin with a letter, in their words, and the languages in which they are at home. */
export function* phrasesWith(
  letter: string,
  { heads, meanings }: LexiconData,
): Generator<[words: string[], languages: string[]]> {
  for (const [letters, chapter] of Object.entries(heads))
    for (const [head, texts] of letters.startsWith(letter) ? entriesOf(chapter) : [])
      for (const text of texts.split(',')) {
        const rest = text.split(' ')
        const senses = meanings[Number(rest.pop())] ?? []
        yield [[head, ...rest], senses.flatMap(([, , languages]) => languages)]
      }
}

/** A phrase in all its words, and its senses. */
interface Term {
  readonly words: readonly string[]
  readonly senses: { entry: number; gated: boolean; languages: string[] }[]
}

/** Indexes terms by their first words. */
export function indexTerms(rows: Rows): LexiconData {
  const lines = new Map<string, string[]>()
  const meanings = new Map<string, number>()
  const numberOf = ({ senses }: Term): number => {
    const key = JSON.stringify(senses.map(({ entry, gated, languages }) => [entry, gated ? 1 : 0, languages]))
    const number = meanings.get(key) ?? meanings.size
    meanings.set(key, number)
    return number
  }
  const add = (head: string, text: string): void => {
    const line = lines.get(head)
    if (line) line.push(text)
    else lines.set(head, [text])
  }
  const terms = [...collectTerms(rows).values()]
  for (const term of terms.sort((a, b) => b.words.length - a.words.length))
    add(term.words[0] ?? '', [...term.words.slice(1), numberOf(term)].join(' '))
  const heads: Record<string, string> = {}
  for (const [head, texts] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letters = head.slice(0, 2)
    heads[letters] = `${heads[letters] ?? ''}${head},${texts.join(',')};`
  }
  return { meanings: [...meanings.keys()].map(key => JSON.parse(key) as Sense[]), heads }
}

/** The phrases of all rows with all their senses, those that are not gated first. */
function collectTerms(rows: Rows): ReadonlyMap<string, Term> {
  const byText = new Map<string, Term>()
  const add = (entry: number, text: string, language: string, gated: boolean): void => {
    const words = wordsOf(text).map(singular)
    const joined = words.join(' ')
    if (joined === '') return
    const term: Term = byText.get(joined) ?? { words, senses: [] }
    byText.set(joined, term)
    const { senses } = term
    const known = senses.find(sense => sense.entry === entry)
    if (!known) senses.push({ entry, gated, languages: [language] })
    else if (known.gated === gated && !known.languages.includes(language)) known.languages.push(language)
  }
  const addAll = (entry: number, terms: Terms, gated: boolean): void => {
    for (const [language, list] of Object.entries(terms)) for (const text of list) add(entry, text, language, gated)
  }
  for (const [entry, { terms }] of rows.entries()) addAll(entry, terms, false)
  for (const [entry, { gated = {} }] of rows.entries()) addAll(entry, gated, true)
  return byText
}

function findIn<E>(given: readonly string[], headOf: (word: string) => Head<E> | undefined): Hit<E>[] {
  const words = given.map(singular)
  const hits: Hit<E>[] = []
  let reached = 0
  for (let start = 0; start < words.length; start++) {
    const head = headOf(words[start] ?? '')
    if (!head) continue
    const phrase = head.phrases.find(({ rest }) => rest.every((part, i) => words[start + 1 + i] === part)) ?? head.glued
    if (!phrase) continue
    const end = start + 1 + phrase.rest.length
    if (end <= reached) continue
    for (const { entry, gated, languages } of phrase.senses) hits.push({ entry, gated, languages, start, end })
    reached = end
  }
  return hits
}

/** A word without the ending of an English plural; other languages keep what they have, since terms and texts are treated alike. */
export function singular(word: string): string {
  if (word.length < 4 || word.charCodeAt(word.length - 1) !== 115 || /[sui]s$/.test(word)) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

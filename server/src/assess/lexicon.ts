import { wordsOf } from '../text/words.ts'

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

/** Words in their order, and what they mean: a phrase may stand for several things. */
interface Phrase<E> {
  readonly words: readonly string[]
  readonly terms: { readonly entry: E; readonly gated: boolean; readonly languages: string[] }[]
}

/** Phrases by their whole text, by their first word (the longest first), and by what they are written as one. */
interface Index<E> {
  readonly byText: ReadonlyMap<string, Phrase<E>>
  readonly byFirst: ReadonlyMap<string, readonly Phrase<E>[]>
  readonly glued: ReadonlyMap<string, Phrase<E>>
}

type Rows<E> = readonly { readonly entry: E; readonly terms: Terms; readonly gated?: Terms }[]

/** A dictionary of terms; one of several words is also found written as one (`firstname`), and each in its plural. It is indexed when it is first asked: most sessions need few of them at once. */
export function buildLexicon<E>(rows: Rows<E>): Lexicon<E> {
  let built: Index<E> | undefined
  const index = (): Index<E> => (built ??= indexTerms(rows))
  return {
    find: given => findIn(given, index()),
    has: word => index().byText.has(singular(word)) || index().glued.has(singular(word)),
  }
}

function indexTerms<E>(rows: Rows<E>): Index<E> {
  const byText = new Map<string, Phrase<E>>()
  const byFirst = new Map<string, Phrase<E>[]>()
  const glued = new Map<string, Phrase<E>>()
  const addTerm = (entry: E, language: string, text: string, gated: boolean): void => {
    const words = (/^[a-z ]+$/.test(text) ? text.split(' ') : wordsOf(text)).map(singular)
    const joined = words.join(' ')
    const phrase = byText.get(joined) ?? { words, terms: [] }
    const known = phrase.terms.find(term => term.entry === entry)
    if (known && known.gated === gated && !known.languages.includes(language)) known.languages.push(language)
    if (!known) phrase.terms.push({ entry, gated, languages: [language] })
    byText.set(joined, phrase)
  }
  const add = (entry: E, terms: Terms, gated: boolean): void => {
    for (const [language, list] of Object.entries(terms)) for (const text of list) addTerm(entry, language, text, gated)
  }
  for (const { entry, terms } of rows) add(entry, terms, false)
  for (const { entry, gated = {} } of rows) add(entry, gated, true)
  for (const phrase of byText.values()) {
    const [first = ''] = phrase.words
    const beside = byFirst.get(first)
    if (beside) beside.push(phrase)
    else byFirst.set(first, [phrase])
    const joined = phrase.words.join('')
    if (phrase.words.length > 1 && /^[a-z]+$/.test(joined) && !glued.has(joined)) glued.set(joined, phrase)
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return { byText, byFirst, glued }
}

function findIn<E>(given: readonly string[], { byFirst, glued }: Index<E>): Hit<E>[] {
  const words = given.map(singular)
  const hits: Hit<E>[] = []
  let reached = 0
  for (let start = 0; start < words.length; start++) {
    const word = words[start] ?? ''
    const whole = glued.get(word)
    const beginning = byFirst.get(word)
    if (!whole && !beginning) continue
    const phrase =
      beginning?.find(
        ({ words: parts }) => parts.length === 1 || parts.every((part, i) => words[start + i] === part),
      ) ?? whole
    if (!phrase) continue
    const end = start + (phrase === whole ? 1 : phrase.words.length)
    if (end <= reached) continue
    for (const { entry, gated, languages } of phrase.terms) hits.push({ entry, gated, languages, start, end })
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

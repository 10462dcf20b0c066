import { wordsOf } from '../text/words.ts'

/** A term found among words: which entry it belongs to, and which words it takes. */
export interface Hit<E> {
  readonly entry: E
  readonly language: string
  /** The term means something else in other languages: it counts only beside another word of its own. */
  readonly gated: boolean
  readonly start: number
  readonly end: number
}

/** Terms by language; several words in their order make one term. */
export type Terms = Readonly<Record<string, readonly string[]>>

/** A dictionary of terms, found in words. */
export interface Lexicon<E> {
  /** Hits from left to right, at each word the longest; later hits may overlap earlier ones only where they reach further. */
  find(words: readonly string[]): Hit<E>[]
}

interface Term<E> {
  readonly entry: E
  readonly language: string
  readonly gated: boolean
  readonly words: readonly string[]
}

/** Indexes terms; a term of several words is also found written as one (`firstname`). */
export function buildLexicon<E>(rows: Iterable<{ readonly entry: E; readonly terms: Terms; readonly gated?: Terms }>): Lexicon<E> {
  const byFirst = new Map<string, Term<E>[]>()
  const glued = new Map<string, Term<E>>()
  const add = (entry: E, terms: Terms, gated: boolean): void => {
    for (const [language, list] of Object.entries(terms)) {
      for (const text of list) {
        const words = wordsOf(text)
        const [first] = words
        if (first === undefined) continue
        const term = { entry, language, gated, words }
        byFirst.set(first, [...(byFirst.get(first) ?? []), term].sort((a, b) => b.words.length - a.words.length))
        const joined = words.join('')
        if (words.length > 1 && /^[a-z]+$/.test(joined) && !glued.has(joined)) glued.set(joined, term)
      }
    }
  }
  for (const { entry, terms, gated = {} } of rows) {
    add(entry, terms, false)
    add(entry, gated, true)
  }
  return {
    find(words) {
      const hits: Hit<E>[] = []
      let reached = 0
      words.forEach((word, start) => {
        const whole = glued.get(word)
        const term = byFirst.get(word)?.find(candidate => candidate.words.every((part, i) => words[start + i] === part)) ?? whole
        if (!term) return
        const end = start + (term === whole ? 1 : term.words.length)
        if (end <= reached) return
        hits.push({ entry: term.entry, language: term.language, gated: term.gated, start, end })
        reached = end
      })
      return hits
    },
  }
}

import data from '../knowledge/purposes.yaml'
import { indexTerms, type LexiconData, type Terms } from './lexicon.ts'

/** What a name reveals of what is done with data. */
export interface Purpose {
  /** special: Art. 9 or 10; person: people are concerned; business: an object of the business only. */
  readonly touches: 'special' | 'person' | 'business'
  /** `payments`. */
  readonly what: string
}

/** The words for what is done with data, indexed. */
export interface PreparedPurposes {
  readonly entries: readonly Purpose[]
  readonly terms: LexiconData
  readonly neutral: LexiconData
  readonly lists: readonly string[]
  readonly tails: readonly string[]
  readonly otherwise: readonly string[]
}

/** Indexes the words of the data file. It runs when the program is built, and what it answers is shipped. */
export function preparePurposes(): PreparedPurposes {
  const { purposes, neutral, lists, tails, otherwise } = data() as {
    purposes: Record<string, Purpose & { terms: Terms }>
    neutral: string[]
    lists: string[]
    tails: string[]
    otherwise: string[]
  }
  const rows = Object.values(purposes)
  return {
    entries: rows.map(({ touches, what }) => ({ touches, what })),
    terms: indexTerms(rows.map(({ terms }) => ({ terms }))),
    neutral: indexTerms([{ terms: { en: neutral } }]),
    lists,
    tails,
    otherwise,
  }
}

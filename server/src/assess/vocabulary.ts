import data from '../knowledge/personal-data.yaml'
import type { FieldType } from '../model/entities.ts'
import { buildLexicon, type Lexicon, type Terms } from './lexicon.ts'

/** A category of personal data. */
export interface Category {
  readonly id: string
  /** One datum of it, in words. */
  readonly one: string
  /** Many of them with their verb: `names are`. */
  readonly many: string
  /** Whether it falls under Art. 9 or 10. */
  readonly special: boolean
}

/** A kind of personal data, as words name it. */
export interface Concept {
  readonly category: Category
  /** strong: the words alone say so; weak: only about a person. */
  readonly grade: 'strong' | 'weak'
  /** Whether a boolean carries it. */
  readonly flag: boolean
  readonly types: readonly FieldType['base'][]
}

/** A kind of people: a data subject of Art. 30. */
export interface Subject {
  readonly id: string
  readonly many: string
}

/** What a name says is done with data. */
export interface Purpose {
  readonly touches: 'person' | 'special' | 'business'
  /** With its verb: `payments are`. */
  readonly says: string
}

/** The words by which personal data, people and purposes are known. */
export interface Vocabulary {
  readonly categories: ReadonlyMap<string, Category>
  readonly concepts: Lexicon<Concept>
  readonly subjects: Lexicon<Subject>
  readonly purposes: Lexicon<Purpose>
  /** Nouns for things. */
  readonly technical: Lexicon<true>
  readonly forms: ReadonlySet<string>
  readonly neutral: ReadonlySet<string>
  readonly software: ReadonlySet<string>
}

interface Data {
  readonly categories: Record<string, Omit<Category, 'id' | 'special'> & { special?: true }>
  readonly concepts: Record<string, { category: string; grade: 'strong' | 'weak'; flag?: boolean; types?: FieldType['base'][]; terms: Terms; gated?: Terms }>
  readonly subjects: Record<string, { many: string; terms: Terms }>
  readonly purposes: Record<string, Purpose & { terms: Terms }>
  readonly technical: string[]
  readonly forms: string[]
  readonly neutral: string[]
  readonly software: string[]
}

const usualTypes: readonly FieldType['base'][] = ['string', 'bytes', 'enum', 'record', 'unknown']

/** Builds the vocabulary from its data file. */
export function loadVocabulary(): Vocabulary {
  const { categories: rows, concepts, subjects, purposes, technical, forms, neutral, software } = data as Data
  const categories = new Map(Object.entries(rows).map(([id, { one, many, special = false }]): [string, Category] => [id, { id, one, many, special }]))
  const unknown: Category = { id: 'personal', one: 'personal data', many: 'personal data is', special: false }
  return {
    categories,
    concepts: buildLexicon(
      Object.values(concepts).map(({ category, grade, flag = false, types = usualTypes, terms, gated = {} }) => ({ entry: { category: categories.get(category) ?? unknown, grade, flag, types }, terms, gated })),
    ),
    subjects: buildLexicon(Object.entries(subjects).map(([id, { many, terms }]) => ({ entry: { id, many }, terms }))),
    purposes: buildLexicon(Object.values(purposes).map(({ terms, ...entry }) => ({ entry, terms }))),
    technical: buildLexicon([{ entry: true, terms: { en: technical } }]),
    forms: new Set(forms),
    neutral: new Set(neutral),
    software: new Set(software),
  }
}

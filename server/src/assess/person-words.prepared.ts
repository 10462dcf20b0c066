import identifierData from '../knowledge/national-identifiers.yaml'
import conceptData from '../knowledge/personal-data-concepts.yaml'
import specialData from '../knowledge/personal-data-special.yaml'
import frameData from '../knowledge/personal-data.yaml'
import { languageWords, type LanguageWords } from '../knowledge/words.ts'
import type { FieldType } from '../model/entities.ts'
import { indexTerms, singular, type LexiconData, type Terms } from './lexicon.ts'
import type { Category, Concept, Context, Subject } from './person-words.ts'

/** A kind of personal data as it is listed. */
export interface ConceptRow {
  /** The id of its category. */
  readonly category: string
  readonly grade: Concept['grade']
  readonly in?: Context[]
  readonly of?: string[]
  readonly only?: boolean
  readonly flag?: boolean
  readonly bare?: boolean
  readonly proves?: Context
  readonly types?: readonly FieldType['base'][]
  readonly identifier?: Concept['identifier']
}

/** The words for personal data and people, indexed; lists of words are in the singular. */
export interface PreparedWords {
  readonly categories: readonly Category[]
  readonly concepts: readonly ConceptRow[]
  readonly subjects: readonly Subject[]
  readonly lexicons: Readonly<Record<(typeof lexicons)[number], LexiconData>>
  readonly contexts: Readonly<Record<string, LexiconData>>
  readonly lists: readonly (readonly [id: ListId, words: readonly string[]])[]
  readonly manners: readonly (readonly [id: string, words: readonly string[]])[]
  readonly languages: readonly string[]
}

const nouns = ['technical', 'organisations', 'otherwise'] as const
const lexicons = ['concepts', 'subjects', 'ordinary', ...nouns] as const
const lists = [
  'eitherWay',
  'roles',
  'forms',
  'typeForms',
  'thingTypes',
  'neutral',
  'telling',
  'plain',
  'keys',
  'aspects',
  'units',
  'negations',
  'keysInFront',
  'pointers',
  'switches',
  'adjuncts',
  'goods',
  'access',
  'configuring',
  'layout',
  'ledger',
  'contrasts',
  'animals',
  'species',
  'entries',
  'times',
] as const

/** A list of words that is more than nouns for things. */
export type ListId = (typeof lists)[number]

interface Frame extends Readonly<Record<(typeof nouns | typeof lists)[number], readonly string[]>> {
  readonly categories: Record<
    string,
    Omit<Category, 'id' | 'special' | 'describes'> & { special?: true; describes?: true }
  >
  readonly subjects: Record<string, Omit<Subject, 'id'>>
  readonly contexts: Record<string, object>
  readonly manners: Record<string, string[]>
}

const identifierTypes: readonly FieldType['base'][] = ['string', 'integer', 'bytes', 'record', 'unknown']

/** Indexes the words of the data files. It runs when the program is built, and what it answers is shipped. */
export function prepareWords(): PreparedWords {
  const frame = frameData() as Frame
  const concepts = [...nationalIdentifiers(), ...listedConcepts()]
  const subjects = Object.entries(frame.subjects).map(([id, row]) => ({ id, ...row }))
  const contexts = Object.keys(frame.contexts)
  const english = (of: (typeof nouns)[number]): LexiconData => indexTerms([{ terms: { en: frame[of] } }])
  return {
    categories: Object.entries(frame.categories).map(([id, row]) => ({
      ...row,
      id,
      special: row.special === true,
      describes: row.describes === true,
    })),
    concepts: concepts.map(({ row }) => row),
    subjects,
    lexicons: {
      concepts: indexTerms(concepts),
      subjects: indexTerms(subjects.map(({ id }) => ({ terms: termsOf(id, 'subjects') }))),
      ordinary: indexTerms([{ terms: ordinaryWords() }]),
      technical: english('technical'),
      organisations: english('organisations'),
      otherwise: english('otherwise'),
    },
    contexts: Object.fromEntries(contexts.map(id => [id, indexTerms([{ terms: termsOf(id, 'contexts') }])])),
    lists: lists.map(id => [id, frame[id].map(word => word.split(' ').map(singular).join(' '))]),
    manners: Object.entries(frame.manners).map(([id, words]) => [id, words.map(singular)]),
    languages: languageWords.map(({ language }) => language),
  }
}

interface ListedConcept {
  readonly row: ConceptRow
  readonly terms: Terms
  readonly gated: Terms
}

const listedConcepts = (): ListedConcept[] =>
  [specialData, conceptData].flatMap(file =>
    Object.entries((file() as { concepts: Record<string, ConceptRow> }).concepts).map(([id, row]) => ({
      row,
      terms: termsOf(id, 'concepts'),
      gated: termsOf(id, 'gated'),
    })),
  )

function nationalIdentifiers(): ListedConcept[] {
  const { identifiers } = identifierData() as {
    identifiers: { country: string; name: string; terms?: Terms; gated?: Terms }[]
  }
  return identifiers.map(({ country, name, terms = {}, gated = {} }) => ({
    row: { category: 'national-id', grade: 'strong', types: identifierTypes, identifier: { name, country } },
    terms,
    gated,
  }))
}

/** The terms of a row in all languages. */
const termsOf = (id: string, of: 'concepts' | 'gated' | 'subjects' | 'contexts'): Terms =>
  Object.fromEntries(
    languageWords.flatMap((words: LanguageWords) => {
      const terms = words[of]?.[id]
      return terms ? [[words.language, terms]] : []
    }),
  )

const ordinaryWords = (): Terms =>
  Object.fromEntries(languageWords.flatMap(({ language, ordinary }) => (ordinary ? [[language, ordinary]] : [])))

import type { FieldType } from '../model/entities.ts'
import { openLexicon, type Lexicon } from './lexicon.ts'
import { letterFinder } from './lost-letters.ts'
import { unnamed, type Category, type Concept, type Words } from './person-words.ts'
import { prepareWords, type ConceptRow, type ListId, type PreparedWords } from './person-words.prepared.ts'

const usualTypes: readonly FieldType['base'][] = ['string', 'bytes', 'enum', 'record', 'unknown']

/** The words as they were indexed. */
export function loadWords(): Words {
  const prepared = prepareWords()
  const { lexicons } = prepared
  const lists = new Map(prepared.lists)
  const categories = new Map(prepared.categories.map(category => [category.id, category]))
  const set = (id: ListId): ReadonlySet<string> => new Set(lists.get(id))
  const list = (id: keyof PreparedWords['lexicons']): Lexicon<true> => openLexicon(lexicons[id], [true])
  return {
    categories,
    concepts: openLexicon(
      lexicons.concepts,
      prepared.concepts.map(row => conceptOf(row, categories)),
      true,
    ),
    subjects: openLexicon(lexicons.subjects, prepared.subjects, true),
    contexts: new Map(Object.entries(prepared.contexts).map(([id, data]) => [id, openLexicon(data, [true], true)])),
    technical: list('technical'),
    organisations: list('organisations'),
    otherwise: list('otherwise'),
    ordinary: openLexicon(lexicons.ordinary, [true], true),
    eitherWay: set('eitherWay'),
    roles: set('roles'),
    forms: set('forms'),
    typeForms: set('typeForms'),
    thingTypes: set('thingTypes'),
    neutral: set('neutral'),
    telling: set('telling'),
    plain: set('plain'),
    keys: set('keys'),
    aspects: set('aspects'),
    units: set('units'),
    negations: set('negations'),
    keysInFront: set('keysInFront'),
    pointers: set('pointers'),
    switches: set('switches'),
    adjuncts: set('adjuncts'),
    goods: set('goods'),
    access: set('access'),
    configuring: set('configuring'),
    layout: set('layout'),
    ledger: set('ledger'),
    contrasts: (lists.get('contrasts') ?? []).map(pair => pair.split(' ')),
    animals: set('animals'),
    species: set('species'),
    entries: set('entries'),
    times: set('times'),
    manners: new Map(prepared.manners.map(([manner, words]) => [manner, new Set(words)])),
    languages: prepared.languages,
    findLetters: letterFinder([lexicons.concepts, lexicons.subjects, lexicons.ordinary]),
  }
}

function conceptOf(
  {
    category,
    in: contexts = ['person'],
    only = false,
    flag = false,
    bare = false,
    types = usualTypes,
    grade,
    of,
    proves,
    identifier,
  }: ConceptRow,
  categories: ReadonlyMap<string, Category>,
): Concept {
  return {
    category: categories.get(category) ?? unnamed,
    grade,
    contexts,
    only,
    flag,
    bare,
    types,
    ...(of ? { of } : {}),
    ...(proves ? { proves } : {}),
    ...(identifier ? { identifier } : {}),
  }
}

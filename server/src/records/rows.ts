import { articles, cellsOf, type Basis, type CellName } from './cells.ts'
import type { Activity, ProcessingRecord, ShowPlace, Source, Value } from './record.ts'
import { word } from '../words/message.ts'
import { placesOfService, servicesOf, serviceWords } from './services.ts'
import type { Words } from './words/words.ts'

/** One value of the record, in the columns that tables have. */
export interface Row {
  readonly activity: string
  readonly source: string
  readonly article: string
  readonly field: string
  readonly value: string
  readonly status: string
  readonly evidence: string
}

/** The columns in their order. */
export const columns: readonly (keyof Row)[] = ['activity', 'source', 'article', 'field', 'value', 'status', 'evidence']

/** The record as a table, one row a value, none left out. */
export const rowsOf = (
  { activities, systems, untold, without, own, schemas, accepted, unread }: ProcessingRecord,
  words: Words,
  show: ShowPlace,
): Row[] => [
  ...activities.flatMap(activity => {
    const of = { activity: titleOf(activity, words), source: sourceWords(activity, words) }
    return cellsWith(activity).flatMap(({ cell, article, values }) =>
      values.map(value => ({
        ...of,
        article: article === '' ? '' : words.article(article),
        field: words.heading(cell, activity.role),
        value: value.text(words),
        status: words.bases[value.basis],
        evidence: placesOf(value, show).join(', '),
      })),
    )
  }),
  ...systems.flatMap(system =>
    (['categories', 'recipients', 'transfers'] as const).flatMap(cell =>
      system[cell].map(value => ({
        activity: words.parts.systems,
        source: words.source(system.source.kind, system.source.name),
        article: words.article(articles.controller[cell] ?? ''),
        field: words.heading(cell, 'controller'),
        value: value.text(words),
        status: words.bases[value.basis],
        evidence: placesOf(value, show).join(', '),
      })),
    ),
  ),
  ...servicesOf(activities).map(one => ({
    activity: words.parts.annex,
    source: one.operator,
    article: '',
    field: words.parts.services,
    value: serviceWords(one, words),
    status: words.bases[one.isContracted ? 'proven' : 'missing'],
    evidence: placesOf({ places: placesOfService(one) }, show).join(', '),
  })),
  ...topicRows(untold, words.parts.untold, 'missing', words, show),
  ...topicRows(without, words.parts.without, 'unknown', words, show),
  ...own.flatMap(one => topicRows([one], words.parts.own, one.basis, words, show)),
  ...schemas.flatMap(({ source: { kind, name }, categories }) =>
    categories.map(value => ({
      activity: words.parts.schemas,
      source: words.source(kind, name),
      article: words.article(articles.controller.categories ?? ''),
      field: words.heading('categories', 'controller'),
      value: value.text(words),
      status: words.bases[value.basis],
      evidence: placesOf(value, show).join(', '),
    })),
  ),
  ...accepted.map(({ code, message, reason, at, by }) => ({
    activity: words.accepted.title,
    source: show(at),
    article: words.article('Art. 5(2)'),
    field: `${code} ${word(message, words.messages)}`,
    value: reason,
    status: words.bases.declared,
    evidence: show(by),
  })),
  ...unread.map(({ place, why }) => ({
    activity: words.unread.title,
    source: place,
    article: words.article('Art. 5(2)'),
    field: words.unread.reason,
    value: why,
    status: words.bases.missing,
    evidence: place,
  })),
]

/** Topics that belong to no activity, and what is known of their content. */
const topicRows = (topics: readonly Source[], what: string, basis: Basis, words: Words, show: ShowPlace): Row[] =>
  topics.map(({ kind, name, at }) => ({
    activity: words.parts.annex,
    source: words.source(kind, name),
    article: words.article(articles.controller.categories ?? ''),
    field: words.heading('categories', 'controller'),
    value: what,
    status: words.bases[basis],
    evidence: show(at),
  }))

/** The cells that are asked of an activity, with the articles that ask. */
export const cellsWith = ({ role, cells }: Activity): { cell: CellName; article: string; values: readonly Value[] }[] =>
  cellsOf(role).map(cell => ({ cell, article: articles[role][cell] ?? '', values: cells[cell] }))

/** The name of an activity; what nobody has declared says that it is a proposal. */
export const titleOf = ({ name, declared }: Activity, words: Words): string => (declared ? name : words.proposed(name))

/** The fields of an activity that nobody has filled, behind what it is. */
export const blankWords = ({ role }: Activity, blanks: readonly CellName[], words: Words): string =>
  blanks.length === 0 ? '' : words.blank(blanks.map(cell => words.heading(cell, role)))

/** That activities are only proposed is something to settle as well. */
export function proposalGap(activities: readonly Activity[], words: Words): string[] {
  const proposed = activities.filter(({ declared }) => !declared)
  return proposed.length === 0 ? [] : [`${words.parts.proposed} (${proposed.map(({ name }) => name).join(', ')})`]
}

/** What in the files an activity is, in words, each once however many files declare it. */
export const sourceWords = ({ sources }: Activity, words: Words): string =>
  [...new Set(sources.map(({ kind, name }) => words.source(kind, name)))].join(', ')

/** The places of a value as the reader names them, each once. */
export const placesOf = ({ places }: Pick<Value, 'places'>, show: ShowPlace): string[] => [...new Set(places.map(show))]

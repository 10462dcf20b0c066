import type { Db } from '../../assess/db.ts'
import { freshSince, type Blank } from '../../assess/residency-gaps.ts'
import { configurationFor } from '../../assess/declared.ts'
import type { Destination } from '../../assess/destination.ts'
import type { ShowPlace } from '../record.ts'
import { placesOf } from '../rows.ts'
import { articlesFor } from './articles.ts'
import type { Against, ClusterCard, ItemCard, Line, Scorecard } from './card.ts'
import type { Column } from './columns.ts'
import type { ScorecardWords } from './words/words.ts'

/** One line of the scorecard, in the columns that tables have. */
export type Row = Readonly<Record<Column, string>> & { readonly blanks: readonly Blank[]; readonly first: boolean }

/** How a scorecard is worded: the language, the day, and how places are shown. */
export interface Wording {
  readonly words: ScorecardWords
  readonly show: ShowPlace
  readonly db: Db
}

/** The rows of a cluster: one a line, and one for each item of which nothing is seen. */
export const rowsOf = (card: ClusterCard, wording: Wording): Row[] =>
  card.items.flatMap(item =>
    item.lines.length > 0
      ? item.lines.map((line, index) => rowOf(card, item, line, index === 0, wording))
      : [emptyRow(card, item, wording)],
  )

/** The rows of what belongs to no cluster. */
export const strayRows = ({ stray }: Scorecard, wording: Wording): Row[] =>
  stray.map(line => ({
    ...lineCells(line, wording),
    cluster: '',
    path: '',
    item: wording.words.items[line.item],
    owner: '',
    tested: '',
    against: codesOf(line.against, wording),
    blanks: [],
    first: true,
  }))

function rowOf(card: ClusterCard, item: ItemCard, line: Line, first: boolean, wording: Wording): Row {
  return {
    ...lineCells(line, wording),
    ...itemCells(card, item, wording),
    against: codesOf(first ? [...line.against, ...item.against] : line.against, wording),
    blanks: item.blanks,
    first,
  }
}

function lineCells(line: Line, wording: Wording): Pick<Row, 'what' | 'where' | 'who' | 'status' | 'evidence' | 'law'> {
  const { words, show } = wording
  const { kind, names, note, nearest, destination, placeable, basis, places, item } = line
  const thing = names.length > 0 || !note ? [words.kind(kind, names)] : []
  const what = [...thing, ...(note ? [words.note(note)] : []), ...(nearest ? [words.nearest] : [])].join(
    words.record.semicolon,
  )
  return {
    what,
    where: placeable ? whereOf(destination, words) : '',
    who: placeable ? whoOf(destination, wording) : '',
    status: words.record.bases[basis],
    evidence: placesOf({ places }, show).join(', '),
    law: lawOf(item, destination?.provider !== undefined, words),
  }
}

const lawOf = (item: Line['item'], runByOthers: boolean, words: ScorecardWords): string =>
  articlesFor(item, runByOthers).map(words.article).join(words.record.semicolon)

function emptyRow(card: ClusterCard, item: ItemCard, wording: Wording): Row {
  const { words, show } = wording
  const said = item.none
  const nothing = item.optional ? words.noneSeen : words.notSeen
  return {
    ...itemCells(card, item, wording),
    what: said ? words.none(said.value) : nothing,
    where: '',
    who: '',
    status: said ? words.record.bases.declared : words.record.bases[item.optional ? 'unknown' : 'missing'],
    evidence: said ? placesOf({ places: [said.at] }, show).join(', ') : '',
    against: codesOf(item.against, wording),
    law: said ? lawOf(item.item, false, words) : '',
    blanks: item.blanks,
    first: true,
  }
}

function itemCells(
  card: ClusterCard,
  item: ItemCard,
  { words, db }: Wording,
): Pick<Row, 'cluster' | 'path' | 'item' | 'owner' | 'tested'> {
  const empty = item.none !== undefined || item.optional
  const months = configurationFor(db, card.cluster.file)?.residency?.months ?? 12
  const fresh = freshSince(db.today, months)
  const day = item.tested?.value
  const tested = day !== undefined && day < fresh ? words.outdated(words.day(day)) : day && words.day(day)
  const asked = (blank: Blank): string =>
    item.blanks.includes(blank) || item.blanks.includes('item') ? words.toBeDeclared : ''
  return {
    cluster: card.name,
    path: words.paths[item.path],
    item: words.items[item.item],
    owner: [
      item.optional ? '' : (item.owner?.value ?? asked('owner')),
      ...(item.decision ? [words.decision(item.decision.value)] : []),
    ]
      .filter(text => text !== '')
      .join(words.record.semicolon),
    tested: [empty ? '' : (tested ?? asked('test')), ...(item.reference ? [words.reference(item.reference.value)] : [])]
      .filter(text => text !== '')
      .join(words.record.semicolon),
  }
}

/** Where something is: the country, and the region or the host that tells it. */
export function whereOf(destination: Destination | undefined, { record, toBeDeclared }: ScorecardWords): string {
  if (!destination) return toBeDeclared
  const { status, countries, region, host } = destination
  if (status === 'inside') return record.localAddress
  if (countries.length === 0) return record.countryUnknown
  const where = region?.code ?? host
  const names = countries.map(({ code, name }) => record.country(code, name)).join(', ')
  return where ? `${names} (${where})` : names
}

/** Who runs something, and whose law reaches them. */
export function whoOf(destination: Destination | undefined, { words, db }: Wording): string {
  const { provider, declaration } = destination ?? {}
  if (!provider)
    return declaration?.provider?.value ?? (destination?.status === 'inside' ? words.ownGround : words.toBeDeclared)
  const name = (code: string): string => words.record.country(code, db.knowledge.countries.get(code)?.name ?? code)
  const american = provider.home !== 'US'
  return words.runBy(
    { owner: provider.owner, name: serviceOf(destination) ?? provider.name },
    [
      ...(provider.home === undefined ? [] : [name(provider.home)]),
      ...(provider.cloudAct === 'yes' && american ? [name('US')] : []),
    ],
    (provider.cloudAct === 'possible' || provider.cloudAct === 'disputed') && american ? [name('US')] : [],
  )
}

/** What a service is called that is one of many of its provider's; behind an address of one's own choice it is only what is spoken there. */
const serviceOf = (destination: Destination | undefined): string | undefined =>
  destination &&
  destination.host === undefined &&
  ['telemetry', 'control-plane', 'state', 'backup', 'disks', 'registry'].includes(destination.role)
    ? destination.service
    : undefined

/** The codes of findings, each with its number; accepted ones are marked. */
function codesOf(findings: readonly Against[], { words }: Wording): string {
  const counts = new Map<string, number>()
  for (const { code, suppressed } of findings) {
    const key = suppressed ? `${code} (${words.parts.accepted})` : code
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => (count > 1 ? `${code} ×${count}` : code)).join(', ')
}

import { datesOf, freshSince } from '../../assess/residency-gaps.ts'
import { pathsOf } from '../../assess/residency-paths.ts'
import { configurationFor } from '../../assess/declared.ts'
import { pathNames, type PathName } from '../../model/residency.ts'
import { struckData } from '../../model/struck.ts'
import { word } from '../../words/message.ts'
import { placesOf } from '../rows.ts'
import { columns } from './columns.ts'
import { rowsOf, strayRows, whereOf, whoOf, type Row, type Wording } from './rows.ts'
import type { Against, ClusterCard, Scorecard } from './card.ts'
import type { Broken, Consequences } from './what-if.ts'

/** A table with a heading, as pages and texts show it. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The part of a page that a cluster takes. */
export interface ClusterPart {
  readonly name: string
  readonly place: string
  readonly summary: string
  readonly objectives: string
  readonly paths: readonly Table[]
  readonly gates: Table
  readonly against: Table
}

/** What a page of the scorecard shows, worded. */
export interface Page {
  readonly clusters: readonly ClusterPart[]
  readonly stray?: Table
  readonly whatIf: readonly { readonly title: string; readonly broken: Table; readonly unclear: Table }[]
}

/** The columns of a path on a page: its cluster and its name stand above. */
const shown = ['item', 'what', 'where', 'who', 'status', 'evidence', 'owner', 'tested', 'against', 'law'] as const

/** The scorecard as a page shows it. */
export function layoutOf(card: Scorecard, consequences: readonly Consequences[], wording: Wording): Page {
  const { words } = wording
  const stray = strayRows(card, wording)
  const page = {
    clusters: card.clusters.map(cluster => partOf(cluster, wording)),
    ...(stray.length > 0 ? { stray: table(words.parts.stray, stray, wording) } : {}),
    whatIf: consequences.map(one => whatIfPart(one, wording)),
  }
  return struckData<Page>(page, wording.db.estate.secrets)
}

const table = (title: string, rows: readonly Row[], { words }: Wording): Table => ({
  title,
  head: shown.map(column => words.columns[column]),
  rows: rows.map(row => shown.map(column => (column === 'item' && !row.first ? '' : row[column]))),
})

function partOf(card: ClusterCard, wording: Wording): ClusterPart {
  const { words, show } = wording
  const rows = rowsOf(card, wording)
  return {
    name: card.name,
    place: show(card.at),
    summary: words.summary(countsOf(card, wording)),
    objectives: words.objectives(card.declared?.rpo?.value, card.declared?.rto?.value),
    paths: pathNames.map(path => table(words.paths[path], rowsIn(rows, path, wording), wording)),
    gates: gatesTable(card, wording),
    against: againstTable(card, wording),
  }
}

const rowsIn = (rows: readonly Row[], path: PathName, { words }: Wording): Row[] =>
  rows.filter(row => row.path === words.paths[path])

/** How many items of a cluster have a blank cell, and how many tests are outdated. */
function countsOf({ items, cluster }: ClusterCard, { db }: Wording): { blank: number; of: number; outdated: number } {
  const there = items.filter(({ optional, none }) => !optional && !none)
  const fresh = freshSince(db.today, configurationFor(db, cluster.file)?.residency?.months ?? 12)
  return {
    blank: there.filter(({ blanks }) => blanks.length > 0).length,
    of: there.length,
    outdated: datesOf(pathsOf(db, cluster)).filter(({ day }) => day.value < fresh).length,
  }
}

function gatesTable({ gates }: ClusterCard, { words, show }: Wording): Table {
  return {
    title: words.parts.gates,
    head: [words.parts.gate, words.parts.answer, words.columns.evidence],
    rows: gates.map(({ gate, answer, said, places }) => {
      const { name, question } = words.gates[gate]
      const told = [...(answer ? [words.gateAnswer(answer)] : []), ...(said ? [said.value] : [])]
      return [
        name,
        [...told, ...(said ? [] : [`${question} (${words.openQuestion})`])].join(words.record.semicolon),
        placesOf({ places: [...places, ...(said ? [said.at] : [])] }, show)
          .slice(0, 3)
          .join(', '),
      ]
    }),
  }
}

function againstTable({ items }: ClusterCard, wording: Wording): Table {
  const { words, show } = wording
  const findings = items.flatMap(({ lines, against }) => [...lines.flatMap(line => line.against), ...against])
  return {
    title: words.parts.against,
    head: [words.parts.finding, words.parts.place],
    rows: findings.map(finding => [textOf(finding, wording), show(finding.at)]),
  }
}

const textOf = ({ code, message, suppressed }: Against, { words }: Wording): string =>
  `${code} ${word(message, words.record.messages)}${suppressed ? ` (${words.parts.accepted}: ${suppressed.reason})` : ''}`

function whatIfPart({ suppose, broken, unclear }: Consequences, wording: Wording): Page['whatIf'][number] {
  const { words } = wording
  const { parts, columns: heads } = words
  return {
    title: words.suppose(suppose),
    broken: {
      title: broken.length === 0 ? parts.stands : parts.breaks,
      head: [heads.cluster, heads.item, heads.what, parts.recipients, heads.where, parts.topics, parts.alternatives],
      rows: broken.map(one => brokenRow(one, wording)),
    },
    unclear: {
      title: parts.unclear,
      head: [heads.cluster, heads.item, heads.what],
      rows: unclear.map(({ cluster, line }) => [
        nameOf(cluster),
        words.items[line.item],
        words.kind(line.kind, line.names),
      ]),
    },
  }
}

const nameOf = (cluster: ClusterCard['cluster'] | undefined): string =>
  cluster?.name.state === 'known' ? cluster.name.value : ''

function brokenRow({ cluster, line, topics, alternatives, clusters }: Broken, wording: Wording): string[] {
  const { words } = wording
  const regions = alternatives.map(({ code, countries }) => {
    const [country = ''] = countries
    return `${code} (${words.record.country(country, wording.db.knowledge.countries.get(country)?.name ?? country)})`
  })
  return [
    nameOf(cluster),
    words.items[line.item],
    words.kind(line.kind, line.names),
    whoOf(line.destination, wording),
    whereOf(line.destination, words),
    topics.join(', '),
    [...regions, ...clusters.map(words.otherCluster)].join(', ') || words.noAlternative,
  ]
}

/** The scorecard as one table, its first row the names of the columns. */
export const tableOf = (card: Scorecard, wording: Wording): string[][] =>
  struckData(rowsWithHead(card, wording), wording.db.estate.secrets)

const rowsWithHead = (card: Scorecard, wording: Wording): string[][] => [
  columns.map(column => wording.words.columns[column]),
  ...[...card.clusters.flatMap(cluster => rowsOf(cluster, wording)), ...strayRows(card, wording)].map(row =>
    columns.map(column => row[column]),
  ),
]

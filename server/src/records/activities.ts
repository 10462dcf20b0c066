import { byName } from '../model/link-key.ts'
import { directionOf } from '../assess/connector-kind.ts'
import { mainTopicOf, personalDataAt, personalDataIn, schemaOf, topicsCopied, topicsOf } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import type { Destination } from '../assess/destination.ts'
import { known, partiesOf } from '../assess/parties.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { destinationOf, destinationsOf } from '../assess/residency.ts'
import { retentionOf } from '../assess/retention.ts'
import { activityFor, configurationFor } from '../assess/settled.ts'
import type { Cluster, Topic } from '../model/entities.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { clusterOf, nearest } from '../model/link.ts'
import { aliasesOf, readerOf } from './aliases.ts'
import { assessmentOf, categoriesOf, subjectsOf } from './data.ts'
import { declaredCells, declaredRole } from './declared.ts'
import { measuresOf } from './measures.ts'
import { cellDeclarations, cellsBy, type CellName, type Processing } from './cells.ts'
import type { AcceptedRisk, Activity, ProcessingRecord, Value, UnreadPlace } from './record.ts'
import { locationOf, recipientOf, transferOf } from './recipients.ts'
import { english } from './words/en.ts'
import type { Uri } from '../text/uri.ts'
import { byPlace, knownValue, placeKey, placeOf } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'

/** The record of everything that an estate processes: its topics with their dead letters, sinks and mirrors; those that a named activity declares together are one. `findings` are those of the same files. */
export function recordOf(
  db: Db,
  files: Iterable<Uri>,
  findings: Iterable<Accepted> = [],
  unread: readonly UnreadPlace[] = [],
): ProcessingRecord {
  const groups = new Map<string, Processing[]>()
  const processings = [...files].flatMap(file => processingsOf(db, file)).filter(({ kind }) => kind !== 'schema')
  for (const processing of processings.sort(inOrder)) {
    const key = groupOf(processing, db)
    groups.set(key, [...(groups.get(key) ?? []), processing])
  }
  const accepted = [...findings].flatMap(({ code, message, at, suppressed }) =>
    suppressed ? [{ code, message, at, ...suppressed }] : [],
  )
  return {
    unread,
    accepted: accepted.sort((a, b) => byPlace(a.at, b.at) || compareTexts(a.code, b.code)),
    activities: [...groups.values()]
      .map(group => activityOf(group, db))
      .sort((a, b) => compareTexts(a.name, b.name) || compareSources(a, b)),
  }
}

/** What the record takes of a finding. */
export type Accepted = Pick<AcceptedRisk, 'code' | 'message' | 'at'> & {
  readonly suppressed?: Pick<AcceptedRisk, 'reason' | 'by'>
}

const ranks: readonly string[] = ['topic', 'schema', 'flow', 'connector', 'connect-cluster', 'client', 'cluster']
const inOrder = (a: Processing, b: Processing): number =>
  ranks.indexOf(a.kind) - ranks.indexOf(b.kind) ||
  compareTexts(knownValue(a.name) ?? '', knownValue(b.name) ?? '') ||
  compareTexts(a.file, b.file) ||
  a.extent.start - b.extent.start
const compareSources = ({ sources: [a] }: Activity, { sources: [b] }: Activity): number =>
  a && b ? ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || byPlace(a.at, b.at) : 0

/** What belongs to one activity has one key: the declaration that names it, else the topic whose dead letters it holds, else itself. */
function groupOf(of: Processing, db: Db): string {
  const name = knownValue(of.name) ?? ''
  const configuration = configurationFor(db, of.file)
  const declared = activityFor(name, configuration)
  if (declared?.name) return placeKey(declared.at)
  const main = of.kind === 'topic' ? mainTopicOf(name) : undefined
  const link = main === undefined ? undefined : nearest(of, db.estate.find(byName('topic', main)))
  const leader = link?.state === 'linked' ? link.to : of
  return `${leader.kind} ${placeKey({ file: leader.file, span: leader.extent })} ${knownValue(leader.name) ?? ''}`
}

/** The processings that a file declares. */
export const processingsOf = (db: Db, file: Uri): Processing[] =>
  (db.estate.facts(file)?.entities ?? []).filter((entity): entity is Processing => isProcessing(entity, db))

function isProcessing(entity: FileFacts['entities'][number], db: Db): boolean {
  switch (entity.kind) {
    case 'topic':
    case 'flow':
    case 'schema':
      return true
    case 'connector':
      return directionOf(db, entity) !== undefined
    case 'connect-cluster':
    case 'client':
    case 'cluster':
      // Somebody else runs what they talk to, or somebody has said what it is for.
      return (
        aliasesOf(entity, db).length > 0 ||
        destinationsOf(db, entity).some(({ provider, countries }) => provider !== undefined || countries.length > 0)
      )
    default:
      return false
  }
}

/** One activity, of everything in the files that belongs to it. */
export function activityOf(group: readonly Processing[], db: Db): Activity {
  const [first] = group
  const names = group.map(({ name }) => knownValue(name) ?? 'unnamed')
  const { name: declaredName, cells: declared } = declaredCells(names, first?.file ?? ('' as Uri), db)
  const parts = group.map(of => provenOf(of, group, db))
  const data = [
    ...new Map(parts.flatMap(part => part.data).map(found => [placeKey(found.field.name.at), found])).values(),
  ]
  const shown: Partial<Record<CellName, readonly Value[]>> = {
    subjects: subjectsOf(data, db),
    categories: categoriesOf(data),
    assessment: assessmentOf(data),
  }
  const cell = (name: CellName): readonly Value[] =>
    complete(
      name,
      distinct([...(declared[name] ?? []), ...(shown[name] ?? []), ...parts.flatMap(part => part.cells[name] ?? [])]),
      group,
    )
  return {
    name: declaredName ?? names[0] ?? 'unnamed',
    role: declaredRole(names, first?.file ?? ('' as Uri), db),
    sources: group.map((of, index) => ({ kind: of.kind, name: names[index] ?? '', at: placeOf(of.name) })),
    cells: cellsBy(cell),
    data,
    destinations: [...new Set(parts.flatMap(({ destinations }) => destinations))],
  }
}

/** What the files prove of one processing. */
function provenOf(
  of: Processing,
  group: readonly Processing[],
  db: Db,
): {
  data: readonly PersonalData[]
  destinations: readonly Destination[]
  cells: Partial<Record<CellName, readonly Value[]>>
} {
  const topics = topicsFor(of, db)
  const data = dataOf(of, topics, db)
  const parties =
    of.kind === 'topic' || of.kind === 'schema'
      ? topics.flatMap(({ topic }) => (topic ? [partiesOf(db, known(topic))] : []))
      : []
  const [takers, givers] = [parties.flatMap(({ out }) => out), parties.flatMap(({ into }) => into)]
  const destinations =
    of.kind === 'topic' || of.kind === 'schema'
      ? takers.flatMap(
          ({ of: taker }) => ((taker.kind === 'connector' || taker.kind === 'flow') && destinationOf(db, taker)) || [],
        )
      : destinationsOf(db, of)
  const clusters = topics.flatMap(({ topic }) => clusterFor(topic, db))
  const cells = {
    purposes: aliasesOf(of, db),
    recipients: [...destinations.map(recipientOf), ...takers.flatMap(taker => readerOf(taker, db))],
    transfers: destinations.flatMap(transferOf),
    retention: [
      ...topics.flatMap(({ topic }) => (topic ? [retentionCell(topic, db)] : [])),
      ...destinations
        .filter(({ role }) => role === 'sink')
        .map(({ name, at }): Value => ({ text: words => words.copyAt(name), basis: 'missing', places: [at] })),
    ],
    measures: measuresOf(of, clusters, data, db),
    location: destinations.filter(({ role }) => role !== 'registry' && role !== 'telemetry').flatMap(locationOf),
    // What an activity writes for itself, such as its dead letters, comes from nowhere else.
    origins: givers
      .filter(giver => !group.some(other => other === giver.of))
      .map(({ role, name, at }): Value => ({ text: words => words.party(role, name), basis: 'proven', places: [at] })),
  }
  return { data, destinations, cells }
}

/** The personal data that passes through a processing. */
function dataOf(of: Processing, topics: readonly NamedTopic[], db: Db): PersonalData[] {
  if (of.kind === 'schema') return of.records.flatMap(record => personalDataIn(db, record))
  if (of.kind === 'connector' || of.kind === 'flow') return personalDataAt(db, of).map(({ data }) => data)
  return topics
    .flatMap(({ name }) => schemaOf(db, name, of)?.records ?? [])
    .flatMap(record => personalDataIn(db, record))
}

interface NamedTopic {
  readonly name: string
  readonly topic: Topic | undefined
}

/** The topics that a processing is about, with their declarations where the workspace has them. */
function topicsFor(of: Processing, db: Db): NamedTopic[] {
  const named = (name: string): NamedTopic => {
    const link = nearest(of, db.estate.find(byName('topic', name)))
    return { name, topic: link.state === 'linked' ? link.to : undefined }
  }
  switch (of.kind) {
    case 'topic':
      return [{ name: knownValue(of.name) ?? '', topic: of }]
    case 'connector':
      return topicsOf(of).map(named)
    case 'flow':
      return topicsCopied(db, of).map(topic => ({ name: knownValue(topic.name) ?? '', topic }))
    case 'schema':
      return [named((knownValue(of.name) ?? '').replace(/-(?:value|key)$/, ''))].filter(
        ({ topic }) => topic !== undefined,
      )
    default:
      return []
  }
}

function clusterFor(topic: Topic | undefined, db: Db): Cluster[] {
  const link = topic && clusterOf(db.estate, topic)
  return link?.state === 'linked' ? [link.to] : []
}

function retentionCell(topic: Topic, db: Db): Value {
  const retention = retentionOf(db, topic)
  return {
    text: words => words.retention(knownValue(topic.name) ?? '', retention),
    basis: retention.kind === 'unknown' ? 'missing' : 'proven',
    places: retention.places,
  }
}

/** Values that say the same come once, with the places of all; what is declared is no longer inferred. */
function distinct(values: readonly Value[]): Value[] {
  const bySaying = new Map<string, Value>()
  for (const value of values) {
    const saying = value.text(english)
    const known = bySaying.get(saying)
    bySaying.set(
      saying,
      known
        ? {
            ...known,
            places: [
              ...known.places,
              ...value.places.filter(
                place =>
                  !known.places.some(other => other.file === place.file && other.span.start === place.span.start),
              ),
            ],
          }
        : value,
    )
  }
  return [...bySaying.values()]
}

/** Fills what nobody says: missing where it has to be declared, none where the files show that there is none. */
function complete(cell: CellName, values: readonly Value[], group: readonly Processing[]): readonly Value[] {
  if (values.length > 0) return values
  const shown =
    (cell === 'transfers' && group.some(({ kind }) => kind !== 'schema')) || cellDeclarations[cell] === undefined
  return [
    {
      text: words => (shown ? words.noneKnown : words.toBeDeclared),
      basis: shown ? 'inferred' : 'missing',
      places: [],
    },
  ]
}

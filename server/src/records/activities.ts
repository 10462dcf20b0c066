import type { Assessment } from '../assess/assessment.ts'
import { mainTopicOf, topicsCopied, topicsOf } from '../assess/data-flow.ts'
import type { Destination, Sender } from '../assess/destination.ts'
import { known, partiesOf } from '../assess/parties.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { activityFor } from '../assess/settled.ts'
import type { Cluster, Schema, Topic } from '../model/entities.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { clusterOf, nearest } from '../model/link.ts'
import { aliasesOf, readerOf } from './aliases.ts'
import { assessmentOf, categoriesOf, subjectsOf } from './data.ts'
import { declaredCells, declaredRole } from './declared.ts'
import { measuresOf } from './measures.ts'
import {
  cellDeclarations,
  cellNames,
  type AcceptedRisk,
  type Activity,
  type CellName,
  type ProcessingRecord,
  type Value,
} from './record.ts'
import { locationOf, recipientOf, transferOf } from './recipients.ts'
import { english } from './words/en.ts'
import type { Uri } from '../text/uri.ts'
import { byPlace, knownValue, placeKey, placeOf } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'

/** What in the files is a processing of data. */
export type Processing = Topic | Schema | Sender

/** The record of everything that an estate processes: its topics with their dead letters, sinks and mirrors; those that a named activity declares together are one. `findings` are those of the same files. */
export function recordOf(
  assess: Assessment,
  files: Iterable<Uri>,
  findings: Iterable<Accepted> = [],
): ProcessingRecord {
  const groups = new Map<string, Processing[]>()
  const processings = [...files].flatMap(file => processingsOf(assess, file)).filter(({ kind }) => kind !== 'schema')
  for (const processing of processings.sort(inOrder)) {
    const key = groupOf(processing, assess)
    groups.set(key, [...(groups.get(key) ?? []), processing])
  }
  const accepted = [...findings].flatMap(({ code, message, at, suppressed }) =>
    suppressed ? [{ code, message, at, ...suppressed }] : [],
  )
  return {
    accepted: accepted.sort((a, b) => byPlace(a.at, b.at) || compareTexts(a.code, b.code)),
    activities: [...groups.values()]
      .map(group => activityOf(group, assess))
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
function groupOf(of: Processing, assess: Assessment): string {
  const name = knownValue(of.name) ?? ''
  const configuration = assess.configurationFor(of.file)
  const declared = activityFor(name, configuration)
  if (declared?.name) return placeKey(declared.at)
  const main = of.kind === 'topic' ? mainTopicOf(name) : undefined
  const link = main === undefined ? undefined : nearest(of, assess.estate.find('topic', main))
  const leader = link?.state === 'linked' ? link.to : of
  return `${leader.kind} ${placeKey({ file: leader.file, span: leader.extent })} ${knownValue(leader.name) ?? ''}`
}

/** The processings that a file declares. */
export const processingsOf = (assess: Assessment, file: Uri): Processing[] =>
  (assess.estate.facts(file)?.entities ?? []).filter((entity): entity is Processing => isProcessing(entity, assess))

function isProcessing(entity: FileFacts['entities'][number], assess: Assessment): boolean {
  switch (entity.kind) {
    case 'topic':
    case 'flow':
    case 'schema':
      return true
    case 'connector':
      return assess.direction(entity) !== undefined
    case 'connect-cluster':
    case 'client':
    case 'cluster':
      // Somebody else runs what they talk to, or somebody has said what it is for.
      return (
        aliasesOf(entity, assess).length > 0 ||
        assess.destinations(entity).some(({ provider, countries }) => provider !== undefined || countries.length > 0)
      )
    default:
      return false
  }
}

/** One activity, of everything in the files that belongs to it. */
export function activityOf(group: readonly Processing[], assess: Assessment): Activity {
  const [first] = group
  const names = group.map(({ name }) => knownValue(name) ?? 'unnamed')
  const { name: declaredName, cells: declared } = declaredCells(names, first?.file ?? ('' as Uri), assess)
  const parts = group.map(of => cellsOf(of, group, assess))
  const data = [
    ...new Map(parts.flatMap(part => part.data).map(found => [placeKey(found.field.name.at), found])).values(),
  ]
  const shown: Partial<Record<CellName, readonly Value[]>> = {
    subjects: subjectsOf(data, assess),
    categories: categoriesOf(data),
    assessment: assessmentOf(data),
  }
  const cells = Object.fromEntries(
    cellNames.map(cell => [
      cell,
      complete(
        cell,
        distinct([...(declared[cell] ?? []), ...(shown[cell] ?? []), ...parts.flatMap(part => part.cells[cell] ?? [])]),
        group,
      ),
    ]),
  ) as unknown as Activity['cells']
  return {
    name: declaredName ?? names[0] ?? 'unnamed',
    role: declaredRole(names, first?.file ?? ('' as Uri), assess),
    sources: group.map((of, index) => ({ kind: of.kind, name: names[index] ?? '', at: placeOf(of.name) })),
    cells,
    data,
    destinations: [...new Set(parts.flatMap(({ destinations }) => destinations))],
  }
}

/** What the files prove of one processing. */
function cellsOf(
  of: Processing,
  group: readonly Processing[],
  assess: Assessment,
): {
  data: readonly PersonalData[]
  destinations: readonly Destination[]
  cells: Partial<Record<CellName, readonly Value[]>>
} {
  const topics = topicsFor(of, assess)
  const data =
    of.kind === 'schema'
      ? of.records.flatMap(record => assess.personalData(record))
      : of.kind === 'connector' || of.kind === 'flow'
        ? assess.personalDataAt(of).map(({ data: found }) => found)
        : topics.flatMap(({ name }) =>
            (assess.schema(name, of)?.records ?? []).flatMap(record => assess.personalData(record)),
          )
  const parties =
    of.kind === 'topic' || of.kind === 'schema'
      ? topics.flatMap(({ topic }) => (topic ? [partiesOf(known(topic), assess)] : []))
      : []
  const [takers, givers] = [parties.flatMap(({ out }) => out), parties.flatMap(({ into }) => into)]
  const destinations =
    of.kind === 'topic' || of.kind === 'schema'
      ? takers.flatMap(
          ({ of: taker }) => ((taker.kind === 'connector' || taker.kind === 'flow') && assess.destination(taker)) || [],
        )
      : assess.destinations(of)
  const clusters = topics.flatMap(({ topic }) => clusterFor(topic, assess))
  const cells = {
    purposes: aliasesOf(of, assess),
    recipients: [...destinations.map(recipientOf), ...takers.flatMap(taker => readerOf(taker, assess))],
    transfers: destinations.flatMap(transferOf),
    retention: [
      ...topics.flatMap(({ topic }) => (topic ? [retentionOf(topic, assess)] : [])),
      ...destinations
        .filter(({ role }) => role === 'sink')
        .map(({ name, at }): Value => ({ text: words => words.copyAt(name), basis: 'missing', places: [at] })),
    ],
    measures: measuresOf(of, clusters, data, assess),
    location: destinations.filter(({ role }) => role !== 'registry' && role !== 'telemetry').flatMap(locationOf),
    // What an activity writes for itself, such as its dead letters, comes from nowhere else.
    origins: givers
      .filter(giver => !group.some(other => other === giver.of))
      .map(({ role, name, at }): Value => ({ text: words => words.party(role, name), basis: 'proven', places: [at] })),
  }
  return { data, destinations, cells }
}

interface NamedTopic {
  readonly name: string
  readonly topic: Topic | undefined
}

/** The topics that a processing is about, with their declarations where the workspace has them. */
function topicsFor(of: Processing, assess: Assessment): NamedTopic[] {
  const named = (name: string): NamedTopic => {
    const link = nearest(of, assess.estate.find('topic', name))
    return { name, topic: link.state === 'linked' ? link.to : undefined }
  }
  switch (of.kind) {
    case 'topic':
      return [{ name: knownValue(of.name) ?? '', topic: of }]
    case 'connector':
      return topicsOf(of).map(named)
    case 'flow':
      return topicsCopied(of, assess.estate).map(topic => ({ name: knownValue(topic.name) ?? '', topic }))
    case 'schema':
      return [named((knownValue(of.name) ?? '').replace(/-(?:value|key)$/, ''))].filter(
        ({ topic }) => topic !== undefined,
      )
    default:
      return []
  }
}

function clusterFor(topic: Topic | undefined, assess: Assessment): Cluster[] {
  const link = topic && clusterOf(assess.estate, topic)
  return link?.state === 'linked' ? [link.to] : []
}

function retentionOf(topic: Topic, assess: Assessment): Value {
  const retention = assess.retention(topic)
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

import type { Topic } from '../model/entities.ts'
import { mentionsOf, type Mention } from '../model/mentions.ts'
import type { Uri } from '../text/uri.ts'
import { personalDataAt, personalDataIn, schemaOf, topicsOf } from './data-flow.ts'
import type { Db } from './db.ts'
import { strictest, type Destination, type TransferStatus } from './destination.ts'
import { known, partiesOf, topicOf, type KnownTopic, type Party } from './parties.ts'
import type { PersonalData } from './personal-data.ts'
import { destinationOf, homeOf } from './residency.ts'
import { configurationFor } from './settled.ts'
import type { Category } from './person-words.ts'
import type { Country } from '../knowledge/countries.ts'
import { knownValue, placeKey, type Place } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'

/** How much a station's records tell of people. */
export type Sensitivity = 'none' | 'personal' | 'special'

/** Where a station stands: everything of one country and one owner together. */
export interface Zone {
  readonly id: string
  readonly border: TransferStatus
  /** Absent in the own network, and where no country is known. */
  readonly country?: Country
  readonly owner?: string
}

/** A topic, or somebody who brings records in or takes them out. */
export interface Station {
  readonly id: string
  readonly kind: 'topic' | Party['role']
  readonly name: string
  readonly at: Place
  readonly zone: string
  readonly sensitivity: Sensitivity
  /** Categories of personal data, by their names. */
  readonly holds: readonly Category[]
  /** The service, or what the configuration calls a group. */
  readonly detail?: string
  readonly destination?: Destination
}

/** Records that go from one station to another. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly at: Place
  readonly sensitivity: Sensitivity
}

/** Where the records of topics come from and go to, in an order of its own. */
export interface FlowGraph {
  readonly stations: readonly Station[]
  readonly flows: readonly Flow[]
  readonly zones: readonly Zone[]
  /** Topics that are not shown because there are too many. */
  readonly leftOut: number
}

/** More topics make no map: those that tell of people come first. */
const mostTopics = 150

/** The map of an estate; `files` are those whose topics are wanted. */
export function flowGraph(db: Db, files: Iterable<Uri>): FlowGraph {
  const topics = topicsIn(db, files).map(topic => ({ topic, data: dataOf(db, topic) }))
  const ranked = [...topics].sort((a, b) => weight(b.data) - weight(a.data))
  const shown = ranked.slice(0, mostTopics)
  const bare = new Map<string, Omit<Station, 'sensitivity' | 'holds'>>()
  const carried = new Map<string, PersonalData[]>()
  const zones = new Map<string, Zone>()
  const flows: Flow[] = []
  const add = (
    station: Omit<Station, 'sensitivity' | 'holds' | 'zone'>,
    zone: Zone,
    data: readonly PersonalData[],
  ): string => {
    zones.set(zone.id, zone)
    bare.set(station.id, { ...station, zone: zone.id })
    carried.set(station.id, [...(carried.get(station.id) ?? []), ...data])
    return station.id
  }
  for (const { topic, data } of shown) {
    const here = add(
      { id: idOf('topic', topic.name, topic.at), kind: 'topic', name: topic.name, at: topic.at },
      zoneOf(standOf(db, topic.declared)),
      data,
    )
    const { into, out } = partiesOf(db, topic)
    for (const party of into)
      flows.push({
        from: addParty(db, party, data, add),
        to: here,
        at: party.through,
        sensitivity: sensitivityOf(data),
      })
    for (const party of out) {
      const passed = passedOn(db, party, topic, data)
      flows.push({
        from: here,
        to: addParty(db, party, passed, add),
        at: party.through,
        sensitivity: sensitivityOf(passed),
      })
    }
  }
  const stations = [...bare.values()].map(
    (station): Station => ({
      ...station,
      sensitivity: sensitivityOf(carried.get(station.id) ?? []),
      holds: categoriesOf(carried.get(station.id) ?? []),
    }),
  )
  return {
    stations: stations.sort((a, b) => compareTexts(a.id, b.id)),
    flows: flows.sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.to, b.to)),
    zones: [...zones.values()].sort(
      (a, b) => borders.indexOf(a.border) - borders.indexOf(b.border) || compareTexts(a.id, b.id),
    ),
    leftOut: ranked.length - shown.length,
  }
}

const order: readonly Sensitivity[] = ['none', 'personal', 'special']

const weight = (data: readonly PersonalData[]): number => order.indexOf(sensitivityOf(data))

/** From the own network outwards. */
const borders: readonly TransferStatus[] = ['inside', 'eea', 'adequate', 'conditional', 'third', 'open']

const idOf = (kind: string, name: string, at: Place): string => `${kind} ${name} ${placeKey(at)}`

/** The topics that files declare, and those that they only name. */
function topicsIn(db: Db, files: Iterable<Uri>): KnownTopic[] {
  const found = new Map<string, KnownTopic>()
  for (const file of [...files].sort())
    for (const entity of db.estate.facts(file)?.entities ?? [])
      for (const mention of mentionsOf(entity, db.estate.topicSettings).filter(carriesRecords)) {
        const topic = entity.kind === 'topic' ? known(entity) : topicOf(db, mention)
        if (topic) found.set(idOf('topic', topic.name, topic.at), topic)
      }
  return [...found.values()]
}

/** Topics that a tool keeps for itself are no part of the flow. */
const carriesRecords = ({ what, uses, declares }: Mention): boolean =>
  what === 'topic' && (uses.length > 0 || declares) && !uses.includes('keeps')

/** What the schema of a topic tells of people. */
export const dataOf = (db: Db, { name, declared, file }: KnownTopic): readonly PersonalData[] =>
  (schemaOf(db, name, declared ?? { file })?.records ?? []).flatMap(record => personalDataIn(db, record))

function sensitivityOf(data: readonly PersonalData[]): Sensitivity {
  if (data.length === 0) return 'none'
  return data.some(({ category }) => category.special) ? 'special' : 'personal'
}

const categoriesOf = (data: readonly PersonalData[]): Category[] =>
  [...new Map(data.map(({ category }) => [category.one, category])).values()].sort((a, b) => compareTexts(a.one, b.one))

/** What a party hands on of a topic's data: transforms may mask it. */
function passedOn(
  db: Db,
  { of, role }: Party,
  { name }: KnownTopic,
  data: readonly PersonalData[],
): readonly PersonalData[] {
  if (role !== 'sink' || of.kind !== 'connector') return data
  return topicsOf(of).includes(name)
    ? personalDataAt(db, of).flatMap(({ topic, data: passed }) => (topic === name ? passed : []))
    : data
}

type Add = (
  station: Omit<Station, 'sensitivity' | 'holds' | 'zone'>,
  zone: Zone,
  data: readonly PersonalData[],
) => string

/** A party stands where it takes the records to. */
function addParty(db: Db, { role, name, of, at }: Party, data: readonly PersonalData[], add: Add): string {
  const destination = of.kind === 'connector' || of.kind === 'flow' ? destinationOf(db, of) : undefined
  const detail = detailOf(db, { role, name, of }, destination)
  return add(
    {
      id: idOf(role, name, at),
      kind: role,
      name,
      at,
      ...(detail ? { detail } : {}),
      ...(destination ? { destination } : {}),
    },
    zoneOf(destination),
    data,
  )
}

/** What the configuration calls a group; the service that a sink writes to. */
export const detailOf = (
  db: Db,
  { role, name, of }: Pick<Party, 'role' | 'name' | 'of'>,
  destination: Destination | undefined,
): string | undefined =>
  role === 'group' ? configurationFor(db, of.file)?.groups.aliases.get(name) : destination?.service

/** Where the cluster of a topic stands, where a file tells or somebody declares it. */
function standOf(db: Db, topic: Topic | undefined): Destination | undefined {
  const home = topic && homeOf(db, topic)
  return home && home.clusters.length < 2 ? home.destinations.find(({ role }) => role === 'cluster') : undefined
}

function zoneOf(destination: Destination | undefined): Zone {
  if (!destination || destination.status === 'inside') return { id: 'inside', border: 'inside' }
  const country = strictest(destination.countries)
  const owner =
    destination.provider?.short ?? (knownValue(destination.of.name) === undefined ? undefined : destination.host)
  if (!country) return { id: `open ${owner ?? ''}`, border: 'open', ...(owner === undefined ? {} : { owner }) }
  return {
    id: `${country.code} ${owner ?? ''}`,
    border: destination.status,
    country,
    ...(owner === undefined ? {} : { owner }),
  }
}

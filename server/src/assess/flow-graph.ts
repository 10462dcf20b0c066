import type { Topic } from '../model/entities.ts'
import { mentionsOf, type Mention, type Namer } from '../model/mentions.ts'
import type { Uri } from '../text/uri.ts'
import { personalDataAt, personalDataIn, schemaOf, topicsOf } from './data-flow.ts'
import type { Db } from './db.ts'
import { strictest, type Destination, type TransferStatus } from './destination.ts'
import { ownOfToolBy, known, partiesOf, possibleTakersOf, topicOf, type KnownTopic, type Party } from './parties.ts'
import { revealedBy, type Revelation } from './naming.ts'
import { effectOf, type Effect, type Supposition } from './what-if.ts'
import type { PersonalData } from './personal-data.ts'
import { destinationOf, homeOf } from './residency.ts'
import { configurationFor } from './declared.ts'
import type { Category } from './person-words.ts'
import type { Country } from '../knowledge/countries.ts'
import { knownValue, placeKey, type Place } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { Secrets } from '../text/secrets.ts'

/** How much a station's records tell of people; untold: no schema is known, and no name tells. */
export type Sensitivity = 'none' | 'untold' | 'personal' | 'special'

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
  /** What the name of a topic without a schema reveals. */
  readonly named?: Revelation['what']
  /** The names of the stations that it stands for, where they are drawn as one. */
  readonly several?: readonly string[]
  /** The service, or what the configuration calls a group. */
  readonly detail?: string
  /** Where it stands or takes the records to; groups and clients have none, since they run anywhere. */
  readonly destination?: Destination
  /** What a supposition does to it; absent where it holds, where nothing is supposed, and of whom runs anywhere. */
  readonly effect?: Exclude<Effect, 'holds'>
}

/** Records that go from one station to another. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly at: Place
  readonly sensitivity: Sensitivity
  /** Which of several topics of the name is meant, no file tells. */
  readonly possible?: true
}

/** Where the records of topics come from and go to, in an order of its own. */
export interface FlowGraph {
  readonly stations: readonly Station[]
  readonly flows: readonly Flow[]
  readonly zones: readonly Zone[]
  /** Topics that are not shown because there are too many: none of the whole map. */
  readonly leftOut: number
}

/** The map of an estate; `files` are those whose topics are wanted. */
export function flowGraph(db: Db, files: Iterable<Uri>): FlowGraph {
  const bare = new Map<string, Bare>()
  const carried = new Map<string, Carried>()
  const zones = new Map<string, Zone>()
  const flows: Flow[] = []
  const add: Add = (station, zone, told) => {
    zones.set(zone.id, zone)
    bare.set(station.id, { ...station, zone: zone.id })
    carry(carried, station.id, told)
    return station.id
  }
  for (const topic of topicsIn(db, files)) {
    const told = toldOf(db, topic)
    const stand = standOf(db, topic.declared)
    const here = add(
      {
        id: idOf('topic', topic.name, topic.at),
        kind: 'topic',
        name: topic.name,
        at: topic.at,
        ...(told.named === undefined ? {} : { named: told.named }),
        ...(stand ? { destination: stand } : {}),
      },
      zoneOf(stand),
      told,
    )
    const { into, out } = partiesOf(db, topic)
    for (const party of into)
      flows.push({
        from: addParty(db, party, told, add),
        to: here,
        at: party.through,
        sensitivity: told.sensitivity,
      })
    const perhaps = possibleTakersOf(db, topic).filter(({ of }) => !out.some(party => party.of === of))
    for (const party of [...out, ...perhaps]) {
      const passed = passedOn(db, party, topic, told)
      flows.push({
        from: here,
        to: addParty(db, party, passed, add),
        at: party.through,
        sensitivity: passed.sensitivity,
        ...(perhaps.includes(party) ? { possible: true } : {}),
      })
    }
  }
  const stations = [...bare.values()].map((station): Station => {
    const { sensitivity = 'none', data = [] } = carried.get(station.id) ?? {}
    return { ...station, sensitivity, holds: categoriesOf(data) }
  })
  return withoutSecrets(
    {
      stations: stations.sort((a, b) => compareTexts(a.id, b.id)),
      flows: flows.sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.to, b.to)),
      zones: [...zones.values()].sort(
        (a, b) => borders.indexOf(a.border) - borders.indexOf(b.border) || compareTexts(a.id, b.id),
      ),
      leftOut: 0,
    },
    db.estate.secrets,
  )
}

/** The map under suppositions: each station with what they do to it. */
export function mapUnder(graph: FlowGraph, suppositions: readonly Supposition[]): FlowGraph {
  if (suppositions.length === 0) return graph
  const effectOn = ({ kind, destination }: Station): Effect => {
    if (kind === 'group' || kind === 'client') return 'holds'
    const effects = suppositions.map(suppose => effectOf(suppose, destination))
    return (['breaks', 'unclear'] as const).find(effect => effects.includes(effect)) ?? 'holds'
  }
  return {
    ...graph,
    stations: graph.stations.map(station => {
      const effect = effectOn(station)
      return effect === 'holds' ? station : { ...station, effect }
    }),
  }
}

/** The map with secrets struck out of its names: a topic may be called like a password. */
function withoutSecrets(graph: FlowGraph, secrets: Secrets): FlowGraph {
  if (secrets.longest === 0) return graph
  const struck = (text: string): string => secrets.struckFrom(text)
  const ids = new Map(graph.stations.map(({ id }, index) => [id, struck(id) === id ? id : `${struck(id)} ${index}`]))
  const idOfOne = (id: string): string => ids.get(id) ?? id
  return {
    ...graph,
    stations: graph.stations.map(({ detail, ...station }) => ({
      ...station,
      id: idOfOne(station.id),
      name: struck(station.name),
      ...(detail === undefined ? {} : { detail: struck(detail) }),
    })),
    flows: graph.flows.map(flow => ({ ...flow, from: idOfOne(flow.from), to: idOfOne(flow.to) })),
    zones: graph.zones.map(zone => ({ ...zone, ...(zone.owner === undefined ? {} : { owner: struck(zone.owner) }) })),
  }
}

/** From those that tell least of people. */
export const sensitivities: readonly Sensitivity[] = ['none', 'untold', 'personal', 'special']

type Bare = Omit<Station, 'sensitivity' | 'holds'>

type Add = (station: Omit<Bare, 'zone'>, zone: Zone, told: Told) => string

/** What is told of people by the records that a station has. */
interface Told {
  readonly data: readonly PersonalData[]
  readonly sensitivity: Sensitivity
  readonly named?: Revelation['what']
}

/** What the records that pass a station tell, one after the other. */
type Carried = Pick<Told, 'sensitivity'> & { readonly data: PersonalData[] }

function carry(carried: Map<string, Carried>, id: string, { data, sensitivity }: Told): void {
  const before = carried.get(id) ?? { data: [], sensitivity: 'none' }
  for (const datum of data) before.data.push(datum)
  const tellsMore = sensitivities.indexOf(sensitivity) >= sensitivities.indexOf(before.sensitivity)
  carried.set(id, tellsMore ? { data: before.data, sensitivity } : before)
}

/** What a topic tells of people: its schema, without one its name. */
function toldOf(db: Db, topic: KnownTopic): Told {
  const { name, declared, file } = topic
  const data = dataOf(db, topic)
  if (data.length > 0 || schemaOf(db, name, declared ?? { file })) return { data, sensitivity: sensitivityOf(data) }
  const revealed = revealedBy(db, name)
  if (!revealed || revealed.of === 'business') return { data, sensitivity: 'untold' }
  return { data, sensitivity: revealed.of === 'special' ? 'special' : 'personal', named: revealed.what }
}

/** From the own network outwards. */
const borders: readonly TransferStatus[] = ['inside', 'eea', 'adequate', 'conditional', 'third', 'open']

const idOf = (kind: string, name: string, at: Place): string => `${kind} ${name} ${placeKey(at)}`

/** The topics that files declare, and those that they only name. */
function topicsIn(db: Db, files: Iterable<Uri>): KnownTopic[] {
  const found = new Map<string, KnownTopic>()
  const isOfTool = (entity: Namer): boolean => entity.kind === 'topic' && ownOfToolBy(db, entity) !== undefined
  for (const file of [...files].sort())
    for (const entity of db.estate.entities(file).filter(one => !isOfTool(one)))
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
  [...new Map(data.map(({ category }) => [category.one, category])).values()].sort(
    (a, b) => Number(b.special) - Number(a.special) || compareTexts(a.one, b.one),
  )

/** What a party hands on of a topic's data: transforms may mask it. */
function passedOn(db: Db, { of, role }: Party, { name }: KnownTopic, told: Told): Told {
  if (role !== 'sink' || of.kind !== 'connector' || told.data.length === 0 || !topicsOf(of).includes(name)) return told
  const data = personalDataAt(db, of).flatMap(({ topic, data: passed }) => (topic === name ? passed : []))
  return { data, sensitivity: sensitivityOf(data) }
}

/** A party stands where it takes the records to. */
function addParty(db: Db, { role, name, of, at }: Party, told: Told, add: Add): string {
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
    told,
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

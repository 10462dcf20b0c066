import type { Cluster, Entity, SupportingService, Topic } from '../model/entities.ts'
import { byPlace, knownValue, placeOf, type Known, type Place } from '../model/fact.ts'
import { clusterAt, nearest, poolsOf } from '../model/link.ts'
import { byName } from '../model/link-key.ts'
import { pathItems, pathNames, type ClusterResidency, type ItemDeclaration, type ItemName } from '../model/residency.ts'
import { setting } from '../model/settings.ts'
import { matchesName } from '../text/match.ts'
import { brokersOf } from './brokers.ts'
import { directionOf } from './connector-kind.ts'
import { query, type Db } from './db.ts'
import { judge, placeDeclared, type Destination } from './destination.ts'
import { mirrorPartsOf, notSynchronised } from './mirror.ts'
import { known, partiesOf } from './parties.ts'
import { readSite, type PlaceReading } from './place-reading.ts'
import { platformOf, type Member, type Part, type Platform } from './platform.ts'
import { destinationOf, destinationsOf } from './residency.ts'
import { retentionOf } from './retention.ts'
import { configurationFor } from './settled.ts'

/** What is answered of one item of a cluster. */
export interface PathItem {
  readonly item: ItemName
  /** Whether each cluster has to answer it; what none has to have is asked only where something is seen. */
  readonly asked: boolean
  readonly entries: readonly PathEntry[]
  readonly declared?: ItemDeclaration
  readonly owner?: Known<string>
  readonly tested?: Known<string>
}

/** One thing that an item consists of. */
export interface PathEntry {
  /** What was read; the cluster itself where it holds the item. */
  readonly of: Entity
  readonly names: readonly string[]
  readonly at: Place
  /** Where it is, and who runs it, as findings and record have it; left out where nothing tells. */
  readonly destination?: Destination
  /** It belongs to this cluster because no other is nearer. */
  readonly nearest?: true
  readonly note?: Note
}

/** What is said of an entry beside its place. */
export type Note =
  | { readonly is: 'brokers'; readonly count: number }
  | { readonly is: 'withBrokers' }
  | { readonly is: 'kubernetes' }
  | { readonly is: 'registry' }
  | { readonly is: 'declaredIn' }
  | { readonly is: 'disks'; readonly name: string }
  | { readonly is: 'service'; readonly service: string }
  | {
      readonly is: 'learns'
      readonly what: 'group' | 'topic'
      readonly service: string
      readonly names: readonly string[]
    }
  | { readonly is: 'unstated'; readonly service: string }
  | {
      readonly is: 'kept'
      readonly topics: number
      readonly shortest?: number
      readonly longest?: number
      readonly unlimited: number
      readonly compacted: number
      readonly unknown: number
    }
  | { readonly is: 'offsets'; readonly synchronised: boolean }
  | { readonly is: 'there'; readonly count: number; readonly of: number }
  | {
      readonly is: 'drill'
      readonly date: string
      readonly reference?: string
      readonly rto?: string
      readonly rpo?: string
    }
  | { readonly is: 'supportFrom'; readonly countries: readonly string[] }

/** The four paths of a cluster. */
export interface ClusterPaths {
  readonly cluster: Cluster
  readonly declared?: ClusterResidency
  readonly items: readonly PathItem[]
}

/** What has to be answered of every cluster; the rest exists or not. */
const always: ReadonlySet<ItemName> = new Set([
  'producers',
  'brokers',
  'topics',
  'groups',
  'access',
  'inventory',
  'provisioning',
  'controlPlane',
  'supportAccess',
  'logs',
  'metrics',
  'alerting',
  'standby',
  'restore',
  'replay',
  'drills',
])

/** The four paths of a cluster, as files tell them and the configuration declares them. */
export const pathsOf = query((db, cluster: Cluster): ClusterPaths => {
  const configuration = configurationFor(db, cluster.file)
  const name = knownValue(cluster.name)
  const declared = configuration?.residency?.clusters.find(
    ({ match }) => name !== undefined && matchesName(match, name),
  )
  const platform = platformOf(db, cluster)
  const read = readers(db, platform, declared)
  const drilled = newest(declared?.drills.map(({ date }) => date) ?? [])
  const items = pathNames.flatMap(path =>
    pathItems[path].map((item): PathItem => {
      const said = declared?.items.get(item)
      const owner = said?.owner ?? declared?.owner
      const tested = said?.tested ?? (path === 'recovery' ? drilled : undefined)
      return {
        item,
        asked: always.has(item),
        entries: placed(db, cluster, item, read[item](), said).sort((a, b) => byPlace(a.at, b.at)),
        ...(said ? { declared: said } : {}),
        ...(owner ? { owner } : {}),
        ...(tested ? { tested } : {}),
      }
    }),
  )
  return { cluster, ...(declared ? { declared } : {}), items }
})

const newest = (days: readonly Known<string>[]): Known<string> | undefined =>
  [...days].sort((a, b) => (a.value < b.value ? 1 : -1))[0]

/** What no file places stands where it is declared. */
function placed(
  db: Db,
  cluster: Cluster,
  item: ItemName,
  entries: readonly PathEntry[],
  said: ItemDeclaration | undefined,
): PathEntry[] {
  if (!said?.country && !said?.provider) return [...entries]
  const declare = (at: Place, name: string): Destination =>
    placeDeclared(
      db,
      { of: cluster, role: 'cluster', name, at },
      {
        match: item,
        at: said.at,
        ...(said.country ? { country: said.country } : {}),
        ...(said.provider ? { provider: said.provider } : {}),
      },
      configurationFor(db, cluster.file),
    )
  if (entries.length === 0)
    return [{ of: cluster, names: [], at: said.at, destination: declare(said.at, knownValue(cluster.name) ?? '?') }]
  return entries.map(entry => {
    if (!isUnplaced(entry)) return entry
    const provider = said.provider ? undefined : entry.destination?.provider
    return {
      ...entry,
      destination: { ...declare(entry.at, entry.names[0] ?? '?'), ...(provider ? { provider } : {}) },
    }
  })
}

type Readers = Readonly<Record<ItemName, () => PathEntry[]>>

/** How each item is read. */
function readers(db: Db, platform: Platform, declared: ClusterResidency | undefined): Readers {
  const { cluster, topics, members } = platform
  const own = destinationsOf(db, cluster)
  const brokers = own.filter(({ role }) => role === 'cluster')
  const plane = controlPlaneOf(db, cluster)
  const holds = (what: 'inventory' | 'topics' | 'groups' | 'access'): PathEntry[] =>
    plane?.holds.includes(what) ? plane.entries : []
  const withBrokers = (): PathEntry[] => [{ ...entryOf(cluster, brokers[0]), note: { is: 'withBrokers' } }]
  const services = (role: SupportingService['role']): PathEntry[] =>
    members.flatMap(member => (isService(member) && member.of.role === role ? serviceEntry(db, member) : []))
  const learnt = (what: 'group' | 'topic'): PathEntry[] =>
    members.flatMap(member => (isService(member) ? learnsOf(db, member, what) : []))
  const mirrors = members.filter(isMirror)
  return {
    producers: () => producersOf(db, topics, members),
    brokers: () => [{ ...entryOf(cluster, brokers[0]), ...brokerNote(db, cluster) }, ...disksOf(db, cluster, members)],
    tieredStorage: () => tiersOf(cluster, own),
    sinks: () => members.flatMap(member => sinkEntry(db, member)),
    mirrors: () => mirrors.map(member => memberEntry(member, destinationOf(db, member.of))),
    backups: () => services('backup'),
    topics: () => [...withBrokers(), ...holds('topics'), ...learnt('topic')],
    groups: () => [
      ...withBrokers(),
      ...holds('groups'),
      ...mirrors
        .filter(({ of }) => of.groups.state !== 'absent')
        .map(member => memberEntry(member, destinationOf(db, member.of))),
      ...learnt('group'),
    ],
    access: () =>
      knownValue(cluster.authorization) === 'iam' ? (plane?.entries ?? []) : [...withBrokers(), ...holds('access')],
    schemas: () => [...registriesOf(db, members), ...registered(db, topics)],
    inventory: () => [
      ...holds('inventory'),
      ...(isOfOperator(cluster) ? [{ ...entryOf(cluster, brokers[0]), note: { is: 'kubernetes' } as const }] : []),
    ],
    provisioning: () => [{ ...entryOf(cluster), note: { is: 'declaredIn' } }, ...services('state')],
    controlPlane: () =>
      isOfOperator(cluster)
        ? [{ ...entryOf(cluster, brokers[0]), note: { is: 'kubernetes' } }]
        : (plane?.entries ?? []),
    supportAccess: () =>
      declared && declared.supportAccess.length > 0
        ? [
            {
              ...entryOf(cluster),
              at: declared.supportAccess[0]?.at ?? declared.at,
              note: { is: 'supportFrom', countries: declared.supportAccess.map(({ value }) => value) },
            },
          ]
        : [],
    logs: () => [
      ...telemetryOf(db, cluster, 'logs'),
      ...members.flatMap(({ of, by }) =>
        of.kind === 'connect-cluster' && of.logging ? telemetryOf(db, of, 'logs', by) : [],
      ),
      ...services('logs'),
    ],
    metrics: () => [...metricsOf(db, cluster, plane), ...telemetryOf(db, cluster, 'metrics'), ...services('metrics')],
    traces: () => [
      ...members.flatMap(({ of, by }) =>
        of.kind !== 'flow' && of.kind !== 'supporting-service' ? telemetryOf(db, of, 'traces', by) : [],
      ),
      ...services('traces'),
    ],
    alerting: () => services('alerting'),
    standby: () => mirrors.map(member => memberEntry(member, destinationOf(db, member.of))),
    restore: () => services('backup'),
    replay: () => (topics.length > 0 ? [{ ...entryOf(cluster, brokers[0]), note: keptOf(db, topics) }] : []),
    offsets: () =>
      mirrors.map(member => ({ ...memberEntry(member, destinationOf(db, member.of)), ...offsetNote(db, member.of) })),
    connectors: () => connectorsThere(db, platform, mirrors),
    registry: () => registriesOf(db, members),
    drills: () =>
      (declared?.drills ?? []).map(({ date, reference, rto, rpo }) => ({
        of: cluster,
        names: [],
        at: date.at,
        note: {
          is: 'drill',
          date: date.value,
          ...(reference ? { reference: reference.value } : {}),
          ...(rto ? { rto: rto.value } : {}),
          ...(rpo ? { rpo: rpo.value } : {}),
        },
      })),
  }
}

type Mirror = Extract<Part, { kind: 'flow' }>

const isService = (member: Member): member is Member<SupportingService> => member.of.kind === 'supporting-service'
const isMirror = (member: Member): member is Member<Mirror> => member.of.kind === 'flow'

const isOfOperator = (cluster: Cluster): boolean =>
  ['strimzi', 'confluent-kubernetes'].includes(knownValue(cluster.engine) ?? '') && cluster.site === undefined

const entryOf = (of: Entity, destination?: Destination): PathEntry => {
  const name = knownValue(of.name)
  return {
    of,
    names: name === undefined ? [] : [name],
    at: destination?.at ?? placeOf(of.name),
    ...(destination ? { destination } : {}),
  }
}

const memberEntry = ({ of, by }: Member, destination: Destination | undefined): PathEntry => ({
  ...entryOf(of, destination),
  ...(by === 'nearest' ? { nearest: true } : {}),
})

/** Whether something takes records out, and only writes those down that it could not pass on. */
const takesOut = (db: Db, of: Entity): boolean => of.kind === 'connector' && directionOf(db, of) === 'sink'

/** Who brings records in. */
function producersOf(db: Db, topics: readonly Topic[], members: readonly Member[]): PathEntry[] {
  const parties = topics.flatMap(topic => partiesOf(db, known(topic)).into.map(({ of }) => of))
  const found = new Map<Entity, PathEntry>(parties.filter(of => !takesOut(db, of)).map(of => [of, entryOf(of)]))
  for (const { of, by } of members)
    if (of.kind === 'connector' && directionOf(db, of) === 'source') found.set(of, memberEntry({ of, by }, undefined))
  return [...found.values()]
}

function sinkEntry(db: Db, member: Member): PathEntry[] {
  const { of } = member
  if (of.kind !== 'connector' || directionOf(db, of) !== 'sink') return []
  return [memberEntry(member, destinationOf(db, of))]
}

const brokerNote = (db: Db, cluster: Cluster): Pick<PathEntry, 'note'> => {
  const brokers = brokersOf(db, cluster)
  return brokers ? { note: { is: 'brokers', count: brokers.count } } : {}
}

/** The classes of disks that a cluster asks for, where their declaration is known. */
function disksOf(db: Db, cluster: Cluster, members: readonly Member[]): PathEntry[] {
  const asked = [cluster, ...poolsOf(db.estate, cluster).pools].flatMap(({ storageClasses = [] }) =>
    storageClasses.flatMap(fact => (fact.state === 'known' ? [fact] : [])),
  )
  const classes = new Map(asked.map(fact => [fact.value, fact]))
  return [...classes].map(([name, { at }]) => {
    const declared = members.find(
      member => isService(member) && member.of.role === 'disks' && knownValue(member.of.name) === name,
    )
    const destination = declared && isService(declared) ? destinationsOf(db, declared.of)[0] : undefined
    return { of: cluster, names: [name], at, ...(destination ? { destination } : {}), note: { is: 'disks', name } }
  })
}

function serviceEntry(db: Db, member: Member<SupportingService>): PathEntry[] {
  return [
    { ...memberEntry(member, destinationsOf(db, member.of)[0]), note: { is: 'service', service: member.of.service } },
  ]
}

/** What a service gets to know of Kafka by name. */
function learnsOf(db: Db, member: Member<SupportingService>, what: 'group' | 'topic'): PathEntry[] {
  const told = member.of.tells.filter(one => one.what === what)
  const [first] = told
  if (!first) return []
  const names = told.flatMap(({ name }) => knownValue(name) ?? [])
  return [
    {
      ...memberEntry(member, destinationsOf(db, member.of)[0]),
      at: placeOf(first.name),
      note: { is: 'learns', what, service: member.of.service, names },
    },
  ]
}

/** Where logs, metrics and traces of something go that its own settings name. */
function telemetryOf(
  db: Db,
  of: Extract<Entity, { kind: 'cluster' | 'connect-cluster' | 'client' | 'connector' }>,
  which: 'logs' | 'metrics' | 'traces',
  by: Member['by'] = 'named',
): PathEntry[] {
  const logged = of.kind === 'cluster' || of.kind === 'connect-cluster' ? sitesOf(of.logging) : new Set<Place>()
  return destinationsOf(db, of)
    .filter(({ role }) => role === 'telemetry')
    .filter(
      ({ at, regionSetting }) =>
        (logged.has(at) || (regionSetting !== undefined && logged.has(regionSetting.at))) === (which === 'logs'),
    )
    .map(destination => ({
      ...entryOf(of, destination),
      ...(by === 'nearest' ? { nearest: true } : {}),
      ...(destination.service ? { note: { is: 'service', service: destination.service } as const } : {}),
    }))
}

const sitesOf = (logging: Cluster['logging']): ReadonlySet<Place> =>
  new Set(
    (logging?.state === 'known' ? logging.value : []).flatMap(({ at, region }) => [
      ...(at ? [at] : []),
      placeOf(region),
    ]),
  )

/** The registries that the parts of a platform name. */
function registriesOf(db: Db, members: readonly Member[]): PathEntry[] {
  return members.flatMap(({ of, by }) =>
    destinationsOf(db, of)
      .filter(({ role }) => role === 'registry')
      .map(destination => ({ ...memberEntry({ of, by }, destination), note: { is: 'registry' } as const })),
  )
}

/** Who keeps the schemas of topics, where a resource registers them. */
function registered(db: Db, topics: readonly Topic[]): PathEntry[] {
  const subjects = topics.flatMap(topic => {
    const name = knownValue(topic.name) ?? ''
    return [name, `${name}-key`, `${name}-value`].map(subject =>
      nearest(
        topic,
        db.estate.find(byName('schema', subject)).filter(({ registry }) => registry),
      ),
    )
  })
  const schemas = new Set(subjects.flatMap(link => (link.state === 'linked' ? [link.to] : [])))
  return [...schemas].flatMap(schema =>
    destinationsOf(db, schema).map(destination => ({
      ...entryOf(schema, destination),
      ...(destination.service ? { note: { is: 'service', service: destination.service } as const } : {}),
    })),
  )
}

/** Where a cluster keeps old segments: what its settings name, else where whoever runs it keeps everything. */
function tiersOf(cluster: Cluster, own: readonly Destination[]): PathEntry[] {
  const named = own.filter(({ role }) => role === 'tiered-storage')
  if (named.length > 0) return named.map(one => entryOf(cluster, one))
  if (!cluster.tieredStorage) return []
  const brokers = cluster.site ? own.find(({ role }) => role === 'cluster') : undefined
  return [{ ...entryOf(cluster, brokers), at: cluster.tieredStorage.near }]
}

interface Plane {
  readonly holds: readonly ('inventory' | 'topics' | 'groups' | 'access')[]
  readonly entries: PathEntry[]
  readonly metrics?: { readonly service: string; readonly provider: string }
}

/** From where a managed cluster is run; undefined where nobody else runs it. */
function controlPlaneOf(db: Db, cluster: Cluster): Plane | undefined {
  const { site } = cluster
  const row = site && db.knowledge.controlPlanes.get(site.provider)
  const provider = site && db.knowledge.providers.get(site.provider)
  if (!row || !provider) return undefined
  const inRegion = row.place === 'region' ? readSite(db, site)?.location.countries : undefined
  const destination = standing(db, cluster, 'control-plane', row.service, {
    location: { provider, countries: inRegion ?? [], verified: row.verified },
    because: [],
  })
  return {
    holds: row.holds,
    entries: [
      {
        ...entryOf(cluster, destination),
        note: { is: row.place === 'unstated' ? 'unstated' : 'service', service: row.service },
      },
    ],
    ...(row.metrics ? { metrics: row.metrics } : {}),
  }
}

/** The metrics that a managed service sends of its own accord. */
function metricsOf(db: Db, cluster: Cluster, plane: Plane | undefined): PathEntry[] {
  const region = cluster.site?.region
  if (!plane?.metrics || region?.state !== 'known') return []
  const { service, provider } = plane.metrics
  const destination = standing(db, cluster, 'telemetry', service, readSite(db, { provider, service, region }))
  return [{ ...entryOf(cluster, destination), note: { is: 'service', service } }]
}

/** Where a service of whoever runs a cluster stands; the configuration may say otherwise under `control-plane of orders`. */
function standing(
  db: Db,
  cluster: Cluster,
  role: 'control-plane' | 'telemetry',
  service: string,
  reading: PlaceReading | undefined,
): Destination | undefined {
  const name = knownValue(cluster.name) ?? '?'
  const sighting = {
    of: cluster,
    role,
    name,
    service,
    at: reading?.at ?? placeOf(cluster.name),
    reading,
    names: [`${role} of ${name}`],
  }
  return judge(db, sighting, configurationFor(db, cluster.file))
}

/** How long the records of topics can be read again. */
function keptOf(db: Db, topics: readonly Topic[]): Note {
  const kept = topics.map(topic => retentionOf(db, topic))
  const times = kept.flatMap(({ kind, milliseconds }) =>
    kind === 'limited' && milliseconds !== undefined ? [milliseconds] : [],
  )
  const count = (kind: string): number => kept.filter(one => one.kind === kind).length
  return {
    is: 'kept',
    topics: topics.length,
    ...(times.length > 0 ? { shortest: Math.min(...times), longest: Math.max(...times) } : {}),
    unlimited: count('unlimited'),
    compacted: count('compacted'),
    unknown: count('unknown'),
  }
}

/** Whether groups find their place at the target; nothing where files leave that open. */
function offsetNote(db: Db, flow: Mirror): Pick<PathEntry, 'note'> {
  if (flow.replicator) return flow.groups.state === 'absent' ? { note: { is: 'offsets', synchronised: false } } : {}
  const checkpoints = mirrorPartsOf(db, flow)?.checkpoints
  if (!checkpoints) return { note: { is: 'offsets', synchronised: false } }
  if (setting(checkpoints, 'sync.group.offsets.enabled').state === 'unresolved') return {}
  return { note: { is: 'offsets', synchronised: notSynchronised(checkpoints) === undefined } }
}

/** How many connectors of a cluster stand ready at its standby. */
function connectorsThere(db: Db, { members }: Platform, mirrors: readonly Member<Mirror>[]): PathEntry[] {
  const here = members.filter(({ of }) => of.kind === 'connector')
  if (here.length === 0) return []
  return mirrors.flatMap(member => {
    const target = clusterAt(db.estate, member.of, member.of.target)
    if (target.state !== 'linked') return []
    const names = new Set(
      platformOf(db, target.to).members.flatMap(({ of }) =>
        of.kind === 'connector' ? (knownValue(of.name) ?? []) : [],
      ),
    )
    const ready = here.filter(({ of }) => names.has(knownValue(of.name) ?? '')).length
    return [
      {
        ...memberEntry(member, destinationOf(db, member.of)),
        note: { is: 'there', count: ready, of: here.length } as const,
      },
    ]
  })
}

/** Whether no file and no declaration tells where an entry is. */
export const isUnplaced = ({ destination }: PathEntry): boolean => !destination || destination.countries.length === 0

/** Whether an entry is answered by what it says, and has no place of its own. */
export const isAnswered = ({ note }: PathEntry): boolean =>
  note?.is === 'drill' || note?.is === 'supportFrom' || note?.is === 'declaredIn'

/** What of an item nobody has told. */
export type Blank = 'item' | 'place' | 'owner' | 'test'

/** The cells of an item that are blank. */
export function blanksOf({ asked, entries, declared, owner, tested, item }: PathItem): Blank[] {
  if (declared?.none) return []
  if (entries.length === 0) return asked ? ['item'] : []
  return [
    ...(entries.some(entry => isUnplaced(entry) && !isAnswered(entry)) ? (['place'] as const) : []),
    ...(owner ? [] : (['owner'] as const)),
    ...(tested || item === 'drills' || item === 'supportAccess' ? [] : (['test'] as const)),
  ]
}

/** The day from which on evidence is not outdated yet: so many months before another day. */
export function freshSince(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const from = year * 12 + month - 1 - months
  const last = new Date(Date.UTC(Math.floor(from / 12), (from % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(from / 12), from % 12, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Whatever an item rests on that is older than it may be, or lies in the future. */
export function datesOf({ items, declared }: ClusterPaths): { readonly item: ItemName; readonly day: Known<string> }[] {
  const own = items.flatMap(({ item, declared: said }) => (said?.tested ? [{ item, day: said.tested }] : []))
  const drilled = newest(declared?.drills.map(({ date }) => date) ?? [])
  return [...own, ...(drilled ? [{ item: 'drills' as const, day: drilled }] : [])]
}

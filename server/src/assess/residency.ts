import type { SideDestination } from '../knowledge/destinations.ts'
import type { Provider } from '../knowledge/providers.ts'
import type {
  Client,
  Cluster,
  ConnectCluster,
  Connector,
  Peer,
  ReplicationFlow,
  Site,
  SupportingService,
  Topic,
} from '../model/entities.ts'
import { placeOf, knownValue, writtenName } from '../model/fact.ts'
import { clusterBehind, clusterOf, connectClusterOf } from '../model/link.ts'
import { clustersIn, clustersInRegion, connectorsOf } from '../model/link-key.ts'
import { setting, type Settings } from '../model/settings.ts'
import { hostsOf } from '../text/hosts.ts'
import { folderOf, type Uri } from '../text/uri.ts'
import { keeperOf } from './backups.ts'
import { connectorKindOf, simpleName } from './connector-kind.ts'
import { query, type Db, type Library } from './db.ts'
import { judge, type Destination, type Sender, type Sighting } from './destination.ts'
import { byProvider, inside, readAddress, readSettings, readSite, type PlaceReading } from './place-reading.ts'
import { ownAddress } from './brokers.ts'
import { configurationFor } from './declared.ts'

/** Where an entity sends data, its main destination first; what is left to another tool is left out. */
export const destinationsOf = query((db, of: Sender): readonly Destination[] =>
  sightingsOf(db, of).flatMap(sighting => judge(db, sighting, configurationFor(db, of.file)) ?? []),
)

/** What an entity sends data to and no file or declaration tells the place of: a placeholder stands for it, or nothing does. */
export const undeterminedOf = query((db, of: Sender): readonly Omit<Sighting, 'reading'>[] =>
  sightingsOf(db, of).filter(sighting => judge(db, sighting, configurationFor(db, of.file)) === undefined),
)

/** Where an entity sends data, with what a cloud is known to run of which no file tells the region. */
export const destinationsWithRunners = (db: Db, of: Sender): readonly Destination[] => [
  ...destinationsOf(db, of),
  ...runnersOf(db, of),
]

const runnersOf = query((db, of: Sender): readonly Destination[] =>
  undeterminedOf(db, of).flatMap(({ runBy, ...sighting }) =>
    runBy ? (judge(db, { ...sighting, reading: byProvider(runBy) }, configurationFor(db, of.file)) ?? []) : [],
  ),
)

/** The same as the files alone tell it, whatever the configuration says. */
export const destinationsAsWritten = (db: Db, of: Sender): readonly Destination[] =>
  sightingsOf(db, of).flatMap(sighting => judge(db, sighting, undefined) ?? [])

/** Where a connector writes or a flow copies to; undefined where it does neither, or where that is left to another tool. */
export const destinationOf = (db: Db, of: Connector | ReplicationFlow): Destination | undefined =>
  destinationsOf(db, of).find(({ role }) => role === 'sink' || role === 'replication')

/** What keeps the records of a topic, as far as files tell. */
export interface Home {
  /** The cluster that it is on; several where it may be any of them, none where its resource is in no file. */
  readonly clusters: readonly Cluster[]
  /** Where those stand, keep old segments and send their logs; where nobody tells, whoever runs it may still be known. */
  readonly destinations: readonly Destination[]
}

/** The cluster of a topic: its resource, else what creates the topic names it. */
export const homeOf = query((db, topic: Topic): Home => {
  const link = clusterOf(db.estate, topic)
  if (link.state === 'ambiguous')
    return { clusters: link.candidates, destinations: link.candidates.flatMap(one => destinationsWithRunners(db, one)) }
  const clusters = link.state === 'linked' ? [link.to] : []
  const isPlaced = (found: readonly Destination[]): boolean => found.some(({ role }) => role === 'cluster')
  const own = clusters.flatMap(cluster => destinationsOf(db, cluster))
  const all = isPlaced(own) ? own : [...own, ...destinationsOf(db, topic)]
  return {
    clusters,
    destinations: isPlaced(all) ? all : [...all, ...clusters.flatMap(cluster => runnersOf(db, cluster))],
  }
})

/** Who runs the cluster that a flow copies from, as far as its address tells. */
export function sourceProviderOf(library: Library, { source }: ReplicationFlow): Provider | undefined {
  return (source.site ? readSite(library, source.site) : readAddress(library, source.bootstrap))?.location.provider
}

const sightingsOf = query((db, of: Sender): readonly Sighting[] => {
  switch (of.kind) {
    case 'connector':
      return [...sinkOf(db, of), ...sidesOf(db, of, of.settings)]
    case 'flow':
      return [targetOf(db, of), ...kafkaOf(db, of, of.source), ...logsOf(db, of)]
    case 'connect-cluster':
      return [
        ...kafkaOf(db, of, of.kafka),
        ...sidesOf(db, of, of.settings),
        ...sidesOf(db, of, of.environment),
        ...logsOf(db, of),
      ]
    case 'client':
      return [...kafkaOf(db, of, of.kafka), ...sidesOf(db, of, of.settings)]
    case 'schema':
      return standing(db, of, of.registry, 'registry')
    case 'topic':
      return of.kafka ? kafkaOf(db, of, of.kafka) : []
    case 'cluster':
      return [
        ...(of.site ? standing(db, of, of.site, 'cluster') : [byOwnAddress(db, of) ?? unplaced(of)]),
        ...sidesOf(db, of, of.settings),
        ...sidesOf(db, of, of.beside),
        ...sidesOf(db, of, of.tieredStorage),
        ...logsOf(db, of),
      ]
    case 'supporting-service':
      return [{ ...supportOf(db, keeperOf(db, of) ?? of), of, name: knownValue(of.name) ?? '?' }]
  }
})

function sinkOf(db: Db, connector: Connector): Sighting[] {
  const kind = connectorKindOf(db, connector)
  const className = knownValue(connector.class)
  if (className === undefined || !kind || kind.direction === 'source') return []
  const name = knownValue(connector.name)
  const reading = kind.inside ? inside : readSettings(db, connector.settings, kind)
  return [
    {
      of: connector,
      role: kind.direction,
      name: name ?? simpleName(className),
      // What a guess calls it is the name of its class.
      ...(kind.service && db.knowledge.connectors.has(className) ? { service: kind.service } : {}),
      at: reading?.at ?? placeOf(connector.name),
      reading,
      names: name === undefined ? [] : [name],
      within: withinOf(db, connector, reading),
    },
  ]
}

/** A cluster of which no file tells where it stands: the configuration may. */
const unplaced = (of: Cluster): Sighting => ({
  of,
  role: 'cluster',
  name: writtenName(of.name),
  service: 'Apache Kafka',
  at: placeOf(of.name),
  reading: undefined,
  names: [],
  within: namesOf(of),
})

/** Where a cluster stands by the machine of a cloud that it sends its clients to; undefined where no host of it tells. */
function byOwnAddress(db: Db, of: Cluster): Sighting | undefined {
  const address = ownAddress(of)
  const reading = address.state === 'known' ? readAddress(db, address) : undefined
  return reading?.location.provider && reading.location.countries.length > 0
    ? { ...unplaced(of), at: placeOf(address), reading }
    : undefined
}

const supportRoles = {
  state: 'state',
  backup: 'backup',
  disks: 'disks',
  metrics: 'telemetry',
  logs: 'telemetry',
  traces: 'telemetry',
  alerting: 'telemetry',
} as const

/** Where a supporting service stands: by its address, else by its region, else by who runs it. */
function supportOf(db: Db, of: SupportingService): Sighting {
  const { endpoint, site, service } = of
  const provider = site && db.knowledge.providers.get(site.provider)
  const addressed = endpoint && endpoint.state !== 'absent' ? readAddress(db, endpoint) : undefined
  const reading =
    addressed ??
    (site?.region.state === 'known' ? readSite(db, site) : undefined) ??
    (endpoint ? undefined : byProvider(provider))
  const name = knownValue(of.name) ?? '?'
  return {
    of,
    role: supportRoles[of.role],
    name,
    service,
    at: reading?.at ?? site?.at ?? placeOf(endpoint?.state === 'known' ? endpoint : of.name),
    reading,
    names: [name, `${of.role} of ${name}`],
    within: withinOf(db, of, reading),
  }
}

/** What something inside lies in: the hosts that were named, and the clusters and namespaces of whoever names them. */
const withinOf = (db: Db, of: Sender, reading: PlaceReading | undefined): string[] =>
  reading?.host === '' ? [...(reading.insideHosts ?? []), ...surroundingsOf(db, of)] : []

const namesOf = (of: Sender): string[] => [knownValue(of.name), of.namespace].flatMap(name => name ?? [])

function surroundingsOf(db: Db, of: Sender): string[] {
  switch (of.kind) {
    case 'connector': {
      const link = connectClusterOf(db.estate, of)
      return link.state === 'linked' ? surroundingsOf(db, link.to) : namesOf(of)
    }
    case 'connect-cluster':
    case 'client':
      return [...namesOf(of), ...clusterNames(db, of, of.kafka)]
    case 'topic': {
      const link = clusterOf(db.estate, of)
      return link.state === 'linked' ? namesOf(link.to) : namesOf(of)
    }
    default:
      return namesOf(of)
  }
}

/** The names of the Kafka cluster that somebody talks to. */
function clusterNames(db: Db, from: { readonly file: Uri; readonly namespace?: string }, peer: Peer): string[] {
  const link = clusterBehind(db.estate, from, peer.bootstrap)
  return [...(link.state === 'linked' ? namesOf(link.to) : []), ...[knownValue(peer.alias)].flatMap(name => name ?? [])]
}

function targetOf(db: Db, flow: ReplicationFlow): Sighting {
  const { site, alias, bootstrap } = flow.target
  const names = [knownValue(flow.name), knownValue(alias)].flatMap(name => name ?? [])
  const reading = site ? readSite(db, site) : readPeer(db, flow, flow.target)
  return {
    of: flow,
    role: 'replication',
    name: names[0] ?? writtenName(flow.name),
    service: site?.service ?? 'Apache Kafka',
    at: reading?.at ?? placeOf(bootstrap),
    reading,
    names,
    within: reading?.host === '' ? [...(reading.insideHosts ?? []), ...clusterNames(db, flow, flow.target)] : [],
    ...(site ? runnerAt(db, site) : {}),
  }
}

/** The Kafka cluster that somebody talks to, where its address is written. */
function kafkaOf(db: Db, of: ConnectCluster | Client | ReplicationFlow | Topic, peer: Peer): Sighting[] {
  const { site, bootstrap } = peer
  if (site) return standing(db, of, site, 'cluster')
  const reading = bootstrap.state === 'absent' ? undefined : readPeer(db, of, peer)
  const name = writtenName(of.name)
  return reading
    ? [
        {
          of,
          role: 'cluster',
          name,
          service: 'Apache Kafka',
          at: placeOf(bootstrap),
          reading,
          names: [],
          within:
            reading.host === ''
              ? [...(reading.insideHosts ?? []), ...clusterNames(db, of, peer), ...surroundingsOf(db, of)]
              : [],
        },
      ]
    : []
}

const readPeer = (
  db: Db,
  from: { readonly file: Uri; readonly namespace?: string },
  { bootstrap }: Peer,
): PlaceReading | undefined =>
  clusterBehind(db.estate, from, bootstrap).state === 'none'
    ? readAddress(db, bootstrap)
    : { ...inside, insideHosts: bootstrap.state === 'known' ? hostsOf(bootstrap.value) : [] }

const logsOf = (db: Db, of: Cluster | ConnectCluster | ReplicationFlow): Sighting[] =>
  (of.logging?.state === 'known' ? of.logging.value : []).flatMap(site => standing(db, of, site, 'telemetry'))

/** Who runs a resource of a cloud, wherever it stands. */
function runnerAt({ knowledge }: Library, { provider }: Site): Pick<Sighting, 'runBy'> {
  const runBy = knowledge.providers.get(provider)
  return runBy ? { runBy } : {}
}

/** A resource of a cloud, where its region is known. */
function standing(db: Db, of: Sender, site: Site | undefined, role: Destination['role']): Sighting[] {
  if (!site) return []
  const reading = readSite(db, site)
  const name = writtenName(of.name)
  const sender = knownValue(of.name)
  const ofSender = sender === undefined ? [] : [`${role} of ${sender}`]
  const names = role === 'cluster' && sender !== undefined ? [sender, ...ofSender] : ofSender
  const within = role === 'cluster' && of.kind === 'cluster' ? namesOf(of) : []
  return [
    {
      of,
      role,
      name,
      service: site.service,
      at: site.at ?? reading?.at ?? placeOf(of.name),
      reading,
      names,
      within,
      ...runnerAt(db, site),
    },
  ]
}

/** Registries, telemetry, tiers, proxies, other clusters: what single settings name. */
function sidesOf(db: Db, of: Sender, settings: Settings | undefined): Sighting[] {
  const found = new Map<SideDestination, string[]>()
  for (const { key } of settings?.all ?? [])
    for (const row of rowsFor(db, key)) if (!found.get(row)?.push(key)) found.set(row, [key])
  return [...found].flatMap(([row, keys]) => (settings ? sideAt(db, of, settings, row, keys) : []))
}

function sideAt(db: Db, of: Sender, settings: Settings, row: SideDestination, keys: readonly string[]): Sighting[] {
  if (row.when !== undefined && setting(settings, row.when).state !== 'known') return []
  const among = (known: readonly string[]): string[] =>
    keys.filter(key => known.some(one => key === one || key.endsWith(`.${one}`)))
  const reading = readSettings(db, settings, {
    ...row,
    endpoints: among(row.endpoints),
    regions: among(row.regions),
  })
  const at = reading ? reading.at : settings.all.find(({ key }) => key === keys[0])?.keyPlace
  if (!at) return []
  const { role, service } = row
  const [name, sender] = [writtenName(of.name), knownValue(of.name)]
  return [
    {
      of,
      role,
      name,
      ...(service ? { service } : {}),
      at,
      reading,
      names: sender === undefined ? [] : [`${role} of ${sender}`],
      within: withinOf(db, of, reading),
    },
  ]
}

/** The rows that know a key, or an ending of it. */
function rowsFor({ knowledge }: Library, key: string): SideDestination[] {
  const rows = []
  for (let at = 0; at >= 0; at = key.indexOf('.', at) + 1 || -1)
    rows.push(...(knowledge.sideDestinations.get(key.slice(at)) ?? []))
  return rows
}

/** Whether what is told of the records already tells the region of a destination: a Kafka cluster of the same owner stands there, the sender's own, one of the same folder or one that names the region, or connectors of the sender write there. */
export const standsBesideRecords = (db: Db, { of, region, provider }: Destination): boolean => {
  if (region === undefined) return false
  const isThere = (sender: Sender, roles: readonly Destination['role'][]): boolean =>
    destinationsOf(db, sender).some(
      place => roles.includes(place.role) && place.region === region && place.provider?.short === provider?.short,
    )
  const clusters = [
    of,
    ...db.estate.find(clustersIn(folderOf(of.file))),
    ...db.estate.find(clustersInRegion(region.code)),
  ]
  const name = knownValue(of.name)
  const connectors = of.kind === 'connect-cluster' && name !== undefined ? db.estate.find(connectorsOf(name)) : []
  return (
    clusters.some(cluster => isThere(cluster, ['cluster'])) ||
    connectors.some(connector => connector.file === of.file && isThere(connector, ['sink', 'cluster']))
  )
}

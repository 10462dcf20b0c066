import type { SideDestination } from '../knowledge/destinations.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Client, Cluster, ConnectCluster, Connector, Peer, ReplicationFlow, Site } from '../model/entities.ts'
import { placeOf, knownValue } from '../model/fact.ts'
import { clusterBehind } from '../model/link.ts'
import { clustersIn } from '../model/link-key.ts'
import { setting, type Settings } from '../model/settings.ts'
import { folderOf, type Uri } from '../text/uri.ts'
import { connectorKindOf, simpleName } from './connector-kind.ts'
import { query, type Db, type Library } from './db.ts'
import { judge, type Destination, type Sender, type Sighting } from './destination.ts'
import { inside, readAddress, readSettings, readSite, type PlaceReading } from './place-reading.ts'
import { configurationFor } from './settled.ts'

/** Where an entity sends data, its main destination first; what is left to another tool is left out. */
export const destinationsOf = query((db, of: Sender): readonly Destination[] =>
  sightingsOf(db, of).flatMap(sighting => judge(db, sighting, configurationFor(db, of.file)) ?? []),
)

/** The same as the files alone tell it, whatever the configuration says. */
export const destinationsAsWritten = (db: Db, of: Sender): readonly Destination[] =>
  sightingsOf(db, of).flatMap(sighting => judge(db, sighting, undefined) ?? [])

/** Where a connector writes or a flow copies to; undefined where it does neither, or where that is left to another tool. */
export const destinationOf = (db: Db, of: Connector | ReplicationFlow): Destination | undefined =>
  destinationsOf(db, of).find(({ role }) => role === 'sink' || role === 'replication')

/** Who runs the cluster that a flow copies from, as far as its address tells. */
export function sourceProviderOf(library: Library, { source }: ReplicationFlow): Provider | undefined {
  return (source.site ? readSite(library, source.site) : readAddress(library, source.bootstrap))?.location.provider
}

const sightingsOf = query((db, of: Sender): readonly Sighting[] => {
  switch (of.kind) {
    case 'connector':
      return [...sinkOf(db, of), ...sidesOf(db, of, of.settings)]
    case 'flow':
      return [targetOf(db, of), ...kafkaOf(db, of, of.source)]
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
    case 'cluster':
      return [
        ...standing(db, of, of.site, 'cluster'),
        ...sidesOf(db, of, of.settings),
        ...sidesOf(db, of, of.tieredStorage),
        ...logsOf(db, of),
      ]
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
    },
  ]
}

function targetOf(db: Db, flow: ReplicationFlow): Sighting {
  const { site, alias, bootstrap } = flow.target
  const names = [knownValue(flow.name), knownValue(alias)].flatMap(name => name ?? [])
  const reading = site ? readSite(db, site) : readPeer(db, flow, flow.target)
  return {
    of: flow,
    role: 'replication',
    name: names[0] ?? '?',
    service: site?.service ?? 'Apache Kafka',
    at: reading?.at ?? placeOf(bootstrap),
    reading,
    names,
  }
}

/** The Kafka cluster that somebody talks to, where its address is written. */
function kafkaOf(db: Db, of: ConnectCluster | Client | ReplicationFlow, peer: Peer): Sighting[] {
  const { site, bootstrap } = peer
  if (site) return standing(db, of, site, 'cluster')
  const reading = bootstrap.state === 'absent' ? undefined : readPeer(db, of, peer)
  const name = knownValue(of.name) ?? '?'
  return reading
    ? [{ of, role: 'cluster', name, service: 'Apache Kafka', at: placeOf(bootstrap), reading, names: [] }]
    : []
}

const readPeer = (
  db: Db,
  from: { readonly file: Uri; readonly namespace?: string },
  { bootstrap }: Peer,
): PlaceReading | undefined =>
  clusterBehind(db.estate, from, bootstrap).state === 'none' ? readAddress(db, bootstrap) : inside

const logsOf = (db: Db, of: Cluster | ConnectCluster): Sighting[] =>
  (of.logging?.state === 'known' ? of.logging.value : []).flatMap(site => standing(db, of, site, 'telemetry'))

/** A resource of a cloud, where its region is known. */
function standing(db: Db, of: Sender, site: Site | undefined, role: Destination['role']): Sighting[] {
  const reading = site && readSite(db, site)
  if (!reading) return []
  const name = knownValue(of.name) ?? '?'
  const names = role === 'cluster' ? [name, `cluster of ${name}`] : [`${role} of ${name}`]
  return [{ of, role, name, service: site.service, at: site.at ?? reading.at ?? placeOf(of.name), reading, names }]
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
  if (!reading?.at) return []
  const { role, service } = row
  const name = knownValue(of.name) ?? '?'
  return [{ of, role, name, ...(service ? { service } : {}), at: reading.at, reading, names: [`${role} of ${name}`] }]
}

/** The rows that know a key, or an ending of it. */
function rowsFor({ knowledge }: Library, key: string): SideDestination[] {
  const rows = []
  for (let at = 0; at >= 0; at = key.indexOf('.', at) + 1 || -1)
    rows.push(...(knowledge.sideDestinations.get(key.slice(at)) ?? []))
  return rows
}

/** Whether a Kafka cluster of the same folder stands in the region of a destination, or the sender's own. */
export const standsBesideCluster = (db: Db, { of, region, provider }: Destination): boolean =>
  region !== undefined &&
  [of, ...db.estate.find(clustersIn(folderOf(of.file)))].some(other =>
    destinationsOf(db, other).some(
      place => place.role === 'cluster' && place.region === region && place.provider === provider,
    ),
  )

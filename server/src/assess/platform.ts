import type {
  Client,
  Cluster,
  ConnectCluster,
  Connector,
  Peer,
  ReplicationFlow,
  SupportingService,
  Topic,
} from '../model/entities.ts'
import { knownValue, type Linkable } from '../model/fact.ts'
import { clusterAt, connectClusterOf, nearest, topicsOn, type Link } from '../model/link.ts'
import { besideClusters, byName, everyCluster } from '../model/link-key.ts'
import { clustersOfClaim } from './backups.ts'
import { topicsOf } from './data-flow.ts'
import { query, type Db } from './db.ts'
import { homeOf } from './residency.ts'

/** What stands around a cluster. */
export type Part = ConnectCluster | Connector | Client | ReplicationFlow | SupportingService

/** A part of a platform, and how it came to belong to its cluster. */
export interface Member<P extends Part = Part> {
  readonly of: P
  /** named: it names the cluster, or something that lies on it. nearest: it names none, and this one is the nearest. */
  readonly by: 'named' | 'nearest'
}

/** A cluster with all that belongs to it. */
export interface Platform {
  readonly cluster: Cluster
  readonly topics: readonly Topic[]
  readonly members: readonly Member[]
}

/** The clusters of an estate that are declared as such: what only sets some of a cluster's settings is none. */
export const clustersOf = (db: Db): Cluster[] => db.estate.find(everyCluster).filter(isCluster)

/** Whether something is a cluster, and not only some settings of one. */
export const isCluster = ({ engine, brokers, site, listeners, storage }: Cluster): boolean =>
  engine.state === 'known' || brokers.state === 'known' || site !== undefined || listeners.length + storage.length > 0

/** A cluster with what belongs to it, as far as files tell. */
export const platformOf = (db: Db, cluster: Cluster): Platform => ({
  cluster,
  topics: topicsOn(db.estate, cluster),
  members: membership(db, 'all').get(cluster) ?? [],
})

/** What belongs to no cluster that a file declares. */
export const strayParts = (db: Db): readonly Part[] => {
  const placed = new Set([...membership(db, 'all').values()].flatMap(members => members.map(({ of }) => of)))
  return db.estate.find(besideClusters).filter(of => !placed.has(of) && !isOfOtherDisk(of))
}

/** Whether something is the copy of a disk that is no broker's. */
const isOfOtherDisk = (of: Part): boolean => of.kind === 'supporting-service' && of.backup?.claim !== undefined

const membership = query((db, _: 'all'): ReadonlyMap<Cluster, readonly Member[]> => {
  const clusters = clustersOf(db)
  const found = new Map<Cluster, Member[]>(clusters.map(cluster => [cluster, []]))
  for (const of of db.estate.find(besideClusters)) {
    const named = clustersNamed(db, of)
    const to = named.length > 0 ? named : nearestTo(of, clusters)
    for (const cluster of new Set(to)) found.get(cluster)?.push({ of, by: named.length > 0 ? 'named' : 'nearest' })
  }
  return found
})

/** The clusters that a part names. */
function clustersNamed(db: Db, of: Part): Cluster[] {
  switch (of.kind) {
    case 'connect-cluster':
      return [...linked(clusterOfPeer(db, of, of.kafka)), ...clustersOfMirror(db, of)]
    case 'client':
      return linked(clusterOfPeer(db, of, of.kafka))
    case 'flow':
      // What it copies is the source's; at the target it is one more that brings records in.
      return linked(clusterOfPeer(db, of, of.source))
    case 'connector': {
      const link = connectClusterOf(db.estate, of)
      const workers = link.state === 'linked' ? clustersNamed(db, link.to) : []
      return workers.length > 0 ? workers : clustersOfTopics(db, of)
    }
    case 'supporting-service':
      return [
        ...of.clusters.flatMap(({ value }) => linked(nearest(of, db.estate.find(byName('cluster', value))))),
        ...linked(nearest(of, clustersOfClaim(db, of))),
      ]
  }
}

/** The clusters of the mirror that runs on a Connect cluster of its own. */
const clustersOfMirror = (db: Db, { file, extent, name }: ConnectCluster): Cluster[] =>
  (name.state === 'known' ? db.estate.find(byName('flow', name.value)) : [])
    .filter(flow => flow.file === file && extent.start <= flow.extent.start && flow.extent.end <= extent.end)
    .flatMap(flow => clustersNamed(db, flow))

const clusterOfPeer = (db: Db, of: Linkable, peer: Peer): Link<Cluster> => {
  const link = clusterAt(db.estate, of, peer)
  const alias = knownValue(peer.alias)
  return link.state === 'none' && alias !== undefined && peer.bootstrap.state !== 'known'
    ? nearest(of, db.estate.find(byName('cluster', alias)))
    : link
}

const clustersOfTopics = (db: Db, of: Connector): Cluster[] =>
  topicsOf(of).flatMap(name => {
    const link = nearest(of, db.estate.find(byName('topic', name)))
    const { clusters } = link.state === 'linked' ? homeOf(db, link.to) : { clusters: [] }
    return clusters.length === 1 ? clusters : []
  })

/** The nearest cluster to what names none; nobody's is what says where it belongs and that is in no file. */
function nearestTo(of: Part, clusters: readonly Cluster[]): Cluster[] {
  if (saysWhere(of)) return []
  const link = nearest(of, clusters)
  if (link.state === 'linked') return [link.to]
  // What serves all that stands beside it serves each.
  return link.state === 'ambiguous' && of.kind === 'supporting-service' ? [...link.candidates] : []
}

function saysWhere(of: Part): boolean {
  switch (of.kind) {
    case 'connect-cluster':
    case 'client':
      return of.kafka.bootstrap.state === 'known' || of.kafka.site !== undefined
    case 'flow':
      return true
    case 'supporting-service':
      return of.clusters.length > 0 || of.backup?.claim !== undefined
    default:
      return false
  }
}

const linked = (link: Link<Cluster>): Cluster[] => (link.state === 'linked' ? [link.to] : [])

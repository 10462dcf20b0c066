import { byName, clusterNamedIn, ofCluster, onCluster } from './link-key.ts'
import { hostsOf } from '../text/hosts.ts'
import { folderOf, stepsUp, type Uri } from '../text/uri.ts'
import type { Cluster, ConnectCluster, Connector, NodePool, Peer, Topic } from './entities.ts'
import type { Estate } from './estate.ts'
import type { Fact, Linkable } from './fact.ts'
import { readBootstrap } from '../text/bootstrap.ts'

/** What a reference leads to; two candidates at the same distance lead nowhere. */
export type Link<T> =
  | { readonly state: 'linked'; readonly to: T }
  | { readonly state: 'none' }
  | { readonly state: 'ambiguous'; readonly candidates: readonly T[] }

/** The nearest candidate: in the same file, then in the same folder, then below the nearest common folder. Namespaces that differ never meet. */
export function nearest<T extends Linkable>(from: Linkable, candidates: readonly T[]): Link<T> {
  const [only] = candidates
  // Mostly there is one, however far away.
  if (only === undefined || candidates.length === 1)
    return only && meets(from, only) ? { state: 'linked', to: only } : { state: 'none' }
  let best: T[] = []
  let least = Infinity
  for (const candidate of candidates) {
    if (!meets(from, candidate)) continue
    const distance = distanceTo(from.file, candidate.file)
    if (distance < least) [best, least] = [[candidate], distance]
    else if (distance === least) best.push(candidate)
  }
  const [first] = best
  if (first === undefined) return { state: 'none' }
  return best.length === 1 ? { state: 'linked', to: first } : { state: 'ambiguous', candidates: best }
}

const meets = (one: Linkable, other: Linkable): boolean =>
  one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace

function distanceTo(from: Uri, to: Uri): number {
  if (from === to) return -1
  return folderOf(from) === folderOf(to) ? 0 : stepsUp(from, to) + 1
}

/** The Kafka cluster that a topic, a pool or a user names by its label. */
export const clusterOf = (estate: Estate, of: (Topic | NodePool) & { cluster: Fact<string> }): Link<Cluster> =>
  of.cluster.state === 'known' ? nearest(of, estate.find(byName('cluster', of.cluster.value))) : { state: 'none' }

/** The Connect cluster that runs a connector. */
export const connectClusterOf = (estate: Estate, connector: Connector): Link<ConnectCluster> =>
  connector.connectCluster.state === 'known'
    ? nearest(connector, estate.find(byName('connect-cluster', connector.connectCluster.value)))
    : { state: 'none' }

/** The node pools of a cluster, and whether some pool may belong to it or to another of the same name. */
export function poolsOf(estate: Estate, cluster: Cluster): { pools: NodePool[]; ambiguous: boolean } {
  if (cluster.name.state !== 'known') return { pools: [], ambiguous: true }
  const pools: NodePool[] = []
  let ambiguous = false
  for (const pool of estate.find(ofCluster(cluster.name.value))) {
    const link = clusterOf(estate, pool)
    if (link.state === 'linked' && link.to === cluster) pools.push(pool)
    if (link.state === 'ambiguous' && link.candidates.includes(cluster)) ambiguous = true
  }
  return { pools, ambiguous }
}

/** The topics that are declared for a cluster. */
export const topicsOn = (estate: Estate, cluster: Cluster): Topic[] =>
  thoseOf(estate, cluster, name => estate.find(onCluster(name)))

/** What the topics are called that are declared for a cluster: for those who ask for nothing else of them. */
export const topicNamesOn = (estate: Estate, cluster: Cluster): string[] =>
  thoseOf(estate, cluster, name => estate.topicNames(name)).map(({ name }) => name)

/** Of what names a cluster, that for which this cluster is the nearest of its name. */
function thoseOf<T extends Linkable>(estate: Estate, cluster: Cluster, naming: (name: string) => readonly T[]): T[] {
  if (cluster.name.state !== 'known') return []
  const all = naming(cluster.name.value)
  if (all.length === 0) return []
  const candidates = estate.find(byName('cluster', cluster.name.value))
  return all.filter(one => {
    const link = nearest(one, candidates)
    return link.state === 'linked' && link.to === cluster
  })
}

/** The cluster behind a Strimzi bootstrap address, `<name>-kafka-bootstrap[.<namespace>...]:<port>`. */
export function clusterBehind(estate: Estate, from: Linkable, bootstrap: Fact<string>): Link<Cluster> {
  if (bootstrap.state !== 'known') return { state: 'none' }
  const named = readBootstrap(bootstrap.value.trim())
  if (!named) return beside(estate, from, bootstrap.value)
  const namespace = named.namespace ?? from.namespace
  return nearest(
    { file: from.file, ...(namespace === undefined ? {} : { namespace }) },
    estate.find(byName('cluster', named.cluster)),
  )
}

/** The cluster that one side of a mirror means: by its address, else by the name that a cloud's own id for it holds. */
export function clusterAt(estate: Estate, from: Linkable, { alias, bootstrap, site }: Peer): Link<Cluster> {
  const link = clusterBehind(estate, from, bootstrap)
  return link.state === 'none' && site && alias.state === 'known'
    ? nearest(from, estate.find(byName('cluster', alias.value)))
    : link
}

/** The cluster that a name in an address means which is declared in the same file, as the services of a compose file are; its brokers are alike. */
function beside(estate: Estate, from: Linkable, bootstrap: string): Link<Cluster> {
  const [first] = hostsOf(bootstrap).flatMap(host => estate.find(clusterNamedIn(from.file, host)))
  return first ? { state: 'linked', to: first } : { state: 'none' }
}

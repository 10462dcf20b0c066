import type { Cluster, ConnectCluster, Connector, ReplicationFlow, Schema } from '../model/entities.ts'
import { asBoolean, knownValue, type Place } from '../model/fact.ts'
import { clusterAt, connectClusterOf, nearest, type Link } from '../model/link.ts'
import { byName, connectorsOf, schemasRegisteredIn, workersOf } from '../model/link-key.ts'
import { setting } from '../model/settings.ts'
import { folderOf } from '../text/uri.ts'
import { topicsOf } from './data-flow.ts'
import type { Db } from './db.ts'
import { isOneWayByIntent, mirrorPartsOf, notSynchronised } from './mirror.ts'
import { destinationsOf } from './residency.ts'

/** What stands around the primary of a mirror and not around its standby. connector: none like it is declared there. schemas: all are registered in the region of the primary. registry: the standby's own workers look schemas up in that region. */
export type Uncovered =
  | { readonly is: 'connector'; readonly connector: Connector }
  | { readonly is: 'schemas'; readonly schema: Schema; readonly here: string; readonly there: string }
  | {
      readonly is: 'registry'
      readonly of: ConnectCluster | Connector
      readonly at: Place
      readonly here: string
      readonly there: string
    }

/** What consumers of a mirror that carries their offsets would miss after a failover; nothing where one of the two clusters is in no file, or where the mirror is no preparation for one. */
export function uncoveredBy(db: Db, flow: ReplicationFlow): Uncovered[] {
  const [primary, standby] = [flow.source, flow.target].map(peer => clusterMeant(db, flow, peer))
  if (!primary || !standby || primary === standby || !carriesOffsets(flow) || isOneWayByIntent(flow)) return []
  return [...connectorsMissing(db, primary, standby), ...schemasMissing(db, flow), ...registryBehind(db, flow, standby)]
}

const clusterMeant = (db: Db, from: ReplicationFlow, peer: ReplicationFlow['source']): Cluster | undefined =>
  known(clusterAt(db.estate, from, peer))

const known = <T>(link: Link<T>): T | undefined => (link.state === 'linked' ? link.to : undefined)

/** Whether groups find their place at the target: only who prepares a failover asks for it. */
function carriesOffsets({ stopped, checkpoints, replicator, groups }: ReplicationFlow): boolean {
  if (stopped || !checkpoints || (replicator && groups.state === 'absent')) return false
  return (
    notSynchronised(checkpoints) === undefined &&
    knownValue(asBoolean(setting(checkpoints, 'sync.group.offsets.enabled'))) === true
  )
}

/** The workers that keep their topics on a cluster. */
function workersAt(db: Db, cluster: Cluster): ConnectCluster[] {
  const name = knownValue(cluster.name)
  return (name === undefined ? [] : db.estate.find(workersOf(name))).filter(workers => {
    const { kafka } = workers
    const link = clusterAt(db.estate, workers, kafka)
    const meant =
      link.state === 'none' && kafka.bootstrap.state !== 'known' && name !== undefined
        ? nearest(workers, db.estate.find(byName('cluster', name)))
        : link
    return meant.state === 'linked' && meant.to === cluster
  })
}

const connectorsAt = (db: Db, workers: readonly ConnectCluster[]): Connector[] =>
  workers.flatMap(one =>
    (one.name.state === 'known' ? db.estate.find(connectorsOf(one.name.value)) : []).filter(connector => {
      const link = connectClusterOf(db.estate, connector)
      return link.state === 'linked' && link.to === one && !mirrorPartsOf(db, connector)
    }),
  )

/** The connectors of the primary that the standby has none like, where it has one like some other: only then is it kept as a copy of the primary. */
function connectorsMissing(db: Db, primary: Cluster, standby: Cluster): Uncovered[] {
  const [here, there] = [primary, standby].map(cluster => connectorsAt(db, workersAt(db, cluster)))
  if (!here || !there || there.some(({ name }) => name.state !== 'known')) return []
  const missing = here.filter(one => one.name.state === 'known' && !there.some(other => areAlike(one, other)))
  return missing.length < here.length ? missing.map(connector => ({ is: 'connector', connector })) : []
}

/** Whether two connectors do the same work: of one name, or of one class for a topic of both. */
function areAlike(one: Connector, other: Connector): boolean {
  if (knownValue(one.name) === knownValue(other.name)) return true
  if (other.class.state !== 'known') return other.class.state === 'unresolved'
  if (other.class.value !== knownValue(one.class)) return false
  const [here, there] = [topicsOf(one), topicsOf(other)]
  return (
    here.length === 0 ||
    there.length === 0 ||
    here.some(topic => there.some(copy => copy === topic || copy.endsWith(`.${topic}`)))
  )
}

/** The regions of the two sides of a mirror, where they are known and differ. */
function regionsOf({ source, target }: ReplicationFlow): { here: string; there: string } | undefined {
  const [here, there] = [source, target].map(({ site }) => site && knownValue(site.region))
  return here === undefined || there === undefined || here === there ? undefined : { here, there }
}

/** The first of the schemas beside a mirror that its cloud keeps in the region of the source, where none is kept in that of the target. */
function schemasMissing(db: Db, flow: ReplicationFlow): Uncovered[] {
  const regions = regionsOf(flow)
  if (!regions) return []
  const [first] = db.estate
    .find(schemasRegisteredIn(regions.here))
    .filter(({ file }) => folderOf(file) === folderOf(flow.file))
  return first && db.estate.find(schemasRegisteredIn(regions.there)).length === 0
    ? [{ is: 'schemas', schema: first, ...regions }]
    : []
}

/** The workers of the standby that look schemas up in the region of the primary. */
function registryBehind(db: Db, flow: ReplicationFlow, standby: Cluster): Uncovered[] {
  const regions = regionsOf(flow)
  if (!regions) return []
  const workers = workersAt(db, standby)
  return [...workers, ...connectorsAt(db, workers)].flatMap((one): Uncovered[] => {
    const registry = destinationsOf(db, one).find(({ role, region }) => role === 'registry' && region)
    return registry?.region?.code === regions.here ? [{ is: 'registry', of: one, at: registry.at, ...regions }] : []
  })
}

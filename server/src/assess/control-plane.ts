import type { Cluster } from '../model/entities.ts'
import { knownValue, placeOf } from '../model/fact.ts'
import type { Db } from './db.ts'
import { type Destination, judge } from './destination.ts'
import { type PathEntry, entryOf } from './path-entry.ts'
import { type PlaceReading, readSite } from './place-reading.ts'
import { configurationFor } from './declared.ts'

/** The control plane of a managed cluster: what it knows of it, and where it is. */
export interface Plane {
  readonly holds: readonly ('inventory' | 'topics' | 'groups' | 'access')[]
  readonly entries: PathEntry[]
  readonly metrics?: { readonly service: string; readonly provider: string }
}

/** Whether an operator runs it in a Kubernetes of one's own. */
export const isOfOperator = (cluster: Cluster): boolean =>
  ['strimzi', 'confluent-kubernetes'].includes(knownValue(cluster.engine) ?? '') && cluster.site === undefined

/** From where a managed cluster is run; undefined where nobody else runs it. */
export function controlPlaneOf(db: Db, cluster: Cluster): Plane | undefined {
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
export function metricsOf(db: Db, cluster: Cluster, plane: Plane | undefined): PathEntry[] {
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

import type { Cluster, Entity, SupportingService, Topic } from '../model/entities.ts'
import { type Place, knownValue, placeOf } from '../model/fact.ts'
import { byName } from '../model/link-key.ts'
import { nearest, poolsOf } from '../model/link.ts'
import { brokersOf } from './brokers.ts'
import { directionOf } from './connector-kind.ts'
import type { Db } from './db.ts'
import type { Destination } from './destination.ts'
import { partiesOfTopic } from './parties.ts'
import { type PathEntry, entryOf, isService, memberEntry } from './path-entry.ts'
import type { Member } from './platform.ts'
import { destinationOf, destinationsOf } from './residency.ts'

/** Who brings records in. */
export function producersOf(db: Db, topics: readonly Topic[], members: readonly Member[]): PathEntry[] {
  const parties = topics.flatMap(topic => partiesOfTopic(db, topic).into.map(({ of }) => of))
  const found = new Map<Entity, PathEntry>(parties.filter(of => !takesOut(db, of)).map(of => [of, entryOf(of)]))
  for (const { of, by } of members)
    if (of.kind === 'connector' && directionOf(db, of) === 'source') found.set(of, memberEntry({ of, by }, undefined))
  return [...found.values()]
}

/** Whether something takes records out, and only writes those down that it could not pass on. */
const takesOut = (db: Db, of: Entity): boolean => of.kind === 'connector' && directionOf(db, of) === 'sink'

/** Where a sink passes records on. */
export function sinkEntry(db: Db, member: Member): PathEntry[] {
  const { of } = member
  if (of.kind !== 'connector' || directionOf(db, of) !== 'sink') return []
  return [memberEntry(member, destinationOf(db, of))]
}

/** How many brokers a cluster has. */
export const brokerNote = (db: Db, cluster: Cluster): Pick<PathEntry, 'note'> => {
  const brokers = brokersOf(db, cluster)
  return brokers ? { note: { is: 'brokers', count: brokers.count } } : {}
}

/** The classes of disks that a cluster asks for, where their declaration is known. */
export function disksOf(db: Db, cluster: Cluster, members: readonly Member[]): PathEntry[] {
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

/** Where a service beside Kafka stands. */
export function serviceEntry(db: Db, member: Member<SupportingService>): PathEntry[] {
  return [
    { ...memberEntry(member, destinationsOf(db, member.of)[0]), note: { is: 'service', service: member.of.service } },
  ]
}

/** What a service gets to know of Kafka by name. */
export function learnsOf(db: Db, member: Member<SupportingService>, what: 'group' | 'topic'): PathEntry[] {
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
export function telemetryOf(
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
export function registriesOf(db: Db, members: readonly Member[]): PathEntry[] {
  return members.flatMap(({ of, by }) =>
    destinationsOf(db, of)
      .filter(({ role }) => role === 'registry')
      .map(destination => ({ ...memberEntry({ of, by }, destination), note: { is: 'registry' } as const })),
  )
}

/** Who keeps the schemas of topics, where a resource registers them. */
export function registered(db: Db, topics: readonly Topic[]): PathEntry[] {
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
export function tiersOf(cluster: Cluster, own: readonly Destination[]): PathEntry[] {
  const named = own.filter(({ role }) => role === 'tiered-storage')
  if (named.length > 0) return named.map(one => entryOf(cluster, one))
  if (!cluster.tieredStorage) return []
  const brokers = cluster.site ? own.find(({ role }) => role === 'cluster') : undefined
  return [{ ...entryOf(cluster, brokers), at: cluster.tieredStorage.near }]
}

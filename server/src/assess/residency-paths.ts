import type { Cluster, SupportingService } from '../model/entities.ts'
import { type Known, type Place, byPlace, knownValue } from '../model/fact.ts'
import {
  type ClusterResidency,
  type ItemDeclaration,
  type ItemName,
  lastDrill,
  pathItems,
  pathNames,
} from '../model/residency.ts'
import { matchesName } from '../text/match.ts'
import { controlPlaneOf, isOfOperator, metricsOf } from './control-plane.ts'
import { type Db, query } from './db.ts'
import { type Destination, placeDeclared } from './destination.ts'
import {
  brokerNote,
  disksOf,
  learnsOf,
  producersOf,
  registered,
  registriesOf,
  serviceEntry,
  sinkEntry,
  telemetryOf,
  tiersOf,
} from './path-items.ts'
import { type PathEntry, entryOf, isMirror, isService, isUnplaced, memberEntry } from './path-entry.ts'
import {
  backupSinks,
  backupsOf,
  connectorsThere,
  keptOf,
  offsetNote,
  registriesThere,
  restorableFrom,
} from './path-recovery.ts'
import { type Platform, platformOf } from './platform.ts'
import { destinationOf, destinationsOf } from './residency.ts'
import { configurationFor } from './declared.ts'

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
  const drilled = lastDrill(declared)
  const items = pathNames.flatMap(path =>
    pathItems[path].map((item): PathItem => {
      const said = declared?.items.get(item)
      const owner = said?.owner ?? declared?.owner
      const entries = placed(db, cluster, item, read[item](), said).sort((a, b) => byPlace(a.at, b.at))
      const tested = said?.tested ?? (path === 'recovery' && entries.length > 0 ? drilled : undefined)
      return {
        item,
        asked: always.has(item),
        entries,
        ...(said ? { declared: said } : {}),
        ...(owner ? { owner } : {}),
        ...(tested ? { tested } : {}),
      }
    }),
  )
  return { cluster, ...(declared ? { declared } : {}), items }
})

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
    backups: () => [...backupsOf(db, platform), ...backupSinks(db, members)],
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
    restore: () => [...restorableFrom(db, platform), ...backupSinks(db, members)],
    replay: () => (topics.length > 0 ? [{ ...entryOf(cluster, brokers[0]), note: keptOf(db, topics) }] : []),
    offsets: () =>
      mirrors.map(member => ({ ...memberEntry(member, destinationOf(db, member.of)), ...offsetNote(db, member.of) })),
    connectors: () => connectorsThere(db, platform, mirrors),
    registry: () => registriesThere(db, mirrors),
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

import type { Cluster, NodePool, Topic } from '../model/entities.ts'
import { placeKey, placeOf, knownValue, type Fact, type Known, type Place } from '../model/fact.ts'
import { clusterOf, poolsOf } from '../model/link.ts'
import { brokersSharing, stacksGiven } from '../model/link-key.ts'
import { quorumOf } from '../model/quorum.ts'
import { setting, type Settings } from '../model/settings.ts'
import { hostsOf, isLoopback } from '../text/hosts.ts'
import { folderOfChart, isDefault } from '../text/chart-paths.ts'
import { folderOf, foldersOf, type Uri } from '../text/uri.ts'
import { query, type Db } from './db.ts'

/** How many nodes of a kind a cluster has; undefined where no file says so for certain. */
export interface Brokers {
  readonly count: number
  /** Where the numbers stand. */
  readonly places: readonly Place[]
  readonly cluster: Cluster
  /** Told by an id that a template gives to each broker, not counted. */
  readonly byId?: true
}

/** The brokers of a cluster, also of the one that a pool belongs to: those of its pools with the broker role, else those that it counts itself. */
export const brokersOf = (db: Db, of: Cluster | NodePool): Brokers | undefined => {
  const cluster = clusterAround(db, of)
  return cluster && brokersIn(db, cluster)
}
const brokersIn = query((db, cluster: Cluster) => count(db, cluster, carriesBrokers, cluster.brokers))

/** The brokers that a cluster can put copies on: as they are counted, else the only one of a template with a fixed id, since a second one with the same id would not start. */
export const brokersForCopies = query(
  (db, cluster: Cluster): Brokers | undefined => brokersOf(db, cluster) ?? onlyById(cluster),
)

/** Whether there are fewer brokers than three copies need, and a variable that may be set otherwise does not count them. */
export const areTooFew = ({ count, places }: Brokers): boolean =>
  count === 1 || (count === 2 && places.every(({ usedBy }) => usedBy === undefined))

/** Whether the number of brokers stands where it is meant for what stands at a place: in the same file, or in what the chart of both comes with. */
export const areBeside = ({ places }: Brokers, at: Place): boolean =>
  places.every(place => place.file === at.file || (isDefaultOfChart(place) && chartOf(place) === chartOf(at)))

/** Whether something stands in the values that a chart comes with, and is used in one of its templates. */
const isDefaultOfChart = (place: Place): boolean => isDefault(place.file) && chartOf(place) !== undefined

/** The chart of a template, or of the one that uses what stands elsewhere. */
const chartOf = ({ file, usedBy }: Place): Uri | undefined => folderOfChart(usedBy?.file ?? file)

/** Whether a cluster, or the one that a topic is on, has one broker, as far as is known: no other can take its place. */
export function hasOneBroker(db: Db, of: Cluster | Topic): boolean {
  const link = of.kind === 'topic' ? clusterOf(db.estate, of) : ({ state: 'linked', to: of } as const)
  return link.state === 'linked' && brokersForCopies(db, link.to)?.count === 1
}

function onlyById(cluster: Cluster): Brokers | undefined {
  const { all } = cluster.settings
  const [first, ...others] = all.filter(({ key }) => key === 'broker.id' || key === 'node.id').map(({ value }) => value)
  // A variable of the process says nothing of the id: `${env:PASSWORD}` stands in the file of each broker.
  const isTemplate = all.some(({ value }) => value.state === 'unresolved' && /\{[{%]/.test(value.text))
  return isTemplate && first?.state === 'known' && /^\d+$/.test(first.value) && others.every(isSame(first.value))
    ? { count: 1, places: [first.at], cluster, byId: true }
    : undefined
}

const isSame =
  (text: string) =>
  (fact: Fact<string>): boolean =>
    knownValue(fact) === text

/** The voters of the metadata quorum of a cluster, counted like its brokers. */
export const controllersOf = (db: Db, of: Cluster | NodePool): Brokers | undefined => {
  const cluster = clusterAround(db, of)
  return cluster && controllersIn(db, cluster)
}
const controllersIn = query((db, cluster: Cluster) => count(db, cluster, votes, cluster.controllers))

function clusterAround({ estate }: Db, of: Cluster | NodePool): Cluster | undefined {
  if (of.kind === 'cluster') return of
  const link = clusterOf(estate, of)
  return link.state === 'linked' ? link.to : undefined
}

/** Whether a pool has brokers; pools of controllers alone hold no data. */
export const carriesBrokers = (pool: NodePool): boolean => knownValue(pool.roles)?.includes('broker') ?? true

/** Whether a pool has controllers. */
export const votes = (pool: NodePool): boolean => knownValue(pool.roles)?.includes('controller') ?? false

/** What spreads the brokers of a cluster over zones, where nothing tells Kafka of them: its replicas are placed as if all stood in one. */
export function spreadOverZones({ estate }: Db, cluster: Cluster): Known<string> | undefined {
  if (cluster.rack?.state !== 'absent') return undefined
  const { pools, ambiguous } = poolsOf(estate, cluster)
  const told = pools.filter(carriesBrokers).flatMap(({ spread }) => spread ?? [])
  return ambiguous ? cluster.spread : (cluster.spread ?? told[0])
}

function count(
  { estate }: Db,
  cluster: Cluster,
  counts: (pool: NodePool) => boolean,
  own: Fact<number> | undefined,
): Brokers | undefined {
  const { pools, ambiguous } = poolsOf(estate, cluster)
  // Which pools belong to a cluster that a template names, nobody knows; where none stands beside it, its own number counts.
  const countsItself =
    cluster.name.state === 'unresolved' &&
    own?.state === 'known' &&
    !estate.entities(cluster.file).some(({ kind }) => kind === 'node-pool')
  if ((ambiguous && !countsItself) || pools.some(pool => pool.roles.state === 'unresolved')) return undefined
  const itself = own ? (counts === carriesBrokers && membersWith(estate, cluster)) || [own] : []
  const facts = pools.length > 0 ? pools.filter(counts).map(pool => pool.nodes) : itself
  let sum = 0
  for (const fact of facts) {
    if (fact.state !== 'known') return undefined
    sum += fact.value
  }
  return sum > 0 ? { count: sum, places: facts.map(placeOf), cluster } : undefined
}

/** The numbers of the workloads of Kubernetes that run the brokers of a cluster together, one or several each: they keep their metadata in one place, and have numbers of their own, or one file that is changed before it is used. Undefined where there is only one. */
function membersWith(estate: Db['estate'], cluster: Cluster): Fact<number>[] | undefined {
  const quorum = quorumOf(cluster)
  if (quorum === undefined) return undefined
  const found = estate.find(brokersSharing(folderOf(cluster.file), quorum))
  if (found.length > mostWorkloads) return undefined
  const all = found.filter(({ namespace }) => namespace === cluster.namespace)
  if (all.length < 2) return undefined
  const ids = all.map(({ settings }) => brokerIdOf(settings))
  const places = new Map<string, Set<string>>()
  for (const id of ids) {
    if (id.state !== 'known') return undefined
    places.set(id.value, (places.get(id.value) ?? new Set()).add(placeKey(id.at)))
  }
  // Several that have one number are of different environments: nobody can tell how many each has.
  if ([...places.values()].some(({ size }) => size > 1))
    return places.size > 1 ? [{ state: 'unresolved', at: placeOf(cluster.name), text: '' }] : undefined
  // The list of voters counts all of them already.
  return all.some(({ brokers, settings }) => placeKey(placeOf(brokers)) === placeKey(placeOf(votersOf(settings))))
    ? undefined
    : all.map(({ brokers }) => brokers)
}

/** More than these are no cluster that somebody writes by hand. */
const mostWorkloads = 50

const votersOf = (settings: Settings): Fact<string> => setting(settings, 'controller.quorum.voters')

function brokerIdOf(settings: Settings): Fact<string> {
  const id = setting(settings, 'broker.id')
  return id.state === 'absent' ? setting(settings, 'node.id') : id
}

/** Whether a file of Compose starts all brokers of a cluster on its own machine: what they know of each other and what their clients are sent to are its services, or the machine itself. There replicas protect against nothing. */
export const standsInOneStack = query((db, cluster: Cluster): boolean => {
  const { hosts, spread, settings, listeners } = cluster
  if (hosts === undefined || spread || brokersOf(db, cluster) === undefined) return false
  const named = whereOthersAre.flatMap(key => hostsIn(setting(settings, key)))
  return (
    named.every(host => isLoopback(host) || hosts.includes(host)) &&
    // What its image advertises by itself, nobody knows.
    (named.length > 0 || listeners.length === 0 || listeners.some(({ type }) => knownValue(type) === 'loopback'))
  )
})

/** The brokers of the stacks that are given a file, or a folder that holds it. */
export const brokersGiven = ({ estate }: Db, file: Uri): readonly Cluster[] =>
  [file, ...foldersOf(file).map(folder => folder.slice(0, -1) as Uri)].flatMap(path => estate.find(stacksGiven(path)))

/** The broker of a stack that makes a topic by a script which it is given: each such stack has one, and the script goes to services of theirs. */
export function onlyBrokerGiven(db: Db, { file, reaches = [] }: Topic): Brokers | undefined {
  const stacks = brokersGiven(db, file)
  const all = stacks.flatMap(cluster => brokersForCopies(db, cluster) ?? [])
  const isAlone =
    all.length === stacks.length &&
    all.every(({ count }) => count === 1) &&
    stacks.every(({ hosts = [] }) => reaches.every(host => hosts.includes(host)))
  return isAlone ? all[0] : undefined
}

/** Whether brokers that know of each other send these and their clients to their own machine alone: all that there are run on it. Pods have a machine each. */
export const standsOnOwnMachine = query((_, cluster: Cluster): boolean => {
  const { hosts, spread, doors, site, settings } = cluster
  if (hosts !== undefined || spread || site || doors?.some(({ what }) => what === 'brokers')) return false
  const address = ownAddress(cluster)
  const keepers = whereOthersKeep.map(key => setting(settings, key)).filter(({ state }) => state !== 'absent')
  return (
    address.state === 'known' &&
    keepers.length > 0 &&
    keepers.every(({ state }) => state === 'known') &&
    [address, ...keepers].every(list => {
      const named = hostsIn(list)
      return named.length > 0 && named.every(host => isLoopback(host) && host !== anyAddress)
    })
  )
})

/** Where a broker sends its clients: where it advertises nothing, to what it listens at. */
export const ownAddress = ({ settings }: Cluster): Fact<string> =>
  ['advertised.listeners', 'advertised.host.name', 'listeners', 'host.name']
    .map(key => setting(settings, key))
    .find(({ state }) => state !== 'absent') ?? { state: 'absent', near: settings.near }

/** What somebody listens at who takes what comes in from anywhere. */
const anyAddress = '0.0.0.0'

/** What tells a broker where the metadata of its cluster is kept. */
const whereOthersKeep = ['zookeeper.connect', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers']

/** What tells a broker where its clients and the others are. */
const whereOthersAre = ['advertised.listeners', 'advertised.host.name', ...whereOthersKeep]

/** The hosts of a list of addresses; of a variable that somebody may set, what it is otherwise. */
const hostsIn = (list: Fact<string>): string[] =>
  list.state === 'absent'
    ? []
    : (list.state === 'known' ? list.value : list.text)
        .replace(/\$\{\w+:?-([^{}]*)\}/g, '$1')
        .split(',')
        .flatMap(hostsOf)

import type { Cluster, ConnectCluster, Connector, Entity, Peer, Topic } from '../model/entities.ts'
import { clusterOf, connectClusterOf, nearest, type Link } from '../model/link.ts'
import { knownValue } from '../model/fact.ts'
import { byName, clustersIn, scalersOf, stacksWith, workersIn } from '../model/link-key.ts'
import { baseName, folderOf, foldersOf, pathBelow, type Uri } from '../text/uri.ts'
import { readBootstrap } from '../text/bootstrap.ts'
import { hostsOf, isInside, isLoopback, namespaceOf, serviceOf } from '../text/hosts.ts'
import { folderOfChart } from '../text/chart-paths.ts'
import { bagsOf } from '../model/bags.ts'
import { setting } from '../model/settings.ts'
import { brokersGiven, brokersOf, carriesBrokers, ownAddress, standsInOneStack, standsOnOwnMachine } from './brokers.ts'
import { query, type Db } from './db.ts'
import { opennessOf, serviceBefore } from './exposure.ts'
import { clusterOfPeer } from './mirror.ts'
import { locateHost } from './location.ts'
import { isDevelopmentHost, isDevelopmentName, isProductionName, stageOfPath, type PathStage } from './stage-names.ts'

/**
 * Whether an entity plainly serves development or tests: it stands in a folder of tests below the folder that is reviewed, among examples under a name that stands for one's own, or with the one known broker of a stack or with several that one file starts on one machine,
 * or it connects to its own machine. Where nothing tells, it does not; a name that says production wins.
 */
export const isForDevelopment = query((db, entity: Entity): boolean => {
  const { examples } = stageOf(db, entity.file)
  return (
    isOfTests(db, entity) ||
    showsRefusal(entity) ||
    (!servesOthers(db, entity) && ((examples && standsForOnesOwn(entity)) || isOfSmallStack(db, entity)))
  )
})

/** Whether nothing of an entity runs as it stands, and nothing in sight says how many copies there are instead. */
export const isIdle = (db: Db, { idle }: Entity): boolean =>
  idle !== undefined && db.estate.find(scalersOf(idle)).length === 0

/** Whether an entity only shows that it is refused. */
export const showsRefusal = (entity: Entity): boolean => entity.kind === 'client' && entity.showsRefusal === true

/** Whether the transport of an entity matters little: it serves development or tests, or names say development and nothing of it is run by a cloud. */
export const folds = query(
  (db, entity: Entity): boolean =>
    isForDevelopment(db, entity) || (isCalledDevelopment(db, entity) && isOnOwnMachines(db, entity)),
)

/** Whether the durability of an entity matters little: that of a cluster of development and of its topics does wherever it runs. */
export const foldsDurability = query(
  (db, entity: Entity): boolean => folds(db, entity) || (ofCluster.has(entity.kind) && isCalledDevelopment(db, entity)),
)

/**
 * Whether access matters little as well: in tests, where names of two kinds say development, and to a cluster on machines of one's own that is called so, or all of whose brokers stand on one machine, which Compose starts or which they name to everybody; what Kubernetes runs, every pod of it reaches.
 * Nothing leads clients outside to it. It does not fold: each finding is a hint.
 */
export const isMild = query((db, entity: Entity): boolean => {
  const isPlain = isOfTests(db, entity) || isPlainlyDevelopment(db, entity)
  if (entity.kind !== 'cluster') return isPlain
  const isOwnMachine = entity.hosts !== undefined || standsOnOwnMachine(db, entity)
  const isOfDevelopers = foldsByNames(db, entity) || (isOwnMachine && isForDevelopment(db, entity))
  return (
    (isPlain || isOfDevelopers) &&
    entity.listeners.every(listener => opennessOf(listener).reach !== 'outside') &&
    !serviceBefore(db, entity)
  )
})

const ofCluster: ReadonlySet<Entity['kind']> = new Set(['cluster', 'node-pool', 'topic'])

/** Whether the names alone say so. What clients outside reach folds only then: a single broker may serve them. */
export const foldsByNames = query((db, entity: Entity): boolean => {
  if (isOfTests(db, entity)) return true
  if (servesOthers(db, entity)) return false
  const { examples } = stageOf(db, entity.file)
  return (examples && standsForOnesOwn(entity)) || (isCalledDevelopment(db, entity) && isOnOwnMachines(db, entity))
})

/** Whether names of two kinds say development, and none says production, whoever runs it: a folder and a namespace, a file and a host. */
export const isPlainlyDevelopment = query((db, entity: Entity): boolean => {
  if (servesOthers(db, entity)) return false
  const names = new Set(namesAround(entity).filter(isDevelopmentName))
  const hosts = hostsOfPeers(entity).some(host => !isInside(host) && isDevelopmentHost(host))
  const signs = Math.max(...filesOf(entity).map(file => stageOf(db, file).signs))
  return signs + names.size + (hosts ? 1 : 0) > 1
})

/** Whether names say development, and none says production: of a folder, the file, the namespace, the cluster. */
export const isCalledDevelopment = query(
  (db, entity: Entity): boolean =>
    !servesOthers(db, entity) &&
    (filesOf(entity).some(file => stageOf(db, file).development) ||
      namesAround(entity).some(name => isDevelopmentName(name))),
)

/** Whether a name says that others than developers are served: of a folder, the file, the namespace, the cluster. */
const servesOthers = query(
  (db, entity: Entity): boolean =>
    filesOf(entity).some(file => stageOf(db, file).production) ||
    namesAround(entity).some(name => isProductionName(name)),
)

/** The file of an entity, and those that tell it to what it connects: a file of values for a template. */
const filesOf = (entity: Entity): readonly Uri[] => [
  entity.file,
  ...peersOf(entity).flatMap(({ bootstrap }) => (bootstrap.state === 'known' ? [bootstrap.at.file] : [])),
]

/** The namespace of an entity and those of the services that it connects to, and what the cluster is called that it is, belongs to or connects to by an operator's address. */
function namesAround(entity: Entity): readonly string[] {
  const ofPeers = peersOf(entity).flatMap(({ bootstrap }) => {
    const named = readBootstrap((knownValue(bootstrap) ?? '').trim())
    return named ? [named.cluster, named.namespace] : []
  })
  const ofServices = hostsOfPeers(entity).map(namespaceOf)
  return [entity.namespace, ...ofPeers, ...ofServices, clusterCalled(entity)].filter(name => name !== undefined)
}

/** The hosts of the clusters that an entity says that it connects to. */
const hostsOfPeers = (entity: Entity): readonly string[] =>
  peersOf(entity).flatMap(({ bootstrap }) => hostsOf(knownValue(bootstrap) ?? ''))

function clusterCalled(entity: Entity): string | undefined {
  if (entity.kind === 'cluster') return knownValue(entity.name)
  return entity.kind === 'topic' || entity.kind === 'node-pool' ? knownValue(entity.cluster) : undefined
}

/** What the names above a file tell, below the folder that is reviewed. */
const stageOf = query((db, file: Uri): PathStage => {
  const root = db.estate.rootOf(file)
  return stageOfPath((root === undefined ? undefined : pathBelow(root, file)) ?? '')
})

/** Whether a file stands in a folder of tests below the folder that is reviewed. */
export const isForTests = (db: Db, file: Uri): boolean => stageOf(db, file).tests

/** Whether an entity stands in a folder of tests, or ends with the job that starts it: a broker, and what connects to nothing but services and its own machine. */
const isOfTests = query((db, entity: Entity): boolean => {
  const { tests, jobs } = stageOf(db, entity.file)
  if (tests || !jobs) return tests
  const hosts = hostsReached(entity)
  return entity.kind === 'cluster'
    ? !isRunByCloud(db, entity)
    : hosts.length > 0 && hosts.every(host => isLoopback(host) || /^[a-z0-9_-]+$/i.test(host))
})

/** Whether nobody runs a file as it stands: tests, jobs, and what is shown to readers. */
export const isForShow = (db: Db, file: Uri): boolean => {
  const { tests, jobs, shown } = stageOf(db, file)
  return tests || jobs || shown
}

/** Whether a file is to be copied and filled in before anything reads it. */
export const isSample = (db: Db, file: Uri): boolean => stageOf(db, file).sample

/** Whether a cluster says by its name that nothing of anybody's runs on it. What only production needs is a hint there. */
export const namesDevelopment = ({ name }: Cluster): boolean => isDevelopmentName(knownValue(name) ?? '')

/** Whether no cloud runs what an entity is or connects to, as far as is known: what developers share there is reached by others, too. A host outside is one of theirs by its own name alone. */
function isOnOwnMachines(db: Db, entity: Entity): boolean {
  const clusters = entity.kind === 'cluster' ? [entity] : clustersOf(db, entity).flatMap(mayMean)
  const isTheirs = (host: string): boolean =>
    isInside(host) || (isDevelopmentHost(host) && locateHost(host, db.knowledge).provider === undefined)
  return clusters.every(cluster => !isRunByCloud(db, cluster)) && hostsReached(entity).every(isTheirs)
}

/** Whether a cloud runs a cluster, as a service or on a machine of its own, as far as is known. */
const isRunByCloud = (db: Db, { site, file }: Cluster): boolean => site !== undefined || stageOf(db, file).cloud

/** Whether an entity is called as examples are: `my-cluster`. */
const standsForOnesOwn = ({ name }: Entity): boolean => /^my-[a-z]/.test(knownValue(name) ?? '')

/** Whether a cluster is a single broker that no cloud runs, or all its brokers are started on one machine, as far as is known. */
const standsOnOneMachine = (db: Db, cluster: Cluster): boolean =>
  !isRunByCloud(db, cluster) &&
  !servesOthers(db, cluster) &&
  !sendsOutside(cluster) &&
  (brokersOf(db, cluster)?.count === 1 ||
    votesAlone(cluster) ||
    hasOnePoolOfOne(db, cluster) ||
    standsInOneStack(db, cluster) ||
    standsOnOwnMachine(db, cluster))

/** Whether a cluster sends clients to a host that is known not to be inside its own network, and is no other name of its own stack. */
function sendsOutside(cluster: Cluster): boolean {
  const address = ownAddress(cluster)
  return (
    address.state === 'known' &&
    addressedIn(address.value).some(host => !isInside(host) && !cluster.hosts?.includes(host.toLowerCase()))
  )
}

/** Whether a broker is the only voter of its own quorum, whatever a template calls it: `{{ id }}@{{ host }}:9093`. */
function votesAlone({ settings }: Cluster): boolean {
  const roles = partsOfRoles(knownValue(setting(settings, 'process.roles')))
  const voters = setting(settings, 'controller.quorum.voters')
  const text = voters.state === 'unresolved' ? voters.text.replace(placeholders, 'x') : ''
  return roles.includes('broker') && roles.includes('controller') && /^[\w.-]+@[\w.-]+:[\w.-]+$/.test(text.trim())
}

const partsOfRoles = (roles = ''): readonly string[] => roles.split(',').map(role => role.trim().toLowerCase())

const placeholders = /\{\{[^{}]*\}\}|\$\{[^{}]*\}/g

/** Whether a cluster that a template names has beside it one pool of one node, which the same template gives to it. */
function hasOnePoolOfOne(db: Db, { name, file }: Cluster): boolean {
  if (name.state !== 'unresolved') return false
  const pools = db.estate.entities(file).filter(one => one.kind === 'node-pool')
  const [pool] = pools
  return (
    pool !== undefined &&
    pools.length === 1 &&
    pool.name.state === 'known' &&
    knownValue(pool.nodes) === 1 &&
    pool.cluster.state === 'unresolved' &&
    pool.cluster.text === name.text
  )
}

/** Whether all clusters of a file stand on one machine; undefined where it has none. */
const isOfOneMachine = query((db, file: Uri): boolean | undefined => {
  const clusters = db.estate.entities(file).filter(one => one.kind === 'cluster')
  return clusters.length === 0
    ? undefined
    : clusters.every(cluster => standsOnOneMachine(db, cluster) || cluster.shipped === true)
})

function isOfSmallStack(db: Db, entity: Entity): boolean {
  // Commands name the broker of the machine that they run on.
  if (entity.kind === 'topic' && isHere(entity)) return true
  if (entity.kind === 'cluster' && tellsOwnMachine(db, entity)) return true
  const own = entity.kind === 'schema' || entity.kind === 'record' ? undefined : isOfOneMachine(db, entity.file)
  if (own !== undefined) return own
  const workers = entity.kind === 'connector' ? workersOf(db, entity) : undefined
  if (workers) return !servesOthers(db, workers) && isOfSmallStack(db, workers)
  const clusters = clustersOf(db, entity)
  if (clusters.some(({ state }) => state !== 'none'))
    return clusters.every(link => mayMean(link).length > 0 && mayMean(link).every(one => standsOnOneMachine(db, one)))
  const only = onlyClusterAround(db, entity)
  if (only) return standsOnOneMachine(db, only)
  return (
    isBesideSmallStack(db, entity) ||
    isGivenToSmallStack(db, entity) ||
    connectsToStack(db, entity) ||
    isOfSmallChart(db, entity)
  )
}

/** Whether a topic is made on the machine that the command or the provider runs on. */
function isHere({ cluster, kafka }: Topic): boolean {
  const hosts = [cluster, ...(kafka ? [kafka.bootstrap] : [])].flatMap(fact => addressed(knownValue(fact)))
  return isLoopback(knownValue(cluster) ?? '') || (hosts.length > 0 && hosts.every(isLoopback))
}

/** Whether a broker, of how many nobody knows, sends its clients to their own machine, or keeps its records where a restart of the machine clears them and knows no ZooKeeper elsewhere. */
function tellsOwnMachine(db: Db, cluster: Cluster): boolean {
  if (brokersOf(db, cluster) !== undefined) return false
  const told = (key: string): string => {
    const fact = setting(cluster.settings, key)
    if (fact.state === 'absent') return ''
    // Whatever a template has for a port, its host is told.
    return fact.state === 'known' ? fact.value : fact.text.replace(portToFillIn, ':0')
  }
  const address = ownAddress(cluster)
  const hosts = address.state === 'known' ? addressedIn(address.value) : []
  const keepers = addressedIn(told('zookeeper.connect'))
  return (
    (hosts.some(isLoopback) && hosts.every(isInside)) ||
    (hosts.length === 0 && keepers.length > 0 && keepers.every(isLoopback) && /^\/tmp\//.test(told('log.dirs')))
  )
}

const portToFillIn = /:(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})(?=,|$)/g

const addressedIn = (list: string | undefined): readonly string[] =>
  (list ?? '').split(',').flatMap(one => addressed(one.trim()))

/** The clusters that an entity belongs to or connects to. */
function clustersOf(db: Db, entity: Entity): Link<Cluster>[] {
  switch (entity.kind) {
    case 'topic':
      return [clusterOf(db.estate, entity)]
    case 'node-pool':
      return carriesBrokers(entity) ? [clusterOf(db.estate, entity)] : []
    case 'connect-cluster':
    case 'client':
      return [clusterOfPeer(db, entity.kafka, entity)]
    case 'flow':
      return [clusterOfPeer(db, entity.source, entity), clusterOfPeer(db, entity.target, entity)]
    case 'connector': {
      const workers = workersOf(db, entity)
      return workers ? clustersOf(db, workers) : []
    }
    default:
      return []
  }
}

/** The only cluster that an operator's name which no file declares can mean: that of the nearest folder above with clusters, in the same namespace. */
function onlyClusterAround(db: Db, entity: Entity): Cluster | undefined {
  if (!namesOperatorsCluster(entity)) return undefined
  const [only, ...others] = nearestAbove(db, entity.file)
  return only && others.length === 0 && only.hosts === undefined && only.namespace === entity.namespace
    ? only
    : undefined
}

/** Whether an entity means its cluster as resources of an operator do: by a label, by an address, or as the one there is. */
const namesOperatorsCluster = (entity: Entity): boolean =>
  entity.kind === 'topic'
    ? (entity.namespace ?? knownValue(entity.cluster)) !== undefined &&
      !entity.engine &&
      !entity.reaches &&
      !entity.kafka
    : peersOf(entity).some(({ bootstrap }) => readBootstrap((knownValue(bootstrap) ?? '').trim()) !== undefined)

/** The clusters of the nearest folder that has any: the file's own, or one above it in what is reviewed. */
function nearestAbove(db: Db, file: Uri): readonly Cluster[] {
  const root = db.estate.rootOf(file)
  const above = root === undefined ? [] : foldersOf(file).filter(folder => folder.startsWith(root))
  return above.map(folder => db.estate.find(clustersIn(folder))).find(found => found.length > 0) ?? []
}

/** The workers that run a connector: those that it names, else, where it connects to nothing outside, the only ones of its folder. */
function workersOf(db: Db, connector: Connector): ConnectCluster | undefined {
  const named = connectClusterOf(db.estate, connector)
  if (named.state === 'linked') return named.to
  if (connector.connectCluster.state !== 'absent' || !hostsReached(connector).every(isInside)) return undefined
  const [only, ...others] = db.estate.find(workersIn(folderOf(connector.file)))
  return others.length === 0 ? only : undefined
}

/** Whether a file of a stack stands beside the file that has its broker, or all of them: Compose reads several as one, and a script that names no broker is run beside it, or in a folder below. */
function isBesideSmallStack(db: Db, entity: Entity): boolean {
  const { file } = entity
  const isScript = entity.kind === 'topic' && knownValue(entity.cluster) === undefined && /\.(?:sh|bash)$/i.test(file)
  const root = db.estate.rootOf(file)
  const below = root === undefined ? [] : foldersOf(file).filter(folder => folder.startsWith(root))
  const folders = [...(isCompose(file) || isScript ? [folderOf(file)] : []), ...(isScript ? below : [])]
  const clusters = folders
    .map(folder => db.estate.find(clustersIn(folder)).filter(cluster => isCompose(cluster.file)))
    .find(found => found.length > 0)
  return clusters?.every(cluster => standsOnOneMachine(db, cluster)) === true
}

/** Whether a stack on one machine is given the file of an entity that connects to nothing outside. */
function isGivenToSmallStack(db: Db, entity: Entity): boolean {
  if (entity.kind === 'schema' || entity.kind === 'record') return false
  const clusters = brokersGiven(db, entity.file)
  return (
    clusters.length > 0 &&
    hostsReached(entity).every(isInside) &&
    clusters.every(cluster => standsOnOneMachine(db, cluster))
  )
}

const isCompose = (file: Uri): boolean => /(?:^|[-_.])compose\b.*\.ya?ml$/i.test(baseName(file))

/** Whether all that an entity connects to is its own machine, or the services of one stack on one machine. */
function connectsToStack(db: Db, entity: Entity): boolean {
  const hosts = hostsReached(entity)
  const named = hosts.filter(host => !isLoopback(host) && !injectsFaults(host))
  if (hosts.length > 0 && named.length === 0) return true
  if (!named.every(isInside)) return false
  const inKubernetes = peersOf(entity).some(peer => peer.inKubernetes)
  const stacks = named.map(host =>
    nearest(entity, onePerFile(standingAt(db, host).filter(({ hosts }) => !inKubernetes || hosts === undefined))),
  )
  return (
    stacks.some(link => mayMean(link).length > 0) &&
    stacks.every(link => mayMean(link).every(({ file }) => isOfOneMachine(db, file) === true))
  )
}

/** The clusters that a host may mean: those of a stack with a service of that name, and those that send their clients there, where it is known how many brokers they have; else those of a workload that is called so, or like it without what services of Kubernetes end with. */
function standingAt(db: Db, host: string): readonly Cluster[] {
  const service = serviceOf(host)
  const known = db.estate
    .find(stacksWith(service))
    .filter(cluster => cluster.hosts?.includes(host) ?? brokersOf(db, cluster) !== undefined)
  if (known.length > 0) return known
  return [service, service.replace(/-(?:service|svc|headless)$/, '')]
    .flatMap(name => db.estate.find(byName('cluster', name)))
    .filter(({ hosts }) => hosts === undefined)
}

/** Whether an entity of a chart's templates, which names no broker that is known, stands beside the brokers of the same chart, which are one wherever their number is told. */
function isOfSmallChart(db: Db, entity: Entity): boolean {
  const chart = folderOfChart(entity.file)
  if (chart === undefined || hostsReached(entity).length > 0) return false
  const clusters = [chart, folderOf(entity.file)].flatMap(folder => db.estate.find(clustersIn(folder)))
  const counted = clusters.filter(cluster => brokersOf(db, cluster) !== undefined || hasOnePoolOfOne(db, cluster))
  return counted.length > 0 && counted.every(cluster => standsOnOneMachine(db, cluster))
}

/** Whether the operation of an entity is of no account: nobody has filled it in, or nothing of it runs. */
export const isOfNoAccount = query((db, entity: Entity): boolean => isUnfilled(entity) || isIdle(db, entity))

/** Whether a mirror knows no other machine than its own: the clusters fail together. What it says of copies and of transport folds. */
export const staysHere = (entity: Entity): boolean =>
  entity.kind === 'flow' &&
  peersOf(entity).every(({ bootstrap }) => {
    const hosts = hostsOf(knownValue(bootstrap) ?? '')
    return hosts.length > 0 && hosts.every(isLoopback)
  })

/** Whether nobody has filled in where something connects to: it stands as its sample does. */
function isUnfilled(entity: Entity): boolean {
  const peers = peersOf(entity)
  return (
    peers.length > 0 &&
    peers.every(
      ({ bootstrap }) => /\w/.test(knownValue(bootstrap) ?? '') && hostsOf(knownValue(bootstrap) ?? '').length === 0,
    )
  )
}

/** The hosts that an entity says that it connects to. */
const hostsReached = (entity: Entity): readonly string[] => [
  ...new Set([
    ...(entity.kind === 'topic' ? (entity.reaches ?? []) : []),
    ...peersOf(entity).flatMap(({ bootstrap }) => addressed(knownValue(bootstrap))),
    ...bagsOf(entity).flatMap(({ all }) =>
      all.flatMap(({ key, value }) =>
        /\bhostname$/.test(key) ? hostsOf(knownValue(value) ?? '') : addressed(knownValue(value)),
      ),
    ),
  ]),
]

/** Whether a host is a proxy that tests put between to break connections. */
const injectsFaults = (host: string): boolean => /^toxiproxy(?:[.-]|$)/.test(host)

/** The clusters that an entity says that it connects to. */
function peersOf(entity: Entity): readonly Peer[] {
  if (entity.kind === 'flow') return [entity.source, entity.target]
  return entity.kind === 'client' || entity.kind === 'connect-cluster' ? [entity.kafka] : []
}

/** What a link may lead to: where several stacks are equally near, each of them. */
function mayMean(link: Link<Cluster>): readonly Cluster[] {
  if (link.state === 'ambiguous') return link.candidates
  return link.state === 'linked' ? [link.to] : []
}

/** The hosts of a value that is an address: a URL, or a list of hosts with ports; a text that holds one, as a statement of SQL may, is none. */
const addressed = (value: string | undefined): readonly string[] =>
  value !== undefined && /^[^\s:]*(?::[^\s:]+)?:\/\/|^[\w.-]+:\d+(?:,|$)/.test(value.trim()) ? hostsOf(value) : []

const onePerFile = (clusters: readonly Cluster[]): Cluster[] => [
  ...new Map(clusters.map(cluster => [cluster.file, cluster])).values(),
]

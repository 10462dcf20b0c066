import type { Cluster, Door, Entity, Topic } from '../../model/entities.ts'
import {
  asInteger,
  knownValue,
  partsOf,
  placeKey,
  placeOf,
  type Fact,
  type Known,
  type Unresolved,
} from '../../model/fact.ts'
import { quorumIn } from '../../model/quorum.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { groupBy } from '../../text/order.ts'
import { readApplicationVariables } from '../application/read.ts'
import type { Cursor } from '../position.ts'
import { ownBrokerSettings } from '../own/clients.ts'
import { brokerKeys } from '../own/spelling.ts'
import { part } from '../properties/bag.ts'
import { brokersByVoters, isBroker, readBroker } from '../properties/broker.ts'
import { readClient, readDebeziumServer, readWorker } from '../properties/read.ts'
import {
  mountsInStack,
  namesInStack,
  findVariables,
  readContainers,
  readVariablesFile,
  type Container,
  type Elsewhere,
} from './containers.ts'
import { turnedOff } from '../values.ts'
import { settingsBehind } from './variables.ts'

/** Reads what programs are told by variables, wherever a document of YAML lists them: brokers, Connect workers, what stands around them, applications. */
export const readEnvironments = (root: Cursor, elsewhere?: Elsewhere): readonly Entity[] =>
  readAll(root, readContainers(root, elsewhere) ?? findVariables(root))

/** Reads the variables that stand in a tree of another language, wherever they do; `title` is what holds them, `refers` how a value there refers to another. */
export const readVariablesIn = (root: Cursor, title: Known<string>, refers: Settings['refers']): readonly Entity[] =>
  readAll(root, findVariables(root, title, refers))

/** Reads a file of variables, which Compose or a shell gives to some program. */
export const readDotenv = (root: Cursor): readonly Entity[] => readAll(root, [readVariablesFile(root)])

interface Running {
  readonly container: Container
  readonly bag: Settings
  readonly cluster: string
}

/** One broker of each file of variables that several programs are given: no two tell the same address. It is the one whose image is a broker's, else the first. */
function brokersAmong(running: readonly Running[]): Running[] {
  const byAddress = new Map<string, Running>()
  const addressOf = ({ bag }: Running): string | undefined => {
    const told = setting(bag, 'advertised.listeners')
    return told.state === 'known' ? placeKey(told.at) : undefined
  }
  for (const one of running) {
    const address = addressOf(one)
    const before = address === undefined ? undefined : byAddress.get(address)
    if (address !== undefined && (!before || (one.container.broker && !before.container.broker)))
      byAddress.set(address, one)
  }
  return running.filter(one => {
    const address = addressOf(one)
    return address === undefined || byAddress.get(address) === one
  })
}

/** Reads what containers of one document are told; of those that are turned off, each by itself. */
export function readAll(root: Cursor, containers: readonly Container[]): readonly Entity[] {
  return [
    ...readTogether(
      root,
      containers.filter(({ off }) => !off),
    ),
    ...containers.flatMap(one => (one.off ? turnedOff(readTogether(root, [one]), one.off) : [])),
  ]
}

function readTogether(root: Cursor, containers: readonly Container[]): readonly Entity[] {
  const running = containers.flatMap(container => {
    const bag = brokerBag(container)
    if (runsBroker(bag, container)) return [{ container, bag, cluster: clusterKey([bag]) }]
    const inFile = container.told?.settings
    if (inFile && isBroker(inFile)) return [{ container, bag: inFile, cluster: clusterKey([inFile]) }]
    // What the image decides by itself is not in the file.
    const open: Unresolved = { state: 'unresolved', at: container.name.at, text: '' }
    return container.broker && hasNumber(bag) && !hasKey(bag, 'bootstrap.servers') && !isCalledByBroker(bag)
      ? [{ container, bag: { ...bag, open }, cluster: clusterKey([bag, settingsBehind(container.variables, '')]) }]
      : []
  })
  const { file } = root.document
  const brokers = brokersAmong(running)
  const ofContainer = new Map(brokers.map(one => [one.container, one]))
  const together = groupBy(
    brokers.filter(({ bag }) => carries(bag)),
    ({ cluster }) => cluster,
  )
  const counts = new Map([...together].map(([cluster, some]) => [cluster, brokersOf(some)]))
  const stack = { hosts: namesInStack(root), mounts: mountsInStack(root) }
  return containers.flatMap((container): readonly Entity[] => {
    const { name, extent, namespace, count, reachedAs } = container
    const named = {
      name,
      file,
      extent,
      ...(namespace === undefined ? {} : { namespace }),
      ...(knownValue(count) === 0 ? { idle: reachedAs?.[0] ?? name.value } : {}),
    }
    const broker = ofContainer.get(container)
    if (broker) {
      return [
        {
          ...readBroker(named, broker.bag, {
            brokers: (counts.get(broker.cluster) ?? brokersOf([]))(name),
            version: container.version,
            ...(container.storage ? { storage: container.storage } : {}),
          }),
          ...inStack(container, stack),
        },
        ...readCreated(container, named),
      ]
    }
    if (container.redpanda) return [redpandaOf(container, named, containers, stack)]
    const ownWay = [...readWorkers(container, named), ...readOthers(container, named)]
    return (ownWay.length > 0 ? ownWay : readApplicationVariables(told(container), named)).map(entity =>
      withDoor(entity, container),
    )
  })
}

/** What the program of a container is told by variables, and behind dashes. */
const told = ({ variables, flags = [] }: Container): Settings =>
  flags.length > 0 ? { ...variables, all: [...variables.all, ...flags] } : variables

/** A worker or a console with its way in, where it asks for no login: what may be said of that elsewhere leaves it open. */
function withDoor(entity: Entity, container: Container): Entity {
  const { name, console, variables } = container
  if (entity.kind === 'client' && console) {
    const way = wayIn(container)
    return way ? { ...entity, doors: [{ what: 'console', at: console.at, ...way }] } : entity
  }
  if (entity.kind !== 'connect-cluster' || variables.open) return entity
  const asks = entity.settings.all.some(({ key }) => /^(?:rest\.extension\.|listeners\.https\.)/.test(key))
  const own = knownValue(setting(entity.settings, 'rest.port')) ?? defaultRestPort
  const way = asks ? undefined : wayIn(container, own)
  return way ? { ...entity, doors: [{ what: 'rest', at: name.at, ...way }] } : entity
}

/** The port of the REST interface of a worker: ConnectConfig. */
const defaultRestPort = '8083'

/** How somebody outside reaches a program, or one port of it: by the names that entrances find it by, or by a port of its machine. */
function wayIn({ reachedAs, labels, published }: Container, behind?: string): Partial<Door> | undefined {
  if (reachedAs) return { reachedAs, ...(labels ? { labels } : {}) }
  const one = published?.find(({ behind: port }) => behind === undefined || port === behind)
  return one && { at: one.at, published: one.port }
}

/** A broker of Redpanda, as far as its container tells: how it listens and whom it lets in may stand in a file of its own. */
function redpandaOf(container: Container, named: NamedEntity, all: readonly Container[], stack: Stack): Cluster {
  const { name } = container
  const open: Unresolved = { state: 'unresolved', at: name.at, text: '' }
  const brokers = all.filter(one => one.redpanda)
  const together = brokers.some(one => one.redpanda?.seeds) ? brokers : [container]
  return {
    kind: 'cluster',
    ...named,
    engine: { state: 'known', value: 'redpanda', at: name.at },
    version: { state: 'absent', near: name.at },
    brokers: countOf(together)(name),
    storage: [],
    listeners: container.redpanda?.listeners ?? [],
    authorization: open,
    settings: { all: [], near: name.at, open },
    ...inStack(container, stack),
  }
}

type Stack = Required<Pick<Cluster, 'hosts' | 'mounts'>>

/** What a broker has around it: the names in its stack, the files that this is given, what places it on one of several machines, and by which names services of Kubernetes find it. */
const inStack = (
  { name, spread, reachedAs, labels }: Container,
  { hosts, mounts }: Stack,
): Pick<Cluster, 'hosts' | 'mounts' | 'spread' | 'doors'> => ({
  ...(hosts.length > 0 ? { hosts } : {}),
  ...(mounts.length > 0 ? { mounts } : {}),
  ...(spread ? { spread } : {}),
  ...(reachedAs ? { doors: [{ what: 'brokers', at: name.at, reachedAs, ...(labels ? { labels } : {}) }] } : {}),
})

/** Bitnami's images have a prefix of their own; where the names are not those of an image, they tell by what they mean. */
function brokerBag({ variables, partial }: Container): Settings {
  const own = settingsBehind(variables, 'KAFKA_CFG_')
  const plain = settingsBehind(variables, 'KAFKA_')
  const ids = plain.all.filter(({ key }) => key === 'broker.id' || key === 'node.id')
  const bag = own.all.length > 0 ? { ...own, all: [...ids, ...own.all, ...readBeside(own, plain)] } : plain
  if (bag.all.some(({ key }) => key === 'listeners' || key === 'advertised.listeners')) return bag
  if (!partial && bag.all.filter(({ key }) => brokerKeys.has(key)).length < 2) return bag
  const meant = ownBrokerSettings(
    variables.all.map(({ key, keyPlace, value }) => ({ steps: [key], written: key, keyPlace, value })),
  )
  return { ...bag, all: [...bag.all, ...meant] }
}

/** What an image of somebody's own reads without the word that those beside it have: where it takes its listeners so, the others as well. Of Bitnami's own, the passwords. */
function readBeside(own: Settings, plain: Settings): readonly Setting[] {
  const isOwnImage = hasKey(plain, 'listeners') && !hasKey(own, 'listeners')
  return plain.all.filter(({ key }) =>
    isOwnImage ? !/^(?:cfg\.|broker\.id$|node\.id$)/.test(key) && !hasKey(own, key) : bitnamiPasswords.has(key),
  )
}

/** Variables of Bitnami's image that its own scripts read. Source: bitnami/containers, bitnami/kafka/README.md, 2026-11-23. */
const bitnamiPasswords: ReadonlySet<string> = new Set([
  'client.passwords',
  'inter.broker.password',
  'controller.password',
  'certificate.password',
  'zookeeper.password',
])

/** Whether a container runs a broker or a controller; one that only has Kafka's tools may have the variables with words in them. */
function runsBroker(bag: Settings, { partial }: Container): boolean {
  if (partial && bag.all.filter(({ key }) => brokerKeys.has(key)).length > 1) return true
  if (!hasNumber(bag)) return false
  if (hasKey(bag, 'advertised.host.name') && hasKey(bag, 'zookeeper.connect')) return true
  return ['process.roles', 'advertised.listeners', 'broker.id', 'listeners'].some(key => hasKey(bag, key))
}

const hasKey = (bag: Settings, key: string): boolean => bag.all.some(one => one.key === key)

/** What is written for a broker's number is one, or a shell is to work it out. */
function hasNumber(bag: Settings): boolean {
  const id = setting(bag, 'broker.id')
  return id.state !== 'known' || /^-?\d+$|[$`]/.test(id.value)
}

/** Containers that only have the image for its tools say where the broker is, in variables of their own. */
const isCalledByBroker = ({ all }: Settings): boolean =>
  all.some(({ key }) => /(?:bootstrap|brokers?(?:\.list)?$)/.test(key))

/** The topics that an image makes when it starts: `name:partitions:replicas[:policy]`, several behind commas. */
function readCreated({ variables }: Container, named: NamedEntity): Topic[] {
  const list = setting(variables, 'KAFKA_CREATE_TOPICS')
  if (list.state !== 'known') return []
  return partsOf(list, ',').flatMap((part): Topic[] => {
    const [name, partitions, factor, policy] = partsOf(part, ':')
    if (!name) return []
    const near = name.at
    return [
      {
        kind: 'topic',
        ...named,
        name,
        cluster: { ...named.name, at: near },
        partitions: partitions ? asInteger(partitions) : { state: 'absent', near },
        replicationFactor: factor ? asInteger(factor) : { state: 'absent', near },
        settings: { all: policy ? [{ key: 'cleanup.policy', keyPlace: policy.at, value: policy }] : [], near },
      },
    ]
  })
}

/** Whether a variable decides which of several a broker is, or who votes, and nobody says how many run here: the same file starts the others elsewhere. */
const isFilledIn = ({ container: { count, name }, bag: { all } }: Running): boolean =>
  placeOf(count) === name.at && all.some(({ key, value }) => value.state === 'unresolved' && ofOneOfSeveral.has(key))

const ofOneOfSeveral: ReadonlySet<string> = new Set(['node.id', 'broker.id', 'controller.quorum.voters'])

const carries = (bag: Settings): boolean => knownValue(setting(bag, 'process.roles'))?.includes('broker') ?? true

/** What brokers of one cluster have in common; an image may take it by a name without a prefix. */
const clusterKey = (bags: readonly Settings[]): string => bags.map(quorumIn).find(value => value !== undefined) ?? ''

/** How many some containers are, told to each of them by its name. */
function countOf(containers: readonly Container[]): (name: Known<string>) => Fact<number> {
  let sum = 0
  for (const { count } of containers) {
    if (count.state !== 'known') return name => ({ state: 'unresolved', at: name.at, text: '' })
    sum += count.value
  }
  const [first, ...others] = containers
  // Of one, its number stands where it is written.
  const at = others.length === 0 && first?.count.state === 'known' ? first.count.at : first?.name.at
  return name => ({ state: 'known', value: sum, at: at ?? name.at })
}

/** Whether brokers say neither whom they belong to nor, by different numbers, that they belong together: an image may start each as a cluster of its own. */
const mayStandAlone = (together: readonly Running[]): boolean =>
  together.length > 1 &&
  together[0]?.cluster === '' &&
  new Set(together.flatMap(({ bag }) => knownValue(numberOf(bag)) ?? [])).size < together.length

const numberOf = (bag: Settings): Fact<string> => {
  const id = setting(bag, 'broker.id')
  return id.state === 'absent' ? setting(bag, 'node.id') : id
}

/** How many brokers run together, asked once for all of them and told to each: nobody knows where one of them is one of several that are started elsewhere. */
function brokersOf(together: readonly Running[]): (name: Known<string>) => Fact<number> {
  if (together.some(isFilledIn) || mayStandAlone(together))
    return name => ({ state: 'unresolved', at: name.at, text: '' })
  const countFor = countOf(together.map(({ container }) => container))
  const [first] = together
  return name => {
    const count = countFor(name)
    // Where a variable says how many of each run, the list of voters, which all have, counts them.
    return count.state === 'unresolved' && first
      ? brokersByVoters(setting(first.bag, 'controller.quorum.voters'), first.bag, count)
      : count
  }
}

type NamedEntity = Parameters<typeof readWorker>[0]

/** Kafka Connect: the image of Confluent has a prefix for all settings, that of Debezium none for the first ones. */
function readWorkers({ variables, told }: Container, named: NamedEntity): readonly Entity[] {
  if (told) return readWorker(named, told.settings)
  const prefixed = settingsBehind(variables, 'CONNECT_')
  const topics = ['config.storage.topic', 'offset.storage.topic']
  const has = (bag: Settings): boolean => topics.some(topic => bag.all.some(({ key }) => key === topic))
  if (has(prefixed)) return readWorker(named, prefixed)
  const bare = settingsBehind(variables, '')
  return has(bare) && bare.all.some(({ key }) => key === 'bootstrap.servers')
    ? readWorker(named, { ...bare, all: [...bare.all, ...prefixed.all] })
    : []
}

/** Registries, ksqlDB, the Control Center, the REST proxy: programs that keep something in Kafka; Debezium without Connect. */
function readOthers({ variables }: Container, named: NamedEntity): readonly Entity[] {
  const bare = settingsBehind(variables, '')
  if (hasKey(bare, 'debezium.source.connector.class')) return readDebeziumServer(named, bare)
  return ['SCHEMA_REGISTRY_', 'KSQL_', 'CONTROL_CENTER_', 'KAFKA_REST_'].flatMap(prefix => {
    const bag = settingsBehind(variables, prefix)
    const own = prefix === 'SCHEMA_REGISTRY_' ? { ...part(bag, 'kafkastore.'), near: bag.near } : bag
    return own.all.some(({ key }) => key === 'bootstrap.servers') ? readClient(named, own) : []
  })
}

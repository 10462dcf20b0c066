import type { Cluster } from '../../model/entities.ts'
import { asBoolean, mapFact, partsOf, knownValue, type Fact, type Known, type Place } from '../../model/fact.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { readListeners } from './listeners.ts'

/** Keys that nobody has but a broker or a controller. */
const own = new Set([
  'broker.id',
  'process.roles',
  'controller.quorum.voters',
  'controller.quorum.bootstrap.servers',
  'inter.broker.listener.name',
  'security.inter.broker.protocol',
  'sasl.mechanism.inter.broker.protocol',
  'advertised.listeners',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'elasticstream.enable',
])

/** Keys of a broker that other programs have too: two of them make one. */
const shared = new Set([
  'node.id',
  'log.dirs',
  'log.dir',
  'listeners',
  'zookeeper.connect',
  'default.replication.factor',
  'min.insync.replicas',
  'num.partitions',
  'num.network.threads',
  'auto.create.topics.enable',
  'delete.topic.enable',
  'unclean.leader.election.enable',
  'message.max.bytes',
])

/** What a broker notes of itself beside its records, in `meta.properties`: nothing of it is a setting. A template's own lines are none either. */
const identity = new Set(['version', 'broker.id', 'node.id', 'cluster.id', 'directory.id'])

/** What a line of a template begins with, in a text of properties, is no setting: settings have dots, but for the listeners. */
const isSetting = /^(?:[\w-]+(?:\.[\w-]+)+|listeners)$/

/** Whether these are settings of a broker. What has to be told where the brokers or the schemas are is none, whatever else it has of theirs. */
export function isBroker({ all }: Settings): boolean {
  const keys = new Set(all.map(({ key }) => key))
  if (keys.has('version') && [...keys].every(key => identity.has(key) || !isSetting.test(key))) return false
  if (keys.has('bootstrap.servers') || keys.has('schema.registry.url'))
    return ['broker.id', 'process.roles', 'log.dirs'].some(key => keys.has(key))
  if ([...keys].some(key => own.has(key))) return true
  return [...keys].filter(key => shared.has(key) || key.startsWith('log.retention.')).length > 1
}

/** Settings that brokers alone heed: a process that is a controller only has no records to keep, and takes none. */
const ofBrokers =
  /^(?:log\.(?!dirs?$)|offsets\.|transaction\.|group\.|share\.|fetch\.|replica\.|inter\.broker\.|confluent\..*\btopic\.replica)/

/** Whether a process has no topics. */
const isControllerOnly = (bag: Settings): boolean =>
  knownValue(setting(bag, 'process.roles'))?.trim().toLowerCase() === 'controller'

/** Reads the settings of a broker as those of its cluster; how many others there are stands elsewhere. */
export function readBroker(
  entity: Pick<Cluster, 'name' | 'file' | 'extent'>,
  bag: Settings,
  container?: { readonly brokers?: Fact<number>; readonly version: Fact<string>; readonly storage?: Known<string> },
): Cluster {
  const voters = setting(bag, 'controller.quorum.voters')
  const heeded = isControllerOnly(bag) ? ofController(bag) : bag
  return {
    kind: 'cluster',
    ...entity,
    engine: container?.version.state === 'known' ? ofKafka(container.version.at) : engineOf(bag, entity.name),
    version: container?.version ?? { state: 'absent', near: bag.near },
    brokers:
      container?.brokers?.state === 'known' ? container.brokers : brokersByVoters(voters, bag, container?.brokers),
    ...(voters.state === 'known' ? { controllers: mapFact(voters, () => partsOf(voters, ',').length) } : {}),
    storage: container?.storage ? [container.storage] : [],
    listeners: readListeners(bag, container?.brokers !== undefined),
    authorization: setting(bag, 'authorizer.class.name'),
    settings: { ...heeded, all: [...heeded.all, ...heeded.all.flatMap(storesOf)] },
  }
}

/** What a controller heeds; what its brokers are told stands elsewhere. */
const ofController = (bag: Settings): Settings => ({
  ...bag,
  all: bag.all.filter(({ key }) => !ofBrokers.test(key)),
  open: bag.open ?? { state: 'unresolved', at: bag.near, text: 'what the brokers are told' },
})

/** Where every voter is a broker too, there are as many brokers as voters: that is so where this one is both. */
export function brokersByVoters(voters: Fact<string>, bag: Settings, otherwise?: Fact<number>): Fact<number> {
  const roles = knownValue(setting(bag, 'process.roles')) ?? ''
  return voters.state === 'known' && /broker/i.test(roles) && /controller/i.test(roles)
    ? mapFact(voters, () => partsOf(voters, ',').length)
    : (otherwise ?? { state: 'absent', near: bag.near })
}

/** Whose version is Kafka's is Kafka. */
const ofKafka = (at: Place): Known<string> => ({ state: 'known', value: 'kafka', at })

/** AutoMQ is a Kafka whose storage is switched over. */
function engineOf(bag: Settings, name: Fact<string>): Fact<string> {
  const switched = asBoolean(setting(bag, 'elasticstream.enable'))
  if (switched.state === 'unresolved') return switched
  return {
    state: 'known',
    value: knownValue(switched) === true ? 'automq' : 'kafka',
    at: name.state === 'absent' ? bag.near : name.at,
  }
}

/** The region and the endpoint of AutoMQ's stores, `0@s3://bucket?region=x&endpoint=y`, as if they were settings of their own. */
function storesOf({ key, keyPlace, value }: Setting): Setting[] {
  if (!/^s3\.(?:data\.buckets|ops\.buckets|wal\.path)$/.test(key) || value.state !== 'known') return []
  return partsOf(value, ',').flatMap(store =>
    partsOf(store, '?')
      .slice(1)
      .flatMap(query => partsOf(query, '&'))
      .flatMap((pair): Setting[] => {
        const [name, inner] = partsOf(pair, '=') as [Known<string>?, Known<string>?]
        return name && inner && ['region', 'endpoint'].includes(name.value)
          ? [{ key: `${key}.s3.${name.value}`, keyPlace, value: inner }]
          : []
      }),
  )
}

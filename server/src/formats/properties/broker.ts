import type { Cluster } from '../../model/entities.ts'
import { asBoolean, mapFact, partsOf, knownValue, type Fact, type Known } from '../../model/fact.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { readListeners } from './listeners.ts'

/** Keys of which only a broker or a controller has any. */
const own = new Set([
  'broker.id',
  'node.id',
  'process.roles',
  'controller.quorum.voters',
  'controller.quorum.bootstrap.servers',
  'log.dirs',
  'zookeeper.connect',
  'inter.broker.listener.name',
  'advertised.listeners',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'default.replication.factor',
  'elasticstream.enable',
])

/** Whether these are settings of a broker. */
export const isBroker = ({ all }: Settings): boolean =>
  all.some(({ key }) => own.has(key) || key.startsWith('log.retention.'))

/** Reads the settings of a broker as those of its cluster; how many others there are stands elsewhere. */
export function readBroker(
  entity: Pick<Cluster, 'name' | 'file' | 'extent'>,
  bag: Settings,
  container?: { readonly brokers: Fact<number>; readonly version: Fact<string> },
): Cluster {
  const voters = setting(bag, 'controller.quorum.voters')
  return {
    kind: 'cluster',
    ...entity,
    engine: engineOf(bag, entity.name),
    version: container?.version ?? { state: 'absent', near: bag.near },
    brokers: container?.brokers ?? { state: 'absent', near: bag.near },
    ...(voters.state === 'known' ? { controllers: mapFact(voters, () => partsOf(voters, ',').length) } : {}),
    storage: [],
    listeners: readListeners(bag, container !== undefined),
    authorization: setting(bag, 'authorizer.class.name'),
    settings: { ...bag, all: [...bag.all, ...bag.all.flatMap(storesOf)] },
  }
}

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

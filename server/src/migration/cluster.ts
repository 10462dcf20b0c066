import { say } from '../words/message.ts'
import { inForceAt } from '../assess/engine.ts'
import type { Db } from '../assess/db.ts'
import type { Cluster } from '../model/entities.ts'
import { knownValue, type Place } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { Inventory } from './items.ts'
import type { Questions } from './questions.ts'
import { resource, type Resource, type Value } from './resource.ts'

/** Brokers that a cluster on one's own ground has at least. */
const fewestBrokers = 3

/** What Strimzi sets itself and takes from nobody: beginnings of keys. As its documentation lists them for `Kafka.spec.kafka.config`. */
const managed =
  /^(?:listeners|advertised\.|broker\.|listener\.|host\.name|port|inter\.broker\.|sasl\.|ssl\.|security\.|password\.|log\.dir|zookeeper\.|authorizer\.|super\.user|cruise\.control\.metrics\.topic|cruise\.control\.metrics\.reporter\.bootstrap\.servers|node\.id|process\.roles|controller\.|metadata\.log\.dir|log\.message\.format\.version|allow\.everyone\.if\.no\.acl\.found)/

/** How many copies of what there are on three brokers, whatever there were before. */
const durable: readonly (readonly [string, number])[] = [
  ['default.replication.factor', 3],
  ['min.insync.replicas', 2],
  ['offsets.topic.replication.factor', 3],
  ['transaction.state.log.replication.factor', 3],
  ['transaction.state.log.min.isr', 2],
  ['share.coordinator.state.topic.replication.factor', 3],
  ['share.coordinator.state.topic.min.isr', 2],
]

/** What differs between the engines where nobody writes it. */
const written: readonly string[] = ['auto.create.topics.enable', 'unclean.leader.election.enable', 'num.partitions']

/** The node pools and the cluster. */
export function clusterResources(
  { cluster, name: source, rights, topics }: Inventory,
  name: string,
  scram: boolean,
  db: Db,
  questions: Questions,
): Resource[] {
  const known = knownValue(cluster.brokers)
  const brokers = Math.max(fewestBrokers, known ?? fewestBrokers)
  const at = [placeOfCluster(cluster)]
  if (known === undefined) questions.decide(say('ask.brokers', { count: brokers }), at)
  const size = questions.value('BROKER_STORAGE', say('ask.storageSize', { cluster: source }), at)
  const storageClass = questions.value('STORAGE_CLASS', say('ask.storageClass'))
  if (cluster.settings.open) questions.decide(say('ask.brokerSettings', { cluster: source }), at)
  questions.decide(say('ask.outsideClients'))
  questions.decide(say('ask.zones'))
  const guarded = new Set(rights.filter(({ type }) => type === 'topic').map(({ resource: of }) => of))
  const prefixes = rights.filter(({ type, prefix }) => type === 'topic' && prefix).map(({ resource: of }) => of)
  const open = topics
    .map(topic => topic.name)
    .filter(one => !guarded.has(one) && !prefixes.some(prefix => one.startsWith(prefix)))
  if (open.length > 0) questions.decide(say('ask.openTopics', { topics: open }))
  const volume = (gigabytes: string): Value => ({
    type: 'jbod',
    volumes: [
      {
        id: 0,
        type: 'persistent-claim',
        size: gigabytes,
        class: storageClass,
        deleteClaim: false,
        kraftMetadata: 'shared',
      },
    ],
  })
  return [
    resource('KafkaNodePool', `${name}-controllers`, name, {
      replicas: 3,
      roles: ['controller'],
      storage: volume('20Gi'),
    }),
    resource('KafkaNodePool', `${name}-brokers`, name, { replicas: brokers, roles: ['broker'], storage: volume(size) }),
    resource('Kafka', name, undefined, {
      kafka: {
        listeners: [
          { name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } },
          ...(scram
            ? [{ name: 'scram', port: 9094, type: 'internal', tls: true, authentication: { type: 'scram-sha-512' } }]
            : []),
        ],
        authorization: { type: 'simple' },
        config: brokerSettings(cluster, db, questions),
      },
      entityOperator: { topicOperator: {}, userOperator: {} },
    }),
  ]
}

function brokerSettings(cluster: Cluster, db: Db, questions: Questions): Value {
  const fixed = new Map<string, Value>(durable)
  const carried = new Map<string, Value>()
  for (const { key, value } of cluster.settings.all) {
    if (managed.test(key) || fixed.has(key)) continue
    carried.set(
      key,
      value.state === 'known'
        ? scalarOf(value.value)
        : questions.value(key, say('ask.brokerSetting', { key }), [value.at]),
    )
  }
  for (const key of written) {
    const value = carried.has(key) ? undefined : inForceAt(db, cluster, key)
    // To lose acknowledged records is nothing that anybody takes along.
    if (key === 'unclean.leader.election.enable') carried.set(key, false)
    else if (value !== undefined) carried.set(key, scalarOf(value))
  }
  return Object.fromEntries([...fixed, ...[...carried].sort(([a], [b]) => compareTexts(a, b))])
}

/** A setting as people write it: a number, a truth, else a text. */
export const scalarOf = (text: string): Value => {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}

const placeOfCluster = ({ name }: Cluster): Place => (name.state === 'absent' ? name.near : name.at)

import type { Topic } from '../../model/entities.ts'
import { placeOf } from '../../model/fact.ts'
import type { Setting, Settings } from '../../model/settings.ts'
import { tableOf } from '../../text/table.ts'
import { headOf, type KubernetesResource } from '../kubernetes-resource.ts'
import { down, isThere, reportingAt } from '../cursor.ts'
import { fixed, fixedSettings, integer, settings, text } from '../values.ts'

/** Where the resource of an operator keeps what a topic is. */
interface TopicShape {
  /** Below the resource's root; where the first is not written, the resource's name is the topic's. */
  readonly name?: readonly string[]
  /** Nothing where no resource is named. */
  readonly cluster: readonly string[]
  readonly factor: readonly string[]
  readonly settings: readonly string[]
  /** How it spells Kafka's settings, where not as Kafka does. */
  readonly spelled?: 'underscores' | ReadonlyMap<string, string>
  readonly engine?: string
}

// Where they are written: API types of confluentinc/confluent-kubernetes-examples 2026, adobe/koperator, nais/liberator, streamthoughts/jikkou, aiven/aiven-operator, crossplane-contrib/provider-kafka.
const shapes = tableOf<TopicShape>({
  'platform.confluent.io/KafkaTopic': {
    name: ['spec', 'name'],
    cluster: ['spec', 'kafkaClusterRef', 'name'],
    factor: ['spec', 'replicas'],
    settings: ['spec', 'configs'],
  },
  'kafka.banzaicloud.io/KafkaTopic': {
    name: ['spec', 'name'],
    cluster: ['spec', 'clusterRef', 'name'],
    factor: ['spec', 'replicationFactor'],
    settings: ['spec', 'config'],
  },
  'kafka.nais.io/Topic': {
    cluster: ['spec', 'pool'],
    factor: ['spec', 'config', 'replication'],
    settings: ['spec', 'config'],
    spelled: new Map([
      ['cleanupPolicy', 'cleanup.policy'],
      ['minimumInSyncReplicas', 'min.insync.replicas'],
      ['retentionBytes', 'retention.bytes'],
      ['retentionHours', 'retention.hours'],
      ['maxMessageBytes', 'max.message.bytes'],
      ['minCompactionLagMs', 'min.compaction.lag.ms'],
      ['maxCompactionLagMs', 'max.compaction.lag.ms'],
    ]),
    engine: 'aiven',
  },
  'kafka.jikkou.io/KafkaTopic': {
    cluster: ['metadata', 'labels', 'kafka.jikkou.io/cluster'],
    factor: ['spec', 'replicas'],
    settings: ['spec', 'configs'],
  },
  'aiven.io/KafkaTopic': {
    name: ['spec', 'topicName'],
    cluster: ['spec', 'serviceName'],
    factor: ['spec', 'replication'],
    settings: ['spec', 'config'],
    spelled: 'underscores',
    engine: 'aiven',
  },
  'topic.kafka.crossplane.io/Topic': {
    name: ['metadata', 'annotations', 'crossplane.io/external-name'],
    cluster: ['spec', 'providerConfigRef', 'name'],
    factor: ['spec', 'forProvider', 'replicationFactor'],
    settings: ['spec', 'forProvider', 'config'],
  },
  // Its topic is called after it and its namespace.
  'messaging.knative.dev/KafkaChannel': {
    cluster: [],
    factor: ['spec', 'replicationFactor'],
    settings: ['spec', 'config'],
  },
  'eventing.knative.dev/KafkaSink': {
    name: ['spec', 'topic'],
    cluster: [],
    factor: ['spec', 'replicationFactor'],
    settings: ['spec', 'config'],
  },
  'eventstreams.ibm.com/KafkaTopic': {
    name: ['spec', 'topicName'],
    cluster: ['metadata', 'labels', 'eventstreams.ibm.com/cluster'],
    factor: ['spec', 'replicas'],
    settings: ['spec', 'config'],
  },
})

/** Reads the topic that a resource declares, of whichever operator; none where it declares none. */
export function readTopic(group: string, resource: KubernetesResource): Topic[] {
  const shape = shapes.get(`${group}/${resource.kind}`)
  if (!shape) return []
  const { root } = resource
  const own = shape.name ? text(down(root, ...shape.name)) : resource.name
  const name = own.state === 'absent' ? resource.name : own
  return [
    {
      kind: 'topic',
      ...headOf(resource),
      name,
      ...(shape.engine ? { engine: shape.engine } : {}),
      cluster: text(down(root, ...shape.cluster)),
      // What an operator does about a topic that exists nobody has looked up: nothing is written here.
      replicationFactor: fixed(integer(down(reportingAt(root, placeOf(name)), ...shape.factor))),
      settings: fixedSettings(respelled(settings(down(root, ...shape.settings), placeOf(name)), shape.spelled)),
    },
  ]
}

/** Settings in Kafka's own spelling; an absent one would be written in another, so that no writer adds it. */
export function respelled(bag: Settings, spelled: TopicShape['spelled']): Settings {
  if (!spelled) return bag
  const { slot: _, ...rest } = bag
  return {
    ...rest,
    all: bag.all.flatMap((one): Setting[] => {
      const key = spelled === 'underscores' ? one.key.replace(/_/g, '.') : spelled.get(one.key)
      return key === undefined ? [] : [{ ...one, key, written: one.key }]
    }),
  }
}

/** Whether an operator's lists hold topics in `items`, each a resource without a head of its own. */
export const isList = ({ kind, root }: KubernetesResource): boolean =>
  kind.endsWith('List') && isThere(down(root, 'items'))

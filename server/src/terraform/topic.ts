import type { Topic } from '../model/entities.ts'
import type { Fact } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { integer, settings, text } from '../formats/values.ts'
import { block } from './instances.ts'
import { confluentSite } from './confluent-site.ts'
import { mskPeer } from './replicator.ts'
import { named, type Resource } from './resource.ts'
import { kafkaOfProvider } from './secret.ts'
import { dotted, jsonAt } from './settings.ts'

/** Reads a `kafka_topic` of the Kafka provider. */
export function readKafkaTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const provider = resource.provider('kafka')
  return [
    {
      ...topic(resource, 'replication_factor', settings(down(body, 'config'), label), { state: 'absent', near: label }),
      ...(provider ? { kafka: kafkaOfProvider(provider) } : {}),
    },
  ]
}

/** Reads an `aws_msk_topic`, whose settings are a text of JSON. */
export function readMskTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const configs = down(body, 'configs')
  const [bag] = jsonAt(configs).map(root => settings(root, label))
  const kafka = mskPeer(down(body, 'cluster_arn'))
  const none = text(configs)
  return [
    {
      ...topic(
        resource,
        'replication_factor',
        bag ?? {
          all: [],
          near: label,
          ...(none.state === 'absent' ? {} : { open: { state: 'unresolved', at: label, text: '' } }),
        },
        kafka.alias.state === 'known' ? kafka.alias : { state: 'absent', near: label },
      ),
      kafka,
    },
  ]
}

/** Reads a `confluent_kafka_topic`: Confluent Cloud decides about the copies. */
export function readConfluentTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const { refersTo } = down(block(body, 'kafka_cluster'), 'id').origin
  const cluster: Fact<string> = refersTo ? clusterName(refersTo.body, 'display_name') : { state: 'absent', near: label }
  return [
    {
      ...topic(resource, 'replication_factor', settings(down(body, 'config'), label), cluster, 'topic_name'),
      replicationFactor: { state: 'unresolved', at: label, text: '' },
      kafka: {
        alias: cluster,
        bootstrap: text(down(body, 'rest_endpoint')),
        encrypted: { state: 'known', value: true, at: label },
        ...(refersTo?.type === 'confluent_kafka_cluster' ? { site: confluentSite(refersTo.body) } : {}),
      },
    },
  ]
}

/** Reads an `aiven_kafka_topic`, whose settings are spelled with underscores. */
export function readAivenTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const service = down(body, 'service_name')
  const cluster = service.origin.refersTo ? clusterName(service.origin.refersTo.body, 'service_name') : text(service)
  return [topic(resource, 'replication', dotted(settings(block(body, 'config'), label)), cluster, 'topic_name')]
}

const clusterName = (body: Cursor, attribute: string): Fact<string> => text(down(body, attribute))

/** What the providers call the number of partitions. */
const counts = ['partitions', 'partition_count', 'partitions_count'] as const

const topic = (resource: Resource, factor: string, bag: Settings, cluster: Fact<string>, name = 'name'): Topic => ({
  kind: 'topic',
  ...named(resource, name),
  cluster,
  partitions: integer(
    counts.map(count => down(resource.body, count)).find(({ tree, unseen }) => tree ?? unseen) ??
      down(resource.body, counts[0]),
  ),
  replicationFactor: integer(down(resource.body, factor)),
  settings: bag,
})

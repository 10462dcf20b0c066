import type { Topic } from '../model/entities.ts'
import type { Fact } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { integer, settings, text } from '../formats/values.ts'
import { block } from './instances.ts'
import { named, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'

/** Reads a `kafka_topic` of the Kafka provider. */
export const readKafkaTopic = (resource: Resource): Topic[] => [
  topic(resource, 'replication_factor', settings(down(resource.body, 'config'), resource.label), {
    state: 'absent',
    near: resource.label,
  }),
]

/** Reads an `aws_msk_topic`, whose settings are a text of JSON. */
export function readMskTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const configs = down(body, 'configs')
  const [bag] = jsonAt(configs).map(root => settings(root, label))
  const cluster = down(body, 'cluster_arn').origin.refersTo
  const none = text(configs)
  return [
    topic(
      resource,
      'replication_factor',
      bag ?? {
        all: [],
        near: label,
        ...(none.state === 'absent' ? {} : { open: { state: 'unresolved', at: label, text: '' } }),
      },
      cluster ? clusterName(cluster.body, 'cluster_name') : { state: 'absent', near: label },
    ),
  ]
}

/** Reads a `confluent_kafka_topic`: Confluent Cloud decides about the copies. */
export const readConfluentTopic = (resource: Resource): Topic[] => [
  {
    ...topic(
      resource,
      'replication_factor',
      settings(down(resource.body, 'config'), resource.label),
      { state: 'absent', near: resource.label },
      'topic_name',
    ),
    replicationFactor: { state: 'unresolved', at: resource.label, text: '' },
  },
]

/** Reads an `aiven_kafka_topic`, whose settings are spelled with underscores. */
export function readAivenTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const service = down(body, 'service_name')
  const cluster = service.origin.refersTo ? clusterName(service.origin.refersTo.body, 'service_name') : text(service)
  return [topic(resource, 'replication', dotted(settings(block(body, 'config'), label)), cluster, 'topic_name')]
}

/** Settings whose keys have underscores, with dots in their place. */
export const dotted = (bag: Settings): Settings => {
  const { slot: _, ...rest } = bag
  return { ...rest, all: bag.all.map(setting => ({ ...setting, key: setting.key.replace(/_/g, '.') })) }
}

const clusterName = (body: Cursor, attribute: string): Fact<string> => text(down(body, attribute))

const topic = (resource: Resource, factor: string, bag: Settings, cluster: Fact<string>, name = 'name'): Topic => ({
  kind: 'topic',
  ...named(resource, name),
  cluster,
  replicationFactor: integer(down(resource.body, factor)),
  settings: bag,
})

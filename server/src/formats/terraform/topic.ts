import type { ConsumerGroup, Topic } from '../../model/entities.ts'
import { valueOf, type Fact } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
import { down, integer, settings, text, type Cursor } from '../cursor.ts'
import { block } from './instances.ts'
import { named, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'

/** Reads a `kafka_topic` of the Kafka provider. */
export const readKafkaTopic = (resource: Resource): Topic[] => [topic(resource, 'replication_factor', settings(down(resource.body, 'config'), resource.label), { state: 'absent', near: resource.label })]

/** Reads an `aws_msk_topic`, whose settings are a text of JSON. */
export function readMskTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const configs = down(body, 'configs')
  const [bag] = jsonAt(configs).map(root => settings(root, label))
  const cluster = down(body, 'cluster_arn').refersTo
  const none = text(configs)
  return [topic(resource, 'replication_factor', bag ?? { all: [], near: label, ...(none.state === 'absent' ? {} : { open: { state: 'unresolved', at: label, text: '' } }) }, cluster ? clusterName(cluster.body, 'cluster_name') : { state: 'absent', near: label })]
}

/** Reads a `confluent_kafka_topic`: Confluent Cloud decides about the copies. */
export const readConfluentTopic = (resource: Resource): Topic[] => [{ ...topic(resource, 'replication_factor', settings(down(resource.body, 'config'), resource.label), { state: 'absent', near: resource.label }, 'topic_name'), replicationFactor: { state: 'unresolved', at: resource.label, text: '' } }]

/** Reads an `aiven_kafka_topic`, whose settings are spelled with underscores. */
export function readAivenTopic(resource: Resource): Topic[] {
  const { body, label } = resource
  const service = down(body, 'service_name')
  const cluster = service.refersTo ? clusterName(service.refersTo.body, 'service_name') : text(service)
  return [topic(resource, 'replication', dotted(settings(block(body, 'config'), label)), cluster, 'topic_name')]
}

/** Settings whose keys have underscores, with dots in their place. */
export const dotted = (bag: Settings): Settings => {
  const { slot: _, ...rest } = bag
  return { ...rest, all: bag.all.map(setting => ({ ...setting, key: setting.key.replace(/_/g, '.') })) }
}

const clusterName = (body: Cursor, attribute: string): Fact<string> => text(down(body, attribute))

const topic = (resource: Resource, factor: string, bag: Settings, cluster: Fact<string>, name = 'name'): Topic => ({ kind: 'topic', ...named(resource, name), cluster, replicationFactor: integer(down(resource.body, factor)), settings: bag })

const types: Readonly<Record<string, ConsumerGroup['role']>> = { group: 'access', transactionalid: 'transactional-id', transactional_id: 'transactional-id' }

/** Reads the groups and transactional ids that an ACL names: `kafka_acl`, `confluent_kafka_acl`, `aiven_kafka_native_acl`. */
export function readAcl(resource: Resource): ConsumerGroup[] {
  const { body } = resource
  const role = types[(valueOf(text(down(body, 'resource_type'))) ?? '').toLowerCase()]
  if (!role) return []
  const pattern = valueOf(text([down(body, 'resource_pattern_type_filter'), down(body, 'pattern_type')].find(({ tree }) => tree) ?? down(body, 'pattern_type')))
  const principal = valueOf(text([down(body, 'acl_principal'), down(body, 'principal')].find(({ tree }) => tree) ?? down(body, 'principal')))
  return [{ kind: 'group', ...named(resource, 'resource_name'), role: role === 'access' && /^prefixed$/i.test(pattern ?? '') ? 'access-prefix' : role, owner: principal ?? `ACL ${resource.labelled}` }]
}

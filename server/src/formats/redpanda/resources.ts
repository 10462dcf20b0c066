import type { Cluster, Entity, Topic } from '../../model/entities.ts'
import { mapFact, placeOf, valueOf } from '../../model/fact.ts'
import { readAvro } from '../avro.ts'
import { boolean, down, inside, integer, isThere, settings, text, type Cursor } from '../cursor.ts'
import { headOf, readHead, type KubernetesResource } from '../kubernetes-resource.ts'
import { readListeners } from './listeners.ts'
import { redpandaSettings } from './settings.ts'

/** Reads one document of Redpanda's API group; any other says nothing. */
export function readRedpandaResource(root: Cursor): readonly Entity[] {
  const resource = readHead(root, 'cluster.redpanda.com')
  switch (resource?.kind) {
    case 'Topic':
      return [readTopic(resource)]
    case 'Schema':
      return readSchema(resource)
    case 'Redpanda':
      return [readChart(down(resource.root, 'spec', 'clusterSpec'), headOf(resource))]
    default:
      return []
  }
}

function readTopic(resource: KubernetesResource): Topic {
  const spec = down(resource.root, 'spec')
  const renamed = text(down(spec, 'overwriteTopicName'))
  return {
    kind: 'topic',
    ...headOf(resource),
    name: renamed.state === 'absent' ? resource.name : renamed,
    engine: 'redpanda',
    cluster: text(down(spec, 'cluster', 'clusterRef', 'name')),
    replicationFactor: integer(down(spec, 'replicationFactor')),
    settings: settings(down(spec, 'additionalConfig')),
  }
}

/** A schema is a text in the resource; the resource's name is its subject. */
function readSchema(resource: KubernetesResource): readonly Entity[] {
  const spec = down(resource.root, 'spec')
  const type = valueOf(text(down(spec, 'schemaType')))
  if (type !== undefined && type !== 'avro') return []
  return inside(down(spec, 'text'), 'json')
    .flatMap(readAvro)
    .map(entity => (entity.kind === 'schema' && resource.name.state === 'known' ? { ...entity, name: resource.name } : entity))
}

/** Reads the values of Redpanda's Helm chart, which its resource repeats. */
export function readChart(values: Cursor, entity: Pick<Cluster, 'name' | 'file' | 'extent' | 'namespace'>): Cluster {
  const replicas = integer(down(values, 'statefulset', 'replicas'))
  const tiered = down(values, 'storage', 'tiered', 'config')
  const switchedOn = valueOf(boolean(down(tiered, 'cloud_storage_enabled')))
  return {
    kind: 'cluster',
    ...entity,
    engine: { state: 'known', value: 'redpanda', at: placeOf(entity.name) },
    version: { state: 'absent', near: placeOf(entity.name) },
    // The chart's own default.
    brokers: replicas.state === 'absent' ? { state: 'known', value: 3, at: replicas.near } : replicas,
    storage: [mapFact(boolean(down(values, 'storage', 'persistentVolume', 'enabled')), enabled => (enabled ? 'persistent-claim' : 'ephemeral'))].filter(({ state }) => state === 'known').map(fact => (fact.state === 'known' ? { state: 'known', value: fact.value, at: fact.at } : fact)),
    listeners: readListeners(values),
    authorization: { state: 'absent', near: placeOf(entity.name) },
    settings: redpandaSettings(down(values, 'config', 'cluster')),
    ...(isThere(tiered) && switchedOn !== false ? { tieredStorage: settings(tiered) } : {}),
  }
}

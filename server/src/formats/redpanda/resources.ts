import type { Cluster, Entity, Topic } from '../../model/entities.ts'
import { placeOf, knownValue, wholeOf, type Fact, type Place } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
import { readAvro } from '../avro.ts'
import { down, inside, isThere } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { boolean, integer, settings, text } from '../values.ts'
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
  const type = knownValue(text(down(spec, 'schemaType')))
  if (type !== undefined && type !== 'avro') return []
  return inside(down(spec, 'text'), 'json')
    .flatMap(readAvro)
    .map(entity =>
      entity.kind === 'schema' && resource.name.state === 'known' ? { ...entity, name: resource.name } : entity,
    )
}

/** Reads the values of Redpanda's Helm chart, which its resource repeats. */
export function readChart(chart: Cursor, entity: Pick<Cluster, 'name' | 'file' | 'extent' | 'namespace'>): Cluster {
  const values = { ...chart, attribute: wholeOf('redpanda', 'Redpanda') }
  const replicas = integer(down(values, 'statefulset', 'replicas'))
  // The chart's own default.
  const brokers = replicas.state === 'absent' ? ({ state: 'known', value: 3, at: replicas.near } as const) : replicas
  const tiered = down(values, 'storage', 'tiered', 'config')
  const switchedOn = knownValue(boolean(down(tiered, 'cloud_storage_enabled')))
  const volume = boolean(down(values, 'storage', 'persistentVolume', 'enabled'))
  const sasl = boolean(down(values, 'auth', 'sasl', 'enabled'))
  const near = placeOf(entity.name)
  return {
    kind: 'cluster',
    ...entity,
    engine: { state: 'known', value: 'redpanda', at: near },
    version: { state: 'absent', near },
    brokers,
    storage:
      volume.state === 'known'
        ? [{ state: 'known', value: volume.value ? 'persistent-claim' : 'ephemeral', at: volume.at }]
        : [],
    listeners: readListeners(values),
    // Redpanda asks for rights where it asks who somebody is.
    authorization: authorizationOf(sasl, near),
    settings: withChartDefault(redpandaSettings(down(values, 'config', 'cluster')), brokers),
    ...(isThere(tiered) && switchedOn !== false ? { tieredStorage: settings(tiered) } : {}),
  }
}

function authorizationOf(sasl: Fact<boolean>, near: Place): Fact<string> {
  if (sasl.state === 'unresolved') return sasl
  if (sasl.state === 'absent') return { state: 'absent', near }
  return sasl.value ? { state: 'known', value: 'simple', at: sasl.at } : { state: 'absent', near: sasl.at }
}

/** The chart sets three copies by default where it runs three brokers or more. */
function withChartDefault(bag: Settings, brokers: Fact<number>): Settings {
  const key = 'default.replication.factor'
  if (brokers.state !== 'known' || brokers.value < 3 || bag.open || bag.all.some(one => one.key === key)) return bag
  return {
    ...bag,
    all: [...bag.all, { key, keyPlace: brokers.at, value: { state: 'known', value: '3', at: brokers.at } }],
  }
}

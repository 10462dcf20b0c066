import type { Cluster, Entity, Listener, Site, Topic } from '../model/entities.ts'
import { knownValue, mapFact, type Place } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { boolean, fixed, fixedSettings, integer, settings, text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { keepersOf } from './keeping.ts'
import { named, type Resource } from './resource.ts'
import { dotted } from './settings.ts'

/** Where a provider's resource keeps what a topic is. */
interface TopicShape {
  readonly name: string
  readonly factor: string
  /** Below which block or map its settings stand, and whether with underscores for dots; in the resource itself where none is named. */
  readonly settings?: string
  readonly underscores?: true
  readonly engine?: string
  /** Blocks that each hold a setting, and what they call its key. */
  readonly pairs?: readonly [block: string, key: string]
}

/** Reads a topic; what its provider does about one that exists nobody has looked up, so that no writer changes it. */
const topicReader =
  (shape: TopicShape) =>
  (resource: Resource): Topic[] => {
    const { body, label } = resource
    const at = shape.settings === undefined ? body : block(body, shape.settings)
    const bag = shape.pairs ? pairsIn(body, shape.pairs, label) : settings(at, label)
    return [
      {
        kind: 'topic',
        ...named(resource, shape.name),
        ...(shape.engine ? { engine: shape.engine } : {}),
        cluster: { state: 'absent', near: label },
        replicationFactor: fixed(integer(down(body, shape.factor))),
        settings: fixedSettings(shape.underscores ? dotted(bag) : bag),
      },
    ]
  }

/** The settings that stand in a block each, with a key and a value. */
const pairsIn = (body: Cursor, [name, key]: readonly [string, string], near: Place): Settings => ({
  all: blocks(body, name).flatMap((one): Setting[] => {
    const [written, value] = [text(down(one, key)), text(down(one, 'value'))]
    return written.state === 'known' && value.state !== 'absent'
      ? [{ key: written.value, keyPlace: written.at, value }]
      : []
  }),
  near,
})

/** Where a provider's resource keeps what a cluster is. */
interface ClusterShape {
  readonly name: string
  readonly provider?: string
  readonly service: string
  /** Where the region stands, and the cloud whose code it is. */
  readonly region?: readonly string[]
  readonly cloud?: readonly string[]
  readonly brokers?: readonly string[]
  readonly engine?: string
  readonly settings?: readonly string[]
  /** Settings of Kafka that are attributes of the resource, by their names there. */
  readonly named?: Readonly<Record<string, string>>
  readonly version?: string
  /** Whether clients are encrypted, where that is a switch. */
  readonly encrypted?: string
  /** What gives its brokers addresses that anybody reaches, where that is a switch. */
  readonly publicAddress?: readonly string[]
  /** The switch that keeps it from being deleted. */
  readonly keeper?: string
  /** Attributes that tell a cluster of Kafka from another service of the same resource. */
  readonly only?: { readonly attribute: string; readonly is: RegExp }
}

const clusterReader =
  (shape: ClusterShape) =>
  (resource: Resource): Cluster[] => {
    const { body, label } = resource
    if (shape.only && !shape.only.is.test(knownValue(text(down(body, shape.only.attribute))) ?? '')) return []
    const open = { state: 'unresolved', at: label, text: '' } as const
    const bag = shape.settings ? dotted(settings(block(body, ...shape.settings), label)) : { all: [], near: label }
    const site = siteOf(body, shape)
    return [
      {
        kind: 'cluster',
        ...named(resource, shape.name),
        engine: shape.engine ? { state: 'known', value: shape.engine, at: label } : open,
        version: shape.version ? fixed(text(down(body, shape.version))) : open,
        brokers: shape.brokers ? integer(attribute(body, ...shape.brokers)) : open,
        ...(site ? { site } : {}),
        storage: [],
        listeners: listenersOf(body, shape, label),
        ...fixedKeepers(keepersOf(resource, shape.keeper)),
        authorization: open,
        settings: { ...fixedSettings({ ...bag, all: [...bag.all, ...namedIn(body, shape)] }), open },
      },
    ]
  }

/** Keepers that no writer changes: what their providers do about one that exists nobody has looked up. */
const fixedKeepers = ({ keepers = [] }: Pick<Cluster, 'keepers'>): Pick<Cluster, 'keepers'> => ({
  keepers: keepers.map(keeper => ({ ...keeper, value: fixed(keeper.value) })),
})

function listenersOf(body: Cursor, shape: ClusterShape, label: Place): Listener[] {
  const encrypted = shape.encrypted === undefined ? undefined : fixed(boolean(down(body, shape.encrypted)))
  const reached = shape.publicAddress && fixed(boolean(attribute(body, ...shape.publicAddress)))
  const told = encrypted?.state === 'known' ? encrypted : undefined
  const exposed = reached?.state === 'known' && reached.value ? reached : undefined
  const at = told?.at ?? exposed?.at
  if (!at) return []
  const open = { state: 'unresolved', at: label, text: '' } as const
  return [
    {
      name: { state: 'known', value: 'clients', at },
      type: exposed ? { ...exposed, value: 'public' } : open,
      encrypted: told ?? open,
      authentication: open,
      ...(exposed ? { allowed: { ...exposed, value: ['0.0.0.0/0'] } } : {}),
    },
  ]
}

const namedIn = (body: Cursor, { named: keys = {} }: ClusterShape): Setting[] =>
  Object.entries(keys).flatMap(([attribute, key]): Setting[] => {
    const at = down(body, attribute)
    const value = text(at)
    return value.state === 'absent' || !at.key ? [] : [{ key, written: attribute, keyPlace: at.key, value }]
  })

/** Where it stands; `West Europe`, `US_EAST_1` and `westeurope` are ways to write a code. */
function siteOf(body: Cursor, { provider, service, region, cloud }: ClusterShape): Site | undefined {
  if (!provider || !region) return undefined
  const system = cloud && knownValue(text(attribute(body, ...cloud)))
  const code = fixed(text(attribute(body, ...region)))
  return { provider, service, region: mapFact(code, codeOf), ...(system ? { system: systemOf(system) } : {}) }
}

const codeOf = (written: string): string =>
  /^[A-Z_\d]+$/.test(written) ? written.toLowerCase().replace(/_/g, '-') : written.toLowerCase().replace(/ /g, '')

const systemOf = (cloud: string): string => cloud.toLowerCase().replace(/_.*/s, '')

const instaclustr: ClusterShape = {
  name: 'name',
  provider: 'instaclustr',
  service: 'Instaclustr for Apache Kafka',
  region: ['data_centre', 'region'],
  cloud: ['data_centre', 'cloud_provider'],
  brokers: ['data_centre', 'number_of_nodes'],
  named: { default_replication_factor: 'default.replication.factor', auto_create_topics: 'auto.create.topics.enable' },
}

const warpstream: ClusterShape = {
  name: 'name',
  provider: 'warpstream',
  service: 'WarpStream',
  region: ['cloud', 'region'],
  cloud: ['cloud', 'provider'],
  engine: 'warpstream',
}

/**
 * Resources of further providers of Kafka, by their type. Attributes looked up on 2026-11-21 in the references of the providers of Azure, DigitalOcean, Google, Instaclustr, IONOS, OVHcloud,
 * Redpanda, Scaleway, Upstash, WarpStream and Yandex. The provider of StreamNative has resources of Pulsar only.
 */
export const otherClouds: Readonly<Record<string, (resource: Resource) => readonly Entity[]>> = {
  yandex_mdb_kafka_topic: topicReader({
    name: 'name',
    factor: 'replication_factor',
    settings: 'topic_config',
    underscores: true,
  }),
  digitalocean_database_kafka_topic: topicReader({
    name: 'name',
    factor: 'replication_factor',
    settings: 'config',
    underscores: true,
  }),
  ionoscloud_kafka_cluster_topic: topicReader({ name: 'name', factor: 'replication_factor' }),
  ovh_cloud_project_database_kafka_topic: topicReader({ name: 'name', factor: 'replication', underscores: true }),
  google_managed_kafka_topic: topicReader({ name: 'topic_id', factor: 'replication_factor', settings: 'configs' }),
  redpanda_topic: topicReader({
    name: 'name',
    factor: 'replication_factor',
    settings: 'configuration',
    engine: 'redpanda',
  }),
  google_managed_kafka_cluster: clusterReader({
    name: 'cluster_id',
    provider: 'gcp-kafka',
    service: 'Google Managed Service for Apache Kafka',
    region: ['location'],
  }),
  azurerm_eventhub_namespace: clusterReader({
    name: 'name',
    provider: 'azure-eventhubs',
    service: 'Azure Event Hubs',
    region: ['location'],
    named: { minimum_tls_version: 'minimum.tls.version' },
    only: { attribute: 'sku', is: /^(?!basic$)./i },
  }),
  digitalocean_database_cluster: clusterReader({
    name: 'name',
    provider: 'digitalocean',
    service: 'DigitalOcean Managed Kafka',
    region: ['region'],
    brokers: ['node_count'],
    only: { attribute: 'engine', is: /^kafka$/ },
  }),
  ovh_cloud_project_database: clusterReader({
    name: 'description',
    provider: 'ovh',
    service: 'OVHcloud Managed Kafka',
    region: ['nodes', 'region'],
    only: { attribute: 'engine', is: /^kafka$/ },
  }),
  upstash_kafka_cluster: clusterReader({
    name: 'cluster_name',
    provider: 'upstash',
    service: 'Upstash Kafka',
    region: ['region'],
  }),
  instaclustr_kafka_cluster_v3: clusterReader({
    ...instaclustr,
    encrypted: 'client_to_cluster_encryption',
    version: 'kafka_version',
  }),
  instaclustr_kafka_cluster_v2: clusterReader(instaclustr),
  instaclustr_kafka_topic_v3: topicReader({ name: 'topic', factor: 'replication_factor', pairs: ['configs', 'key'] }),
  scaleway_kafka_cluster: clusterReader({
    name: 'name',
    provider: 'scaleway',
    service: 'Scaleway Clusters for Apache Kafka',
    region: ['region'],
    brokers: ['node_amount'],
    version: 'version',
    engine: 'kafka',
  }),
  warpstream_virtual_cluster: clusterReader(warpstream),
  warpstream_virtual_cluster_v2: clusterReader(warpstream),
  warpstream_topic: topicReader({ name: 'topic_name', factor: '', pairs: ['config', 'name'], engine: 'warpstream' }),
  redpanda_cluster: clusterReader({
    name: 'name',
    provider: 'redpanda',
    service: 'Redpanda Cloud',
    region: ['region'],
    cloud: ['cloud_provider'],
    engine: 'redpanda',
  }),
  yandex_mdb_kafka_cluster: clusterReader({
    name: 'name',
    service: 'Yandex Managed Service for Apache Kafka',
    settings: ['config', 'kafka', 'kafka_config'],
    engine: 'kafka',
    publicAddress: ['config', 'assign_public_ip'],
    keeper: 'deletion_protection',
  }),
}

import type { Cluster, Listener, ReplicationFlow, Peer, Site } from '../model/entities.ts'
import { mapFact, placeOf, knownValue, type Fact, type Known, writtenName } from '../model/fact.ts'
import { aivenRest, aivenSite } from '../formats/aiven.ts'
import { down, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import type { Setting } from '../model/settings.ts'
import { boolean, integer, settings, text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { integrationsOf } from './aiven-integrations.ts'
import { keepersOf } from './keeping.ts'
import { known, named, type Resource } from './resource.ts'
import { patternsIn } from '../formats/patterns.ts'
import { confluentSite } from './confluent-site.ts'
import { isAnywhere } from '../text/hosts.ts'
import { dotted } from './settings.ts'
import { tableOf } from '../text/table.ts'

function managed(resource: Resource, name: string, engine: 'confluent-cloud' | 'aiven', site: Site): Cluster {
  const { label } = resource
  const open = { state: 'unresolved', at: label, text: '' } as const
  return {
    kind: 'cluster',
    ...named(resource, name),
    engine: { state: 'known', value: engine, at: label },
    version: open,
    brokers: open,
    site,
    storage: [],
    listeners: [],
    authorization: open,
    settings: { all: [], near: label, open },
  }
}

/** Reads a `confluent_kafka_cluster`. */
export const readConfluentCluster = (resource: Resource): Cluster[] => [
  {
    ...managed(resource, 'display_name', 'confluent-cloud', confluentSite(resource.body)),
    zones: mapFact(text(down(resource.body, 'availability')), word => zones.get(word.toUpperCase())),
    ...keepersOf(resource),
    machine: typeOf(resource.body),
    // Of the kinds of clusters, only those for a single customer have long taken a key of one's own.
    ...(isSeen(block(resource.body, 'dedicated'))
      ? { encryptionKey: text(attribute(resource.body, 'byok_key', 'id')) }
      : {}),
  },
]

/** What a cluster of Confluent's runs on: its units, or the word for one of its types, of which the resource has a block each. */
function typeOf(body: Cursor): Fact<string> {
  const basic = block(body, 'basic')
  return isSeen(basic)
    ? { state: 'known', value: 'basic', at: basic.key ?? basic.near }
    : mapFact(integer(attribute(body, 'dedicated', 'cku')), count => `${count} CKU`)
}

/** Whether there is a block, as far as is known: how many a `dynamic` one stands for may be told elsewhere. */
const isSeen = (at: Cursor): boolean => isThere(at) && !at.unseen

/** Over how many zones Confluent spreads a cluster, by its own words; those for a level of service tell no number. */
const zones = tableOf<number>({ SINGLE_ZONE: 1, MULTI_ZONE: 3 })

/** Reads an `aiven_kafka`, whose settings are spelled with underscores. */
export function readAivenKafka(resource: Resource): Cluster[] {
  const { body, label } = resource
  const cluster = managed(resource, 'service_name', 'aiven', aivenSite(text(down(body, 'cloud_name'))))
  return [
    {
      ...cluster,
      version: text(attribute(body, 'kafka_user_config', 'kafka_version')),
      machine: text(down(body, 'plan')),
      settings: dotted(settings(block(body, 'kafka_user_config', 'kafka'), label)),
      listeners: openFilter(resource),
      ...aivenRest(block(body, 'kafka_user_config')),
      openAccessList: boolean(down(body, 'default_acl')),
      ...integrationsOf(resource),
      ...keepersOf(resource, 'termination_protection'),
    },
  ]
}

/** What the filter of a service of Aiven lets in from everywhere, where the service has its addresses in the internet: without a network of one's own, as the provider's documentation has it. */
function openFilter({ body, label }: Resource): Listener[] {
  if (isThere(down(body, 'project_vpc_id')) || down(body, 'project_vpc_id').unseen) return []
  const config = block(body, 'kafka_user_config')
  const ranges = [
    ...items(down(config, 'ip_filter')).map(text),
    ...items(down(config, 'ip_filter_string')).map(text),
    ...blocks(config, 'ip_filter_object').map(one => text(down(one, 'network'))),
  ].filter((range): range is Known<string> => range.state === 'known' && isAnywhere(range.value))
  const open = { state: 'unresolved', at: label, text: '' } as const
  const rules = ranges.map((range): Listener => {
    const fixed = <T>(value: T): Fact<T> => ({ state: 'known', value, at: range.at })
    return {
      name: fixed('IP filter'),
      type: fixed('security-group'),
      encrypted: fixed(true),
      authentication: fixed('network'),
      allowed: fixed([range.value]),
    }
  })
  const address: Listener = {
    name: { state: 'known', value: 'kafka', at: label },
    type: { state: 'known', value: 'public', at: label },
    encrypted: open,
    authentication: open,
  }
  return rules.length > 0 ? [address, ...rules] : []
}

/** Reads an `aiven_mirrormaker_replication_flow`. */
export function readAivenFlow(resource: Resource): ReplicationFlow[] {
  const { body, label } = resource
  const open = { state: 'unresolved', at: label, text: '' } as const
  const peer = (side: string): Peer => {
    const alias = text(down(body, `${side}_cluster`))
    return {
      alias,
      bootstrap: { state: 'absent', near: placeOf(alias) },
      encrypted: { state: 'known', value: true, at: label },
    }
  }
  const service = down(body, 'service_name').origin.refersTo
  const shared = service ? block(service.body, 'kafka_mirrormaker_user_config', 'kafka_mirrormaker') : undefined
  const bag = (...keys: readonly string[]): ReplicationFlow['copying'] => ({
    all: keys.flatMap((key): Setting[] => {
      const name = key.replaceAll('.', '_')
      const at = [down(body, name), ...(shared ? [down(shared, name)] : [])].find(isThere)
      const value = at && text(at)
      return at && value && value.state !== 'absent' ? [{ key, written: name, keyPlace: at.key ?? label, value }] : []
    }),
    near: label,
    open,
  })
  const name: Fact<string> = known(
    `${writtenName(text(down(body, 'source_cluster')))}->${writtenName(text(down(body, 'target_cluster')))}`,
    { state: 'absent', near: label },
  )
  if (knownValue(boolean(down(body, 'enable'))) === false) return []
  return [
    {
      kind: 'flow',
      file: resource.file,
      extent: resource.extent,
      name,
      source: peer('source'),
      target: peer('target'),
      topics: isThere(down(body, 'topics')) ? patternsIn(down(body, 'topics')) : open,
      groups: shared && isThere(down(shared, 'groups')) ? text(down(shared, 'groups')) : open,
      copying: bag('replication.factor', 'refresh.topics.enabled', 'sync.topic.configs.enabled'),
      checkpoints: bag('sync.group.offsets.enabled', 'emit.checkpoints.enabled', 'refresh.groups.enabled'),
    },
  ]
}

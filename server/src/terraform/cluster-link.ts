import type { Peer, ReplicationFlow } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { confluentSite } from './confluent-site.ts'
import { block } from './instances.ts'
import { named, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'

/** Reads a `confluent_cluster_link`: its settings in the vocabulary of MirrorMaker 2; one of both directions is two flows. */
export function readClusterLink(resource: Resource): ReplicationFlow[] {
  const { body } = resource
  const mode = knownValue(text(down(body, 'link_mode')))
  const isThereBlock = (side: string): boolean => isThere(block(body, `${side}_kafka_cluster`))
  if (mode !== 'BIDIRECTIONAL' && !isThereBlock('local')) return [flowOf(resource, 'source', 'destination')]
  return [flowOf(resource, 'local', 'remote'), flowOf(resource, 'remote', 'local')]
}

function flowOf(resource: Resource, from: string, to: string): ReplicationFlow {
  const { body, label } = resource
  const open = { state: 'unresolved', at: label, text: '' } as const
  const config = down(body, 'config')
  const mirrorsAll = knownValue(text(down(config, 'auto.create.mirror.topics.enable'))) === 'true'
  const topics = mirrorsAll ? patternOf(down(config, 'auto.create.mirror.topics.filters'), 'topicFilters') : undefined
  return {
    kind: 'flow',
    ...named(resource, 'link_name'),
    source: peerOf(resource, from),
    target: peerOf(resource, to),
    topics: topics ?? open,
    groups: patternOf(down(config, 'consumer.offset.group.filters'), 'groupFilters') ?? open,
    copying: { all: stated(config, 'acl.sync.enable', 'sync.topic.acls.enabled'), near: label, open },
    checkpoints: {
      all: stated(config, 'consumer.offset.sync.enable', 'sync.group.offsets.enabled'),
      near: label,
      open,
    },
  }
}

/** A setting of the link as the one of MirrorMaker 2 that means the same; where the link has settings and this is none of them, its default, which is off. */
function stated(config: Cursor, written: string, key: string): Setting[] {
  if (!isThere(config)) return []
  const at = down(config, written)
  const value = text(at)
  const keyPlace = at.key ?? config.key ?? config.near
  if (value.state !== 'absent') return [{ key, written, keyPlace, value }]
  return key === 'sync.group.offsets.enabled'
    ? [{ key, written, keyPlace, value: { state: 'known', value: 'false', at: keyPlace } }]
    : []
}

/** The pattern of a list of filters that takes everything in; undefined where filters are known to say less, or nobody knows what they say. */
function patternOf(filters: Cursor, list: string): Fact<string> | undefined {
  const written = text(filters)
  const all = jsonAt(filters).flatMap(json => items(down(json, list)))
  const is = (filter: Cursor, field: string): string => knownValue(text(down(filter, field))) ?? ''
  const everything = all.some(filter => is(filter, 'name') === '*' && is(filter, 'filterType') === 'INCLUDE')
  const exceptions = all.some(filter => is(filter, 'filterType') !== 'INCLUDE')
  return everything && !exceptions && written.state === 'known'
    ? { state: 'known', value: '.*', at: written.at }
    : undefined
}

function peerOf({ body, label }: Resource, side: string): Peer {
  const cluster = block(body, `${side}_kafka_cluster`)
  const referred = down(cluster, 'id').origin.refersTo
  const site = referred?.type === 'confluent_kafka_cluster' ? confluentSite(referred.body) : undefined
  return {
    alias: referred ? text(down(referred.body, 'display_name')) : text(down(cluster, 'id')),
    bootstrap: text(down(cluster, 'bootstrap_endpoint')),
    encrypted: { state: 'known', value: true, at: label },
    ...(site ? { site } : {}),
  }
}

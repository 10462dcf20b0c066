import type { Peer, ReplicationFlow } from '../model/entities.ts'
import { placeOf, knownValue, type Fact, type Place } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down, isThere } from '../formats/cursor.ts'
import { patternsIn } from '../formats/patterns.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { loggingOf } from './msk.ts'
import { named, regionOfArn, type Resource } from './resource.ts'

/** Reads an `aws_msk_replicator`: one flow for each pair of clusters. */
export function readReplicator(resource: Resource): ReplicationFlow[] {
  const { body, label } = resource
  return blocks(body, 'replication_info_list').map((info): ReplicationFlow => {
    const topics = block(info, 'topic_replication')
    const groups = block(info, 'consumer_group_replication')
    const open = { state: 'unresolved', at: label, text: '' } as const
    return {
      kind: 'flow',
      ...named(resource, 'replicator_name'),
      source: readPeer(resource, info, 'source'),
      target: readPeer(resource, info, 'target'),
      topics: patternsIn(down(topics, 'topics_to_replicate')),
      groups: patternsIn(down(groups, 'consumer_groups_to_replicate')),
      // AWS decides about all else of the copies.
      copying: {
        all: [
          asSetting('refresh.topics.enabled', topics, 'detect_and_copy_new_topics', label),
          asSetting('sync.topic.configs.enabled', topics, 'copy_topic_configurations', label),
          asSetting('sync.topic.acls.enabled', topics, 'copy_access_control_lists_for_topics', label),
          ...leftOut(topics, 'topics'),
        ],
        near: label,
        open,
      },
      checkpoints: {
        all: [
          { key: 'emit.checkpoints.enabled', keyPlace: label, value: { state: 'known', value: 'true', at: label } },
          asSetting('sync.group.offsets.enabled', groups, 'synchronise_consumer_group_offsets', label),
          asSetting('refresh.groups.enabled', groups, 'detect_and_copy_new_consumer_groups', label),
          ...leftOut(groups, 'consumer_groups'),
        ],
        near: label,
      },
      logging: loggingOf(block(body, 'log_delivery'), resource),
      replicator: {
        startingPosition: text(attribute(topics, 'starting_position', 'type')),
        topicNames: text(attribute(topics, 'topic_name_configuration', 'type')),
        offsetSync: text(down(groups, 'consumer_group_offset_sync_mode')),
      },
    }
  })
}

/** An attribute of the replicator as the setting of MirrorMaker 2 that means the same; without it, true. */
function asSetting(key: string, block: Cursor, attribute: string, label: Place): Setting {
  const at = down(block, attribute)
  const value = text(at)
  return {
    key,
    written: attribute,
    keyPlace: at.key ?? label,
    value: value.state === 'absent' ? { state: 'known', value: 'true', at: label } : value,
  }
}

/** The topics or groups that it is told to leave out, as the setting of MirrorMaker 2 that means the same. */
function leftOut(block: Cursor, what: 'topics' | 'consumer_groups'): Setting[] {
  const written = `${what}_to_exclude`
  const key = what === 'topics' ? 'topics.exclude' : 'groups.exclude'
  const list = down(block, written)
  const value = patternsIn(list)
  return value.state === 'absent' ? [] : [{ key, written, keyPlace: list.key ?? list.near, value }]
}

/** One end of a pair: a cluster of MSK by its ARN, or any other by its id. */
function readPeer({ body, label }: Resource, info: Cursor, side: 'source' | 'target'): Peer {
  const arn = down(info, `${side}_kafka_cluster_arn`)
  const id = text(down(info, `${side}_kafka_cluster_id`))
  const encrypted: Fact<boolean> = { state: 'known', value: true, at: label }
  if (id.state === 'known' && !isThere(arn)) {
    const cluster = blocks(body, 'kafka_cluster')
      .map(one => block(one, 'apache_kafka_cluster'))
      .find(one => knownValue(text(down(one, 'apache_kafka_cluster_id'))) === id.value)
    if (cluster) return { alias: id, bootstrap: text(down(cluster, 'bootstrap_broker_string')), encrypted }
  }
  return mskPeer(arn)
}

/** A cluster of MSK by its ARN: by reference to its resource, or written out. */
export function mskPeer(arn: Cursor): Peer {
  const { refersTo } = arn.origin
  const written = text(arn)
  const named: Fact<string> =
    written.state === 'known'
      ? { ...written, value: /:cluster\/([^/]+)/.exec(written.value)?.[1] ?? written.value }
      : written
  const name = refersTo ? text(down(refersTo.body, 'cluster_name')) : named
  const region = refersTo ? text(refersTo.region()) : regionOfArn(written)
  return {
    alias: name,
    bootstrap: { state: 'absent', near: placeOf(written) },
    encrypted: { state: 'known', value: true, at: arn.near },
    site: { provider: 'aws-msk', service: 'Amazon MSK', region },
  }
}

import type { Peer, ReplicationFlow } from '../model/entities.ts'
import { placeOf, knownValue, type Fact } from '../model/fact.ts'
import { down, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { boolean, text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { named, regionOfArn, type Resource } from './resource.ts'

/** Reads an `aws_msk_replicator`: one flow for each pair of clusters. */
export function readReplicator(resource: Resource): ReplicationFlow[] {
  const { body, label } = resource
  return blocks(body, 'replication_info_list').map((info): ReplicationFlow => {
    const topics = block(info, 'topic_replication')
    const groups = block(info, 'consumer_group_replication')
    const synchronised = down(groups, 'synchronise_consumer_group_offsets')
    const value = text(synchronised)
    const open = { state: 'unresolved', at: label, text: '' } as const
    return {
      kind: 'flow',
      ...named(resource, 'replicator_name'),
      source: readPeer(resource, info, 'source'),
      target: readPeer(resource, info, 'target'),
      topics: patterns(down(topics, 'topics_to_replicate')),
      groups: patterns(down(groups, 'consumer_groups_to_replicate')),
      // AWS decides about the copies.
      copying: { all: [], near: label, open },
      checkpoints: {
        all: [
          { key: 'emit.checkpoints.enabled', keyPlace: label, value: { state: 'known', value: 'true', at: label } },
          // Absent means true.
          {
            key: 'sync.group.offsets.enabled',
            written: 'synchronise_consumer_group_offsets',
            keyPlace: synchronised.key ?? label,
            value: value.state === 'absent' ? { state: 'known', value: 'true', at: label } : value,
          },
        ],
        near: label,
      },
      replicator: {
        startingPosition: text(attribute(topics, 'starting_position', 'type')),
        topicNames: text(attribute(topics, 'topic_name_configuration', 'type')),
        newTopics: boolean(down(topics, 'detect_and_copy_new_topics')),
        newGroups: boolean(down(groups, 'detect_and_copy_new_consumer_groups')),
        offsetSync: text(down(groups, 'consumer_group_offset_sync_mode')),
      },
    }
  })
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

/** A list of patterns as one; the one that takes everything decides. */
export function patterns(list: Cursor): Fact<string> {
  const facts = items(list).map(text)
  const everything = facts.find(fact => /^\.[*+]$/.test(knownValue(fact) ?? ''))
  const [first, ...others] = facts
  if (everything) return everything
  if (first && others.length === 0) return first
  const values = facts.map(knownValue)
  if (!first || values.includes(undefined))
    return first ? { state: 'unresolved', at: list.key ?? list.near, text: '' } : text(list)
  return { state: 'known', value: values.join('|'), at: list.key ?? placeOf(first) }
}

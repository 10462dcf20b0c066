import type { Peer, ReplicationFlow } from '../model/entities.ts'
import { placeOf, knownValue, type Fact } from '../model/fact.ts'
import { down, isThere } from '../formats/cursor.ts'
import { patternsIn } from '../formats/patterns.ts'
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
      topics: patternsIn(down(topics, 'topics_to_replicate')),
      groups: patternsIn(down(groups, 'consumer_groups_to_replicate')),
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
    encrypted,
    site: { provider: 'aws-msk', service: 'Amazon MSK', region },
  }
}

import type { Client, ConsumerGroup } from '../model/entities.ts'
import { writtenName, placeOf, type Fact } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down, isThere, items } from '../formats/cursor.ts'
import { patternsIn } from '../formats/patterns.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { attribute, block } from './instances.ts'
import { mskPeer } from './replicator.ts'
import type { Resource } from './resource.ts'

/** Reads an `aws_lambda_event_source_mapping` whose source is Kafka: the function is a client with a group of its own; any other source says nothing. */
export function readEventSource(resource: Resource): (Client | ConsumerGroup)[] {
  const { body, label } = resource
  const endpoints = block(body, 'self_managed_event_source', 'endpoints')
  const written = [
    down(endpoints, 'KAFKA_BOOTSTRAP_SERVERS'),
    down(endpoints, 'kafka_bootstrap_servers'),
    down(body, 'kafka_bootstrap_servers'),
  ].find(isThere)
  const arn = down(body, 'event_source_arn')
  const topics = down(body, 'topics')
  if (!written && (!isThere(topics) || !(isThere(arn) || arn.unseen))) return []
  const given = text(down(body, 'function_name'))
  const name: Fact<string> = given.state === 'known' ? given : { state: 'known', value: resource.labelled, at: label }
  const common = { name, file: resource.file, extent: resource.extent }
  const client: Client = {
    kind: 'client',
    ...common,
    kafka: {
      ...(written ? { alias: { state: 'absent', near: label }, bootstrap: addressesAt(written) } : mskPeer(arn)),
      // Which way Lambda takes, the secrets and the network decide.
      encrypted: { state: 'unresolved', at: label, text: '' },
    },
    settings: { all: topicsOf(topics), near: label },
  }
  const group = ['amazon_managed_kafka_event_source_config', 'self_managed_kafka_event_source_config']
    .map(key => text(attribute(body, key, 'consumer_group_id')))
    .concat(text(down(body, 'consumer_group_id')))
    .find(({ state }) => state !== 'absent')
  return [
    client,
    ...(group
      ? [
          {
            kind: 'group',
            ...common,
            name: group,
            role: 'consumer',
            owner: `function ${writtenName(name)}`.trimEnd(),
          } as const,
        ]
      : []),
  ]
}

const addressesAt = (cursor: Cursor): Fact<string> =>
  cursor.tree?.kind === 'list' ? patternsIn(cursor, ',') : text(cursor)

/** The topics that a function takes its records from. */
const topicsOf = (topics: Cursor): Setting[] =>
  items(topics).flatMap((topic): Setting[] => {
    const value = text(topic)
    return value.state === 'absent' ? [] : [{ key: 'event.source.topics', keyPlace: placeOf(value), value }]
  })

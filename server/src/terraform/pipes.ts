import type { Client, Connector, ConsumerGroup, Entity } from '../model/entities.ts'
import { mapFact, placeOf, writtenName, type Fact } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down } from '../formats/cursor.ts'
import { patternsIn } from '../formats/patterns.ts'
import type { Cursor } from '../formats/position.ts'
import { fixed, text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { mskPeer } from './replicator.ts'
import { named, siteOf, type Resource } from './resource.ts'

/** Reads an `aws_pipes_pipe` whose source is Kafka: a client with a group; a pipe from anything else says nothing. */
export function readPipe(resource: Resource): (Client | ConsumerGroup)[] {
  const { body, label } = resource
  const source = down(body, 'source')
  const [managed] = blocks(block(body, 'source_parameters'), 'managed_streaming_kafka_parameters')
  const [own] = blocks(block(body, 'source_parameters'), 'self_managed_kafka_parameters')
  const parameters = managed ?? own
  if (!parameters) return []
  const common = named(resource, 'name')
  const group = text(down(parameters, 'consumer_group_id'))
  return [
    {
      kind: 'client',
      ...common,
      kafka: {
        ...(managed ? mskPeer(source) : { alias: absentAt(label), bootstrap: addressOf(source, parameters) }),
        // Which way a pipe takes, its credentials and the network decide.
        encrypted: { state: 'unresolved', at: label, text: '' },
      },
      settings: { all: settingOf('event.source.topics', down(parameters, 'topic_name')), near: label },
    },
    ...(group.state === 'absent'
      ? []
      : [
          {
            kind: 'group',
            ...common,
            name: group,
            role: 'consumer',
            owner: `pipe ${writtenName(common.name)}`.trimEnd(),
          } as const,
        ]),
  ]
}

/** Reads an `aws_kinesis_firehose_delivery_stream` that takes its records from MSK: a client of the cluster, and a sink to where it delivers them. */
export function readStreamOfKafka(resource: Resource): Entity[] {
  const { body, label } = resource
  const [source] = blocks(body, 'msk_source_configuration')
  if (!source) return []
  const common = named(resource, resource.type.startsWith('awscc_') ? 'delivery_stream_name' : 'name')
  const topic = down(source, 'topic_name')
  const client: Client = {
    kind: 'client',
    ...common,
    kafka: mskPeer(down(source, 'msk_cluster_arn')),
    settings: { all: settingOf('event.source.topics', topic), near: label },
  }
  const destinations = addresses.flatMap(([key, ...path]) => settingOf(key, attribute(body, ...path)))
  const region = resource.region()
  const sink: Connector = {
    kind: 'connector',
    ...common,
    class: { state: 'known', value: resource.type, at: label },
    connectCluster: absentAt(label),
    settings: {
      all: [
        ...settingOf('topics', topic),
        ...destinations,
        ...(region.state === 'absent' ? [] : [{ key: 'region', keyPlace: placeOf(region), value: region }]),
      ],
      near: label,
      open: { state: 'unresolved', at: label, text: '' },
    },
    site: siteOf(resource, 'Amazon Data Firehose'),
  }
  return [client, sink]
}

/** Where a stream delivers to, beside services of its own account: the key that we call it by, and where it stands, in Terraform and in CloudFormation. */
const addresses: readonly (readonly [key: string, first: string, ...path: string[]])[] = [
  ['endpoint.url', 'http_endpoint_configuration', 'url'],
  ['endpoint.url', 'http_endpoint_destination_configuration', 'endpoint_configuration', 'url'],
  ['endpoint.url', 'splunk_configuration', 'hec_endpoint'],
  ['endpoint.url', 'splunk_destination_configuration', 'hec_endpoint'],
  ['endpoint.url', 'snowflake_configuration', 'account_url'],
  ['endpoint.url', 'snowflake_destination_configuration', 'account_url'],
]

const absentAt = (near: Resource['label']): Fact<string> => ({ state: 'absent', near })

/** A broker that a pipe is told: the one that stands as its source, behind `smk://`, else the further ones. */
function addressOf(source: Cursor, parameters: Cursor): Fact<string> {
  const first = mapFact(text(source), value => value.replace(/^smk:\/\//, ''))
  return first.state === 'absent' ? patternsIn(down(parameters, 'additional_bootstrap_servers'), ',') : fixed(first)
}

function settingOf(key: string, at: Cursor): Setting[] {
  const value = text(at)
  return value.state === 'absent' ? [] : [{ key, keyPlace: at.key ?? placeOf(value), value }]
}

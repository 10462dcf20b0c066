import type { Client, Connector, ConsumerGroup, Entity, Site } from '../model/entities.ts'
import { mapFact, placeOf, writtenName, type Fact } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down, isThere } from '../formats/cursor.ts'
import { patternsIn } from '../formats/patterns.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { named, regionOfArn, siteOf, type Resource } from './resource.ts'

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
        ...(managed
          ? managedPeer(source, label)
          : { alias: absentAt(label), bootstrap: addressOf(source, parameters) }),
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
    kafka: {
      ...managedPeer(down(source, 'msk_cluster_arn'), label),
      encrypted: { state: 'known', value: true, at: label },
    },
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

/** A cluster of MSK by its ARN, which another resource has, or which is written. */
function managedPeer(arn: Cursor, label: Resource['label']): Pick<Client['kafka'], 'alias' | 'bootstrap' | 'site'> {
  const { refersTo } = arn.origin
  const site: Site = {
    provider: 'aws-msk',
    service: 'Amazon MSK',
    region: refersTo ? text(refersTo.region()) : regionOfArn(text(arn)),
  }
  const alias = refersTo ? text(down(refersTo.body, 'cluster_name')) : mapFact(text(arn), nameInArn)
  return { alias: alias.state === 'known' ? { ...alias, value: alias.value } : alias, bootstrap: absentAt(label), site }
}

/** The name of the cluster in `arn:aws:kafka:eu-west-1:1:cluster/orders/...`. */
const nameInArn = (arn: string): string | undefined => /:cluster\/([^/]+)\//.exec(arn)?.[1]

/** The brokers that a pipe is told: the one that stands as its source, behind `smk://`, and further ones. */
function addressOf(source: Cursor, parameters: Cursor): Fact<string> {
  const first = mapFact(text(source), value => value.replace(/^smk:\/\//, ''))
  const others = down(parameters, 'additional_bootstrap_servers')
  if (first.state !== 'absent')
    return first.state === 'known' ? { state: 'known', value: first.value, at: first.at } : first
  return isThere(others) ? patternsIn(others, ',') : first
}

function settingOf(key: string, at: Cursor): Setting[] {
  const value = text(at)
  return value.state === 'absent' ? [] : [{ key, keyPlace: at.key ?? placeOf(value), value }]
}

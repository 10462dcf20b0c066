import type { Entity } from '../model/entities.ts'
import { knownValue, mapFact, type Fact, type Place } from '../model/fact.ts'
import { down, entries, isThere, items, reportingAt } from '../formats/cursor.ts'
import { extentOf, type Cursor } from '../formats/position.ts'
import { fixed, integer, text } from '../formats/values.ts'
import { readMskConnector } from '../terraform/connect.ts'
import { readMskCluster, readServerless } from '../terraform/msk.ts'
import { regionOfArn, siteOf, type Resource } from '../terraform/resource.ts'
import { readSchema } from '../terraform/schema.ts'
import { asAttributes } from './properties.ts'

/** A part of what `aws kafka`, `aws kafkaconnect` or `aws glue` print: the service, and what it tells. */
interface Told {
  readonly arn: Fact<string>
  readonly at: Cursor
}

const deepest = 6
const services = /^arn:[\w-]+:(?:kafka|kafkaconnect|glue):/

/** Whether a document is what one of the commands of AWS prints of Kafka, Kafka Connect or the schema registry. */
export const isAwsPrint = (root: Cursor): boolean => toldIn(root).length > 0

/** Reads what `aws kafka`, `aws kafkaconnect` and `aws glue` print of clusters, topics, connectors and schemas. */
export const readAwsPrint = (root: Cursor): readonly Entity[] => toldIn(root).flatMap(readTold)

/** The maps of a document that say by their ARN what they are of. */
function toldIn(root: Cursor): Told[] {
  const visit = (at: Cursor, depth: number): Told[] => {
    const arn = ['ClusterArn', 'TopicArn', 'connectorArn', 'ConnectorArn', 'SchemaArn', 'topicArn']
      .map(key => text(down(at, key)))
      .find(fact => fact.state === 'known' && services.test(fact.value))
    const [kept] = arn ? [arn] : []
    if (kept) return [{ arn: kept, at }]
    return depth > deepest ? [] : [...entries(at), ...items(at)].flatMap(child => visit(child, depth + 1))
  }
  return visit(root, 0)
}

/** `arn:aws:kafka:eu-central-1:1111:cluster/orders/0d1e...`: what it is of, and the names behind it. */
const partsOfArn = (arn: Fact<string>): readonly string[] =>
  (knownValue(arn) ?? '').split(':').slice(5).join(':').split('/')

function readTold(told: Told): readonly Entity[] {
  const [kind] = partsOfArn(told.arn)
  switch (kind) {
    case 'cluster':
      return readCluster(told)
    case 'topic':
      return readTopic(told)
    case 'connector':
      return readMskConnector(resourceOf('awscc_kafkaconnect_connector', told, attributesOf(told.at)))
    case 'schema':
      return readGlueSchema(told)
    default:
      return []
  }
}

/** What it says, under the names of Terraform's provider. */
const attributesOf = (at: Cursor): Cursor => asAttributes(at, { root: at, depth: 0, resource: () => undefined })

function resourceOf(type: string, { arn, at }: Told, body: Cursor): Resource {
  const label: Place = arn.state === 'absent' ? at.near : arn.at
  return {
    type,
    labelled: partsOfArn(arn)[1] ?? '',
    file: at.document.file,
    body: { ...body, near: label },
    label,
    extent: extentOf(at),
    region: () => regionOfArn(arn),
    provider: () => undefined,
    beside: () => [],
    handedOn: () => false,
  }
}

/** A cluster, in the shape of either generation of the interface. */
function readCluster(told: Told): readonly Entity[] {
  const { at } = told
  const body = attributesOf(at)
  if (isThere(down(at, 'Serverless'))) {
    const serverless = reportingAt(down(body, 'serverless'), at.near)
    return readServerless(resourceOf('aws_msk_serverless_cluster', told, serverless)).map(withNameOf(told))
  }
  const provisioned = isThere(down(at, 'Provisioned')) ? down(body, 'provisioned') : body
  return readMskCluster(resourceOf('aws_msk_cluster', told, provisioned)).map(cluster => ({
    ...withNameOf(told)(cluster),
    version: fixed(text(down(provisioned, 'current_broker_software_info', 'kafka_version'))),
    // The print names the configuration and does not show it.
    settings: {
      ...cluster.settings,
      open: { state: 'unresolved', at: told.arn.state === 'absent' ? at.near : told.arn.at, text: '' },
    },
  }))
}

const withNameOf =
  (told: Told) =>
  <E extends Entity>(entity: E): E => ({ ...entity, name: nameIn(told, 1) })

/** A name that stands in the ARN. */
const nameIn = ({ arn }: Told, index: number): Fact<string> => fixed(mapFact(arn, () => partsOfArn(arn)[index]))

function readTopic(told: Told): readonly Entity[] {
  const { arn, at } = told
  const near = arn.state === 'absent' ? at.near : arn.at
  const first = (...keys: readonly string[]): Cursor =>
    reportingAt(keys.map(key => down(at, key)).find(isThere) ?? down(at, keys[0] ?? ''), near)
  return [
    {
      kind: 'running-topic',
      name: fixed(text(first('TopicName', 'topicName'))),
      file: at.document.file,
      extent: extentOf(at),
      partitions: fixed(integer(first('PartitionCount', 'partitionCount'))),
      replicationFactor: fixed(integer(first('ReplicationFactor', 'replicationFactor'))),
      // They are printed in base64, if at all.
      settings: { all: [], near, open: { state: 'unresolved', at: near, text: '' } },
    },
  ]
}

function readGlueSchema(told: Told): readonly Entity[] {
  const { at } = told
  const resource = resourceOf('aws_glue_schema', told, attributesOf(at))
  const name = nameIn(told, 2)
  if (isThere(down(at, 'SchemaDefinition')))
    return readSchema(resource).map(entity => (entity.kind === 'schema' ? { ...entity, name } : entity))
  return [
    {
      kind: 'schema',
      name,
      file: at.document.file,
      extent: extentOf(at),
      registry: siteOf(resource, 'AWS Glue Schema Registry'),
      records: [],
    },
  ]
}

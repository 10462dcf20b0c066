import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { consequenceOf } from '../server/src/assess/consequence.ts'
import { openDb } from '../server/src/assess/db.ts'
import type { Attribute } from '../server/src/model/fact.ts'
import type { SemanticEdit } from '../server/src/model/semantic-edit.ts'
import { lazy } from '../server/src/text/lazy.ts'
import { consequences } from './support/consequences.ts'
import { reviewTexts, theLibrary } from './support/fixtures.ts'

const { classes, places, holders, settings } = consequences
const db = lazy(() => openDb(reviewTexts([]).estate, theLibrary()))

/** What it does to write a value at an attribute, where another one or none stands. */
function effectOf(resource: string, attribute: string, value: string | number, is?: string): string {
  const path = attribute.split('.')
  const tool = /^[A-Z]/.test(resource) ? 'strimzi' : 'terraform'
  const of: Attribute = { tool, resource, path, there: is === undefined ? 0 : path.length }
  const slot = { file: 'file:///a.tf' as never, document: 0, path, of, ...(is === undefined ? {} : { is }) }
  const edit: SemanticEdit = { op: 'set', slot, value }
  return consequenceOf(db(), [edit], { kind: 'configuration' }).does
}

describe('consequences.yaml', () => {
  it('names each class once, and each row one of them', () => {
    const ids = classes.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const { does } of [...places, ...settings, ...holders]) assert.ok(ids.includes(does), does)
    for (const { settings: holder } of places)
      assert.ok(holder === undefined || holders.some(row => row.holder === holder), holder)
  })

  it('says each thing once', () => {
    const keys = [
      ...places.map(({ tool, resource, attribute, on, where }) => [tool, resource, attribute, on, where].join(' ')),
      ...settings.map(({ holder, key, on }) => [holder, key, on].join(' ')),
    ]
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    )
  })

  it('has rows for every resource that the Terraform reader reads and whose change could harm', () => {
    const reader = readFileSync('server/src/terraform/read.ts', 'utf8')
    const read = [...reader.matchAll(/^ {2}(\w+): read\w+,$/gm)].map(([, type]) => type ?? '')
    assert.ok(read.length > 20, 'the table of readers has moved')
    const harmless = [
      'aws_lambda_event_source_mapping',
      'aws_iam_policy',
      'aws_iam_role_policy',
      'aws_iam_policy_document',
      'aws_msk_cluster_policy',
    ]
    // What a value does to a chart only the chart tells: without a row nothing is offered there.
    const charts = ['helm_release']
    const manifests = ['kubernetes_manifest', 'kubectl_manifest']
    for (const type of read)
      assert.ok(
        harmless.includes(type) ||
          charts.includes(type) ||
          manifests.includes(type) ||
          places.some(({ resource }) => resource === type),
        `${type} has no row`,
      )
  })
})

describe('what a change does', () => {
  it('counts an attribute that nobody has looked up as replacing its resource', () => {
    assert.equal(effectOf('aws_msk_something', 'name', 'a', 'b'), 'replaces')
    assert.equal(effectOf('kafka_topic', 'unheard_of', 'a', 'b'), 'replaces')
    assert.equal(effectOf('KafkaTopic', 'spec.unheardOf', 'a', 'b'), 'replaces')
  })

  it('takes the longest row that begins the attribute', () => {
    assert.equal(effectOf('aws_msk_cluster', 'anything', 'a', 'b'), 'replaces')
    assert.equal(effectOf('aws_msk_cluster', 'tags.a', 'a', 'b'), 'safe')
    const inTransit = 'encryption_info.encryption_in_transit'
    assert.equal(effectOf('aws_msk_cluster', `${inTransit}.client_broker`, 'TLS', 'PLAINTEXT'), 'clients-cut-off')
    assert.equal(effectOf('aws_msk_cluster', `${inTransit}.in_cluster`, 'true', 'false'), 'replaces')
  })

  it('knows a block that is written for the first time', () => {
    assert.equal(effectOf('aws_msk_cluster', 'encryption_info.encryption_in_transit.client_broker', 'TLS'), 'replaces')
  })

  it('takes the direction into account, and counts both where it cannot be told', () => {
    assert.equal(effectOf('aws_msk_topic', 'partition_count', 6, '3'), 'moves-data')
    assert.equal(effectOf('aws_msk_topic', 'partition_count', 3, '6'), 'refused')
    assert.equal(effectOf('aws_msk_topic', 'partition_count', 3, 'var.x'), 'refused')
    assert.equal(effectOf('kafka_topic', 'config.retention.ms', 604800000, '-1'), 'loses-data')
    assert.equal(effectOf('kafka_topic', 'config.retention.ms', 604800000, '1000'), 'safe')
    assert.equal(effectOf('kafka_topic', 'config.retention.ms', 604800000), 'loses-data')
    // Without a bound nothing is deleted, whatever the bound was before.
    assert.equal(effectOf('kafka_topic', 'config.retention.ms', -1, '1000'), 'safe')
    assert.equal(effectOf('kafka_topic', 'config.retention.ms', -1), 'safe')
    assert.equal(effectOf('kafka_topic', 'config.retention.bytes', -1, 'var.x'), 'safe')
  })

  it('knows what guards more: to refuse somebody is another thing than to let somebody in', () => {
    const client = 'encryption_info.encryption_in_transit.client_broker'
    assert.equal(effectOf('aws_msk_cluster', client, 'TLS', 'TLS_PLAINTEXT'), 'clients-cut-off')
    assert.equal(effectOf('aws_msk_cluster', client, 'TLS_PLAINTEXT', 'TLS'), 'opens')
    // Who came in plain text still may: nobody can tell from the table, and the graver counts.
    assert.equal(effectOf('aws_msk_cluster', client, 'TLS_PLAINTEXT', 'PLAINTEXT'), 'clients-cut-off')
    assert.equal(
      effectOf('aws_msk_cluster', 'client_authentication.unauthenticated', 'false', 'true'),
      'clients-cut-off',
    )
    assert.equal(effectOf('aws_msk_cluster', 'client_authentication.unauthenticated', 'true', 'false'), 'opens')
    assert.equal(effectOf('aws_msk_cluster', 'client_authentication.sasl.iam', 'true', 'false'), 'safe')
    assert.equal(effectOf('aws_msk_cluster', 'client_authentication.sasl.iam', 'true'), 'clients-cut-off')
    const access = 'broker_node_group_info.connectivity_info.public_access.type'
    assert.equal(effectOf('aws_msk_cluster', access, 'DISABLED', 'SERVICE_PROVIDED_EIPS'), 'clients-cut-off')
    assert.equal(effectOf('aws_msk_cluster', access, 'SERVICE_PROVIDED_EIPS', 'DISABLED'), 'opens')
    const broker = 'spec.kafka.config'
    assert.equal(effectOf('Kafka', `${broker}.allow.everyone.if.no.acl.found`, 'false', 'true'), 'clients-cut-off')
    assert.equal(effectOf('Kafka', `${broker}.allow.everyone.if.no.acl.found`, 'true', 'false'), 'opens')
    assert.equal(effectOf('Kafka', `${broker}.ssl.client.auth`, 'required', 'requested'), 'clients-cut-off')
    assert.equal(effectOf('Kafka', `${broker}.ssl.client.auth`, 'none', 'required'), 'opens')
    assert.equal(effectOf('Kafka', `${broker}.ssl.endpoint.identification.algorithm`, '', 'https'), 'opens')
    assert.equal(effectOf('Kafka', `${broker}.ssl.endpoint.identification.algorithm`, 'https', ''), 'clients-cut-off')
  })

  it('says, where the direction is not known, the gravest alone', () => {
    const said = (is?: string): string => {
      const path = ['spec', 'config', 'min.insync.replicas']
      const of: Attribute = { tool: 'strimzi', resource: 'KafkaTopic', path, there: 3 }
      const slot = { file: 'file:///a.yaml' as never, document: 0, path, of, ...(is === undefined ? {} : { is }) }
      return consequenceOf(db(), [{ op: 'set', slot, value: 2 }], { kind: 'configuration' }).says
    }
    assert.match(said(), /refused/)
    assert.doesNotMatch(said(), /fewer copies/)
    assert.match(said('3'), /fewer copies/)
  })

  it('lets the graver of a resource and of its setting count', () => {
    assert.equal(effectOf('aws_msk_configuration', 'server_properties.log.retention.hours', 1, '9'), 'loses-data')
    assert.equal(effectOf('aws_msk_configuration', 'server_properties.num.io.threads', 1, '9'), 'restarts')
  })
})

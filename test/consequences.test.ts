import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { consequenceOf } from '../server/src/assess/consequence.ts'
import { openDb } from '../server/src/assess/db.ts'
import type { Entity } from '../server/src/model/entities.ts'
import type { Attribute, Known } from '../server/src/model/fact.ts'
import type { SemanticEdit } from '../server/src/model/semantic-edit.ts'
import { lazy } from '../server/src/text/lazy.ts'
import type { Uri } from '../server/src/text/uri.ts'
import { ask, strimzi } from './support/asking.ts'
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
      'template_file',
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

type Told = readonly [does: string, offered: string, says: string, what: string, unsure?: true]

describe('what is said of a change', () => {
  const slotOf = (path: readonly string[], is?: string, of?: Attribute): never =>
    ({
      file: 'file:///a.yaml',
      document: 0,
      path,
      ...(of ? { of } : {}),
      ...(is === undefined ? {} : { is }),
    }) as never
  const bare = { cluster: { state: 'absent' }, settings: { all: [] }, kafka: {}, listeners: [], source: {} }
  const told = (edits: readonly SemanticEdit[], kind: string): Told => {
    const { does, offered, says, what, unsure } = consequenceOf(db(), edits, {
      kind,
      ...bare,
    } as unknown as Entity)
    return unsure ? [does, offered, says, what, unsure] : [does, offered, says, what]
  }
  const set = (key: string, value: string | number, is?: string): SemanticEdit => ({
    op: 'set',
    slot: slotOf(key.split('/'), is),
    value,
  })

  const registered = 'where the schema is registered, as a new version of it'
  const brokersRestart = 'brokers restart one after another'
  for (const [kind, key, value, is, ...expected] of [
    ['cluster', 'num.io.threads', 8, '4', 'safe', 'always', '', ''],
    ['cluster', 'KAFKA_NUM_IO_THREADS', 8, '4', 'safe', 'always', '', ''],
    ['cluster', 'kafka/numIoThreads', 8, '4', 'safe', 'always', '', ''],
    ['cluster', 'broker.rack', 'a', 'b', 'restarts', 'asked', brokersRestart, 'broker.rack'],
    ['node-pool', 'broker.rack', 'a', 'b', 'restarts', 'asked', brokersRestart, 'broker.rack'],
    ['topic', 'segment.ms', 8, '4', 'safe', 'always', 'brokers take it at once', ''],
    [
      'client',
      'acks',
      'all',
      '1',
      'restarts',
      'asked',
      'writes wait for the in-sync replicas from the next start on',
      'acks',
    ],
    [
      'client',
      'producer.acks',
      'all',
      '1',
      'restarts',
      'asked',
      'writes wait for the in-sync replicas from the next start on',
      'producer.acks',
    ],
    ['client', 'notacks', 'all', '1', 'restarts', 'asked', 'the application takes it at its next start', 'notacks'],
    [
      'group',
      'kafkaConsumerGroup',
      'cg-1',
      'orders',
      'positions-lost',
      'asked',
      'the group starts without committed offsets: records are read again or skipped',
      'group.id',
    ],
    [
      'connect-cluster',
      'plugin.path',
      'a',
      'b',
      'restarts',
      'asked',
      'workers restart one after another and their connectors with them',
      'plugin.path',
    ],
    ['connector', 'tasks.max', 2, '1', 'restarts', 'asked', 'the connector restarts', 'tasks.max'],
    ['flow', 'tasks.max', 2, '1', 'restarts', 'asked', 'the connectors of the mirror restart', 'tasks.max'],
    ['quota', 'tasks.max', 2, '1', 'replaces', 'never', '', 'tasks.max'],
    ['record', 'doc', 'a', 'b', 'safe', 'always', registered, ''],
    ['schema', 'doc', 'a', 'b', 'safe', 'always', registered, ''],
    [
      'topic',
      'min.insync.replicas',
      2,
      '1',
      'clients-cut-off',
      'asked',
      'producers with acks=all are refused while fewer replicas are in sync',
      'min.insync.replicas',
    ],
    ['topic', 'min.insync.replicas', 1, '2', 'safe', 'always', 'fewer copies confirm a write', ''],
    [
      'topic',
      'min.insync.replicas',
      2,
      '2',
      'clients-cut-off',
      'asked',
      'producers with acks=all are refused while fewer replicas are in sync',
      'min.insync.replicas',
      true,
    ],
    [
      'topic',
      'min.insync.replicas',
      2,
      '-1',
      'clients-cut-off',
      'asked',
      'producers with acks=all are refused while fewer replicas are in sync',
      'min.insync.replicas',
      true,
    ],
    [
      'topic',
      'retention.ms',
      5,
      '9',
      'loses-data',
      'never',
      'records older than that are deleted at once',
      'retention.ms',
    ],
    [
      'topic',
      'retention.ms',
      5,
      undefined,
      'loses-data',
      'never',
      'records older than that are deleted at once',
      'retention.ms',
      true,
    ],
    ['topic', 'retention.ms', 9, '5', 'safe', 'always', 'brokers take it at once', ''],
    [
      'cluster',
      'ssl.client.auth',
      'REQUIRED',
      ' none ',
      'clients-cut-off',
      'asked',
      'clients without a certificate are refused',
      'ssl.client.auth',
    ],
    [
      'cluster',
      'ssl.client.auth',
      'requested',
      'none',
      'clients-cut-off',
      'asked',
      'clients without a certificate are refused',
      'ssl.client.auth',
      true,
    ],
    [
      'cluster',
      'authorizer.class.name',
      '',
      'a.B',
      'opens',
      'never',
      'brokers restart one after another; everybody may do everything',
      'authorizer.class.name',
    ],
    [
      'cluster',
      'authorizer.class.name',
      'a.B',
      '',
      'clients-cut-off',
      'asked',
      'brokers restart one after another; who has no right is refused',
      'authorizer.class.name',
    ],
    [
      'cluster',
      'allow.everyone.if.no.acl.found',
      'FALSE',
      'true',
      'clients-cut-off',
      'asked',
      'brokers restart one after another; who has no right is refused',
      'allow.everyone.if.no.acl.found',
    ],
  ] as const)
    it(`${key} of a ${kind} from ${is ?? 'nothing'} to ${value}`, () =>
      assert.deepEqual(told([set(key, value, is)], kind), expected))

  it('of a variable in a list of names and values is that of the setting which it is, and of a listener that of its protocol', () => {
    const at = (...path: readonly (string | number)[]): Known<string> => ({
      state: 'known',
      value: '-1',
      at: { file: 'file:///a.yaml' as Uri, span: { start: 0, end: 2 } },
      slot: slotOf(path as readonly string[], '-1'),
    })
    const value = at('env', 0, 'value')
    const setting = { key: 'KAFKA_LOG_RETENTION_HOURS', keyPlace: value.at, value }
    const encrypted = at('lanes', 0, 'tls')
    const broker = {
      ...bare,
      kind: 'cluster',
      settings: { all: [setting] },
      listeners: [{ encrypted, authentication: { state: 'unresolved' } }],
    } as unknown as Entity
    const doing = (slot: typeof value.slot): string[] => {
      const { does, what } = consequenceOf(db(), slot ? [{ op: 'set', slot, value: 168 }] : [], broker)
      return [does, what]
    }
    assert.deepEqual(doing(value.slot), ['loses-data', 'kafka.log.retention.hours'])
    assert.deepEqual(doing(encrypted.slot), ['clients-cut-off', 'listener.security.protocol.map'])
    assert.deepEqual(doing(at('env', 1, 'value').slot), ['restarts', 'env.value'])
  })

  it('of several edits has the gravest, and what each does, once', () => {
    assert.deepEqual(told([set('broker.rack', 'a'), set('default.replication.factor', 3)], 'cluster'), [
      'restarts',
      'asked',
      'brokers restart one after another; topics that exist keep their number; new topics need as many brokers',
      'broker.rack',
    ])
    assert.deepEqual(told([set('num.io.threads', 3), set('ssl.client.auth', 'required', 'none')], 'cluster'), [
      'clients-cut-off',
      'asked',
      'clients without a certificate are refused',
      'ssl.client.auth',
    ])
    assert.deepEqual(told([set('retention.ms', 1, '2'), set('min.insync.replicas', 1, '2')], 'topic'), [
      'loses-data',
      'never',
      'records older than that are deleted at once',
      'retention.ms',
    ])
    assert.deepEqual(told([], 'topic'), ['safe', 'always', '', ''])
    assert.deepEqual(
      consequenceOf(db(), [set('acks', 'all', '1'), set('group.id', 'a', 'b')], {
        kind: 'client',
        ...bare,
      } as unknown as Entity).sources,
      ['kafka'],
    )
  })

  it('names the attribute below the resource, a setting by its own name, and the row’s where it is about a whole', () => {
    const of = (tool: string, resource: string, path: string, there?: number): Told => {
      const parts = path.split('/')
      const attribute = { tool, resource, path: parts, there: there ?? parts.length }
      return told([{ op: 'set', slot: slotOf(parts, '9', attribute), value: 5 }], 'topic')
    }
    assert.deepEqual(of('terraform', 'aws_msk_topic', 'configs/retention.ms'), [
      'loses-data',
      'never',
      'records older than that are deleted at once',
      'retention.ms of aws_msk_topic',
    ])
    assert.deepEqual(of('terraform', 'aws_msk_topic', 'configs'), ['safe', 'always', '', ''])
    assert.deepEqual(of('terraform', 'aws_msk_configuration', 'server_properties/broker.rack').slice(2), [
      'brokers restart one after another when the cluster takes the new revision; a cluster that names a revision keeps it',
      'broker.rack of aws_msk_configuration',
    ])
    assert.deepEqual(of('terraform', 'aws_msk_cluster', 'tags/a').slice(2), ['', ''])
    assert.deepEqual(of('terraform', 'aws_msk_cluster', 'unheard').slice(3), ['unheard of aws_msk_cluster'])
    assert.deepEqual(of('nobody', 'thing', 'a/b'), ['replaces', 'never', '', 'a.b of thing'])
    assert.deepEqual(
      of('terraform', 'aws_msk_cluster', 'encryption_info/encryption_in_transit/client_broker', 1).slice(0, 1),
      ['opens'],
    )
    assert.deepEqual(
      of('terraform', 'aws_msk_cluster', 'encryption_info/encryption_in_transit/client_broker', 0).slice(0, 1),
      ['replaces'],
    )
    // What is only said of a block's first writing is nothing that holds for all below it.
    assert.equal(
      of('terraform', 'aws_msk_cluster', 'encryption_info/unheard', 2)[2],
      'the cluster is destroyed and created anew with no data',
    )
    assert.deepEqual(of('strimzi', 'KafkaTopic', 'metadata/name').slice(0, 2), ['replaces', 'never'])
    assert.deepEqual(of('strimzi', 'KafkaTopic', 'apiVersion').slice(2), [
      'the same object in another version of the interface',
      '',
    ])
  })

  it('of a topic’s number of replicas depends on who moves its partitions', () => {
    const replicas = (cluster: string): Told => {
      const { db: asked, the } = ask({
        't.yaml': strimzi('KafkaTopic', 't', '  replicas: 2\n', 'c'),
        'k.yaml': strimzi('Kafka', 'c', cluster),
      })
      const topic = the('t.yaml', 'topic')
      const { replicationFactor: factor } = topic
      assert.ok(factor.state === 'known' && factor.slot)
      const { does, offered, says, what, unsure } = consequenceOf(
        asked,
        [{ op: 'set', slot: factor.slot, value: 3 }],
        topic,
      )
      return unsure ? [does, offered, says, what, unsure] : [does, offered, says, what]
    }
    const refused =
      'the operator refuses to change the number of replicas of a topic that exists, and every later change of it'
    assert.deepEqual(replicas('  kafka:\n    config: {}\n  cruiseControl: {}\n'), [
      'moves-data',
      'asked',
      'Cruise Control reassigns its partitions',
      'spec.replicas of KafkaTopic',
    ])
    assert.deepEqual(replicas('  kafka:\n    config: {}\n'), [
      'refused',
      'never',
      refused,
      'spec.replicas of KafkaTopic',
    ])
  })

  it('is nothing of a comment, and of our own configuration', () => {
    assert.deepEqual(told([{ op: 'suppress' } as never], 'topic'), ['safe', 'always', '', ''])
    const ours = { file: 'file:///.kafka-review.yaml', document: 0, path: ['rules'] } as never
    assert.deepEqual(told([{ op: 'set', slot: ours, value: 1 }], 'configuration'), ['safe', 'always', '', ''])
  })
})

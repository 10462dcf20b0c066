import assert from 'node:assert/strict'
import type { Client, Entity, Topic } from '../../server/src/model/entities.ts'
import type { Fact } from '../../server/src/model/fact.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { uriOf } from '../support/fixtures.ts'

const word = (fact: Fact<unknown> | undefined): string => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === 'unresolved' ? '?' : '-'
}

/** What is read of a file, an entity each, in few words; `!` encrypts, `~` does not. */
const told = (path: string, text: string): string[] =>
  ((readFile(uriOf(path), text)?.facts.entities ?? []) as readonly Entity[]).flatMap(tell)

const encryption = (fact: Fact<boolean>): string => ({ true: '!', false: '~', '-': '-' })[word(fact)] ?? '?'

function client({ name, kafka, settings }: Client): string {
  const own = settings.all.filter(({ key }) => key !== 'bootstrap.servers' && key !== 'ssl.enabled')
  return [
    `client ${word(name)}`,
    `at ${word(kafka.bootstrap)} ${encryption(kafka.encrypted)}${kafka.ownWay ? ' own' : ''}`,
    ...own.map(({ key, value }) => `${key}=${word(value)}`),
  ].join(', ')
}

function topic({ name, partitions, replicationFactor, settings, cluster, engine }: Topic): string {
  const own = settings.all.map(({ key, value }) => `${key}=${word(value)}`)
  return [
    `topic ${word(name)} ${word(partitions)} ${word(replicationFactor)}`,
    ...own,
    `in ${word(cluster)}${engine === undefined ? '' : ` of ${engine}`}`,
  ].join(' ')
}

function tell(one: Entity): string[] {
  switch (one.kind) {
    case 'client':
      return [client(one)]
    case 'topic':
      return [topic(one)]
    case 'group':
      return [`group ${word(one.name)} of ${one.owner}`]
    case 'cluster':
      return [`cluster ${word(one.name)} of ${word(one.brokers)}`]
    case 'access':
    case 'denial':
      return [
        `${one.kind} ${one.resource} ${word(one.name)}${one.prefix ? '…' : ''} ${word(one.operations)} ${word(one.principal)}`,
      ]
    default:
      return [one.kind]
  }
}

const check = (rows: readonly (readonly [path: string, text: string, expected: readonly string[]])[]): void => {
  for (const [path, text, expected] of rows) assert.deepEqual(told(path, text), expected, `${path}: ${text}`)
}

describe('a collector of logs or metrics', () => {
  before(prepareReading)
  it('is a client where it takes from Kafka or sends to it', () => {
    const vector = (more: string): string =>
      `sources:\n  orders:\n    type: kafka\n    bootstrap_servers: a:9092\n${more}`
    check([
      ['vector.yaml', vector(''), ['client orders, at a:9092 -']],
      ['vector.yaml', vector('    tls: {enabled: true}\n'), ['client orders, at a:9092 !']],
      ['vector.yaml', vector('    tls: {enabled: false}\n'), ['client orders, at a:9092 ~']],
      [
        'vector.yaml',
        vector('sinks:\n  out:\n    type: http\n    inputs: [orders]\n'),
        ['client orders, at a:9092 -, output.out.type=http, output.out.inputs=orders'],
      ],
      ['vector.yaml', vector('sinks:\n  out:\n    type: http\n    inputs: [other]\n'), ['client orders, at a:9092 -']],
      [
        'vector.yaml',
        vector('sinks:\n  out:\n    type: kafka\n    inputs: [orders]\n    bootstrap_servers: b:9092\n'),
        ['client orders, at a:9092 -', 'client out, at b:9092 -'],
      ],
      [
        'vector.yaml',
        vector(
          'transforms:\n  t:\n    type: route\n    inputs: [orders]\n  u:\n    type: x\n    inputs: [t.errors]\nsinks:\n  out:\n    type: http\n    inputs: [u]\n',
        ),
        ['client orders, at a:9092 -, output.out.type=http, output.out.inputs=u'],
      ],
      ['telegraf.toml', '[[outputs.kafka]]\nbrokers = ["a:9092"]\n', ['client outputs.kafka, at a:9092 -']],
      ...[
        'enable_tls = true',
        'tls_ca = "x"',
        'tls_cert = "x"',
        'tls_server_name = "x"',
        'insecure_skip_verify = true',
      ].map(
        line =>
          [
            'telegraf.toml',
            `[[inputs.kafka_consumer]]\nbrokers = ["a:9092"]\n${line}\n`,
            [`client inputs.kafka_consumer, at a:9092 !${line.startsWith('insecure') ? ', skip.tls.verify=true' : ''}`],
          ] as const,
      ),
      [
        'telegraf.toml',
        '[[outputs.kafka]]\nbrokers = ["a:9092"]\nenable_tls = false\n',
        ['client outputs.kafka, at a:9092 ~'],
      ],
      [
        'fluent-bit.yaml',
        'pipeline:\n  outputs:\n    - name: Kafka\n      Brokers: a:9092\n    - name: es\n      Brokers: b:9092\n',
        ['client outputs, at a:9092 -'],
      ],
      ['filebeat.yml', 'output.kafka:\n  hosts: [a:9092, b:9092]\n', ['client output.kafka, at a:9092,b:9092 -']],
      ['filebeat.yml', 'output:\n  kafka:\n    hosts: [a:9092]\n', ['client output.kafka, at a:9092 -']],
      ['filebeat.yml', 'output.kafka:\n  enabled: false\n  hosts: [a:9092]\n', []],
      ...['ssl.enabled: true', 'ssl: {enabled: true}', 'ssl.certificate_authorities: [x]', 'ssl.certificate: x'].map(
        line =>
          [
            'filebeat.yml',
            `output.kafka:\n  hosts: [a:9092]\n  ${line}\n`,
            ['client output.kafka, at a:9092 !'],
          ] as const,
      ),
      [
        'logstash.conf',
        'output {\n  kafka {\n    bootstrap_servers => "a:9092"\n  }\n}\n',
        ['client output.kafka, at a:9092 -'],
      ],
      [
        'logstash.conf',
        'input {\n  kafka {\n    bootstrap_servers => "a:9092"\n  }\n}\noutput {\n  if [a] == "b" {\n    http {\n      url => "https://b"\n    }\n  }\n}\n',
        ['client input.kafka, at a:9092 -, output.http.url=https://b'],
      ],
      ['logstash.conf', 'filter {\n  kafka {\n    bootstrap_servers => "a:9092"\n  }\n}\n', []],
      ['fluent.conf', '<match a>\n  @type kafka2\n  brokers a:9092\n</match>\n', ['client match, at a:9092 -']],
      [
        'fluent.conf',
        '<match a>\n  @type rdkafka\n  @id own\n  brokers a:9092\n</match>\n',
        ['client own, at a:9092 -'],
      ],
      ['fluent.conf', '<match a>\n  @type my_kafka\n  brokers a:9092\n</match>\n', []],
      ...['ssl_ca_cert x', 'ssl_ca_certs_from_system true', 'ssl_client_cert x', 'sasl_over_ssl true'].map(
        line =>
          [
            'fluent.conf',
            `<match a>\n  @type kafka2\n  brokers a:9092\n  ${line}\n</match>\n`,
            ['client match, at a:9092 !'],
          ] as const,
      ),
      [
        'fluent-bit.conf',
        '[OUTPUT]\n  Name kafka\n  Brokers a:9092\n[OUTPUT]\n  Name es\n  Brokers b:9092\n',
        ['client OUTPUT, at a:9092 -'],
      ],
      [
        'config.alloy',
        'loki.source.kafka "a" {\n  brokers = ["a:9092"]\n}\n',
        ['client loki.source.kafka, at a:9092 -'],
      ],
      [
        'config.alloy',
        'otelcol.exporter.kafka "a" {\n  brokers = ["a:9092"]\n  authentication {\n    tls { }\n  }\n}\n',
        ['client otelcol.exporter.kafka, at a:9092 !'],
      ],
      ['config.alloy', 'other.kafka "a" {\n  brokers = ["a:9092"]\n}\n', []],
    ])
  })
})

describe('a resource of an operator that connects to Kafka', () => {
  before(prepareReading)
  const resource = (head: string, spec: string): string => {
    const [group = '', kind = ''] = head.split('/')
    return `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata:\n  name: shop\nspec:\n${spec.replaceAll(/^(?=.)/gm, '  ')}\n`
  }
  it('is a client, and a group where it names one', () => {
    check([
      [
        'a.yaml',
        resource('argoproj.io/EventSource', 'kafka:\n  one:\n    url: a:9092\n    consumerGroup: {groupName: g}'),
        ['client shop, at a:9092 -, group.id=g', 'group g of client shop'],
      ],
      [
        'a.yaml',
        resource('argoproj.io/EventSource', 'kafka:\n  one:\n    url: a:9092\n    tls: {}'),
        ['client shop, at a:9092 !'],
      ],
      ['a.yaml', resource('argoproj.io/EventSource', 'kafka:\n  one:\n    topic: x'), []],
      ['a.yaml', resource('argoproj.io/EventBus', 'kafka:\n  url: a:9092'), ['client shop, at a:9092 -']],
      [
        'a.yaml',
        resource(
          'sources.knative.dev/KafkaSource',
          'bootstrapServers: [a:9092, b:9092]\nconsumerGroup: g\nnet: {tls: {enable: true}}',
        ),
        ['client shop, at a:9092,b:9092 !, group.id=g', 'group g of client shop'],
      ],
      [
        'a.yaml',
        resource('sources.knative.dev/KafkaSource', 'bootstrapServers: [a:9092]\nnet: {tls: {enable: false}}'),
        ['client shop, at a:9092 ~'],
      ],
      [
        'a.yaml',
        resource(
          'eventing.knative.dev/KafkaSink',
          'bootstrapServers: [a:9092]\ntopic: t\nauth: {secret: {ref: {name: x}}}',
        ),
        ['topic t - - in ?', 'client shop, at a:9092 !'],
      ],
      ['a.yaml', resource('logging.banzaicloud.io/Output', 'kafka:\n  brokers: a:9092'), ['client shop, at a:9092 -']],
      ['a.yaml', resource('other.io/Output', 'kafka:\n  brokers: a:9092'), []],
    ])
  })

  it('of Dapr encrypts unless it logs nobody in, or is told not to', () => {
    const dapr = (...values: readonly string[]): string =>
      resource(
        'dapr.io/Component',
        `type: pubsub.kafka\nversion: v1\nmetadata:\n${values.map(value => `  - {${value}}`).join('\n')}`,
      ).replace('dapr.io/v1', 'dapr.io/v1alpha1')
    const brokers = 'name: brokers, value: "a:9092"'
    const mark = (...values: readonly string[]): string | undefined =>
      told('a.yaml', dapr(brokers, ...values))[0]?.split(', ')[1]
    for (const [values, expected] of [
      [[], 'at a:9092 ?'],
      [['name: authType, value: none'], 'at a:9092 ~'],
      [['name: authType, value: password'], 'at a:9092 !'],
      [['name: authType, value: password', 'name: disableTls, value: "true"'], 'at a:9092 ~'],
      [['name: authType, value: none', 'name: disableTls, value: "false"'], 'at a:9092 !'],
      [['name: authType, value: none', 'name: caCert, value: x'], 'at a:9092 !'],
      [['name: authRequired, value: "true"'], 'at a:9092 !'],
      [['name: authRequired, value: "false"'], 'at a:9092 ~'],
      [['name: authType, value: ""', 'name: authRequired, value: "false"'], 'at a:9092 ~'],
      [['name: authType, value: mtls', 'name: authRequired, value: "false"'], 'at a:9092 !'],
    ] as const)
      assert.equal(mark(...values), expected, values.join())
    assert.deepEqual(told('a.yaml', dapr(brokers, 'name: consumerGroup, value: g')).slice(1), [
      'group g of client shop',
    ])
    assert.deepEqual(told('a.yaml', dapr(brokers).replace('pubsub.kafka', 'pubsub.redis')), [])
  })
})

describe('a command of Kafka’s tools', () => {
  before(prepareReading)
  const acl = 'kafka-acls --bootstrap-server localhost:9092'
  it('makes topics, changes settings, lets somebody do something, or connects', () => {
    check(
      (
        [
          [
            'kafka-topics --bootstrap-server a:9092 --create --topic t --partitions 3 --replication-factor 1 --config x=1',
            ['topic t 3 1 x=1 in a', 'client kafka-topics, at a:9092 -'],
          ],
          [
            'kafka-topics --bootstrap-server localhost:9092 --create --topic t --command-config x',
            ['topic t - - in localhost'],
          ],
          ['kafka-topics --bootstrap-server a:9092 --create --topic t --command-config x', ['topic t - - in a']],
          ['kafka-topics --zookeeper a:2181 --create --topic t', ['topic t - - in -']],
          ['kafka-topics --zookeeper localhost:2181 --create --topic t', ['topic t - - in localhost']],
          ['kafka-topics --bootstrap-server localhost:9092 --delete --topic t', []],
          [
            'kafka-topics --bootstrap-server localhost:9092,a:9092 --list',
            ['client kafka-topics, at localhost:9092,a:9092 -'],
          ],
          [
            '/opt/bin/kafka-console-producer.sh --bootstrap-server a:9092 --topic t',
            ['client kafka-console-producer, at a:9092 -'],
          ],
          ['kafka-console-producer --broker-list a:9092 --topic t --producer.config x', []],
          ['kafka-console-consumer --bootstrap-server a:9092 --topic t --consumer-property a=b', []],
          ['kafka-console-consumer --bootstrap-server a:9092 --topic t $OPTIONS', []],
          [
            'kafka-console-consumer --bootstrap-server ${A:-a:9092} --topic t',
            ['client kafka-console-consumer, at a:9092 - own'],
          ],
          ['kafka-console-consumer --bootstrap-server $A --topic t', []],
          [
            'rpk topic create t u -p 3 -r 1 -c x=1 -X brokers=a:9092',
            ['topic t 3 1 x=1 in a of redpanda', 'topic u 3 1 x=1 in a of redpanda'],
          ],
          [
            'rpk topic create t --partitions 2 --replicas 5 --topic-config x=1 --brokers a:9092',
            ['topic t 2 5 x=1 in a of redpanda'],
          ],
          ['rpk topic create t -X user=a', ['topic t - - in - of redpanda']],
          [
            'kafka-configs --bootstrap-server localhost:9092 --alter --entity-type topics --entity-name t --add-config "a=1,b=[c,d] , e=2"',
            ['topic t - ? a=1 b=c,d e=2 in -'],
          ],
          [
            'kafka-configs --bootstrap-server localhost:9092 --alter --topic t --add-config a=1',
            ['topic t - ? a=1 in -'],
          ],
          ['kafka-configs --bootstrap-server localhost:9092 --describe --topic t', []],
          [
            'kafka-configs --bootstrap-server localhost:9092 --alter --entity-type users --entity-name u --add-config "SCRAM-SHA-512=[iterations=1,password=p]"',
            ['client u, at - ?, sasl.password=p'],
          ],
          [
            'kafka-configs --bootstrap-server localhost:9092 --alter --user u --add-config "SCRAM-SHA-512=[password=p]"',
            ['client u, at - ?, sasl.password=p'],
          ],
          [
            'kafka-configs --bootstrap-server localhost:9092 --alter --entity-type brokers --entity-name 1 --add-config a=1',
            [],
          ],
          [`${acl} --add --allow-principal User:u --operation Read --topic t`, ['access topic t Read User:u']],
          [
            `${acl} --add --allow-principal User:u --operation Read --operation Write --topic t`,
            ['access topic t Read,Write User:u'],
          ],
          [`${acl} --add --allow-principal User:u --topic t`, ['access topic t All User:u']],
          [`${acl} --add --allow-principal User:u --consumer --topic t`, ['access topic t Read User:u']],
          [`${acl} --add --allow-principal User:u --producer --topic t`, ['access topic t Write User:u']],
          [`${acl} --add --deny-principal User:u --operation Read --topic t`, ['denial topic t Read User:u']],
          [
            `${acl} --add --allow-principal User:u --operation Read --topic t --resource-pattern-type PREFIXED`,
            ['access topic t… Read User:u'],
          ],
          [
            `${acl} --add --allow-principal User:u --operation Read --topic t --resource-pattern-type literal`,
            ['access topic t Read User:u'],
          ],
          [`${acl} --add --allow-principal User:u --operation $O --topic t`, ['access topic t ? User:u']],
          [
            `${acl} --add --allow-principal User:u --operation Read --group g`,
            ['access group g Read User:u', 'group g of User:u'],
          ],
          [
            `${acl} --add --allow-principal $U --operation Write --transactional-id x`,
            ['access transactionalId x Write ?', 'group x of a user'],
          ],
          [`${acl} --remove --allow-principal User:u --operation Read --topic t`, []],
          ['kafka-server-start server.properties --override min.insync.replicas=1', ['cluster kafka of -']],
          ['kafka-server-start server.properties --override x', []],
          [
            'keytool -genkey -keystore kafka.jks -storepass a -keypass b',
            ['client keytool, at - ?, ssl.keystore.password=a, ssl.key.password=b'],
          ],
          ['keytool -genkey -keystore other.jks -storepass a', []],
          ['keytool -list -keystore kafka.jks', []],
        ] as const
      ).map(([line, expected]) => ['a.sh', `#!/bin/sh\n${line}\n`, expected] as const),
    )
  })

  it('is as well a list of words of a container', () => {
    const job = (command: string): string =>
      `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: topics\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          command: ${command}\n`
    check([
      [
        'a.yaml',
        job(
          '[kafka-topics.sh, --bootstrap-server, "a:9092", --create, --if-not-exists, --topic, t, --replication-factor, "1"]',
        ),
        ['topic t - 1 in a', 'client kafka-topics, at a:9092 -'],
      ],
      [
        'a.yaml',
        job('[/opt/bin/kafka-topics, --create, --topic, t, --bootstrap-server, "localhost:9092"]'),
        ['topic t - - in localhost'],
      ],
      [
        'a.yaml',
        job('[tini, --, kafka-topics.sh, --bootstrap-server, "localhost:9092", --create, --topic, t]'),
        ['topic t - - in localhost'],
      ],
      [
        'a.yaml',
        job('[kafka-topics.sh, --bootstrap-server, "a:9092", --list, $(OPTIONS)]'),
        ['client kafka-topics, at a:9092 -'],
      ],
      ['a.yaml', job('[kafka-topics.sh, $(OPTIONS), --bootstrap-server, "a:9092", --list]'), []],
      [
        'a.yaml',
        job('[sh, -c, "kafka-topics.sh --bootstrap-server localhost:9092 --create --topic t"]'),
        ['topic t - - in localhost'],
      ],
      ['a.yaml', job('[my-kafka-topics.sh, --create, --topic, t]'), []],
    ])
  })
})

describe('a statement of IAM', () => {
  before(prepareReading)
  const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const topic = 'arn:aws:kafka:eu-central-1:123456789012:topic/shop/0-1/orders'
  it('lets or denies whoever has it, and every account where its principal is anybody', () => {
    const all = { Effect: 'Allow', Action: 'kafka-cluster:Connect', Resource: '*' }
    check(
      (
        [
          [
            { Effect: 'Allow', Action: 'kafka-cluster:ReadData', Resource: topic },
            ['access topic orders ReadData policy'],
          ],
          [
            { Effect: 'Deny', Action: ['kafka-cluster:ReadData'], Resource: [topic] },
            ['denial topic orders ReadData policy'],
          ],
          [{ Action: 'kafka-cluster:ReadData', Resource: topic }, []],
          [{ Effect: 'Allow', Action: 'kafka-cluster:*', Resource: topic }, ['access topic orders All policy']],
          [
            { Effect: 'Allow', Action: ['kafka-cluster:ReadData', 'kafka-cluster:WriteData'], Resource: topic },
            ['access topic orders ReadData,WriteData policy'],
          ],
          [{ Effect: 'Allow', Action: 'kafka:ReadData', Resource: topic }, []],
          [{ Effect: 'Allow', Action: 'kafka-cluster:*Data', Resource: '*' }, ['access topic * *Data policy']],
          [{ Effect: 'Allow', Action: 'kafka-cluster:Read*', Resource: '*' }, ['access topic * Read* policy']],
          [
            { Effect: 'Allow', Action: 'kafka-cluster:*Group', Resource: '*' },
            ['access group * *Group policy', 'group * of policy'],
          ],
          [{ Effect: 'Allow', Action: 'kafka-cluster:DescribeGroup', Resource: '*' }, []],
          [{ ...all, Principal: '*' }, ['access cluster * kafka-cluster:Connect AWS:*']],
          [{ ...all, Principal: { AWS: '*' } }, ['access cluster * kafka-cluster:Connect AWS:*']],
          [{ ...all, Principal: { AWS: ['x', '*'] } }, ['access cluster * kafka-cluster:Connect AWS:*']],
          [{ ...all, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, []],
          [{ ...all, Principal: '*', Condition: { StringEquals: {} } }, []],
          [{ ...all, Principal: '*', Effect: 'Deny' }, []],
          [{ ...all, Principal: '*', Action: 's3:*' }, []],
        ] as const
      ).map(([statement, expected]) => ['policy.json', policy(statement), expected] as const),
    )
  })
})

describe('brokers that variables tell', () => {
  before(prepareReading)
  const service = (name: string, id: string, more = ''): string =>
    `  ${name}:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: ${id}\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://${name}:9092\n${more}`
  const voters = (list: string): string => `      KAFKA_CONTROLLER_QUORUM_VOTERS: ${list}\n`
  it('are as many as belong together', () => {
    check(
      (
        [
          [service('a', '1'), ['cluster a of 1']],
          [service('a', '1') + service('b', '2'), ['cluster a of 2', 'cluster b of 2']],
          [service('a', '1') + service('b', '1'), ['cluster a of ?', 'cluster b of ?']],
          [
            service('a', '1', voters('1@a:9093,2@b:9093')) + service('b', '2', voters('1@a:9093,2@b:9093')),
            ['cluster a of 2', 'cluster b of 2'],
          ],
          [
            service('a', '1', voters('1@a:9093')) + service('b', '2', voters('2@b:9093')),
            ['cluster a of 1', 'cluster b of 1'],
          ],
          [service('a', '1', '    deploy: {replicas: 3}\n'), ['cluster a of 3']],
          [service('a', '${ID}'), ['cluster a of ?']],
          [service('a', '${ID}', '    deploy: {replicas: 3}\n'), ['cluster a of 3']],
          [
            service('a', '1') + service('c', '2').replace('broker,controller', 'controller'),
            ['cluster a of 1', 'cluster c of 1'],
          ],
          ['  a:\n    image: apache/kafka:4.0.0\n', ['cluster a of 1']],
          [
            '  a:\n    image: apache/kafka:4.0.0\n    environment: {KAFKA_BOOTSTRAP_SERVERS: "b:9092"}\n',
            ['client a, at b:9092 - own'],
          ],
          [service('a', '1').replace('NODE_ID: 1', 'BROKER_ID: x'), []],
          [
            service('a', '1', '      KAFKA_CREATE_TOPICS: "t:3:1:compact,u"\n'),
            ['cluster a of 1', 'topic t 3 1 cleanup.policy=compact in a', 'topic u - - in a'],
          ],
        ] as const
      ).map(([services, expected]) => ['compose.yaml', `services:\n${services}`, expected] as const),
    )
  })
})

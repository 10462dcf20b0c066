import assert from 'node:assert/strict'
import { startAt } from '../../server/src/formats/cursor.ts'
import { bagOf } from '../../server/src/formats/properties/bag.ts'
import { isBroker } from '../../server/src/formats/properties/broker.ts'
import type { Client, Cluster, Entity } from '../../server/src/model/entities.ts'
import type { Fact } from '../../server/src/model/fact.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'
import { uriOf } from '../support/fixtures.ts'

const word = (fact: Fact<unknown> | undefined): string => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === 'unresolved' ? '?' : '-'
}
const entities = (path: string, text: string): readonly Entity[] =>
  (readFile(uriOf(path), text)?.facts.entities ?? []) as readonly Entity[]
const clusterIn = (path: string, text: string): Cluster | undefined =>
  entities(path, text).find((one): one is Cluster => one.kind === 'cluster')
/** Listeners as `name type encrypted authentication`. */
const listeners = (cluster: Cluster | undefined): string[] =>
  (cluster?.listeners ?? []).map(
    ({ name, type, encrypted, authentication }) =>
      `${word(name)} ${word(type)} ${word(encrypted)} ${word(authentication)}`,
  )

describe('the file of a broker', () => {
  before(prepareReading)

  it('has the listeners that clients and brokers connect to', () => {
    for (const [lines, expected] of [
      [['listeners=PLAINTEXT://:9092'], ['PLAINTEXT - false -']],
      [['listeners=SSL://:9092'], ['SSL - true -']],
      [['listeners=SASL_SSL://:9092,SASL_PLAINTEXT://:9093'], ['SASL_SSL - true sasl', 'SASL_PLAINTEXT - false sasl']],
      [['listeners=PLAINTEXT://:9092,CONTROLLER://:9093'], ['PLAINTEXT - false -']],
      [
        [
          'listeners=PLAINTEXT://:9092,CTRL://:9093',
          'controller.listener.names=ctrl',
          'listener.security.protocol.map=CTRL:SSL,PLAINTEXT:PLAINTEXT',
        ],
        ['PLAINTEXT - false -'],
      ],
      [
        [
          'listeners=INSIDE://:9092,outside://:9093',
          'listener.security.protocol.map=inside:sasl_ssl,OUTSIDE:PLAINTEXT',
        ],
        ['INSIDE - true sasl', 'OUTSIDE - false -'],
      ],
      [['listeners=PLAINTEXT://localhost:9092'], ['PLAINTEXT loopback false -']],
      [['listeners=PLAINTEXT://127.0.0.1:9092'], ['PLAINTEXT loopback false -']],
      [['listeners=PLAINTEXT://0.0.0.0:9092'], ['PLAINTEXT - false -']],
      [['advertised.listeners=PLAINTEXT://a:9092'], ['PLAINTEXT - false -']],
      [['listeners=SSL://:9092', 'advertised.listeners=PLAINTEXT://a:9092'], ['SSL - true -']],
      [['listeners=SSL://:9092', 'ssl.client.auth=required'], ['SSL - true tls']],
      [['listeners=SSL://:9092', 'ssl.client.auth=requested'], ['SSL - true -']],
      [['listeners=SSL://:9092', 'ssl.client.auth=${A}'], ['SSL - true ?']],
      [
        ['listeners=SSL://:9092', 'ssl.client.auth=required', 'listener.name.ssl.ssl.client.auth=none'],
        ['SSL - true -'],
      ],
      [['listeners=PLAINTEXT://:9092', 'ssl.client.auth=required'], ['PLAINTEXT - false -']],
      [['host.name=a'], ['PLAINTEXT - false -']],
      [['advertised.host.name=localhost'], ['PLAINTEXT loopback false -']],
      [['listeners=OWN://:9092', 'listener.security.protocol.map=${MAP}'], ['OWN - ? ?']],
    ] as const)
      assert.deepEqual(
        listeners(clusterIn('server.properties', ['broker.id=1', 'log.dirs=/x', ...lines, ''].join('\n'))),
        expected,
        lines.join(),
      )
  })

  it('is one by its keys', () => {
    for (const [lines, expected] of [
      [['broker.id=1', 'log.dirs=/x'], true],
      [['process.roles=broker', 'node.id=1'], true],
      [['num.partitions=3', 'min.insync.replicas=2'], true],
      [['num.partitions=3'], false],
      [['log.retention.hours=1', 'log.retention.ms=1'], true],
      [['log.retention.hours=1', 'x=y'], false],
      [['bootstrap.servers=a:9092', 'num.partitions=3', 'min.insync.replicas=2'], false],
      [['version=1', 'broker.id=1', 'cluster.id=x'], false],
    ] as const)
      assert.equal(
        isBroker(
          bagOf(
            startAt(
              { file: uriOf('a'), syntax: 'properties', source: lines.join('\n'), start: 0 },
              syntaxes.properties.read(lines.join('\n')),
            ),
          ),
        ),
        expected,
        lines.join(),
      )
  })

  it('tells how many brokers there are where every voter is one', () => {
    const count = (roles: string, voters: string): string =>
      word(
        clusterIn('server.properties', `process.roles=${roles}\nnode.id=1\ncontroller.quorum.voters=${voters}\n`)
          ?.brokers,
      )
    assert.equal(count('broker,controller', '1@a:9093,2@b:9093,3@c:9093'), '3')
    assert.equal(count('broker', '1@a:9093,2@b:9093,3@c:9093'), '-')
    assert.equal(count('controller', '1@a:9093'), '-')
    assert.equal(count('broker,controller', '${VOTERS}'), '-')
  })

  it('of a controller only leaves out what controllers do not heed', () => {
    const keys = (roles: string): string[] =>
      clusterIn(
        'server.properties',
        `process.roles=${roles}\nnode.id=1\nlog.dirs=/x\nlog.retention.ms=1\noffsets.topic.replication.factor=1\nmin.insync.replicas=1\n`,
      )?.settings.all.map(({ key }) => key) ?? []
    assert.deepEqual(keys('controller'), ['process.roles', 'node.id', 'log.dirs', 'min.insync.replicas'])
    assert.equal(keys('broker').length, 6)
  })
})

describe('a cluster of Strimzi', () => {
  before(prepareReading)
  const kafka = (...lines: readonly string[]): Cluster | undefined =>
    clusterIn(
      'kafka.yaml',
      `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n${lines.map(line => `    ${line}\n`).join('')}`,
    )
  const listener = (...more: readonly string[]): Cluster | undefined =>
    kafka('listeners:', '  - name: a', '    port: 9092', '    type: internal', ...more.map(line => `    ${line}`))

  it('has listeners with their encryption, their login and from where they are reached', () => {
    const told = (...more: readonly string[]): string => {
      const cluster = listener(...more)
      return `${listeners(cluster).join()} from ${word(cluster?.listeners[0]?.allowed)}`
    }
    for (const [lines, expected] of [
      [[], 'a internal - - from -'],
      [['tls: true', 'authentication: {type: tls}'], 'a internal true tls from -'],
      [['tls: ${T}'], 'a internal ? - from -'],
      [['authentication: {type: custom, sasl: true}'], 'a internal - custom from -'],
      [['authentication: {type: custom}'], 'a internal - none from -'],
      [['authentication: {type: custom, listenerConfig: {ssl.client.auth: required}}'], 'a internal - tls from -'],
      [['authentication: {type: custom, listenerConfig: {ssl.client.auth: requested}}'], 'a internal - none from -'],
      [['networkPolicyPeers: [{podSelector: {}}]'], 'a internal - - from peers of its network policy'],
      [['networkPolicyPeers: []'], 'a internal - - from -'],
      [['networkPolicyPeers: [{ipBlock: {cidr: 0.0.0.0/0}}]'], 'a internal - - from 0.0.0.0/0'],
      [
        ['networkPolicyPeers: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]'],
        'a internal - - from peers of its network policy',
      ],
      [['networkPolicyPeers: [{ipBlock: {cidr: 10.0.0.0/8}}]'], 'a internal - - from peers of its network policy'],
      [['configuration: {loadBalancerSourceRanges: [10.0.0.0/8]}'], 'a internal - - from 10.0.0.0/8'],
      [
        [
          'networkPolicyPeers: [{ipBlock: {cidr: 0.0.0.0/0}}]',
          'configuration: {loadBalancerSourceRanges: [10.0.0.0/8]}',
        ],
        'a internal - - from 10.0.0.0/8',
      ],
    ] as const)
      assert.equal(told(...lines), expected, lines.join())
    assert.deepEqual(
      listeners(
        kafka(
          'listeners:',
          '  plain: {}',
          '  tls: {}',
          '  external: {type: route, tls: false, authentication: {type: tls}}',
        ),
      ),
      ['plain internal false -', 'tls internal true -', 'external route false tls'],
    )
  })

  it('is spread over zones by its template', () => {
    const spread = (...lines: readonly string[]): string =>
      word(kafka('template:', '  pod:', ...lines.map(line => `    ${line}`))?.spread)
    const zone = 'topologyKey: topology.kubernetes.io/zone'
    assert.equal(spread(`topologySpreadConstraints: [{${zone}}]`), 'topology.kubernetes.io/zone')
    assert.equal(spread('topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname}]'), '-')
    assert.equal(
      spread(`affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{${zone}}]}}`),
      'topology.kubernetes.io/zone',
    )
    assert.equal(
      spread(
        `affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{podAffinityTerm: {${zone}}}]}}`,
      ),
      'topology.kubernetes.io/zone',
    )
    assert.equal(spread(`affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{${zone}}]}}`), '-')
  })

  it('keeps or deletes its claims, and guards what it has besides', () => {
    const keepers = (storage: string): number => kafka(`storage: ${storage}`)?.keepers?.length ?? 0
    assert.equal(keepers('{type: persistent-claim, deleteClaim: true}'), 1)
    assert.equal(keepers('{type: persistent-claim}'), 0)
    assert.equal(keepers('{type: jbod, volumes: [{id: 0, deleteClaim: false}, {id: 1}]}'), 1)
    assert.deepEqual(
      kafka('authorization: {type: opa, allowOnError: true, url: x}')?.beside?.all.map(({ key }) => key),
      ['authorization.type', 'opa.authorizer.allow.on.error', 'authorization.url'],
    )
    assert.deepEqual(
      listener('authentication: {type: oauth, listenerConfig: {a: 1}}')?.beside?.all.map(({ key }) => key),
      ['listener.name.a.type', 'listener.name.a.a'],
    )
    assert.equal(kafka('version: 4.0.0')?.beside, undefined)
  })
})

describe('a client of a program’s own', () => {
  before(prepareReading)
  const told = (...lines: readonly string[]): string[] =>
    entities('app.yaml', `${lines.join('\n')}\n`)
      .filter((one): one is Client => one.kind === 'client')
      .map(
        ({ kafka: { bootstrap, encrypted, ownWay } }) => `${word(bootstrap)} ${word(encrypted)}${ownWay ? ' own' : ''}`,
      )
  it('has its address, and its encryption as far as anything tells of it', () => {
    for (const [lines, expected] of [
      [['kafka.brokers: a:9092'], ['a:9092 - own']],
      [['kafka.host: a', 'kafka.port: 9092'], ['a:9092 - own']],
      [['kafka.host: a:9092'], ['a:9092 - own']],
      [['kafka.host: a'], []],
      [['kafka.brokers: ${BROKERS}'], []],
      [['kafka.brokers: ${HOST}:9092'], ['? - own']],
      [['kafka.bootstrapServers: ${BROKERS}'], ['? - own']],
      [['kafka.brokers: none'], []],
      [['kafka.brokers: a:9092', 'kafka.securityProtocol: SSL'], ['a:9092 true']],
      [['kafka.brokers: a:9092', 'kafka.securityProtocol: SaslSsl'], ['a:9092 true']],
      [['kafka.brokers: a:9092', 'kafka.securityProtocol: SaslPlaintext'], ['a:9092 false']],
      [['kafka.brokers: a:9092', 'kafka.tls: true'], ['a:9092 true']],
      [['kafka.brokers: a:9092', 'kafka.tls: 0'], ['a:9092 false']],
      [['kafka.brokers: a:9092', 'kafka.tls: 1'], ['a:9092 true']],
      [['kafka.brokers: a:9092', 'kafka.saslMechanism: PLAIN'], ['a:9092 ?']],
      [['kafka.brokers: a:9092', 'kafka.certificate: x'], ['a:9092 ?']],
      [['kafka.brokers: a:9092', 'shop.certificate: x'], ['a:9092 - own']],
      [
        ['kafka.orders.brokers: a:9092', 'kafka.returns.brokers: b:9092', 'kafka.tls: true'],
        ['a:9092 true', 'b:9092 true'],
      ],
      [
        ['shop.kafka.brokers: a:9092', 'till.kafka.brokers: b:9092', 'till.kafka.tls: true'],
        ['a:9092 - own', 'b:9092 true'],
      ],
      [
        ['kafka.topic: x', 'kafka.tls: true', 'queue: b-1.shop.a1.c2.kafka.eu-west-1.amazonaws.com:9094'],
        ['b-1.shop.a1.c2.kafka.eu-west-1.amazonaws.com:9094 true'],
      ],
      [['kafka.topic: x', 'kafka.tls: true', 'queue: b-1.example.org:9094'], []],
      [['kafka.username: a', 'kafka.password: secret'], ['- ?']],
      [['kafka.username: a'], []],
    ] as const)
      assert.deepEqual(told(...lines), expected, lines.join())
  })
})

import assert from 'node:assert/strict'
import { bagsOf } from '../../server/src/model/bags.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import { knownValue } from '../../server/src/model/fact.ts'
import {
  clusterAt,
  clusterBehind,
  clusterOf,
  connectClusterOf,
  poolsOf,
  topicNamesOn,
  topicsOn,
} from '../../server/src/model/link.ts'
import { declarationsOf, mentionsAt, mentionsNamed, sameAs } from '../../server/src/model/references.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'
import { uriOf } from '../support/fixtures.ts'

const kafka = (name: string): string => strimzi('Kafka', name, '  kafka:\n    config: {}\n')
const topic = (name: string, cluster = 'c', more = ''): string =>
  strimzi('KafkaTopic', name, `  replicas: 3\n${more}`, cluster)
const pool = (name: string, cluster = 'c'): string =>
  strimzi('KafkaNodePool', name, '  replicas: 3\n  roles: [broker]\n', cluster)
const sink = (name: string, topics: string): string =>
  JSON.stringify({ name, config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', topics } })
const inSpace = (text: string, namespace: string): string =>
  text.replace('metadata:\n', `metadata:\n  namespace: ${namespace}\n`)

describe('the settings of an entity', () => {
  it('are all of its bags, each once', () => {
    const bag = (id: string): { all: readonly []; near: string } => ({ all: [], near: id })
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(bag)
    const told = (entity: object): string =>
      bagsOf(entity as Entity)
        .map(({ near }) => String(near))
        .join()
    assert.equal(told({ kind: 'flow', copying: a, checkpoints: b, heartbeats: c, source: { settings: d } }), 'a,b,c,d')
    assert.equal(told({ kind: 'flow', copying: a, checkpoints: a, source: {} }), 'a')
    assert.equal(
      told({ kind: 'connect-cluster', settings: a, environment: b, kafka: { settings: c }, build: d }),
      'a,b,c,d',
    )
    assert.equal(told({ kind: 'cluster', settings: a, beside: b, tieredStorage: c }), 'a,b,c')
    assert.equal(told({ kind: 'cluster', settings: a }), 'a')
    assert.equal(told({ kind: 'client', settings: a, kafka: { settings: b } }), 'a,b')
    assert.equal(told({ kind: 'client', settings: a, kafka: { settings: a } }), 'a')
    assert.equal(told({ kind: 'connector', settings: a, kafka: { settings: b } }), 'a')
    assert.equal(told({ kind: 'topic', settings: a }), 'a')
    assert.equal(told({ kind: 'record', settings: a }), '')
  })
})

describe('what belongs to a cluster', () => {
  const names = (all: readonly { readonly name: Parameters<typeof knownValue<string>>[0] }[]): string =>
    all.map(({ name }) => knownValue(name)).join()
  it('are the pools for which it is the nearest of its name', () => {
    const pools = (texts: Texts): string => {
      const { db, the } = ask({ 'a/k.yaml': kafka('c'), ...texts })
      const found = poolsOf(db.estate, the('a/k.yaml', 'cluster'))
      return `${names(found.pools)}${found.ambiguous ? ', perhaps more' : ''}`
    }
    assert.equal(pools({ 'a/p.yaml': pool('p'), 'b/q.yaml': pool('q') }), 'p,q')
    assert.equal(pools({ 'a/p.yaml': pool('p'), 'b/q.yaml': pool('q'), 'b/k.yaml': kafka('c') }), 'p')
    assert.equal(pools({ 'p.yaml': pool('p'), 'b/k.yaml': kafka('c') }), ', perhaps more')
    assert.equal(pools({ 'a/p.yaml': pool('p', 'other') }), '')
    assert.equal(pools({ 'a/k.yaml': kafka('"{{ .x }}"'), 'a/p.yaml': pool('p') }), ', perhaps more')
    assert.equal(pools({ 'a/p.yaml': pool('p', '"{{ .x }}"') }), '')
  })
  it('are the topics that name it, by themselves or by their names alone', () => {
    const topics = (texts: Texts): string => {
      const { db, the } = ask({ 'a/k.yaml': kafka('c'), ...texts })
      const cluster = the('a/k.yaml', 'cluster')
      const found = names(topicsOn(db.estate, cluster))
      assert.equal(topicNamesOn(db.estate, cluster).join(), found)
      return found
    }
    assert.equal(topics({ 'a/t.yaml': topic('t'), 'b/u.yaml': topic('u'), 'b/v.yaml': topic('v', 'other') }), 't,u')
    assert.equal(topics({ 'a/t.yaml': topic('t'), 'b/u.yaml': topic('u'), 'b/k.yaml': kafka('c') }), 't')
    assert.equal(topics({ 't.yaml': topic('t'), 'b/k.yaml': kafka('c') }), '')
    assert.equal(topics({ 'a/k.yaml': kafka('"{{ .x }}"'), 'a/t.yaml': topic('t') }), '')
    assert.equal(topics({ 'a/k.yaml': inSpace(kafka('c'), 'one'), 'a/t.yaml': inSpace(topic('t'), 'two') }), '')
  })
})

describe('an address leads', () => {
  const leads = (bootstrap: string, texts: Texts): string => {
    const { db, the } = ask({ 'w.yaml': strimzi('KafkaConnect', 'w', `  bootstrapServers: ${bootstrap}\n`), ...texts })
    const worker = the('w.yaml', 'connect-cluster')
    const link = clusterBehind(db.estate, worker, worker.kafka.bootstrap)
    assert.equal(clusterAt(db.estate, worker, worker.kafka).state, link.state)
    return link.state === 'linked' ? link.to.file.slice(uriOf('').length) : link.state
  }
  it('to the cluster that an operator made, in its namespace', () => {
    const texts = { 'a.yaml': inSpace(kafka('c'), 'one'), 'b.yaml': inSpace(kafka('c'), 'two') }
    assert.equal(leads('c-kafka-bootstrap.one:9092', texts), 'a.yaml')
    assert.equal(leads('" c-kafka-bootstrap.two.svc:9092"', texts), 'b.yaml')
    assert.equal(leads('c-kafka-bootstrap.three:9092', texts), 'none')
    assert.equal(leads('c-kafka-bootstrap:9092', texts), 'ambiguous')
    assert.equal(leads('d-kafka-bootstrap:9092', texts), 'none')
    assert.equal(leads('kafka.shop.example:9092', texts), 'none')
    assert.equal(leads('"{{ .Values.kafka }}"', texts), 'none')
  })
  it('to what the same file starts', () => {
    const compose =
      'services:\n  kafka:\n    image: apache/kafka:4.0.0\n  connect:\n    image: confluentinc/cp-kafka-connect:8.0.0\n    environment:\n      CONNECT_BOOTSTRAP_SERVERS: HOST:9092\n      CONNECT_GROUP_ID: w\n      CONNECT_CONFIG_STORAGE_TOPIC: configs\n'
    const led = (host: string): string => {
      const { db, the } = ask({ 'compose.yaml': compose.replace('HOST', host) })
      const worker = the('compose.yaml', 'connect-cluster')
      return clusterBehind(db.estate, worker, worker.kafka.bootstrap).state
    }
    assert.deepEqual([led('kafka'), led('other:1,kafka'), led('other')], ['linked', 'linked', 'none'])
  })
  it('by names: a topic’s to its cluster, a connector’s to its workers', () => {
    const { db, the } = ask({
      'k.yaml': kafka('c'),
      't.yaml': topic('t'),
      'u.yaml': topic('u', '"{{ .x }}"'),
      'w.yaml': strimzi('KafkaConnect', 'w', '  bootstrapServers: a:9092\n'),
      's.yaml': strimzi('KafkaConnector', 's', '  class: A\n', 'w'),
      'r.yaml': strimzi('KafkaConnector', 'r', '  class: A\n', '"{{ .x }}"'),
    })
    assert.equal(clusterOf(db.estate, the('t.yaml', 'topic')).state, 'linked')
    assert.equal(clusterOf(db.estate, the('u.yaml', 'topic')).state, 'none')
    assert.equal(connectClusterOf(db.estate, the('s.yaml', 'connector')).state, 'linked')
    assert.equal(connectClusterOf(db.estate, the('r.yaml', 'connector')).state, 'none')
  })
})

describe('a mention', () => {
  const sides = (texts: Texts, what: 'topic' | 'group' = 'topic', name = 'orders'): string => {
    const { db } = ask(texts)
    const [path = ''] = Object.keys(texts)
    const mention = mentionsNamed(what, name, db.estate).find(
      ({ file, inFileName }) => file === uriOf(path) && !inFileName,
    )
    assert.ok(mention)
    const { sure, unsure } = sameAs(mention, db.estate)
    const files = (all: typeof sure): string => all.map(({ file }) => file.slice(uriOf('').length)).join()
    return `${files(sure)} > ${files(unsure)}`
  }
  it('of a topic means all that lead to the same declaration', () => {
    assert.equal(sides({ 's.json': sink('s', 'orders'), 't.yaml': topic('orders') }), 's.json,t.yaml > ')
    assert.equal(sides({ 't.yaml': topic('orders'), 's.json': sink('s', 'a, orders') }), 's.json,t.yaml > ')
    assert.equal(
      sides({
        'a/s.json': sink('s', 'orders'),
        'a/t.yaml': topic('orders'),
        'b/t.yaml': topic('orders'),
        'b/s.json': sink('r', 'orders'),
      }),
      'a/s.json,a/t.yaml > ',
    )
    assert.equal(
      sides({ 'a/t.yaml': topic('orders'), 'b/t.yaml': topic('orders'), 's.json': sink('s', 'orders') }),
      'a/t.yaml > s.json',
    )
    assert.equal(
      sides({ 's.json': sink('s', 'orders'), 'a/t.yaml': topic('orders'), 'b/t.yaml': topic('orders') }),
      ' > a/t.yaml,b/t.yaml,s.json',
    )
    assert.equal(sides({ 's.json': sink('s', 'orders'), 'r.json': sink('r', 'orders') }), 'r.json,s.json > ')
  })
  it('of a group means all that are in it, or that another place joins', () => {
    const consumer = 'bootstrap.servers=a:9092\ngroup.id=g\n'
    const user = strimzi(
      'KafkaUser',
      'u',
      '  authorization:\n    type: simple\n    acls:\n      - resource: { type: group, name: g }\n        operations: [Read]\n',
    )
    assert.equal(sides({ 'a.properties': consumer }, 'group', 'g'), 'a.properties > ')
    assert.equal(sides({ 'u.yaml': user }, 'group', 'g'), 'u.yaml > ')
    assert.equal(sides({ 'u.yaml': user, 'a.properties': consumer }, 'group', 'g'), 'a.properties,u.yaml > ')
    assert.equal(
      sides({ 'a/a.properties': consumer, 'b/b.properties': consumer }, 'group', 'g'),
      'a/a.properties > ',
      'two that nothing joins',
    )
    assert.equal(
      sides({ 'a/a.properties': consumer, 'b/b.properties': consumer, 'u.yaml': user }, 'group', 'g'),
      'a/a.properties,b/b.properties,u.yaml > ',
    )
  })
  it('at an offset is there from its beginning to its end, what is declared first', () => {
    const text = topic('orders')
    const { db } = ask({ 't.yaml': text })
    const at = text.indexOf('orders')
    const found = (offset: number): string =>
      mentionsAt(db.estate, uriOf('t.yaml'), offset)
        .map(({ what, name }) => `${what} ${name}`)
        .join()
    assert.deepEqual([at - 1, at, at + 3, at + 6, at + 7].map(found), [
      '',
      'topic orders',
      'topic orders',
      'topic orders',
      '',
    ])
    const [mention] = mentionsAt(db.estate, uriOf('t.yaml'), at)
    assert.ok(mention)
    assert.equal(declarationsOf(mention, db.estate).length, 1)
  })
})

import assert from 'node:assert/strict'
import { startEstate } from '../server/src/model/estate.ts'
import { nearest } from '../server/src/model/link.ts'
import type { Linkable } from '../server/src/model/fact.ts'
import { readBootstrap } from '../server/src/text/bootstrap.ts'
import { hostsOf, isInside, isLoopback } from '../server/src/text/hosts.ts'
import { toUri } from '../server/src/text/uri.ts'

const at = (path: string, namespace?: string): Linkable => ({
  file: toUri(`file:///w/${path}`),
  ...(namespace === undefined ? {} : { namespace }),
})

describe('a reference leads', () => {
  const [sameFile, sameFolder, beside, far] = [at('a/b/x.yaml'), at('a/b/y.yaml'), at('a/c/x.yaml'), at('z/x.yaml')]
  const from = at('a/b/x.yaml')
  const rows: readonly [string, readonly Linkable[], Linkable | undefined][] = [
    ['to the same file before the same folder', [sameFolder, sameFile], sameFile],
    ['to the same folder before the folder beside', [beside, sameFolder], sameFolder],
    ['to the nearest common folder', [far, beside], beside],
    ['to the only one, however far', [far], far],
    ['nowhere where nobody is', [], undefined],
  ]
  for (const [what, candidates, to] of rows)
    for (const order of [candidates, [...candidates].reverse()])
      it(`${what} (${order.map(({ file }) => file).join(', ')})`, () => {
        assert.deepEqual(nearest(from, order), to ? { state: 'linked', to } : { state: 'none' })
      })

  it('nowhere where two are equally near', () => {
    const candidates = [sameFolder, at('a/b/z.yaml')]
    assert.deepEqual(nearest(from, [far, ...candidates]), { state: 'ambiguous', candidates })
  })

  it('never into another namespace, and into one that nobody has written', () => {
    const [here, other, open] = [at('a/b/x.yaml', 'shop'), at('a/b/x.yaml', 'bank'), at('z/x.yaml')]
    assert.deepEqual(nearest(here, [other]), { state: 'none' })
    assert.deepEqual(nearest(here, [other, open]), { state: 'linked', to: open })
    assert.deepEqual(nearest(at('a/b/x.yaml'), [other]), { state: 'linked', to: other })
  })
})

describe('an address of Strimzi', () => {
  for (const [address, means] of [
    ['prod-kafka-bootstrap:9092', { cluster: 'prod' }],
    ['prod-kafka-bootstrap.shop:9093', { cluster: 'prod', namespace: 'shop' }],
    ['prod-kafka-bootstrap.shop.svc:9093', { cluster: 'prod', namespace: 'shop' }],
    ['prod-kafka-bootstrap.shop.svc.cluster.local:9093', { cluster: 'prod', namespace: 'shop' }],
    ['prod-kafka-brokers.shop', { cluster: 'prod', namespace: 'shop' }],
    ['prod-kafka-external-bootstrap.shop', { cluster: 'prod', namespace: 'shop' }],
    ['kafka.example.com:9092', undefined],
    ['etl-kafka-kafka-bootstrap.etl.svc:9092', { cluster: 'etl-kafka', namespace: 'etl' }],
    ['etl-kafka-kafka-external-bootstrap:9094', { cluster: 'etl-kafka' }],
    ['prod-bootstrap:9092', undefined],
  ] as const)
    it(`${address}`, () => assert.deepEqual(readBootstrap(address), means))
})

describe('a file', () => {
  const rootOf = (roots: readonly string[], file: string): string | undefined =>
    startEstate(() => roots.map(toUri), []).rootOf(toUri(file))

  it('belongs to the innermost folder of the workspace, in whatever order they are opened', () => {
    const roots = ['file:///w/', 'file:///w/shop/']
    for (const order of [roots, [...roots].reverse()]) {
      assert.equal(rootOf(order, 'file:///w/shop/topics.yaml'), 'file:///w/shop/')
      assert.equal(rootOf(order, 'file:///w/shopping/topics.yaml'), 'file:///w/')
      assert.equal(rootOf(order, 'file:///other/topics.yaml'), undefined)
    }
  })
})

describe('what stands in for a host', () => {
  for (const text of [
    'TBD:9092',
    'your-cluster.example.com:9092',
    '<broker:9092',
    'BROKER_HOST:9092',
    'xxx:9092',
    'x.x.x.x:9092',
    'REPLACE-ME',
    'orders_db_host:orders_db_port',
    'jdbc:mysql://db:port/shop',
  ])
    it(`${text} is none`, () => assert.deepEqual(hostsOf(text), []))
  for (const text of [
    'kafka:9092',
    'newport:9092',
    "'jdbc:mysql://{{ $mysql.host }}:{{ $mysql.port }}/shop?useSSL=true'",
    'KAFKA-1.shop.de:9092',
    'todos.shop.de',
    'a.fsn1.your-objectstorage.com',
    'boxxxx.shop.de',
  ])
    it(`${text} is one`, () => assert.equal(hostsOf(text).length, 1))
})

describe('a host', () => {
  const rows: Readonly<Record<'inside' | 'outside', readonly string[]>> = {
    inside: [
      ...['kafka', 'kafka_1', '10.0.0.1', '10.255.255.255', '192.168.0.1', '169.254.1.1'],
      ...['172.16.0.1', '172.19.0.1', '172.20.0.1', '172.29.0.1', '172.30.0.1', '172.31.255.255'],
      ...['fd00::1', 'fc00::1', 'fe80::1', '::1', '127.0.0.1', 'localhost', 'db.localhost', '0.0.0.0'],
      ...['kafka.shop.svc', 'kafka.shop.svc.cluster.local', 'kafka.corp', 'nas.lan', 'kafka.internal', 'x.home.arpa'],
      ...['kafka.messaging', 'kafka-0.kafka-headless', 'kafka-0.brokers.shop-prod', 'broker.ns1'],
    ],
    outside: [
      ...['172.15.0.1', '172.32.0.1', '172.1.0.1', '11.0.0.1', '110.0.0.1', '192.169.0.1', '192.16.0.1', '169.253.0.1'],
      ...['8.8.8.8', '10.0.0.example.com', '172.16.0.1.example.com', '2001:db8::1', 'kafka.example.com'],
      ...['internal.example.com', 'svc.example.com', 'localhost.example.com', 'corporate'.concat('.io')],
      ...['kafka.cloud', 'broker.shop.de', 'kafka.example.health'],
    ],
  }
  for (const [where, hosts] of Object.entries(rows))
    for (const host of hosts) it(`${host} lies ${where}`, () => assert.equal(isInside(host), where === 'inside'))

  for (const [host, own] of [
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['0.0.0.0', true],
    ['10.0.0.1', false],
    ['kafka', false],
    ['localhost.example.com', false],
  ] as const)
    it(`${host} is ${own ? 'this machine' : 'another machine'}`, () => assert.equal(isLoopback(host), own))
})

import assert from 'node:assert/strict'
import { readAddress, readSettings, readSite, type PlaceReading } from '../../server/src/assess/place-reading.ts'
import { destinationsOf, homeOf, standsBesideRecords, undeterminedOf } from '../../server/src/assess/residency.ts'
import { isTenantKey } from '../../server/src/assess/tenant-key.ts'
import type { Fact } from '../../server/src/model/fact.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { ask, strimzi } from '../support/asking.ts'
import { theLibrary } from '../support/fixtures.ts'

const at = { file: 'file:///a' as never, span: { start: 0, end: 0 } }
const known = (value: string): Fact<string> => ({ state: 'known', value, at })
const filledIn = (text: string): Fact<string> => ({ state: 'unresolved', text, at })

/** A reading in short: host, owner, region, countries, and what is said of it. */
function told(reading: PlaceReading | undefined): string {
  if (!reading) return 'left to another tool'
  const { host, insideHosts, location, because, guessed } = reading
  return [
    host === '' ? `inside${insideHosts ? ` (${insideHosts.join()})` : ''}` : (host ?? 'no host'),
    location.provider?.short ?? 'nobody',
    location.region?.code ?? '-',
    location.countries.map(({ code }) => code).join() || '-',
    ...(guessed ? ['guessed'] : []),
    ...because.map(one => word(one, english)),
  ].join(' | ')
}

describe('an address', () => {
  for (const [what, address, expected] of [
    ['that is not there', { state: 'absent', near: at }, 'no host | nobody | - | -'],
    ['inside', known('db:5432'), 'inside (db) | nobody | - | - | an address in the same network or cluster'],
    [
      'of several inside',
      known('db-1:5432,db-2:5432'),
      'inside (db-1,db-2) | nobody | - | - | an address in the same network or cluster',
    ],
    [
      'nobody knows',
      known('db.shop.example'),
      'db.shop.example | nobody | - | - | db.shop.example matches no known provider',
    ],
    [
      'inside and outside: the one outside',
      known('db:5432,b-1.x.c2.kafka.eu-west-1.amazonaws.com:9092'),
      'b-1.x.c2.kafka.eu-west-1.amazonaws.com | Amazon | eu-west-1 | IE | b-1.x.c2.kafka.eu-west-1.amazonaws.com is Amazon MSK (provisioned), region eu-west-1',
    ],
    [
      'of several: the one that tells a country',
      known('db.shop.example:1,s3.amazonaws.com:1,b-1.x.c2.kafka.eu-west-1.amazonaws.com:9092'),
      'b-1.x.c2.kafka.eu-west-1.amazonaws.com | Amazon | eu-west-1 | IE | b-1.x.c2.kafka.eu-west-1.amazonaws.com is Amazon MSK (provisioned), region eu-west-1',
    ],
    [
      'of several: else the one that tells an owner',
      known('db.shop.example:1,s3.amazonaws.com:1'),
      's3.amazonaws.com | Amazon | - | - | s3.amazonaws.com',
    ],
    ['that another tool fills in', filledIn('${HOST}:9092'), 'left to another tool'],
    ['that is only a stand-in', known('<host>:9092'), 'left to another tool'],
    [
      'whose ending tells the owner',
      filledIn('${ACCOUNT}.snowflakecomputing.com'),
      '*.snowflakecomputing.com | Snowflake | - | - | ',
    ],
    [
      'whose ending tells the region too',
      filledIn('${ACCOUNT}.eu-central-1.snowflakecomputing.com'),
      '*.eu-central-1.snowflakecomputing.com | Snowflake | eu-central-1 | DE | ',
    ],
    ['whose ending tells nothing', filledIn('${ACCOUNT}.shop.example'), 'left to another tool'],
    ['whose ending is filled in', filledIn('kafka.${DOMAIN}'), 'left to another tool'],
  ] as const)
    it(what, () => {
      const said = told(readAddress(theLibrary(), address))
      assert.ok(said.startsWith(expected), said)
    })
})

describe('what settings say of a place', () => {
  const s3 = { provider: 'aws-s3', endpoints: ['store.url', 's3.url'], regions: ['s3.region', 'region'] }
  const read = (config: Readonly<Record<string, string>>, kind: Parameters<typeof readSettings>[2] = s3): string => {
    const { the } = ask({ 'c.json': JSON.stringify({ name: 'c', config: { 'connector.class': 'a.B', ...config } }) })
    return told(readSettings(theLibrary(), the('c.json', 'connector').settings, kind))
  }
  const ireland = 's3.eu-west-1.amazonaws.com'
  for (const [what, config, expected] of [
    ['nothing: who runs it', {}, 'no host | Amazon | - | - | '],
    [
      'a region',
      { 's3.region': 'eu-central-1' },
      'no host | Amazon | eu-central-1 | DE | `s3.region` is region eu-central-1 of Amazon S3',
    ],
    [
      'the first of two regions',
      { region: 'us-east-1', 's3.region': 'eu-central-1' },
      'no host | Amazon | eu-central-1 | DE',
    ],
    ['a region that is filled in', { 's3.region': '${env:REGION}' }, 'left to another tool'],
    ['a region that stands for one', { 's3.region': 'your-region' }, 'left to another tool'],
    [
      'an address rather than a region',
      { 's3.url': `https://${ireland}`, 's3.region': 'eu-central-1' },
      `${ireland} | Amazon | eu-west-1 | IE`,
    ],
    [
      'an address without a region and a region',
      { 's3.url': 'https://s3.amazonaws.com', 's3.region': 'eu-central-1' },
      'no host | Amazon | eu-central-1 | DE',
    ],
    [
      'an address of somebody else and a region',
      { 's3.url': 'https://store.shop.example', 's3.region': 'eu-central-1' },
      'store.shop.example | nobody | - | - | ',
    ],
    ['an address without a region', { 's3.url': 'https://s3.amazonaws.com' }, 's3.amazonaws.com | Amazon | - | -'],
    ['an address inside', { 's3.url': 'http://minio:9000', 's3.region': 'eu-central-1' }, 'inside (minio) | nobody'],
    ['an address that is filled in', { 's3.url': '${env:URL}', 's3.region': 'eu-central-1' }, 'left to another tool'],
    [
      'two addresses: the one that tells a place',
      { 'store.url': 'https://store.shop.example', 's3.url': `https://${ireland}` },
      `${ireland} | Amazon | eu-west-1 | IE`,
    ],
    [
      'two addresses of which none tells a place: the first',
      { 'store.url': 'https://store.shop.example', 's3.url': 'https://s3.amazonaws.com' },
      'store.shop.example | nobody',
    ],
  ] as const)
    it(what, () => {
      const said = read(config)
      assert.ok(said.startsWith(expected), said)
    })
  it('a region of nobody in particular is a guess', () => {
    const nobody = { endpoints: [], regions: ['region'] }
    assert.match(read({ region: 'us-east-1' }, nobody), /^no host \| nobody \| \S+ \| US \| guessed \| /)
    assert.match(read({}, nobody), /^no host \| nobody \| - \| - \| /)
  })
})

describe('a resource of a cloud', () => {
  const site = (region: Fact<string>, provider = 'aws-msk', system?: string): string =>
    told(readSite(theLibrary(), { provider, region, service: 'MSK', ...(system ? { system } : {}) } as never))
  it('stands in its region, where that is written', () => {
    assert.match(site(known('eu-west-2')), /^no host \| Amazon \| eu-west-2 \| GB/)
    assert.equal(site(filledIn('${var.region}')), 'left to another tool')
    assert.equal(site({ state: 'absent', near: at }), 'left to another tool')
    assert.equal(site(known('your-region')), 'left to another tool')
    assert.match(site(known('nowhere-1')), /^no host \| Amazon \| - \| - \| /)
    assert.match(site(known('eu-west-2'), 'nobody'), /^no host \| nobody \| /)
  })
})

describe('where something sends data', () => {
  it('is open where rules alert, and no file says whom', () => {
    const { db, the } = ask({
      'r.yaml':
        'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: r\nspec:\n  groups:\n    - name: a\n      rules:\n        - alert: Lag\n          expr: kafka_consumergroup_lag > 5\n',
    })
    const service = the('r.yaml', 'supporting-service')
    assert.deepEqual(destinationsOf(db, service), [])
    assert.deepEqual(
      undeterminedOf(db, service).map(({ role, name }) => [role, name]),
      [['telemetry', 'r']],
    )
  })

  it('is home for a topic: its cluster, all that it may be, or what creates it', () => {
    const topic = strimzi('KafkaTopic', 't', '  replicas: 1\n', 'c')
    const cluster = strimzi('Kafka', 'c', '  kafka:\n    config: {}\n')
    const counts = (texts: Readonly<Record<string, string>>): number => {
      const { db, the } = ask({ 't.yaml': topic, ...texts })
      return homeOf(db, the('t.yaml', 'topic')).clusters.length
    }
    assert.deepEqual(
      [counts({}), counts({ 'c.yaml': cluster }), counts({ 'a/c.yaml': cluster, 'b/c.yaml': cluster })],
      [0, 1, 2],
    )
  })

  it('is told already where a cluster of the same owner stands in the same region', () => {
    const msk = (region: string): string =>
      `provider "aws" {\n  region = "${region}"\n}\nresource "aws_msk_cluster" "a" {\n  cluster_name = "a"\n  number_of_broker_nodes = 3\n}\n`
    const sink = (region: string): string =>
      JSON.stringify({
        name: 's',
        config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', topics: 't', 's3.region': region },
      })
    const beside = (own: string, others: string, path = 'main.tf'): boolean | undefined => {
      const { db, the } = ask({ 's.json': sink(own), [path]: msk(others) })
      const [destination] = destinationsOf(db, the('s.json', 'connector'))
      return destination && standsBesideRecords(db, destination)
    }
    assert.equal(beside('us-east-1', 'us-east-1'), true)
    assert.equal(beside('us-east-1', 'eu-west-1'), false)
    assert.equal(beside('us-east-1', 'us-east-1', 'far/main.tf'), true)
    assert.equal(beside('nowhere-1', 'us-east-1'), false)
  })
})

describe('the key of a customer', () => {
  const schema = (name: string, ...fields: readonly string[]): string =>
    JSON.stringify({
      type: 'record',
      name,
      fields: fields.map(field => {
        const [key = '', doc] = field.split(': ')
        return { name: key, type: 'string', ...(doc ? { doc } : {}) }
      }),
    })
  const isOne = (key: string, ...others: readonly string[]): boolean => {
    const { db, the } = ask({
      'a.avsc': schema('Order', key, 'amount'),
      ...Object.fromEntries(others.map((other, index) => [`o${index}.avsc`, other])),
    })
    const record = the('a.avsc', 'record')
    const [field] = record.fields
    assert.ok(field)
    return isTenantKey(db, record, field)
  }
  for (const [key, expected] of [
    ['customer_id: the tenant', true],
    ['customer_id: the company that orders', true],
    ['customer_id: who orders', false],
    ['customer_id', false],
    ['customer: tenant', true],
    ['customers_uuid: tenant', true],
    ['client_ref: tenant', true],
    ['account_key: tenant', true],
    ['subscriber_no: tenant', true],
    ['customer_guid: tenant', true],
    ['customer_uid: tenant', true],
    ['account_number: tenant', true],
    ['customer_code: tenant', true],
    ['kunde: tenant', true],
    ['billing_customer_id: tenant', false],
    ['customer_email: tenant', false],
    ['user_id: tenant', false],
  ] as const)
    it(`in ${key} is ${expected ? '' : 'not '}that of an organisation`, () => assert.equal(isOne(key), expected))

  it('is that of an organisation where users have one, and most records around', () => {
    const user = schema('User', 'customer_id', 'email')
    const invoice = schema('Invoice', 'customer_id', 'amount')
    const thing = schema('Thing', 'colour', 'size')
    const single = schema('Single', 'colour')
    assert.equal(isOne('customer_id', user, invoice, invoice), true)
    assert.equal(isOne('customer_id', user, invoice), false, 'in three records')
    assert.equal(isOne('customer_id', invoice, invoice, invoice), false, 'no user among them')
    assert.equal(isOne('customer_id', user, invoice, invoice, thing, thing), true, 'four of six')
    assert.equal(isOne('customer_id', user, invoice, invoice, thing, thing, thing), false, 'four of seven')
    assert.equal(isOne('customer_id', user, invoice, invoice, thing, thing, single), true, 'one field is no record')
    assert.equal(isOne('account_id', user, invoice, invoice), false, 'another key')
  })
})

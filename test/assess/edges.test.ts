import assert from 'node:assert/strict'
import { everyTopicOf, unlistedBy } from '../../server/src/assess/capture.ts'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import type { Destination } from '../../server/src/assess/destination.ts'
import { placeHint, placeSources, whereabouts } from '../../server/src/assess/place-messages.ts'
import type { Connector } from '../../server/src/model/entities.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word, type Message } from '../../server/src/words/message.ts'
import { reviewTexts, theLibrary, uriOf } from '../support/fixtures.ts'

describe('a destination in few words', () => {
  const { countries, providers } = theLibrary().knowledge
  const [germany, india, amazon, hetzner] = [
    countries.get('DE'),
    countries.get('IN'),
    [...providers.values()].find(({ short }) => short === 'Amazon'),
    [...providers.values()].find(({ short }) => short === 'Hetzner'),
  ]
  assert.ok(germany && india && amazon && hetzner)
  const told = (given: object): string => {
    const destination = { countries: [], sources: [], status: 'open', ...given } as unknown as Destination
    const text = (message: Message | undefined): string => (message ? word(message, english) : 'nothing')
    return `${text(placeHint(destination))} | ${text(whereabouts(destination))}`
  }
  for (const [what, given, expected] of [
    ['country and owner', { countries: [germany], provider: hetzner, status: 'eea' }, 'DE · Hetzner'],
    [
      'whose law reaches there',
      { countries: [germany], provider: amazon, status: 'eea' },
      'DE · Amazon (subject to US law)',
    ],
    [
      'no such law where the country has it already',
      { countries: [india], provider: amazon, status: 'third' },
      'IN · third country · Amazon',
    ],
    ['a country alone', { countries: [india], status: 'third' }, 'IN · third country'],
    ['several countries', { countries: [germany, india], status: 'third' }, 'DE, IN · third country'],
    [
      'a safeguard rather than its want',
      { countries: [india], status: 'third', safeguard: { kind: 'scc' } },
      'IN · SCC declared',
    ],
    ['an owner whose country nobody knows', { provider: hetzner }, 'country unknown · Hetzner'],
    ['its law as well', { provider: amazon }, 'country unknown · Amazon (subject to US law)'],
  ] as const)
    it(`has ${what}`, () => assert.equal(told(given), `${expected} | ${expected}`))

  it('has none in a network of one’s own, nor where nothing is known', () => {
    assert.equal(told({ provider: amazon, status: 'inside' }), 'nothing | own network')
    assert.equal(told({ status: 'inside' }), 'nothing | own network')
    assert.equal(told({}), 'nothing | country unknown')
  })

  it('rests on its own sources, and on the decision for the strictest country', () => {
    const sources = (given: object): string[] =>
      placeSources({ countries: [], sources: ['a'], ...given } as unknown as Destination)
    assert.deepEqual(sources({ countries: [germany] }), ['a'])
    const decided = [...countries.values()].find(({ decision }) => decision)
    assert.ok(decided?.decision)
    assert.deepEqual(sources({ countries: [germany, decided] }), [
      'a',
      `${decided.decision.instrument}: ${decided.decision.source}`,
    ])
  })
})

/** What is answered of a connector with this configuration. */
function answered<T>(config: Readonly<Record<string, string>>, answer: (db: Db, connector: Connector) => T): T {
  const uri = uriOf('c.json')
  const review = reviewTexts([{ uri, text: JSON.stringify({ name: 'c', config }) }])
  const [connector] = review.estate.entities(uri).filter(one => one.kind === 'connector')
  assert.ok(connector?.kind === 'connector')
  return answer(openDb(review.estate, theLibrary()), connector)
}

describe('a pattern of topics', () => {
  const sink = { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector' }
  for (const [pattern, takesAll] of [
    ['.*', true],
    [' .* ', true],
    ['.+', true],
    ['(.*)', true],
    ['^.*$', true],
    ['(?!__).*', true],
    ['[\\w.-]+', true],
    ['\\w+', false],
    ['orders.*', false],
    ['.*-value', false],
    ['.{2,}', false],
    ['(', false],
  ] as const)
    it(`${pattern} takes ${takesAll ? 'every topic' : 'some'}`, () =>
      assert.equal(
        answered({ ...sink, 'topics.regex': pattern }, everyTopicOf)?.value,
        takesAll ? pattern.trim() : undefined,
      ))

  it('is asked of sinks only', () => {
    const source = { 'connector.class': 'io.confluent.connect.jdbc.JdbcSourceConnector' }
    assert.equal(answered({ ...source, 'topics.regex': '.*' }, everyTopicOf), undefined)
    assert.equal(answered({ ...sink, topics: 'orders' }, everyTopicOf), undefined)
  })
})

describe('a list of tables', () => {
  const debezium = {
    'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
    'topic.prefix': 'shop',
    'database.dbname': 'shop',
  }
  const isOpen = (more: Readonly<Record<string, string>>): boolean =>
    answered({ ...debezium, ...more }, unlistedBy) !== undefined
  it('captures all without one, or with one that takes all of some schema', () => {
    assert.ok(isOpen({}))
    for (const list of [
      '.*',
      'public.*',
      'public\\..*',
      'public.(.*)',
      'public.(?:.*)',
      '(.*).(.*)',
      'public.orders,sales.*',
      'public.+',
      '*',
    ])
      assert.ok(isOpen({ 'table.include.list': list }), list)
    for (const list of ['public.orders', 'public.ord.*', 'public.orders,sales.lines', 'public.[ab]'])
      assert.ok(!isOpen({ 'table.include.list': list }), list)
  })
})

describe('a broker whose voters a template fills in', () => {
  const isAlone = (voters: string, roles = 'broker,controller'): boolean => {
    const uri = uriOf('server.properties')
    const text = `node.id=1\nprocess.roles=${roles}\ncontroller.quorum.voters=${voters}\nlisteners=PLAINTEXT://:9092\nlog.dirs=/data\noffsets.topic.replication.factor=1\n`
    return reviewTexts([{ uri, text }])
      .findings(uri)
      .some(({ folded }) => folded)
  }
  it('stands alone where there is one of them, whatever it is called', () => {
    for (const voters of [
      '{{ id }}@{{ host }}:9093',
      '${ID}@${HOST}:9093',
      '1@${HOST}:${PORT}',
      '{{ id }}@{{ a }}-{{ b }}.local:9093',
    ])
      assert.ok(isAlone(voters), voters)
    for (const voters of ['1@${A}:9093,2@${B}:9093', '${VOTERS}', '{{ voters }}', '1@{{ a }}:9093,{{ more }}'])
      assert.ok(!isAlone(voters), voters)
    assert.ok(isAlone('1@${HOST}:9093', 'controller, broker'))
    for (const roles of ['broker', 'controller']) assert.ok(!isAlone('1@${HOST}:9093', roles), roles)
  })
})

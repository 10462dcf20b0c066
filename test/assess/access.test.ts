import assert from 'node:assert/strict'
import {
  everyRecordBy,
  hasPublicAddress,
  limitlessBy,
  openByDefault,
  openListOf,
  opennessOf,
  superUsersOf,
  unguardedBy,
  unsignedTokens,
  usesRecords,
} from '../../server/src/assess/exposure.ts'
import { known, partiesOf, possibleTakersOf, topicOf } from '../../server/src/assess/parties.ts'
import type { Access, Listener } from '../../server/src/model/entities.ts'
import { mentionsOf } from '../../server/src/model/mentions.ts'
import { ask, strimzi, type Asked, type Texts } from '../support/asking.ts'
import { uriOf } from '../support/fixtures.ts'

const at = { file: 'file:///a' as never, span: { start: 0, end: 0 } }
const value = <T>(told: T): { state: 'known'; value: T; at: typeof at } => ({ state: 'known', value: told, at })
const absent = { state: 'absent', near: at } as const
const filledIn = { state: 'unresolved', text: '${X}', at } as const

describe('a listener', () => {
  const listener = (given: object): Listener =>
    ({ name: value('a'), type: absent, authentication: absent, encrypted: absent, ...given }) as unknown as Listener
  const told = (given: object): string => {
    const { reach, anonymous, everywhere } = opennessOf(listener(given))
    return [reach, ...(anonymous ? ['anonymous'] : []), ...(everywhere ? ['everywhere'] : [])].join(' ')
  }
  const anywhere = value(['10.0.0.0/8', '0.0.0.0/0'])
  for (const [given, expected] of [
    [{}, 'unknown anonymous'],
    [{ type: filledIn, authentication: filledIn }, 'unknown'],
    [{ type: value('loopback') }, 'loopback anonymous'],
    [{ type: value('internal') }, 'inside anonymous'],
    [{ type: value('cluster-ip') }, 'inside anonymous'],
    [{ type: value('loadbalancer') }, 'outside anonymous'],
    [{ type: value('loadbalancer'), private: true }, 'inside anonymous'],
    [{ type: value('loadbalancer'), authentication: value('tls') }, 'outside'],
    [{ type: value('loadbalancer'), authentication: value('none') }, 'outside anonymous'],
    [{ type: value('loadbalancer'), allowed: absent }, 'outside anonymous everywhere'],
    [{ type: value('nodeport'), allowed: absent }, 'outside anonymous everywhere'],
    [{ type: value('public'), allowed: anywhere }, 'outside anonymous everywhere'],
    [{ type: value('security-group'), allowed: value(['::/0']) }, 'outside anonymous everywhere'],
    [{ type: value('loadbalancer'), allowed: value(['10.0.0.0/8']) }, 'outside anonymous'],
    [{ type: value('loadbalancer'), allowed: filledIn }, 'outside anonymous'],
    [{ type: value('route'), allowed: absent }, 'outside anonymous'],
    [{ type: value('internal'), allowed: absent }, 'inside anonymous'],
    [{ type: value('loadbalancer'), allowed: absent, private: true }, 'inside anonymous'],
  ] as const)
    it(`${JSON.stringify(given).replace(/,?"(?:at|near)":\{.*?\}\}/g, '')} is ${expected}`, () =>
      assert.equal(told(given), expected))

  it('has a public address where its type is so, or nobody can tell', () => {
    const has = (...types: readonly object[]): boolean =>
      hasPublicAddress({ listeners: types.map(type => listener({ type })) } as never)
    assert.deepEqual(
      [has(), has(value('internal')), has(value('public')), has(filledIn), has(value('internal'), value('public'))],
      [false, false, true, true, true],
    )
  })
})

const properties = (lines: string): Asked => ask({ 'server.properties': lines })
const server = 'node.id=1\nprocess.roles=broker\nlisteners=SASL_SSL://a.shop.example:9092\n'

describe('tokens that nobody has signed', () => {
  const unsigned = (lines: string, listeners = server): string | undefined => {
    const cluster = properties(listeners + lines).the('server.properties', 'cluster')
    const [listener] = cluster.listeners
    assert.ok(listener)
    return unsignedTokens(cluster, listener)?.value
  }
  const handler = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerUnsecuredValidatorCallbackHandler'
  const key = 'listener.name.sasl_ssl.oauthbearer.sasl'
  const bearer = 'sasl.enabled.mechanisms=OAUTHBEARER\n'
  for (const [what, lines, expected] of [
    ['with the handler for development', `${bearer}${key}.server.callback.handler.class=${handler}\n`, handler],
    ['with another handler', `${bearer}${key}.server.callback.handler.class=a.B\n`, undefined],
    ['with a handler of a variable', `${bearer}${key}.server.callback.handler.class=\${H}\n`, undefined],
    [
      'of another mechanism',
      `sasl.enabled.mechanisms=PLAIN\n${key}.server.callback.handler.class=${handler}\n`,
      undefined,
    ],
    ['of no mechanism', `${key}.server.callback.handler.class=${handler}\n`, undefined],
    [
      'with what to expect of them',
      `${bearer}${key}.jaas.config=x required unsecuredValidatorRequiredScope="a";\n`,
      'x required unsecuredValidatorRequiredScope="a";',
    ],
    ['with another login', `${bearer}${key}.jaas.config=x required;\n`, undefined],
  ] as const)
    it(`${what} are ${expected === undefined ? 'not ' : ''}taken`, () => assert.equal(unsigned(lines), expected))
  it('are asked of nobody without SASL', () =>
    assert.equal(
      unsigned(`${bearer}${key}.server.callback.handler.class=${handler}\n`, server.replace('SASL_SSL', 'SSL')),
      undefined,
    ))
})

describe('who may do everything', () => {
  it('is everybody whom super users stand for', () => {
    const users = (line: string): string[] => {
      const { db, the } = properties(`${server}super.users=${line}\n`)
      return superUsersOf(db, the('server.properties', 'cluster')).map(user => user.value)
    }
    for (const line of ['User:*', 'User:ANONYMOUS', 'User:admin; User:*', 'User:ANONYMOUS;User:a'])
      assert.deepEqual(users(line), [line])
    for (const line of ['User:admin', 'User:*a', 'Group:*', '${USERS}']) assert.deepEqual(users(line), [], line)
  })

  it('is every client of brokers that name no authorizer and ask who it is, or stand on several machines', () => {
    const by = (lines: string): string | undefined => {
      const { db, the } = properties(lines)
      return unguardedBy(db, the('server.properties', 'cluster'))
    }
    const plain = server.replace('SASL_SSL', 'PLAINTEXT')
    assert.equal(by(server), 'authorizer')
    assert.equal(
      by(`${server}authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n`),
      undefined,
    )
    assert.equal(by(`${server}authorizer.class.name=\${A}\n`), undefined)
    assert.equal(by(plain), undefined)
    assert.equal(by(`${plain}controller.quorum.voters=1@a:9093,2@b:9093,3@c:9093\n`), 'authorizer')
    assert.equal(by(`${plain}controller.quorum.voters=1@a:9093\n`), undefined)
  })

  it('is every client that no access list names, where the engine’s default is so and lists decide', () => {
    const open = (type: string, more = ''): string | undefined => {
      const info =
        more === '' ? '' : 'configuration_info {\n    arn = aws_msk_configuration.c.arn\n    revision = 1\n  }\n'
      const { db, the } = ask({
        'm.tf': `resource "aws_msk_cluster" "a" {\n  cluster_name = "a"\n  kafka_version = "3.6.0"\n  number_of_broker_nodes = 3\n  broker_node_group_info {\n    instance_type = "kafka.m5.large"\n  }\n  ${info}  client_authentication {\n    ${type}\n  }\n}\nresource "aws_msk_configuration" "c" {\n  name = "c"\n  server_properties = "num.io.threads=8\\n${more}"\n}\n`,
      })
      return openByDefault(db, the('m.tf', 'cluster'))?.key
    }
    const key = 'allow.everyone.if.no.acl.found'
    assert.equal(open('sasl {\n scram = true\n }'), key)
    assert.equal(open('tls {\n certificate_authority_arns = ["arn:a"]\n }'), key)
    assert.equal(open('sasl {\n iam = true\n }'), undefined)
    assert.equal(open('sasl {\n scram = true\n }', `${key}=false`), undefined)
    assert.equal(open('unauthenticated = true'), undefined)
  })

  it('is told by an access list of a cluster, or by what stands in it beside', () => {
    const list = (openAccessList: unknown, more: Texts = {}): string | undefined => {
      const { db } = ask(more)
      return openListOf(db, { openAccessList, name: value('kafka') } as never)?.state
    }
    const entry = {
      'a.tf':
        'resource "aiven_kafka_acl" "a" {\n  project = "p"\n  service_name = "kafka"\n  topic = "orders"\n  permission = "read"\n  username = "u"\n}\n',
    }
    assert.equal(list(value(true)), 'known')
    assert.equal(list(value(false)), undefined)
    assert.equal(list(absent), undefined)
    assert.equal(list(absent, entry), 'absent')
    assert.equal(list(filledIn, entry), undefined)
    assert.equal(list(undefined, entry), undefined)
  })
})

describe('an entry of an access list', () => {
  const { db } = ask({})
  const entry = (resource: string, name: string, operations: unknown, more: object = {}): Access =>
    ({
      kind: 'access',
      file: uriOf('a.yaml'),
      resource,
      name: value(name),
      operations: Array.isArray(operations) ? value(operations) : operations,
      principal: value('User:app'),
      ...more,
    }) as unknown as Access
  for (const [resource, name, operations, limitless, every, uses] of [
    ['topic', '*', ['All'], 'everyTopic', '', true],
    ['any', '*', ['ALL'], 'everything', '', true],
    ['group', '*', ['All'], undefined, '', false],
    ['topic', 'orders', ['All'], undefined, '', true],
    ['topic', '*', ['Read'], undefined, 'reads', true],
    ['topic', '*', ['Write'], undefined, 'writes', true],
    ['topic', '*', ['Read', 'write'], undefined, 'reads writes', true],
    ['any', '*', ['Read'], undefined, 'reads', true],
    ['group', '*', ['Read'], undefined, '', false],
    ['topic', '*', ['Describe'], undefined, '', false],
    ['topic', '*', ['ReadData'], undefined, 'reads', false],
    ['topic', '*', ['WriteData'], undefined, 'writes', false],
    ['topic', '*', ['Read*'], undefined, 'reads', false],
    ['topic', '*', ['*Data'], undefined, 'reads writes', false],
    ['topic', '*', ['*'], undefined, '', false],
    ['topic', '*', ['Write*Idempotently'], undefined, '', false],
    ['topic', '*', filledIn, undefined, '', false],
  ] as const)
    it(`for ${resource} ${name} and ${Array.isArray(operations) ? operations.join() : 'a variable'} is told for what it is`, () => {
      const access = entry(resource, name, operations)
      const all = everyRecordBy(db, access)
      assert.equal(limitlessBy(access), limitless)
      assert.equal([...(all?.reads ? ['reads'] : []), ...(all?.writes ? ['writes'] : [])].join(' '), every)
      assert.equal(usesRecords(db, access), uses)
    })
  it('is not for every record where it has a prefix, or is a mirror’s', () => {
    assert.equal(everyRecordBy(db, entry('topic', '*', ['Read'], { prefix: true })), undefined)
    for (const principal of [
      'User:mirror-maker',
      'User:CN=mm2',
      'replicator',
      'User:shop-mirroring',
      'User:mirrormaker2',
    ]) {
      const access = entry('topic', '*', ['Read'], { principal: value(principal) })
      assert.deepEqual([everyRecordBy(db, access), usesRecords(db, access)], [undefined, false], principal)
    }
    assert.ok(everyRecordBy(db, entry('topic', '*', ['Read'], { principal: absent })))
  })
})

describe('who takes part in a topic', () => {
  const sink = (name: string, config: object): string =>
    JSON.stringify({ name, config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', ...config } })
  const source = (config: object): string =>
    JSON.stringify({
      name: 'd',
      config: { 'connector.class': 'io.confluent.connect.jdbc.JdbcSourceConnector', ...config },
    })
  const topic = strimzi('KafkaTopic', 'orders', '  replicas: 3\n', 'c')
  const told = (texts: Texts): string => {
    const { db, the } = ask({ 't.yaml': topic, ...texts })
    const { into, out } = partiesOf(db, known(the('t.yaml', 'topic')))
    const names = (parties: typeof into): string => parties.map(({ role, name }) => `${role} ${name}`).join(', ')
    return `${names(into)} > ${names(out)}`
  }
  const user = (name: string, ...acls: readonly string[]): string =>
    strimzi(
      'KafkaUser',
      name,
      `  authorization:\n    type: simple\n    acls:\n${acls.map(acl => `      - ${acl}\n`).join('')}`,
      'c',
    )
  const acl = (operation: string): string => `{ resource: { type: topic, name: orders }, operations: [${operation}] }`
  const group = (name: string, more = ''): string =>
    `{ resource: { type: group, name: ${name}${more} }, operations: [Read] }`
  for (const [what, texts, expected] of [
    ['nobody', {}, ' > '],
    ['a sink that names it', { 's.json': sink('s', { topics: 'a, orders' }) }, ' > sink s'],
    ['a sink twice', { 's.json': sink('s', { topics: 'orders,orders' }) }, ' > sink s'],
    ['a sink by a pattern', { 's.json': sink('s', { 'topics.regex': 'ord.*' }) }, ' > sink s'],
    ['no sink by another pattern', { 's.json': sink('s', { 'topics.regex': 'rd.*' }) }, ' > '],
    [
      'a sink that writes its dead letters there',
      { 's.json': sink('s', { topics: 'a', 'errors.deadletterqueue.topic.name': 'orders' }) },
      'sink s > ',
    ],
    ['a source by the beginning of its names', { 'd.json': source({ 'topic.prefix': 'ord' }) }, 'source d > '],
    ['no source of another beginning', { 'd.json': source({ 'topic.prefix': 'x' }) }, ' > '],
    ['a user who reads', { 'u.yaml': user('app', acl('Read')) }, ' > client app'],
    ['a user who writes', { 'u.yaml': user('app', acl('Write')) }, 'client app > '],
    ['a user who may do all', { 'u.yaml': user('app', acl('All')) }, 'client app > client app'],
    [
      'the groups of a user who reads',
      { 'u.yaml': user('app', acl('Read'), group('g'), group('h', ', patternType: prefix')) },
      ' > group g, group h*',
    ],
    ['a user who writes, not in groups', { 'u.yaml': user('app', acl('Write'), group('g')) }, 'client app > '],
    ['nobody who only describes', { 'u.yaml': user('app', acl('Describe')) }, ' > '],
    [
      'a program',
      {
        'application.properties':
          'kafka.bootstrap.servers=a:9092\nmp.messaging.outgoing.out.connector=smallrye-kafka\nmp.messaging.outgoing.out.topic=orders\n',
      },
      'client application > ',
    ],
  ] as const)
    it(`is ${what}`, () => assert.equal(told(texts), expected))

  it('may be somebody who takes another one of its name', () => {
    const perhaps = (texts: Texts): string => {
      const { db, the } = ask(texts)
      return possibleTakersOf(db, known(the('a/t.yaml', 'topic')))
        .map(({ role, name }) => `${role} ${name}`)
        .join()
    }
    const there = { 'a/t.yaml': topic, 's.json': sink('s', { topics: 'orders' }) }
    assert.equal(perhaps(there), '')
    assert.equal(perhaps({ ...there, 'b/t.yaml': topic }), 'sink s')
    assert.equal(perhaps({ ...there, 'b/t.yaml': topic.replace('name: orders', 'name: other') }), '')
  })

  it('is told of the topic that a mention means, declared or not', () => {
    const meant = (texts: Texts): string | undefined => {
      const { db, the } = ask(texts)
      const [mention] = mentionsOf(the('s.json', 'connector'), db.estate.topicSettings).filter(
        ({ what }) => what === 'topic',
      )
      assert.ok(mention)
      const told = topicOf(db, mention)
      return told && `${told.name} in ${told.file.split('/').slice(4).join('/')}${told.declared ? ', declared' : ''}`
    }
    const own = { 's.json': sink('s', { topics: 'orders' }) }
    assert.equal(meant(own), 'orders in s.json')
    assert.equal(meant({ ...own, 't.yaml': topic }), 'orders in t.yaml, declared')
    assert.equal(meant({ ...own, 'a/t.yaml': topic, 'b/t.yaml': topic }), undefined)
    assert.equal(meant({ ...own, 'a.json': sink('a', { topics: 'orders' }) }), 'orders in a.json')
    assert.equal(
      meant({ ...own, 'orders-value.avsc': '{"type": "record", "name": "O", "fields": []}' }),
      'orders in s.json',
    )
  })
})

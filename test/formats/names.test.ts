import assert from 'node:assert/strict'
import { startAt } from '../../server/src/formats/cursor.ts'
import { isOfEvent, mayBeOfEvent, mayTellOfEvent } from '../../server/src/formats/event-schema.ts'
import {
  brokerKeyOf,
  fits,
  isVariable,
  meaningOf,
  namesBrokers,
  namesSecurity,
  namesVersion,
  type Form,
} from '../../server/src/formats/own/spelling.ts'
import { wordsOf } from '../../server/src/text/words.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'

describe('a name of somebody’s own', () => {
  it('means a setting of Kafka by its last words, of whom the words before tell', () => {
    for (const [name, expected] of [
      ['KAFKA_BROKERS', 'bootstrap.servers of kafka'],
      ['BOOTSTRAP_SERVERS', 'bootstrap.servers of  surely'],
      ['ORDERS_KAFKA_BOOTSTRAP_SERVERS', 'bootstrap.servers of orders kafka surely'],
      ['kafka.orders.bootstrapServers', 'bootstrap.servers of kafka for orders surely'],
      ['kafka.consumer.orders.brokers', 'bootstrap.servers of kafka for orders'],
      ['shop.msk.broker-url', 'bootstrap.servers of shop msk'],
      ['KAFKA_BROKERS_2', 'bootstrap.servers of kafka for 2'],
      ['brokers', ''],
      ['redis.url', ''],
      ['kafka.redis.url', ''],
      ['kafka.ui.host', ''],
      ['KAFKA_GROUP', 'group.id of kafka'],
      ['KAFKA_CONSUMER_GROUP_ID', 'group.id of kafka surely'],
      ['KAFKA_SECURITY_GROUP', ''],
      ['kafka', ''],
      ['2', ''],
      ['akhq.connections.shop.connect[0].basic-auth-password', 'connect.password of  for akhq connections shop'],
      ['KAFKA_CLUSTERS_0_SCHEMAREGISTRYAUTH_PASSWORD', 'schemaregistryauth.password of kafka for clusters 0'],
      ['KAFKA_SCHEMA_REGISTRY_PASSWORD', 'registry.password of kafka'],
      ['KAFKA_CONNECT_OTHER_PASSWORD', ''],
      ['SHOP_CONNECT_PASSWORD', ''],
      ['CONNECT_PASSWORD', ''],
      ['KAFKA_PASSWORD', 'sasl.password of kafka'],
    ] as const) {
      const found = meaningOf(wordsOf(name))
      const told = found
        ? `${found.key} of ${found.owner}${found.part === '' ? '' : ` for ${found.part}`}${found.certain ? ' surely' : ''}`
        : ''
      assert.equal(told, expected, name)
    }
  })

  it('means the brokers, their settings or their version', () => {
    const told = (name: string): string =>
      [
        namesBrokers(wordsOf(name)) ? 'brokers' : '',
        namesVersion(wordsOf(name)) ? 'version' : '',
        brokerKeyOf(wordsOf(name)) ?? '',
        isVariable(name) ? 'variable' : '',
      ]
        .filter(one => one !== '')
        .join()
    for (const [name, expected] of [
      ['kafka', 'brokers'],
      ['kafka_zookeeper', 'brokers'],
      ['kafka_ui', ''],
      ['kafka-clients', ''],
      ['kafka_producer', ''],
      ['shop', ''],
      ['kafka_version', 'brokers,version'],
      ['apacheKafkaVersion', 'brokers,version'],
      ['kafka_broker_version', 'brokers,version'],
      ['kafka_ui_version', ''],
      ['my_kafka_version', 'brokers'],
      ['kafka_default_replication_factor', 'brokers,default.replication.factor'],
      ['default_replication_factor', ''],
      ['KAFKA_LOG_DIRS', 'brokers,log.dirs,variable'],
      ['KAFKA', 'brokers'],
      ['_KAFKA_A', 'brokers'],
      ['KAFKA_2', 'brokers,variable'],
      ['KAFKA_a', 'brokers'],
    ] as const)
      assert.equal(told(name), expected, name)
  })

  it('tells that somebody thought of encryption or access, below its owner', () => {
    for (const [name, owner, variables, expected] of [
      ['kafka.ssl', 'kafka', false, true],
      ['kafka.port', 'kafka', false, false],
      ['shop.ssl', 'kafka', false, false],
      ['shop.kafka.ssl', 'kafka', false, false],
      ['SHOP_KAFKA_SSL', 'kafka', true, true],
      ['SHOP_SSL', 'kafka', true, false],
      ['ssl', '', false, true],
      ['db.user', '', false, false],
      ['oauth.token', '', false, true],
      ['kafkas.ssl', 'kafka', false, false],
    ] as const)
      assert.equal(namesSecurity(wordsOf(name), owner, variables), expected, `${name} of ${owner}`)
  })

  it('takes a value that looks like it, and no other', () => {
    const values: Readonly<
      Record<Form, readonly (readonly [fitting: readonly string[], others: readonly string[]])[]>
    > = {
      addresses: [
        [
          [
            'a:9092',
            ' a:9092 ',
            'a.b-c:9092, d_1:9093',
            'a:9092;b:9092',
            'a:9092,',
            'SASL_SSL://a.b:9092',
            'tcp://a:92',
            'kafka+ssl://a:9092,kafka+ssl://b:9092',
            'a.b.:9092',
          ],
          ['a', 'a:1', 'a:123456', 'http://a:9092', 'a:9092 b:9092', 'a:9092/x', ':9092', 'a b:9092'],
        ],
      ],
      host: [
        [
          ['a', 'a.b-c.d', 'A1', '10.0.0.1'],
          ['a:9092', '1a', '-a', 'a..b', '10.0.0', '10.0.0.1.1', ''],
        ],
      ],
      port: [
        [
          ['92', '9092', '65535'],
          ['9', '123456', 'a92', '92a'],
        ],
      ],
      url: [
        [
          ['http://a', 'https://a/b'],
          ['ftp://a', 'a', 'http://a b', 'xhttp://a'],
        ],
      ],
      boolean: [
        [
          ['true', 'FALSE', 'yes', 'no', 'on', 'off', '0', '1'],
          ['2', 'trues', 'none', ''],
        ],
      ],
      number: [
        [
          ['0', '12'],
          ['1.5', '-1', 'a', ''],
        ],
      ],
      protocol: [
        [
          ['SSL', 'plaintext', 'SASL_SSL', 'SASL-PLAINTEXT', 'saslssl'],
          ['TLS', 'SASL', 'SSLX', 'XSSL'],
        ],
      ],
      listeners: [
        [
          ['A://:9092', 'A://a:9092, B1://b:9093'],
          ['A://a', ':9092', 'A://a:1', '1A://a:9092'],
        ],
      ],
      protocols: [
        [
          ['A:SSL', 'A:SASL_SSL, b:PLAINTEXT'],
          ['A', 'A:TLS', 'A:SSL;B:SSL', 'A:SSLX'],
        ],
      ],
      algorithm: [
        [
          ['', 'https', 'NONE'],
          ['a b', 'a.b'],
        ],
      ],
      text: [
        [
          ['x', ' x '],
          ['', ' '],
        ],
      ],
    }
    for (const [form, [[fitting, others] = [[], []]]] of Object.entries(values)) {
      for (const value of fitting) assert.ok(fits(value, form as Form), `${form}: ${value}`)
      for (const value of others) assert.ok(!fits(value, form as Form), `not ${form}: ${value}`)
    }
  })
})

describe('a JSON Schema of an event', () => {
  const schema = (properties: object, more: object = {}): string =>
    JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', ...more, properties })
  const type = { type: 'string' }
  const isIt = (path: string, text: string, root = 'file:///k'): boolean =>
    isOfEvent(
      startAt(
        { file: toUri(`file:///k/${path}`), syntax: 'json', source: text, start: 0, root: toUri(root) },
        syntaxes.json.read(text),
      ),
    )
  const plain = schema({ a: type })

  it('is told by where it lies, and by what it is called', () => {
    for (const [path, expected] of [
      ['events/order.json', true],
      ['domain-events/order.json', true],
      ['events/create-order.json', false],
      ['event/order.json', false],
      ['events-old/order.json', false],
      ['event-schemas/create-order.json', true],
      ['topic_contracts/order.json', true],
      ['kafka/schemas/order.json', false],
      ['topics/order.json', false],
      ['events/order-request.json', false],
      ['events/api/order.json', false],
      ['events/api-v1/order.json', true],
      ['order.json', false],
      ['order-event.json', true],
      ['OrderPlacedEvent.schema.json', true],
      ['order-events-v1.json', true],
      ['order_event.1-0.json', true],
      ['event.json', false],
      ['event-order.json', false],
      ['shop.order.placed.json', true],
      ['shop.order.placed.v1.json', true],
      ['order.placed.json', false],
      ['shop.order.place.json', false],
      ['api-event.json', false],
    ] as const)
      assert.equal(isIt(path, plain), expected, path)
    assert.ok(!isIt('order.json', plain, 'file:///k/events'))
    for (const [key, name, expected] of [
      ['title', 'OrderPlacedEvent', true],
      ['$id', 'https://example.org/schemas/order-event.json', true],
      ['id', 'order.event', true],
      ['title', 'Order', false],
      ['description', 'OrderPlacedEvent', false],
    ] as const)
      assert.equal(isIt('order.json', schema({ a: type }, { [key]: name })), expected, `${key} ${name}`)
  })

  it('is told by an envelope: two of which event, what and when, or that of CloudEvents', () => {
    const has = (...names: readonly string[]): boolean =>
      isIt('order.json', schema(Object.fromEntries(names.map(name => [name, type]))))
    for (const names of [
      ['eventId', 'eventType'],
      ['event_uuid', 'occurred_at'],
      ['event-name', 'timestamp'],
      ['eventType', 'eventDateTime'],
      ['eventId', 'publishedAt'],
      ['eventId', 'timestampUtc'],
      ['specversion', 'source', 'type', 'id'],
      ['specVersion', 'id', 'type', 'source', 'data'],
    ])
      assert.ok(has(...names), names.join())
    for (const names of [
      ['eventId'],
      ['eventType'],
      ['timestamp', 'occurredAt'],
      ['eventId', 'eventUuid'],
      ['eventType', 'eventName'],
      ['myEventId', 'eventType'],
      ['eventIds', 'timestamp'],
      ['source', 'type', 'id'],
      ['specversion', 'type', 'id'],
      ['specversion', 'source', 'id'],
      ['specversion', 'source', 'type'],
    ])
      assert.ok(!has(...names), names.join())
    assert.ok(isIt('order.json', schema({ eventId: type }, { allOf: [{ properties: { eventType: type } }] })))
  })

  it('is a schema of objects, and no data', () => {
    for (const [text, expected] of [
      ['{"type": "object", "properties": {"a": {"type": "string"}}}', true],
      ['{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"a": {"$ref": "#"}}}', true],
      ['{"$schema": "https://example.org/own", "properties": {"a": {"type": "string"}}}', false],
      ['{"type": "array", "properties": {"a": {"type": "string"}}}', false],
      ['{"type": "object", "properties": {"a": {"value": 1}}}', false],
      ['{"type": "object", "properties": {}}', false],
      ['{"type": "object", "allOf": [{"properties": {"a": {"enum": [1]}}}]}', true],
      ...['const', 'oneOf', 'anyOf', 'allOf', 'properties'].map(
        key => [`{"type": "object", "properties": {"a": {"${key}": []}}}`, true] as const,
      ),
    ] as const)
      assert.equal(isIt('events/order.json', text), expected, text)
  })

  it('is looked for where a text may be one', () => {
    const at = (path: string) => ({ file: toUri(`file:///k/${path}`), root: toUri('file:///k') })
    for (const [path, text, expected] of [
      ['order.json', '{"type": "object", "properties": {"eventId": {}}}', true],
      ['order.json', '{"type": "object", "properties": {"event_type" : {}}}', true],
      ['order.json', '{"type": "object", "properties": {"event": {}}}', false],
      ['order.json', '{"properties": {"eventId": {}}}', false],
      ['order.json', '{"type": "object", "eventId": "x"}', false],
      ['events/order.json', '{"type": "object"}', true],
      ['events/order.json', '{"type": "object", "$schema": "http://json-schema.org/"}', false],
    ] as const)
      assert.equal(mayBeOfEvent(at(path), text), expected, `${path} ${text}`)
    for (const [path, text, expected] of [
      ['order.json', '{"title": "OrderPlacedEvent"}', true],
      ['order.json', '{"$id":"order-event"}', true],
      ['order.json', '{"id" : "order-event"}', true],
      ['order.json', '{"title": "Order"}', false],
      ['order.json', '{"description": "OrderPlacedEvent"}', false],
      ['order.json', '{"event_id": {}}', true],
      ['order.json', '{"specVersion": {}}', true],
      ['order.json', '{"event": {}}', false],
      ['events/order.json', '{}', true],
    ] as const)
      assert.equal(mayTellOfEvent(at(path), text), expected, `${path} ${text}`)
  })
})

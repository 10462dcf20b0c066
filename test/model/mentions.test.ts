import assert from 'node:assert/strict'
import { mentionsOf, topicPatternsOf, type Mention } from '../../server/src/model/mentions.ts'
import { reviewTexts, uriOf } from '../support/fixtures.ts'

const resource = (kind: string, name: string, rest: string, labels = ''): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${labels}spec:\n${rest}`
const ofCluster = (cluster: string): string => `  labels:\n    strimzi.io/cluster: ${cluster}\n`
const connector = (settings: Readonly<Record<string, string>>): string =>
  JSON.stringify({ name: 's1', config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', ...settings } })
const mirror = (topics: string, more = ''): string =>
  resource(
    'KafkaMirrorMaker2',
    'mm',
    `  target:\n    alias: b\n    bootstrapServers: b:9092\n  mirrors:\n    - source:\n        alias: a\n        bootstrapServers: a:9092\n      topicsPattern: ${topics}\n${more}`,
  )
const user = (...acls: readonly string[]): string =>
  resource('KafkaUser', 'u', `  authorization:\n    acls:\n${acls.map(acl => `      - ${acl}\n`).join('')}`)

/** What the entities of a file name, a line each: what, name, what is done with it, the text at its place, and what of the value would be written anew where that is not the same. */
function namesIn(path: string, text: string): string[] {
  const { estate } = reviewTexts([{ uri: uriOf(path), text }])
  return [
    ...new Set(
      estate
        .entities(uriOf(path))
        .flatMap(of => mentionsOf(of, estate.topicSettings))
        .map(show),
    ),
  ].sort()

  function show(mention: Mention): string {
    const { what, name, place, declares, uses, written, namespace } = mention
    const stands = text.slice(place.span.start, place.span.end)
    const rewrites = written?.value.slice(written.start, written.start + written.length) ?? 'nothing'
    const told: readonly (readonly [boolean | undefined, string])[] = [
      [declares, 'declared'],
      [namespace !== undefined, `in ${namespace}`],
      [stands !== name, `at ${JSON.stringify(stands)}`],
      [rewrites !== stands, `writes ${rewrites}`],
      [written?.pattern, 'as a pattern'],
      [mention.inFileName, 'in the file name'],
      [mention.isKey, 'as a key'],
    ]
    return [what, name, ...uses, ...told.flatMap(([holds, words]) => (holds ? [words] : []))].join(' ')
  }
}

const rows: Readonly<Record<string, readonly [path: string, text: string, names: readonly string[]]>> = {
  'a topic': [
    't.yaml',
    resource('KafkaTopic', 'orders', '  replicas: 3\n', ofCluster('c')),
    ['cluster c', 'topic orders declared'],
  ],
  'a topic without a cluster': [
    't.yaml',
    resource('KafkaTopic', '"orders"', '  replicas: 3\n'),
    ['topic orders declared'],
  ],
  'a cluster': ['k.yaml', resource('Kafka', 'c', '  kafka:\n    replicas: 3\n'), ['cluster c declared']],
  'a node pool': [
    'p.yaml',
    resource('KafkaNodePool', 'p', '  replicas: 3\n  roles: [broker]\n', ofCluster('c')),
    ['cluster c'],
  ],
  'a Connect cluster': [
    'w.yaml',
    resource(
      'KafkaConnect',
      'w',
      '  bootstrapServers: c-kafka-bootstrap.shop:9092, other-kafka-bootstrap:9092,elsewhere:9092\n  groupId: w\n  configStorageTopic: w-configs\n  offsetStorageTopic: w-offsets\n  statusStorageTopic: w-status\n',
    ),
    ['cluster c in shop', 'cluster other', 'connect-cluster w declared', 'group w declared'],
  ],
  'workers in properties': [
    'connect-distributed.properties',
    'bootstrap.servers=c-kafka-bootstrap:9092\ngroup.id=w\nconfig.storage.topic=w-configs\noffset.storage.topic=w-offsets\nstatus.storage.topic=w-status\n',
    [
      'cluster c',
      'connect-cluster connect-distributed declared at "bootstrap.servers" writes nothing',
      'group w declared',
      'topic w-configs keeps',
      'topic w-offsets keeps',
      'topic w-status keeps',
    ],
  ],
  'groups that nobody may tell': [
    'u.yaml',
    user(
      '{ resource: { type: group, name: "{{ .Values.g }}" }, operations: [Read] }',
      '{ resource: { type: group, name: "*" }, operations: [All] }',
    ),
    [],
  ],
  'a connector of Strimzi': [
    'c.yaml',
    resource(
      'KafkaConnector',
      's1',
      '  class: io.confluent.connect.s3.S3SinkConnector\n  config:\n    topics: a, b ,c\n    errors.deadletterqueue.topic.name: dead\n',
      ofCluster('w'),
    ),
    [
      'connect-cluster w',
      'connector s1 declared',
      'topic a reads',
      'topic b reads',
      'topic c reads',
      'topic dead writes',
    ],
  ],
  'a connector of one topic': ['c.json', connector({ topics: 'a' }), ['connector s1 declared', 'topic a reads']],
  'a connector whose name is escaped': [
    'c.json',
    connector({ topics: 'ab' }).replace('"ab"', '"\\u0061b"'),
    ['connector s1 declared', 'topic ab reads at "\\"\\\\u0061b\\"" writes ab'],
  ],
  'a pattern that is a name': [
    'c.json',
    connector({ 'topics.regex': 'a' }),
    ['connector s1 declared', 'topic a reads as a pattern'],
  ],
  'a pattern of alternatives': [
    'c.json',
    connector({ 'topics.regex': 'a|b' }),
    ['connector s1 declared', 'topic a reads as a pattern', 'topic b reads as a pattern'],
  ],
  'a pattern in brackets': [
    'c.json',
    connector({ 'topics.regex': '(a|b)' }),
    ['connector s1 declared', 'topic a reads as a pattern', 'topic b reads as a pattern'],
  ],
  'a pattern in brackets that keep nothing': [
    'c.json',
    connector({ 'topics.regex': '^(?:a|b)$' }),
    ['connector s1 declared', 'topic a reads as a pattern', 'topic b reads as a pattern'],
  ],
  'a pattern from start to end': [
    'c.json',
    connector({ 'topics.regex': '^a$' }),
    ['connector s1 declared', 'topic a reads as a pattern'],
  ],
  'a pattern with dots': [
    'c.json',
    connector({ 'topics.regex': 'a\\.b|c\\.d' }),
    [
      'connector s1 declared',
      'topic a.b reads at "\\"a\\\\\\\\.b|c\\\\\\\\.d\\"" writes a\\.b as a pattern',
      'topic c.d reads at "\\"a\\\\\\\\.b|c\\\\\\\\.d\\"" writes c\\.d as a pattern',
    ],
  ],
  'a pattern with dots in YAML': [
    'c.yaml',
    resource('KafkaConnector', 's1', "  class: S3SinkConnector\n  config:\n    topics.regex: '^(a\\.b|c.d)$'\n"),
    ['connector s1 declared', 'topic a.b reads at "a\\\\.b" as a pattern', 'topic c.d reads as a pattern'],
  ],
  'a pattern with a wild card': ['c.json', connector({ 'topics.regex': '(a|b.*)' }), ['connector s1 declared']],
  'a pattern of letters': ['c.json', connector({ 'topics.regex': '[ab]' }), ['connector s1 declared']],
  'a source': [
    'c.json',
    JSON.stringify({
      name: 'd',
      config: {
        'connector.class': 'io.debezium.connector.mysql.MySqlConnector',
        'topic.prefix': 'shop',
        'schema.history.internal.kafka.topic': 'history',
      },
    }),
    ['connector d declared', 'topic history keeps'],
  ],
  'a mirror of a list': [
    'm.yaml',
    mirror('"a, b\\\\.c|d"', '      groupsPattern: g1|g2\n'),
    [
      'connect-cluster mm declared',
      'group g1 as a pattern',
      'group g2 as a pattern',
      'topic a reads at "\\"a, b\\\\\\\\.c|d\\"" writes a as a pattern',
      'topic b.c reads at "\\"a, b\\\\\\\\.c|d\\"" writes b\\.c as a pattern',
      'topic d reads at "\\"a, b\\\\\\\\.c|d\\"" writes d as a pattern',
    ],
  ],
  'a mirror of alternatives in brackets': [
    'm.yaml',
    mirror('(a|b)'),
    ['connect-cluster mm declared', 'topic a reads as a pattern', 'topic b reads as a pattern'],
  ],
  'a mirror of names and patterns': [
    'm.yaml',
    mirror('"a,b.*"'),
    ['connect-cluster mm declared', 'topic a reads as a pattern'],
  ],
  'a mirror of patterns in brackets': ['m.yaml', mirror('"(a|b.*)"'), ['connect-cluster mm declared']],
  'a mirror of everything': ['m.yaml', mirror('".*"'), ['connect-cluster mm declared']],
  'the rights of a user': [
    'u.yaml',
    user(
      '{ resource: { type: topic, name: a }, operations: [Read, Describe] }',
      '{ resource: { type: topic, name: b }, operations: [Write] }',
      '{ resource: { type: topic, name: c }, operations: [All] }',
      '{ resource: { type: topic, name: d }, operations: [Describe] }',
      '{ resource: { type: topic, name: "*" }, operations: [Read] }',
      '{ resource: { type: topic, name: p, patternType: prefix }, operations: [Read] }',
      '{ resource: { type: group, name: g }, operations: [Read] }',
      '{ resource: { type: group, name: connect-s1 }, operations: [Read] }',
      '{ resource: { type: group, name: "*" }, operations: [Read] }',
      '{ resource: { type: group, name: q, patternType: prefix }, operations: [Read] }',
      '{ resource: { type: cluster }, operations: [Alter] }',
      '{ resource: { type: transactionalId, name: t }, operations: [Write] }',
    ),
    [
      'connector s1',
      'group connect-s1',
      'group g',
      'topic a reads',
      'topic b writes',
      'topic c reads writes',
      'topic d',
    ],
  ],
  'a consumer': [
    'app.properties',
    'bootstrap.servers=c-kafka-bootstrap:9092\ngroup.id=connect-s1\n',
    ['cluster c', 'group connect-s1 declared'],
  ],
  'an application of channels': [
    'application.properties',
    'kafka.bootstrap.servers=c-kafka-bootstrap:9092\nmp.messaging.incoming.in.connector=smallrye-kafka\nmp.messaging.incoming.in.topic=a\nmp.messaging.incoming.in.group.id=g\nmp.messaging.incoming.more.connector=smallrye-kafka\nmp.messaging.incoming.more.topics=b,c\nmp.messaging.outgoing.out.connector=smallrye-kafka\nmp.messaging.outgoing.out.topic=d\n',
    ['cluster c', 'group g declared', 'topic a reads', 'topic b reads', 'topic c reads', 'topic d writes'],
  ],
  'rights in Terraform': [
    'acl.tf',
    'resource "kafka_acl" "a" {\n  resource_name = "orders"\n  resource_type = "Topic"\n  acl_principal = "User:a"\n  acl_host = "*"\n  acl_operation = "Write"\n  acl_permission_type = "Allow"\n}\nresource "confluent_kafka_acl" "b" {\n  kafka_cluster {\n    id = "lkc-1"\n  }\n  resource_type = "GROUP"\n  resource_name = "g"\n  pattern_type = "LITERAL"\n  principal = "User:b"\n  host = "*"\n  operation = "READ"\n  permission = "ALLOW"\n}\nresource "confluent_kafka_acl" "c" {\n  resource_type = "TOPIC"\n  resource_name = "returns"\n  pattern_type = "PREFIXED"\n  principal = "User:b"\n  host = "*"\n  operation = "READ"\n  permission = "ALLOW"\n}\n',
    ['group g', 'topic orders writes'],
  ],
  'rights in a namespace': [
    'u.yaml',
    user('{ resource: { type: topic, name: a }, operations: [Read] }').replace(
      '  name: u',
      '  name: u\n  namespace: shop',
    ),
    ['topic a reads in shop'],
  ],
  'the schema of a value': [
    'orders-value.avsc',
    '{"type":"record","name":"Order","fields":[]}',
    ['topic orders at "\\"Order\\"" writes nothing in the file name'],
  ],
  'the schema of a key': [
    'orders-key.avsc',
    '{"type":"record","name":"Order","fields":[]}',
    ['topic orders at "\\"Order\\"" writes nothing in the file name'],
  ],
  'a schema of something else': [
    'order.avsc',
    '{"type":"record","name":"Order","fields":[]}',
    ['topic order at "\\"Order\\"" writes nothing in the file name'],
  ],
  'subjects in Terraform': [
    'main.tf',
    'resource "confluent_schema" "a" {\n  subject_name = "orders-value"\n  format = "AVRO"\n  schema = "{\\"type\\":\\"record\\",\\"name\\":\\"Order\\",\\"fields\\":[]}"\n}\nresource "kafka_topic" "t" {\n  name = "orders"\n  partitions = 1\n  replication_factor = 3\n}\nresource "kafka_topic" "put" {\n  name = "shop-${var.x}"\n  partitions = 1\n  replication_factor = 3\n}\nvariable "x" {\n  default = "a"\n}\n',
    ['topic orders', 'topic orders declared', 'topic shop-a declared at "\\"shop-${var.x}\\"" writes nothing'],
  ],
  'subjects that nobody can tell': [
    'main.tf',
    'resource "confluent_schema" "a" {\n  subject_name = "${var.topic}-value"\n  format = "AVRO"\n  schema = "{\\"type\\":\\"record\\",\\"name\\":\\"Order\\",\\"fields\\":[]}"\n}\n',
    [],
  ],
  'the configuration': [
    '.kafka-review.yaml',
    'version: 1\ntopics:\n  - match: orders\n    purposes: [billing]\n  - match: log-*\n    purposes: [billing]\ndestinations:\n  - match: s1\n    country: DE\nsafeguards:\n  - destination: s2\n    mechanism: SCC\n    reference: x\ngroups:\n  aliases:\n    cg-5: reminders\nrecord:\n  activities:\n    - match: orders\n      name: Orders\n',
    ['connector orders', 'connector s1', 'group cg-5 writes nothing as a key', 'topic orders'],
  ],
}

const patterns: Readonly<Record<string, readonly string[]>> = {
  '': [],
  a: [],
  'a|b': [],
  '^(a|b)$': [],
  '(?:a|b)': [],
  'a.*': ['pattern reads a.*'],
  '(a|b.*)': ['pattern reads (a|b.*)'],
  '[ab]': ['pattern reads [ab]'],
  '(a)|(b)': ['pattern reads (a)|(b)'],
}

describe('what a connector names by a pattern', () => {
  const patternsIn = (settings: Readonly<Record<string, string>>): string[] => {
    const { estate } = reviewTexts([{ uri: uriOf('c.json'), text: connector(settings) }])
    return estate
      .entities(uriOf('c.json'))
      .flatMap(of => topicPatternsOf(of, estate.topicSettings))
      .map(({ use, form, text, areListed }) => `${form} ${use} ${text}${areListed ? ', all listed' : ''}`)
  }
  for (const [regex, expected] of Object.entries(patterns))
    it(`${expected.length > 0 ? 'is' : 'is not'} ${JSON.stringify(regex)}`, () =>
      assert.deepEqual(patternsIn({ 'topics.regex': regex }), expected))

  it('is also how names begin, but neither a name nor a list', () => {
    assert.deepEqual(patternsIn({ 'topic.prefix': 'shop' }), ['prefix writes shop'])
    const capturing = {
      'connector.class': 'io.debezium.connector.mysql.MySqlConnector',
      'topic.prefix': 'shop',
      'table.include.list': 'shop.orders,shop.items',
    }
    assert.deepEqual(patternsIn(capturing), ['prefix writes shop, all listed'])
    assert.deepEqual(patternsIn({ ...capturing, 'table.include.list': 'shop.orders,shop.i.*' }), ['prefix writes shop'])
    assert.deepEqual(patternsIn({ topics: 'a, b', 'errors.deadletterqueue.topic.name': 'dead' }), [])
  })

  it('is none of what is no connector', () => {
    const { estate } = reviewTexts([{ uri: uriOf('m.yaml'), text: mirror('".*"') }])
    assert.deepEqual(
      estate.entities(uriOf('m.yaml')).flatMap(of => topicPatternsOf(of, estate.topicSettings)),
      [],
    )
  })
})

describe('the topics that a source writes for the tables that it lists', () => {
  const debezium = (of: string): string => `io.debezium.connector.${of}Connector`
  const postgres = {
    'connector.class': debezium('postgresql.Postgres'),
    'topic.prefix': 'cdc',
    'table.include.list': 'public.orders',
  }
  const router = {
    'transforms.r.type': 'org.apache.kafka.connect.transforms.RegexRouter',
    'transforms.r.regex': '([^.]+)\\.([^.]+)\\.([^.]+)',
    'transforms.r.replacement': 'shop-$3',
  }
  const transform = (type: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...postgres,
    transforms: 'r',
    'transforms.r.type': type,
    ...more,
  })
  const cases: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
    'in PostgreSQL': [postgres, ['cdc.public.orders at public.orders']],
    'of several': [
      { ...postgres, 'table.include.list': 'shop.orders, ^shop.items$' },
      ['cdc.shop.items at ^shop.items$', 'cdc.shop.orders at shop.orders'],
    ],
    'with a dot escaped, which in JSON stands as a whole': [
      { ...postgres, 'table.include.list': 'public\\.orders' },
      ['cdc.public.orders at "public\\\\.orders"'],
    ],
    'but not for a pattern': [{ ...postgres, 'table.include.list': 'public.order_.*,public.(a|b)' }, []],
    'but not for a table without its schema': [{ ...postgres, 'table.include.list': 'orders' }, []],
    'but not where the prefix is open': [{ ...postgres, 'topic.prefix': '${env:PREFIX}' }, []],
    'under the names of before': [
      {
        'connector.class': debezium('mysql.MySql'),
        'database.server.name': 'db1',
        'table.whitelist': 'shop.orders',
      },
      ['db1.shop.orders at shop.orders'],
    ],
    'in SQL Server, behind its database': [
      { ...postgres, 'connector.class': debezium('sqlserver.SqlServer'), 'database.names': 'crm' },
      ['cdc.crm.public.orders at public.orders'],
    ],
    'but not of one of several databases': [
      { ...postgres, 'connector.class': debezium('sqlserver.SqlServer'), 'database.names': 'crm,erp' },
      [],
    ],
    'and collections in MongoDB': [
      {
        'connector.class': debezium('mongodb.MongoDb'),
        'topic.prefix': 'cdc',
        'collection.include.list': 'shop.orders',
      },
      ['cdc.shop.orders at shop.orders'],
    ],
    'by JDBC, right behind the prefix': [
      {
        'connector.class': 'io.confluent.connect.jdbc.JdbcSourceConnector',
        'topic.prefix': 'pg-',
        'table.whitelist': 'public.orders,items',
      },
      ['pg-items at items', 'pg-orders at public.orders'],
    ],
    'but not for a class that nobody knows': [{ ...postgres, 'connector.class': 'com.example.TableSource' }, []],
    'as the router of Kafka calls them': [
      { ...postgres, transforms: 'r', ...router },
      ['shop-orders at public.orders'],
    ],
    'as they were, where the router does not take them': [
      { ...postgres, transforms: 'r', ...router, 'transforms.r.regex': 'other' },
      ['cdc.public.orders at public.orders'],
    ],
    'but not where the router names a group that is not there': [
      { ...postgres, transforms: 'r', ...router, 'transforms.r.replacement': '$7' },
      [],
    ],
    'but not where the router does not see all': [
      { ...postgres, transforms: 'r', ...router, 'transforms.r.predicate': 'p' },
      [],
    ],
    'through transforms that leave them alone': [
      transform('io.debezium.transforms.ExtractNewRecordState'),
      ['cdc.public.orders at public.orders'],
    ],
    'but not where a field names them': [
      transform('io.debezium.transforms.ExtractNewRecordState', { 'transforms.r.route.by.field': 'kind' }),
      [],
    ],
    'but not of an outbox': [transform('io.debezium.transforms.outbox.EventRouter'), []],
    'but not through a transform that nobody knows': [transform('com.example.Rename'), []],
    'but not where the transforms are open': [{ ...postgres, transforms: '${env:T}' }, []],
  }
  for (const [what, [settings, expected]] of Object.entries(cases))
    it(what, () => {
      const text = connector(settings)
      const { estate } = reviewTexts([{ uri: uriOf('c.json'), text }])
      const named = estate.entities(uriOf('c.json')).flatMap(of => mentionsOf(of, estate.topicSettings))
      assert.deepEqual(
        named
          .filter(({ what: of }) => of === 'topic')
          .map(({ name, place, uses, written }) => {
            assert.deepEqual([uses, written], [['writes'], undefined])
            return `${name} at ${text.slice(place.span.start, place.span.end)}`
          })
          .sort(),
        expected,
      )
    })
})

describe('what a file names', () => {
  for (const [what, [path, text, names]] of Object.entries(rows))
    it(`in ${what}`, () => assert.deepEqual(namesIn(path, text), names))
})

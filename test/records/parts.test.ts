import assert from 'node:assert/strict'
import { openDb } from '../../server/src/assess/db.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { unreadRows } from '../../server/src/records/layout.ts'
import type { Activity, ProcessingRecord, Value } from '../../server/src/records/record.ts'
import { reviewTexts, root, theLibrary } from '../support/fixtures.ts'

const { record: words } = inEnglish
const strimzi = (kind: string, name: string, spec: string, metadata = ''): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${metadata}spec:\n${spec}`
const ofShop = '  labels:\n    strimzi.io/cluster: shop\n'
const topic = (name: string, metadata = ofShop): string => strimzi('KafkaTopic', name, '  replicas: 3\n', metadata)
const customer = '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string"}]}'

const recordFrom = (texts: Readonly<Record<string, string>>): ProcessingRecord => {
  const review = reviewTexts(Object.entries(texts).map(([path, text]) => ({ uri: `${root}${path}`, text })))
  return recordOf(openDb(review.estate, theLibrary()), review.files())
}
const activitiesOf = (texts: Readonly<Record<string, string>>): readonly Activity[] => recordFrom(texts).activities
const told = (values: readonly Value[]): string[] => values.map(({ text, basis }) => `${text(words)} (${basis})`)

describe('an activity of the record', () => {
  const shop = {
    'kafka.yaml': strimzi('Kafka', 'shop', '  kafka:\n    config: {}\n'),
    'topics.yaml': topic('customers'),
    'customers-value.avsc': customer,
  }
  const reader = strimzi(
    'KafkaUser',
    'app',
    '  authorization:\n    type: simple\n    acls:\n      - resource: {type: topic, name: customers}\n        operations: [Read]\n      - resource: {type: group, name: cg-7}\n        operations: [Read]\n',
    ofShop,
  )

  it('tells who reads its topics, with what a neutral name stands for', () => {
    const readers = (configuration = ''): string[] =>
      activitiesOf({
        ...shop,
        'user.yaml': reader,
        'app.properties': 'bootstrap.servers=shop-kafka-bootstrap:9092\ngroup.id=cg-7\ntopics=customers\n',
        '.kafka-review.yaml': `version: 1\n${configuration}`,
      }).flatMap(({ cells }) => told(cells.readers))
    const [plain] = readers()
    assert.match(plain ?? 'nobody', /cg-7|app/)
    const named = readers('groups:\n  aliases:\n    cg-7: reminders\n    app: reminders\n')
    assert.match(named.join(), /(?:cg-7|app).*: reminders \(proven\)/)
    assert.equal(readers('groups:\n  aliases:\n    cg-8: reminders\n').join(), readers().join())
  })

  it('has who looks after it as declared, of several declarations the first that says something', () => {
    const administration = (...declared: readonly string[]): unknown =>
      activitiesOf({
        ...shop,
        '.kafka-review.yaml': `version: 1\nrecord:\n  activities:\n${declared.map(one => `    - match: customers\n${one}`).join('')}`,
      }).map(one => one.administration)[0]
    assert.deepEqual(administration('      purposes: [billing]\n'), {})
    assert.deepEqual(administration('      owner: Sales\n      since: 2020-01-31\n      reviewed: 2026-10-01\n'), {
      owner: 'Sales',
      since: '2020-01-31',
      reviewed: '2026-10-01',
    })
    assert.deepEqual(administration('      since: 2020-01-31\n'), { since: '2020-01-31' })
  })

  it('says that no file tells the cluster of its topics, where none does', () => {
    const location = (more: Readonly<Record<string, string>>): string =>
      activitiesOf({ 'topics.yaml': topic('customers'), 'customers-value.avsc': customer, ...more })
        .flatMap(({ cells }) => told(cells.location))
        .join('\n')
    assert.match(location({}), /no file tells which Kafka cluster it is: country to be declared \(missing\)/)
    assert.doesNotMatch(location(shop), /no file tells/)
  })

  describe('on a cluster that a cloud runs, wherever that is', () => {
    const msk = (name: string): string =>
      `variable "name" {\n  default = "shop"\n}\nresource "aws_msk_cluster" "main" {\n  cluster_name = ${name}\n  kafka_version = "3.9.0"\n  number_of_broker_nodes = 3\n}\n`
    const calls = ['a', 'b'].map(one => `module "${one}" {\n  source = "./msk"\n}\n`).join('')
    const systemsOf = (texts: Readonly<Record<string, string>>): string[] =>
      recordFrom(texts).systems.map(
        ({ source, recipients, transfers }) =>
          `${source.kind} ${source.name}: ${[...told(recipients), ...told(transfers)].join('; ')}`,
      )
    const isAmazon =
      'Kafka cluster shop: Amazon MSK (provisioned), country to be declared, with names of topics and groups, and offsets; group Amazon.com, Inc. (missing); Kafka cluster shop: country to be declared (missing)'

    it('is told who runs it, also where no topic is known of it', () => {
      assert.deepEqual(systemsOf({ 'main.tf': msk('"shop"') }), [`cluster shop: ${isAmazon}`])
    })

    it('is told of once where its module is called several times', () => {
      assert.deepEqual(systemsOf({ 'msk/main.tf': msk('var.name'), 'main.tf': calls }), [`cluster shop: ${isAmazon}`])
    })

    it('says no more than that of a cluster that nobody else runs', () => {
      assert.deepEqual(systemsOf({ 'kafka.yaml': shop['kafka.yaml'] }), [])
    })

    it('is a recipient of what its topics hold', () => {
      const topics =
        'resource "aws_msk_topic" "customers" {\n  cluster_arn = aws_msk_cluster.main.arn\n  topic_name = "customers"\n  partition_count = 3\n  replication_factor = 3\n}\n'
      const [activity] = activitiesOf({ 'main.tf': `${msk('"shop"')}${topics}`, 'customers-value.avsc': customer })
      assert.match(told(activity?.cells.recipients ?? []).join(), /Amazon MSK \(provisioned\), country to be declared/)
      assert.deepEqual(activity?.partiesMissing, ['Amazon'])
    })
  })

  const capture = JSON.stringify({
    name: 'crm',
    config: {
      'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
      'database.hostname': 'db.example.eu',
      'topic.prefix': 'cdc',
      'table.include.list': 'public.customers,public.parts',
      transforms: 'mask',
      'transforms.mask.type': 'org.apache.kafka.connect.transforms.MaskField$Value',
      'transforms.mask.fields': 'phone',
    },
  })
  const sink = JSON.stringify({
    name: 'warehouse',
    config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', topics: 'cdc.public.customers' },
  })

  it('is a source that writes topics which only it names, and tells of people by the name of a table', () => {
    const [activity, ...others] = activitiesOf({ 'crm.json': capture })
    assert.deepEqual([activity?.name, others], ['crm', []])
    assert.deepEqual(told(activity?.cells.categories ?? []), [
      'the name of topic cdc.public.customers tells of people; its content is to be declared (missing)',
    ])
    assert.deepEqual(told(activity?.cells.origins ?? []), ['connector crm: db.example.eu (proven)'])
    assert.match(told(activity?.cells.measures ?? []).join(), /connector crm masks phone \(proven\)/)
  })

  it('is what is taken from a source, which tells where it comes from', () => {
    const activities = activitiesOf({ 'crm.json': capture, 'warehouse.json': sink })
    assert.deepEqual(
      activities.map(({ name }) => name),
      ['warehouse'],
    )
    assert.deepEqual(told(activities[0]?.cells.origins ?? []), ['connector crm: db.example.eu (proven)'])
  })

  it('tells who reads a topic that only its connectors name', () => {
    const program =
      'mp.messaging.incoming.crm.connector=smallrye-kafka\nmp.messaging.incoming.crm.topic=cdc.public.customers\n'
    for (const [path, text] of [
      ['crm.json', capture],
      ['warehouse.json', sink],
    ] as const) {
      const [activity] = activitiesOf({ [path]: text, 'application.properties': program })
      assert.match(told(activity?.cells.readers ?? []).join(), /^program \S+ \(proven\)$/, path)
    }
  })

  it('tells which table of which engine reads a topic, in which group, and of none that may only be written', () => {
    const readers = (sql: string): string[] =>
      activitiesOf({ 'topics.yaml': topic('customers'), 'customers-value.avsc': customer, 'tables.sql': sql }).flatMap(
        ({ cells }) => told(cells.readers),
      )
    const flink = (more: string): string =>
      `CREATE TABLE people (n INT) WITH ('connector' = 'kafka', 'topic' = 'customers', 'properties.bootstrap.servers' = 'kafka:9092'${more});\n`
    assert.deepEqual(
      readers(
        "CREATE TABLE bronze.people (n Int64) ENGINE = Kafka SETTINGS kafka_broker_list = 'BROKERS', kafka_topic_list = 'visits, customers', kafka_group_name = 'ch-people', kafka_format = 'Avro';\n",
      ),
      ['program people (consumer group ch-people) (proven)'],
    )
    assert.deepEqual(readers(flink(", 'scan.startup.mode' = 'earliest-offset'")), ['program people (proven)'])
    assert.deepEqual(readers(flink(", 'properties.group.id' = 'people'")), ['program people (proven)'])
    assert.deepEqual(readers(flink('')), ['nothing seen in the files (unknown)'])
  })

  it('is a source with those who take all that begins as its topics do', () => {
    const all = sink.replace('"topics":"cdc.public.customers"', '"topics.regex":"cdc\\\\..*"')
    const activities = activitiesOf({ 'crm.json': capture, 'warehouse.json': all })
    assert.deepEqual(
      activities.map(({ name }) => name),
      ['crm'],
    )
    assert.match(told(activities[0]?.cells.recipients ?? []).join(), /sink warehouse/)
  })

  it('knows who writes the changes of schemas, which go to the prefix itself', () => {
    const origins = (name: string): string =>
      activitiesOf({
        'crm.json': capture.replaceAll('cdc', 'customers'),
        'topics.yaml': topic(name, ''),
        [`${name}-value.avsc`]: customer,
      })
        .filter(({ sources }) => sources.some(({ kind }) => kind === 'topic'))
        .flatMap(({ cells }) => told(cells.origins))
        .join()
    assert.match(origins('customers'), /connector crm/)
    assert.doesNotMatch(origins('customers-of-others'), /connector crm/)
  })

  it('leaves the topics of its connectors to be settled whose names tell of nobody', () => {
    const review = reviewTexts([{ uri: `${root}crm.json`, text: capture }])
    const { untold } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      untold.map(({ name }) => name),
      ['cdc.public.parts'],
    )
  })

  describe('with dead letters', () => {
    const sinkOf = (topics: string, letters: string): string =>
      JSON.stringify({
        name: 'search',
        config: {
          'connector.class': 'io.aiven.kafka.connect.opensearch.OpensearchSinkConnector',
          'connection.url': 'http://search:9200',
          topics,
          'errors.tolerance': 'all',
          'errors.deadletterqueue.topic.name': letters,
        },
      })
    const members = (texts: Readonly<Record<string, string>>): string[] =>
      activitiesOf(texts).map(({ name, sources }) => `${name}: ${sources.map(one => one.name).join(' ')}`)

    it('takes those of its sink in, also where only the sink names its topics, whatever they are called', () => {
      for (const letters of ['dlq-patients', 'patients.failed', 'unindexed']) {
        const texts = { 'sink.json': sinkOf('patients', letters), 'topics.yaml': topic(letters, '') }
        assert.deepEqual(members(texts), [`search: search ${letters}`])
        assert.deepEqual(recordFrom(texts).untold, [])
      }
    })

    it('takes those in that are called after its topic, before or behind', () => {
      for (const letters of ['dlq-customers', 'customers.dlq', 'dead_letter.customers'])
        assert.deepEqual(members({ 'topics.yaml': `${topic('customers')}---\n${topic(letters)}` }), [
          `customers: customers ${letters}`,
        ])
    })

    it('is of itself where what they were to be tells of nobody', () => {
      const texts = { 'sink.json': sinkOf('parts', 'lost-patients'), 'topics.yaml': topic('lost-patients', '') }
      assert.deepEqual(members(texts), ['lost-patients: lost-patients'])
      const [{ cells } = { cells: undefined }] = activitiesOf(texts)
      assert.doesNotMatch(told(cells?.origins ?? []).join(), /search/, 'who writes them is no source of theirs')
      assert.doesNotMatch(told(cells?.recipients ?? []).join(), /search/, 'nor a recipient')
    })

    it('takes no topic in that another one reads, and none whose name only begins like it', () => {
      const texts = { 'sink.json': sinkOf('patients', 'lost'), 'topics.yaml': topic('found', '') }
      assert.deepEqual(members(texts), ['search: search'])
    })
  })

  describe('beside topics that tools keep for themselves', () => {
    const worker =
      'bootstrap.servers=kafka:9092\ngroup.id=workers\nconfig.storage.topic=staff-settings\noffset.storage.topic=staff-offsets\nstatus.storage.topic=staff-status\n'
    const own = (texts: Readonly<Record<string, string>>): string[] =>
      recordFrom(texts).own.map(({ name, basis }) => `${name} (${basis})`)

    it('leaves them out: a setting names them, or their names are the tools’ own', () => {
      const texts = {
        'connect-distributed.properties': worker,
        'topics.yaml': ['staff-offsets', 'schema-changes.customers', 'customers']
          .map(one => topic(one, ''))
          .join('---\n'),
      }
      assert.deepEqual(
        activitiesOf(texts).map(({ name, sources }) => `${name}: ${sources.map(one => one.name).join()}`),
        ['customers: customers'],
      )
      assert.deepEqual(own(texts), ['schema-changes.customers (inferred)', 'staff-offsets (proven)'])
      assert.deepEqual(recordFrom(texts).untold, [])
    })

    it('keeps what only sounds like them, and what somebody declares an activity', () => {
      assert.deepEqual(
        own({ 'topics.yaml': [topic('app-customers-changelog', ''), topic('patient-heartbeats', '')].join('---\n') }),
        [],
      )
      const customer = '{"type":"record","name":"Customer","fields":[{"name":"email","type":"string"}]}'
      const described = {
        'topics.yaml': topic('schema-changes.customers', ''),
        'schema-changes.customers-value.avsc': customer,
      }
      assert.deepEqual(own(described), [])
      assert.deepEqual(activitiesOf(described).length, 1)
      const declared = '.kafka-review.yaml'
      const texts = {
        'topics.yaml': topic('schema-changes.customers', ''),
        [declared]: 'version: 1\nrecord:\n  activities:\n    - match: schema-changes.*\n      purposes: [upkeep]\n',
      }
      assert.deepEqual(own(texts), [])
      assert.deepEqual(activitiesOf(texts).length, 1)
    })
  })

  it('is of no pattern that a mirror lists among its topics, and of all topics that a loop of a stack creates', () => {
    const mirror = JSON.stringify({
      'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
      'source.cluster.alias': 'one',
      'target.cluster.alias': 'two',
      topics: '^[\\w]*, parcels, a|b',
    })
    const untold = (texts: Readonly<Record<string, string>>): string[] =>
      recordFrom(texts).untold.map(({ name }) => name)
    assert.deepEqual(untold({ 'mirror.json': mirror }), ['parcels'])
    const stack =
      'services:\n  topics:\n    image: apache/kafka:4.3.0\n    command:\n      - bash\n      - -c\n      - |\n        for t in parcels \\\n          shelves; do\n          kafka-topics --bootstrap-server kafka:9092 --create --topic $$t --partitions 3\n        done\n'
    assert.deepEqual(untold({ 'compose.yaml': stack }), ['parcels', 'shelves'])
    assert.deepEqual(untold({ 'compose.yaml': stack.replace('$$t', '$${t}') }), ['parcels', 'shelves'])
    assert.deepEqual(untold({ 'compose.yaml': stack.replace('$$t', '"$$t"') }), ['parcels', 'shelves'])
  })

  it('knows a source by what it is told of topics, whatever its class is called', () => {
    const brought = (settings: Readonly<Record<string, string>>): string[] =>
      recordFrom({
        'shop.json': JSON.stringify({
          name: 'shop',
          config: { 'connector.class': 'org.example.ShopConnector', ...settings },
        }),
      }).systems.flatMap(({ categories }) => told(categories))
    assert.deepEqual(brought({ 'topic.prefix': 'shop' }), ['what it brings in: to be declared (missing)'])
    assert.deepEqual(brought({ 'topic.prefix': 'shop', topics: 'parcels' }), [], 'Connect gives it records to take out')
    assert.deepEqual(brought({ 'topic.prefix': 'shop', 'topics.regex': 'shop.*' }), [])
    assert.deepEqual(brought({ 'poll.interval': '5' }), [], 'nothing tells')
  })

  it('tells of special categories by the name of a topic, unless it only lists their terms', () => {
    const special = (name: string): boolean[] =>
      activitiesOf({ 'topics.yaml': topic(name, '') }).map(one => one.special)
    assert.deepEqual(special('diagnoses'), [true])
    assert.deepEqual(special('diagnosis-codes'), [])
    assert.deepEqual(special('race_code'), [])
    assert.deepEqual(special('patient-diagnosis-codes'), [true], 'somebody is named')
  })

  it('tells what a sink writes to by its class where the addresses of its owner are of many services', () => {
    const [system] = recordFrom({
      'warehouse.json': JSON.stringify({
        name: 'warehouse',
        config: { 'connector.class': 'com.wepay.kafka.connect.bigquery.BigQuerySinkConnector', topics: 'parts' },
      }),
    }).systems
    assert.deepEqual(told(system?.recipients ?? []), [
      'sink warehouse: Google BigQuery, country to be declared; group Alphabet Inc. (missing)',
    ])
    const [other] = recordFrom({
      'archive.json': JSON.stringify({
        name: 'archive',
        config: {
          'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
          topics: 'parts',
          'store.url': 'https://storage.googleapis.com',
        },
      }),
    }).systems
    assert.doesNotMatch(told(other?.recipients ?? []).join(), /Amazon/, 'another service speaks as it does')
  })

  it('tells of an alarm whose name is put together by what is written of it', () => {
    const alarm =
      'variable "cluster" {}\nresource "aws_msk_cluster" "shop" {\n  cluster_name = var.cluster\n}\nresource "aws_cloudwatch_metric_alarm" "lag" {\n  alarm_name = "${var.cluster}-lag"\n  namespace = "AWS/Kafka"\n  metric_name = "MaxOffsetLag"\n}\n'
    const names = recordFrom({ 'alarms.tf': alarm }).systems.flatMap(({ recipients }) => told(recipients))
    assert.match(names.join(), /telemetry of \$\{var\.cluster\}-lag: Amazon CloudWatch/)
  })

  it('is several topics whose names have a beginning of their own, whatever their versions', () => {
    const names = (...topics: readonly string[]): string[] =>
      activitiesOf({
        'kafka.yaml': shop['kafka.yaml'],
        'topics.yaml': topics.map(name => topic(name)).join('---\n'),
        ...Object.fromEntries(topics.map(name => [`${name}-value.avsc`, customer])),
      }).map(({ name }) => name)
    assert.deepEqual(names('payments.executed', 'payments.failed', 'claims.filed'), ['claims.filed', 'payments'])
    assert.deepEqual(names('customers.v1', 'customers.v12', 'claims.filed'), ['claims.filed', 'customers'])
    assert.deepEqual(names('customers-1', 'customers-23', 'claims'), ['claims', 'customers'])
    assert.deepEqual(names('shop.customers', 'shop.claims', 'shop.staff'), [
      'shop.claims',
      'shop.customers',
      'shop.staff',
    ])
  })
})

describe('places that were not read', () => {
  const rows = (...places: readonly string[]): string[] =>
    unreadRows(
      places.map(one => {
        const [place = '', why = 'a template'] = one.split(' because of ')
        return { place, why }
      }),
      words,
    ).map(({ place, why }) => `${place} because of ${why}`)

  it('stand one by one, up to three of one folder for one reason', () => {
    assert.deepEqual(rows(), [])
    assert.deepEqual(rows('a/x:1', 'a/y:2', 'a/z:3').length, 3)
    assert.deepEqual(rows('a/x:1', 'a/y:2', 'a/z:3', 'a/w:4'), ['a/x:1, +3 because of a template'])
  })

  it('are of one row only where folder and reason are the same', () => {
    const four = ['a/x:1', 'a/y:2', 'a/z:3', 'b/w:4']
    assert.equal(rows(...four).length, 4)
    assert.equal(rows('a/x:1', 'a/y:2', 'a/z:3', 'a/w:4 because of a variable').length, 4)
    assert.deepEqual(rows('x:1', 'y:2', 'z:3', 'w:4', 'a/x:1'), [
      'x:1, +3 because of a template',
      'a/x:1 because of a template',
    ])
  })
})

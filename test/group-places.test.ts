import { english } from '../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { reviewTexts, root, uriOf } from './support/fixtures.ts'
import { word } from '../server/src/words/message.ts'

/** A name that tells of payments; it stands once in each text, and the review must find it there. */
const name = 'payment-runs'

const strimzi = (kind: string, spec: string, version = 'v1'): string =>
  `apiVersion: kafka.strimzi.io/${version}\nkind: ${kind}\nmetadata:\n  name: k-1\nspec:\n${spec.replace(/^/gm, '  ')}\n`
const acl = (type: string, pattern: string): string =>
  strimzi(
    'KafkaUser',
    `authorization:\n  type: simple\n  acls:\n    - resource:\n        type: ${type}\n        name: ${name}\n        patternType: ${pattern}\n      operations: [Read]`,
  )
const client = (settings: string): string =>
  `bootstrap.servers=kafka-1.example.internal:9093\nsecurity.protocol=SSL\n${settings}\n`
const mirror = (rest: string): string =>
  strimzi(
    'KafkaMirrorMaker2',
    `target:\n  alias: b\n  bootstrapServers: b-kafka-bootstrap:9093\n  tls: {}\n  groupId: cg-1\nmirrors:\n  - source:\n      alias: a\n      bootstrapServers: a-kafka-bootstrap:9093\n      tls: {}\n    sourceConnector:\n      config:\n        replication.factor: 3\n    topicsPattern: t-1\n${rest.replace(/^/gm, '    ')}`,
  )
const mirrorMaker = (rest: string): string =>
  `clusters=a, b\na.bootstrap.servers=a:9093\na.security.protocol=SSL\nb.bootstrap.servers=b:9093\nb.security.protocol=SSL\na->b.enabled=true\na->b.topics=t-1\n${rest}\n`
const connector = (settings: Record<string, string>, connectorName = 's-1', type = 'FileStreamSink'): string =>
  JSON.stringify({ name: connectorName, config: { 'connector.class': type, topics: 't-1', ...settings } }, undefined, 2)

/** Every place where a group is named: the file, its text, and what is said there. */
const places: Readonly<Record<string, readonly [file: string, text: string, expected: string]>> = {
  'workers, v1': [
    'connect.yaml',
    strimzi('KafkaConnect', `bootstrapServers: k-kafka-bootstrap:9093\ntls: {}\ngroupId: ${name}`),
    'KR201 warning Worker group',
  ],
  'workers, v1beta2': [
    'connect.yaml',
    strimzi(
      'KafkaConnect',
      `bootstrapServers: k-kafka-bootstrap:9093\ntls: {}\nconfig:\n  group.id: ${name}`,
      'v1beta2',
    ),
    'KR201 warning Worker group',
  ],
  'workers, properties': [
    'connect-distributed.properties',
    client(`group.id=${name}\nconfig.storage.topic=t-1`),
    'KR201 warning Worker group',
  ],
  'all sinks of a worker': [
    'connect-distributed.properties',
    client(`group.id=cg-1\nconfig.storage.topic=t-1\nconsumer.group.id=${name}`),
    'KR201 warning Consumer group',
  ],
  'a sink by its own name, JSON': ['sink.json', connector({}, name), 'KR202 information Consumer group'],
  'a sink by its own name, KafkaConnector': [
    'sink.yaml',
    strimzi('KafkaConnector', 'class: FileStreamSink\nconfig:\n  topics: t-1').replace('k-1', name),
    'KR202 information Consumer group',
  ],
  'a sink by its own name, properties': [
    'sink.properties',
    `name=${name}\nconnector.class=FileStreamSink\ntopics=t-1\n`,
    'KR202 information Consumer group',
  ],
  'a sink by override, JSON': [
    'sink.json',
    connector({ 'consumer.override.group.id': name }),
    'KR201 warning Consumer group',
  ],
  'a sink by override, KafkaConnector': [
    'sink.yaml',
    strimzi('KafkaConnector', `class: FileStreamSink\nconfig:\n  topics: t-1\n  consumer.override.group.id: ${name}`),
    'KR201 warning Consumer group',
  ],
  'Confluent Replicator': [
    'replicator.json',
    connector({ 'src.consumer.group.id': name }, 'r-1', 'io.confluent.connect.replicator.ReplicatorSourceConnector'),
    'KR201 warning Consumer group',
  ],
  'MirrorMaker 2, v1': ['mm2.yaml', mirror('').replace('cg-1', name), 'KR201 warning Worker group'],
  'MirrorMaker 2, v1beta2': [
    'mm2.yaml',
    strimzi(
      'KafkaMirrorMaker2',
      `connectCluster: b\nclusters:\n  - alias: a\n    bootstrapServers: a-kafka-bootstrap:9093\n    tls: {}\n  - alias: b\n    bootstrapServers: b-kafka-bootstrap:9093\n    tls: {}\n    config:\n      group.id: ${name}\nmirrors:\n  - sourceCluster: a\n    targetCluster: b\n    topicsPattern: t-1`,
      'v1beta2',
    ),
    'KR201 warning Worker group',
  ],
  'mirrored groups, groupsPattern': [
    'mm2.yaml',
    mirror(`groupsPattern: cg-1|${name}\ncheckpointConnector: {}`),
    'KR201 warning Consumer group pattern',
  ],
  'mirrored groups, checkpointConnector': [
    'mm2.yaml',
    mirror(`checkpointConnector:\n  config:\n    groups: cg-1, ${name}`),
    'KR201 warning Consumer group pattern',
  ],
  'mirrored groups, properties': [
    'mm2.properties',
    mirrorMaker(`a->b.groups=${name}`),
    'KR201 warning Consumer group pattern',
  ],
  'mirrored groups, default of all': [
    'mm2.properties',
    mirrorMaker(`groups=${name}`),
    'KR201 warning Consumer group pattern',
  ],
  'access, literal': ['user.yaml', acl('group', 'literal'), 'KR201 warning Consumer group'],
  'access, prefix': ['user.yaml', acl('group', 'prefix'), 'KR201 warning Consumer group prefix'],
  'access to a transactional id': [
    'user.yaml',
    acl('transactionalId', 'literal'),
    'KR201 information Transactional ID',
  ],
  'an exporter': [
    'kafka.yaml',
    strimzi('Kafka', `kafka:\n  authorization:\n    type: simple\nkafkaExporter:\n  groupRegex: ${name}`),
    'KR201 warning Consumer group pattern',
  ],
  'a consumer': ['consumer.properties', client(`group.id=${name}`), 'KR201 warning Consumer group'],
  'Kafka Streams': ['streams.properties', client(`application.id=${name}`), 'KR201 warning Application ID'],
  'a producer with transactions': [
    'producer.properties',
    client(`transactional.id=${name}`),
    'KR201 information Transactional ID',
  ],
  'a client id': ['producer.properties', client(`client.id=${name}`), 'KR201 information Client ID'],
  'an instance id': ['consumer.properties', client(`group.instance.id=${name}`), 'KR201 information Client ID'],
  ksqlDB: ['ksql-server.properties', client(`ksql.service.id=${name}`), 'KR201 warning Consumer group prefix'],
  'Apicurio Registry': [
    'registry.properties',
    client(`apicurio.kafkasql.consumer.group-prefix=${name}`),
    'KR201 warning Consumer group prefix',
  ],
  'Spring Boot': [
    'application.yml',
    `spring:\n  kafka:\n    consumer:\n      group-id: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, camel case': [
    'application.yml',
    `spring:\n  kafka:\n    consumer:\n      groupId: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, dotted keys': [
    'application.yml',
    `spring.kafka:\n  consumer.group_id: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, properties of Kafka': [
    'application.yml',
    `spring:\n  kafka:\n    consumer:\n      properties:\n        "[group.id]": ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, under a profile': [
    'application.yml',
    `spring.application.name: a\n---\nspring:\n  config.activate.on-profile: x\n  kafka:\n    consumer:\n      group-id: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, properties': [
    'application-x.properties',
    `spring.kafka.consumer.group-id=${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Boot, Streams': [
    'application.yml',
    `spring:\n  kafka:\n    streams:\n      application-id: ${name}\n`,
    'KR201 warning Application ID',
  ],
  'Spring Boot, transactions': [
    'application.yml',
    `spring:\n  kafka:\n    producer:\n      transaction-id-prefix: ${name}\n`,
    'KR201 information Transactional ID',
  ],
  'Spring Boot, template': [
    'application.yml',
    `spring:\n  kafka:\n    template:\n      transaction-id-prefix: ${name}\n`,
    'KR201 information Transactional ID',
  ],
  'Spring Boot, client id': [
    'application.yml',
    `spring:\n  kafka:\n    client-id: ${name}\n`,
    'KR201 information Client ID',
  ],
  'Spring Boot, listener': [
    'application.yml',
    `spring:\n  kafka:\n    listener:\n      client-id: ${name}\n`,
    'KR201 information Client ID',
  ],
  'Spring Cloud Stream': [
    'application.yml',
    `spring:\n  cloud:\n    stream:\n      kafka.binder.brokers: localhost:9092\n      bindings:\n        in-0:\n          group: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'Spring Cloud Stream, Streams': [
    'application.yml',
    `spring:\n  cloud:\n    stream:\n      kafka:\n        streams:\n          binder:\n            functions:\n              f:\n                application-id: ${name}\n`,
    'KR201 warning Application ID',
  ],
  Quarkus: ['application.properties', `mp.messaging.incoming.in.group.id=${name}\n`, 'KR201 warning Consumer group'],
  'Quarkus, Streams': [
    'application.properties',
    `quarkus.kafka-streams.application-id=${name}\n`,
    'KR201 warning Application ID',
  ],
  Micronaut: [
    'application.yml',
    `kafka:\n  consumers:\n    default:\n      group:\n        id: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'variables of a container, compose': [
    'docker-compose.yml',
    `services:\n  shop:\n    image: shop\n    environment:\n      SPRING_KAFKA_CONSUMER_GROUP_ID: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'variables of a container, Kubernetes': [
    'shop.yaml',
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          env:\n            - name: SPRING_KAFKA_CONSUMER_GROUPID\n              value: ${name}\n`,
    'KR201 warning Consumer group',
  ],
  'variables of Connect': [
    'docker-compose.yml',
    `services:\n  connect:\n    image: connect\n    environment:\n      - CONNECT_BOOTSTRAP_SERVERS=k:9093\n      - CONNECT_SECURITY_PROTOCOL=SSL\n      - CONNECT_CONFIG_STORAGE_TOPIC=t-1\n      - CONNECT_GROUP_ID=${name}\n`,
    'KR201 warning Worker group',
  ],
  'variables of ksqlDB': [
    'docker-compose.yml',
    `services:\n  ksql:\n    image: ksql\n    environment:\n      KSQL_BOOTSTRAP_SERVERS: k:9093\n      KSQL_SECURITY_PROTOCOL: SSL\n      KSQL_KSQL_SERVICE_ID: ${name}\n`,
    'KR201 warning Consumer group prefix',
  ],
  'what a variable falls back to': [
    'application.yml',
    `spring:\n  kafka:\n    consumer:\n      group-id: \${GROUP:${name}}\n`,
    'KR201 information Consumer group',
  ],
  'an application of no framework': [
    'application.properties',
    `shop.kafka.consumer-group-id=${name}\n`,
    'KR201 warning Consumer group',
  ],
}

/** What is not a group, although a word of it is. */
const others: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'groups of topics to create': [
    'source.json',
    connector({ 'topic.creation.groups': name }, 's-1', 'FileStreamSource'),
  ],
  'groups that are left out': [
    'mm2.yaml',
    mirror(`groupsPattern: cg-1\ngroupsExcludePattern: ${name}\ncheckpointConnector: {}`),
  ],
  'groups of endpoints': [
    'application.yml',
    `spring:\n  kafka:\n    consumer:\n      group-id: cg-1\nmanagement:\n  endpoint:\n    health:\n      group: ${name}\n`,
  ],
  'bindings of another broker': [
    'application.yml',
    `spring:\n  cloud:\n    stream:\n      rabbit.binder.nodes: a\n      bindings:\n        in-0:\n          group: ${name}\n# kafka: none\n`,
  ],
  'a source': ['source.json', connector({}, name, 'FileStreamSource')],
  'channels of another broker': [
    'application.properties',
    `mp.messaging.incoming.in.connector=smallrye-amqp\nmp.messaging.incoming.in.group.id=${name}\n`,
  ],
  'a variable': ['application.yml', 'spring:\n  kafka:\n    consumer:\n      group-id: ${GROUP:}\n'],
  'log groups and security groups': [
    'application.yml',
    `shop:\n  kafka:\n    security-group-id: ${name}\n    log-group: ${name}\n`,
  ],
}

const said = (file: string, text: string): string[] => {
  const review = reviewTexts([{ uri: root + file, text }])
  return review
    .findings(uriOf(file))
    .filter(({ code }) => code === 'KR201' || code === 'KR202')
    .map(({ code, level, message, at }) => {
      assert.ok(
        text.slice(at.span.start, at.span.end).includes(name),
        `${word(message, english)}: stands at "${text.slice(at.span.start, at.span.end)}"`,
      )
      return `${code} ${level} ${word(message, english)}`
    })
}

describe('the places of groups', () => {
  for (const [place, [file, text, expected]] of Object.entries(places)) {
    it(`hold ${place}`, () => {
      const [first = '', ...more] = said(file, text)
      assert.ok(first.startsWith(`${expected} "`), first || 'nothing is said')
      assert.deepEqual(more, [])
      assert.deepEqual(said(file, text.replaceAll(name, 'cg-7f3a9c')), [])
    })
  }

  for (const [other, [file, text]] of Object.entries(others))
    it(`do not hold ${other}`, () => assert.deepEqual(said(file, text), []))

  it('are all that the data lists', () => {
    const { places: rows } = parse(readFileSync('server/src/knowledge/group-places.yaml', 'utf8')) as {
      places: { key: string }[]
    }
    const texts = Object.values(places)
      .map(([, text]) => text)
      .join('\n')
    const unseen = rows
      .map(({ key }) => key)
      .filter(key => !texts.includes(key) && !/override\.(?:client|transactional)\.id$|^signal\./.test(key))
    assert.deepEqual(unseen, [])
  })
})

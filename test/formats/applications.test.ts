import assert from 'node:assert/strict'
import {
  isFrameworks,
  isOtherBinder,
  isServing,
  namesGroup,
  namesOwnGroup,
  namesProfile,
  placed,
} from '../../server/src/formats/application/places.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import type { Fact, Slot } from '../../server/src/model/fact.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { uriOf } from '../support/fixtures.ts'

const word = (fact: Fact<unknown>): string => {
  if (fact.state === 'known') return String(fact.value)
  return fact.state === 'unresolved' ? `?${fact.text}` : '-'
}
const slot = (at: Slot | undefined): string => at?.path.join('/') ?? ''

/** Clients by their name, address and what tells of encryption; groups by their name. */
const told = (path: string, text: string): string[] => {
  const facts = readFile(uriOf(path), text)?.facts
  const tell = (one: Entity): string[] => {
    if (one.kind === 'group') return [`group ${word(one.name)}`]
    if (one.kind !== 'client') return []
    const { bootstrap, encrypted, ownWay, restBeside } = one.kafka
    return [
      `${word(one.name)} at ${word(bootstrap)} ${encrypted.state}${ownWay ? ' own' : ''}${restBeside ? ' beside' : ''}${one.settings.open ? ' …' : ''}`,
    ]
  }
  return [
    ...((facts?.entities ?? []) as readonly Entity[]).flatMap(tell),
    ...((facts?.off ?? []) as readonly Entity[]).flatMap(tell).map(one => `off ${one}`),
  ]
}

describe('the configuration of an application', () => {
  before(prepareReading)

  it('has clients and groups where a framework reads them, and where its names mean them', () => {
    const spring = 'spring.kafka.bootstrap-servers: a:9092\n'
    for (const [path, text, expected] of [
      ['application.yml', spring, ['application at a:9092 absent']],
      ['application.yml', `spring.application.name: shop\n${spring}`, ['shop at a:9092 absent']],
      ['application.yml', `apiVersion: v1\n${spring}`, []],
      ['application.yml', 'kafka.bootstrap.servers: a:9092\n', ['application at a:9092 absent']],
      ['own.yml', 'kafka.bootstrap.servers: a:9092\n', ['own at a:9092 absent own …']],
      ['application-prod.yml', spring, ['application-prod at a:9092 absent own beside …']],
      ['application-dev.yml', spring, ['application-dev at a:9092 unresolved …']],
      [
        'application-prod.yml',
        `${spring}spring.kafka.properties.sasl.mechanism: PLAIN\n`,
        ['application-prod at a:9092 unresolved …'],
      ],
      [
        'application.yml',
        `spring.config.activate.on-profile: prod\n${spring}`,
        ['application at a:9092 absent own beside …'],
      ],
      [
        'application.yml',
        `spring.config.activate.on-profile: "!prod"\n${spring}`,
        ['application at a:9092 unresolved …'],
      ],
      [
        'application.yml',
        `spring.config.activate.on-profile: local\n${spring}`,
        ['application at a:9092 unresolved …'],
      ],
      [
        'application.properties',
        '%prod.kafka.bootstrap.servers=a:9092\nkafka.bootstrap.servers=b:9092\n',
        ['application at a:9092 absent own beside …', 'application at b:9092 absent'],
      ],
      [
        'application.yml',
        `${spring}spring.kafka.consumer.bootstrap-servers: b:9092\nspring.kafka.consumer.group-id: c\n`,
        ['application at a:9092 absent', 'application at b:9092 absent', 'group c'],
      ],
      [
        'application.yml',
        `${spring}spring.kafka.consumer.group-id: c\nspring.kafka.streams.application-id: s\n`,
        ['application at a:9092 absent', 'group c', 'group s'],
      ],
      ['application.yml', 'addr: a:9092\nspring.kafka.bootstrap-servers: ${addr}\n', ['application at a:9092 absent']],
      ['application.yml', 'spring.kafka.bootstrap-servers: ${addr}\n', ['application at ?${addr} absent']],
      [
        'application.yml',
        'spring.kafka.bootstrap-servers: [a:9092, b:9092]\n',
        ['application at a:9092,b:9092 absent'],
      ],
      ['application.yml', 'spring.kafka.bootstrap-servers: [a:9092, "${B}"]\n', ['application at ? absent']],
      ['application.yml', 'shop.kafka.consumer.group-id: c\n', ['group c']],
      ['application.yml', 'shop.kafka.groups.orders-group-id: c\n', ['group c']],
      [
        'application.yml',
        'shop.kafka.enabled: false\nshop.kafka.brokers: a:9092\n',
        ['off application at a:9092 absent own …'],
      ],
      [
        'application.yml',
        'shop.enabled: false\nshop.kafka.enabled: true\nshop.kafka.brokers: a:9092\n',
        ['off application at a:9092 absent own …'],
      ],
      [
        'application.yml',
        'shop.other.enabled: false\nshop.kafka.brokers: a:9092\n',
        ['application at a:9092 absent own …'],
      ],
      ['application.yml', 'enabled: false\nshop.kafka.brokers: a:9092\n', ['application at a:9092 absent own …']],
      ['kafka.yml', 'brokers: kafka:9092\n', ['kafka at kafka:9092 absent own …']],
      ['kafka.yml', 'kafka-shop:\n  brokers: a:9092\n', ['kafka at a:9092 absent own …']],
      ['shop.yml', 'brokers: kafka:9092\n', []],
      // Spring Cloud Stream, and what is bound to something else.
      [
        'application.yml',
        'spring.cloud.stream.kafka.binder.brokers: a:9092\nspring.cloud.stream.bindings.in-0.group: c\n',
        ['application at a:9092 absent', 'group c'],
      ],
      ['application.yml', 'spring.cloud.stream.bindings.in-0.group: c\n', []],
      [
        'application.yml',
        'spring.cloud.stream.default-binder: kafka\nspring.cloud.stream.bindings.in-0.group: c\n',
        ['application at - absent', 'group c'],
      ],
      [
        'application.yml',
        'spring.cloud.stream.binders.x.type: kafka\nspring.cloud.stream.bindings.in-0.group: c\n',
        ['application at - absent', 'group c'],
      ],
      [
        'application.yml',
        'spring.cloud.stream.binders.x.type: rabbit\nspring.cloud.stream.bindings.in-0.group: c\n',
        [],
      ],
      [
        'application.yml',
        'spring.cloud.stream.kafka.binder.brokers: a:9092\nspring.cloud.stream.bindings.in-0.group: c\nspring.cloud.stream.bindings.in-0.binder: rabbit\n',
        ['application at a:9092 absent'],
      ],
      [
        'application.yml',
        'spring.cloud.stream.kafka.binder.brokers: a:9092\nspring.cloud.stream.bindings.in-0.group: c\nspring.cloud.stream.default-binder: far\nspring.cloud.stream.binders.far.type: rabbit\n',
        ['application at a:9092 absent'],
      ],
      // Quarkus and MicroProfile.
      [
        'application.properties',
        'kafka.bootstrap.servers=a:9092\nmp.messaging.incoming.orders.connector=smallrye-kafka\nmp.messaging.incoming.orders.group.id=c\n',
        ['application at a:9092 absent', 'application at - absent', 'group c'],
      ],
      [
        'application.properties',
        'kafka.bootstrap.servers=a:9092\nmp.messaging.incoming.orders.connector=smallrye-amqp\nmp.messaging.incoming.orders.group.id=c\n',
        ['application at a:9092 absent'],
      ],
    ] as const)
      assert.deepEqual(told(path, text), expected, `${path}: ${text}`)
  })

  it('would write the protocol beside the address, in the spelling of the file', () => {
    const encryption = (text: string): string => {
      const [client] = (readFile(uriOf('application.yml'), text)?.facts.entities ?? []) as readonly Entity[]
      assert.ok(client?.kind === 'client', text)
      const { encryption: there } = client.kafka
      return `${slot(there?.slot)} ${String(there?.value)}`
    }
    for (const [text, expected] of [
      ['spring:\n  kafka:\n    bootstrap-servers: a:9092\n', 'spring/kafka/security/protocol SSL'],
      ['spring.kafka:\n  bootstrap-servers: a:9092\n', 'spring.kafka/security/protocol SSL'],
      ['spring.kafka.bootstrap-servers: a:9092\n', 'spring.kafka.security.protocol SSL'],
      ['kafka:\n  bootstrap.servers: a:9092\n', 'kafka/security.protocol SSL'],
      ['kafka.bootstrap.servers: a:9092\n', 'kafka.security.protocol SSL'],
      [
        'spring.cloud.stream.kafka.binder:\n  brokers: a:9092\n',
        'spring.cloud.stream.kafka.binder/configuration/security.protocol SSL',
      ],
      [
        'spring.cloud.stream.kafka.binder.brokers: a:9092\n',
        'spring.cloud.stream.kafka.binder.configuration.security.protocol SSL',
      ],
      [
        'spring.kafka:\n  bootstrap-servers: a:9092\n  properties.sasl.mechanism: PLAIN\n',
        'spring.kafka/security/protocol SASL_SSL',
      ],
    ] as const)
      assert.equal(encryption(text), expected, text)
  })
})

describe('a path in the configuration of an application', () => {
  const steps = (path: string): string[] => path.split('.')

  it('leads to a setting of Kafka by the longest place that a framework has', () => {
    for (const [path, expected] of [
      ['spring.kafka.bootstrap-servers', 'spring common bootstrap.servers'],
      ['spring.kafka.bootstrapServers', 'spring common bootstrap.servers'],
      ['spring.kafka.consumer.group_id', 'spring consumer group.id'],
      ['spring.kafka.consumer.own.x', 'spring consumer own.x'],
      ['spring.kafka', ''],
      ['spring.data.x', ''],
    ] as const) {
      const at = placed(steps(path))
      assert.equal(at ? `${at.place.family} ${at.place.part} ${at.key}` : '', expected, path)
      assert.equal(isFrameworks(steps(path)), expected !== '', path)
    }
    assert.ok(!isFrameworks(['kafka', 'bootstrap', 'servers']))
    const far = placed(steps('spring.cloud.stream.binders.far.environment.spring.kafka.bootstrap-servers'))
    assert.equal(far?.place.family, 'spring far')
    assert.equal(placed(steps('spring.cloud.stream.binders.far.other.spring.kafka.bootstrap-servers')), undefined)
  })

  it('names a group, a profile, or a binder of something else', () => {
    for (const [path, expected] of [
      ['kafka.group-id', true],
      ['kafka.consumer.group-id', true],
      ['kafka.kafkaConsumerGroupId', true],
      ['kafka.consumer-group', true],
      ['kafka.group.id', true],
      ['kafka.group-ids.orders', true],
      ['my-kafka.listener.listener-group-id', true],
      ['kafka.groups.orders', false],
      ['kafka.id', false],
      ['kafka.group', false],
      ['kafka.orders.other-group-id', false],
      ['group-id', false],
      ['shop.group-id', false],
      ['shop.kafka-group-id', false],
    ] as const)
      assert.equal(namesGroup(steps(path)), expected, path)
    for (const [path, expected] of [
      ['spring.kafka.consumer.orders-group', true],
      ['spring.kafka.consumer.ordersGroupId', true],
      ['spring.kafka.consumer.orders_group_id', true],
      ['spring.kafka.consumer.group-id', false],
      ['spring.kafka.consumer.group', false],
      ['spring.kafka.producer.orders-group', false],
      ['spring.kafka.consumer.properties.x.orders-group', false],
      ['shop.consumer.orders-group', false],
    ] as const)
      assert.equal(namesOwnGroup(steps(path)), expected, path)
    for (const [path, expected] of [
      ['spring.config.activate.on-profile', true],
      ['spring.profiles', true],
      ['spring.profiles.active', false],
    ] as const)
      assert.equal(namesProfile(steps(path)), expected, path)
    for (const [name, expected] of [
      ['rabbit', true],
      ['rabbit_amqp', true],
      ['Rabbit1', true],
      ['rabbits', false],
      ['kafka', false],
    ] as const)
      assert.equal(isOtherBinder(name), expected, name)
    for (const [name, expected] of [
      ['prod', true],
      ['Prod-eu', true],
      ['eu_prod', true],
      ['!prod', false],
      ['products', false],
      ['dev', false],
    ] as const)
      assert.equal(isServing(name), expected, name)
  })
})

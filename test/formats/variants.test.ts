import assert from 'node:assert/strict'
import type { Entity } from '../../server/src/model/entities.ts'
import { isCompose } from '../../server/src/formats/environment/containers.ts'
import { startAt } from '../../server/src/formats/cursor.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'
import { uriOf } from '../support/fixtures.ts'

const entitiesIn = (path: string, text: string): readonly Entity[] =>
  (readFile(uriOf(path), text)?.facts.entities ?? []) as readonly Entity[]

const stateOf = ({ state, ...more }: { state: string; value?: unknown }): string =>
  state === 'known' ? String(more.value) : state

describe('a document of Kubernetes', () => {
  const topic = (...lines: readonly string[]): string =>
    `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n${lines.map(line => `${line}\n`).join('')}`
  const cluster = (...lines: readonly string[]): string =>
    `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n${lines.map(line => `    ${line}\n`).join('')}`
  /** What is said of what nobody writes: absent of a whole, unresolved of a part; nothing of what tests compare with. */
  const absence = (path: string, text: string): string => {
    const [entity] = entitiesIn(path, text)
    if (entity?.kind === 'topic') return stateOf(entity.replicationFactor)
    return entity?.kind === 'cluster' ? stateOf(entity.brokers) : 'nothing'
  }

  for (const [path, text, expected] of [
    ['a/topics.yaml', topic('spec: {}'), 'absent'],
    ['a/topics.yaml', topic(), 'absent'],
    ['a/topics.yaml', topic('status: {}'), 'unresolved'],
    ['a/topics.yaml', topic('spec: {}', 'status: {}'), 'absent'],
    ['a/patch.yaml', topic('spec: {}'), 'unresolved'],
    ['a/topic-patch.yaml', topic('spec: {}'), 'unresolved'],
    ['a/patches.topic.yaml', topic('spec: {}'), 'unresolved'],
    ['a/patched_topic.yaml', topic('spec: {}'), 'unresolved'],
    ['a/dispatch.yaml', topic('spec: {}'), 'absent'],
    ['a/patchwork.yaml', topic('spec: {}'), 'absent'],
    ['a/patches/topic.yaml', topic('spec: {}'), 'unresolved'],
    ['a/patches/b/topic.yaml', topic('spec: {}'), 'absent'],
    ['overlays/prod/topic.yaml', topic('spec: {}'), 'absent'],
    ['a/assert.yaml', topic('spec: {}'), 'nothing'],
    ['a/01-assert.yaml', topic('spec: {}'), 'nothing'],
    ['a/chainsaw-assertions.yml', topic('spec: {}'), 'nothing'],
    ['a/errors.yaml', topic('spec: {}'), 'nothing'],
    ['a/reassert.yaml', topic('spec: {}'), 'absent'],
    ['a/assertive.yaml', topic('spec: {}'), 'absent'],
    ['a/assert.yaml.yaml', topic('spec: {}'), 'absent'],
    ['a/kafka.yaml', cluster('version: 4.0.0'), 'absent'],
    ['overlays/prod/kafka.yaml', cluster('version: 4.0.0'), 'unresolved'],
    ['overlay/prod/kafka.yaml', cluster('version: 4.0.0'), 'unresolved'],
    ['overlays/prod/kafka.yaml', cluster('listeners: []'), 'absent'],
    ['my-overlays/kafka.yaml', cluster('version: 4.0.0'), 'absent'],
  ] as const)
    it(`says of absence in ${path} with ${text.split('\n').slice(4).join(' ').trim() || 'a name alone'}: ${expected}`, () =>
      assert.equal(absence(path, text), expected))

  it('tells whose a topic is by the last part of its labels and annotations, what tells a purpose first', () => {
    const unit = (...labels: readonly string[]): string => {
      const [entity] = entitiesIn(
        'topics.yaml',
        topic('spec: {}').replace('  name: orders\n', `  name: orders\n  ${labels.join('\n  ')}\n`),
      )
      return entity?.kind === 'topic' && entity.unit ? stateOf(entity.unit) : 'nobody'
    }
    for (const label of [
      'data-product',
      'product',
      'app.kubernetes.io/part-of',
      'example.org/data-domain',
      'domain',
      'bounded-context',
      'business-unit',
      'department',
      'owner',
      'team',
      'example.org/squad',
    ]) {
      assert.equal(unit('labels:', `  ${label}: billing`), 'billing', label)
      assert.equal(unit('annotations:', `  ${label}: billing`), 'billing', label)
    }
    for (const label of ['owners', 'team.example.org/x', 'app.kubernetes.io/name'])
      assert.equal(unit('labels:', `  ${label}: billing`), 'nobody', label)
    assert.equal(unit('labels:', '  team: a', '  product: b'), 'b')
    assert.equal(unit('labels:', '  team: a', 'annotations:', '  data-product: c'), 'c')
    assert.equal(unit('labels:', '  product:', '  team: a'), 'a')
  })
})

describe('a service of Compose', () => {
  const isIt = (text: string): boolean =>
    isCompose(startAt({ file: uriOf('x.yaml'), syntax: 'yaml', source: text, start: 0 }, syntaxes.yaml.read(text)))

  it('is one by any key that only Compose has, or by its image', () => {
    for (const key of [
      'build',
      'extends',
      'command',
      'entrypoint',
      'environment',
      'env_file',
      'ports',
      'expose',
      'volumes',
      'depends_on',
      'deploy',
      'networks',
      'network_mode',
      'container_name',
      'hostname',
      'restart',
      'healthcheck',
      'profiles',
      'scale',
      'image',
    ])
      assert.ok(isIt(`services:\n  a:\n    ${key}: x\n`), key)
    for (const text of [
      'services:\n  a:\n    image: {repository: x}\n',
      'services:\n  a:\n    imagePullPolicy: x\n',
      'services:\n  a:\n    replicas: 3\n',
      'services:\n  a:\n    prebuild: x\n',
      'services:\n  a:\n    ports_open: x\n',
      'services: {}\n',
      'service:\n  a:\n    image: x\n',
      'apiVersion: v1\nservices:\n  a:\n    image: x\n',
    ])
      assert.ok(!isIt(text), text)
  })
})

describe('a console', () => {
  const isOpen = (text: string): boolean =>
    entitiesIn('compose.yaml', text).some(one => one.kind === 'client' && one.doors !== undefined)
  const service = (image: string, ...more: readonly string[]): string =>
    `services:\n  ui:\n    image: ${image}\n    ports: ["8080:8080"]\n    environment:\n      KAFKA_BROKERS: broker:9092\n${more.map(line => `    ${line}\n`).join('')}`

  it('is one by the last part of its image', () => {
    for (const name of [
      'provectuslabs/kafka-ui',
      'kafbat/kafbat-ui',
      'tchiotludo/akhq:0.25',
      'obsidiandynamics/kafdrop',
      'quay.io/cloudhut/kowl',
      'redpandadata/console@sha256:0',
      'example/kafka-manager',
      'example/cmak',
      'landoop/kafka-topics-ui',
      'landoop/kafka-connect-ui',
      'landoop/schema-registry-ui',
    ])
      assert.ok(isOpen(service(name)), name)
    for (const name of ['example/my-kafka-ui', 'example/kafka-ui-exporter', 'example/console', 'akhq/theme'])
      assert.ok(!isOpen(service(name)), name)
  })

  it('may ask for a login where a file, a command or a label may say so, or a variable does', () => {
    const more = (...lines: readonly string[]): boolean => isOpen(service('tchiotludo/akhq', ...lines))
    assert.ok(more('restart: always', 'hostname: ui', 'depends_on: [broker]'))
    for (const key of [
      'env_file: x',
      'volumes: [./x:/x]',
      'configs: [x]',
      'secrets: [x]',
      'command: x',
      'entrypoint: x',
    ])
      assert.ok(!more(key), key)
    assert.ok(!more('labels: {a: b}'))
    for (const name of [
      'AUTH_TYPE',
      'LOGIN_FORM',
      'SPRING_SECURITY_USER_NAME',
      'MICRONAUT_SECURITY_ENABLED',
      'AKHQ_SECURITY_GROUPS',
      'AKHQ_CONFIGURATION',
      'CONFIG_FILE',
      'SPRING_LDAP_URLS',
      'OAUTH_CLIENT',
    ]) {
      assert.ok(!more(`  ${name}: x`), name)
      for (const value of ['disabled', 'false', 'NONE']) assert.ok(more(`  ${name}: "${value}"`), `${name} ${value}`)
    }
    assert.ok(more('  KAFKA_CLUSTERS_0_PROPERTIES_SASL_OAUTHBEARER: x', '  KAFKA_TOPIC: x'))
  })
})

describe('what receives metrics and logs', () => {
  const receivers = (text: string): string[] =>
    entitiesIn('values.yaml', text).flatMap(one =>
      one.kind === 'supporting-service' && one.endpoint ? [`${one.role} ${stateOf(one.endpoint)}`] : [],
    )
  /** A list below some keys. */
  const below = (path: string, list: string): string => {
    const keys = path.split('.')
    const lines = keys.map((key, depth) => `${'  '.repeat(depth)}${key}:\n`)
    return `${lines.join('')}${list.replaceAll(/^/gm, '  '.repeat(keys.length))}\n`
  }

  it('is told by each key below which a program or its chart lists them', () => {
    for (const path of [
      'remote_write',
      'server.remoteWrite',
      'prometheus.prometheusSpec.remoteWrite',
      'kube-prometheus-stack.prometheus.prometheusSpec.remoteWrite',
    ])
      assert.deepEqual(
        receivers(below(path, '- url: https://metrics.example.org/push')),
        ['metrics https://metrics.example.org/push'],
        path,
      )
    for (const path of ['clients', 'config.clients', 'promtail.config.clients'])
      assert.deepEqual(
        receivers(below(path, '- url: https://logs.example.org/loki/api/v1/push')),
        ['logs https://logs.example.org/loki/api/v1/push'],
        path,
      )
    for (const path of ['remoteWrites', 'prometheus.remoteWrite', 'prometheusSpec.remoteWrite', 'promtail.clients'])
      assert.deepEqual(receivers(below(path, '- url: https://metrics.example.org/push')), [], path)
    assert.deepEqual(receivers(below('clients', '- name: x')), [])
  })
})

describe('a MirrorMaker of the first generation', () => {
  const told = (spec: string): string[] =>
    entitiesIn(
      'mirror.yaml',
      `apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaMirrorMaker\nmetadata:\n  name: old\nspec:\n${spec}`,
    ).flatMap(one => {
      if (one.kind === 'flow') return [`flow of ${stateOf(one.topics)}`]
      return one.kind === 'group' ? [`group ${stateOf(one.name)} of ${one.owner}`] : []
    })
  it('copies what it includes, or had on its list of old, in the group that it names', () => {
    const consumer = '  consumer:\n    bootstrapServers: a:9092\n'
    assert.deepEqual(told(`${consumer}  include: orders\n`), ['flow of orders'])
    assert.deepEqual(told(`${consumer}  whitelist: returns\n`), ['flow of returns'])
    assert.deepEqual(told(`${consumer}  include: orders\n  whitelist: returns\n`), ['flow of orders'])
    assert.deepEqual(told(consumer), ['flow of absent'])
    assert.deepEqual(told(`${consumer}    groupId: mirrors\n  include: orders\n`), [
      'flow of orders',
      'group mirrors of MirrorMaker old',
    ])
  })
})

describe('a bridge of Strimzi', () => {
  it('lets the pages of every origin in by a pattern that takes any, and by no other', () => {
    const doors = (origins: string): number => {
      const [bridge] = entitiesIn(
        'bridge.yaml',
        `apiVersion: kafka.strimzi.io/v1\nkind: KafkaBridge\nmetadata:\n  name: web\nspec:\n  bootstrapServers: a:9092\n  http:\n    cors:\n      allowedOrigins: ${origins}\n`,
      )
      return bridge?.kind === 'client' ? (bridge.doors ?? []).filter(({ what }) => what === 'any-origin').length : -1
    }
    for (const origins of ['"*"', '.*', '.+', '^.*$', '^*', '["https://a", "*"]'])
      assert.equal(doors(origins), 1, origins)
    for (const origins of ['https://.*', '.*\\.example\\.org', '"*x"', '[]', 'x+'])
      assert.equal(doors(origins), 0, origins)
  })
})

describe('a cluster of Confluent for Kubernetes', () => {
  const listeners = (spec: string): string[] => {
    const [cluster] = entitiesIn(
      'kafka.yaml',
      `apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  replicas: 3\n${spec}`,
    )
    assert.ok(cluster?.kind === 'cluster')
    return cluster.listeners.map(
      one => `${stateOf(one.name)} ${stateOf(one.type)} ${stateOf(one.encrypted)} ${stateOf(one.authentication)}`,
    )
  }
  it('has the listener that the operator makes where none is configured', () => {
    assert.deepEqual(listeners(''), ['internal internal false absent'])
    assert.deepEqual(listeners('  tls:\n    secretRef: tls\n'), ['internal internal absent absent'])
    assert.deepEqual(listeners('  listeners: {}\n'), [])
  })
  it('has those that clients use, its own among them, and not those of the brokers among themselves', () => {
    const all = listeners(
      '  listeners:\n    internal: {}\n    external: {tls: {enabled: true}}\n    replication: {}\n    controller: {}\n    custom:\n      - name: apps\n      - port: 9095\n',
    )
    assert.deepEqual(
      all.map(one => one.split(' ')[0]),
      ['internal', 'external', 'apps'],
    )
  })
})

describe('a command that starts a container', () => {
  const told = (command: string): string[] =>
    entitiesIn('start.sh', `#!/bin/sh\n${command}\n`).map(one => `${one.kind} ${stateOf(one.name)}`)
  it('names it, or its image does', () => {
    const broker = '-e KAFKA_NODE_ID=1 -e KAFKA_PROCESS_ROLES=broker,controller'
    for (const [command, name] of [
      [`docker run --name shop ${broker} apache/kafka:4.0.0`, 'shop'],
      [`docker run ${broker} apache/kafka:4.0.0`, 'kafka'],
      [`podman run ${broker} registry.example.org/apache/kafka:4.0.0`, 'kafka'],
      [`nerdctl run ${broker} apache/kafka`, 'kafka'],
      [`docker run ${broker} example/own:1`, 'container'],
    ] as const)
      assert.deepEqual(told(command)[0], `cluster ${name}`, command)
    for (const command of [`dockers run ${broker} apache/kafka`, 'docker run apache/kafka', 'docker ps'])
      assert.deepEqual(told(command), [], command)
  })
})

describe('a server of NATS', () => {
  const read = (text: string): string => {
    const [entity] = entitiesIn('nats.conf', text)
    if (entity?.kind !== 'cluster') return 'nothing'
    const [listener] = entity.listeners
    return `${stateOf(entity.name)} encrypted ${listener ? stateOf(listener.encrypted) : '?'} authenticated ${listener ? stateOf(listener.authentication) : '?'}`
  }
  const plain = 'nats encrypted false authenticated absent'
  for (const [text, expected] of [
    ['jetstream {\n  store_dir: "/d"\n}\n', plain],
    ['jetstream: {\n  max_mem: 1G\n}\n', plain],
    ['jetstream {\n  max_file: 1G\n}\n', plain],
    ['jetstream {\n  max_mem_store: 1G\n}\n', plain],
    ['jetstream {\n  max_file_store: 1G\n}\n', plain],
    ['server_name: a\njetstream {\n  domain: x\n}\n', plain],
    ['listen: 1\njetstream {\n  domain: x\n}\n', plain],
    ['port: 1\njetstream {\n  domain: x\n}\n', plain],
    ['jetstream {\n  domain: x\n}\n', 'nothing'],
    ['port: 4222\nserver_name: a\n', 'nothing'],
    [
      'port: 1\njetstream {\n store_dir: x\n}\ntls {\n  cert_file: x\n}\n',
      'nats encrypted unresolved authenticated absent',
    ],
    ...['authorization', 'accounts'].map(
      key =>
        [
          `port: 1\njetstream {\n store_dir: x\n}\n${key} {\n  x: y\n}\n`,
          'nats encrypted false authenticated unresolved',
        ] as const,
    ),
    ['port: 1\njetstream {\n store_dir: x\n}\noperator: x\n', 'nats encrypted false authenticated unresolved'],
    [
      'port: 1\njetstream {\n store_dir: x\n}\ninclude "x.conf"\n',
      'nats encrypted unresolved authenticated unresolved',
    ],
  ] as const)
    it(`says of ${text.replaceAll(/\s+/g, ' ')}: ${expected}`, () => assert.equal(read(text), expected))
})

describe('what no parser takes of a schema', () => {
  const flaws = (path: string, text: string): string[] =>
    entitiesIn(path, text).flatMap(one =>
      one.kind === 'schema' ? (one.flaws ?? []).map(({ what, subject }) => `${what} ${subject}`) : [],
    )
  const withDefault = (type: unknown, value: unknown): boolean => {
    const field = { name: 'x', type, default: value }
    const found = flaws('r.avsc', JSON.stringify({ type: 'record', name: 'R', fields: [field] }))
    assert.ok(
      found.every(one => /^(?:wrong-default|later-branch) /.test(one)),
      found.join(),
    )
    return found.length === 0
  }
  const enumeration = { type: 'enum', name: 'E', symbols: ['A'] }
  const fixed = { type: 'fixed', name: 'F', size: 1 }
  const record = { type: 'record', name: 'S', fields: [] }
  const array = { type: 'array', items: 'int' }
  const map = { type: 'map', values: 'int' }
  const values = { text: 'A', digits: '1', true: true, one: 1, half: 0.5, list: [], object: {} }
  for (const [type, fitting] of [
    ['string', ['text', 'digits']],
    ['bytes', ['text', 'digits']],
    [fixed, ['text', 'digits']],
    ['boolean', ['true']],
    ['int', ['one']],
    ['long', ['one']],
    ['float', ['one', 'half']],
    ['double', ['one', 'half']],
    ['null', []],
    [array, ['list']],
    [map, ['object']],
    [record, ['object']],
    [['null', 'string'], []],
    [
      ['string', 'null'],
      ['text', 'digits'],
    ],
  ] as const)
    it(`is a default of ${JSON.stringify(type)} that is none of ${fitting.join(', ')}`, () =>
      assert.deepEqual(
        Object.entries(values)
          .filter(([, value]) => withDefault(type, value))
          .map(([name]) => name),
        fitting,
      ))
  it('is a default of null where no null goes', () => {
    for (const type of ['null', ['null', 'string']]) assert.ok(withDefault(type, null))
    for (const type of ['string', 'bytes', 'boolean', 'int', 'long', 'float', 'double', ['string', 'null']])
      assert.ok(!withDefault(type, null), String(type))
  })
  it('is no default of an enumeration that is a text', () => {
    assert.ok(withDefault(enumeration, 'A'))
    assert.ok(!withDefault(enumeration, 1))
    assert.ok(!withDefault(enumeration, []))
  })

  it('is a number or name that is reserved, at both ends of a range, and no other', () => {
    const found = (reserved: string, field: string): string[] =>
      flaws('r.proto', `syntax = "proto3";\nmessage M {\n  reserved ${reserved};\n  ${field};\n}\n`)
    for (const [reserved, field, flaw] of [
      ['5', 'string a = 5', 'reserved 5'],
      ['5', 'string a = 50'],
      ['50', 'string a = 5'],
      ['5 to 9', 'string a = 4'],
      ['5 to 9', 'string a = 5', 'reserved 5'],
      ['5 to 9', 'string a = 7', 'reserved 7'],
      ['5 to 9', 'string a = 9', 'reserved 9'],
      ['5 to 9', 'string a = 10'],
      ['100 to max', 'string a = 99'],
      ['100 to max', 'string a = 5000', 'reserved 5000'],
      ['"a"', 'string a = 1', 'reserved a'],
      ['"a"', 'string ab = 1'],
      ['"a5"', 'string a5 = 1', 'reserved a5'],
      ['5 to 9', 'string f7 = 1'],
    ] as const)
      assert.deepEqual(found(reserved, field), flaw === undefined ? [] : [flaw], `${reserved}: ${field}`)
  })

  it('is a number that the language does not give to fields', () => {
    for (const [number, isGiven] of [
      [0, false],
      [1, true],
      [18_999, true],
      [19_000, false],
      [19_999, false],
      [20_000, true],
      [536_870_911, true],
      [536_870_912, false],
    ] as const)
      assert.equal(
        flaws('r.proto', `syntax = "proto3";\nmessage M {\n  string a = ${number};\n}\n`).length === 0,
        isGiven,
        String(number),
      )
  })
})

describe('a policy of IAM', () => {
  before(prepareReading)

  /** What it lets `Read` and `Group` actions do, as `kind name`, with `…` behind a prefix. */
  const allowed = (resource: string, ...actions: readonly string[]): string[] =>
    entitiesIn(
      'policy.json',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }],
      }),
    ).map(
      one =>
        `${one.kind} ${one.kind === 'access' ? `${one.resource} ` : ''}${stateOf(one.name)}${one.kind === 'access' && one.prefix ? '…' : ''}`,
    )
  const arn = (rest: string): string => `arn:aws:kafka:eu-central-1:123456789012:${rest}`
  const read = 'kafka-cluster:ReadData'
  for (const [resource, action, expected] of [
    [arn('topic/shop/0-1/orders'), read, ['access topic orders']],
    [arn('topic/shop/0-1/orders*'), read, ['access topic orders…']],
    [arn('topic/shop/0-1/a/b'), read, ['access topic a/b']],
    [arn('topic/shop/0-1/*'), read, ['access topic *']],
    [arn('topic/shop/*'), read, ['access topic *']],
    [arn('topic/*'), read, ['access topic *']],
    ['*', read, ['access topic *']],
    [arn('*'), read, ['access topic *']],
    ['*', 'kafka-cluster:AlterGroup', ['access group *', 'group *']],
    ['*', 'kafka-cluster:*', ['access any *']],
    ['*', 'kafka-cluster:WriteData', ['access topic *']],
    ['*', 'kafka-cluster:Connect', []],
    [arn('cluster/shop/0-1'), 'kafka-cluster:*', ['access cluster shop']],
    [arn('topic/shop/0-1'), read, []],
    [arn('topics/shop/0-1/orders'), read, []],
    ['arn:aws:s3:::orders/*', read, []],
    [arn('topic/shop/0-1/orders'), 's3:GetObject', []],
  ] as const)
    it(`says of ${action} on ${resource}: ${expected.join() || 'nothing'}`, () =>
      assert.deepEqual(allowed(resource, action), expected))
})

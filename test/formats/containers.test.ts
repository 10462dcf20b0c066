import assert from 'node:assert/strict'
import {
  findVariables,
  nowhere,
  readContainers,
  readVariablesFile,
  type Container,
} from '../../server/src/formats/environment/containers.ts'
import { versionOf, versionOfArchive } from '../../server/src/formats/environment/image-version.ts'
import { publishedBy } from '../../server/src/formats/environment/published.ts'
import { settingsBehind } from '../../server/src/formats/environment/variables.ts'
import { startAt } from '../../server/src/formats/cursor.ts'
import type { Cursor } from '../../server/src/formats/position.ts'
import type { Fact, Known } from '../../server/src/model/fact.ts'
import type { Settings } from '../../server/src/model/settings.ts'
import { openReader, prepareReading } from '../../server/src/reader/reader.ts'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'
import { uriOf } from '../support/fixtures.ts'

const rootOf = (text: string, syntax: 'yaml' | 'properties' = 'yaml'): Cursor =>
  startAt({ file: uriOf('x.yaml'), syntax, source: text, start: 0 }, syntaxes[syntax].read(text))

const word = (fact: Fact<unknown> | undefined): string => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === 'unresolved' ? `?${fact.text}` : '-'
}
const variables = ({ all, open }: Pick<Settings, 'all'> & { readonly open?: unknown }): string =>
  [...all.map(({ key, value }) => `${key}=${word(value)}`), ...(open ? ['…'] : [])].join(' ')

/** The settings of a map as a bag, as another file would give them. */
const bag = (text: string): Settings => {
  const [one] = readContainers(rootOf(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n${text}`)) ?? []
  assert.ok(one)
  const { open: _, ...rest } = one.variables
  return rest
}

/** What is read of a document, by the key of an answer. */
const told = (
  text: string,
  tell: (one: Container) => unknown,
  files: Readonly<Record<string, Settings>> = {},
): unknown[] =>
  (readContainers(rootOf(text), { ...nowhere, file: path => files[path], configMap: name => files[name] }) ?? []).map(
    tell,
  )

const compose = (...lines: readonly string[]): string =>
  `services:\n  a:\n    hostname: a\n${lines.map(line => `    ${line}\n`).join('')}`
const workload = (kind: string, pod: readonly string[], spec: readonly string[] = []): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: shop\nspec:\n${spec.map(line => `  ${line}\n`).join('')}  template:\n    spec:\n${pod.map(line => `      ${line}\n`).join('')}`

describe('a service of Compose, or a container', () => {
  it('runs as often as its deployment says, else its scale, else once', () => {
    for (const [lines, count] of [
      [[], '1'],
      [['scale: 2'], '2'],
      [['deploy: {replicas: 3}'], '3'],
      [['scale: 2', 'deploy: {replicas: 3}'], '3'],
      [['deploy: {replicas: "${N}"}', 'scale: 2'], '?${N}'],
    ] as const)
      assert.deepEqual(
        told(compose(...lines), one => word(one.count)),
        [count],
        lines.join(),
      )
  })

  it('has the variables that are written, over those of its files', () => {
    const files = { 'one.env': bag('  A: "1"\n  B: "1"\n'), 'two.env': bag('  B: "2"\n') }
    for (const [lines, expected] of [
      [['environment: {A: x, B: "${C}"}'], 'A=x B=?${C}'],
      [['environment: [A=x, "B=y z", C]'], 'A=x B=y z C=?'],
      [['environment: {A: }'], 'A=?'],
      [['environment: {A: {b: c}, B: [d]}'], ''],
      [['env_file: one.env'], 'A=1 B=1'],
      [['env_file: [one.env, two.env]'], 'A=1 B=1 B=2'],
      [['env_file: [{path: two.env, required: false}]', 'environment: {B: x}'], 'B=2 B=x'],
      [['env_file: nobody.env', 'environment: {B: x}'], 'B=x …'],
      [['env_file: [one.env, nobody.env]'], 'A=1 B=1 …'],
      [['env_file: []'], '…'],
      [['env_file: "${FILE}"'], '…'],
    ] as const)
      assert.deepEqual(
        told(compose(...lines), one => variables(one.variables), files),
        [expected],
        lines.join(),
      )
  })

  it('has what it extends, its own first', () => {
    const base =
      '  base:\n    image: apache/kafka:3.9.0\n    scale: 2\n    ports: ["9092:9092"]\n    environment: {A: base, B: base}\n'
    const tell = (one: Container): string =>
      `${word(one.name)} ${word(one.count)} ${word(one.version)} ${one.published?.length} ${variables(one.variables)}`
    for (const [lines, expected] of [
      [['extends: base'], 'a 2 3.9.0 1 A=base B=base'],
      [['extends: {service: base}', 'environment: {A: own}'], 'a 2 3.9.0 1 A=base B=base A=own'],
      [['extends: base', 'scale: 4', 'ports: ["9093:9093"]'], 'a 4 3.9.0 2 A=base B=base'],
      [['extends: nobody', 'environment: {A: own}'], 'a 1 - 0 A=own …'],
      [['extends: {service: base, file: other.yaml}'], 'a 1 - 0 …'],
      [['extends: a', 'environment: {A: own}'], 'a 1 - 0 A=own A=own A=own A=own A=own A=own …'],
    ] as const)
      assert.equal(told(`${compose(...lines)}${base}`, tell)[0], expected, lines.join())
  })

  it('is a broker by its image, unless it is told to do something else', () => {
    for (const [image, isBroker] of [
      ['apache/kafka', true],
      ['registry.example.org/apache/kafka-native:4.0.0', true],
      ['kafka@sha256:0', true],
      ['confluentinc/cp-server:7.5.0', true],
      ['example/my-kafka', false],
      ['apache/kafka/tools', false],
      ['"${IMAGE}"', false],
    ] as const) {
      assert.deepEqual(
        told(compose(`image: ${image}`), one => one.broker === true),
        [isBroker],
        image,
      )
      assert.deepEqual(
        told(compose(`image: ${image}`, 'command: sleep 1'), one => one.broker === true),
        [false],
        image,
      )
      assert.deepEqual(
        told(compose(`image: ${image}`, 'entrypoint: [sh]'), one => one.broker === true),
        [false],
        image,
      )
      const pod = ['containers:', '  - name: a', `    image: ${image}`]
      assert.deepEqual(
        told(workload('StatefulSet', pod), one => one.broker === true),
        [isBroker],
        image,
      )
      assert.deepEqual(
        told(workload('StatefulSet', [...pod, '    args: [x]']), one => one.broker === true),
        [false],
        image,
      )
    }
  })

  it('is told flags by its words, in their places', () => {
    const text = `services:\n  a:\n    command: ["--a.b=c", --d, '--e="f"', -g, --h=%I%, "--j=k\\nl", --K=m, x--n=o]\n    entrypoint: sh -c --p=q\n`
    assert.deepEqual(
      told(text, ({ flags = [] }) =>
        flags.map(({ key, value }) => [key, word(value), text.slice(value.at.span.start, value.at.span.end)]),
      ),
      [
        [
          ['--a.b', 'c', 'c'],
          ['--d', 'true', '--d'],
          ['--e', '"f"', '"f"'],
          ['--h', '?%I%', '%I%'],
          ['--j', 'k\nl', '"--j=k\\nl"'],
        ],
      ],
    )
  })

  it('opens the ports that lead to it from the network', () => {
    for (const [line, expected] of [
      ['8083:8083', '8083 8083'],
      ['"80:8080/tcp"', '80 8080'],
      ['"80:8080/udp"', ''],
      ['"8083"', ''],
      ['"0.0.0.0:80:8080"', '80 8080'],
      ['"[::]:80:8080"', '80 8080'],
      ['"10.0.0.1:80:8080"', '80 8080'],
      ['"127.0.0.1:80:8080"', ''],
      ['"localhost:80:8080"', ''],
      ['"${PORT}:8080"', ''],
      ['"8000-8010:8000-8010"', ''],
      ['{target: 8080, published: 80}', '80 8080'],
      ['{target: 8080, published: 80, host_ip: 127.0.0.1}', ''],
      ['{target: 8080, published: 80, host_ip: 10.0.0.1}', '80 8080'],
      ['{target: 8080}', ''],
    ] as const)
      assert.equal(
        publishedBy(rootOf(line))
          .map(({ port, behind }) => `${port} ${behind}`)
          .join(),
        expected,
        line,
      )
  })

  it('keeps what a volume of it keeps', () => {
    const storage = (mounts: readonly string[], volumes: readonly string[]): unknown[] =>
      told(
        workload('StatefulSet', [
          'containers:',
          '  - name: a',
          '    image: x',
          ...mounts.map(line => `    ${line}`),
          ...volumes,
        ]),
        one => one.storage !== undefined,
      )
    const mounted = ['volumeMounts:', '  - name: data']
    for (const kind of ['emptyDir: {}', 'configMap: {name: x}', 'secret: {}', 'projected: {}', 'downwardAPI: {}'])
      assert.deepEqual(storage(mounted, ['volumes:', '  - name: data', `    ${kind}`]), [true], kind)
    for (const kind of ['persistentVolumeClaim: {}', 'hostPath: {}', 'ephemeral: {}'])
      assert.deepEqual(storage(mounted, ['volumes:', '  - name: data', `    ${kind}`]), [false], kind)
    assert.deepEqual(storage([], []), [true])
    assert.deepEqual(storage(['volumeMounts: []'], []), [true])
    assert.deepEqual(storage(mounted, []), [false])
    assert.deepEqual(storage(mounted, ['volumes:', '  - name: other', '    emptyDir: {}']), [false])
    assert.deepEqual(storage([...mounted, '  - name: more'], ['volumes:', '  - name: data', '    emptyDir: {}']), [
      false,
    ])
    assert.deepEqual(
      told(workload('StatefulSet', ['containers:', '  - name: a']), one => one.storage),
      [undefined],
    )
  })

  it('runs as often as its workload says, once as a whole Deployment, and nobody knows how often elsewhere', () => {
    const pod = ['containers:', '  - name: a', '    image: x']
    for (const [text, count] of [
      [workload('StatefulSet', pod, ['replicas: 3']), '3'],
      [workload('StatefulSet', pod, ['selector: {}']), '?'],
      [workload('Deployment', pod, ['selector: {}']), '1'],
      [workload('Deployment', pod), '?'],
      [workload('Deployment', pod.slice(0, 2), ['selector: {}']), '?'],
      [workload('Deployment', pod, ['selector: {}', 'replicas: 0']), '0'],
    ] as const)
      assert.deepEqual(
        told(text, one => word(one.count)),
        [count],
        text,
      )
  })

  it('has variables by keys and prefixes of maps of others, and fills in those before it', () => {
    const maps = { shop: bag('  HOST: broker\n  PORT: "9092"\n') }
    const env = (...lines: readonly string[]): unknown[] =>
      told(
        workload('Deployment', ['containers:', '  - name: a', ...lines.map(line => `    ${line}`)]),
        one => variables(one.variables),
        maps,
      )
    const ref = (key: string, name = 'shop'): string =>
      `  - {name: A, valueFrom: {configMapKeyRef: {name: ${name}, key: ${key}}}}`
    for (const [lines, expected] of [
      [['env:', ref('HOST')], 'A=broker'],
      [['env:', ref('NONE')], 'A=?valueFrom'],
      [['env:', ref('HOST', 'other')], 'A=?valueFrom'],
      [['env:', '  - {name: A, valueFrom: {secretKeyRef: {name: shop, key: HOST}}}'], 'A=?valueFrom'],
      [['env:', ref('HOST'), '  - {name: B, value: "$(A):9092"}'], 'A=broker B=broker:9092'],
      [['env:', '  - {name: B, value: "$(A):9092"}', ref('HOST')], 'B=$(A):9092 A=broker'],
      [['env:', '  - {name: A, value: x}', ref('NONE'), '  - {name: B, value: "$(A)"}'], 'A=x A=?valueFrom B=?$(A)'],
      [['env:', '  - {name: A}', '  - {value: x}'], ''],
      [['envFrom:', '  - configMapRef: {name: shop}'], 'HOST=broker PORT=9092'],
      [['envFrom:', '  - {prefix: K_, configMapRef: {name: shop}}'], 'K_HOST=broker K_PORT=9092'],
      [
        ['envFrom:', '  - configMapRef: {name: shop}', 'env:', '  - {name: HOST, value: x}'],
        'HOST=broker PORT=9092 HOST=x',
      ],
      [['envFrom:', '  - configMapRef: {name: other}'], '…'],
      [['envFrom:', '  - secretRef: {name: shop}'], '…'],
      [['command: [sh, -c, "export KAFKA_A=x && run"]'], 'KAFKA_A=x'],
      [['command: [sh, -c, "set KAFKA_A=x"]'], ''],
    ] as const)
      assert.deepEqual(env(...lines), [expected], lines.join())
  })

  it('is that of a job of GitHub beside others', () => {
    const job =
      'jobs:\n  test:\n    services:\n      broker:\n        image: apache/kafka:4.0.0\n        env: {KAFKA_NODE_ID: 1}\n'
    for (const head of ['on: push\n', 'on:\n  push: {}\n', '"true": push\n'])
      assert.deepEqual(
        told(`${head}${job}`, one => `${word(one.name)} ${variables(one.variables)}`),
        ['broker KAFKA_NODE_ID=1'],
        head,
      )
    assert.deepEqual(
      told(job, one => one.name),
      [],
    )
  })
})

describe('the version of Kafka', () => {
  const known = (value: string): Known<string> => ({
    state: 'known',
    value,
    at: { file: uriOf('x'), span: { start: 0, end: value.length } },
  })
  it('is what the tag of an image tells', () => {
    for (const [image, version] of [
      ['apache/kafka:4.1.0', '4.1.0'],
      ['registry.example.org:5000/apache/kafka:4.1.0', '4.1.0'],
      ['apache/kafka', '-'],
      ['apache/kafka:latest', '-'],
      ['example/kafka-clients:4.1.0', '-'],
      ['confluentinc/cp-kafka:7.5.1', '3.5'],
      ['confluentinc/cp-kafka:1.0.0', '-'],
    ] as const)
      assert.equal(word(versionOf(known(image))), version, image)
  })
  it('is what the name of an archive tells', () => {
    for (const [name, version] of [
      ['kafka_2.13-3.9.0.tgz', '3.9.0 3.9.0'],
      ['https://archive.example.org/kafka/4.0.0/kafka_2.13-4.0.0.tgz', '4.0.0 4.0.0'],
      ['confluent-7.5.0.tar.gz', '3.5 7.5'],
      ['confluent-community-7.5.0.tar.gz', '3.5 7.5'],
      ['confluent-1.0.0.tar.gz', ''],
      ['my-kafka_2.13-3.9.0', ''],
      ['kafka_2.13-3.9.0-rc1', ''],
      ['kafka-3.9.0-src', ''],
    ] as const) {
      const found = versionOfArchive(known(name))
      assert.equal(found ? `${found.value} ${name.slice(found.at.span.start, found.at.span.end)}` : '', version, name)
    }
  })
})

describe('a broker of Redpanda', () => {
  const start = (...lines: readonly string[]): string => {
    const [one] = readContainers(rootOf(compose('image: redpandadata/redpanda:v25', ...lines))) ?? []
    const { redpanda } = one ?? {}
    return redpanda
      ? `${redpanda.seeds ? 'seeds ' : ''}${redpanda.listeners.map(({ name, type, encrypted, authentication }) => `${word(name)} ${word(type)} ${encrypted.state} ${authentication.state}`).join(', ')}`
      : 'none'
  }
  it('listens as the command says that starts it', () => {
    const plain = 'kafka_api - known absent'
    for (const [lines, expected] of [
      [[], ''],
      [['command: redpanda start'], ''],
      [['command: rpk topic list'], 'none'],
      [['command: [rpk, topic, list]'], 'none'],
      [['command: redpanda start --kafka-addr 0.0.0.0:9092'], plain],
      [['command: [redpanda, start, --kafka-addr, "0.0.0.0:9092"]'], plain],
      [['command: [redpanda, start, --kafka-addr=0.0.0.0:9092]'], plain],
      [['command: [start, "--kafka-addr 0.0.0.0:9092"]'], plain],
      [['command: [sh, -c, "redpanda start --kafka-addr 0.0.0.0:9092"]'], plain],
      [['entrypoint: [redpanda]', 'command: [start, --kafka-addr, "0.0.0.0:9092"]'], plain],
      [
        [
          'command: [start, --kafka-addr, "inside://a:9092,outside://0.0.0.0:9093", --advertise-kafka-addr, "inside://a:9092,outside://localhost:9093"]',
        ],
        'inside - known absent, outside loopback known absent',
      ],
      [['command: [start, --kafka-addr, "127.0.0.1:9092"]'], 'kafka_api loopback known absent'],
      [['command: [start, --kafka-addr, "a:9092", --seeds, "b:33145"]'], `seeds ${plain}`],
      [
        ['command: [start, --kafka-addr, "a:9092", --set, "redpanda.enable_sasl=true"]'],
        'kafka_api - known unresolved',
      ],
      [
        ['command: [start, --kafka-addr, "a:9092", --set, "redpanda.kafka_api_tls=x"]'],
        'kafka_api - unresolved unresolved',
      ],
      [['command: [start, --kafka-addr, "a:9092", --config, /x]'], 'kafka_api - unresolved unresolved'],
      [
        ['command: [start, --kafka-addr, "a:9092"]', 'volumes: ["./x:/etc/redpanda/redpanda.yaml"]'],
        'kafka_api - unresolved unresolved',
      ],
      [
        ['command: [start, --kafka-addr, "a:9092"]', 'volumes: [{type: bind, source: ./x, target: /etc/redpanda}]'],
        'kafka_api - unresolved unresolved',
      ],
      [['command: [start, --kafka-addr, "a:9092"]', 'volumes: ["./etc/redpanda:/var/lib/redpanda"]'], plain],
      [['command: [start, --kafka-addr]'], ''],
    ] as const)
      assert.equal(start(...lines), expected, lines.join())
  })
})

describe('a file of variables', () => {
  it('has a name and a value in each line, without quotes and remarks', () => {
    for (const [line, expected] of [
      ['KAFKA_BROKERS=a:9092', 'a:9092'],
      ['export KAFKA_BROKERS=a:9092', 'a:9092'],
      ['export KAFKA_BROKERS="a:9092" # where', 'a:9092'],
      ['KAFKA_BROKERS="a:9092"', 'a:9092'],
      ["KAFKA_BROKERS='a:9092' # where", 'a:9092'],
      ['KAFKA_BROKERS=a:9092 # where', 'a:9092'],
      ['KAFKA_BROKERS=a:9092#where', 'a:9092#where'],
      ['KAFKA_BROKERS="a#b:9092"', 'a#b:9092'],
      ['KAFKA_BROKERS=${BROKERS}', '?${BROKERS}'],
      ['KAFKA_BROKERS="${BROKERS}"', '?${BROKERS}'],
    ] as const)
      assert.equal(
        variables({ ...readVariablesFile(rootOf(`${line}\n`, 'properties')).variables, open: undefined }),
        `KAFKA_BROKERS=${expected}`,
        line,
      )
  })

  it('says with underscores what the settings of Kafka are called', () => {
    for (const [name, key] of [
      ['KAFKA_LOG_DIRS', 'log.dirs'],
      ['KAFKA_A__B', 'a_b'],
      ['KAFKA_A___B', 'a-b'],
    ] as const)
      assert.deepEqual(
        settingsBehind(bag(`  ${name}: x\n  OTHER: y\n`), 'KAFKA_').all.map(one => `${one.key} ${one.written}`),
        [`${key} ${name}`],
      )
  })
})

describe('variables wherever they stand', () => {
  const found = (text: string): string[] =>
    findVariables(rootOf(text)).map(
      one =>
        `${word(one.name)}: ${variables({ ...one.variables, open: undefined })} ${word(one.count)}${one.off ? ' off' : ''}`,
    )
  it('are those of what is above them, unless that says nothing', () => {
    const env = 'env:\n  KAFKA_BROKERS: a:9092\n'
    const below = (key: string, text: string): string => `${key}:\n${text.replaceAll(/^/gm, '  ').trimEnd()}\n`
    for (const [text, expected] of [
      [env, ['fixtures: KAFKA_BROKERS=a:9092 ?']],
      [below('billing', env), ['billing: KAFKA_BROKERS=a:9092 ?']],
      [below('billing', below('config', env)), ['billing: KAFKA_BROKERS=a:9092 ?']],
      [below('billing', `replicaCount: 3\n${env}`), ['billing: KAFKA_BROKERS=a:9092 3']],
      [below('billing', `replicas: 2\n${env}`), ['billing: KAFKA_BROKERS=a:9092 2']],
      [below('billing', `enabled: false\n${env}`), ['billing: KAFKA_BROKERS=a:9092 ? off']],
      [`metadata:\n  name: till\n${env}`, ['till: KAFKA_BROKERS=a:9092 ?']],
      ['env:\n  - name: KAFKA_BROKERS\n    value: a:9092\n', ['fixtures: KAFKA_BROKERS=a:9092 ?']],
      ['env:\n  - KAFKA_BROKERS=a:9092\n', ['fixtures: KAFKA_BROKERS=a:9092 ?']],
      ['containers:\n  - name: till\n    env:\n      KAFKA_BROKERS: a:9092\n', ['till: KAFKA_BROKERS=a:9092 ?']],
      ['env:\n  brokers: a:9092\n  other: x\n', []],
      ['env:\n  - name: brokers\n    value: a:9092\n', []],
      [
        '- name: start\n  community.docker.docker_container:\n    name: till\n    env:\n      KAFKA_BROKERS: a:9092\n',
        ['till: KAFKA_BROKERS=a:9092 ?'],
      ],
      [
        '- name: start\n  docker_image:\n    name: till\n    env:\n      KAFKA_BROKERS: a:9092\n',
        ['docker_image: KAFKA_BROKERS=a:9092 ?'],
      ],
    ] as const)
      assert.deepEqual(found(text), expected, text)
  })
})

describe('a program that is told by a file of its pod', () => {
  before(prepareReading)

  const properties = 'node.id=1\n    process.roles=broker\n    listeners=PLAINTEXT://:9092\n    min.insync.replicas=1\n'
  const map = (name: string, ...files: readonly string[]): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n${files.map(file => `  ${file}: |\n    ${properties}`).join('')}`
  const pod = (container: readonly string[], volumes: readonly string[], kind = 'StatefulSet'): string =>
    workload(kind, [
      'containers:',
      '  - name: till',
      '    image: example/own:1',
      ...container.map(line => `    ${line}`),
      'volumes:',
      ...volumes.map(line => `  ${line}`),
    ])
  /** The clusters that are told, with whether more may be said of them elsewhere. */
  const clusters = (...documents: readonly string[]): string[] =>
    openReader()
      .read([[uriOf('all.yaml'), documents.join('---\n')]])
      .flatMap(([, facts]) => facts?.entities ?? [])
      .flatMap(one => (one.kind === 'cluster' ? [`${word(one.name)}${one.settings.open ? ' …' : ''}`] : []))
  const volume = ['- {name: config, configMap: {name: files}}']
  const mounts = ['volumeMounts: [{name: config, mountPath: /config}]']

  it('is told by the file that its script starts with, or that has the name of Kafka’s own', () => {
    const run = (script: string): string[] => [`command: [sh, -c, ${JSON.stringify(script)}]`, ...mounts]
    for (const [what, documents, expected] of [
      ['Kafka’s own name', [map('files', 'server.properties'), pod(mounts, volume)], ['till']],
      ['another name', [map('files', 'shop.properties'), pod(mounts, volume)], ['shop']],
      [
        'a script with it',
        [map('files', 'shop.properties'), pod(run('kafka-server-start.sh /config/shop.properties'), volume)],
        ['till'],
      ],
      [
        'one of two',
        [
          map('files', 'one.properties', 'two.properties'),
          pod(run('kafka-server-start.sh /config/two.properties'), volume),
        ],
        ['one', 'till'],
      ],
      [
        'two and none of them',
        [
          map('files', 'one.properties', 'two.properties'),
          pod(run('kafka-server-start.sh /config/other.properties'), volume),
        ],
        ['one', 'two'],
      ],
      ['one that is not mounted', [map('files', 'server.properties'), pod([], volume)], ['server']],
      ['one of another map', [map('other', 'server.properties'), pod(mounts, volume)], ['server']],
      ['a job', [map('files', 'server.properties'), pod(mounts, volume, 'Job')], ['server']],
      [
        'what changes it',
        [
          map('files', 'server.properties'),
          pod(run('sed -i s/a/b/ /config/server.properties; kafka-server-start.sh /config/server.properties'), volume),
        ],
        ['till …'],
      ],
      [
        'what tells more',
        [
          map('files', 'server.properties'),
          pod(run('kafka-server-start.sh /config/server.properties --override a=b'), volume),
        ],
        ['till …', 'shop …'],
      ],
      ['a command of its own', [map('files', 'server.properties'), pod(run('sleep 1'), volume)], ['server']],
      ['a command of Kafka', [map('files', 'server.properties'), pod(run('/opt/kafka/run'), volume)], ['till']],
      [
        'a projected volume',
        [
          map('files', 'server.properties'),
          pod(mounts, ['- {name: config, projected: {sources: [{configMap: {name: files}}]}}']),
        ],
        ['till'],
      ],
      [
        'another name by its items',
        [
          map('files', 'shop.properties'),
          pod(mounts, [
            '- {name: config, configMap: {name: files, items: [{key: shop.properties, path: server.properties}]}}',
          ]),
        ],
        ['till'],
      ],
      [
        'another name by where it is mounted',
        [
          map('files', 'shop.properties'),
          pod(
            ['volumeMounts: [{name: config, mountPath: /config/server.properties, subPath: shop.properties}]'],
            volume,
          ),
        ],
        ['till'],
      ],
      [
        'another name of another file',
        [
          map('files', 'shop.properties'),
          pod(['volumeMounts: [{name: config, mountPath: /config/server.properties, subPath: other}]'], volume),
        ],
        ['shop'],
      ],
    ] as const)
      assert.deepEqual(clusters(...documents).sort(), [...expected].sort(), what)
  })
})

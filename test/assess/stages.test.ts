import assert from 'node:assert/strict'
import {
  folds,
  foldsDurability,
  isForDevelopment,
  isForTests,
  namesDevelopment,
} from '../../server/src/assess/stage.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'
import { uriOf } from '../support/fixtures.ts'

const broker = (more = '', stack = ''): string =>
  `services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_NODE_ID: 1\n${more}${stack}`
const app = (servers: string): string => `spring.kafka.bootstrap-servers=${servers}\n`
const topic = (name: string, cluster?: string): string => strimzi('KafkaTopic', name, '  replicas: 1\n', cluster)
const kafka = (name: string): string => strimzi('Kafka', name, '  kafka:\n    config: {}\n')
const pool = (name: string, nodes: string | number, cluster = 'c'): string =>
  strimzi('KafkaNodePool', name, `  replicas: ${nodes}\n  roles: [broker]\n`, cluster)

type Kind = 'topic' | 'cluster' | 'client' | 'node-pool' | 'connect-cluster' | 'connector' | 'flow'

/** Whether what the first file says is for development. */
function isIt(texts: Texts, kind: Kind): boolean {
  const [path = ''] = Object.keys(texts)
  const { db, the } = ask(texts)
  return isForDevelopment(db, the(path, kind))
}

describe('a folder', () => {
  for (const [path, name, expected] of [
    ['test/t.yaml', 'orders', true],
    ['tests/t.yaml', 'orders', true],
    ['testdata/t.yaml', 'orders', true],
    ['e2e/t.yaml', 'orders', true],
    ['fixtures/t.yaml', 'orders', true],
    ['kuttl/t.yaml', 'orders', true],
    ['molecule/t.yaml', 'orders', true],
    ['a/Tests/b/t.yaml', 'orders', true],
    ['tester/t.yaml', 'orders', false],
    ['a/tests.yaml', 'orders', false],
    ['sandbox/t.yaml', 'orders', false],
    ['example/t.yaml', 'my-topic', true],
    ['examples/t.yaml', 'my-topic', true],
    ['examples/t.yaml', 'orders', false],
    ['examples/t.yaml', 'orders-my-own', false],
    ['examples/t.yaml', 'my-1', false],
    ['a/t.yaml', 'my-topic', false],
    ['tests/examples/t.yaml', 'orders', true],
  ] as const)
    it(`of ${path} ${expected ? 'makes' : 'does not make'} the topic ${name} one for development`, () =>
      assert.equal(isIt({ [path]: topic(name) }, 'topic'), expected))

  it('of tests is one below the folder that is reviewed, and examples are none', () => {
    const { db } = ask({})
    for (const [path, expected] of [
      ['tests/a.yaml', true],
      ['examples/a.yaml', false],
      ['a.yaml', false],
    ] as const)
      assert.equal(isForTests(db, uriOf(path)), expected, path)
    assert.equal(isForTests(db, 'file:///tests/a.yaml' as never), false)
  })
})

describe('the name of a cluster', () => {
  const says = (name: string): boolean => {
    const { the } = ask({ 'k.yaml': kafka(name) })
    return namesDevelopment(the('k.yaml', 'cluster'))
  }
  for (const name of [
    'orders-dev',
    'develop-orders',
    'development',
    'test-orders',
    'orders-testing',
    'sandbox',
    'playground-1',
    'poc',
    'demo-kafka',
    'benchmark',
    'kafka-lab',
  ])
    it(`${name} says that it is for development`, () => assert.ok(says(name)))
  for (const name of ['orders', 'devices', 'contest', 'lab-results', 'production', '"{{ .Values.dev }}"'])
    it(`${name} does not`, () => assert.ok(!says(name)))
})

describe('a broker', () => {
  const properties = (text: string): boolean => isIt({ 'server.properties': text }, 'cluster')
  const lone = 'node.id=1\nprocess.roles=broker,controller\nlisteners=PLAINTEXT://:9092\n'
  for (const [what, text, expected] of [
    ['its own only voter', `${lone}controller.quorum.voters=1@${'${HOST}'}:9093\n`, true],
    ['a voter of a quorum that a variable holds as a whole', `${lone}controller.quorum.voters=${'${VOTERS}'}\n`, false],
    [
      'a broker beside a controller of its own',
      `node.id=1\nprocess.roles=broker\nlisteners=PLAINTEXT://:9092\ncontroller.quorum.voters=1@${'${HOST}'}:9093\n`,
      false,
    ],
    [
      'a controller alone',
      `node.id=1\nprocess.roles=controller\nlisteners=PLAINTEXT://:9092\ncontroller.quorum.voters=1@${'${HOST}'}:9093\n`,
      false,
    ],
  ] as const)
    it(`that is ${what} is ${expected ? '' : 'not '}for development`, () => assert.equal(properties(text), expected))

  const unknown = 'broker.id=${ID}\nlisteners=PLAINTEXT://:9092\n'
  for (const [what, lines, expected] of [
    ['its own machine', 'advertised.listeners=PLAINTEXT://localhost:9092\n', true],
    ['its own machine, and services beside it', 'advertised.listeners=A://kafka:29092,B://localhost:9092\n', true],
    ['services only', 'advertised.listeners=A://kafka:29092\n', false],
    ['its own machine, and one outside', 'advertised.listeners=A://k1.shop.example:9092,B://localhost:9092\n', false],
    ['nobody knows where', '', false],
  ] as const)
    it(`that sends its clients to ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(properties(unknown + lines), expected))

  for (const [what, keeper, folder, expected] of [
    ['what is temporary, beside its ZooKeeper', 'localhost:2181', '/tmp/kafka-logs', true],
    ['what is temporary, with its ZooKeeper elsewhere', 'zk-1:2181', '/tmp/kafka-logs', false],
    ['what is temporary, with another ZooKeeper elsewhere', 'localhost:2181,zk-1:2181', '/tmp/kafka-logs', false],
    ['what is kept', 'localhost:2181', '/data/tmp/kafka', false],
  ] as const)
    it(`that keeps its records in a folder for ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(properties(`${unknown}zookeeper.connect=${keeper}\nlog.dirs=${folder}\n`), expected))

  const three = 'node.id=1\nprocess.roles=broker,controller\nlisteners=PLAINTEXT://:9092\n'
  for (const [what, voters, address, expected] of [
    ['its own machine', '1@localhost:9093,2@localhost:9193,3@127.0.0.1:9293', 'localhost:9092', true],
    ['its own machine, its clients elsewhere', '1@localhost:9093,2@localhost:9193', 'k1.shop.example:9092', false],
    ['three machines, its clients on each', '1@k1:9093,2@k2:9093,3@k3:9093', 'localhost:9092', false],
    ['its own machine, and another', '1@localhost:9093,2@k2:9093,3@k3:9093', 'localhost:9092', false],
    ['its own machine, and takes what comes in', '1@localhost:9093,2@localhost:9193', '0.0.0.0:9092', false],
  ] as const)
    it(`that finds the others on ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(
        properties(`${three}controller.quorum.voters=${voters}\nadvertised.listeners=PLAINTEXT://${address}\n`),
        expected,
      ))

  it('that a cloud runs is not, whatever its number', () => {
    const managed = 'resource "aws_msk_cluster" "a" {\n  cluster_name = "a"\n  number_of_broker_nodes = 1\n}\n'
    assert.equal(isIt({ 'a.tf': managed }, 'cluster'), false)
  })
})

describe('a broker by where it sends its clients, or by how it is run,', () => {
  for (const [what, lines, expected] of [
    ['listens on its own machine alone', 'listeners=PLAINTEXT://localhost:9092\n', true],
    [
      'listens at a host of a cloud',
      'listeners=PLAINTEXT://ec2-3-1-2-3.us-east-2.compute.amazonaws.com:9092\nzookeeper.connect=localhost:2181\nlog.dirs=/tmp/kafka-logs\n',
      false,
    ],
    [
      'has its ZooKeeper on its own machine, at a port that a template fills in',
      'zookeeper.connect=127.0.0.1:{{ port }}\nlog.dirs=/tmp/kafka-logs\n',
      true,
    ],
    [
      'has its ZooKeeper at a host that a template fills in',
      'zookeeper.connect={{ host }}:2181\nlog.dirs=/tmp/kafka-logs\n',
      false,
    ],
  ] as const)
    it(`that ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(isIt({ 'server.properties.j2': `broker.id={{ id }}\n${lines}` }, 'cluster'), expected))

  for (const [host, expected] of [
    ['kafka', true],
    ['ec2-3-1-2-3.us-east-2.compute.amazonaws.com', false],
    ['k1.shop.example', false],
    ['${HOST}', true],
  ] as const)
    it(`that is the only one and sends its clients to ${host} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(
        isIt(
          { 'compose.yaml': broker(`      KAFKA_ADVERTISED_LISTENERS: A://kafka:9092,B://${host}:9094\n`) },
          'cluster',
        ),
        expected,
      ))

  for (const [what, kind, head, expected] of [
    ['Deployment that does not say how many run', 'Deployment', '  selector: { matchLabels: { app: kafka } }\n', true],
    ['StatefulSet that does not say it', 'StatefulSet', '  selector: { matchLabels: { app: kafka } }\n', false],
    ['patch of a Deployment', 'Deployment', '', false],
  ] as const)
    it(`of a ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(
        isIt(
          {
            'k.yaml': `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: kafka\nspec:\n${head}  template:\n    spec:\n      containers:\n        - name: kafka\n          image: apache/kafka:4.0.0\n          env:\n            - { name: KAFKA_BROKER_ID, value: "1" }\n            - { name: KAFKA_LISTENERS, value: "PLAINTEXT://:9092" }\n            - { name: KAFKA_ADVERTISED_LISTENERS, value: "PLAINTEXT://kafka:9092" }\n`,
          },
          'cluster',
        ),
        expected,
      ))
})

describe('a cluster that a template names', () => {
  const named = '"{{ .Values.name }}"'
  const own = pool('p', 1, named)
  for (const [what, file, expected] of [
    ['one pool of one node', `${kafka(named)}---\n${own}`, true],
    ['one pool of several', `${kafka(named)}---\n${pool('p', 3, named)}`, false],
    ['two pools of one node', `${kafka(named)}---\n${own}---\n${pool('q', 1, named)}`, false],
    ['a pool of another cluster', `${kafka(named)}---\n${pool('p', 1, '"{{ .Values.other }}"')}`, false],
    ['a pool of a cluster with a name', `${kafka(named)}---\n${pool('p', 1, 'c')}`, false],
    [
      'a pool that a template names, of which there may be many',
      `${kafka(named)}---\n${pool('"{{ .x }}"', 1, named)}`,
      false,
    ],
    ['no pool', kafka(named), false],
  ] as const)
    it(`is ${expected ? '' : 'not '}for development with ${what} beside it`, () =>
      assert.equal(isIt({ 'chart/templates/k.yaml': file }, 'cluster'), expected))
  it('is none where a file names it', () =>
    assert.equal(isIt({ 'k.yaml': `${kafka('c')}---\n${pool('p', 3)}` }, 'cluster'), false))
})

describe('what belongs to a cluster', () => {
  const one = `${kafka('c')}---\n${pool('p', 1)}`
  const three = `${kafka('c')}---\n${pool('p', 3)}`
  for (const [what, texts, kind, expected] of [
    ['a topic of a single broker', { 't.yaml': topic('t', 'c'), 'k.yaml': one }, 'topic', true],
    ['a topic of three brokers', { 't.yaml': topic('t', 'c'), 'k.yaml': three }, 'topic', false],
    ['a topic of a cluster that is in no file', { 't.yaml': topic('t', 'nobody'), 'k.yaml': one }, 'topic', true],
    [
      'a topic of one of two that are equally near, both of them small',
      { 't.yaml': topic('t', 'c'), 'a/k.yaml': one, 'b/k.yaml': one },
      'topic',
      true,
    ],
    [
      'a topic of one of two that are equally near, one of them large',
      { 't.yaml': topic('t', 'c'), 'a/k.yaml': one, 'b/k.yaml': three },
      'topic',
      false,
    ],
    [
      'a pool beside another one of its cluster',
      { 'p.yaml': pool('p', 1), 'k.yaml': kafka('c'), 'q.yaml': pool('q', 2) },
      'node-pool',
      false,
    ],
    ['the only pool of its cluster', { 'p.yaml': pool('p', 1), 'k.yaml': kafka('c') }, 'node-pool', true],
    [
      'a pool of controllers only',
      {
        'p.yaml': strimzi('KafkaNodePool', 'p', '  replicas: 1\n  roles: [controller]\n', 'c'),
        'k.yaml': `${kafka('c')}---\n${pool('q', 1)}`,
      },
      'node-pool',
      false,
    ],
    [
      'a worker of a single broker',
      { 'w.yaml': strimzi('KafkaConnect', 'w', '  bootstrapServers: c-kafka-bootstrap:9092\n'), 'k.yaml': one },
      'connect-cluster',
      true,
    ],
    [
      'a connector on a worker of a single broker',
      {
        'c.yaml': strimzi('KafkaConnector', 's', '  class: A\n  config: {}\n', 'w'),
        'w.yaml': strimzi('KafkaConnect', 'w', '  bootstrapServers: c-kafka-bootstrap:9092\n'),
        'k.yaml': one,
      },
      'connector',
      true,
    ],
    [
      'a connector on a worker of three',
      {
        'c.yaml': strimzi('KafkaConnector', 's', '  class: A\n  config: {}\n', 'w'),
        'w.yaml': strimzi('KafkaConnect', 'w', '  bootstrapServers: c-kafka-bootstrap:9092\n'),
        'k.yaml': three,
      },
      'connector',
      false,
    ],
  ] as const)
    it(`is ${expected ? '' : 'not '}for development: ${what}`, () => assert.equal(isIt(texts, kind), expected))
})

describe('what connects', () => {
  const stack = { 'compose.yaml': broker() }
  const far = { 'far/compose.yaml': broker() }
  for (const [what, servers, more, expected] of [
    ['its own machine', 'localhost:9092', {}, true],
    ['its own machine twice', 'localhost:9092,127.0.0.1:9093', {}, true],
    ['its own machine and another one', 'localhost:9092,k1.shop.example:9092', {}, false],
    ['a service of a stack with one broker', 'kafka:9092', stack, true],
    ['a service of such a stack in a folder beside', 'kafka:9092', far, true],
    ['a service of no stack', 'kafka:9092', {}, false],
    ['a service of a stack and one of none', 'kafka:9092,other:9092', stack, true],
    ['a proxy of tests', 'toxiproxy:9092', {}, true],
    ['a proxy of tests with a number', 'toxiproxy-1:9092', {}, true],
    ['what is only called like one', 'toxiproxyish:9092', {}, false],
    ['a variable', '${BROKERS}', {}, false],
  ] as const)
    it(`to ${what} is ${expected ? '' : 'not '}for development`, () =>
      assert.equal(isIt({ 'app.properties': app(servers), ...more }, 'client'), expected))
})

describe('what runs beside brokers of Kubernetes', () => {
  const deployment = (name: string, replicas: number, variables: Readonly<Record<string, string>>, space = 'shop') =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: ${space}\nspec:\n  replicas: ${replicas}\n  template:\n    spec:\n      containers:\n        - name: ${name}\n          image: ${name}:1\n          env:\n${Object.entries(
      variables,
    )
      .map(([key, value]) => `            - { name: ${key}, value: "${value}" }\n`)
      .join('')}`
  const kafkas = (replicas: number, host: string, space?: string): string =>
    deployment(
      'kafka',
      replicas,
      {
        KAFKA_NODE_ID: '1',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        KAFKA_LISTENERS: 'PLAINTEXT://:9092',
        KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${host}:9092`,
      },
      space,
    )
  const workers = deployment('connect', 1, {
    CONNECT_BOOTSTRAP_SERVERS: 'kafka-service:9092',
    CONNECT_CONFIG_STORAGE_TOPIC: 'configs',
    CONNECT_OFFSET_STORAGE_TOPIC: 'offsets',
  })
  const connector = (url: string): string =>
    JSON.stringify({ name: 'sink', config: { 'connector.class': 'A', 'some.url': url } })
  for (const [what, texts, kind, expected] of [
    [
      'a worker of the one broker, by the service that it sends clients to',
      { 'k8s/w.yaml': workers, 'k8s/k.yaml': kafkas(1, 'kafka-service') },
      'connect-cluster',
      true,
    ],
    [
      'a worker of the one broker, by its service with the namespace',
      { 'k8s/w.yaml': workers, 'k8s/k.yaml': kafkas(1, 'kafka-service.shop.svc.cluster.local') },
      'connect-cluster',
      true,
    ],
    ['a worker of several', { 'w.yaml': workers, 'k.yaml': kafkas(3, 'kafka-service') }, 'connect-cluster', false],
    [
      'a worker of another one',
      { 'w.yaml': workers, 'k.yaml': kafkas(1, 'events').replaceAll('name: kafka', 'name: events') },
      'connect-cluster',
      false,
    ],
    [
      'a worker of another namespace',
      { 'w.yaml': workers, 'k.yaml': kafkas(1, 'kafka-service', 'other') },
      'connect-cluster',
      false,
    ],
    [
      'a worker of a broker of which nobody knows how many there are',
      {
        'w.yaml': workers,
        'server.properties': 'broker.id=${ID}\nadvertised.listeners=PLAINTEXT://kafka-service:9092\n',
      },
      'connect-cluster',
      false,
    ],
    [
      'a connector beside the only workers of the folder',
      {
        'k8s/c.json': connector('http://registry:8081'),
        'k8s/w.yaml': workers,
        'k8s/k.yaml': kafkas(1, 'kafka-service'),
      },
      'connector',
      true,
    ],
    [
      'a connector that connects outside',
      {
        'k8s/c.json': connector('http://registry.shop.example:8081'),
        'k8s/w.yaml': workers,
        'k8s/k.yaml': kafkas(1, 'kafka-service'),
      },
      'connector',
      false,
    ],
    [
      'a connector beside workers of several brokers',
      {
        'k8s/c.json': connector('http://registry:8081'),
        'k8s/w.yaml': workers,
        'k8s/k.yaml': kafkas(3, 'kafka-service'),
      },
      'connector',
      false,
    ],
    [
      'a connector in another folder',
      { 'c.json': connector('http://registry:8081'), 'k8s/w.yaml': workers, 'k8s/k.yaml': kafkas(1, 'kafka-service') },
      'connector',
      false,
    ],
    [
      'a connector beside two',
      {
        'k8s/c.json': connector('http://registry:8081'),
        'k8s/w.yaml': workers,
        'k8s/v.yaml': workers,
        'k8s/k.yaml': kafkas(1, 'kafka-service'),
      },
      'connector',
      false,
    ],
  ] as const)
    it(`is ${expected ? '' : 'not '}for development: ${what}`, () => assert.equal(isIt(texts, kind), expected))
})

describe('what a stack is given', () => {
  const list = '# for kafka\ntopics:\n  - name: orders\n    partitions: 3\n    replication_factor: 1\n'
  const given = (volume: string): string => broker(`    volumes:\n      - ${volume}\n`)
  for (const [what, path, stack, expected] of [
    ['a file', 'kafka/topics.yaml', given('./topics.yaml:/topics.yaml:ro'), true],
    ['a file by its parts', 'kafka/topics.yaml', given('{ type: bind, source: ./topics.yaml, target: /t.yaml }'), true],
    ['its folder', 'kafka/lists/topics.yaml', given('./lists/:/lists'), true],
    ['a file of another folder', 'topics/topics.yaml', given('../topics/topics.yaml:/topics.yaml'), true],
    ['another file', 'kafka/topics.yaml', given('./other.yaml:/topics.yaml'), false],
    ['all there is', 'kafka/topics.yaml', given('./:/work'), false],
    ['all above it', 'topics.yaml', given('../:/work'), false],
    ['a volume', 'kafka/topics.yaml', given('topics.yaml:/work'), false],
    ['nothing', 'kafka/topics.yaml', broker(), false],
    [
      'a file, and has brokers elsewhere',
      'kafka/topics.yaml',
      given('./topics.yaml:/t.yaml\n    deploy:\n      replicas: 3\n      placement:\n        constraints: [a]'),
      false,
    ],
  ] as const)
    it(`is ${expected ? '' : 'not '}for development where it is ${what}`, () =>
      assert.equal(isIt({ [path]: list, 'kafka/compose.yaml': stack }, 'topic'), expected))

  it('is not for development where it connects outside', () => {
    const stack = given('./app.properties:/app.properties')
    const from = (servers: string): boolean =>
      isIt({ 'kafka/app.properties': app(servers), 'kafka/compose.yaml': stack }, 'client')
    assert.equal(from('broker:9092'), true)
    assert.equal(from('k1.shop.example:9092'), false)
  })
})

describe('a topic that a command makes', () => {
  const make = (more: string): string => `kafka-topics --create --topic t --replication-factor 1 ${more}\n`
  for (const [what, texts, expected] of [
    ['on this machine', { 'm.sh': make('--bootstrap-server localhost:9092') }, true],
    ['elsewhere', { 'm.sh': make('--bootstrap-server k1.shop.example:9092') }, false],
    ['somewhere, beside a stack', { 'm.sh': make('--bootstrap-server $B'), 'compose.yaml': broker() }, true],
    ['somewhere, below a stack', { 'scripts/m.sh': make('--bootstrap-server $B'), 'compose.yaml': broker() }, true],
    ['somewhere, above a stack', { 'm.sh': make('--bootstrap-server $B'), 'scripts/compose.yaml': broker() }, false],
    ['somewhere, beside another file', { 'm.sh': make('--bootstrap-server $B'), 'k.yaml': kafka('c') }, false],
    ['somewhere, beside nothing', { 'm.sh': make('--bootstrap-server $B') }, false],
  ] as const)
    it(`${what} is ${expected ? '' : 'not '}for development`, () => assert.equal(isIt(texts, 'topic'), expected))
})

describe('a topic that a command makes in a container', () => {
  const stack = { 'compose.yaml': broker('    container_name: shop-kafka\n') }
  const inside = (launch: string, more = '--bootstrap-server b:9092'): Texts => ({
    'm.mk': `topics:\n\t${launch} kafka-topics --create --topic t --replication-factor 1 ${more}\n`,
  })
  for (const [what, texts, expected] of [
    ['of a stack, by its name', { ...inside('docker exec -it shop-kafka', '$MORE'), ...stack }, true],
    ['of a stack, by its service', { ...inside('docker compose -f c.yaml exec -T kafka', '$MORE'), ...stack }, true],
    ['of a stack, with options', { ...inside('podman exec -e A=1 -u root kafka', '$MORE'), ...stack }, true],
    ['of a stack, by a shell', { ...inside('docker exec kafka bash -c "/opt/bin/', '"'), ...stack }, true],
    [
      'of a stack, for a broker elsewhere',
      { ...inside('docker exec kafka', '--bootstrap-server k.shop.example:9092'), ...stack },
      false,
    ],
    ['of no stack', { ...inside('docker exec other-kafka', '$MORE'), ...stack }, false],
    ['before another command', { ...inside('docker exec kafka true;', '$MORE'), ...stack }, false],
    [
      'of a stack, by rpk',
      {
        'm.sh': 'docker exec shop-kafka \\\n  rpk topic create t -p 1 -r 1\n',
        'kafka/compose.yaml': stack['compose.yaml'],
      },
      true,
    ],
    [
      'of a stack, by the default of a variable',
      {
        'm.sh': 'docker exec ${KAFKA:-shop-kafka} rpk topic create t -r 1\n',
        'kafka/compose.yaml': stack['compose.yaml'],
      },
      true,
    ],
  ] as const)
    it(`${what} is ${expected ? '' : 'not '}for development`, () => assert.equal(isIt(texts, 'topic'), expected))
})

describe('what runs in Kubernetes', () => {
  const client = (servers: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          env:\n            - name: KAFKA_BOOTSTRAP_SERVERS\n              value: ${servers}\n`
  it('does not reach the brokers of a stack of Compose', () =>
    assert.equal(isIt({ 'app.yaml': client('kafka:9092'), 'compose.yaml': broker() }, 'client'), false))
  it('reaches those of Kubernetes', () =>
    assert.equal(
      isIt({ 'app.yaml': client('c-kafka-bootstrap:9092'), 'k.yaml': kafka('c'), 'p.yaml': pool('p', 1) }, 'client'),
      true,
    ))

  const inSpace = (text: string, space: string): string =>
    text.replace('metadata:\n', `metadata:\n  namespace: ${space}\n`)
  const one = { 'k/k.yaml': `${inSpace(kafka('c'), 'a')}---\n${inSpace(pool('p', 1), 'a')}` }
  for (const [what, texts, expected] of [
    ['one broker', { 'k/t.yaml': inSpace(topic('t', 'other'), 'a'), ...one }, true],
    ['one broker above it', { 'k/topics/t.yaml': inSpace(topic('t', 'other'), 'a'), ...one }, true],
    ['one broker of another namespace', { 'k/t.yaml': inSpace(topic('t', 'other'), 'b'), ...one }, false],
    ['one broker, and is called production', { 'k/t.yaml': inSpace(topic('t', 'kafka-prod'), 'a'), ...one }, false],
    ['two clusters', { 'k/t.yaml': inSpace(topic('t', 'other'), 'a'), ...one, 'k/l.yaml': kafka('d') }, false],
    ['three brokers', { 'k/t.yaml': topic('t', 'other'), 'k/k.yaml': kafka('c'), 'k/p.yaml': pool('p', 3) }, false],
  ] as const)
    it(`is ${expected ? '' : 'not '}for development where its cluster is in no file, and beside it is ${what}`, () =>
      assert.equal(isIt(texts, 'topic'), expected))
})

describe('what names say', () => {
  const told = (texts: Texts, kind: Kind): readonly boolean[] => {
    const { db, the } = ask(texts)
    const entity = the(Object.keys(texts)[0] ?? '', kind)
    return [foldsDurability(db, entity), folds(db, entity)]
  }
  const inSpace = (space: string, cluster: string): string =>
    topic('t', cluster).replace('metadata:\n', `metadata:\n  namespace: ${space}\n`)
  const msk = (name: string): Texts => ({
    'm.tf': `resource "aws_msk_cluster" "m" {\n  cluster_name = "${name}"\n  number_of_broker_nodes = 2\n}\n`,
  })
  for (const [what, texts, kind, expected] of [
    ['a namespace', { 't.yaml': inSpace('orders-dev', 'c') }, 'topic', [true, true]],
    ['a cluster that is in no file', { 't.yaml': topic('t', 'kafka-lab') }, 'topic', [true, true]],
    ['a cluster, in a namespace of production', { 't.yaml': inSpace('orders-prod', 'dev') }, 'topic', [false, false]],
    ['a namespace, of a cluster of production', { 't.yaml': inSpace('orders-dev', 'prod') }, 'topic', [false, false]],
    ['nothing', { 't.yaml': inSpace('orders', 'lab-results') }, 'topic', [false, false]],
    ['an address', { 'a.properties': app('kafka-lab-kafka-bootstrap:9092') }, 'client', [true, true]],
    ['a cluster of a cloud', msk('orders-dev'), 'cluster', [true, false]],
    ['nothing, of a cloud', msk('orders-live'), 'cluster', [false, false]],
  ] as const)
    it(`tells of durability and transport what ${what} says`, () => assert.deepEqual(told(texts, kind), expected))
})

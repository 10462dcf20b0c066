/** What somebody may put into a repository to hang, break or mislead whoever reviews it. */
export interface Hostile {
  readonly files: Readonly<Record<string, string>>
  /** The codes of what has to be found all the same, sorted; those of hints left out. */
  readonly codes: readonly string[]
  /** A problem that has to be told. */
  readonly problem?: RegExp
  readonly status?: number
}

const topic = (name = 'orders', replicas = 1): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${replicas}\n`
const user = (group: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: u\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: group, name: ${group}, patternType: literal }\n        operations: [Read]\n`

/** Aliases that stand for nine times as much with each line. */
export const aliasBomb = (open: string, close: string, key: (index: number) => string): string =>
  [...'abcdefghi']
    .map((name, line) => {
      const of = line === 0 ? 'x' : `*${'abcdefghi'[line - 1]}`
      const items = Array.from({ length: 9 }, (_, i) => `${key(i)}${of}`).join(', ')
      return `${name}: &${name} ${open}${items}${close}\n`
    })
    .join('')
const kustomization = (text: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${text}`
const stack = (template: string): string =>
  `Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ${template}, Parameters: { X: AWS::MSK::Cluster } }\n`
const numbered = (count: number, file: (index: number) => readonly [string, string]): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)))
const lists = aliasBomb('[', ']', () => '')
const maps = aliasBomb('{', '}', i => `k${i}: `)
const repeated = /aliases repeat more than a review follows/

/** All of them, by what they try. */
export const hostile: Readonly<Record<string, Hostile>> = {
  'types named like members of every object, in Avro IDL': {
    files: {
      'p.avdl': ['constructor', 'toString', 'hasOwnProperty', '__proto__']
        .map(type => `protocol P {\n  record R {\n    ${type} x;\n    string email;\n  }\n}\n`)
        .join(''),
      't.yaml': topic(),
    },
    codes: ['KR101', 'KR101', 'KR101', 'KR101', 'KR301', 'KR801'],
  },
  'resources named like members of every object': {
    files: {
      'main.tf': ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__']
        .map(type => `resource "${type}" "t" {\n  kafka = 1\n}\n`)
        .join(''),
      't.yaml': topic(),
    },
    codes: ['KR301'],
  },
  'widths that fill all memory': {
    files: {
      'main.tf':
        'resource "kafka_topic" "t" {\n  name = format("%999999999s", "x")\n  replication_factor = 1\n  partitions = 1\n}\n',
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR301'],
  },
  'texts that grow tenfold with every line': {
    files: {
      'main.tf': `locals {\n  a0 = "xxxxxxxxxx"\n${Array.from({ length: 20 }, (_, i) => `  a${i + 1} = replace(local.a${i}, "x", "xxxxxxxxxx")\n`).join('')}}\nresource "kafka_topic" "t" {\n  name = local.a20\n  replication_factor = 1\n  partitions = 1\n}\n`,
    },
    codes: ['KR301'],
  },
  'aliases in what an application is configured by': {
    files: { 'application.yaml': `${maps}kafka:\n  acks: 0\n  bootstrap.servers: a:9092\n`, 't.yaml': topic() },
    codes: ['KR301', 'KR308', 'KR502'],
    problem: repeated,
  },
  'aliases around blocks of properties': {
    files: { 'x.yaml': `x: "bootstrap.servers"\n${lists}`, 't.yaml': topic() },
    codes: ['KR301'],
    problem: repeated,
  },
  'aliases around schemas': {
    files: { 'x.yaml': `schema.string: x\n${lists}`, 't.yaml': topic() },
    codes: ['KR301'],
    problem: repeated,
  },
  'aliases around resources, and behind them': {
    files: { 'x.yaml': `${topic()}${lists}---\n${topic('others')}${maps}` },
    codes: ['KR301', 'KR301'],
    problem: repeated,
  },
  'merge keys of merge keys': {
    files: {
      'x.yaml': `${topic()}${[...'abcdefghij'].map((name, line) => `${name}: &${name} { ${line === 0 ? '' : `<<: [*${'abcdefghij'[line - 1]}, *${'abcdefghij'[line - 1]}], `}k${line}: { a: *a } }\n`).join('')}`,
    },
    codes: ['KR301'],
  },
  'a large text that a thousand aliases repeat': {
    files: {
      'x.yaml': `a: &a |\n  bootstrap.servers=b:9092\n${'  # padding padding padding\n'.repeat(1000)}all: [${Array(1000).fill('*a').join(', ')}]\n`,
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR502'],
    problem: repeated,
  },
  'anchors a hundred levels deep, inside of each other': {
    files: {
      'x.yaml': `${topic()}${[...'abcdefgh'].map((name, line) => `${name}: &${name} ${'['.repeat(100)}${line === 0 ? 'x' : `*${'abcdefgh'[line - 1]}`}${']'.repeat(100)}\n`).join('')}`,
    },
    codes: ['KR301'],
    problem: /nested deeper than 200 levels/,
  },
  'an empty glob': {
    files: { '.kafka-review.yaml': 'version: 1\nrules:\n  KR301: { level: off, paths: [""] }\n', 't.yaml': topic() },
    codes: ['KR301', 'KR902'],
  },
  'a glob longer than any path': {
    files: {
      '.kafka-review.yaml': `version: 1\nignore:\n  - { path: "${'a'.repeat(70_000)}", code: KR301, reason: x }\n`,
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR902'],
  },
  'globs that take exponential time': {
    files: {
      '.kafka-review.yaml': `version: 1\nignore:\n  - { path: "${'**/'.repeat(8)}*a*a*a*a*a*a*b", code: KR301, reason: x }\n  - { path: "**/*a*a*a*a*a*a*a*a*a*a*a*a*b", code: KR301, reason: x }\n`,
      [`d/${'a'.repeat(60)}.yaml`]: topic(),
    },
    codes: ['KR301'],
  },
  'a pattern of topics that takes exponential time': {
    files: {
      'mm2.yaml':
        'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nmetadata:\n  name: m\nspec:\n  target: { alias: dr, bootstrapServers: "dr:9092" }\n  mirrors:\n    - source: { alias: shop, bootstrapServers: "shop-kafka-bootstrap:9092" }\n      topicsPattern: "(a+)+$"\n',
      't.yaml': topic(`${'a'.repeat(50)}!`),
    },
    codes: ['KR301', 'KR310', 'KR502', 'KR502', 'KR702', 'KR705'],
  },
  'patterns of groups that take exponential time': {
    files: {
      '.kafka-review.yaml': 'version: 1\ngroups:\n  allowed: "^((a+))+$"\n',
      'u.yaml': user(`${'a'.repeat(36)}-payment`),
      'b/.kafka-review.yaml': 'version: 1\ngroups:\n  allowed: "(a|aa)+"\n',
      'b/u.yaml': user(`${'a'.repeat(60)}-payment`),
    },
    codes: ['KR201'],
  },
  'line ends of three kinds in the configuration': {
    files: {
      '.kafka-review.yaml': '\r\r\nversion: 1\r\r\nrules:\r\r\n  KR202: off\r\r\n',
      't.yaml': topic(),
    },
    codes: ['KR301'],
  },
  'kustomizations that name each other, themselves and what lies elsewhere': {
    files: {
      'a/kustomization.yaml': kustomization(
        'resources: [., ../a, ../b, t.yaml, ./t.yaml, ../../../../../../../../etc, /etc/passwd]\npatches:\n  - path: ../../../../../../../etc/passwd\n',
      ),
      'b/kustomization.yaml': kustomization('resources: [../a]\ncomponents: [../b]\nnamePrefix: __proto__\n'),
      'a/t.yaml': topic(),
      'c/t.yaml': topic('__proto__'),
    },
    codes: ['KR301', 'KR301'],
  },
  'kustomizations that double what they start from': {
    files: {
      'k0/t.yaml': topic(),
      'k0/kustomization.yaml': kustomization('resources: [t.yaml]\n'),
      ...numbered(24, i => [`k${i + 1}/kustomization.yaml`, kustomization(`resources: [../k${i}, ../l${i}]\n`)]),
      ...numbered(24, i => [`l${i}/kustomization.yaml`, kustomization(`nameSuffix: -b\nresources: [../k${i}]\n`)]),
    },
    codes: ['KR301'],
  },
  'patches that write into prototypes, copy what holds them, and are many': {
    files: {
      'a/kustomization.yaml': kustomization(
        `resources: [t.yaml]\npatches:\n  - target: { kind: KafkaTopic }\n    patch: |-\n      - { op: add, path: /__proto__/polluted, value: y }\n      - { op: add, path: /spec/99999999, value: y }\n${Array.from({ length: 40 }, (_, i) => `      - { op: copy, from: /spec, path: /spec/x${i} }\n`).join('')}${'  - target: { kind: KafkaTopic, name: "(a+)+$|__proto__" }\n    patch: "[{ op: remove, path: /spec }]"\n'.repeat(300)}`,
      ),
      'a/t.yaml': Array.from({ length: 50 }, (_, i) => topic(`${'a'.repeat(40)}${i}`)).join('---\n'),
    },
    codes: Array(50).fill('KR301'),
  },
  'modules that call each other, themselves and what lies elsewhere': {
    files: {
      'a/main.tf': `${['../b', './', '../a', '../../../../../../../../../etc', '/etc', 'git::https://example.invalid/x.git'].map((source, i) => `module "m${i}" {\n  source = "${source}"\n  kafka = 1\n}\n`).join('')}resource "kafka_topic" "t" {\n  name = file("../../../../../../../../../etc/passwd")\n  replication_factor = 1\n  partitions = 1\n}\n`,
      'b/main.tf': 'module "a" {\n  source = "../a"\n  kafka = 1\n}\n',
    },
    codes: ['KR301'],
  },
  'stacks that nest each other, and double': {
    files: {
      'a.yaml': `Resources:\n  S:\n    ${stack('b.yaml')}`,
      'b.yaml': `Resources:\n  S:\n    ${stack('a.yaml')}  T:\n    ${stack('b.yaml')}`,
      ...numbered(25, i => [
        `s${i + 1}.yaml`,
        `Resources:\n  A:\n    ${stack(`s${i}.yaml`)}  B:\n    ${stack(`s${i}.yaml`)}`,
      ]),
      's0.yaml': 'Resources:\n  C:\n    Type: AWS::MSK::Cluster\n    Properties: { NumberOfBrokerNodes: 1 }\n',
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR503', 'KR508', 'KR509'],
  },
  'files of variables that are devices, elsewhere, and themselves': {
    files: {
      'docker-compose.yaml':
        'services:\n  a:\n    image: x\n    env_file: [docker-compose.yaml, ../../../../../../etc/passwd, /dev/zero, .env]\n    environment: { KAFKA_BROKERS: "x:9092" }\n',
      '.env': 'KAFKA_BROKERS=${KAFKA_BROKERS}\n',
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR502'],
  },
  'blanks without end in a variable': {
    files: { '.env': `KAFKA_BROKERS=x:9092\nKAFKA_NOTE=x${' '.repeat(200_000)}y\n`, 't.yaml': topic() },
    codes: ['KR301', 'KR502'],
  },
  'tables and keys without end, in TOML': {
    files: {
      'vector.toml': `[sinks.k]\ntype = "kafka"\nbootstrap_servers = "x.example.com:9092"\n${'a.'.repeat(30_000)}a = 1\n${Array.from({ length: 100_000 }, (_, i) => `[t${i}]\n`).join('')}`,
      't.yaml': topic(),
    },
    codes: ['KR301', 'KR502'],
  },
  'a message of Protobuf with fields without end': {
    files: {
      'm.proto': `syntax = "proto3";\nmessage M {\n${Array.from({ length: 12_000 }, (_, i) => `  string f${i} = ${i + 1};\n`).join('')}}\n`,
      't.yaml': topic(),
    },
    codes: ['KR301'],
  },
  'comments without end that silence': {
    files: { 't.yaml': '# kafka-review-ignore KR302 -- x\n'.repeat(10_000) + topic() },
    codes: ['KR301', ...Array.from({ length: 10_000 }, () => 'KR903')],
  },
}

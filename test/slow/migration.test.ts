import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Migration } from '../../server/src/migration/migrate.ts'
import { assertSilent, assertValid, move, resourcesIn } from '../support/migration.ts'

/** A cluster on MSK with what belongs to it, as files, and what is in it. */
interface Estate {
  readonly texts: Readonly<Record<string, string>>
  readonly topics: readonly string[]
  readonly groups: readonly string[]
  readonly rights: readonly string[]
  readonly connectors: readonly string[]
  readonly schemas: readonly string[]
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCZ0129._-'.split('')
const name = (prefix: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }).map(text => `${prefix}${text}x`)
const names = (prefix: string, most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(name(prefix), { maxLength: most })

const topicConfig = fc.dictionary(
  fc.constantFrom(
    'retention.ms',
    'cleanup.policy',
    'min.insync.replicas',
    'remote.storage.enable',
    'message.format.version',
  ),
  fc.constantFrom('-1', '1', '2', '604800000', 'compact', 'delete', 'true'),
)

const region = fc.constantFrom('eu-central-1', 'us-east-1', 'ap-south-1', 'eu-west-2')
const authentication = fc.constantFrom(
  'sasl {\n scram = true\n }',
  'sasl {\n iam = true\n }',
  'tls {\n certificate_authority_arns = ["arn:aws:acm-pca:eu-central-1:1:ca/1"]\n }',
  'unauthenticated = true',
  'sasl {\n scram = var.scram\n }',
)

/** Estates: declared and printed topics, access lists with names and patterns, policies, connectors, schemas. */
const estates: fc.Arbitrary<Estate> = fc
  .record({
    region,
    authentication,
    topics: names('t', 6),
    printed: names('p', 4),
    configs: fc.array(topicConfig, { minLength: 6, maxLength: 6 }),
    factor: fc.constantFrom(1, 2, 3, 5),
    groups: names('g', 4),
    revealing: fc.constantFrom('', 'health-records-processor', 'credit-scoring,engine'),
    connectors: fc.uniqueArray(
      fc.record({
        name: name('c'),
        class: fc.constantFrom(
          'io.confluent.connect.s3.S3SinkConnector',
          'io.confluent.connect.jdbc.JdbcSinkConnector',
          'io.debezium.connector.mysql.MySqlConnector',
          'com.example.Unheard',
        ),
        region,
        secret: fc.constantFrom('Birke-4471-x', '$${file:/opt/s.properties:k}', ''),
      }),
      { maxLength: 4, selector: ({ name: of }) => of },
    ),
    schemas: names('s', 3),
    principals: fc.uniqueArray(fc.constantFrom('User:svc-a', 'User:CN=line-7,OU=Works', 'User:*', 'User:Svc_B'), {
      minLength: 1,
      maxLength: 4,
    }),
    operation: fc.constantFrom('READ', 'WRITE', 'DESCRIBE_CONFIGS', 'ALL'),
    deny: fc.boolean(),
  })
  .map(made => {
    const all = [...made.topics, ...made.printed]
    const groups = [...made.groups, ...(made.revealing === '' ? [] : [made.revealing])]
    const terraform = [
      `provider "aws" {\n region = "${made.region}"\n}`,
      `variable "scram" {}`,
      `resource "aws_msk_cluster" "m" {\n cluster_name = "m"\n kafka_version = "3.8.x"\n number_of_broker_nodes = 3\n broker_node_group_info {\n instance_type = "kafka.m7g.large"\n client_subnets = ["a", "b", "c"]\n }\n client_authentication {\n ${made.authentication}\n }\n encryption_info {\n encryption_in_transit {\n client_broker = "TLS"\n }\n }\n}`,
      ...made.topics.map(
        (topic, index) =>
          `resource "aws_msk_topic" "t${index}" {\n cluster_arn = aws_msk_cluster.m.arn\n name = "${topic}"\n partition_count = ${index + 1}\n replication_factor = ${made.factor}\n configs = jsonencode(${hcl(made.configs[index] ?? {})})\n}`,
      ),
      ...made.connectors.map(
        (one, index) =>
          `resource "aws_mskconnect_connector" "c${index}" {\n name = "${one.name}"\n connector_configuration = {\n "connector.class" = "${one.class}"\n "topics" = "${all[index] ?? 'tnone'}"\n "s3.region" = "${one.region}"\n "connection.url" = "jdbc:postgresql://db.c1.${one.region}.rds.amazonaws.com:5432/x"\n "connection.password" = "${one.secret}"\n }\n kafka_cluster {\n apache_kafka_cluster {\n bootstrap_servers = aws_msk_cluster.m.bootstrap_brokers\n }\n }\n}`,
      ),
      ...made.schemas.map(
        (schema, index) =>
          `resource "aws_glue_schema" "s${index}" {\n schema_name = "${schema}-value"\n data_format = "AVRO"\n schema_definition = file("x.avsc")\n}`,
      ),
    ]
    const prints = [
      ...made.printed.map(
        topic => `Topic: ${topic}\tPartitionCount: 3\tReplicationFactor: 3\tConfigs: retention.ms=1000`,
      ),
      ...all
        .slice(0, 3)
        .map(
          topic =>
            `Current ACLs for resource \`ResourcePattern(resourceType=TOPIC, name=${topic}, patternType=LITERAL)\`: \n${made.principals
              .map(
                of =>
                  ` \t(principal=${of}, host=*, operation=${made.operation}, permissionType=${made.deny ? 'DENY' : 'ALLOW'})`,
              )
              .join('\n')}\n`,
        ),
      'GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG',
      ...groups.map(group => `${group} t 0 1 1 0`),
    ]
    return {
      texts: { 'main.tf': `${terraform.join('\n')}\n`, 'prints/running.txt': `${prints.join('\n')}\n` },
      topics: [...all, ...made.connectors.map((_, index) => all[index] ?? 'tnone')],
      groups,
      rights: all.slice(0, 3).flatMap(topic => made.principals.map(principal => `${principal} ${topic}`)),
      connectors: made.connectors.map(one => one.name),
      schemas: made.schemas.map(schema => `${schema}-value`),
    }
  })

const hcl = (config: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(config)
    .map(([key, value]) => `"${key}" = "${value}"`)
    .join(', ')} }`

/** How often a name is asked about. */
const askedAbout = ({ questions }: Migration, part: string): number =>
  questions.filter(({ ask }) => Object.values(ask.data).some(value => value === part)).length

/** A resource, as far as it is looked at. */
interface Written {
  readonly metadata: { readonly name: string }
  readonly spec: Readonly<Record<string, unknown>>
}

/** What is generated of a kind. */
const ofKind = (migration: Migration, kind: string): Written[] =>
  resourcesIn(migration).filter(one => one.kind === kind) as unknown as Written[]

/** Holds that something is generated once, or asked about. */
function once(migration: Migration, generated: readonly string[], of: string, about = of): void {
  const count = generated.filter(one => one === of).length
  if (count === 0) assert.ok(askedAbout(migration, about) > 0, `${of} is neither generated nor asked about`)
  else assert.equal(count, 1, of)
}

const topicsIn = (migration: Migration): string[] =>
  ofKind(migration, 'KafkaTopic').map(({ metadata, spec }) => String(spec.topicName ?? metadata.name))

/** What the mirror lists under a key. */
function listedIn(migration: Migration, key: string): string[] {
  const [mirror] = ofKind(migration, 'KafkaMirrorMaker2')
  const [flow] = (mirror?.spec.mirrors ?? []) as readonly Readonly<Record<string, string>>[]
  return (flow?.[key] ?? '').split(',').map(pattern => pattern.replaceAll(/\\(.)/g, '$1'))
}

const grantedIn = (migration: Migration): string[] =>
  ofKind(migration, 'KafkaUser').flatMap(({ metadata, spec }) =>
    (
      spec.authorization as {
        readonly acls: readonly { readonly resource: { readonly type: string; readonly name: string } }[]
      }
    ).acls.map(({ resource }) => `${metadata.name} ${resource.type} ${resource.name}`),
  )

const subjectsIn = ({ files }: Migration): string[] =>
  (files.get('schemas.jsonl') ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { readonly subject: string }).subject)

/** Holds that each right is granted once, to whoever its principal is now. */
function assertRights(migration: Migration, { rights }: Estate): void {
  const users = new Map(migration.plan.users.map(({ was, name: is }) => [was, is]))
  const granted = grantedIn(migration)
  for (const right of rights) {
    const [, principal = '', topic = ''] = /^(.*) (\S+)$/.exec(right) ?? []
    once(migration, granted, `${users.get(principal) ?? '?'} topic ${topic}`, topic)
  }
}

function assertConnectors(migration: Migration, { connectors }: Estate): void {
  const generated = ofKind(migration, 'KafkaConnector').map(({ metadata }) => metadata.name)
  const named = new Map(migration.plan.connectors.map(({ name: was, resource }) => [was, resource]))
  for (const connector of connectors) once(migration, generated, named.get(connector) ?? connector, connector)
}

function assertCopied(migration: Migration, { topics, groups }: Estate): void {
  for (const topic of topics) once(migration, topicsIn(migration), topic)
  if (topics.length === 0) return
  for (const topic of topics) once(migration, listedIn(migration, 'topicsPattern'), topic)
  for (const group of groups) once(migration, listedIn(migration, 'groupsPattern'), group)
}

describe('whatever a cluster holds', () => {
  it('every topic, right, group, connector and schema is generated once, or asked about; and nothing is to be said of it', async () => {
    await fc.assert(
      fc.asyncProperty(estates, async estate => {
        const migration = await move(estate.texts)
        assertValid(migration)
        assertSilent(migration)
        assertCopied(migration, estate)
        assertConnectors(migration, estate)
        assertRights(migration, estate)
        for (const schema of estate.schemas) once(migration, subjectsIn(migration), schema)
      }),
      { numRuns: 50, ...(process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }) },
    )
  }).timeout(120_000)
})

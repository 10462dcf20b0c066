import type { Entity } from '../model/entities.ts'
import type { SyntaxName } from '../syntax/syntaxes.ts'
import { isValuesOfChart } from '../text/chart-paths.ts'
import { remembering } from '../text/remembering.ts'
import { baseName } from '../text/uri.ts'
import { readApplication } from '../formats/application/read.ts'
import { openRoles } from '../formats/ansible/group.ts'
import { readAnsible } from '../formats/ansible/read.ts'
import { readApicurio } from '../formats/apicurio.ts'
import { readAvro } from '../formats/avro.ts'
import { readBlocksFile } from '../formats/blocks.ts'
import { mayBeChart, readBitnami } from '../formats/bitnami.ts'
import { readCommand, readCommandsIn, readKeystoreCommand } from '../formats/commands.ts'
import { readConfiguration } from '../formats/configuration.ts'
import { readConnectors, readConnectorsBeside } from '../formats/connector-json.ts'
import type { AloneFormat, Format, Group } from '../formats/format.ts'
import { down, inside, isThere } from '../formats/cursor.ts'
import type { Cursor, Lies, Lying } from '../formats/position.ts'
import { mayEmbed, readEmbedded } from '../formats/embedded.ts'
import type { Elsewhere } from '../formats/environment/containers.ts'
import { readDockerfileStage } from '../formats/environment/dockerfile.ts'
import { openEnvironments } from '../formats/environment/group.ts'
import { readPrograms } from '../formats/environment/hcl.ts'
import { readDotenv, readEnvironments } from '../formats/environment/read.ts'
import { mayBeOfEvent } from '../formats/event-schema.ts'
import { mayLetIn, readEntrances } from '../formats/entrances.ts'
import { readPolicyFile } from '../formats/iam-policy.ts'
import { mayGiveToKafka, readHelmRelease } from '../formats/helm-release.ts'
import { readArchive } from '../formats/installed.ts'
import { mayScale, readKeda } from '../formats/keda.ts'
import { readConsoles } from '../formats/chart/consoles.ts'
import { objectsIn } from '../formats/kubernetes-resource.ts'
import { readable } from '../formats/completeness.ts'
import { readStream } from '../formats/ksql.ts'
import { readNats } from '../formats/nats/read.ts'
import { readNatsServer } from '../formats/nats/server.ts'
import { readEmbeddedSchemas } from '../formats/embedded-schema.ts'
import { mayBeOfTopic, readJsonSchemaFile } from '../formats/json-schema.ts'
import { claimsOperator, mayDeclare, readOperators } from '../formats/operators/read.ts'
import { maySupport, readSupport } from '../formats/support.ts'
import { readTopology } from '../formats/operators/topology.ts'
import { readPrinted } from '../formats/print.ts'
import { readPropertiesFile, readPropertiesText } from '../formats/properties/read.ts'
import { readRedpanda } from '../formats/redpanda/read.ts'
import { readProtobuf } from '../formats/protobuf.ts'
import { readStrimzi } from '../formats/strimzi/read.ts'
import { mayHoldSpec, readStrimziValues } from '../formats/strimzi/values.ts'
import { isAwsPrint, readAwsPrint } from '../cloudformation/aws-print.ts'
import { openNestedStacks } from '../cloudformation/group.ts'
import { readProvided } from '../cloudformation/elsewhere.ts'
import { isTemplate, readCloudFormation } from '../cloudformation/read.ts'
import { openKustomize } from '../kustomize/group.ts'
import { openTerraformGroup } from '../terraform/group.ts'

/** What a file of Terraform says that concerns us; the files beside one that does are read too. */
const terraformMarks: readonly string[] = [
  'kafka',
  'KAFKA',
  'connector.class',
  'msk',
  'aws_glue_schema',
  'aws_glue_registry',
  'confluent_',
  'strimzi',
  'redpanda_',
  'warpstream_',
]

/** What a template of CloudFormation or SAM says that concerns us. */
const cloudFormationMarks: readonly string[] = [
  'AWS::MSK::',
  'AWS::KafkaConnect::',
  'AWS::Glue::Schema',
  'kafka-cluster:',
  'KafkaEventSourceConfig',
  'SelfManagedKafka',
  'ManagedStreamingKafka',
  'MSKSourceConfiguration',
  'Type: MSK',
  '"Type": "MSK"',
  'KAFKA_',
  'BOOTSTRAP_SERVERS',
]

/** Files of Kustomize; the objects that they change are read as the formats of their own kind read them. */
const openKustomizeGroup = (lying: Lies): Group =>
  openKustomize((root, source) => readWith(ofYaml(root.document, source), root).filter(isEntity), lying)

/** The formats that a document of YAML can be of, whatever its file is called. */
const ofYaml = (at: Lying, source: string): AloneFormat[] =>
  formats.filter(
    (format): format is AloneFormat =>
      'read' in format && format.endings.includes('.yaml') && holds(at, source, format),
  )

const isEntity = (one: ReturnType<AloneFormat['read']>[number]): one is Entity => one.kind !== 'configuration'

/** Whether all that a text sets is in capitals, as variables are. */
const isOfVariables = (text: string): boolean => {
  const names = [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=/gm)].map(([, name = '']) => name)
  return names.length > 0 && names.every(name => /^[A-Z_][A-Z0-9_]*$/.test(name))
}

/** Reads a file that stands in a script as the formats of its own kind would. */
const readFileInScript = (root: Cursor, title = baseName(root.document.file)): readonly Entity[] => {
  const file = down(root, 'file')
  if (file.tree?.kind !== 'scalar') return []
  if (isOfVariables(file.tree.text)) return inside(file, 'properties').flatMap(readDotenv)
  if (!/^apiVersion:/m.test(file.tree.text))
    return inside(file, 'properties').flatMap(inner => readPropertiesText(inner, title))
  return inside(file, 'yaml').flatMap(inner =>
    readWith(ofYaml(root.document, inner.document.source), inner).filter(isEntity),
  )
}

/** Reads a script that stands in another document, under the name of what it sets up. */
const readScript = (script: Cursor, title: string): readonly Entity[] =>
  inside(script, 'script').flatMap(root =>
    ofScripts()
      .filter(format => holds(root.document, root.document.source, format))
      .flatMap(({ name, read }) => {
        if (name === 'file-in-script') return readFileInScript(root, title)
        return name === 'archive-in-script' ? readArchive(root, title) : read(root).filter(isEntity)
      }),
  )

/** Reads an object of Kubernetes that stands in another language as the formats of YAML would. */
const readObject = (object: Cursor, variables: Elsewhere): readonly Entity[] =>
  readWith(
    formats.flatMap(format => (format.endings.includes('.yaml') ? withVariablesOf(format, variables) : [])),
    object,
  ).filter(isEntity)

/** The formats of scripts. */
const ofScripts = (): readonly AloneFormat[] => aloneIn(formatsOf('script.sh'))

/** The modules of Terraform, with the scripts in them. */
const openModules = (lying: Lies): Group => openTerraformGroup(lying, { readScript, readObject })

/** Files of which one gives variables to the programs of another. */
const openEnvironmentGroup = (lying: Lies): Group =>
  openEnvironments(
    (root, source, variables) =>
      readWith(
        formatsOf(root.document.file).flatMap(format => withVariables(format, root.document, source, variables)),
        root,
      ).filter(isEntity),
    {
      marked: (file, text) => mayBeOne(lying(file), text, aloneIn(formatsOf(file)), isMarked),
      ours: (file, text) => mayBeOne(lying(file), text, aloneIn(formatsOf(file)), holds),
    },
    lying,
  )

/** Roles of Ansible, their templates and tasks read as the formats of their files would. */
const openAnsibleRoles = (lying: Lies): Group =>
  openRoles(
    (root, source) =>
      readWith(
        aloneIn(formatsOf(root.document.file)).filter(format => isMarked(root.document, source, format)),
        root,
      ).filter(isEntity),
    (file, text) => mayBeOne(lying(file), text, aloneIn(formatsOf(file)), isMarked),
    lying,
  )

/** A format of a document that gets variables of other files; nothing where it reads those that belong to somebody else. */
function withVariables(format: Format, at: Lying, source: string, variables: Elsewhere | 'left out'): AloneFormat[] {
  if (!('read' in format)) return []
  // What is filled in may say more than the template.
  const mayBe = source.includes('{{') ? isMarked : holds
  if (format.name !== 'environment' && format.name !== 'dotenv') return mayBe(at, source, format) ? [format] : []
  return variables === 'left out' ? [] : withVariablesOf(format, variables)
}

const withVariablesOf = (format: Format, variables: Elsewhere): AloneFormat[] => {
  if (!('read' in format)) return []
  return format.name === 'environment' ? [{ ...format, read: root => readEnvironments(root, variables) }] : [format]
}

/** Folders that hold what others have made. */
export const foreignFolders: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  '.terraform',
  'bower_components',
  'site-packages',
])

/** Words of which a text of properties that concerns Kafka holds one. */
const propertyMarks = [
  'bootstrap.servers',
  'security.protocol',
  'sasl.jaas.config',
  'connector.class',
  'debezium.source.',
  'offset.storage',
  'broker.id',
  'node.id',
  'process.roles',
  'log.dirs',
  'log.retention.',
  'replication.factor',
  'zookeeper.connect',
  'elasticstream.enable',
  'advertised.listeners',
]

/** Words of which variables that concern Kafka hold one. */
const variableMarks = [
  'KAFKA',
  'kafka_',
  'kafka.',
  '--kafka-',
  'CONNECT_',
  'DEBEZIUM_SOURCE_',
  'CONFIG_STORAGE_TOPIC',
  'SCHEMA_REGISTRY',
  'CONTROL_CENTER_',
  'KSQL_KSQL_',
  'BOOTSTRAP_SERVERS',
  'BOOTSTRAP_URI',
  'SECURITY_PROTOCOL',
  'MP_MESSAGING_',
  'SPRING_CLOUD_STREAM_',
  '/redpanda',
  '/kafka:',
  '/cp-kafka:',
]

/** Files of variables that tell behind `.env` for what or whom they are: `.env.local`, `.env.kafka`, `broker.env.example`, `.env.staging.example`. */
const dotenv = /\.env\.[\w-]+(?:\.(?:example|sample|template|dist|local))?$/
/** Images that have several files tell behind the name which one it is: `Dockerfile.connect`. */
const dockerfile = /^(?:Dockerfile|Containerfile)\.[\w-]+$/

/** Words of which the configuration of an application with Kafka, or the values of its chart, holds one. */
const applicationMarks = ['kafka', 'Kafka', 'mp.messaging', 'messaging:', 'bootstrapServers', 'schemaRegistry']

/** Commands of Kafka's own tools that declare something. */
const commandMarks: readonly string[] = [
  'kafka-topics',
  'kafka-acls',
  'kafka-configs',
  'kafka-consumer-groups',
  'kafka-console-',
  'kafka-server-start',
  'rpk topic create',
]

/** Variables of Kafka that a command gives to a container. */
const startedMarks: readonly string[] = [
  '-e KAFKA_',
  '-e "KAFKA_',
  "-e 'KAFKA_",
  '--env KAFKA_',
  '--env=KAFKA_',
  '-e CONNECT_',
]

/** What a script that makes connectors holds. */
const connectorMarks = ['"connector.class"', "'connector.class'"]

/** All formats; formats that share an ending share a syntax, and each reads the documents that hold its marks. */
export const formats: readonly Format[] = [
  {
    name: 'configuration',
    syntax: 'yaml',
    endings: ['/.kafka-review.yaml'],
    languages: [],
    marks: [],
    comments: ['#'],
    read: root => [readConfiguration(root)],
  },
  {
    name: 'strimzi',
    syntax: 'yaml',
    // A template may be named for nothing else.
    endings: ['.yaml', '.yml', '.j2'],
    languages: ['yaml', 'helm'],
    marks: ['kafka.strimzi.io/'],
    comments: ['#'],
    read: readStrimzi,
  },
  {
    name: 'strimzi-values',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [
      'entityOperator:',
      'type: internal',
      'type: loadbalancer',
      'type: nodeport',
      'type: route',
      'type: ingress',
    ],
    comments: ['#'],
    mayHold: (_, text) => mayHoldSpec(text),
    read: readStrimziValues,
  },
  {
    name: 'application',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'spring-boot-properties-yaml'],
    marks: applicationMarks,
    comments: ['#'],
    read: readApplication,
  },
  {
    name: 'redpanda',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [
      'cluster.redpanda.com/',
      'default_topic_replications',
      'kafka_api:',
      'auto_create_topics_enabled',
      'schemaRegistry:',
      'redpanda',
    ],
    comments: ['#'],
    read: readRedpanda,
  },
  {
    name: 'consoles',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml'],
    marks: ['kafka-ui', 'kafbat-ui', 'akhq', 'kafdrop', 'kowl', 'redpanda', 'kafka-manager', 'cmak', 'control-center'],
    comments: ['#'],
    read: root => readConsoles(root),
  },
  {
    name: 'bitnami',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml'],
    marks: [
      'overrideConfiguration',
      'interbroker:',
      'interBroker:',
      'offsetsTopicReplicationFactor',
      'kafka:',
      'clientProtocol:',
      'provisioning:',
      'PLAINTEXT',
      'SASL_SSL',
    ],
    comments: ['#'],
    mayHold: (_, text) => mayBeChart(text),
    read: readBitnami,
  },
  {
    name: 'helm-release',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['kind: HelmRelease', 'kind: Application', 'kind: HelmChart', 'helmCharts:', 'releases:'],
    comments: ['#'],
    mayHold: (_, text) => mayGiveToKafka(text),
    read: readHelmRelease,
  },
  {
    name: 'operators',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [
      'platform.confluent.io/',
      'kafka.banzaicloud.io/',
      'kafka.nais.io/',
      'kafka.jikkou.io/',
      'aiven.io/',
      'topic.kafka.crossplane.io/',
      'eventstreams.ibm.com/',
      'cluster.redpanda.com/',
      'knative.dev/',
      'camel.apache.org/',
      'jaegertracing.io/',
      'debezium.io/',
      'kind: EventSource',
      'kind: EventBus',
      'kafka:',
      'pubsub.kafka',
      'bindings.kafka',
    ],
    comments: ['#'],
    mayHold: (_, text) => mayDeclare(text),
    claims: claimsOperator,
    read: readOperators,
  },
  {
    name: 'topology',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml'],
    marks: ['replication.factor', 'num.partitions', 'principal: User:', 'principal: "User:', "principal: 'User:"],
    comments: ['#'],
    read: readTopology,
  },
  {
    name: 'cloudformation',
    syntax: 'yaml',
    endings: ['.yaml', '.yml', '.template'],
    languages: ['yaml', 'cloudformation'],
    marks: cloudFormationMarks,
    comments: ['#'],
    claims: isTemplate,
    read: root => readCloudFormation(root),
  },
  {
    name: 'provided',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'pulumi'],
    marks: [
      'kafka.services.k8s.aws/',
      '.aws.upbound.io/',
      '.aws.m.upbound.io/',
      '.aws.crossplane.io/',
      'aws:msk',
      'kafka:index',
      'kafka:Topic',
      'kafka:Acl',
      'confluentcloud:',
      'aiven:Kafka',
      'aiven:index',
    ],
    comments: ['#'],
    read: readProvided,
  },
  {
    name: 'nats',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['jetstream.nats.io/'],
    comments: ['#'],
    read: readNats,
  },
  {
    name: 'nats-server',
    syntax: 'blocks',
    endings: ['.conf'],
    languages: [],
    marks: ['jetstream'],
    comments: ['#'],
    read: readNatsServer,
  },
  {
    name: 'blocks',
    syntax: 'blocks',
    endings: ['.conf', '.hocon', '.service', '.alloy'],
    languages: ['logstash', 'hocon', 'fluentd', 'systemd'],
    marks: ['kafka', 'Kafka', 'KAFKA'],
    comments: ['#'],
    read: readBlocksFile,
  },
  {
    name: 'ansible',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'ansible'],
    marks: ['kafka_', 'kafka:'],
    comments: ['#'],
    read: readAnsible,
  },
  {
    name: 'apicurio',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['registry.apicur.io/'],
    comments: ['#'],
    read: readApicurio,
  },
  {
    name: 'environment',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'dockercompose', 'helm'],
    marks: variableMarks,
    comments: ['#'],
    read: readEnvironments,
  },
  {
    name: 'dotenv',
    syntax: 'properties',
    endings: ['.env'],
    languages: ['dotenv'],
    marks: variableMarks,
    comments: ['#'],
    read: readDotenv,
  },
  {
    name: 'dockerfile',
    syntax: 'dockerfile',
    endings: ['/Dockerfile', '/Containerfile', '.dockerfile'],
    languages: ['dockerfile'],
    marks: variableMarks,
    comments: ['#'],
    read: readDockerfileStage,
  },
  {
    name: 'embedded',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [...propertyMarks, ...applicationMarks, '.properties:', 'jaas'],
    comments: ['#'],
    mayHold: (_, text) => mayEmbed(text),
    read: readEmbedded,
  },
  {
    name: 'support',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [
      'monitoring.coreos.com/',
      'remote_write:',
      'remoteWrite:',
      'opentelemetry.io/',
      'exporters:',
      'velero.io/',
      'backupStorageLocation:',
      'storage.k8s.io/',
      'logging.banzaicloud.io/',
      'fluentbit.fluent.io/',
      '/loki/api/v1/push',
    ],
    comments: ['#'],
    mayHold: (_, text) => maySupport(text),
    read: readSupport,
  },
  {
    name: 'entrances',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: [
      'kafka',
      'Kafka',
      'akhq',
      'kafdrop',
      'kowl',
      'redpanda',
      'debezium',
      'type: NodePort',
      'type: LoadBalancer',
    ],
    comments: ['#'],
    mayHold: (_, text) => mayLetIn(text),
    read: readEntrances,
  },
  {
    name: 'keda',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['keda.sh/'],
    comments: ['#'],
    mayHold: (_, text) => mayScale(text),
    read: readKeda,
  },
  {
    name: 'application-json',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: [
      '"BootstrapServers"',
      '"bootstrapServers"',
      '"bootstrap.servers"',
      '"bootstrap_servers"',
      '"Kafka"',
      '"stream.kafka.',
    ],
    comments: ['//'],
    read: readApplication,
  },
  {
    name: 'environment-json',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: ['"KAFKA_', '_KAFKA_', 'BOOTSTRAP_SERVERS"'],
    comments: ['//'],
    read: readEnvironments,
  },
  {
    name: 'connector',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: ['"connector.class"'],
    comments: ['//'],
    read: readConnectors,
  },
  {
    name: 'cloudformation-json',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: cloudFormationMarks,
    comments: ['//'],
    claims: isTemplate,
    read: root => readCloudFormation(root),
  },
  {
    name: 'aws-print',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: [':kafka:', ':kafkaconnect:', ':glue:'],
    comments: [],
    claims: isAwsPrint,
    read: readAwsPrint,
  },
  {
    name: 'connector-yaml',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['connector.class'],
    comments: ['#'],
    read: readConnectorsBeside,
  },
  {
    name: 'commands',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'dockercompose', 'helm'],
    marks: [...commandMarks, ...startedMarks],
    comments: ['#'],
    read: readCommandsIn,
  },
  {
    name: 'commands-script',
    syntax: 'script',
    endings: ['.sh', '.bash', '.ps1', '.bat', '.mk', '/Makefile'],
    languages: ['shellscript'],
    marks: [...commandMarks, ...startedMarks],
    comments: ['#'],
    read: readCommand,
  },
  {
    name: 'keystore-commands',
    syntax: 'script',
    endings: ['.sh', '.bash', '.mk', '/Makefile'],
    languages: ['shellscript'],
    marks: ['keytool'],
    fits: (_, text) => /kafka/i.test(text),
    comments: ['#'],
    read: readKeystoreCommand,
  },
  {
    name: 'file-in-script',
    syntax: 'script',
    endings: ['.sh', '.bash'],
    languages: ['shellscript'],
    marks: ['kafka', 'KAFKA_', ...propertyMarks],
    comments: ['#'],
    read: root => readFileInScript(root),
  },
  {
    name: 'archive-in-script',
    syntax: 'script',
    endings: ['.sh', '.bash', '.mk', '/Makefile'],
    languages: ['shellscript'],
    marks: ['kafka_2.', 'kafka_$'],
    comments: ['#'],
    read: root => readArchive(root),
  },
  {
    name: 'print',
    syntax: 'print',
    endings: ['.txt', '.out'],
    languages: [],
    marks: [
      'ReplicationFactor:',
      'REPLICAS',
      'Dynamic configs for topic',
      'All configs for topic',
      'Current ACLs for resource',
      'GROUP ',
    ],
    read: readPrinted,
  },
  {
    name: 'connector-script',
    syntax: 'script',
    endings: ['.sh', '.bash', '.http', '.rest'],
    languages: ['shellscript'],
    // Between the double quotes of a shell they have backslashes.
    marks: [...connectorMarks, '\\"connector.class\\"'],
    comments: ['#'],
    read: readConnectors,
  },
  {
    name: 'connector-sql',
    syntax: 'script',
    endings: ['.ksql', '.sql'],
    languages: ['sql'],
    marks: connectorMarks,
    read: readConnectors,
  },
  {
    name: 'environment-files',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'dockercompose', 'helm'],
    marks: ['configMapRef', 'configMapKeyRef', 'env_file', 'ConfigMap', 'configMapGenerator'],
    comments: ['#'],
    group: openEnvironmentGroup,
  },
  {
    // What templates of charts include.
    name: 'chart-helpers',
    syntax: 'yaml',
    endings: ['.tpl'],
    languages: [],
    marks: [],
    comments: ['#'],
    group: openEnvironmentGroup,
    onlyNamed: true,
  },
  {
    name: 'environment-dotenv',
    syntax: 'properties',
    endings: ['.env'],
    languages: ['dotenv'],
    marks: variableMarks,
    comments: ['#'],
    group: openEnvironmentGroup,
  },
  {
    name: 'ksql',
    syntax: 'script',
    endings: ['.ksql', '.sql'],
    languages: ['sql'],
    marks: ['KAFKA_TOPIC', 'kafka_topic', "'kafka'", "'upsert-kafka'", 'kafka_broker_list'],
    read: readStream,
  },
  {
    name: 'nested-stacks',
    syntax: 'yaml',
    endings: ['.yaml', '.yml', '.template'],
    languages: ['yaml', 'cloudformation'],
    marks: [...cloudFormationMarks, 'AWS::CloudFormation::Stack', 'AWS::Serverless::Application'],
    comments: ['#'],
    group: openNestedStacks,
  },
  {
    name: 'nested-stacks-json',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: [...cloudFormationMarks, 'AWS::CloudFormation::Stack'],
    comments: ['//'],
    group: openNestedStacks,
  },
  {
    name: 'kustomize',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml'],
    marks: ['kustomize.config.k8s.io/', 'patchesStrategicMerge:', 'patchesJson6902:'],
    comments: ['#'],
    group: openKustomizeGroup,
  },
  {
    name: 'properties',
    syntax: 'properties',
    endings: ['.properties'],
    languages: ['properties', 'java-properties'],
    marks: propertyMarks,
    comments: ['^#'],
    read: readPropertiesFile,
  },
  {
    // Templates of roles of Ansible.
    name: 'ansible-templates',
    syntax: 'properties',
    endings: ['.properties'],
    languages: [],
    marks: propertyMarks,
    comments: ['^#'],
    group: openAnsibleRoles,
  },
  {
    // Their variables and tasks.
    name: 'ansible-roles',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'ansible'],
    marks: ['kafka'],
    comments: ['#'],
    group: openAnsibleRoles,
  },
  {
    // Their inventories.
    name: 'ansible-inventories',
    syntax: 'properties',
    endings: ['.ini', '/hosts', '/inventory'],
    languages: [],
    marks: [],
    group: openAnsibleRoles,
    onlyNamed: true,
  },
  {
    name: 'application-properties',
    syntax: 'properties',
    endings: ['.properties'],
    languages: ['properties', 'java-properties', 'spring-boot-properties'],
    marks: [...applicationMarks, 'spring.cloud.stream'],
    comments: ['^#'],
    read: readApplication,
  },
  {
    name: 'collector-toml',
    syntax: 'toml',
    endings: ['.toml', '/telegraf.conf', '/kapacitor.conf'],
    languages: ['toml'],
    marks: ['kafka', 'Kafka', 'bootstrap_servers', 'bootstrap.servers'],
    comments: ['#'],
    read: readApplication,
  },
  {
    name: 'terraform',
    syntax: 'hcl',
    endings: ['.tf', '.tfvars'],
    languages: ['terraform', 'terraform-vars', 'opentofu'],
    marks: terraformMarks,
    comments: ['#', '//'],
    group: openModules,
  },
  {
    name: 'terraform-json',
    syntax: 'json',
    endings: ['.tf.json', '.tfvars.json'],
    languages: [],
    marks: terraformMarks,
    comments: ['#', '//'],
    group: openModules,
  },
  {
    name: 'hcl-programs',
    syntax: 'hcl',
    endings: ['.hcl', '.nomad'],
    languages: ['hcl', 'nomad'],
    marks: variableMarks,
    comments: ['#', '//'],
    read: readPrograms,
  },
  {
    name: 'avro',
    syntax: 'json',
    endings: ['.avsc', '.avpr'],
    languages: ['avro'],
    marks: ['"type"'],
    read: readAvro,
  },
  {
    name: 'avro-idl',
    syntax: 'avdl',
    endings: ['.avdl'],
    languages: ['avro-idl', 'avdl'],
    marks: ['record', 'error'],
    comments: ['//'],
    read: readAvro,
  },
  {
    name: 'iam-policy',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: ['"kafka-cluster:'],
    comments: [],
    read: readPolicyFile,
  },
  {
    name: 'json-schema',
    syntax: 'json',
    endings: ['.json', '.jsonschema'],
    languages: ['json', 'jsonc'],
    marks: ['json-schema.org/'],
    comments: ['//'],
    mayHold: mayBeOfTopic,
    read: readJsonSchemaFile,
  },
  {
    // Without the name of its language, only its path or its fields tell that it is a schema of an event.
    name: 'event-schema',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: ['"properties"'],
    comments: ['//'],
    fits: mayBeOfEvent,
    read: readJsonSchemaFile,
  },
  {
    name: 'schema-in-json',
    syntax: 'json',
    endings: ['.json'],
    languages: ['json', 'jsonc'],
    marks: ['"schemaType"', '"schema.string"', '"schema": "{', '"schema":"{', '"schema": "syntax', '"schema":"syntax'],
    comments: ['//'],
    read: readEmbeddedSchemas,
  },
  {
    name: 'schema-in-yaml',
    syntax: 'yaml',
    endings: ['.yaml', '.yml'],
    languages: ['yaml', 'helm'],
    marks: ['schema.string', 'schemaDefinition:', 'schemaType:', '.avsc:', '.proto:', '.avdl:'],
    comments: ['#'],
    read: readEmbeddedSchemas,
  },
  {
    name: 'protobuf',
    syntax: 'proto',
    endings: ['.proto'],
    languages: ['proto', 'proto3', 'protobuf'],
    marks: ['message', 'extend'],
    comments: ['//'],
    read: readProtobuf,
  },
  {
    // What expressions of Terraform name: read where it is named, and by itself.
    name: 'terraform-named',
    syntax: 'hcl',
    endings: ['.tftpl', '.tpl', '.tmpl', '.sh', '.bash', '.json', '.yaml', '.yml', '.properties', '.avsc', '.proto'],
    languages: [],
    marks: [],
    comments: ['#'],
    group: openModules,
    onlyNamed: true,
  },
]

/** What tells several templates of one file apart, unless it is put aside: `server.properties.kraft.j2`. */
const oneOfSeveral = /(?<=\.properties)\.(?!(?:bak|backup|old|orig|save|disabled)$)[\w-]+$/i

/** What tools of templates put behind the ending of what they make: `values.yaml.gotmpl`, `server.properties.j2`. */
const template = /(?<=\.\w{1,99})\.(?:tpl|tftpl|tmpl|gotmpl|template|j2|jinja2?|erb)$/i

/** The formats that a file can be of: by its whole name, else by its ending, else, where it has none, by the editor's language. */
export const formatsOf = (file: string, language?: string): readonly Format[] =>
  formatsNamed(baseName(file)) ?? (language === undefined ? [] : ofLanguage(language))

/** The formats of a name; undefined where it tells nothing. */
const formatsNamed = remembering((written): readonly Format[] | undefined => {
  const name = written.replace(template, '')
  const named = byWholeName.get(name)
  if (named) return named
  if (/\.\w+$/.test(name)) {
    const found = byEnding(name.slice(name.indexOf('.')).toLowerCase())
    if (found.length > 0) return found
    if (dockerfile.test(name)) return byEnding('.dockerfile')
    if (dotenv.test(name)) return byEnding('.env')
    const one = name === written ? name : name.replace(oneOfSeveral, '')
    return one === name ? found : byEnding(one.slice(one.indexOf('.')).toLowerCase())
  }
  return undefined
}, 20_000)

const byWholeName: ReadonlyMap<string, readonly Format[]> = new Map(
  [...new Set(formats.flatMap(({ endings }) => endings.filter(ending => ending.startsWith('/'))))].map(whole => [
    whole.slice(1),
    formats.filter(({ endings }) => endings.includes(whole)),
  ]),
)

const knownEndings = new Map<string, readonly Format[]>()
const knownLanguages = new Map<string, readonly Format[]>()

/** The formats of files that an editor holds to be of a language. */
function ofLanguage(language: string): readonly Format[] {
  const known = knownLanguages.get(language)
  if (known) return known
  const found = formats.filter(({ languages }) => languages.includes(language))
  knownLanguages.set(language, found)
  return found
}

/** The formats with the longest ending that a name has, by all of it from its first dot; looked for once. */
function byEnding(dotted: string): readonly Format[] {
  const known = knownEndings.get(dotted)
  if (known) return known
  const fitting = ({ endings }: Format): number =>
    Math.max(0, ...endings.filter(ending => dotted.endsWith(ending)).map(({ length }) => length))
  const longest = Math.max(...formats.map(fitting))
  const found = longest === 0 ? [] : formats.filter(format => fitting(format) === longest)
  if (knownEndings.size < mostEndings) knownEndings.set(dotted, found)
  return found
}

/** Names with dots of their own have many. */
const mostEndings = 5000

/** The syntax of a file that can be ours; undefined for any other. */
export const syntaxOf = (file: string, language?: string): SyntaxName | undefined =>
  formatsOf(file, language)[0]?.syntax

/** The formats that a file can be of by its name and its text: connectors in JSON are kept in files that are called `.properties`. */
export function formatsFor(file: string, text: string, language?: string): readonly Format[] {
  const named = formatsOf(file, language)
  return named[0]?.syntax === 'properties' && isJson.test(text) ? byEnding('.json') : named
}

const isJson = /^\s*(?:\{\s*"|\[\s*\{\s*")/

/** The syntax of a file that can be ours, by its name and its text. */
export const syntaxFor = (file: string, text: string, language?: string): SyntaxName | undefined =>
  formatsFor(file, text, language)[0]?.syntax

/** Whether a text can be of a format, with what stands in it. */
export const holds = (at: Lying, text: string, format: Format): boolean =>
  isMarked(at, text, format) && format.mayHold?.(at, text) !== false

/** Whether a text has a mark of a format. */
const isMarked = (at: Lying, text: string, { marks, fits }: Format): boolean =>
  (marks.length === 0 || marks.some(mark => text.includes(mark))) && fits?.(at, text) !== false

const readAlone = new WeakMap<readonly Format[], readonly AloneFormat[]>()

/** Those of a list that read a file by itself. */
export function aloneIn(among: readonly Format[]): readonly AloneFormat[] {
  const known = readAlone.get(among)
  if (known) return known
  const own = among.filter((format): format is AloneFormat => 'read' in format)
  readAlone.set(among, own)
  return own
}

const looks = new WeakMap<readonly Format[], RegExp>()

/** Whether a text can be of one of these formats: one look for all their marks, which costs a quarter of a look for each. Asked with one list again and again. */
export function holdsAny(text: string, among: readonly Format[]): boolean {
  let look = looks.get(among)
  if (!look) {
    const marks = among.some(format => format.marks.length === 0) ? [''] : among.flatMap(format => format.marks)
    look = marks.length === 0 ? /(?!)/ : new RegExp([...new Set(marks)].map(escaped).join('|'))
    looks.set(among, look)
  }
  return look.test(text)
}

/** Whether a text may be of one of these formats, by such a look. */
const mayBeOne = (at: Lying, text: string, among: readonly Format[], look: typeof holds): boolean =>
  holdsAny(text, among) && among.some(format => look(at, text, format))

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** What formats say of a document; one that claims it says all. Those that claim it or say something of it are noted. */
export function readWith(
  readers: readonly AloneFormat[],
  root: Cursor,
  noted = new Set<AloneFormat>(),
): ReturnType<AloneFormat['read']> {
  const listed = objectsIn(root)
  if (listed.length > 0) return listed.map(readable).flatMap(one => (one ? readWith(readers, one, noted) : []))
  const owner = readers.find(({ claims }) => claims?.(root))
  const all = (owner ? [owner] : readers).flatMap(reader => {
    const said = reader.read(root)
    if (owner || said.length > 0) noted.add(reader)
    return said
  })
  return isForKubernetes(root) ? all.map(connectingInKubernetes) : all
}

/** Whether what a document says runs in Kubernetes: it is a resource of it, or the values of a chart. */
const isForKubernetes = (root: Cursor): boolean =>
  isValuesOfChart(root.document.file) || isThere(down(root, 'apiVersion'))

const connectingInKubernetes = <E extends ReturnType<AloneFormat['read']>[number]>(entity: E): E =>
  entity.kind === 'client' || entity.kind === 'connect-cluster'
    ? { ...entity, kafka: { ...entity.kafka, inKubernetes: true } }
    : entity

/** What is read from the files of a format, and what is not, by the names of formats: for the page of all formats. The program does not ask for it. */
export const formatNotes: ReadonlyMap<string, string> = new Map([
  ['configuration', 'what is accepted, declared and switched off'],
  [
    'strimzi',
    "clusters, node pools, topics, users, Connect, connectors, mirrors, bridges, also those that Crossplane's compositions and objects hold; fields that the API has lost",
  ],
  ['strimzi-values', "values of own charts and resources of own operators that hold the `spec` of Strimzi's cluster"],
  [
    'application',
    "Kafka clients and groups of Spring, Quarkus, Micronaut; of no framework and in the values of charts by what keys mean. What a chart's values do not set proves nothing",
  ],
  ['redpanda', 'clusters, topics, values of the chart, what `rpk cluster config export` writes'],
  ['consoles', 'values of charts of consoles: what opens them to clients outside'],
  ['bitnami', 'values of the Kafka chart: listeners, settings, provisioned topics'],
  ['helm-release', 'values and parameters that Flux, Argo CD, k3s, Kustomize and helmfile give to charts'],
  ['operators', 'resources of other operators: clusters, topics, access, connectors, clients'],
  ['topology', 'topology files of Jikkou and Julie'],
  [
    'cloudformation',
    'clusters of MSK, connectors, replicators, schemas, event sources, policies, variables of programs',
  ],
  [
    'provided',
    "clusters, topics, connectors, access of AWS, Confluent and Aiven that AWS's controllers, Crossplane or Pulumi's programs in YAML declare. Not read: references between them",
  ],
  ['nats', 'streams of JetStream (hints)'],
  ['nats-server', 'the store of a JetStream server (hints)'],
  [
    'blocks',
    'Kafka clients and groups of Logstash, Fluent Bit, Fluentd and Grafana Alloy, of applications in HOCON; variables of units of systemd; passwords in login configurations of Java (JAAS). Not read: what conditions decide',
  ],
  [
    'ansible',
    'topics and access lists that modules of Ansible make: `kafka_topic`, `kafka_topics`, `kafka_lib`, `kafka_acl`; listeners of brokers in variables of hosts, groups and roles, and the versions of Kafka that roles install, also by the archive',
  ],
  [
    'ansible-roles',
    'templates of properties and tasks of roles with the variables that defaults, groups, hosts, plays and roles set, through defaults, conditions, loops and includes. Not followed: what `set_fact` and the command line set, lookups, arithmetic; other templates than properties',
  ],
  ['apicurio', 'where a registry keeps its schemas'],
  [
    'environment',
    'variables of Compose, Kubernetes, ConfigMaps, charts and operators, and what programs are told behind dashes: brokers, workers, registries, clients',
  ],
  ['dotenv', 'the same in files of variables'],
  ['dockerfile', 'the same in `ENV` of Dockerfiles. Not read: what a build is given'],
  [
    'embedded',
    "files inside ConfigMaps and values, known by their names or their looks; maps of a worker's or a broker's keys",
  ],
  [
    'support',
    'where metrics, logs, traces and backups of what stands beside Kafka go: Prometheus, OpenTelemetry collectors, log outputs, backups of Velero, volume snapshots, classes of disks',
  ],
  ['entrances', 'services, ingresses and routes that lead to consoles for Kafka and workers of Connect from outside'],
  ['keda', 'what scales by the lag of a group. Not read: `TriggerAuthentication`'],
  ['application-json', 'Kafka clients and groups by what keys mean'],
  [
    'environment-json',
    'variables of programs in task definitions of ECS, settings of functions and containers of editors',
  ],
  ['connector', "connectors in every shape that Connect's REST interface takes"],
  [
    'aws-print',
    'what `aws kafka`, `aws kafkaconnect` and `aws glue` print of clusters, topics, connectors and schemas',
  ],
  ['connector-yaml', 'connectors in YAML'],
  [
    'commands-script',
    '`kafka-topics`, `kafka-configs`, `kafka-acls`, `kafka-server-start --override` and `rpk topic create` in scripts, also in functions and loops, with what variables hold; variables of `docker run`',
  ],
  ['keystore-commands', 'passwords that commands of `keytool` give to the keystores of Kafka'],
  ['file-in-script', 'resources of Kubernetes and properties that a script writes or hands on'],
  [
    'archive-in-script',
    'the version of Kafka that a script installs, by the name of the archive, where it sets up a broker',
  ],
  [
    'print',
    'what `kafka-topics`, `kafka-configs`, `kafka-acls`, `kafka-consumer-groups` and `rpk topic describe` print of topics, rights and groups. Not read: quotas, settings of brokers',
  ],
  ['connector-script', 'connectors in bodies of `curl`. Not read: what a script works out'],
  ['connector-sql', '`CREATE SOURCE\\|SINK CONNECTOR` of ksqlDB'],
  [
    'environment-files',
    'what `envFrom`, `configMapKeyRef` and `env_file` take from ConfigMaps, those that Kustomize makes, and files of variables; templates of charts with what `values.yaml`, the values of environments beside it and the chart above say, through defaults, `with`, `range`, `toYaml`, `include` and branches that values decide. Not followed: Secrets, libraries of charts that lie elsewhere, values that stand elsewhere',
  ],
  [
    'ksql',
    'streams and tables of ksqlDB that name a topic, tables of Flink, sources of RisingWave and tables of ClickHouse: the topic where they make it, columns and what they hold as fields, the client. Not read: queries',
  ],
  ['nested-stacks', 'templates of CloudFormation with the parameters that another one in the repository gives them'],
  [
    'kustomize',
    'objects as overlays change them: patches, components, names, namespaces, the cluster in labels of all. Not read: replacements',
  ],
  ['properties', 'brokers, workers, connectors, MirrorMaker 2, Debezium Server, clients'],
  ['application-properties', 'Kafka clients and groups of applications'],
  ['collector-toml', 'Kafka clients and groups of collectors (Vector, Telegraf) and programs by what keys mean'],
  [
    'terraform',
    'clusters, topics, access, connectors, replication, registries, variables of programs, objects of Kubernetes, values of charts, scripts that machines run and what cloud-init writes; values are followed through modules, and into the files that `file` and `templatefile` name. Not read: templates with directives',
  ],
  ['terraform-json', 'the same in JSON'],
  [
    'hcl-programs',
    'variables of programs in jobs of Nomad, inputs of Terragrunt by what their names mean. Not read: the modules of Terragrunt',
  ],
  ['avro', 'records and fields, and what readers refuse'],
  ['avro-idl', 'the same in Avro IDL'],
  ['json-schema', 'objects and fields of subjects and events'],
  ['event-schema', 'objects and fields of schemas of events that do not name JSON Schema'],
  ['schema-in-json', 'payloads of registries, schemas inside connectors'],
  ['schema-in-yaml', 'schemas inside ConfigMaps and resources'],
  ['protobuf', 'messages and fields'],
])

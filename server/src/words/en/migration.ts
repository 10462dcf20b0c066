import { plural } from '../plural.ts'

/** What the files of a cluster that is moved do not tell, and the document that leads through the move. */
export const migration = {
  ask: {
    namespace: 'Kubernetes namespace of the new cluster',
    bootstrap: ({ cluster }: Cluster) =>
      `Bootstrap address of ${cluster}, as the new cluster reaches it (MSK: \`aws kafka get-bootstrap-brokers\`)`,
    sourceUser: ({ cluster }: Cluster) => `SCRAM user with which the migration signs in to ${cluster}`,
    sourceAuthentication: ({ cluster }: Cluster) =>
      `How do programs sign in to ${cluster}? No file tells. Complete \`authentication\` in 4-mirror.yaml and 7-way-back.yaml.`,
    storageSize: ({ cluster }: Cluster) =>
      `Storage per broker, such as 500Gi (MSK: the volume size of ${cluster} and its metric \`KafkaDataLogsDiskUsed\`)`,
    storageClass: 'Storage class for the disks of the brokers; it decides where the data lies',
    brokerSettings: ({ cluster }: Cluster) =>
      `The broker settings of ${cluster} are in no file (MSK: \`aws kafka describe-configuration-revision\`). Which of them does the new cluster need?`,
    brokerSetting: ({ key }: { key: string }) => `Value of broker setting ${key}; another tool fills it in`,
    brokers: ({ count }: { count: number }) =>
      `The number of brokers is in no file; ${count} are generated. Do they carry the load?`,
    outsideClients:
      'Do programs outside of Kubernetes use the cluster? Then add a listener (`route`, `loadbalancer`, `nodeport` or `ingress`) with TLS and authentication.',
    zones:
      'Do the nodes of Kubernetes lie in several zones? Then set `spec.kafka.rack.topologyKey`, so that the replicas of a partition are spread over them.',
    openTopics: ({ topics }: { topics: readonly string[] }) =>
      `No right is known on ${topics.join(', ')}. The old cluster may let everybody use a topic that no access list names (\`allow.everyone.if.no.acl.found\`, MSK's default); the new one lets nobody. Who uses them?`,
    partitions: ({ topic }: Topic) =>
      `Number of partitions of topic ${topic}; neither it nor the topic's own settings are in any file (\`kafka-topics.sh --describe --topic ${topic}\`)`,
    topicSetting: ({ topic, key }: Topic & { key: string }) =>
      `Value of ${key} of topic ${topic}; another tool fills it in`,
    topicSettings: ({ topic }: Topic) => `What does topic ${topic} set itself? No file shows it.`,
    noCounterpart: ({ topic, key, value }: Topic & { key: string; value: string }) =>
      `Topic ${topic} sets ${key}=${value}; the new cluster has no counterpart. What takes its place?`,
    groupsUnseen:
      'Only the groups that files name are generated. Save the output of `kafka-consumer-groups.sh --describe --all-groups` beside the files and generate again: a group that is missing starts without offsets.',
    groupUnlisted: ({ group }: { group: string }) =>
      `Group ${group} has a comma in its name, which parts MirrorMaker's lists. Its offsets have to be set by hand.`,
    groupOfService: ({ connector }: { connector: string }) =>
      `Confluent Cloud reads for sink ${connector} with a group of its own, connect-lcc-..., and not with connect-${connector}: nothing shows where it stands. Set the offsets of connect-${connector} from that group before the sink starts; without them it begins where its consumers are told to begin.`,
    right: ({ principal, type, resource, action }: Right & { principal: string; action: string }) =>
      `${principal} has a right on ${type} ${resource} that Kafka's access lists cannot express${action === '' ? '' : ` (${action})`}. What takes its place?`,
    everybody: ({ type, resource, operation }: Right & { operation: string }) =>
      `Everybody may ${operation} ${type} ${resource}; Strimzi grants rights to named users. Which ones need it?`,
    image: ({ classes }: { classes: readonly string[] }) =>
      `Image of Kafka Connect, built on Strimzi's, with the plug-ins for ${classes.join(', ')}`,
    mirrorImage:
      "Image of Kafka, built on Strimzi's, with aws-msk-iam-auth on the class path: the old cluster asks for IAM",
    workerSetting: ({ connector, key }: Connector & { key: string }) =>
      `Value of ${key} for connector ${connector}; the settings of its present workers are in no file`,
    connectorClass: ({ connector }: Connector) => `Class of connector ${connector}; another tool fills it in`,
    connectorSetting: ({ connector, key }: Connector & { key: string }) =>
      `Value of ${key} of connector ${connector} beside the new cluster`,
    sourceOffsets: ({ connector }: Connector) =>
      `Source ${connector} keeps its position in a topic of its present workers, which is not moved. Does it go on from a position that you set (\`spec.alterOffsets\`), or read its source again, with records that come twice?`,
    unmovedTopics: ({ connector }: Connector) =>
      `Connector ${connector} names no topic that could be read. Which rights do the Connect workers need for it?`,
    subject: ({ schema }: { schema: string }) => `Subject under which schema ${schema} is registered`,
    flow: ({ flow, cluster }: Cluster & { flow: string }) =>
      `Mirror ${flow} leads from or to ${cluster} and is not generated. Which mirror of the new cluster takes its place, and from when on?`,
    unclear: ({ kind, name }: { kind: string; name: string }) =>
      `Does ${kind} ${name} belong to this cluster? The files do not tell; nothing is generated for it.`,
    finding: ({ finding, code, was }: Finding & { was: string }) => `${finding} (${code}). It was \`${was}\`.`,
    withheld: ({ finding, code, resource }: Finding & { resource: string }) =>
      `${resource} is not generated: ${finding} (${code})`,
  },
  moved: {
    topic: 'topic',
    group: 'consumer group',
    right: 'right',
    connector: 'connector',
    schema: 'schema',
  },
  move: {
    title: ({ cluster }: Cluster) => `Move of ${cluster} to Strimzi`,
    introduction: ({ cluster, target }: Cluster & { target: string }) =>
      `Generated from the files of the platform. *Old* is the managed cluster ${cluster}, *new* the cluster \`${target}\` of Strimzi. MirrorMaker 2 copies topics and the offsets of groups under the same names; consumers change over first, then producers. Up to the last step there is a way back.`,
    inventory: 'What is moved',
    topics: 'Topics',
    users: 'Users',
    connectors: 'Connectors',
    counts: (n: Counts) =>
      [
        plural(n.topics, 'topic'),
        plural(n.groups, 'consumer group'),
        `${plural(n.rights, 'right')} of ${plural(n.users, 'user')}`,
        plural(n.connectors, 'connector'),
        plural(n.schemas, 'schema'),
      ].join(', '),
    topic: 'Topic',
    partitions: 'Partitions',
    retention: 'Retention',
    personalData: 'Personal data',
    none: 'none seen',
    asked: 'asked',
    user: 'User',
    was: 'Was',
    authentication: 'Authentication',
    policy: ({ name }: { name: string }) => `IAM policy ${name}: the programs with it get this user`,
    connector: 'Connector',
    class: 'Class',
    groups: 'Consumer groups',
    schemas: 'Schemas',
    changes: 'What changes',
    changed: ({ topic, key, was, is }: Topic & { key: string; was: string; is: string }) =>
      `Topic ${topic}: \`${key}\` was ${was}, is ${is}`,
    dropped: ({ topic, key, was }: Topic & { key: string; was: string }) =>
      `Topic ${topic}: \`${key}\` (${was}) is left out; the cluster's value holds, or Kafka 4 does not have it`,
    left: 'What stays behind',
    internal: ({ names }: { names: readonly string[] }) =>
      `Internal topics, which each cluster and each worker makes for itself: ${names.join(', ')}`,
    brokerRights: ({ count }: { count: number }) => `${plural(count, 'right')} of the old brokers themselves`,
    questions: 'Questions',
    questionsIntroduction: ({ open, decisions }: { open: number; decisions: number }) =>
      `What the files do not tell is not guessed. To be filled in before step 1: ${plural(open, 'value')} in \`answers.env\`. To be decided by you: ${plural(decisions, 'question')} without a variable.`,
    question: 'Question',
    variable: 'Variable',
    places: 'From',
    decision: 'decision',
    record: 'The record before and after',
    recordIntroduction:
      'Art. 30 GDPR. What ends, ends with the last step only; until then the old cluster still holds the data.',
    party: 'Recipient or transfer',
    compacted: 'last record of each key',
    after: 'After',
    stopThere: ({ connector }: Connector) => `# stop ${connector} at its present workers`,
    ends: 'ends with the last step',
    stays: 'stays: the move does not touch it',
    machines:
      'Provider of the machines and of the storage: to be declared. On your own hardware there is no processor; in a cloud its provider is one (Art. 28), and the transfer is judged anew.',
    check: 'Check',
    back: 'Way back',
    steps: 'Steps',
    prepare: 'Prepare',
    prepareText: ({ target }: { target: string }) =>
      `Needed: Kubernetes with the Strimzi Cluster Operator (API \`kafka.strimzi.io/v1\`), \`kubectl\`, \`jq\`, \`envsubst\`, the command line tools of Kafka, a place from which both clusters can be reached, and two client configurations: \`managed.properties\` for the user of the migration on the old cluster, \`own.properties\` for its user on the new one (\`${target}-mirror\`, its certificate lies in the secret of that name). The user of the migration may read all topics and describe all groups of the old cluster; for heartbeats and for the way back it may also write there. Answer \`answers.env\`, take the decisions, then:`,
    prepareCheck:
      'The first command prints nothing; the second one accepts every file. In the checks below, `FAILED` means that a cluster could not be read, and proves nothing.',
    prepareBack: 'Nothing has been changed.',
    cluster: 'Start the new cluster',
    clusterText: 'Three controllers, the brokers, TLS for everybody, access lists.',
    clusterCheck: 'The cluster is `Ready`.',
    clusterBack: 'Delete the cluster. The old one has not been touched.',
    usersTopics: 'Users and topics',
    usersTopicsText:
      'Topics are made before they are copied, so that MirrorMaker finds them with their settings. Freeze the list now: a topic or group that somebody makes from here on is not copied; compare, and generate again.',
    usersTopicsCheck: 'Every user and topic is `Ready`; the old cluster has no topic that is missing here.',
    usersTopicsBack: 'Delete them. No program uses them yet.',
    mirror: 'Start copying',
    mirrorText:
      'The secret holds what signs the migration in to the old cluster. Offsets of copies are kept on the new cluster; the old one gets nothing but heartbeats. Checkpoints start first, copying behind them: what was copied before they began, they cannot translate.',
    mirrorCheck:
      'All connectors run, `heartbeats` grows on the new cluster, the lag falls and stays small. Wait until it does. Offsets of a group appear after its first checkpoint, within two minutes; a group that has never committed has none.',
    mirrorBack: 'Delete the mirror. Topics of the new cluster may be emptied and copied again.',
    registry: 'Registry',
    registryText: 'All versions are registered in their order. Nobody uses them yet.',
    registryGlue:
      'Ids are new: Glue numbers versions by UUIDs, which stand in front of each record. Records that are copied keep them. Until the last of them has expired, consumers read both: the deserializer of Glue for old records, that of the new registry for new ones; producers write with the new one only after all consumers do. From compacted topics such records go only when each key has been written again.',
    registryCheck: 'Each subject has as many versions as before, with the same content.',
    registryBack: 'Nobody uses it yet: delete it.',
    connect: 'Connect, with all connectors stopped',
    connectText:
      'Make the secrets that the connectors refer to, then start the workers. Each connector is declared `stopped`: two that run would write twice.',
    connectCheck: 'The workers are `Ready`, each connector says STOPPED and not FAILED.',
    connectBack: 'Delete them.',
    secretsNeeded: 'Secrets to make',
    consumers: 'Change over consumers, group by group',
    consumersText:
      'Producers still write to the old cluster. For each group: stop all members, wait for two checkpoints, check, start them with the new address and user. MirrorMaker writes offsets only into groups without members. Translated offsets lie at or before the committed ones, never after: some records come twice, none is lost. Consumers that must not see a record twice have to know it by its key. Offsets follow a group under its name only. Programs that read and write, such as Kafka Streams, move with the producers: what they write here, nobody on the old cluster reads.',
    consumersCheck:
      '`ready` prints nothing: each partition of which the group has read something has an offset on the new cluster. Where it prints one, the group stands before the point at which checkpoints last started: let it read on at the old cluster until its offset appears. Where the group has read nothing, no offset is translated, and `auto.offset.reset=latest` would skip records: `unread` sets it to the beginning.',
    consumersBack:
      'Stop the group, start it on the old cluster: it goes on where it stopped there, and reads again what it has read since.',
    sinks: 'Change over sinks',
    sinksText:
      'A sink reads as a group (`connect-NAME`) and moves like one. Stop it there; MSK Connect cannot stop a connector: delete it, keep its declaration. Then check its group as above and start it here.',
    sinksCheck: 'The connector and its tasks say RUNNING, its lag falls.',
    sinksBack: 'Stop it here, create it again there from its declaration; its group there still has its offsets.',
    producers: 'Change over producers',
    producersText:
      'The only interruption. Stop all producers and sources on the old cluster. When everything is copied, stop the mirror, note where the new cluster stands, and start the producers on it. The mirror stops before the way back opens: with identical names two open directions would copy in a circle. Where resources are applied by GitOps, change `state` in the files instead of patching it.',
    producersCheck:
      '`drained` prints nothing: every partition is copied to its end. Where a partition ends with a transaction, its marker and what it took back are not copied, and the partition stays in the list: see with a consumer that reads committed records only (`isolation.level=read_committed`) that nothing is left behind the copied offset.',
    producersBack: 'Before the producers start here: start the mirror again, start them on the old cluster.',
    between: 'Open the way back',
    betweenText:
      'The mirror back starts at the offsets that were noted, so that the old cluster gets what is new and nothing twice. Sources start now, after their position is set.',
    betweenCheck: 'The mirror back runs; what producers write arrives on the old cluster, where `counts` grow alike.',
    betweenBack:
      'Stop the producers here, wait until `drained_back` prints nothing, stop the mirror back, start producers and consumers on the old cluster. Offsets of the groups have been carried back.',
    last: 'Last',
    lastText:
      'When nobody would go back any more (a full business cycle, at least the longest time between two runs of any consumer). In this order:',
    lastItems: ({ cluster, target }: Cluster & { target: string }) =>
      [
        `The mirror back and the heartbeats; then user \`${target}-mirror\`, which may write to all topics, and the secret of the migration.`,
        `The remaining connectors of MSK Connect, their roles, their logs.`,
        `Brokers of \`${cluster}\`: the data on them is deleted (Art. 5(1)(e)); note the date.`,
        'Logs and metrics of the brokers (CloudWatch, buckets, streams) with their own retention; names of topics and groups stand in them.',
        'IAM policies, roles, secrets `AmazonMSK_*`, security groups, private endpoints, DNS names.',
        'The schema registry of Glue: only when no record refers to it any more (longest retention since the change of producers; compacted topics written anew).',
        'The KMS key, last: first what it protects, backups included.',
        'The record: update it, and the contract with the processor.',
      ].join('\n'),
    lastCheck:
      'Nothing connects to the old cluster any more: its metric `ClientConnectionCount` is zero but for the mirror.',
    lastBack: 'From the deletion of the brokers on there is none.',
    rehearsal:
      'Copying, both changes and the way back were rehearsed on real brokers of Kafka on one machine, without TLS, accounts, rights, connectors and registry; no record was lost there. Rehearse them on a test cluster with your own settings, these included, before.',
    written: ({ folder, files, questions }: { folder: string; files: number; questions: number }) =>
      `${plural(files, 'file')} written to ${folder}; ${plural(questions, 'question')} in MIGRATION.md and answers.env\n`,
    answersHead: 'Answers to what the files do not tell. NAME=value; see the questions in MIGRATION.md.',
  },
}

interface Cluster {
  cluster: string
}
interface Topic {
  topic: string
}
interface Connector {
  connector: string
}
interface Right {
  type: string
  resource: string
}
interface Finding {
  finding: string
  code: string
}
interface Counts {
  topics: number
  groups: number
  rights: number
  users: number
  connectors: number
  schemas: number
}

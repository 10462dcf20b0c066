import { kindNames, safeguardNames, type DestinationRole } from './kinds.ts'

/** Where things are, who sends what there, and what a setting holds for. */
export const places = {
  place: {
    /** English has the names of countries from the knowledge, another language by their codes. */
    country: ({ name }: { code: string; name: string }) => name,
    unknownCountry: 'unknown',
    somewhere: 'somewhere',
    /** A region code or a host, with its country. */
    at: ({ where, country }: { where: string; country: string }) => `${where} (${country})`,
    /** Who sends where; begins a sentence. */
    sending: ({ role, kind, name, place }: { role: DestinationRole; kind: SenderKind; name: string; place: string }) =>
      `${senderOf(role, kind)} "${name}" ${verbs[role]} ${place}`,
    safeguard: ({ kind, date }: { kind: SafeguardKind; date?: string | undefined }) =>
      `${safeguardNames[kind]}${date === undefined ? '' : ` of ${date}`}`,
    /** In about forty characters, to stand behind the value that decides. */
    hint: ({
      places: where,
      law,
      owner,
    }: {
      places: readonly string[]
      law?: string | undefined
      owner?: string | undefined
    }) => [where.join(', '), law ?? [], owner ?? []].flat().join(' · '),
    safeguardDeclared: ({ kind }: { kind: SafeguardKind }) =>
      kind === 'scc' || kind === 'bcr' || kind === 'dpf' ? `${kind.toUpperCase()} declared` : 'safeguard declared',
    ownerReached: ({ owner }: { owner: string }) => `${owner} (subject to US law)`,
    owner: ({ owner }: { owner: string }) => owner,
    adequate: 'adequate',
    conditional: 'covered only if in scope',
    third: 'third country',
    ownNetwork: 'own network',
    countryNotKnown: 'country unknown',
  },
  /** Who connects to something. */
  client: {
    named: ({ kind, name }: { kind: SenderKind; name: string }) => `${kindNames[kind]} ${name}`,
  },
  /** What a number of copies holds for. */
  holder: {
    topic: ({ name }: { name: string }) => `Topic ${name}`,
    someTopic: 'The topic',
    unnamed: 'topics without a factor of their own',
    consumerOffsets: 'the offsets topic',
    transactions: 'the transaction state topic',
    shareGroups: 'the share group state topic',
    tieredStorage: 'the tiered storage metadata topic',
    cruiseControl: 'the Cruise Control metrics topic',
    redpandaInternal: "Redpanda's internal topics",
    audits: 'the audit log topic',
    licence: 'the licence topic',
    balancer: 'the balancer topic',
    accessRights: 'the authorization metadata topic',
    metrics: 'the metrics topic',
    schemas: 'the schemas topic',
    ksqlChangelogs: 'the ksqlDB changelog topics',
    ksqlCommands: 'the ksqlDB command topic',
    ksqlLog: 'the ksqlDB processing log',
    interceptors: 'the monitoring interceptor topic',
    connectConfigurations: 'the Connect configuration topic',
    connectOffsets: 'the Connect offsets topic',
    connectStates: 'the Connect status topic',
    connectorTopics: 'topics created by the connector',
    deadLetterQueue: 'the dead letter queue',
    results: 'the result topic',
    errors: 'the error topic',
    fileStates: 'the file status topic',
    applicationTopics: 'topics created by the application',
    copiedTopics: 'replicated topics',
    offsetTranslation: 'the offset-syncs topic',
    checkpoints: 'the checkpoints topic',
    heartbeats: 'the heartbeats topic',
  },
}

type SenderKind =
  | 'connector'
  | 'flow'
  | 'connect-cluster'
  | 'client'
  | 'cluster'
  | 'schema'
  | 'topic'
  | 'supporting-service'
type SafeguardKind = keyof typeof safeguardNames

function senderOf(role: DestinationRole, kind: SenderKind): string {
  if (role === 'cluster' && kind === 'flow') return 'Source cluster of mirror'
  // A cluster is its own.
  if (role === 'cluster' && kind === 'cluster') return 'Kafka cluster'
  const subject = subjects[role]
  return role === 'sink' || role === 'replication' ? subject : `${subject} ${kindNames[kind]}`
}

const subjects: Readonly<Record<DestinationRole, string>> = {
  sink: 'Sink',
  replication: 'Mirror',
  cluster: 'Kafka cluster of',
  'tiered-storage': 'Tiered storage of',
  registry: 'Schema registry of',
  telemetry: 'Telemetry of',
  proxy: 'Traffic of',
  state: 'Terraform state of',
  backup: 'Backup of',
  disks: 'Disks of',
  'control-plane': 'Control plane of',
}

const verbs: Readonly<Record<DestinationRole, string>> = {
  sink: 'writes to',
  replication: 'replicates to',
  cluster: 'is in',
  'tiered-storage': 'is in',
  registry: 'is in',
  telemetry: 'is sent to',
  proxy: 'passes through',
  state: 'is in',
  backup: 'is in',
  disks: 'are in',
  'control-plane': 'is in',
}

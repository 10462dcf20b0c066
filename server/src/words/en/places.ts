import { kindNames, safeguardNames } from './kinds.ts'

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
    sending: ({ role, kind, name, place }: { role: Role; kind: SenderKind; name: string; place: string }) =>
      `${senderOf(role, kind)} "${name}" ${verbs[role]} ${place}`,
    safeguard: ({ kind, date }: { kind: SafeguardKind; date?: string | undefined }) =>
      `${safeguardNames[kind]}${date === undefined ? '' : ` of ${date}`}`,
    /** In about forty characters, to stand behind the value that decides. */
    hint: ({ places: where, law }: { places: readonly string[]; law?: string | undefined }) =>
      `${where.join(', ')}${law === undefined ? '' : ` · ${law}`}`,
    safeguardDeclared: ({ kind }: { kind: SafeguardKind }) =>
      kind === 'other' ? 'safeguard declared' : `${kind.toUpperCase()} declared`,
    ownerReached: ({ owner }: { owner: string }) => `${owner} (US law reaches it)`,
    owner: ({ owner }: { owner: string }) => owner,
    adequate: 'adequate',
    conditional: 'conditionally adequate',
    third: 'third country',
    ownNetwork: 'in the own network',
    countryNotKnown: 'country not known',
  },
  /** Who connects to something. */
  client: {
    named: ({ kind, name }: { kind: SenderKind; name: string }) => `${kindNames[kind]} ${name}`,
  },
  /** What a number of copies holds for. */
  holder: {
    topic: ({ name }: { name: string }) => `Topic ${name}`,
    someTopic: 'The topic',
    unnamed: 'topics that name none',
    consumerOffsets: 'the topic of consumer offsets',
    transactions: 'the topic of transactions',
    shareGroups: 'the topic of share groups',
    tieredStorage: 'the topic of tiered storage',
    cruiseControl: 'the topic of Cruise Control',
    redpandaInternal: "Redpanda's own topics",
    audits: 'the log of audits',
    licence: 'the licence topic',
    balancer: 'the topic of the balancer',
    accessRights: 'the topic of access rights',
    metrics: 'the topic of metrics',
    schemas: 'the topic of schemas',
    ksqlChangelogs: "ksqlDB's changelogs",
    ksqlCommands: "ksqlDB's topic of commands",
    ksqlLog: "ksqlDB's log",
    interceptors: 'the topic of the interceptors',
    connectConfigurations: "Connect's topic of configurations",
    connectOffsets: "Connect's topic of offsets",
    connectStates: "Connect's topic of states",
    connectorTopics: 'the topics that the connector creates',
    deadLetterQueue: 'the dead letter queue',
    results: 'the topic of results',
    errors: 'the topic of errors',
    fileStates: 'the topic of file states',
    applicationTopics: 'the topics that the application creates',
    copiedTopics: 'the copied topics',
    offsetTranslation: 'the topic of offset translation',
    checkpoints: 'the topic of checkpoints',
    heartbeats: 'the topic of heartbeats',
  },
}

type SenderKind = 'connector' | 'flow' | 'connect-cluster' | 'client' | 'cluster' | 'schema'
type Role = 'sink' | 'replication' | 'cluster' | 'tiered-storage' | 'registry' | 'telemetry' | 'proxy'
type SafeguardKind = keyof typeof safeguardNames

function senderOf(role: Role, kind: SenderKind): string {
  if (role === 'cluster' && kind === 'flow') return 'Source of mirror'
  const subject = subjects[role]
  return role === 'sink' || role === 'replication' ? subject : `${subject} ${kindNames[kind]}`
}

const subjects: Readonly<Record<Role, string>> = {
  sink: 'Sink',
  replication: 'Mirror',
  cluster: 'Kafka of',
  'tiered-storage': 'Tiered storage of',
  registry: 'Schema registry of',
  telemetry: 'Telemetry of',
  proxy: 'Traffic of',
}

const verbs: Readonly<Record<Role, string>> = {
  sink: 'writes to',
  replication: 'copies to',
  cluster: 'lies in',
  'tiered-storage': 'lies in',
  registry: 'lies in',
  telemetry: 'goes to',
  proxy: 'passes through',
}

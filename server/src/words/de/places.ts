import type { places as english } from '../en/places.ts'
import type { Like } from '../message.ts'
import { kindNames, safeguardNames } from './kinds.ts'
import { countries, dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** Where things are, who sends what there, and what a setting holds for. */
export const places: Like<typeof english> = {
  place: {
    country: ({ code, name }) => countries.of(code) ?? name,
    unknownCountry: 'unbekannt',
    somewhere: 'unbekannt',
    at: ({ where, country }) => `${where} (${country})`,
    sending: ({ role, kind, name, place }) => `${senderOf(role, kind)} „${name}“ ${verbs[role]} ${phrase(place)}`,
    safeguard: ({ kind, date }) => `${safeguardNames[kind]}${date === undefined ? '' : ` vom ${dateOf(date)}`}`,
    hint: ({ places: where, law, owner }) => [where.join(', '), law ?? [], owner ?? []].flat().join(' · '),
    safeguardDeclared: ({ kind }) =>
      kind === 'scc' || kind === 'bcr' || kind === 'dpf' ? `${kind.toUpperCase()} angegeben` : 'Garantie angegeben',
    ownerReached: ({ owner }) => `${owner} (unter US-Recht)`,
    owner: ({ owner }) => owner,
    adequate: 'angemessen',
    conditional: 'nur im Geltungsbereich gedeckt',
    third: 'Drittland',
    ownNetwork: 'eigenes Netz',
    countryNotKnown: 'Land unbekannt',
  },
  client: {
    named: ({ kind, name }) => `${kind === 'client' ? 'Client' : kindNames[kind]} ${name}`,
  },
  holder: {
    topic: ({ name }) => `Topic ${name}`,
    someTopic: 'Das Topic',
    unnamed: 'Topics ohne eigenen Replikationsfaktor',
    consumerOffsets: 'das Topic der Consumer-Offsets',
    transactions: 'das Topic der Transaktionszustände',
    shareGroups: 'das Topic der Share-Group-Zustände',
    tieredStorage: 'das Metadaten-Topic des gestuften Speichers',
    cruiseControl: 'das Metrik-Topic von Cruise Control',
    redpandaInternal: 'die internen Topics von Redpanda',
    audits: 'das Audit-Log-Topic',
    licence: 'das Lizenz-Topic',
    balancer: 'das Topic des Balancers',
    accessRights: 'das Metadaten-Topic der Autorisierung',
    metrics: 'das Metrik-Topic',
    schemas: 'das Schema-Topic',
    ksqlChangelogs: 'die Changelog-Topics von ksqlDB',
    ksqlCommands: 'das Befehls-Topic von ksqlDB',
    ksqlLog: 'das Verarbeitungsprotokoll von ksqlDB',
    interceptors: 'das Topic der Monitoring-Interceptors',
    connectConfigurations: 'das Konfigurations-Topic von Connect',
    connectOffsets: 'das Offset-Topic von Connect',
    connectStates: 'das Status-Topic von Connect',
    connectorTopics: 'Topics, die der Konnektor anlegt',
    deadLetterQueue: 'die Dead-Letter-Queue',
    results: 'das Ergebnis-Topic',
    errors: 'das Fehler-Topic',
    fileStates: 'das Topic der Dateizustände',
    applicationTopics: 'Topics, die die Anwendung anlegt',
    copiedTopics: 'replizierte Topics',
    offsetTranslation: 'das Topic der Offset-Syncs',
    checkpoints: 'das Checkpoint-Topic',
    heartbeats: 'das Heartbeat-Topic',
  },
}

type Role = keyof typeof verbs

function senderOf(role: Role, kind: keyof typeof kindNames): string {
  if (role === 'cluster' && kind === 'flow') return 'Quell-Cluster der Replikation'
  if (role === 'cluster' && kind === 'cluster') return 'Kafka-Cluster'
  const subject = subjects[role]
  return role === 'sink' || role === 'replication' ? subject : `${subject} ${kindNames[kind]}`
}

const subjects: Readonly<Record<Role, string>> = {
  sink: 'Sink-Konnektor',
  replication: 'Replikation',
  cluster: 'Kafka-Cluster von',
  'tiered-storage': 'Gestufter Speicher von',
  registry: 'Schema-Registry von',
  telemetry: 'Telemetrie von',
  proxy: 'Verkehr von',
  state: 'Terraform-State von',
  backup: 'Sicherung von',
  disks: 'Datenträger von',
  'control-plane': 'Steuerungsebene von',
}

const verbs = {
  sink: 'schreibt nach',
  replication: 'repliziert nach',
  cluster: 'liegt in',
  'tiered-storage': 'liegt in',
  registry: 'liegt in',
  telemetry: 'geht nach',
  proxy: 'läuft über',
  state: 'liegt in',
  backup: 'liegt in',
  disks: 'liegen in',
  'control-plane': 'liegt in',
} as const

import type { places as english } from '../en/places.ts'
import type { Like } from '../message.ts'
import { kindNames, safeguardNames } from './kinds.ts'
import { countries, dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** Where things are, who sends what there, and what a setting holds for. */
export const places: Like<typeof english> = {
  place: {
    country: ({ code, name }) => countries.of(code) ?? name,
    unknownCountry: 'inconnu',
    somewhere: 'inconnu',
    at: ({ where, country }) => `${where} (${country})`,
    sending: ({ role, kind, name, place }) => `${senderOf(role, kind)} « ${name} » ${verbs[role]} ${phrase(place)}`,
    safeguard: ({ kind, date }) => `${safeguardNames[kind]}${date === undefined ? '' : ` du ${dateOf(date)}`}`,
    hint: ({ places: where, law, owner }) => [where.join(', '), law ?? [], owner ?? []].flat().join(' · '),
    safeguardDeclared: ({ kind }) =>
      kind === 'scc' || kind === 'bcr' || kind === 'dpf' ? `${shortNames[kind]} déclaré` : 'garantie déclarée',
    ownerReached: ({ owner }) => `${owner} (droit américain)`,
    owner: ({ owner }) => owner,
    adequate: 'adéquat',
    conditional: 'couvert seulement si dans le champ',
    third: 'pays tiers',
    ownNetwork: 'réseau propre',
    countryNotKnown: 'pays inconnu',
  },
  client: {
    named: ({ kind, name }) => `${kindNames[kind]} ${name}`,
  },
  holder: {
    topic: ({ name }) => `topic ${name}`,
    someTopic: 'le topic',
    unnamed: 'les topics sans facteur de réplication propre',
    consumerOffsets: 'le topic des offsets de consommateurs',
    transactions: 'le topic d’état des transactions',
    shareGroups: 'le topic d’état des groupes de partage',
    tieredStorage: 'le topic de métadonnées du stockage hiérarchisé',
    cruiseControl: 'le topic de métriques de Cruise Control',
    redpandaInternal: 'les topics internes de Redpanda',
    audits: 'le topic du journal d’audit',
    licence: 'le topic de licence',
    balancer: 'le topic de l’équilibreur',
    accessRights: 'le topic de métadonnées d’autorisation',
    metrics: 'le topic de métriques',
    schemas: 'le topic des schémas',
    ksqlChangelogs: 'les topics changelog de ksqlDB',
    ksqlCommands: 'le topic de commandes de ksqlDB',
    ksqlLog: 'le journal de traitement de ksqlDB',
    interceptors: 'le topic des intercepteurs de supervision',
    connectConfigurations: 'le topic de configuration de Connect',
    connectOffsets: 'le topic d’offsets de Connect',
    connectStates: 'le topic d’état de Connect',
    connectorTopics: 'les topics créés par le connecteur',
    deadLetterQueue: 'la file de lettres mortes',
    results: 'le topic de résultats',
    errors: 'le topic d’erreurs',
    fileStates: 'le topic d’état des fichiers',
    applicationTopics: 'les topics créés par l’application',
    copiedTopics: 'les topics répliqués',
    offsetTranslation: 'le topic offset-syncs',
    checkpoints: 'le topic de checkpoints',
    heartbeats: 'le topic de heartbeats',
  },
}

type Role = keyof typeof verbs

const shortNames = { scc: 'CCT', bcr: 'BCR', dpf: 'DPF' } as const

function senderOf(role: Role, kind: keyof typeof kindNames): string {
  if (role === 'cluster' && kind === 'flow') return 'Le cluster source de la réplication'
  if (role === 'cluster' && kind === 'cluster') return 'Le cluster Kafka'
  const subject = subjects[role]
  return role === 'sink' || role === 'replication'
    ? subject
    : `${subject} ${kind === 'flow' ? 'de la' : 'du'} ${kindNames[kind]}`
}

const subjects: Readonly<Record<Role, string>> = {
  sink: 'Le connecteur sink',
  replication: 'La réplication',
  cluster: 'Le cluster Kafka',
  'tiered-storage': 'Le stockage hiérarchisé',
  registry: 'Le registre de schémas',
  telemetry: 'La télémétrie',
  proxy: 'Le trafic',
  state: 'L’état Terraform',
  backup: 'La sauvegarde',
  disks: 'Les disques',
  'control-plane': 'Le plan de contrôle',
}

const verbs = {
  sink: 'écrit vers',
  replication: 'réplique vers',
  cluster: 'se trouve à',
  'tiered-storage': 'se trouve à',
  registry: 'se trouve à',
  telemetry: 'part vers',
  proxy: 'passe par',
  state: 'se trouve à',
  backup: 'se trouve à',
  disks: 'se trouvent à',
  'control-plane': 'se trouve à',
} as const

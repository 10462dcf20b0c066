import type { Note } from '../../../assess/path-entry.ts'
import { plural } from '../../../words/plural.ts'
import { dateOf } from '../../../words/fr/people.ts'
import { duration, french as record } from '../../words/fr.ts'
import { residency } from '../../../words/fr/residency.ts'
import type { GateAnswer } from '../card.ts'
import { capitalised } from './capitals.ts'
import type { ScorecardWords } from './words.ts'

const laws = { gdpr: 'du RGPD', dora: 'du règlement DORA', nis2: 'de la directive NIS 2' } as const
const kinds: Readonly<Record<string, string>> = {
  topic: 'topic',
  cluster: 'cluster',
  'node-pool': 'groupe de nœuds',
  'connect-cluster': 'cluster Connect',
  connector: 'connecteur',
  client: 'client',
  flow: 'réplication',
  schema: 'schéma',
  'supporting-service': 'service',
}

function noteOf(note: Note): string {
  switch (note.is) {
    case 'brokers':
      return plural(note.count, 'broker', 'brokers')
    case 'withBrokers':
      return 'conservé par les brokers'
    case 'kubernetes':
      return 'un opérateur dans le même Kubernetes'
    case 'registry':
      return 'son registre de schémas'
    case 'backup':
      return backupOf(note)
    case 'calledBackup':
      return 'une sauvegarde d’après son nom ; qu’elle puisse être restaurée, aucun fichier ne le dit'
    case 'declaredIn':
      return 'décrit dans ce fichier ; lieu du dépôt et de sa chaîne de déploiement à déclarer'
    case 'disks':
      return `disques de classe ${note.name}`
    case 'service':
      return note.service
    case 'learns':
      return `${note.service} reçoit des noms de ${note.what === 'group' ? 'groupes de consommation' : 'topics'}${note.names.length > 0 ? ` : ${note.names.join(', ')}` : ''}`
    case 'unstated':
      return `${note.service} : le fournisseur n’indique aucun lieu ; à demander`
    case 'kept':
      return keptOf(note)
    case 'offsets':
      return note.synchronised ? 'les offsets sont synchronisés' : 'les offsets ne sont pas synchronisés'
    case 'there':
      return `${note.count} sur ${plural(note.of, 'connecteur', 'connecteurs')} également décrits sur le cluster de secours`
    case 'drill':
      return [
        `exercice du ${dateOf(note.date)}`,
        note.rto && `RTO atteint ${note.rto}`,
        note.rpo && `RPO atteint ${note.rpo}`,
        note.reference,
      ]
        .filter(Boolean)
        .join(', ')
    case 'supportFrom':
      return note.countries.includes('none') ? 'personne d’extérieur n’a accès' : `depuis ${note.countries.join(', ')}`
  }
}

const backups = {
  store: 'un emplacement pour des copies de disques ; cette entrée ne dit pas s’il en contient',
  class: 'crée des instantanés de disques à la demande',
  plan: 'copie des disques selon un calendrier',
  copy: 'une copie de disques faite une seule fois',
} as const

function backupOf({ what, service, schedule, kept, reaches }: Extract<Note, { is: 'backup' }>): string {
  const times = [
    ...(schedule === undefined ? [] : [schedule]),
    ...(kept === undefined ? [] : [`conservation ${duration(kept)}`]),
  ]
  if (!reaches) return `${service} : ne contient aucun disque des brokers de ce cluster`
  return `${service} : ${backups[what]}${times.length > 0 ? ` (${times.join(', ')})` : ''}`
}

function keptOf({ topics, shortest, longest, unlimited, compacted, unknown }: Extract<Note, { is: 'kept' }>): string {
  const one = shortest === undefined ? '' : duration(shortest)
  const limits =
    shortest === undefined || longest === undefined
      ? []
      : [shortest === longest ? one : `de ${one} à ${duration(longest)}`]
  const rest = [
    ...(unlimited > 0 ? [`${unlimited} sans limite`] : []),
    ...(compacted > 0 ? [plural(compacted, 'compacté', 'compactés')] : []),
    ...(unknown > 0 ? [plural(unknown, 'inconnu', 'inconnus')] : []),
  ]
  return `${plural(topics, 'topic', 'topics')} : ${[...limits, ...rest].join(', ')}`
}

function answerOf(answer: GateAnswer): string {
  switch (answer.is) {
    case 'boundary':
      return `le lieu de ${answer.known} entrées sur ${answer.of} est connu ; ${answer.outside} ${answer.outside > 1 ? 'se trouvent' : 'se trouve'} hors des pays autorisés`
    case 'network':
      return `${answer.encrypted} sur ${plural(answer.listeners, 'listener', 'listeners')} avec TLS ; ${answer.open ? 'une adresse est publique' : 'aucune adresse publique n’est décrite'}`
    case 'governance':
      return `l’accès est régi par ${answer.by === 'simple' ? 'des listes de contrôle d’accès' : answer.by}`
    case 'scaling':
      return 'les partitions sont réparties automatiquement'
    case 'migration':
      return plural(answer.mirrors, 'réplication décrite', 'réplications décrites')
    case 'observability':
      return `décrits : ${answer.seen.map(item => french.items[item].toLowerCase()).join(', ')}`
  }
}

/** The scorecard in French. */
export const french: ScorecardWords = {
  record,
  title: 'Localisation et reprise',
  introduction:
    'Pour chaque cluster : où se trouvent les enregistrements, les métadonnées, l’administration et la reprise, qui les exploite et de quel droit il relève, comment on le sait, qui en répond et quand cela a été testé. **constaté** figure dans un fichier, **déclaré** dans `.kafka-review.yaml`, **déduit** est conclu ; **manquant** est à déclarer sous `residency`. Une cellule vide est un constat. Ceci n’est pas un conseil juridique.',
  nothing: 'Aucun cluster Kafka n’est décrit dans ces fichiers.',
  columns: {
    cluster: 'Cluster',
    path: 'Chemin',
    item: 'Élément',
    what: 'Objet',
    where: 'Lieu',
    who: 'Exploitant et droit dont il relève',
    status: 'État',
    evidence: 'Source',
    owner: 'Responsable',
    tested: 'Testé le',
    against: 'Constats',
    law: 'Répond à (si applicable)',
  },
  paths: {
    record: 'Enregistrements',
    metadata: 'Métadonnées',
    management: 'Administration',
    recovery: 'Reprise',
  },
  items: capitalised(residency.item),
  kind: (kind, names) => `${kinds[kind] ?? kind}${names.length > 0 ? ` ${names.join(', ')}` : ''}`,
  note: noteOf,
  nearest: 'cluster le plus proche ; aucun fichier n’en nomme un',
  runBy: ({ name, owner }, reached, possible) =>
    owner === undefined
      ? name
      : `${record.owned(name, owner)} ; droit : ${reached.join(', ')}${possible.length > 0 ? `, éventuellement ${possible.join(', ')}` : ''}`,
  ownGround: 'personne d’autre n’est nommé',
  notSeen: 'les fichiers n’en montrent rien',
  noneSeen: 'les fichiers n’en montrent rien',
  none: reason => `sans objet : ${reason}`,
  toBeDeclared: 'à déclarer',
  reference: where => `justificatif : ${where}`,
  decision: what => `décision : ${what}`,
  day: dateOf,
  outdated: day => `${day} (périmé)`,
  article: ({ law, article }) => `${record.article(article)} ${laws[law]}`,
  summary: ({ blank, of, outdated }) =>
    `${plural(blank, 'élément', 'éléments')} sur ${of} avec une cellule vide${outdated > 0 ? ` ; ${plural(outdated, 'test périmé', 'tests périmés')}` : ''}.`,
  objectives: (rpo, rto) =>
    `Perte de données admissible (RPO) : ${rpo ?? 'à déclarer'}. Durée d’interruption admissible (RTO) : ${rto ?? 'à déclarer'}.`,
  parts: {
    gates: 'Points de contrôle',
    gate: 'Point de contrôle',
    answer: 'Réponse',
    stray: 'N’appartient à aucun cluster décrit',
    against: 'Constats',
    accepted: 'accepté',
    finding: 'Constat',
    place: 'Emplacement',
    whatIf: 'Hypothèse',
    breaks: 'Ce qui tombe',
    unclear: 'Indéterminé : lieu ou exploitant inconnu',
    topics: 'Topics',
    recipients: 'Destinataires',
    alternatives: 'Alternatives',
    stands: 'Rien ne tombe dans ces fichiers.',
  },
  suppose: suppose => {
    switch (suppose.is) {
      case 'without':
        return `plus rien de ${suppose.provider}`
      case 'withoutLaw':
        return `personne à la portée du droit : ${suppose.country}`
      case 'only':
        return `uniquement dans ${suppose.allowed.join(', ')}`
      case 'adequacyFalls':
        return `la décision d’adéquation tombe : ${suppose.country}`
    }
  },
  otherCluster: name => `le cluster ${name} de ces fichiers reste`,
  noAlternative: 'aucune connue dans les données de référence',
  gates: {
    compatibility: {
      name: 'Compatibilité',
      question:
        'Quels clients, connecteurs et fonctions du broker ont été testés avec ce cluster, et quelle compatibilité ses schémas respectent-ils ?',
    },
    boundary: {
      name: 'Périmètre',
      question:
        'Où se trouvent les enregistrements, les journaux, les métadonnées, les identifiants, les métriques et ce que le support collecte ?',
    },
    network: {
      name: 'Réseau',
      question: 'Qui atteint le cluster et d’où : adresse publique, appairage, liaison privée ?',
    },
    governance: {
      name: 'Gouvernance',
      question: 'Qui renouvelle les clés, accorde les droits et réinitialise les offsets, et qui l’approuve ?',
    },
    scaling: {
      name: 'Montée en charge',
      question: 'Que se passe-t-il si la charge double : brokers, partitions, disques, quotas ?',
    },
    migration: {
      name: 'Migration',
      question: 'Comment les données quittent-elles ce cluster : copie, offsets, bascule, retour ?',
    },
    observability: {
      name: 'Observabilité',
      question:
        'Qui est alerté en cas de retard, de disque plein ou de réplication défaillante, et où sont ces données ?',
    },
  },
  gateAnswer: answerOf,
  openQuestion: 'à répondre',
}

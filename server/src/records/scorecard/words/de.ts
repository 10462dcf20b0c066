import type { Note } from '../../../assess/path-entry.ts'
import { plural } from '../../../words/plural.ts'
import { dateOf } from '../../../words/de/people.ts'
import { duration, german as record } from '../../words/de.ts'
import { residency } from '../../../words/de/residency.ts'
import type { GateAnswer } from '../card.ts'
import { capitalised } from './capitals.ts'
import type { ScorecardWords } from './words.ts'

const laws = { gdpr: 'DSGVO', dora: 'DORA', nis2: 'NIS-2-Richtlinie' } as const
const kinds: Readonly<Record<string, string>> = {
  topic: 'Topic',
  cluster: 'Cluster',
  'node-pool': 'Knotengruppe',
  'connect-cluster': 'Connect-Cluster',
  connector: 'Konnektor',
  client: 'Client',
  flow: 'Replikation',
  schema: 'Schema',
  'supporting-service': 'Dienst',
}

function noteOf(note: Note): string {
  switch (note.is) {
    case 'brokers':
      return plural(note.count, 'Broker', 'Broker')
    case 'withBrokers':
      return 'liegt bei den Brokern'
    case 'kubernetes':
      return 'ein Operator im selben Kubernetes'
    case 'registry':
      return 'seine Schema-Registry'
    case 'backup':
      return backupOf(note)
    case 'calledBackup':
      return 'dem Namen nach eine Sicherung; dass sich ihre Records wiederherstellen lassen, sagt keine Datei'
    case 'declaredIn':
      return 'in dieser Datei beschrieben; wo Repository und Pipeline laufen, ist noch anzugeben'
    case 'disks':
      return `Datenträger der Klasse ${note.name}`
    case 'service':
      return note.service
    case 'learns':
      return `${note.service} erhält Namen von ${note.what === 'group' ? 'Consumer-Gruppen' : 'Topics'}${note.names.length > 0 ? `: ${note.names.join(', ')}` : ''}`
    case 'unstated':
      return `${note.service}: der Anbieter nennt keinen Ort; nachfragen`
    case 'kept':
      return keptOf(note)
    case 'offsets':
      return note.synchronised ? 'Offsets werden mitgeführt' : 'Offsets werden nicht mitgeführt'
    case 'there':
      return `${note.count} von ${plural(note.of, 'Konnektor', 'Konnektoren')} auch am Ausweichcluster beschrieben`
    case 'drill':
      return [
        `Übung am ${dateOf(note.date)}`,
        note.rto && `erreichte RTO ${note.rto}`,
        note.rpo && `erreichte RPO ${note.rpo}`,
        note.reference,
      ]
        .filter(Boolean)
        .join(', ')
    case 'supportFrom':
      return note.countries.includes('none') ? 'niemand außerhalb hat Zugriff' : `aus ${note.countries.join(', ')}`
  }
}

const backups = {
  store: 'ein Ablageort für Kopien von Datenträgern; ob dort welche liegen, sagt dieser Eintrag nicht',
  class: 'erstellt Snapshots von Datenträgern auf Anforderung',
  plan: 'kopiert Datenträger nach Zeitplan',
  copy: 'eine einmalige Kopie von Datenträgern',
} as const

function backupOf({ what, service, schedule, kept, reaches }: Extract<Note, { is: 'backup' }>): string {
  const times = [
    ...(schedule === undefined ? [] : [schedule]),
    ...(kept === undefined ? [] : [`Aufbewahrung ${duration(kept)}`]),
  ]
  if (!reaches) return `${service}: enthält keine Datenträger der Broker dieses Clusters`
  return `${service}: ${backups[what]}${times.length > 0 ? ` (${times.join(', ')})` : ''}`
}

function keptOf({ topics, shortest, longest, unlimited, compacted, unknown }: Extract<Note, { is: 'kept' }>): string {
  const one = shortest === undefined ? '' : duration(shortest)
  const limits =
    shortest === undefined || longest === undefined
      ? []
      : [shortest === longest ? one : `${one} bis ${duration(longest)}`]
  const rest = [
    ...(unlimited > 0 ? [`${unlimited} ohne Frist`] : []),
    ...(compacted > 0 ? [`${compacted} kompaktiert`] : []),
    ...(unknown > 0 ? [`${unknown} unbekannt`] : []),
  ]
  return `${plural(topics, 'Topic', 'Topics')}: ${[...limits, ...rest].join(', ')}`
}

function answerOf(answer: GateAnswer): string {
  switch (answer.is) {
    case 'boundary':
      return `von ${answer.of} Einträgen ist bei ${answer.known} der Ort bekannt; ${answer.outside} davon ${answer.outside === 1 ? 'liegt' : 'liegen'} außerhalb der erlaubten Länder`
    case 'network':
      return `${answer.encrypted} von ${plural(answer.listeners, 'Listener', 'Listenern')} mit TLS; ${answer.open ? 'eine Adresse ist öffentlich' : 'keine öffentliche Adresse beschrieben'}`
    case 'governance':
      return `über den Zugriff entscheiden ${answer.by === 'simple' ? 'Zugriffslisten' : answer.by}`
    case 'scaling':
      return 'Partitionen werden automatisch verteilt'
    case 'migration':
      return `${plural(answer.mirrors, 'Replikation', 'Replikationen')} beschrieben`
    case 'observability':
      return `beschrieben: ${answer.seen.map(item => german.items[item]).join(', ')}`
  }
}

/** The scorecard in German. */
export const german: ScorecardWords = {
  record,
  title: 'Speicherort und Wiederherstellung',
  introduction:
    'Für jeden Cluster: wo Datensätze, Metadaten, Verwaltung und Wiederherstellung liegen, wer sie betreibt und wessen Recht ihn erreicht, wie das bekannt ist, wer dafür verantwortlich ist und wann es geprüft wurde. **belegt** steht in einer Datei, **angegeben** in `.kafka-review.yaml`, **abgeleitet** ist geschlossen; **fehlt** ist unter `residency` anzugeben. Eine leere Zelle ist eine Feststellung. Keine Rechtsberatung.',
  nothing: 'In diesen Dateien ist kein Kafka-Cluster beschrieben.',
  columns: {
    cluster: 'Cluster',
    path: 'Pfad',
    item: 'Gegenstand',
    what: 'Was',
    where: 'Ort',
    who: 'Betreiber und welchem Recht er unterliegt',
    status: 'Stand',
    evidence: 'Beleg',
    owner: 'Verantwortlich',
    tested: 'Geprüft am',
    against: 'Feststellungen',
    law: 'Beantwortet, soweit anwendbar',
  },
  paths: {
    record: 'Datensätze',
    metadata: 'Metadaten',
    management: 'Verwaltung',
    recovery: 'Wiederherstellung',
  },
  items: capitalised(residency.item),
  kind: (kind, names) => `${kinds[kind] ?? kind}${names.length > 0 ? ` ${names.join(', ')}` : ''}`,
  note: noteOf,
  nearest: 'nächstgelegener Cluster; keine Datei nennt einen',
  runBy: ({ name, owner }, reached, possible) =>
    owner === undefined
      ? name
      : `${record.owned(name, owner)}; Recht: ${reached.join(', ')}${possible.length > 0 ? `, möglicherweise ${possible.join(', ')}` : ''}`,
  ownGround: 'niemand anderes genannt',
  notSeen: 'in den Dateien nicht ersichtlich',
  noneSeen: 'in den Dateien nicht ersichtlich',
  none: reason => `keine: ${reason}`,
  toBeDeclared: 'noch anzugeben',
  reference: where => `Nachweis: ${where}`,
  decision: what => `Entscheidung: ${what}`,
  day: dateOf,
  outdated: day => `${day} (veraltet)`,
  article: ({ law, article }) => `${record.article(article)} ${laws[law]}`,
  summary: ({ blank, of, outdated }) =>
    `${blank} von ${plural(of, 'Gegenstand', 'Gegenständen')} mit leerer Zelle${outdated > 0 ? `; ${plural(outdated, 'Prüfung ist', 'Prüfungen sind')} veraltet` : ''}.`,
  objectives: (rpo, rto) =>
    `Zulässiger Datenverlust (RPO): ${rpo ?? 'noch anzugeben'}. Zulässige Ausfallzeit (RTO): ${rto ?? 'noch anzugeben'}.`,
  parts: {
    gates: 'Prüfpunkte',
    gate: 'Prüfpunkt',
    answer: 'Antwort',
    stray: 'Gehört zu keinem beschriebenen Cluster',
    against: 'Feststellungen',
    accepted: 'akzeptiert',
    finding: 'Feststellung',
    place: 'Stelle',
    whatIf: 'Was wäre, wenn',
    breaks: 'Bricht weg',
    unclear: 'Nicht zu beurteilen: Ort oder Betreiber nicht bekannt',
    topics: 'Topics',
    recipients: 'Empfänger',
    alternatives: 'Alternativen',
    stands: 'In den Dateien bricht nichts weg.',
  },
  suppose: suppose => {
    switch (suppose.is) {
      case 'without':
        return `nichts von ${suppose.provider}`
      case 'withoutLaw':
        return `niemand, den das Recht erreicht: ${suppose.country}`
      case 'only':
        return `nur in ${suppose.allowed.join(', ')}`
      case 'adequacyFalls':
        return `der Angemessenheitsbeschluss entfällt: ${suppose.country}`
    }
  },
  otherCluster: name => `Cluster ${name} dieser Dateien bleibt`,
  noAlternative: 'aus den Referenzdaten keine bekannt',
  gates: {
    compatibility: {
      name: 'Kompatibilität',
      question:
        'Welche Clients, Konnektoren und Funktionen des Brokers wurden mit diesem Cluster geprüft, und welche Kompatibilität halten seine Schemas ein?',
    },
    boundary: {
      name: 'Grenze',
      question: 'Wo liegen Datensätze, Protokolle, Metadaten, Zugangsdaten, Metriken und was der Support sammelt?',
    },
    network: {
      name: 'Netz',
      question: 'Wer erreicht den Cluster von wo: öffentliche Adresse, Peering, private Verbindung?',
    },
    governance: {
      name: 'Steuerung',
      question: 'Wer wechselt Schlüssel, vergibt Rechte und setzt Offsets zurück, und wer gibt das frei?',
    },
    scaling: {
      name: 'Skalierung',
      question: 'Was geschieht bei doppelter Last: Broker, Partitionen, Datenträger, Kontingente?',
    },
    migration: {
      name: 'Migration',
      question: 'Wie verlassen die Daten diesen Cluster: Kopie, Offsets, Umschaltung, Rückweg?',
    },
    observability: {
      name: 'Beobachtbarkeit',
      question: 'Wer wird alarmiert, wenn Rückstand, Datenträger oder Replikation versagen, und wo liegen diese Daten?',
    },
  },
  gateAnswer: answerOf,
  openQuestion: 'zu beantworten',
}

import { durationOf } from '../../../assess/duration.ts'
import type { Note } from '../../../assess/path-entry.ts'
import { kindNames } from '../../../words/en/kinds.ts'
import { word } from '../../../words/message.ts'
import { plural } from '../../../words/plural.ts'
import { english as record } from '../../words/en.ts'
import { residency } from '../../../words/en/residency.ts'
import type { GateAnswer } from '../card.ts'
import { capitalised } from './capitals.ts'
import type { ScorecardWords } from './words.ts'

const laws = { gdpr: 'GDPR', dora: 'DORA', nis2: 'NIS2' } as const
const time = (milliseconds: number): string => word(durationOf(milliseconds), record.messages)

function noteOf(note: Note): string {
  switch (note.is) {
    case 'brokers':
      return plural(note.count, 'broker', 'brokers')
    case 'withBrokers':
      return 'kept by the brokers'
    case 'kubernetes':
      return 'an operator in the same Kubernetes'
    case 'registry':
      return 'its schema registry'
    case 'backup':
      return backupOf(note)
    case 'calledBackup':
      return 'a backup by its name; that its records can be restored, no file tells'
    case 'declaredIn':
      return 'declared in this file; where the repository and its pipeline run is to be declared'
    case 'disks':
      return `disks of class ${note.name}`
    case 'service':
      return note.service
    case 'learns':
      return `${note.service} gets names of ${note.what === 'group' ? 'consumer groups' : 'topics'}${note.names.length > 0 ? `: ${note.names.join(', ')}` : ''}`
    case 'unstated':
      return `${note.service}: the vendor names no place; ask`
    case 'kept':
      return keptOf(note)
    case 'offsets':
      return note.synchronised ? 'committed offsets are synchronised' : 'committed offsets are not synchronised'
    case 'there':
      return `${note.count} of ${plural(note.of, 'connector', 'connectors')} also declared at the standby`
    case 'drill':
      return [
        `drill on ${note.date}`,
        note.rto && `RTO reached ${note.rto}`,
        note.rpo && `RPO reached ${note.rpo}`,
        note.reference,
      ]
        .filter(Boolean)
        .join(', ')
    case 'supportFrom':
      return note.countries.includes('none') ? 'nobody outside has access' : `from ${note.countries.join(', ')}`
  }
}

const backups = {
  store: 'a place for copies of disks; whether any are there, this entry does not tell',
  class: 'makes snapshots of disks that others ask for',
  plan: 'copies disks on a schedule',
  copy: 'a copy of disks, made once',
} as const

function backupOf({ what, service, schedule, kept, reaches }: Extract<Note, { is: 'backup' }>): string {
  const times = [
    ...(schedule === undefined ? [] : [schedule]),
    ...(kept === undefined ? [] : [`kept for ${time(kept)}`]),
  ]
  if (!reaches) return `${service}: holds no disks of this cluster’s brokers`
  return `${service}: ${backups[what]}${times.length > 0 ? ` (${times.join(', ')})` : ''}`
}

function keptOf({ topics, shortest, longest, unlimited, compacted, unknown }: Extract<Note, { is: 'kept' }>): string {
  const limits =
    shortest === undefined || longest === undefined
      ? []
      : [shortest === longest ? time(shortest) : `${time(shortest)} to ${time(longest)}`]
  const rest = [
    ...(unlimited > 0 ? [`${unlimited} without limit`] : []),
    ...(compacted > 0 ? [`${compacted} compacted`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ]
  return `${plural(topics, 'topic', 'topics')}: ${[...limits, ...rest].join(', ')}`
}

function answerOf(answer: GateAnswer): string {
  switch (answer.is) {
    case 'boundary':
      return `the place of ${answer.known} of ${answer.of} entries is known; ${answer.outside} of them ${answer.outside === 1 ? 'lies' : 'lie'} outside of the allowed countries`
    case 'network':
      return `${answer.encrypted} of ${plural(answer.listeners, 'listener', 'listeners')} with TLS; ${answer.open ? 'an address is public' : 'no public address is declared'}`
    case 'governance':
      return `access is decided by ${answer.by === 'simple' ? 'access lists' : answer.by}`
    case 'scaling':
      return 'partitions are moved automatically'
    case 'migration':
      return `${plural(answer.mirrors, 'mirror', 'mirrors')} declared`
    case 'observability':
      return `declared: ${answer.seen.map(item => english.items[item].toLowerCase()).join(', ')}`
  }
}

/** The scorecard in English. */
export const english: ScorecardWords = {
  record,
  title: 'Residency and recovery',
  introduction:
    'For each cluster: where records, metadata, management and recovery lie, who runs them and under whose law, how that is known, who answers for it, and when it was tested. **proven** stands in a file, **declared** in `.kafka-review.yaml`, **inferred** is concluded; **missing** has to be declared under `residency`. A blank cell is a finding. Not legal advice.',
  nothing: 'No Kafka cluster is declared in these files.',
  columns: {
    cluster: 'Cluster',
    path: 'Path',
    item: 'Item',
    what: 'What',
    where: 'Where',
    who: 'Run by, under whose law',
    status: 'Known',
    evidence: 'Evidence',
    owner: 'Owner',
    tested: 'Tested on',
    against: 'Findings',
    law: 'Answers, where the law applies',
  },
  paths: { record: 'Record path', metadata: 'Metadata path', management: 'Management path', recovery: 'Recovery path' },
  items: capitalised(residency.item),
  kind: (kind, names) =>
    `${kindNames[kind as keyof typeof kindNames] ?? kind}${names.length > 0 ? ` ${names.join(', ')}` : ''}`,
  note: noteOf,
  nearest: 'the nearest cluster; no file names one',
  runBy: ({ name, owner }, reached, possible) =>
    owner === undefined
      ? name
      : `${record.owned(name, owner)}; law of ${reached.join(', ')}${possible.length > 0 ? `, possibly ${possible.join(', ')}` : ''}`,
  ownGround: 'nobody else is named',
  notSeen: 'nothing seen in the files',
  noneSeen: 'none seen in the files',
  none: reason => `none: ${reason}`,
  toBeDeclared: 'to be declared',
  reference: where => `evidence: ${where}`,
  decision: what => `decision: ${what}`,
  day: date => date,
  outdated: day => `${day} (outdated)`,
  article: ({ law, article }) => `${laws[law]} ${article}`,
  summary: ({ blank, of, outdated }) =>
    `${blank} of ${plural(of, 'item has', 'items have')} a blank cell${outdated > 0 ? `; ${plural(outdated, 'test is', 'tests are')} outdated` : ''}.`,
  objectives: (rpo, rto) =>
    `Recovery point objective: ${rpo ?? 'to be declared'}. Recovery time objective: ${rto ?? 'to be declared'}.`,
  parts: {
    gates: 'Gates',
    gate: 'Gate',
    answer: 'Answer',
    stray: 'Belongs to no declared cluster',
    against: 'Findings',
    accepted: 'accepted',
    finding: 'Finding',
    place: 'Place',
    whatIf: 'What if',
    breaks: 'Breaks',
    unclear: 'Cannot be told: the place or whoever runs it is not known',
    topics: 'Topics',
    recipients: 'Recipients',
    alternatives: 'Alternatives',
    stands: 'Nothing in the files breaks.',
  },
  suppose: suppose => {
    switch (suppose.is) {
      case 'without':
        return `nothing of ${suppose.provider}`
      case 'withoutLaw':
        return `nobody in reach of the law: ${suppose.country}`
      case 'only':
        return `only in ${suppose.allowed.join(', ')}`
      case 'adequacyFalls':
        return `the adequacy decision falls: ${suppose.country}`
    }
  },
  otherCluster: name => `cluster ${name} of these files stays`,
  noAlternative: 'none known from the reference data',
  gates: {
    compatibility: {
      name: 'Compatibility',
      question:
        'Which clients, connectors and features of the broker were tested against this cluster, and which compatibility do its schemas keep?',
    },
    boundary: {
      name: 'Boundary',
      question: 'Where are records, logs, metadata, credentials, metrics and what support collects?',
    },
    network: {
      name: 'Network',
      question: 'Who reaches the cluster from where: public address, peering, private link?',
    },
    governance: {
      name: 'Governance',
      question: 'Who rotates keys, grants rights and resets offsets, and who approves it?',
    },
    scaling: { name: 'Scaling', question: 'What happens at twice the load: brokers, partitions, disks, quotas?' },
    migration: {
      name: 'Migration',
      question: 'How does the data leave this cluster: copy, offsets, switch, way back?',
    },
    observability: {
      name: 'Observability',
      question: 'Who is alerted when lag, disk or replication fail, and where does that data lie?',
    },
  },
  gateAnswer: answerOf,
  openQuestion: 'to be answered',
}

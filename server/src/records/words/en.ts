import { durationOf, rounded } from '../../assess/duration.ts'
import type { Erasure } from '../../assess/retention.ts'
import { kindNames, safeguardNames } from '../../words/en/kinds.ts'
import { word } from '../../words/message.ts'
import { plural } from '../../words/plural.ts'
import type { Criterion } from '../../assess/impact-assessment.ts'
import { decisionNumber } from './decision.ts'
import { english as messages } from '../../words/en/english.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'sink',
  replication: 'mirror',
  cluster: 'Kafka cluster of',
  source: 'source cluster of',
  'tiered-storage': 'tiered storage of',
  registry: 'schema registry of',
  telemetry: 'telemetry of',
  proxy: 'proxy of',
  state: 'Terraform state of',
  backup: 'backup of',
  disks: 'disks of',
  'control-plane': 'control plane of',
} as const
const safeguards = {
  scc: [safeguardNames.scc, 'Art. 46(2)(c)'],
  bcr: [safeguardNames.bcr, 'Art. 47'],
  dpf: ['listing under the Data Privacy Framework', 'Art. 45'],
  adequacy: [safeguardNames.adequacy, 'Art. 45'],
  'code-of-conduct': [safeguardNames['code-of-conduct'], 'Art. 46(2)(e)'],
  certification: [safeguardNames.certification, 'Art. 46(2)(f)'],
  'ad-hoc': [safeguardNames['ad-hoc'], 'Art. 46(3)(a)'],
  derogation: [safeguardNames.derogation, 'Art. 49'],
  other: [safeguardNames.other, 'Art. 46'],
} as const

const special9or10: Readonly<Record<string, string>> = { criminal: ', Art. 10' }
const places = { ...roles, cluster: 'Kafka cluster', replication: 'mirror' } as const
const safeguardParts = {
  module: 'module of the clauses',
  importer: 'importer',
  assessed: 'assessment of the law there',
} as const
const criteria: Readonly<Record<Criterion, string>> = {
  special: 'special categories, where on a large scale',
  criminal: 'convictions or offences, where on a large scale',
  profiling: 'profiling, scoring or automated decisions',
  monitoring: 'systematic monitoring',
  location: 'location data',
  vulnerable: 'vulnerable people',
}

const lasts = (milliseconds: number): string => word(durationOf(milliseconds), messages)
/** By the timestamps of records: a file proves no more. */
const erased = (milliseconds: number, { earliest, latest }: Erasure): string =>
  `deleted, by the timestamps of records, ${earliest === undefined ? `sooner where a size is reached, else not before ${lasts(milliseconds)}` : `at the earliest after ${lasts(earliest)}`}, at the latest after about ${lasts(rounded(latest))}`

/** The record in English; headings as the templates of the ICO and the DPC have them. */
export const english: Words = {
  language: 'en',
  messages,
  colon: ': ',
  semicolon: '; ',
  title: 'Record of processing activities',
  introduction:
    'A draft, read from the files of the platform: **proven** stands in a file, **declared** in `.kafka-review.yaml`, **inferred** is concluded from names or defaults; **unknown** is not seen in the files, which does not prove its absence; **missing** has to be declared. Bounds of erasure presume running brokers.',
  nothing: 'No processing activity can be told from these files; that proves nothing.',
  roles: { controller: 'GDPR Art. 30(1), as controller', processor: 'GDPR Art. 30(2), as processor' },
  columns: {
    activity: 'Activity',
    source: 'Source',
    article: 'Article',
    field: 'Field',
    value: 'Value',
    status: 'Status',
    evidence: 'Evidence',
  },
  heading: (cell, role) =>
    ({
      controller: role === 'processor' ? 'Processor, and the controllers on whose behalf it acts' : 'Controller',
      purposes: role === 'processor' ? 'Categories of processing' : 'Purposes',
      legalBasis: 'Lawful basis',
      subjects: 'Data subjects',
      categories: 'Categories of personal data',
      recipients: 'Recipients',
      readers: 'Consumer groups and programs that read',
      transfers: 'Transfers to third countries',
      retention: 'Time limits for erasure',
      measures: 'Technical and organisational measures',
      location: 'Where the data is',
      origins: 'Source of the data',
      assessment: 'Data protection impact assessment',
    })[cell],
  bases: { proven: 'proven', declared: 'declared', inferred: 'inferred', unknown: 'unknown', missing: 'missing' },
  source: (kind, name) => `${kindNames[kind]} ${name}`,
  proposed: name => `${name} (proposed)`,
  toBeDeclared: 'to be declared',
  blank: fields => `; to be declared: ${fields.join(', ')}`,
  noneKnown: cell => (cell === 'transfers' ? 'none seen in the files' : 'nothing seen in the files'),
  declareIt: where => `declare it: ${where}`,
  more: count => `+${count}`,
  jointly: name => `jointly with ${name}`,
  representedBy: name => `represented by ${name}`,
  dataProtectionOfficer: name => `data protection officer: ${name}`,
  onBehalfOf: name => `on behalf of ${name}`,
  supervisedBy: name => `supervisory authority: ${name}`,
  ownedBy: name => `answerable unit: ${name}`,
  since: date => `in use since ${date}`,
  reviewed: date => `last reviewed on ${date}`,
  processor: (name, contract, others) =>
    `processor ${name}: ${contract ? `contract ${contract}` : 'contract (Art. 28(3)) to be declared'}${others.length > 0 ? `; sub-processors ${others.join(', ')}` : ''}`,
  subPurpose: text => `sub-purpose: ${text}`,
  version: text => `version of the record: ${text}`,
  condition: text => `exception of Art. 9(2) or law under Art. 10: ${text}`,
  conditionMissing: (special, criminal) =>
    `${[...(special ? ['exception of Art. 9(2)'] : []), ...(criminal ? ['law under Art. 10'] : [])].join(' and ')} to be declared`,
  basisMissing: 'basis of Art. 6 to be declared',
  profiling: text => `profiling and automated decisions: ${text}`,
  assessmentAt: reference => `impact assessment: ${reference}`,
  subject: (id, many) => (id === 'person' ? 'data subjects not specified' : many),
  category: ({ id, one, special }, fields) =>
    `${one} (${fields})${special ? (special9or10[id] ?? ', a special category, Art. 9') : ''}`,
  recipient: (what, role, who, where, owner) =>
    `${what}: ${who}, ${where}${role === 'cluster' ? ', with names of topics and groups, and offsets' : ''}${owner === undefined ? '' : `; group ${owner}`}`,
  placeOf: (role, name) => `${roles[role]} ${name}`,
  owned: (name, owner) => `${name}, group ${owner}`,
  contractParties: owners => `Contract party (Art. 28(3)) for services of ${owners.join(', ')}`,
  localAddress: 'at a local address, place to be declared',
  toSettle: what => `to be settled, since several things of this name are equally near: ${what}`,
  place: (role, name) => `${places[role]} ${name}`,
  noCluster: 'no file tells which Kafka cluster it is: country to be declared',
  countryUnknown: 'country to be declared',
  unknown: 'unknown',
  country: (_code, name) => name,
  transfer: (name, country, basis) => `${name} to ${country}: ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `adequacy decision ${decisionNumber(instrument)}${validUntil ? `, until ${validUntil}` : ''}`,
  safeguardMissing: 'safeguard to be declared',
  remoteAccess: {
    open: 'access from third countries, for instance by support, to be declared',
    inside: 'nobody has access from third countries',
    from: (who, country, basis) => `access to ${who} from ${country}: ${basis}`,
  },
  coversSome: adequacy => `safeguard to be declared; ${adequacy} covers some recipients only`,
  safeguard: ({ kind, date, reference, module, importer, assessed, expires }) =>
    [
      `${safeguards[kind][0]}${date ? ` of ${date}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
      ...(module ? [`module ${module}`] : []),
      ...(importer ? [`importer ${importer}`] : []),
      ...(assessed ? [`law of the third country assessed on ${assessed}`] : []),
      ...(expires ? [`until ${expires.value}`] : []),
    ].join('; '),
  safeguardLacks: (name, parts) => `${name}: ${parts.map(part => safeguardParts[part]).join(', ')} to be declared`,
  retention: (topics, { kind, milliseconds = 0 }, erasure) =>
    `${{ limited: erasure ? erased(milliseconds, erasure) : `time limit ${lasts(milliseconds)}, applied to whole log segments`, unlimited: 'no time limit', compacted: 'the last record of each key is kept until it is deleted', unknown: 'to be declared' }[kind]}${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  copyAt: names => `copies at ${names.join(', ')}: to be declared`,
  copyKept: (name, retention) => `copies at ${name}: ${retention}`,
  encrypted: cluster => `encryption in transit: all listeners of cluster ${cluster} use TLS`,
  unencrypted: (listeners, cluster) => `no encryption in transit on ${listeners} of cluster ${cluster}`,
  linkEncrypted: (name, encrypted) => `${encrypted ? 'encryption' : 'no encryption'} in transit: ${name}`,
  authentication: (how, listeners, of, cluster) =>
    `authentication: ${how} on ${listeners === of ? 'all listeners' : `${listeners} of ${of} listeners`} of cluster ${cluster}`,
  accessControl: (how, cluster) => `access control: ${how === 'simple' ? 'access lists' : how} on cluster ${cluster}`,
  ownKey: cluster => `encryption at rest: own key on cluster ${cluster}`,
  brokerLogs: cluster => `logging: broker logs of cluster ${cluster} are exported`,
  segmented: (listeners, cluster) =>
    `network: only listed sources can connect to ${listeners.join(', ')} of cluster ${cluster}`,
  quotas: users => `availability: quotas for ${users.join(', ')}`,
  copies: (count, topics) =>
    `availability: ${plural(count, 'copy', 'copies')} of the data${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  masked: (fields, who) => `pseudonymisation or minimisation: ${who} masks ${fields}`,
  dropped: (fields, who) => `pseudonymisation or minimisation: ${who} drops ${fields}`,
  tagged: (count, of) =>
    `classification: ${count} of ${plural(of, 'field', 'fields')} with personal data are tagged in the schema`,
  location: (what, country, owner) => `${what}: ${country}${owner ? `, with ${owner}` : ''}`,
  named: (topics, special) =>
    topics.length === 1
      ? `the name of topic ${topics.join()} tells of ${special ? 'data under Art. 9 or 10' : 'people'}; its content is to be declared`
      : `the names of topics ${topics.join(', ')} tell of ${special ? 'data under Art. 9 or 10' : 'people'}; their content is to be declared`,
  brought: (how, names) =>
    ({
      tables: `tables or collections ${names.join(', ')}: topics and content to be declared`,
      unlisted: `tables or collections${names.length > 0 ? ` of ${names.join(', ')}` : ''}: not listed; content to be declared`,
      query: 'what a query selects: content to be declared',
      unknown: 'what it brings in: to be declared',
    })[how],
  party: (role, name) =>
    `${{ source: 'connector', sink: 'sink', mirror: 'mirror', group: 'consumer group', client: 'program' }[role]} ${name}`,
  assessmentSign: (criterion, article, by) => `to be examined: ${criteria[criterion]} (${article}): ${by.join(', ')}`,
  assessmentNoSign:
    'to be examined: what was understood of the files shows no sign of Art. 35(3); purpose, scale and the list of the supervisory authority decide',
  article: cite => cite,
  parts: {
    summary: 'Summary',
    common: 'For all activities',
    proposed: 'Activities proposed from names',
    missing: 'What is missing',
    systems: 'Systems that belong to no activity',
    without: 'Topics whose schema shows no personal data',
    untold: 'Topics whose content no schema tells: to be settled',
    own: 'Topics that tools keep for themselves, such as offsets, settings and the history of schemas',
    schemas: 'Schemas with personal data that belong to no activity: to be assigned',
    weaknesses: 'Weaknesses',
    services:
      'Services run by others (for the register of DORA Art. 28(3) and the supply chain of NIS2 Art. 21(2)(d), where these apply)',
    annex: 'Annex',
    every: 'all activities',
  },
  attested: ({ scheme, of, seen }) => `${scheme} (${of}, as of ${seen})`,
  onlyMissing: 'only what is missing',
  service: (operator, what, activities, isContracted) =>
    `${operator}: ${what.join('; ')}; for ${activities.join(', ')}${isContracted ? '' : '; contract to be declared'}`,
  sharedBy: (label, activities) => `Shared ${label}: ${activities.join(', ')}`,
  seeShared: labels => `; see Shared ${labels.join(', ')}`,
  summary: ({ activities, proposed, special, missing }) =>
    `${[plural(activities, 'activity', 'activities'), ...(proposed > 0 ? [`${proposed} proposed`] : []), ...(special > 0 ? [`${special} with data under Art. 9 or 10`] : [])].join(', ')}; ${plural(missing, 'entry is', 'entries are')} missing.`,
  unread: {
    title: 'What was not read',
    place: 'Place',
    reason: 'Reason',
    note: 'These places speak of Kafka and were not understood. The record says nothing of them.',
  },
  accepted: { title: 'Accepted risks', finding: 'Finding', reason: 'Accepted because', place: 'Place' },
}

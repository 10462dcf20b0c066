import { durationOf } from '../../assess/duration.ts'
import { kindNames, safeguardNames } from '../../words/en/kinds.ts'
import { word } from '../../words/message.ts'
import { plural } from '../../words/plural.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'sink',
  replication: 'mirror',
  cluster: 'Kafka of',
  'tiered-storage': 'tiered storage of',
  registry: 'schema registry of',
  telemetry: 'telemetry of',
  proxy: 'proxy of',
} as const
const safeguards = {
  scc: [safeguardNames.scc, 'Art. 46(2)(c)'],
  bcr: [safeguardNames.bcr, 'Art. 47'],
  dpf: ['listing under the Data Privacy Framework', 'Art. 45'],
  other: [safeguardNames.other, 'Art. 46'],
} as const

/** The record in English; headings as the templates of the ICO and the DPC have them. */
export const english: Words = {
  language: 'en',
  title: 'Record of processing activities',
  introduction:
    'Read from the files of the platform: **proven** stands in a file, **declared** in `.kafka-review.yaml`, **inferred** is concluded from names, **missing** has to be declared.',
  nothing: 'Nothing in these files is a processing activity.',
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
      transfers: 'Transfers to third countries',
      retention: 'Time limits for erasure',
      measures: 'Technical and organisational measures',
      location: 'Where the data is',
      origins: 'Source of the data',
      assessment: 'Data protection impact assessment',
    })[cell],
  bases: { proven: 'proven', declared: 'declared', inferred: 'inferred', missing: 'missing' },
  source: (kind, name) => `${kindNames[kind]} ${name}`,
  toBeDeclared: 'to be declared',
  noneKnown: 'none is known from the files',
  declareIt: where => `declare it: ${where}`,
  more: count => `and ${count} more`,
  jointly: name => `jointly with ${name}`,
  representedBy: name => `represented by ${name}`,
  dataProtectionOfficer: name => `data protection officer: ${name}`,
  onBehalfOf: name => `on behalf of ${name}`,
  subject: (id, many) => (id === 'person' ? 'people, not told apart' : many),
  category: ({ one, special }, fields) => `${one} (${fields})${special ? ', a special category' : ''}`,
  recipient: (role, name, who, where) => `${roles[role]} ${name}: ${who} (${where})`,
  owned: (name, owner) => `${name}, of ${owner}`,
  ownNetwork: 'in the own network',
  countryUnknown: 'country to be declared',
  unknown: 'unknown',
  country: (_code, name) => name,
  transfer: (name, country, basis) => `${name} to ${country}: ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `adequacy decision ${instrument}${validUntil ? `, until ${validUntil}` : ''}`,
  safeguardMissing: 'safeguard to be declared',
  coversSome: adequacy => `safeguard to be declared; ${adequacy} covers some recipients only`,
  safeguard: (kind, date, reference) =>
    `${safeguards[kind][0]}${date ? ` of ${date}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
  retention: (topic, { kind, milliseconds = 0 }) =>
    `topic ${topic}: ${{ limited: `erased after ${word(durationOf(milliseconds))}`, unlimited: 'kept without a limit', compacted: 'the last record of each key is kept until it is deleted', unknown: 'to be declared' }[kind]}`,
  copyAt: name => `copy at ${name}: to be declared`,
  encrypted: cluster => `encryption in transit: all listeners of cluster ${cluster} use TLS`,
  unencrypted: (listeners, cluster) => `no encryption in transit on ${listeners} of cluster ${cluster}`,
  linkEncrypted: (name, encrypted) => `${encrypted ? 'encryption' : 'no encryption'} in transit: ${name}`,
  authentication: (how, listeners, of) =>
    `authentication: ${how} on ${listeners} of ${plural(of, 'listener', 'listeners')}`,
  accessControl: how => `access control: ${how === 'simple' ? 'access lists' : how}`,
  copies: count => `availability: ${plural(count, 'copy', 'copies')} of the data`,
  masked: fields => `pseudonymisation or minimisation: masks ${fields}`,
  dropped: fields => `pseudonymisation or minimisation: drops ${fields}`,
  tagged: (count, of) =>
    `classification: ${count} of ${plural(of, 'field', 'fields')} with personal data are tagged in the schema`,
  location: (country, owner) => (owner ? `${country}, with ${owner}` : country),
  party: (role, name) =>
    `${{ source: 'connector', sink: 'sink', mirror: 'mirror', group: 'consumer group', client: 'program' }[role]} ${name}`,
  assessmentToExamine: reasons => `to be examined: ${reasons}, where processed on a large scale`,
  assessmentNoReason: 'no reason for one is seen in the files',
  special: ({ one }) => one,
  unread: {
    title: 'What was not read',
    place: 'Place',
    reason: 'Reason',
    note: 'These places speak of Kafka and were not understood. The record says nothing of them.',
  },
  accepted: { title: 'Accepted risks', finding: 'Finding', reason: 'Accepted because', place: 'Place' },
}

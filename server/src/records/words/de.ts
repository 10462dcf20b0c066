import { largestUnit } from '../../assess/duration.ts'
import { plural } from '../../words/plural.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'Senke',
  replication: 'Spiegelung',
  cluster: 'Kafka von',
  'tiered-storage': 'Auslagerungsspeicher von',
  registry: 'Schema-Registry von',
  telemetry: 'Telemetrie von',
  proxy: 'Proxy von',
} as const
const kinds = {
  topic: 'Topic',
  connector: 'Konnektor',
  flow: 'Spiegelung',
  schema: 'Schema',
  'connect-cluster': 'Connect-Cluster',
  client: 'Client',
  cluster: 'Cluster',
} as const
const safeguards = {
  scc: ['Standarddatenschutzklauseln', 'Art. 46 Abs. 2 Buchst. c'],
  bcr: ['verbindliche interne Datenschutzvorschriften', 'Art. 47'],
  dpf: ['Eintrag in der Liste des Data Privacy Framework', 'Art. 45'],
  other: ['andere Garantie', 'Art. 46'],
} as const
const units = {
  day: ['Tag', 'Tagen'],
  hour: ['Stunde', 'Stunden'],
  minute: ['Minute', 'Minuten'],
  second: ['Sekunde', 'Sekunden'],
  millisecond: ['Millisekunde', 'Millisekunden'],
} as const
const subjects: Readonly<Record<string, string>> = {
  user: 'Nutzende',
  customer: 'Kundinnen und Kunden',
  employee: 'Beschäftigte',
  driver: 'Fahrerinnen und Fahrer',
  subscriber: 'Anschlussinhaber',
  patient: 'Patientinnen und Patienten',
  person: 'Personen, nicht näher bestimmt',
  voter: 'Wählerinnen und Wähler',
  passenger: 'Fahrgäste',
  child: 'Kinder',
  student: 'Lernende und Studierende',
}
const categories: Readonly<Record<string, string>> = {
  name: 'Name',
  username: 'Benutzername',
  'contact-email': 'E-Mail-Adresse',
  'contact-phone': 'Telefonnummer',
  'contact-address': 'Anschrift',
  'contact-other': 'sonstige Kontaktangabe',
  'person-id': 'Kennung einer Person',
  'national-id': 'nationale Kennziffer',
  'account-id': 'Konto einer Person',
  'online-id': 'Online-Kennung',
  'device-id': 'Gerätekennung',
  ip: 'IP-Adresse',
  'user-agent': 'Browserkennung',
  birth: 'Geburtsdatum oder Geburtsort',
  age: 'Alter',
  gender: 'Geschlecht',
  demographic: 'demografische Angabe',
  location: 'Standort',
  financial: 'Finanzangabe',
  credential: 'Zugangsdaten',
  photo: 'Lichtbild',
  content: 'Inhalt einer Nachricht',
  behaviour: 'Verhalten',
  employment: 'Angabe zur Beschäftigung',
  education: 'Angabe zur Ausbildung',
  family: 'Angabe zur Familie',
  child: 'Angabe über ein Kind',
  vehicle: 'Fahrzeug einer Person',
  personal: 'personenbezogene Angabe',
  health: 'Gesundheitsdaten',
  genetic: 'genetische Daten',
  biometric: 'biometrische Daten',
  ethnic: 'ethnische Herkunft',
  religion: 'religiöse Überzeugung',
  politics: 'politische Meinung',
  'trade-union': 'Gewerkschaftszugehörigkeit',
  'sex-life': 'Sexualleben oder sexuelle Orientierung',
  criminal: 'strafrechtliche Verurteilungen',
}
const countries = new Intl.DisplayNames('de', { type: 'region' })
const duration = (milliseconds: number): string => {
  const { count, unit } = largestUnit(milliseconds)
  return plural(count, units[unit][0], units[unit][1])
}

/** The record in German; headings as the templates of the Datenschutzkonferenz have them. */
export const german: Words = {
  language: 'de',
  title: 'Verzeichnis von Verarbeitungstätigkeiten',
  introduction:
    'Aus den Dateien der Plattform gelesen: **belegt** steht in einer Datei, **erklärt** in `.kafka-review.yaml`, **erschlossen** folgt aus Namen, **fehlt** ist noch zu erklären.',
  nothing: 'Nichts in diesen Dateien ist eine Verarbeitungstätigkeit.',
  roles: {
    controller: 'DSGVO Art. 30 Abs. 1, als Verantwortlicher',
    processor: 'DSGVO Art. 30 Abs. 2, als Auftragsverarbeiter',
  },
  columns: {
    activity: 'Verarbeitungstätigkeit',
    source: 'Quelle',
    article: 'Artikel',
    field: 'Angabe',
    value: 'Inhalt',
    status: 'Status',
    evidence: 'Beleg',
  },
  heading: (cell, role) =>
    ({
      controller:
        role === 'processor'
          ? 'Auftragsverarbeiter und Verantwortliche, in deren Auftrag er tätig ist'
          : 'Verantwortlicher',
      purposes: role === 'processor' ? 'Kategorien von Verarbeitungen' : 'Zwecke der Verarbeitung',
      legalBasis: 'Rechtsgrundlage',
      subjects: 'Kategorien betroffener Personen',
      categories: 'Kategorien personenbezogener Daten',
      recipients: 'Kategorien von Empfängern',
      transfers: 'Übermittlungen an Drittländer',
      retention: 'Fristen für die Löschung',
      measures: 'Technische und organisatorische Maßnahmen',
      location: 'Ort der Daten',
      origins: 'Herkunft der Daten',
      assessment: 'Datenschutz-Folgenabschätzung',
    })[cell],
  bases: { proven: 'belegt', declared: 'erklärt', inferred: 'erschlossen', missing: 'fehlt' },
  source: (kind, name) => `${kinds[kind]} ${name}`,
  toBeDeclared: 'noch zu erklären',
  noneKnown: 'aus den Dateien ist keine bekannt',
  declareIt: where => `zu erklären unter ${where}`,
  more: count => `und ${count} weitere`,
  jointly: name => `gemeinsam mit ${name}`,
  representedBy: name => `vertreten durch ${name}`,
  dataProtectionOfficer: name => `Datenschutzbeauftragter: ${name}`,
  onBehalfOf: name => `im Auftrag von ${name}`,
  subject: (id, many) => subjects[id] ?? many,
  category: ({ id, one, special }, fields) =>
    `${categories[id] ?? one} (${fields})${special ? ', besondere Kategorie' : ''}`,
  recipient: (role, name, who, where) => `${roles[role]} ${name}: ${who} (${where})`,
  owned: (name, owner) => `${name}, ${owner}`,
  ownNetwork: 'im eigenen Netz',
  countryUnknown: 'Land noch zu erklären',
  unknown: 'unbekannt',
  country: (code, name) => countries.of(code) ?? name,
  transfer: (name, country, basis) => `${name}, ${country}: ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `Angemessenheitsbeschluss ${instrument}${validUntil ? `, gültig bis ${validUntil}` : ''}`,
  safeguardMissing: 'Garantie noch zu erklären',
  coversSome: adequacy => `Garantie noch zu erklären; ${adequacy} gilt nur für manche Empfänger`,
  safeguard: (kind, date, reference) =>
    `${safeguards[kind][0]}${date ? ` vom ${date}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
  retention: (topic, { kind, milliseconds = 0 }) =>
    `Topic ${topic}: ${{ limited: `gelöscht nach ${duration(milliseconds)}`, unlimited: 'ohne Frist aufbewahrt', compacted: 'der letzte Stand je Schlüssel bleibt, bis er gelöscht wird', unknown: 'noch zu erklären' }[kind]}`,
  copyAt: name => `Kopie bei ${name}: noch zu erklären`,
  encrypted: cluster => `Verschlüsselung bei der Übertragung: alle Listener des Clusters ${cluster} nutzen TLS`,
  unencrypted: (listeners, cluster) =>
    `keine Verschlüsselung bei der Übertragung: ${listeners} des Clusters ${cluster}`,
  linkEncrypted: (name, encrypted) =>
    `${encrypted ? 'Verschlüsselung' : 'keine Verschlüsselung'} bei der Übertragung: ${name}`,
  authentication: (how, listeners, of) =>
    `Authentifizierung: ${how} an ${listeners} von ${plural(of, 'Listener', 'Listenern')}`,
  accessControl: how => `Zugriffskontrolle: ${how === 'simple' ? 'Zugriffslisten' : how}`,
  copies: count => `Verfügbarkeit: ${plural(count, 'Kopie', 'Kopien')} der Daten`,
  masked: fields => `Pseudonymisierung oder Datenminimierung: maskiert ${fields}`,
  dropped: fields => `Pseudonymisierung oder Datenminimierung: entfernt ${fields}`,
  tagged: (count, of) =>
    `Klassifizierung: ${count} von ${plural(of, 'Feld', 'Feldern')} mit personenbezogenen Daten im Schema gekennzeichnet`,
  location: (country, owner) => (owner ? `${country}, bei ${owner}` : country),
  party: (role, name) =>
    `${{ source: 'Konnektor', sink: 'Senke', mirror: 'Spiegelung', group: 'Consumer-Gruppe', client: 'Programm' }[role]} ${name}`,
  assessmentToExamine: reasons => `zu prüfen: ${reasons}, sofern umfangreich verarbeitet`,
  assessmentNoReason: 'aus den Dateien ist kein Anlass ersichtlich',
  special: ({ id, one }) => categories[id] ?? one,
  unread: {
    title: 'Was nicht gelesen wurde',
    place: 'Stelle',
    reason: 'Grund',
    note: 'Diese Stellen handeln von Kafka und wurden nicht verstanden. Das Verzeichnis sagt nichts über sie.',
  },
  accepted: { title: 'Hingenommene Risiken', finding: 'Feststellung', reason: 'hingenommen, weil', place: 'Stelle' },
}

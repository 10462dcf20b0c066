import { largestUnit, rounded } from '../../assess/duration.ts'
import type { Erasure } from '../../assess/retention.ts'
import { plural } from '../../words/plural.ts'
import type { Criterion } from '../../assess/impact-assessment.ts'
import { decisionNumber } from './decision.ts'
import { german as messages } from '../../words/de/german.ts'
import { categories, citeOf, countries, dateOf, subjects } from '../../words/de/people.ts'
import { phrase } from '../../words/de/phrases.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'Zielsystem',
  replication: 'Replikation',
  cluster: 'Kafka-Cluster von',
  source: 'Quellcluster von',
  'tiered-storage': 'gestufter Speicher von',
  registry: 'Schema-Registry von',
  telemetry: 'Telemetrie von',
  proxy: 'Proxy von',
  state: 'Terraform-Zustand von',
  backup: 'Datensicherung von',
  disks: 'Datenträger von',
  'control-plane': 'Steuerungsebene von',
} as const
const kinds = {
  topic: 'Topic',
  connector: 'Konnektor',
  flow: 'Replikation',
  schema: 'Schema',
  'connect-cluster': 'Connect-Cluster',
  client: 'Client',
  cluster: 'Cluster',
  'supporting-service': 'Dienst',
} as const
const safeguards = {
  scc: ['Standarddatenschutzklauseln', 'Art. 46 Abs. 2 Buchst. c'],
  bcr: ['verbindliche interne Datenschutzvorschriften', 'Art. 47'],
  dpf: ['Eintrag in der Liste des Data Privacy Framework', 'Art. 45'],
  adequacy: ['Empfänger im Geltungsbereich des Angemessenheitsbeschlusses', 'Art. 45'],
  'code-of-conduct': ['genehmigte Verhaltensregeln', 'Art. 46 Abs. 2 Buchst. e'],
  certification: ['genehmigte Zertifizierung', 'Art. 46 Abs. 2 Buchst. f'],
  'ad-hoc': ['von einer Aufsichtsbehörde genehmigte Vertragsklauseln', 'Art. 46 Abs. 3 Buchst. a'],
  derogation: ['Ausnahme für einen bestimmten Fall', 'Art. 49'],
  other: ['andere Garantie', 'Art. 46'],
} as const
const units = {
  day: ['Tag', 'Tage'],
  hour: ['Stunde', 'Stunden'],
  minute: ['Minute', 'Minuten'],
  second: ['Sekunde', 'Sekunden'],
  millisecond: ['Millisekunde', 'Millisekunden'],
} as const
/** A duration in its largest whole unit. */
export const duration = (milliseconds: number): string => {
  const { count, unit } = largestUnit(milliseconds)
  return plural(count, units[unit][0], units[unit][1])
}

const underArticle10: Readonly<Record<string, string>> = { criminal: ', Art. 10' }
const places = { ...roles, cluster: 'Kafka-Cluster', replication: 'Replikation' } as const
const safeguardParts = {
  module: 'Modul der Klauseln',
  importer: 'Datenimporteur',
  assessed: 'Prüfung des dortigen Rechts',
} as const
/** Small numbers behind `an`, as they are written out. */
const few = ['', 'einem', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']
const counted = (count: number): string => few[count] || String(count)
const criteria: Readonly<Record<Criterion, string>> = {
  special: 'besondere Kategorien, sofern umfangreich verarbeitet',
  criminal: 'Verurteilungen oder Straftaten, sofern umfangreich verarbeitet',
  profiling: 'Profiling, Scoring oder automatisierte Entscheidung',
  monitoring: 'systematische Überwachung',
  location: 'Standortdaten',
  vulnerable: 'schutzbedürftige Personen',
}

/** Behind a preposition: `nach 7 Tagen`. */
const durationAfter = (milliseconds: number): string => duration(milliseconds).replace(/ (Tage|Monate|Jahre)$/, ' $1n')
/** Some of several: `, davon 3 vorgeschlagen und 1 mit …`. */
const of = (parts: readonly string[]): string => (parts.length === 0 ? '' : `, davon ${parts.join(' und ')}`)
/** By the timestamps of records: a file proves no more. */
const erased = (milliseconds: number, { earliest, latest }: Erasure): string =>
  `Löschung ${earliest === undefined ? `bei erreichter Größe früher, sonst nicht vor Ablauf von ${durationAfter(milliseconds)}` : `frühestens nach ${durationAfter(earliest)}`}, spätestens nach etwa ${durationAfter(rounded(latest))}, ab dem Zeitstempel des Datensatzes`

/** The record in German; headings as the templates of the Datenschutzkonferenz have them. */
export const german: Words = {
  language: 'de',
  messages,
  colon: ': ',
  semicolon: '; ',
  title: 'Verzeichnis von Verarbeitungstätigkeiten',
  introduction:
    'Entwurf, gelesen aus den Dateien der Plattform: **belegt** steht in einer Datei, **angegeben** in `.kafka-review.yaml`, **abgeleitet** folgt aus Namen oder Standardwerten; **unbekannt** ist in den Dateien nicht ersichtlich, was das Fehlen nicht belegt; **fehlt** ist noch anzugeben. Artikel ohne Zusatz sind solche der DSGVO. Löschgrenzen setzen laufende Broker voraus.',
  nothing: 'Aus diesen Dateien geht keine Verarbeitungstätigkeit hervor; das belegt nichts.',
  roles: {
    controller: 'Art. 30 Abs. 1 DSGVO, als Verantwortlicher',
    processor: 'Art. 30 Abs. 2 DSGVO, als Auftragsverarbeiter',
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
      readers: 'Lesende Consumer-Gruppen und Programme',
      transfers: 'Übermittlungen an Drittländer',
      retention: 'Fristen für die Löschung',
      measures: 'Technische und organisatorische Maßnahmen',
      location: 'Speicherort',
      origins: 'Herkunft der Daten',
      assessment: 'Datenschutz-Folgenabschätzung',
    })[cell],
  bases: { proven: 'belegt', declared: 'angegeben', inferred: 'abgeleitet', unknown: 'unbekannt', missing: 'fehlt' },
  source: (kind, name) => `${kinds[kind]} ${name}`,
  proposed: name => `${name} (Vorschlag)`,
  toBeDeclared: 'noch anzugeben',
  blank: fields => `; noch anzugeben: ${fields.join(', ')}`,
  noneKnown: () => 'in den Dateien nicht ersichtlich',
  declareIt: where => `anzugeben unter ${where}`,
  more: count => `+${count}`,
  jointly: name => `gemeinsam mit ${name}`,
  representedBy: name => `vertreten durch ${name}`,
  dataProtectionOfficer: name => `Datenschutzbeauftragte Person: ${name}`,
  onBehalfOf: name => `im Auftrag von ${name}`,
  supervisedBy: name => `zuständige Aufsichtsbehörde: ${name}`,
  ownedBy: name => `verantwortliche Stelle im Haus: ${name}`,
  since: date => `eingeführt am ${dateOf(date)}`,
  reviewed: date => `zuletzt geprüft am ${dateOf(date)}`,
  processor: (name, contract, others) =>
    `Auftragsverarbeiter ${name}: ${contract ? `Vertrag ${contract}` : 'Vertrag (Art. 28 Abs. 3) noch anzugeben'}${others.length > 0 ? `; weitere Auftragsverarbeiter ${others.join(', ')}` : ''}`,
  subPurpose: text => `Teilzweck: ${text}`,
  version: text => `Version des Verzeichnisses: ${text}`,
  condition: text => `Ausnahme nach Art. 9 Abs. 2 oder Rechtsvorschrift nach Art. 10: ${text}`,
  conditionMissing: (special, criminal) =>
    `${[...(special ? ['Ausnahme nach Art. 9 Abs. 2'] : []), ...(criminal ? ['Rechtsvorschrift nach Art. 10'] : [])].join(' und ')} noch anzugeben`,
  basisMissing: 'Grundlage nach Art. 6 noch anzugeben',
  profiling: text => `Profiling und automatisierte Entscheidungen: ${text}`,
  assessmentAt: reference => `Datenschutz-Folgenabschätzung: ${reference}`,
  subject: (id, many) => subjects[id] ?? many,
  category: ({ id, one, special }, fields) =>
    `${categories[id] ?? one} (${fields})${special ? (underArticle10[id] ?? ', besondere Kategorie, Art. 9') : ''}`,
  recipient: (what, role, who, where, owner) =>
    `${what}: ${phrase(who)}, ${where}${role === 'cluster' ? ', mit Namen von Topics und Gruppen sowie Offsets' : ''}${owner === undefined ? '' : `; Konzern ${owner}`}`,
  placeOf: (role, name) => `${roles[role]} ${name}`,
  owned: (name, owner) => `${phrase(name)}, Konzern ${owner}`,
  contractParties: owners => `Vertragspartner (Art. 28 Abs. 3 DSGVO) für Dienste von ${owners.join(', ')}`,
  localAddress: 'unter lokaler Adresse, Ort noch anzugeben',
  toSettle: what => `zu klären, da mehrere gleichen Namens gleich nahe liegen: ${what}`,
  place: (role, name) => `${places[role]} ${name}`,
  noCluster: 'keine Datei sagt, welcher Kafka-Cluster es ist: Land noch anzugeben',
  countryUnknown: 'Land noch anzugeben',
  unknown: 'unbekannt',
  country: (code, name) => countries.of(code) ?? name,
  transfer: (name, country, basis) => `${name}, ${country}: ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `Angemessenheitsbeschluss ${decisionNumber(instrument).replace('/EC', '/EG')}${validUntil ? `, gültig bis ${dateOf(validUntil)}` : ''}`,
  safeguardMissing: 'Garantie noch anzugeben',
  remoteAccess: {
    open: 'Zugriff aus Drittländern, etwa durch Support, noch anzugeben',
    inside: 'kein Zugriff aus Drittländern',
    from: (who, country, basis) => `Zugriff auf ${who} aus Drittland, ${country}: ${basis}`,
  },
  coversSome: adequacy => `Garantie noch anzugeben; ${adequacy} gilt nur für manche Empfänger`,
  safeguard: ({ kind, date, reference, module, importer, assessed, expires }) =>
    [
      `${safeguards[kind][0]}${date ? ` vom ${dateOf(date)}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
      ...(module ? [`Modul ${module}`] : []),
      ...(importer ? [`Datenimporteur ${importer}`] : []),
      ...(assessed ? [`Recht des Drittlands geprüft am ${dateOf(assessed)}`] : []),
      ...(expires ? [`bis ${dateOf(expires.value)}`] : []),
    ].join('; '),
  safeguardLacks: (name, parts) => `${name}: ${parts.map(part => safeguardParts[part]).join(', ')} noch anzugeben`,
  retention: (topics, { kind, milliseconds = 0 }, erasure) =>
    `${{ limited: erasure ? erased(milliseconds, erasure) : `Frist ${duration(milliseconds)}, je Logsegment als Ganzes`, unlimited: 'keine Frist', compacted: 'der letzte Datensatz je Schlüssel bleibt, bis er gelöscht wird', unknown: 'noch anzugeben' }[kind]}${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  copyAt: names => `Kopien bei ${names.join(', ')}: noch anzugeben`,
  copyKept: (name, retention) => `Kopien bei ${name}: ${retention}`,
  encrypted: cluster => `Verschlüsselung bei der Übertragung: alle Listener des Clusters ${cluster} nutzen TLS`,
  unencrypted: (listeners, cluster) =>
    `keine Verschlüsselung bei der Übertragung: ${listeners} des Clusters ${cluster}`,
  linkEncrypted: (name, encrypted) =>
    `${encrypted ? 'Verschlüsselung' : 'keine Verschlüsselung'} bei der Übertragung: ${name}`,
  authentication: (how, listeners, of, cluster) =>
    `Authentifizierung: ${how} an ${listeners === of ? 'allen' : `${counted(listeners)} von ${counted(of)}`} Listenern des Clusters ${cluster}`,
  accessControl: (how, cluster) =>
    `Zugriffskontrolle: ${how === 'simple' ? 'Zugriffslisten' : how} am Cluster ${cluster}`,
  ownKey: cluster => `Verschlüsselung gespeicherter Daten: eigener Schlüssel am Cluster ${cluster}`,
  brokerLogs: cluster => `Protokollierung: Broker-Logs des Clusters ${cluster} werden exportiert`,
  segmented: (listeners, cluster) =>
    `Netztrennung: ${listeners.join(', ')} des Clusters ${cluster} nur aus aufgeführten Quellen erreichbar`,
  quotas: users => `Verfügbarkeit: Kontingente für ${users.join(', ')}`,
  copies: (count, topics) =>
    `Verfügbarkeit: ${plural(count, 'Kopie', 'Kopien')} der Daten${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  masked: (fields, who) => `Pseudonymisierung oder Datenminimierung: ${who} maskiert ${fields}`,
  dropped: (fields, who) => `Pseudonymisierung oder Datenminimierung: ${who} entfernt ${fields}`,
  tagged: (count, of) =>
    `Klassifizierung: ${count} von ${plural(of, 'Feld', 'Feldern')} mit personenbezogenen Daten im Schema gekennzeichnet`,
  location: (what, country, owner) => `${what}: ${country}${owner ? `, bei ${owner}` : ''}`,
  named: (topics, special) =>
    `${topics.length === 1 ? `der Name des Topics ${topics.join()} weist` : `die Namen der Topics ${topics.join(', ')} weisen`} auf ${special ? 'Daten nach Art. 9 oder 10 DSGVO' : 'Personen'} hin; der Inhalt ist noch anzugeben`,
  brought: (how, names) =>
    ({
      tables: `Tabellen oder Collections ${names.join(', ')}: Topics und Inhalt noch anzugeben`,
      unlisted: `Tabellen oder Collections${names.length > 0 ? ` von ${names.join(', ')}` : ''}: nicht aufgezählt; Inhalt noch anzugeben`,
      query: 'was eine Abfrage auswählt: Inhalt noch anzugeben',
      unknown: 'eingebrachte Daten: noch anzugeben',
    })[how],
  party: (role, name) =>
    `${{ source: 'Konnektor', sink: 'Zielsystem', mirror: 'Replikation', group: 'Consumer-Gruppe', client: 'Programm' }[role]} ${name}`,
  assessmentSign: (criterion, article, by) =>
    `zu prüfen: ${criteria[criterion]} (${citeOf(article)}): ${by.join(', ')}`,
  assessmentNoSign:
    'zu prüfen: was von den Dateien verstanden wurde, zeigt kein Merkmal des Art. 35 Abs. 3 DSGVO; Zweck, Umfang und die Liste der Aufsichtsbehörde entscheiden',
  article: citeOf,
  parts: {
    summary: 'Überblick',
    common: 'Für alle Verarbeitungstätigkeiten',
    proposed: 'Aus Namen vorgeschlagene Verarbeitungstätigkeiten',
    missing: 'Was fehlt',
    systems: 'Systeme ohne Verarbeitungstätigkeit',
    without: 'Topics, deren Schema keine personenbezogenen Daten zeigt',
    untold: 'Topics, deren Inhalt kein Schema zeigt: zu klären',
    own: 'Topics, die Werkzeuge für sich selbst führen, etwa Offsets, Einstellungen und die Geschichte von Schemas',
    schemas: 'Schemas mit personenbezogenen Daten, die zu keiner Tätigkeit gehören: zuzuordnen',
    weaknesses: 'Schwachstellen',
    services:
      'Dienste Dritter (für das Register nach Art. 28 Abs. 3 DORA und die Lieferkette nach Art. 21 Abs. 2 Buchst. d NIS2, soweit anwendbar)',
    annex: 'Anhang',
    every: 'alle Verarbeitungstätigkeiten',
  },
  attested: ({ scheme, of, seen }) => `${scheme} (${phrase(of)}, Stand ${dateOf(seen)})`,
  onlyMissing: 'nur was fehlt',
  service: (operator, what, activities, isContracted) =>
    `${operator}: ${what.map(phrase).join('; ')}; für ${activities.join(', ')}${isContracted ? '' : '; Vertrag noch anzugeben'}`,
  sharedBy: (label, activities) => `Gemeinsam ${label}: ${activities.join(', ')}`,
  seeShared: labels => `; siehe Gemeinsam ${labels.join(', ')}`,
  summary: ({ activities, proposed, special, missing }) =>
    `${plural(activities, 'Verarbeitungstätigkeit', 'Verarbeitungstätigkeiten')}${of([...(proposed > 0 ? [`${proposed} vorgeschlagen`] : []), ...(special > 0 ? [`${special} mit Daten nach Art. 9 oder 10 DSGVO`] : [])])}; ${plural(missing, 'Angabe fehlt', 'Angaben fehlen')}.`,
  unread: {
    title: 'Was nicht gelesen wurde',
    place: 'Stelle',
    reason: 'Grund',
    note: 'Diese Stellen handeln von Kafka und wurden nicht verstanden. Das Verzeichnis sagt nichts über sie.',
  },
  accepted: { title: 'Akzeptierte Risiken', finding: 'Feststellung', reason: 'akzeptiert, weil', place: 'Stelle' },
}

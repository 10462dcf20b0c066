import { plural } from '../plural.ts'
import type { editor as english } from '../en/editor.ts'
import type { Like } from '../message.ts'
import { kindNames } from './kinds.ts'
import { citeOf } from './people.ts'
import { phrase } from './phrases.ts'
import { foldedInto } from './reports.ts'

/** What the editor shows beside findings. Headings are Markdown's. */
export const editor: Like<typeof english> = {
  hover: {
    howRead: 'Herleitung',
    whatToDo: 'Was zu tun ist',
    howSure: 'Sicherheit',
    sources: 'Quellen',
    beside: 'Nach der Korrektur',
    quickFix: ({ title }) => `Schnellkorrektur: ${title}`,
    stated: 'steht in der Datei',
    derived: 'aus mehreren Stellen hergeleitet',
    guessed: 'aus Namen geschlossen; trifft es nicht zu, in .kafka-review.yaml berichtigen',
    topicOn: ({ topic, cluster }) => `**Topic ${topic}** auf Cluster ${cluster}`,
    topic: ({ topic }) => `**Topic ${topic}**`,
    topicUndeclared: ({ topic }) => `**Topic ${topic}**: in keiner Datei deklariert`,
    noPersonalData: 'In seinem Schema sind keine personenbezogenen Daten bekannt.',
    noSchema: 'Es ist kein Schema bekannt.',
    personalData: 'Personenbezogene Daten',
    comesFrom: 'Geschrieben von',
    goesTo: 'Gelesen von',
  },
  law: {
    cite: ({ cite }) => citeOf(cite),
    says: ({ says }) => phrase(says),
  },
  page: {
    why: 'Warum es wichtig ist',
    todo: 'Was zu tun ist',
    examples: 'Beispiele',
    ignore: 'Wann es zu akzeptieren ist',
  },
  /** How the examples of a page are headed. */
  example: {
    reported: 'Gemeldet:',
    silent: 'Nicht gemeldet:',
  },
  folded: {
    one: ({ count }) => foldedInto(count),
  },
  action: {
    fixAll: 'Alle Korrekturen anwenden, die am Laufenden nichts ändern',
    fixRuleInFile: ({ code }) => `Alle ${code} in dieser Datei korrigieren`,
    fixRuleEverywhere: ({ code, files }) =>
      `Alle ${code} in ${plural(files, 'Datei', 'Dateien')} korrigieren, mit Vorschau`,
    openPage: ({ code }) => `${code} erklären`,
    writeRest: 'Den Platzhalter ausfüllen',
    declareActivity: 'Die Verarbeitungstätigkeit angeben',
  },
  lens: {
    personal: ({ fields, special }) =>
      [
        plural(fields, 'personenbezogenes Feld', 'personenbezogene Felder'),
        ...(special > 0 ? [`${special} besonderer Kategorie`] : []),
        'Art. 30',
      ].join(' · '),
  },
  kind: kindNames,
  station: {
    source: 'Source',
    sink: 'Sink',
    mirror: 'Replikation',
    group: 'Gruppe',
    client: 'Client',
    topic: 'Topic',
    record: 'Datensatz',
    detail: ({ detail }) => phrase(detail),
    field: ({ record, category }) => `Feld von ${record}${category === undefined ? '' : `, ${category}`}`,
  },
  skeleton: {
    head: 'Zeilen mit ## erklären; Zeilen mit # gelten, sobald ihr # entfernt ist.',
  },
  list: {
    noCountry: 'Land unbekannt',
    ownNetwork: 'Eigenes Netz',
  },
  rename: {
    wrongName: ({ name, kind, expected }) =>
      `„${name}“ ist kein gültiger Name (${kindNames[kind]}); erwartet: ${expected}`,
    stuck: ({ where }) => `${where}, wo sich nicht automatisch ändern lässt: diese Stelle zuerst von Hand ändern`,
    unsure: ({ where }) => `${where}, wo mehrere Deklarationen gleich gut passen: von Hand umbenennen`,
    inFileName: ({ kind, name, file }) =>
      `${kindNames[kind]} ${name} steht auch im Dateinamen ${file}, und dieser Editor kann Dateien nicht umbenennen`,
    somewhere: ({ kind, name }) => `${kindNames[kind]} ${name} ist auch anderswo genannt`,
    alsoNamed: ({ kind, name, file, line }) => `${kindNames[kind]} ${name} ist auch in ${file}:${line} genannt`,
    done: ({ kind, name, to, places }) =>
      `${kindNames[kind]} ${name} heißt jetzt ${to}, geändert an ${plural(places, 'Stelle', 'Stellen')}. ${consequences[kind]}`,
    label: ({ kind, name }) => `${kindNames[kind]} ${name} umbenennen`,
    consequence: ({ kind }) => consequences[kind],
  },
  nameForm: {
    topic: 'Buchstaben, Ziffern, „.“, „_“ und „-“, höchstens 249 Zeichen',
    group: 'ein Name',
    connector: 'ein Name ohne Komma',
    'connect-cluster': 'Kleinbuchstaben, Ziffern, „.“ und „-“',
    cluster: 'Buchstaben, Ziffern, „.“, „_“ und „-“',
    resource: 'Kleinbuchstaben, Ziffern, „.“ und „-“: es ist der Name einer Kubernetes-Ressource',
  },
  server: {
    loaded: ({ files, milliseconds, problems }) =>
      `${plural(files, 'Datei', 'Dateien')} in ${milliseconds} ms gelesen, ${problems} ausgelassen`,
    slow: ({ file, milliseconds }) => `${file}: ${milliseconds} ms für eine Prüfung`,
    cancelled: 'die Prüfung wurde abgebrochen',
    notApplied: 'der Editor hat die Änderung nicht ausgeführt',
    fault: ({ file, message, issues, fault }) => `${file}: ${message}\nBitte melden unter ${issues}\n${fault}`,
    noForm: ({ form }) => `unbekanntes Format des Verzeichnisses: ${form}`,
  },
}

/** What a new name does not bring about by itself. */
const consequences = {
  topic:
    'Daten werden nicht bewegt: vorhandene Records bleiben im Topic mit dem alten Namen, und Anwendungen, die den alten Namen verwenden, ändern sich nicht.',
  group:
    'Eine umbenannte Consumer-Gruppe beginnt ohne bestätigte Offsets, und Anwendungen, die den alten Namen verwenden, ändern sich nicht.',
  connector: 'Ein umbenannter Konnektor beginnt ohne die Offsets des alten.',
  'connect-cluster':
    'Ein umbenannter Connect-Cluster ist ein neuer Cluster: der alte und seine Konnektoren bleiben, bis seine Ressource gelöscht wird.',
  cluster: 'Ein umbenannter Cluster ist ein neuer Cluster: Daten werden nicht bewegt.',
} as const

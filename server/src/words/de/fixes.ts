import type { fixes as english } from '../en/fixes.ts'
import type { Like } from '../message.ts'
import { phrase } from './phrases.ts'

const inHistory = 'das Geheimnis erneuern: in der Git-Historie bleibt es stehen'

/** Titles of quick fixes, and why there is none. What a change does is no part of them: the table of consequences says it. */
export const fixes: Like<typeof english> = {
  unfixed: {
    inLine: ({ message, says }) => `${message} (an Ort und Stelle geändert: ${phrase(says)})`,
    harms: ({ what, says, instead }) =>
      `Keine Schnellkorrektur ändert ${phrase(what)}: ${phrase(says)}.${instead === '' ? '' : ` Stattdessen: ${phrase(instead)}.`}`,
    unknown: ({ what }) =>
      `Keine Schnellkorrektur ändert ${phrase(what)}: ob das zerstört, was läuft, ist hier nicht bekannt. Zuerst nachschlagen.`,
    notYet: ({ key, from, version }) =>
      `Keine Schnellkorrektur: ${key} gibt es seit Kafka ${from}, und dieser Cluster läuft mit ${version}. Zuerst aktualisieren.`,
    hindered: ({ hindrance }) => `Keine Schnellkorrektur: ${hindrance}.`,
    several: 'Keine Schnellkorrektur: dasselbe gilt an mehreren Stellen, und jede ist für sich zu beurteilen.',
    unwritable:
      'Keine Schnellkorrektur: kein einzelner Wert, der hier steht, entscheidet darüber, oder was richtig ist, hängt von mehr ab, als die Dateien sagen.',
    choice: 'Keine Schnellkorrektur: was hier richtig ist, wissen nur Sie.',
    follows: 'Keine Schnellkorrektur: was schon besteht, muss folgen, und das bewirkt keine Änderung einer Datei.',
    elsewhere: 'Keine Schnellkorrektur: zuerst muss anderswo etwas vorhanden sein.',
    decision: 'Keine Schnellkorrektur: es ist eine Entscheidung, keine Einstellung.',
    nothing: 'Keine Schnellkorrektur: es ist nichts zu beheben.',
  },
  fix: {
    with: ({ change, says }) => `${change} (${phrase(says)})`,
    acceptHere: ({ code }) => `${code} in dieser Zeile mit Begründung unterdrücken`,
    acceptInFile: ({ code }) => `${code} in dieser Datei mit Begründung in .kafka-review.yaml unterdrücken`,
    acceptBelow: ({ code, folder }) =>
      `${code} unterhalb von ${folder} mit Begründung in .kafka-review.yaml unterdrücken`,
    switchOff: ({ code }) => `${code} in .kafka-review.yaml überall ausschalten`,
    correct: ({ text }) => `In „${text}“ ändern`,
    removeSuppression: 'Die Unterdrückung entfernen',
    keepSuppression: ({ codes }) => `Nur die Unterdrückung von ${codes} behalten`,
    strimziVersion: 'Auf kafka.strimzi.io/v1 umstellen, das Strimzi ab 0.49 anbietet',
    replicationFactor: ({ value }) => `Replikationsfaktor auf ${value} setzen`,
    replicationFactorOfBrokers: ({ count }) => `Replikationsfaktor auf ${count} setzen, die Zahl der bekannten Broker`,
    minInsyncTwo: ({ key }) => `${key} auf 2 setzen`,
    minInsync: ({ key, value }) => `${key} auf ${value} setzen`,
    noUncleanElection: 'unclean.leader.election.enable auf false setzen',
    storageFile: 'Speicher auf file setzen',
    recordsNotTraced: 'Stufe auf INFO setzen; Records werden nicht mehr protokolliert',
    recordsNotLogged: 'Schlüssel und Werte aus dem Log lassen; Topic und Fehler nennt es weiterhin',
    acknowledgeAll: ({ key, value }) => `${key} auf ${value} setzen`,
    idempotence: ({ key, value }) => `${key} auf ${value} und acks auf all setzen`,
    noTopicsOnUse: ({ key }) => `${key} auf false setzen`,
    mirrorThree: 'replication.factor auf 3 setzen',
    mirrorTarget: 'replication.factor auf -1 setzen, den Standardwert des Ziel-Clusters',
    logErrors: 'Fehler des Konnektors protokollieren, ohne die Records',
    deadLetterQueue: ({ topic }) => `Fehlgeschlagene Records mit all ihren Daten an Topic ${topic} senden`,
    renameGroup: ({ name, files }) => `Gruppe in ${name} umbenennen${inFiles(files)}`,
    overrideGroup: ({ name, files }) =>
      `consumer.override.group.id auf ${name} setzen${inFiles(files)}, was der Worker zulassen muss`,
    carryOffsets: ({ name, rights }) =>
      `Bestätigte Offsets bleiben unter „${name}“. In dieser Reihenfolge: ${rights > 0 ? 'das neue Recht neben dem alten anlegen; ' : ''}die Consumer anhalten; die Offsets kopieren; die Consumer unter dem neuen Namen starten${rights > 0 ? '; das alte Recht entfernen' : ''}.`,
    tagField: 'Das Feld als PII kennzeichnen',
    tagFields: ({ count, record }) => `Alle ${count} personenbezogenen Felder von ${record} als PII kennzeichnen`,
    notPersonal: ({ field, record }) =>
      `„${field}“ von ${record} in .kafka-review.yaml als nicht personenbezogen angeben`,
    maskFields: ({ fields }) => `${fields} mit MaskField maskieren`,
    dropFields: ({ fields }) => `${fields} mit ReplaceField entfernen`,
    maskAndDropFields: ({ masked, dropped }) =>
      `${masked} mit MaskField maskieren, ${dropped} mit ReplaceField entfernen`,
    detectNewTopics: 'Neue Topics erkennen',
    detectNewGroups: 'Neue Consumer-Gruppen erkennen',
    identicalNames: 'Topic-Namen IDENTICAL verwenden',
    synchroniseOffsets: ({ key }) => `${key} auf true setzen`,
    earliest: 'Bei EARLIEST beginnen',
    asPrimary: ({ key, value }) => `${key} auf ${value} setzen, wie beim primären Cluster`,
    compactionLag: ({ key, value }) => `${key} auf ${value} setzen, 7 Tage`,
    asSource: ({ value }) => `retention.ms auf ${value} setzen, wie an der Quelle`,
    deletePolicy: ({ key, value }) => `${key} auf ${value} setzen`,
    sevenDays: ({ key, value }) => `${key} auf ${value} setzen, 7 Tage`,
    denyByDefault: ({ key }) => `${key} auf false setzen`,
    secure: ({ key, value }) => `${key} auf ${value} setzen`,
    https: 'https verwenden, was der Server anbieten muss',
    tlsToListener: 'TLS einschalten; die Adresse muss die eines TLS-Listeners sein',
    tlsListener: ({ listener }) =>
      `TLS für Listener „${listener}“ einschalten; seine Clients brauchen dann das Zertifikat seiner Zertifizierungsstelle`,
    authenticateListener: ({ listener, mechanism }) => `${mechanism} an Listener „${listener}“ verlangen`,
    authenticateIam:
      'Mit IAM authentifizieren; die Rolle der Worker braucht Zugriff, und der Listener muss IAM anbieten',
    secretVariable: ({ name }) => `Durch \${${name}} ersetzen; die Umgebungsvariable setzen; ${inHistory}`,
    secretProvider: ({ name, holder }) =>
      `Durch \${env:${name}} ersetzen; der ${holders[holder]} braucht config.providers=env; ${inHistory}`,
    sensitiveVariable: `In eine als sensitive markierte Terraform-Variable verlegen; sie dort setzen, wo Terraform läuft; ${inHistory}`,
    kubernetesSecret: ({ name }) => `Aus dem Secret ${name} lesen, das zuerst anzulegen ist; ${inHistory}`,
    declareDestination: ({ match }) => `Das Land von „${match}“ in .kafka-review.yaml angeben`,
    topicsOfSource: ({ count }) =>
      count === 1
        ? 'Nur das Topic replizieren, das im Workspace für die Quelle deklariert ist'
        : `Nur die ${count} Topics replizieren, die im Workspace für die Quelle deklariert sind`,
    move: ({ role, region, name, from, stores }) =>
      `${movers[role]} nach ${region}, ${name} verlegen; ${
        stores.length > 0
          ? `„${stores.join('“, „')}“ ${stores.length > 1 ? 'bleiben' : 'bleibt'} in ${from}: zuerst dort Ersatz anlegen und hier benennen`
          : `vorhandene Daten bleiben in ${from}`
      }`,
    declareListing: ({ destination }) =>
      `Für „${destination}“ in .kafka-review.yaml angeben, dass der Empfänger in der Liste des Data Privacy Framework steht`,
    declareScope: ({ destination }) =>
      `Für „${destination}“ in .kafka-review.yaml angeben, dass der Empfänger im Geltungsbereich des Angemessenheitsbeschlusses liegt`,
    declareClauses: ({ destination }) =>
      `Standarddatenschutzklauseln für „${destination}“ in .kafka-review.yaml angeben: Modul, Importeur, Fundstelle, Prüfung, Ablauf`,
    declareProcessing: ({ name }) => `Die Verarbeitung von ${name} angeben`,
  },
}

const inFiles = (files: number): string => (files > 1 ? ` (in ${files} Dateien)` : '')

const holders = { worker: 'Worker', client: 'Client', broker: 'Broker' } as const

const movers = {
  sink: 'Sink-Ziel',
  replication: 'Replikation',
  cluster: 'Cluster',
  'tiered-storage': 'Gestuften Speicher',
  registry: 'Schema-Registry',
  telemetry: 'Telemetrie',
  proxy: 'Proxy',
  state: 'Terraform-State',
  backup: 'Sicherung',
  disks: 'Datenträger',
  'control-plane': 'Steuerungsebene',
} as const

import { plural } from '../plural.ts'
import type { delta as english } from '../en/delta.ts'
import type { Like } from '../message.ts'
import { kindNames } from './kinds.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** What a change of the files means. */
export const delta: Like<typeof english> = {
  delta: {
    named: ({ kind, name }) => `${kindNames[kind]}${name === '' ? '' : ` „${name}“`}`,
    several: ({ kind, names }) =>
      `${names.length} × ${kindNames[kind]} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`,
    categoryNew: ({ who, category, fields }) => `${who} enthält neu: ${category} (${fields.join(', ')})`,
    categoryGone: ({ who, category, fields }) => `${who} enthält nicht mehr: ${category} (${fields.join(', ')})`,
    newlySent: ({ who, category, fields, place }) =>
      `${who} übermittelt neu${to(place)}: ${category} (${fields.join(', ')})`,
    noLongerSent: ({ who, category, fields }) => `${who} übermittelt nicht mehr: ${category} (${fields.join(', ')})`,
    maskingLost: ({ who, category, fields, place }) =>
      `${who} übermittelt${to(place)}, was vorher maskiert oder ausgelassen war: ${category} (${fields.join(', ')})`,
    tagTaken: ({ record, field, tags }) =>
      `Feld „${field}“ von ${record} verliert ${tags.length === 1 ? 'die Kennzeichnung' : 'die Kennzeichnungen'} ${tags.join(', ')}`,
    recipientNew: ({ sending, details }) => `Neu: ${sending}${list(details)}`,
    recipientGone: ({ sending }) => `Entfallen: ${sending}`,
    countryChanged: ({ sending, before, details }) => `${sending}; vorher: ${before}${list(details)}`,
    sends: ({ categories }) => `mit: ${categories.join(', ')}`,
    basis: ({ status, safeguard }) => {
      if (safeguard !== undefined) return `Garantie: ${safeguard}`
      if (status === 'adequate') return 'von einem Angemessenheitsbeschluss erfasst'
      return status === 'conditional'
        ? 'der Angemessenheitsbeschluss erfasst nur einen Teil der Empfänger, und keine Garantie ist angegeben'
        : 'keine Garantie ist angegeben'
    },
    run: ({ owner }) => `betrieben von ${owner}`,
    runReached: ({ owner }) => `betrieben von ${owner}, das US-Recht unterliegt`,
    guessed: 'der Ort ist vermutet',
    ownerChanged: ({ sending, before, after }) => `${sending}: betrieben von ${after}, vorher von ${before}`,
    ownerReached: ({ sending, before, after }) =>
      `${sending}: betrieben von ${after}, das US-Recht unterliegt, vorher von ${before}`,
    safeguardLost: ({ sending, country }) => `${sending}: die Garantie für ${country} ist nicht mehr angegeben`,
    safeguardExpired: ({ sending, expires }) =>
      `${sending}: die angegebene Garantie ist am ${dateOf(expires)} abgelaufen`,
    safeguardDeclared: ({ sending, safeguard }) => `${sending}: Garantie angegeben: ${safeguard}`,
    keptLonger: ({ topic, before, after }) => `Topic ${topic} bewahrt Records länger auf: ${after}, vorher ${before}`,
    keptShorter: ({ topic, before, after }) => `Topic ${topic} bewahrt Records kürzer auf: ${after}, vorher ${before}`,
    keptPerKey: 'den letzten Record je Schlüssel, bis er gelöscht wird',
    accessNew: ({ principal, operations, resource, name, prefix }) =>
      `${principal} erhält neue Rechte (${operations.join(', ')}): ${resource} ${name}${prefix ? '*' : ''}`,
    somebody: 'Jemand',
    authorizationGone: ({ cluster }) => `Cluster ${cluster} prüft die Rechte seiner Clients nicht mehr`,
    listenerWider: ({ cluster, listener, before, after }) =>
      `Listener „${listener}“ von Cluster ${cluster} ist aus einem größeren Netz erreichbar: ${after}, vorher ${before}`,
    everybodyLetIn: ({ cluster, listener }) =>
      `Listener „${listener}“ von Cluster ${cluster} beschränkt nicht mehr, wer sich verbindet`,
    keyGone: ({ cluster }) => `Cluster ${cluster} nennt keinen eigenen Schlüssel mehr für gespeicherte Daten`,
    listenerOpen: ({ cluster, listener }) =>
      `Listener „${listener}“ von Cluster ${cluster} verlangt keine Verschlüsselung mehr`,
    linkOpen: ({ who }) => `${who} verschlüsselt die Verbindung zu Kafka nicht mehr`,
    authenticationGone: ({ cluster, listener }) =>
      `Listener „${listener}“ von Cluster ${cluster} verlangt keine Authentifizierung mehr`,
    secretNew: ({ finding }) => `Neues Geheimnis: ${finding}`,
    does: ({ who, changed, says }) => `${who}: ${phrase(says)} (${changed.join(', ')})`,
    mayDo: ({ who, changed, says }) =>
      `${who}, je nach dem, was die Dateien nicht zeigen: ${phrase(says)} (${changed.join(', ')})`,
    instead: ({ instead }) => `stattdessen: ${phrase(instead)}`,
    topicGone: ({ name }) =>
      `Topic ${name} ist nicht mehr deklariert: was die Dateien anwendet, löscht es möglicherweise mit seinen Records`,
    clusterGone: ({ name }) =>
      `Cluster ${name} ist nicht mehr deklariert: was die Dateien anwendet, löscht ihn möglicherweise mit seinen Daten`,
    replicationLower: ({ topic, before, after }) =>
      `Topic ${topic} hat ${plural(after, 'Replikat', 'Replikate')}, vorher ${before}`,
    groupRenamed: ({ owner, before, after }) =>
      `Consumer-Gruppe „${before}“ (${phrase(owner)}) heißt nun „${after}“: Offsets unter dem alten Namen gelten nicht mehr, Records werden erneut gelesen oder übersprungen`,
    title: 'Was diese Änderung bedeutet',
    nothing: 'An dem, was über Daten, Empfänger, Schutz und Betrieb bekannt ist, ändert sich nichts.',
    officer: 'Für den Datenschutz',
    engineer: 'Für die Plattform',
    record: 'Das Verzeichnis von Verarbeitungstätigkeiten',
    findings: 'Befunde',
    noneHere: 'Nichts.',
    more: ({ count }) => `${count} weitere unten`,
    cells: ({ cells, activities, missing }) =>
      `${plural(cells, 'Feld', 'Felder')} des Verzeichnisses ${cells === 1 ? 'ändert' : 'ändern'} sich in ${plural(activities, 'Tätigkeit', 'Tätigkeiten')}${missing > 0 ? `; ${missing} neu zu ergänzen` : ''}`,
    assessment: ({ activities }) => `Datenschutz-Folgenabschätzung erneut prüfen: ${activities.join(', ')}`,
    counts: ({ come, errors, gone, unchanged }) =>
      `Befunde: ${come} neu${errors > 0 ? ` (davon ${errors} error)` : ''}, ${gone} entfallen, ${unchanged} unverändert`,
    unread: ({ files }) =>
      `${plural(files.length, 'geänderte Datei', 'geänderte Dateien')} nicht oder nur zum Teil verstanden: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
    was: ({ text }) => `nicht mehr: ${text}`,
    is: ({ text }) => `nun: ${text}`,
    missing: ({ text }) => `zu ergänzen: ${text}`,
    activity: 'Verarbeitungstätigkeit',
    entry: 'Eintrag',
    change: 'Änderung',
    activityNew: 'neue Tätigkeit',
    activityGone: 'entfallen',
    before: ({ place }) => `vorher: ${place}`,
    beforeAfter: ({ before, after }) => `${after}, vorher ${before}`,
  },
}

const to = (place: string | undefined): string => (place === undefined ? '' : ` nach ${place}`)
const list = (details: readonly string[]): string => (details.length > 0 ? `; ${details.join('; ')}` : '')

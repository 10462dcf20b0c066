import type { configuration as english } from '../en/configuration.ts'
import type { Like } from '../message.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** KR8xx and KR9xx: schemas that do not parse, and what is wrong with the configuration itself. */
export const configuration: Like<typeof english> = {
  KR801: {
    'unknown-type': ({ subject, expected }) => `Unbekannter Avro-Typ „${subject}“; erwartet: ${phrase(expected)}`,
    'duplicate-field': ({ subject }) =>
      `Feld „${subject}“ kommt im Datensatz mehrfach vor; die Avro-Spezifikation verbietet das`,
    'duplicate-type': ({ subject }) => `Typ „${subject}“ kommt mehrfach vor`,
    'duplicate-symbol': ({ subject }) =>
      `Symbol „${subject}“ kommt im Enum mehrfach vor; die Avro-Spezifikation verbietet das`,
    'duplicate-branch': ({ subject }) =>
      `Die Union enthält den Typ „${subject}“ mehrfach; die Avro-Spezifikation verbietet das`,
    'duplicate-number': ({ subject }) => `Feldnummer ${subject} kommt in der Message mehrfach vor`,
    reserved: ({ subject }) => `„${subject}“ ist in der Message reserviert`,
    missing: ({ subject, expected }) =>
      `Bei ${phrase(subject)} fehlt ${phrase(expected)}; die Avro-Spezifikation verlangt es`,
    'invalid-name': ({ subject, expected }) => `Ungültiger Avro-Name „${subject}“; erwartet: ${phrase(expected)}`,
    'wrong-default': ({ subject, expected }) =>
      `Standardwert ${subject} passt nicht zum Typ; die Avro-Spezifikation verlangt ${phrase(expected)}`,
    'later-branch': ({ subject, expected }) =>
      `Standardwert ${subject} ist nicht vom ersten Typ der Union, ${phrase(expected)}; die Avro-Spezifikation verlangt das vor Version 1.12`,
    'nested-union': 'Eine Union steht unmittelbar in einer anderen; die Avro-Spezifikation verbietet das',
    syntax: ({ subject, expected }) => `„${subject}“ an dieser Stelle nicht erwartet; erwartet: ${phrase(expected)}`,
    refused: ({ subject, expected }) => `${expected} lehnt das Schema ab: ${subject}`,
  },
  KR901: {
    refused: ({ kind, path, value, instead }) =>
      `${kind} v1 kennt ${path}${value === undefined ? '' : ` ${value}`} nicht; ${replacement(instead)}`,
    gone: ({ path, since, instead }) => `${path} ist ab Strimzi ${since} entfernt; ${replacement(instead)}`,
    kind: ({ kind, since, instead }) => `${kind} ist ab Strimzi ${since} entfernt; ${replacement(instead)}`,
    version: ({ kind, version, since }) => `${kind} ${version} ist ab Strimzi ${since} entfernt; v1 verwenden`,
  },
  KR902: {
    'unknown-key': ({ subject, expected }) => `Unbekannter Schlüssel „${subject}“; erwartet: ${phrase(expected)}`,
    'wrong-value': ({ subject, expected }) => `Ungültiger Wert „${subject}“; erwartet: ${phrase(expected)}`,
    'missing-key': ({ subject }) => `Schlüssel „${subject}“ fehlt`,
    'unknown-rule': ({ subject }) =>
      `Unbekannte Regel „${subject}“; einen Code wie KR301 oder eine Familie wie durability verwenden`,
  },
  KR903: {
    reasonless: 'Eine Unterdrückung ohne Begründung bleibt wirkungslos; „-- “ und die Begründung anfügen',
    codeless: 'Eine Unterdrückung ohne Code bleibt wirkungslos; einen Code wie KR301 anfügen',
    unknown: ({ code }) => `Unbekannter Code ${code} in einer Unterdrückung; einen Code wie KR301 verwenden`,
    unused: ({ code }) => `Unterdrückung ohne Wirkung: ${code} wird hier nicht gemeldet`,
  },
  KR904: {
    policy: ({ allowed }) =>
      `Die Richtlinie erlaubt nur ${allowed.join(', ')}, doch Daten gehen auch anderswohin (siehe zugehörige Stellen)`,
    expired: ({ sending, day }) => `${sending}: die angegebene Garantie ist am ${dateOf(day)} abgelaufen`,
    elsewhere: ({ declared, sending }) => `Das angegebene Land ${declared} widerspricht den Dateien: ${sending}`,
    longer: ({ declared, topic, kept }) =>
      `Angegeben ist eine Aufbewahrung von ${declared}, Topic ${topic} bewahrt Daten aber ${kept} auf`,
    dated: ({ entry, day }) => `${entry} ist auf den ${dateOf(day)} datiert, der noch kommt`,
    profiling: ({ declared, names }) =>
      `Profiling ist mit „${declared}“ angegeben, doch Namen sprechen davon: ${names.join(', ')}`,
    future: ({ item, day }) => `Die Prüfung (${item}) ist auf den ${day} datiert, der noch kommt`,
    present: ({ item, cluster }) =>
      `Angegeben ist, dass es für Cluster ${cluster} nichts gibt (${item}), die Dateien zeigen aber etwas (siehe zugehörige Stellen)`,
    missed: ({ objective, declared, reached, day }) =>
      `Die Übung vom ${day} erreichte ${objective} ${reached}; angegebenes Ziel ist ${declared}`,
  },
  KR905: {
    vague: ({ entry, said, expected }) => `${entry} „${said}“ ist zu unbestimmt; anzugeben: ${phrase(expected)}`,
  },
  expected: {
    knownKey: 'ein dokumentierter Schlüssel',
    category: 'eine Kategorie wie contact-email, person-id, health',
    country: 'ein Ländercode nach ISO 3166 wie DE, oder GB für das Vereinigte Königreich',
    provider: 'ein Anbieter wie snowflake oder ein Eigentümer wie Amazon',
  },
}

/** Of some settings nothing takes the place. */
const replacement = (instead: string): string =>
  instead === 'nothing' ? 'entfernen' : `stattdessen: ${phrase(instead)}`

import { plural } from '../plural.ts'
import type { retention as english } from '../en/retention.ts'
import type { Like } from '../message.ts'
import { phrase } from './phrases.ts'

/** KR6xx: how long records are kept. */
export const retention: Like<typeof english> = {
  KR601: {
    topic: ({ topic, setting }) =>
      `Topic ${topic} bewahrt seine Records unbegrenzt auf (${setting}); eine Frist setzen`,
    personal: ({ topic, what, setting }) =>
      `Topic ${topic} bewahrt personenbezogene Daten (${what}) unbegrenzt auf (${setting}); eine Frist setzen`,
    cluster: ({ setting }) =>
      `Topics ohne eigene Aufbewahrungsfrist bewahren Records unbegrenzt auf (${setting}); eine Frist setzen`,
    inherited: ({ topic, what, setting }) =>
      `Topic ${topic} erbt die unbegrenzte Aufbewahrung personenbezogener Daten (${what}; ${setting}); eine Frist setzen`,
  },
  KR602: {
    unbounded: ({ topic, what }) =>
      `Topic ${topic} bewahrt personenbezogene Daten (${what}) zu jedem Schlüssel auf, bis er gelöscht wird; max.compaction.lag.ms setzen, damit die Kompaktierung spätestens dann fällig ist`,
    unboundedYet: ({ topic, what }) =>
      `Topic ${topic} bewahrt personenbezogene Daten (${what}) zu jedem Schlüssel auf, bis er gelöscht wird, und diese Version von Kafka kennt keine Frist, nach der die Kompaktierung fällig ist`,
    unboundedBy: ({ topic, what, engine }) =>
      `Topic ${topic} bewahrt personenbezogene Daten (${what}) zu jedem Schlüssel auf, bis er gelöscht wird, und ${engine} kennt keine Frist, nach der die Kompaktierung fällig ist`,
  },
  KR603: {
    longer: ({ copy, by, source, longer, shorter }) =>
      `Topic ${copy}, ${by === 'mirror' ? 'die Kopie' : 'die Dead-Letter-Queue'} von ${source}, bewahrt Records ${longer} auf und damit länger als ${source} (${shorter}); die Frist verkürzen`,
    unreached: ({ copy, source, what }) =>
      `Topic ${copy} bewahrt gescheiterte Records von ${source} (${what}) ohne zeitliche Grenze auf: ein Tombstone in ${source} löscht sie dort nicht; eine Frist setzen`,
  },
  KR604: {
    setting: ({ name, key, value }) =>
      `Sink-Konnektor „${name}“ übergeht Tombstones (${key} ist ${value}): was in Kafka gelöscht wird, bleibt am Ziel`,
    default: ({ name, key, value }) =>
      `Sink-Konnektor „${name}“ übergeht Tombstones (${key} ist nicht gesetzt, der Standardwert ist ${value}): in Kafka gelöschte personenbezogene Daten bleiben`,
    class: ({ name, service }) =>
      `Sink-Konnektor „${name}“ fügt bei ${phrase(service)} nur hinzu: personenbezogene Daten, die in Kafka gelöscht werden, sind auch dort zu löschen`,
    filter: ({ name, key }) =>
      `Sink-Konnektor „${name}“ filtert Tombstones heraus (${key}): was in Kafka gelöscht wird, bleibt am Ziel`,
  },
  KR605: {
    rewritten: ({ name, key, value }) =>
      `Konnektor „${name}“ schreibt eine gelöschte Zeile als Record ohne Tombstone (${key} ist ${value}): die Kompaktierung behält ihn`,
    silent: ({ name, key, value }) =>
      `Konnektor „${name}“ schickt für eine gelöschte Zeile keinen Tombstone (${key} ist ${value}): ein kompaktiertes Topic behält ihren letzten Record`,
  },
  KR606: {
    refused: ({ topic }) =>
      `Topic ${topic} ist kompaktiert und hat remote.storage.enable: Kafka lehnt gestuften Speicher für kompaktierte Topics ab`,
  },
  KR607: {
    later: ({ topic, what, said, latest }) =>
      `Topic ${topic} kann personenbezogene Daten (${what}) bis zu ${latest} behalten statt ${said}: Segmente werden als Ganzes gelöscht; segment.ms setzen`,
  },
  KR608: {
    unlimited: ({ name, bucket, service, what }) =>
      `Sink-Konnektor „${name}“ legt personenbezogene Daten (${what}) unbegrenzt in ${bucket} (${service}) ab: keine Lifecycle-Regel löscht dort Objekte`,
  },
  time: {
    duration: ({ count, unit }) => plural(count, units[unit][0], units[unit][1]),
    kept: ({ duration }) => `für ${duration}`,
    keptUnlimited: 'unbegrenzt',
  },
  setting: {
    written: ({ key, value }) => `${key}=${value}`,
    noRetention: 'keine Frist gesetzt',
  },
}

const units = {
  day: ['Tag', 'Tage'],
  hour: ['Stunde', 'Stunden'],
  minute: ['Minute', 'Minuten'],
  second: ['Sekunde', 'Sekunden'],
  millisecond: ['Millisekunde', 'Millisekunden'],
} as const

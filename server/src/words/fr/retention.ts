import { plural } from './plural.ts'
import type { retention as english } from '../en/retention.ts'
import type { Like } from '../message.ts'
import { phrase } from './phrases.ts'

/** KR6xx: how long records are kept. */
export const retention: Like<typeof english> = {
  KR601: {
    topic: ({ topic, setting }) =>
      `Le topic ${topic} conserve ses enregistrements sans limite (${setting}) ; fixer une durée`,
    personal: ({ topic, what, setting }) =>
      `Le topic ${topic} conserve des données personnelles (${what}) sans limite (${setting}) ; fixer une durée`,
    cluster: ({ setting }) =>
      `Les topics sans durée de conservation propre gardent leurs enregistrements sans limite (${setting}) ; fixer une durée`,
    inherited: ({ topic, what, setting }) =>
      `Le topic ${topic} hérite d’une conservation illimitée de données personnelles (${what} ; ${setting}) ; fixer une durée`,
  },
  KR602: {
    unbounded: ({ topic, what }) =>
      `Le topic ${topic} conserve des données personnelles (${what}) pour chaque clé jusqu’à sa suppression ; définir max.compaction.lag.ms, délai au terme duquel la compaction est due`,
    unboundedYet: ({ topic, what }) =>
      `Le topic ${topic} conserve des données personnelles (${what}) pour chaque clé jusqu’à sa suppression, et cette version de Kafka ne connaît pas de délai au terme duquel la compaction est due`,
    unboundedBy: ({ topic, what, engine }) =>
      `Le topic ${topic} conserve des données personnelles (${what}) pour chaque clé jusqu’à sa suppression, et ${engine} ne connaît pas de délai au terme duquel la compaction est due`,
  },
  KR603: {
    longer: ({ copy, by, source, longer, shorter }) =>
      `Le topic ${copy}, ${by === 'mirror' ? 'copie' : 'file de lettres mortes'} de ${source}, conserve ses enregistrements ${longer}, plus longtemps que ${source} (${shorter}) ; réduire sa durée de conservation`,
    unreached: ({ copy, source, what }) =>
      `Le topic ${copy} conserve des enregistrements en échec de ${source} (${what}) sans limite de temps : un tombstone dans ${source} ne les y supprime pas ; définir une durée de conservation`,
  },
  KR604: {
    setting: ({ name, key, value }) =>
      `Le connecteur sink « ${name} » ignore les tombstones (${key} vaut ${value}) : ce qui est supprimé dans Kafka reste à destination`,
    default: ({ name, key, value }) =>
      `Le connecteur sink « ${name} » ignore les tombstones (${key} n’est pas défini et vaut ${value} par défaut) : les données personnelles supprimées dans Kafka restent`,
    class: ({ name, service }) =>
      `Le connecteur sink « ${name} » ne fait qu’ajouter à ${phrase(service)} : les données personnelles supprimées dans Kafka sont à supprimer là aussi`,
    filter: ({ name, key }) =>
      `Le connecteur sink « ${name} » écarte les tombstones (${key}) : ce qui est supprimé dans Kafka reste à destination`,
  },
  KR605: {
    rewritten: ({ name, key, value }) =>
      `Le connecteur « ${name} » écrit une ligne supprimée comme enregistrement sans tombstone (${key} vaut ${value}) : la compaction la garde`,
    silent: ({ name, key, value }) =>
      `Le connecteur « ${name} » n’envoie pas de tombstone pour une ligne supprimée (${key} vaut ${value}) : un topic compacté garde son dernier enregistrement`,
  },
  KR606: {
    refused: ({ topic }) =>
      `Le topic ${topic} est compacté et a remote.storage.enable : Kafka refuse le stockage hiérarchisé pour les topics compactés`,
  },
  KR607: {
    later: ({ topic, what, said, latest }) =>
      `Le topic ${topic} peut garder des données personnelles (${what}) jusqu’à ${latest}, et non ${said} : les segments sont effacés en entier ; définir segment.ms`,
  },
  KR608: {
    unlimited: ({ name, bucket, service, what }) =>
      `Le connecteur sink « ${name} » garde des données personnelles (${what}) sans limite dans ${bucket} (${service}) : aucune règle de cycle de vie n’y supprime d’objets`,
  },
  time: {
    duration: ({ count, unit }) => plural(count, units[unit]),
    kept: ({ duration }) => `pendant ${duration}`,
    keptUnlimited: 'sans limite',
  },
  setting: {
    written: ({ key, value }) => `${key}=${value}`,
    noRetention: 'aucune durée n’est fixée',
  },
}

const units = {
  day: 'jour',
  hour: 'heure',
  minute: 'minute',
  second: 'seconde',
  millisecond: 'milliseconde',
} as const

import type { configuration as english } from '../en/configuration.ts'
import type { Like } from '../message.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** KR8xx and KR9xx: schemas that do not parse, and what is wrong with the configuration itself. */
export const configuration: Like<typeof english> = {
  KR801: {
    'unknown-type': ({ subject, expected }) => `Type Avro inconnu « ${subject} » ; attendu : ${phrase(expected)}`,
    'duplicate-field': ({ subject }) =>
      `Champ « ${subject} » en double dans l’enregistrement ; la spécification d’Avro l’interdit`,
    'duplicate-type': ({ subject }) => `Type « ${subject} » en double`,
    'duplicate-symbol': ({ subject }) =>
      `Symbole « ${subject} » en double dans l’énumération ; la spécification d’Avro l’interdit`,
    'duplicate-branch': ({ subject }) =>
      `L’union contient deux fois le type « ${subject} » ; la spécification d’Avro l’interdit`,
    'duplicate-number': ({ subject }) => `Numéro de champ ${subject} en double dans le message`,
    reserved: ({ subject }) => `« ${subject} » est réservé dans le message`,
    missing: ({ subject, expected }) =>
      `${phrase(subject)} : ${phrase(expected)} manque ; la spécification d’Avro l’exige`,
    'invalid-name': ({ subject, expected }) => `Nom Avro non valide « ${subject} » ; attendu : ${phrase(expected)}`,
    'wrong-default': ({ subject, expected }) =>
      `La valeur par défaut ${subject} ne correspond pas au type ; la spécification d’Avro demande ${phrase(expected)}`,
    'later-branch': ({ subject, expected }) =>
      `La valeur par défaut ${subject} n’est pas du premier type de l’union, ${phrase(expected)} ; la spécification d’Avro le demande avant la version 1.12`,
    'nested-union': 'Une union directement dans une autre union ; la spécification d’Avro l’interdit',
    syntax: ({ subject, expected }) => `« ${subject} » inattendu ; attendu : ${phrase(expected)}`,
    refused: ({ subject, expected }) => `Schéma refusé par ${expected} : ${subject}`,
  },
  KR901: {
    refused: ({ kind, path, value, instead }) =>
      `${kind} v1 ne connaît pas ${path}${value === undefined ? '' : ` ${value}`} ; ${replacement(instead)}`,
    gone: ({ path, since, instead }) => `${path} est supprimé depuis Strimzi ${since} ; ${replacement(instead)}`,
    kind: ({ kind, since, instead }) => `${kind} est supprimé depuis Strimzi ${since} ; ${replacement(instead)}`,
    version: ({ kind, version, since }) => `${kind} ${version} est supprimé depuis Strimzi ${since} ; utiliser v1`,
  },
  KR902: {
    'unknown-key': ({ subject, expected }) => `Clé inconnue « ${subject} » ; attendu : ${phrase(expected)}`,
    'wrong-value': ({ subject, expected }) => `Valeur non valide « ${subject} » ; attendu : ${phrase(expected)}`,
    'missing-key': ({ subject }) => `La clé « ${subject} » manque`,
    'unknown-rule': ({ subject }) =>
      `Règle inconnue « ${subject} » ; utiliser un code comme KR301 ou une famille comme durability`,
  },
  KR903: {
    reasonless: 'Une exception sans motif est sans effet ; ajouter « -- » et le motif',
    codeless: 'Une exception sans code est sans effet ; ajouter un code comme KR301',
    unknown: ({ code }) => `Code inconnu ${code} dans une exception ; utiliser un code comme KR301`,
    unused: ({ code }) => `Exception sans objet : ${code} n’est pas signalé ici`,
  },
  KR904: {
    policy: ({ allowed }) =>
      `La politique n’autorise que ${allowed.join(', ')}, mais des données partent ailleurs (voir les emplacements liés)`,
    expired: ({ sending, day }) => `${sending} : la garantie déclarée a expiré le ${dateOf(day)}`,
    elsewhere: ({ declared, sending }) => `Le pays déclaré ${declared} contredit les fichiers : ${sending}`,
    longer: ({ declared, topic, kept }) =>
      `La durée de conservation déclarée est ${declared}, mais le topic ${topic} garde les données ${kept}`,
    dated: ({ entry, day }) => `${entry} est daté du ${dateOf(day)}, dans l’avenir`,
    profiling: ({ declared, names }) =>
      `Le profilage est déclaré « ${declared} », mais des noms en parlent : ${names.join(', ')}`,
    future: ({ item, day }) => `Le test (${item}) est daté du ${day}, dans l’avenir`,
    present: ({ item, cluster }) =>
      `Il est déclaré que le cluster ${cluster} n’a rien (${item}), mais les fichiers en montrent (voir les emplacements liés)`,
    missed: ({ objective, declared, reached, day }) =>
      `L’exercice du ${day} a atteint ${objective} ${reached} ; l’objectif déclaré est ${declared}`,
  },
  KR905: {
    vague: ({ entry, said, expected }) => `${entry} « ${said} » est trop vague ; à préciser : ${phrase(expected)}`,
  },
  expected: {
    knownKey: 'une clé documentée',
    category: 'une catégorie comme contact-email, person-id, health',
    country: 'un code pays ISO 3166 comme DE, ou GB pour le Royaume-Uni',
    provider: 'un fournisseur comme snowflake, ou un propriétaire comme Amazon',
  },
}

/** Of some settings nothing takes the place. */
const replacement = (instead: string): string => (instead === 'nothing' ? 'le retirer' : `utiliser ${phrase(instead)}`)

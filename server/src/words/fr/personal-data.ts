import { plural } from './plural.ts'
import type { personalData as english } from '../en/personal-data.ts'
import type { Like } from '../message.ts'
import { categories } from './people.ts'
import { phrase } from './phrases.ts'

/** KR1xx: personal data in schemas, keys, names, registries and sinks. */
export const personalData: Like<typeof english> = {
  KR101: {
    carries: ({ field, record, category }) =>
      `Le champ « ${field} » de ${record} n’est pas étiqueté comme donnée personnelle : ${category}`,
    mayCarry: ({ field, record, category }) =>
      `Le champ « ${field} » de ${record} est peut-être une donnée personnelle (${category}) ; à trancher`,
  },
  KR102: {
    carries: ({ field, record, category }) =>
      `Le champ « ${field} » de ${record} n’est pas étiqueté comme donnée sensible (art. 9 ou 10 du RGPD) : ${category}`,
    mayCarry: ({ field, record, category }) =>
      `Le champ « ${field} » de ${record} est peut-être une donnée sensible (art. 9 ou 10 du RGPD ; ${category}) ; à trancher`,
  },
  KR103: {
    carries: ({ field, record }) => `Le champ « ${field} » de ${record} n’est pas étiqueté comme identifiant national`,
    mayCarry: ({ field, record }) =>
      `Le champ « ${field} » de ${record} est peut-être un identifiant national ; à trancher`,
    carriesCountry: ({ field, record, identifier, country }) =>
      `Le champ « ${field} » de ${record} n’est pas étiqueté comme identifiant national : ${identifier} (${country})`,
  },
  KR104: {
    schema: ({ field, subject, category }) =>
      `La clé d’enregistrement ${subject} contient une donnée personnelle dans le champ « ${field} » : ${category} ; utiliser un identifiant opaque`,
    connector: ({ connector, field, category }) =>
      `Le connecteur « ${connector} » prend « ${field} » (${category}) comme clé d’enregistrement ; utiliser un identifiant opaque`,
  },
  KR105: {
    reveals: ({ topic, what }) =>
      `Le nom de topic « ${topic} » révèle des données sensibles (${phrase(what)}) ; utiliser un nom neutre`,
  },
  KR106: {
    outside: ({ name, place, fields }) =>
      `Le schéma « ${name} » décrit des données personnelles et se trouve dans un registre situé à ${place} : ${fields}`,
    foreign: ({ name, owner, fields }) =>
      `Le schéma « ${name} » décrit des données personnelles et se trouve dans un registre de ${owner}, soumis au droit américain : ${fields}`,
  },
  KR107: {
    passes: ({ name, fields }) =>
      `Le connecteur sink « ${name} » exporte des données personnelles sans masquage : ${fields}`,
  },
  KR108: {
    logged: ({ name }) =>
      `Le connecteur source « ${name} » écrit clés et valeurs des enregistrements en échec dans le journal du worker ; régler errors.log.include.messages sur false`,
    traced: ({ name, logger }) =>
      `Les workers de ${name} écrivent la clé et la valeur de chaque enregistrement dans leur journal : le logger ${logger} est à TRACE ; le régler sur INFO`,
  },
  fields: {
    count: ({ count }) => plural(count, 'champ'),
    all: ({ fields }) => fields.join(', '),
    first: ({ field, others }) => `${field} et ${others} de plus`,
    some: ({ fields, others }) => `${fields.join(', ')} et ${others} champs de plus`,
  },
  category: {
    one: ({ id, name }) => categories[id] ?? name,
    special: ({ category }) => `${category}, catégorie particulière`,
    inTopic: ({ category, topic }) => `${category} dans le topic ${topic}`,
  },
}

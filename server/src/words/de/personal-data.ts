import { plural } from '../plural.ts'
import type { personalData as english } from '../en/personal-data.ts'
import type { Like } from '../message.ts'
import { categories } from './people.ts'
import { phrase } from './phrases.ts'

/** KR1xx: personal data in schemas, keys, names, registries and sinks. */
export const personalData: Like<typeof english> = {
  KR101: {
    carries: ({ field, record, category }) =>
      `Feld „${field}“ von ${record} ist nicht als personenbezogen gekennzeichnet: ${category}`,
    mayCarry: ({ field, record, category }) =>
      `Feld „${field}“ von ${record} ist möglicherweise personenbezogen (${category}); bitte entscheiden`,
  },
  KR102: {
    carries: ({ field, record, category }) =>
      `Feld „${field}“ von ${record} ist nicht als sensibel gekennzeichnet (Art. 9 oder 10 DSGVO): ${category}`,
    mayCarry: ({ field, record, category }) =>
      `Feld „${field}“ von ${record} enthält möglicherweise sensible Daten (Art. 9 oder 10 DSGVO; ${category}); bitte entscheiden`,
  },
  KR103: {
    carries: ({ field, record }) => `Feld „${field}“ von ${record} ist nicht als nationale Kennziffer gekennzeichnet`,
    mayCarry: ({ field, record }) =>
      `Feld „${field}“ von ${record} ist möglicherweise eine nationale Kennziffer; bitte entscheiden`,
    carriesCountry: ({ field, record, identifier, country }) =>
      `Feld „${field}“ von ${record} ist nicht als nationale Kennziffer gekennzeichnet: ${identifier} (${country})`,
  },
  KR104: {
    schema: ({ field, subject, category }) =>
      `Record-Schlüssel ${subject} enthält im Feld „${field}“ personenbezogene Daten: ${category}; eine nicht sprechende Kennung verwenden`,
    connector: ({ connector, field, category }) =>
      `Konnektor „${connector}“ verwendet „${field}“ (${category}) als Record-Schlüssel; eine nicht sprechende Kennung verwenden`,
  },
  KR105: {
    reveals: ({ topic, what }) =>
      `Der Topic-Name „${topic}“ verrät sensible Daten (${phrase(what)}); einen neutralen Namen verwenden`,
  },
  KR106: {
    outside: ({ name, place, fields }) =>
      `Schema „${name}“ beschreibt personenbezogene Daten und liegt in einer Registry in ${place}: ${fields}`,
    foreign: ({ name, owner, fields }) =>
      `Schema „${name}“ beschreibt personenbezogene Daten und liegt in einer Registry von ${owner}, das US-Recht unterliegt: ${fields}`,
  },
  KR107: {
    passes: ({ name, fields }) => `Sink-Konnektor „${name}“ gibt personenbezogene Daten unmaskiert weiter: ${fields}`,
  },
  KR108: {
    logged: ({ name }) =>
      `Source-Konnektor „${name}“ schreibt Schlüssel und Werte fehlgeschlagener Records ins Worker-Log; errors.log.include.messages auf false setzen`,
    traced: ({ name, logger }) =>
      `Worker von ${name} schreiben Schlüssel und Wert jedes Records in ihr Log: Logger ${logger} steht auf TRACE; auf INFO setzen`,
  },
  fields: {
    count: ({ count }) => plural(count, 'Feld', 'Felder'),
    all: ({ fields }) => fields.join(', '),
    first: ({ field, others }) => `${field} und ${others} weitere`,
    some: ({ fields, others }) => `${fields.join(', ')} und ${others} weitere Felder`,
  },
  category: {
    one: ({ id, name }) => categories[id] ?? name,
    special: ({ category }) => `${category}, besondere Kategorie`,
    inTopic: ({ category, topic }) => `${category} im Topic ${topic}`,
  },
}

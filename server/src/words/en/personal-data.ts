import { plural } from '../plural.ts'
/** KR1xx: personal data in schemas, keys, names, registries and sinks. */
export const personalData = {
  KR101: {
    carries: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} is not tagged as personal data: ${category}`,
    mayCarry: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} may be personal data (${category}); to be decided`,
  },
  KR102: {
    carries: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} is not tagged as sensitive data (Art. 9 or 10 GDPR): ${category}`,
    mayCarry: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} may be sensitive data (Art. 9 or 10 GDPR; ${category}); to be decided`,
  },
  KR103: {
    carries: ({ field, record }: Pick<FieldOf, 'field' | 'record'>) =>
      `Field "${field}" of ${record} is not tagged as a national identifier`,
    mayCarry: ({ field, record }: Pick<FieldOf, 'field' | 'record'>) =>
      `Field "${field}" of ${record} may be a national identifier; to be decided`,
    carriesCountry: ({
      field,
      record,
      identifier,
      country,
    }: Pick<FieldOf, 'field' | 'record'> & { identifier: string; country: string }) =>
      `Field "${field}" of ${record} is not tagged as a national identifier: ${identifier} (${country})`,
  },
  KR104: {
    schema: ({ field, subject, category }: { field: string; subject: string; category: string }) =>
      `Record key ${subject} contains personal data in field "${field}": ${category}; use an opaque identifier`,
    connector: ({ connector, field, category }: { connector: string; field: string; category: string }) =>
      `Connector "${connector}" uses "${field}" (${category}) as the record key; use an opaque identifier`,
  },
  KR105: {
    reveals: ({ topic, what }: { topic: string; what: string }) =>
      `Topic name "${topic}" reveals sensitive data (${what}); use a neutral name`,
  },
  KR106: {
    outside: ({ name, place, fields }: { name: string; place: string; fields: string }) =>
      `Schema "${name}" describes personal data and is kept in a registry in ${place}: ${fields}`,
    foreign: ({ name, owner, fields }: { name: string; owner: string; fields: string }) =>
      `Schema "${name}" describes personal data and is kept in a registry of ${owner}, subject to US law: ${fields}`,
  },
  KR107: {
    passes: ({ name, fields }: { name: string; fields: string }) =>
      `Sink "${name}" exports personal data without masking: ${fields}`,
  },
  KR108: {
    logged: ({ name }: { name: string }) =>
      `Source "${name}" writes keys and values of failed records to the worker log; set errors.log.include.messages to false`,
    traced: ({ name, logger }: { name: string; logger: string }) =>
      `Workers of ${name} write the key and value of every record to their log: logger ${logger} is at TRACE; set it to INFO`,
  },
  /** Names of fields in a sentence. */
  fields: {
    count: ({ count }: { count: number }) => plural(count, 'field'),
    /** All of them. */
    all: ({ fields }: { fields: readonly string[] }) => fields.join(', '),
    /** The first, and how many there are beside it. */
    first: ({ field, others }: { field: string; others: number }) => `${field} and ${others} more`,
    /** Some, and how many fields there are beside them. */
    some: ({ fields, others }: { fields: readonly string[]; others: number }) =>
      `${fields.join(', ')} and ${others} more fields`,
  },
  /** Categories of personal data; English has their names from the knowledge, another language by their ids. */
  category: {
    one: ({ name }: { id: string; name: string }) => name,
    special: ({ category }: { category: string }) => `${category}, a special category`,
    inTopic: ({ category, topic }: { category: string; topic: string }) => `${category} in topic ${topic}`,
  },
}

interface FieldOf {
  field: string
  record: string
  category: string
}

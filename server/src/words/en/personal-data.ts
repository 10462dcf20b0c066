/** KR1xx: personal data in schemas, keys, names, registries and sinks. */
export const personalData = {
  KR101: {
    carries: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record}: ${category}, personal data not declared`,
    mayCarry: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} may be personal data: ${category}, to be decided`,
  },
  KR102: {
    carries: ({ field, record, category }: FieldOf) => `Field "${field}" of ${record}: ${category}, a special category`,
    mayCarry: ({ field, record, category }: FieldOf) =>
      `Field "${field}" of ${record} may be a special category: ${category}, to be decided`,
  },
  KR103: {
    carries: ({ field, record }: Pick<FieldOf, 'field' | 'record'>) =>
      `Field "${field}" of ${record}: a national identifier, not declared`,
    mayCarry: ({ field, record }: Pick<FieldOf, 'field' | 'record'>) =>
      `Field "${field}" of ${record} may be a national identifier, to be decided`,
    carriesCountry: ({
      field,
      record,
      identifier,
      country,
    }: Pick<FieldOf, 'field' | 'record'> & { identifier: string; country: string }) =>
      `Field "${field}" of ${record}: ${identifier}, a national identifier (${country}), not declared`,
  },
  KR104: {
    schema: ({ field, subject, category }: { field: string; subject: string; category: string }) =>
      `Field "${field}" of the key ${subject}: ${category} in record keys; expected an identifier without meaning`,
    connector: ({ connector, field, category }: { connector: string; field: string; category: string }) =>
      `Connector "${connector}" makes record keys of "${field}" (${category}); expected an identifier without meaning`,
  },
  KR105: {
    tells: ({ topic, says }: { topic: string; says: string }) =>
      `Topic "${topic}" tells whoever sees its name that ${says} in it; expected a neutral name`,
  },
  KR106: {
    outside: ({ name, place, fields }: { name: string; place: string; fields: string }) =>
      `Schema registry of "${name}" lies in ${place} and describes personal data: ${fields}`,
    foreign: ({ name, owner, fields }: { name: string; owner: string; fields: string }) =>
      `Schema registry of "${name}" is run by ${owner}, which US law reaches, and describes personal data: ${fields}`,
  },
  KR107: {
    passes: ({ name, fields }: { name: string; fields: string }) => `Sink "${name}" passes on ${fields} unmasked`,
  },
  /** Names of fields in a sentence. */
  fields: {
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

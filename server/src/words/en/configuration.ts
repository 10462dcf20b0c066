/** KR8xx and KR9xx: schemas that do not parse, and what is wrong with the configuration itself. */
export const configuration = {
  KR801: {
    'unknown-type': ({ subject, expected }: Flaw) => `Avro has no type "${subject}"; expected ${expected}`,
    'duplicate-field': ({ subject, expected }: Flaw) =>
      `Field "${subject}" stands twice in its record; expected ${expected}`,
    'duplicate-type': ({ subject, expected }: Flaw) => `Type "${subject}" stands twice; expected ${expected}`,
    'duplicate-symbol': ({ subject, expected }: Flaw) =>
      `Symbol "${subject}" stands twice in its enum; expected ${expected}`,
    'duplicate-number': ({ subject, expected }: Flaw) =>
      `Field number ${subject} stands twice in its message; expected ${expected}`,
    reserved: ({ subject, expected }: Flaw) => `"${subject}" is reserved in its message; expected ${expected}`,
    missing: ({ subject, expected }: Flaw) => `${subject} has no ${expected}; no reader takes the schema`,
    'invalid-name': ({ subject, expected }: Flaw) =>
      `Name "${subject}" is not one that Avro takes; expected ${expected}`,
    'wrong-default': ({ subject, expected }: Flaw) => `Default ${subject} does not fit; expected ${expected}`,
    'nested-union': ({ expected }: Flaw) => `A union stands directly in a union; expected ${expected}`,
    syntax: ({ subject, expected }: Flaw) => `"${subject}" has no place here; expected ${expected}`,
    refused: ({ subject }: Flaw) => `No reader takes this schema: ${subject}`,
  },
  KR901: {
    refused: ({
      kind,
      path,
      value,
      instead,
    }: {
      kind: string
      path: string
      value?: string | undefined
      instead: string
    }) => `${kind} v1 has no ${path}${value === undefined ? '' : ` ${value}`}; expected ${instead}`,
    gone: ({ path, since, instead }: { path: string; since: string; instead: string }) =>
      `${path} is gone since Strimzi ${since}; expected ${instead}`,
    kind: ({ kind, since, instead }: { kind: string; since: string; instead: string }) =>
      `${kind} is gone since Strimzi ${since}; expected ${instead}`,
    version: ({ kind, version, since }: { kind: string; version: string; since: string }) =>
      `${kind} ${version} is gone since Strimzi ${since}; expected v1`,
  },
  KR902: {
    'unknown-key': ({ subject, expected }: Flaw) => `Unknown key "${subject}"; expected ${expected}`,
    'wrong-value': ({ subject, expected }: Flaw) => `Unexpected value "${subject}"; expected ${expected}`,
    'missing-key': ({ subject }: Flaw) => `Missing key "${subject}"`,
    'unknown-rule': ({ subject }: { subject: string }) =>
      `Unknown rule "${subject}"; expected a code such as KR301, or a family such as durability`,
  },
  KR903: {
    reasonless: 'Suppression without a reason silences nothing; expected "-- " and why it is accepted',
    codeless: 'Suppression without a code silences nothing; expected a code such as KR301',
    unknown: ({ code }: { code: string }) => `Suppression of an unknown code ${code}; expected a code such as KR301`,
    unused: ({ code }: { code: string }) => `Unused suppression: ${code} says nothing here`,
  },
  KR904: {
    policy: ({ allowed }: { allowed: readonly string[] }) =>
      `Declared: ${allowed.join(', ')} only. The files send data elsewhere, see the related places`,
    elsewhere: ({ declared, sending }: { declared: string; sending: string }) =>
      `Declared to lie in ${declared}. ${sending}`,
    longer: ({ declared, topic, kept }: { declared: string; topic: string; kept: string }) =>
      `Declared to be erased after ${declared}. Topic ${topic} keeps data ${kept}`,
  },
  KR905: {
    vague: ({ entry, said, expected }: { entry: string; said: string; expected: string }) =>
      `${entry}: "${said}" says nothing; expected ${expected}`,
  },
  /** What a value of the configuration has to be. */
  expected: {
    knownKey: 'a known one',
    category: 'a category such as contact-email, person-id, health',
    country: 'an ISO 3166 country code such as DE, or GB for the United Kingdom',
    provider: 'a provider such as snowflake, or an owner such as Amazon',
  },
}

interface Flaw {
  subject: string
  expected: string
}

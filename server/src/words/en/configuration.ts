/** KR8xx and KR9xx: schemas that do not parse, and what is wrong with the configuration itself. */
export const configuration = {
  KR801: {
    'unknown-type': ({ subject, expected }: Flaw) => `Unknown Avro type "${subject}"; expected ${expected}`,
    'duplicate-field': ({ subject }: Flaw) =>
      `Duplicate field "${subject}" in the record; the Avro specification forbids it`,
    'duplicate-type': ({ subject }: Flaw) => `Duplicate type "${subject}"`,
    'duplicate-symbol': ({ subject }: Flaw) =>
      `Duplicate symbol "${subject}" in the enum; the Avro specification forbids it`,
    'duplicate-branch': ({ subject }: Flaw) =>
      `The union has the type "${subject}" twice; the Avro specification forbids it`,
    'duplicate-number': ({ subject }: Flaw) => `Duplicate field number ${subject} in the message`,
    reserved: ({ subject }: Flaw) => `"${subject}" is reserved in the message`,
    missing: ({ subject, expected }: Flaw) => `${subject} has no ${expected}; the Avro specification asks for it`,
    'invalid-name': ({ subject, expected }: Flaw) => `Invalid Avro name "${subject}"; expected ${expected}`,
    'wrong-default': ({ subject, expected }: Flaw) =>
      `Default ${subject} does not match the type; the Avro specification asks for ${expected}`,
    'later-branch': ({ subject, expected }: Flaw) =>
      `Default ${subject} is not of the first type of the union, ${expected}; the Avro specification asks for that before version 1.12`,
    'nested-union': 'A union directly in another union; the Avro specification forbids it',
    syntax: ({ subject, expected }: Flaw) => `Unexpected "${subject}"; expected ${expected}`,
    refused: ({ subject, expected }: Flaw) => `Schema is refused by ${expected}: ${subject}`,
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
    }) => `${kind} v1 does not support ${path}${value === undefined ? '' : ` ${value}`}; ${replacement(instead)}`,
    gone: ({ path, since, instead }: { path: string; since: string; instead: string }) =>
      `${path} is removed in Strimzi ${since}; ${replacement(instead)}`,
    kind: ({ kind, since, instead }: { kind: string; since: string; instead: string }) =>
      `${kind} is removed in Strimzi ${since}; ${replacement(instead)}`,
    version: ({ kind, version, since }: { kind: string; version: string; since: string }) =>
      `${kind} ${version} is removed in Strimzi ${since}; use v1`,
  },
  KR902: {
    'unknown-key': ({ subject, expected }: Flaw) => `Unknown key "${subject}"; expected ${expected}`,
    'wrong-value': ({ subject, expected }: Flaw) => `Invalid value "${subject}"; expected ${expected}`,
    'missing-key': ({ subject }: Flaw) => `Missing key "${subject}"`,
    'unknown-rule': ({ subject }: { subject: string }) =>
      `Unknown rule "${subject}"; use a code such as KR301 or a family such as durability`,
  },
  KR903: {
    reasonless: 'Suppression without a reason has no effect; add "-- " and the reason',
    codeless: 'Suppression without a code has no effect; add a code such as KR301',
    unknown: ({ code }: { code: string }) => `Unknown code ${code} in a suppression; use a code such as KR301`,
    unused: ({ code }: { code: string }) => `Unused suppression: ${code} is not reported here`,
  },
  KR904: {
    policy: ({ allowed }: { allowed: readonly string[] }) =>
      `The policy allows only ${allowed.join(', ')}, but data is sent elsewhere (see related locations)`,
    expired: ({ sending, day }: { sending: string; day: string }) =>
      `${sending}: the declared safeguard expired on ${day}`,
    elsewhere: ({ declared, sending }: { declared: string; sending: string }) =>
      `Declared country ${declared} contradicts the files: ${sending}`,
    longer: ({ declared, topic, kept }: { declared: string; topic: string; kept: string }) =>
      `Declared retention is ${declared}, but topic ${topic} keeps data ${kept}`,
    dated: ({ entry, day }: { entry: string; day: string }) => `${entry} is dated ${day}, in the future`,
    profiling: ({ declared, names }: { declared: string; names: readonly string[] }) =>
      `Profiling is declared as "${declared}", but names speak of it: ${names.join(', ')}`,
    future: ({ item, day }: { item: string; day: string }) => `The test of ${item} is dated ${day}, in the future`,
    present: ({ item, cluster }: { item: string; cluster: string }) =>
      `Declared: no ${item} of cluster ${cluster}, but the files show some (see related locations)`,
    missed: ({
      objective,
      declared,
      reached,
      day,
    }: {
      objective: string
      declared: string
      reached: string
      day: string
    }) => `The drill of ${day} reached ${objective} ${reached}; the declared objective is ${declared}`,
  },
  KR905: {
    vague: ({ entry, said, expected }: { entry: string; said: string; expected: string }) =>
      `${entry} "${said}" is too vague; specify ${expected}`,
  },
  /** What a value of the configuration has to be. */
  expected: {
    knownKey: 'a documented key',
    category: 'a category such as contact-email, person-id, health',
    country: 'an ISO 3166 country code such as DE, or GB for the United Kingdom',
    provider: 'a provider such as snowflake, or an owner such as Amazon',
  },
}

interface Flaw {
  subject: string
  expected: string
}

/** Of some settings nothing takes the place. */
const replacement = (instead: string): string => (instead === 'nothing' ? 'remove it' : `use ${instead}`)

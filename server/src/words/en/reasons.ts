import { plural } from '../plural.ts'

/** Why something is said: how it was read, step by step. */
export const reasons = {
  because: {
    // Brokers and settings
    brokers: ({ count }: { count: number }) => `${plural(count, 'broker is', 'brokers are')} known`,
    holdsFor: ({ what }: { what: string }) => `it holds for ${what}`,
    defaultTrue: ({ key }: { key: string }) => `${key} is not set, and the default is true`,
    defaultFalse: ({ key }: { key: string }) => `${key} is not set, and the default is false`,
    absentMeansTrue: ({ engine }: { engine?: string | undefined }) =>
      `absent means true with ${engine ?? 'this engine'}`,
    acksAllOnly: 'min.insync.replicas protects only what producers with acks=all write',
    notIdempotent:
      'without idempotence a retry after a lost answer is a second record, and records may change their order',
    // Names
    connectorName: ({ words }: { words: string }) =>
      `"${words}" in the name of the connector; a sink's group is connect-<name> unless consumer.override.group.id is set`,
    groupName: ({ words, owner }: { words: string; owner: string }) => `"${words}" in the name, used by ${owner}`,
    topicName: ({ words, reader }: { words: string; reader?: string | undefined }) =>
      `"${words}" in the name of the topic${reader === undefined ? '' : ` that "${reader}" reads`}; names stand in metrics, logs, access lists and bills`,
    noFix: ({ hindrance }: { hindrance: string }) => `no quick fix: ${hindrance}`,
    allGroups: 'no groups are named, and the default is all of them',
    allTopics: 'no topics are named, and the default is all of them',
    groupAccess: 'who may read a group may also join it, take its records away and move its offsets',
    // Personal data
    annotated: ({ annotation }: { annotation: string }) => `the schema says so: ${annotation}`,
    declaredPersonal: 'the configuration declares it personal',
    reads: ({
      field,
      words,
      datum,
      owner,
    }: {
      field: string
      words: string
      datum: string
      owner?: string | undefined
    }) => `\`${field}\`: ${words}, ${datum}${owner === undefined ? '' : ` of a ${owner}`}`,
    identifies: ({ field, who }: { field: string; who: string }) => `\`${field}\`: identifier of a ${who}`,
    recordAbout: ({ who }: { who: string }) => `the record is about a ${who}`,
    recordEvent: ({ who }: { who: string }) => `the record is about what a ${who} does`,
    recordAboutNobody: 'nothing says that the record is about a person',
    recordClinical: 'the record is medical',
    recordThing: 'the record is named after a thing',
    recordOrganisation: 'the record is named after an organisation',
    recordManner: 'the record asks, sets or counts, rather than holds',
    besidePersonal: 'other fields of the record are personal data',
    besideSpecial: 'other fields of the record are data of special categories',
    aroundPerson: 'the record is part of one about a person',
    docPerson: 'its doc speaks of a person',
    docThing: 'its doc speaks of a thing',
    typePerson: 'its type is named after a person',
    typeSeldom: ({ type }: { type: string }) => `a field of the type ${type} seldom holds it`,
    wordsBefore: 'the words before it may make it something else',
    wordsAfter: 'the words after it may make it something else',
    otherLanguage: 'the word means something else in other languages',
    keySchema: ({ subject }: { subject: string }) => `"${subject}": the schema of a key, by its name`,
    passedField: ({
      field,
      record,
      topic,
      category,
    }: {
      field: string
      record: string
      topic: string
      category: string
    }) => `${field} of ${record}, in topic ${topic}: ${category}`,
    personalDataGoes: ({ fields }: { fields: readonly string[] }) => `personal data goes there: ${fields.join(', ')}`,
    noSchemaProves: 'no schema in the workspace proves that personal data goes there',
    // Recovery
    needsOtherDirection: 'the mode needs a replicator in the other direction, and no file of the workspace has one',
    noOtherDirection: 'no file of the workspace mirrors in the other direction',
    topicNames: ({ value }: { value: string }) => `topic names are ${value}`,
    topicNamesByDefault: 'no topic names are set, and the default puts the alias of the source in front',
    // Retention
    emptyPolicyRefused: ({ key }: { key: string }) => `an empty ${key} is not allowed before Kafka 4.2`,
    emptyPolicy: ({ key }: { key: string }) => `an empty ${key} never removes anything`,
    compacted: ({ key, value }: { key: string; value: string }) => `${key} ${value} keeps the last record of each key`,
    settingIs: ({ key, value }: { key: string; value: string }) => `${key} is ${value}`,
    negativeRetention: 'a negative retention never removes anything',
    zeroUnlimited: ({ key }: { key: string }) => `${key} 0 sets no limit`,
    ofTopic: ({ key }: { key: string }) => `${key} of the topic`,
    ofBrokers: 'the retention of the brokers',
    engineDefault: ({ engine }: { engine: string }) => `nothing is set: the default of ${engine}`,
    nothingSet: 'nothing is set, and the settings of the brokers are not in the files',
    // Security
    listsDecide: 'access lists decide here, and what no list names is open to everybody who is let in',
    noAuthorization: 'no authorization is set, and the default is none',
    noLogging: 'logging_info names no destination that is switched on, and the default is none',
    unchecked: 'the connection is encrypted, but nobody checks to whom',
    managedKey: 'encryption_at_rest_kms_key_arn is not set, and the default is the managed key aws/msk',
    endUnknown: 'where the other end lies is not in the file',
    endInside: 'the other end lies in the own network or cluster',
    endOutside: 'the other end lies outside the own cluster',
    plaintextSet: 'the protocol is set to plaintext',
    plaintextByDefault: 'nothing sets TLS, and the default is plaintext',
    listenerType: ({ type }: { type: string }) => `its type is ${type}, which is reachable from outside`,
    noAuthentication: 'no authentication type is set, and the default is NONE',
    reachableOutside: 'it is reachable from outside',
    reachableInside: 'whoever is in its network reaches it',
    // Places
    declared: ({ values }: { values: readonly string[] }) => `the configuration says: ${values.join(', ')}`,
    ownNetwork: 'an address of the own network or cluster',
    serviceRegion: ({ service, region }: { service: string; region: string }) => `${service} in the region ${region}`,
    settingHost: ({ key }: { key: string }) => `\`${key}\` names the host`,
    settingRegion: ({ key, region, provider }: { key: string; region: string; provider: string }) =>
      `\`${key}\` is the region ${region} of ${provider}`,
    settingRegionAnywhere: ({ key, region }: { key: string; region: string }) =>
      `\`${key}\` is the region ${region}, which means the same country with every provider that has it`,
    providerNoRegion: ({ provider }: { provider: string }) => `${provider}: nothing in the file names a region`,
    noHost: 'nothing in the file names a host or a region',
    hostRegion: ({ host, provider, region }: { host: string; provider: string; region: string }) =>
      `${host} is ${provider}, region ${region}`,
    hostCountry: ({ host, provider }: { host: string; provider: string }) => `${host} is ${provider}`,
    hostNoRegion: ({ host, provider }: { host: string; provider: string }) =>
      `${host} is ${provider}, which does not tell its region in the host`,
    hostUnknown: ({ host }: { host: string }) => `${host} belongs to no provider that is known`,
    countryStatus: ({ country, status }: { country: string; status: CountryStatus }) =>
      `${country}: ${countryStatuses[status]}`,
    decision: ({ instrument, scope, until, notes }: Decision) =>
      `${instrument}, ${scope}${until === undefined ? '' : `, until ${until}`}${notes === undefined ? '' : `. ${notes}`}`,
    providerDenied: ({ provider }: { provider: string }) => `the policy denies ${provider}`,
    providerOwner: ({ provider, owner }: { provider: string; owner: string }) => `${provider} belongs to ${owner}`,
    safeguardReference: ({ reference }: { reference: string }) => `declared with the reference ${reference}`,
    recordsInRegion: 'the records lie in the region of the cluster',
    controlPlane:
      'names of topics and groups, metrics and configuration belong to a control plane whose place the documentation does not name',
    // Configuration
    knownKeys: ({ keys }: { keys: string }) => `known here: ${keys}`,
    families: ({ families }: { families: readonly string[] }) => `families: ${families.join(', ')}`,
  },
  /** What keeps a group from being renamed by a fix. */
  hindrance: {
    id: 'an id is part of how the brokers know the application',
    worker: "the name of the workers' group is the name of the Connect cluster",
    streams: 'an application id also names stores and changelog topics',
    prefix: 'other names begin with it',
    accessPrefix: 'a prefix covers the groups of others',
    accessOnly: 'no application in the workspace names the group, and renaming it here alone cuts its user off',
    covered: ({ owner, prefix }: { owner: string; prefix: string }) =>
      `${owner} may use it by the prefix "${prefix}" only`,
    unwritable: 'one of the places cannot be written',
  },
  /** What other places have to do with a finding. */
  related: {
    used: 'used here',
    again: 'here as well',
    declared: 'declared here',
    someOfThem: 'some of them',
    brokersInAll: ({ count }: { count: number }) => `${plural(count, 'broker')} in all`,
    replicationFactor: ({ count }: { count: number }) => `replication factor ${count}`,
    groupUser: ({ owner }: { owner: string }) => `used by ${owner}`,
    renamed: 'topics are renamed here',
    mirror: 'mirrored by this',
    brokersPolicy: 'the policy of the brokers',
    atSource: ({ kept }: { kept: string }) => `${kept} at the source`,
    copiedBy: 'copied by this mirror',
    writtenBy: 'written by this sink',
    inheriting: 'a topic that sets no retention',
    retentionOf: ({ topic }: { topic: string }) => `retention of topic ${topic}`,
    allowed: ({ countries }: { countries: readonly string[] }) => `allowed: ${countries.join(', ')}`,
  },
}

type CountryStatus = 'eu' | 'eea' | 'adequate' | 'conditional' | 'third'

const countryStatuses: Readonly<Record<CountryStatus, string>> = {
  eu: 'member of the Union',
  eea: 'part of the European Economic Area',
  adequate: 'adequate level of protection',
  conditional: 'adequate for some recipients or data only',
  third: 'third country without an adequacy decision',
}

interface Decision {
  instrument: string
  scope: string
  until?: string | undefined
  notes?: string | undefined
}

import { plural } from '../plural.ts'

/** A noun with its article: `a customer`, `an employee`; `user` begins like `you`. */
const article = (noun: string): string => `${/^(?:[aeio]|u(?!s))/i.test(noun) ? 'an' : 'a'} ${noun}`

/** Why something is said: how it was read, step by step. */
export const reasons = {
  because: {
    // Versions of schemas
    compatibilityDeclared: ({ mode }: { mode: string }) => `the subject's compatibility is declared as ${mode}`,
    breaksToo: ({ change }: { change: string }) => `also: ${change}`,
    compatibilityDefault: ({ mode }: { mode: string }) =>
      `no compatibility is declared for the subject: ${mode} is assumed, the default of Confluent's registry`,
    // Brokers and settings
    brokers: ({ count }: { count: number }) => `${plural(count, 'broker is', 'brokers are')} known`,
    holdsFor: ({ what }: { what: string }) => `applies to ${what}`,
    defaultTrue: ({ key }: { key: string }) => `${key} is not set, and the default is true`,
    defaultFalse: ({ key }: { key: string }) => `${key} is not set, and the default is false`,
    absentMeansTrue: ({ engine }: { engine?: string | undefined }) =>
      `not set; the default of ${engine ?? 'this engine'} is true`,
    acksAllOnly: 'min.insync.replicas only protects writes with acks=all',
    notIdempotent: 'without idempotence a retry after a lost acknowledgement can write a duplicate and reorder records',
    // Names
    connectorName: ({ words }: { words: string }) =>
      `"${words}" in the connector name; the consumer group of a sink is connect-<name> unless consumer.override.group.id is set`,
    groupName: ({ words, owner }: { words: string; owner: string }) => `"${words}" in the name, used by ${owner}`,
    topicName: ({ words, reader }: { words: string; reader?: string | undefined }) =>
      `"${words}" in the topic name${reader === undefined ? '' : `, read by "${reader}"`}; topic names appear in metrics, logs, ACLs and bills`,
    allGroups: 'no groups are listed; the default is all groups',
    allTopics: 'no topics are listed; the default is all topics',
    groupAccess: 'Read access to a group also allows joining it, consuming its records and committing its offsets',
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
    }) => `\`${field}\`: ${words}, ${datum}${owner === undefined ? '' : ` of ${article(owner)}`}`,
    identifies: ({ field, who }: { field: string; who: string }) => `\`${field}\`: identifier of ${article(who)}`,
    recordAbout: ({ who }: { who: string }) => `the record is about ${article(who)}`,
    recordEvent: ({ who }: { who: string }) => `the record is about what ${article(who)} does`,
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
    keySchema: ({ subject }: { subject: string }) => `"${subject}" is a key schema, by its name`,
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
    }) => `${field} of ${record} in topic ${topic}: ${category}`,
    personalDataGoes: ({ fields }: { fields: readonly string[] }) => `transfers personal data: ${fields.join(', ')}`,
    noSchemaProves: 'no schema in the workspace shows that personal data is transferred',
    // Recovery
    needsOtherDirection: 'the mode requires a replicator in the opposite direction; none is in the workspace',
    asItRuns: 'a print of the running cluster, saved in the workspace, says so',
    noOtherDirection: 'no mirror in the opposite direction is in the workspace',
    topicNames: ({ value }: { value: string }) => `topic names are ${value}`,
    noCycleCheck: 'with identical names MirrorMaker 2 cannot tell a copy from an original',
    offsetsByName:
      'the checkpoint connector finds the topics of a group at the target by the names that its own policy gives',
    defaultPolicy:
      'the default replication policy puts the alias of the source in front; IdentityReplicationPolicy keeps the names',
    secondMirrorLoops:
      'with identical names a second mirror would loop: start the way back only when this one has stopped',
    topicNamesByDefault: 'topic names are not set; the default prepends the source alias',
    // Retention
    emptyPolicyRefused: ({ key }: { key: string }) => `an empty ${key} is not valid before Kafka 4.2`,
    emptyPolicy: ({ key }: { key: string }) => `with an empty ${key} no records are deleted`,
    compacted: ({ key, value }: { key: string; value: string }) => `${key}=${value} keeps the last record of each key`,
    settingIs: ({ key, value }: { key: string; value: string }) => `${key} is ${value}`,
    negativeRetention: 'a negative retention means no limit',
    zeroUnlimited: ({ key }: { key: string }) => `${key}=0 means no limit`,
    ofTopic: ({ key }: { key: string }) => `${key} of the topic`,
    ofBrokers: 'the broker default',
    engineDefault: ({ engine }: { engine: string }) => `not set; the default of ${engine}`,
    segmentOpen: ({ duration }: { duration: string }) =>
      `a segment takes records for up to ${duration} and is erased when its newest record is old enough`,
    nothingSet: 'not set, and the broker settings are not in the workspace',
    // Security
    listsDecide: 'access is controlled by ACLs; a resource without an ACL is open to every authenticated client',
    noAuthorization: 'authorization is not set; the default is none',
    noLogging: 'logging_info enables no destination; the default is none',
    unchecked: "the connection is encrypted, but the server's identity is not verified",
    noByok: 'byok_key is not set; it can only be set when the cluster is created',
    besideVolumes: 'the folder of log.dirs lies in no volume that the pod mounts',
    managedKey: 'encryption_at_rest_kms_key_arn is not set; the default is the AWS-managed key aws/msk',
    endUnknown: 'the location of the server is not in the file',
    endInside: 'the server is in the same network or cluster',
    endOutside: 'the server is outside the cluster',
    plaintextSet: 'the protocol is set to plaintext',
    plaintextByDefault: 'TLS is not set; the default is plaintext',
    leavesOut: ({ key, value }: { key: string; value: string }) => `${key} leaves out ${value}`,
    variableDefault: 'this is the default of a variable; the environment may set another value',
    recordsLogged: 'of a source record that cannot be processed, Kafka Connect logs key, value and headers',
    plaintextByPort: 'no setting here says TLS, and this port is the one for plaintext; the program may still set it',
    listenerType: ({ type }: { type: string }) => `listener type ${type} is reachable from outside the cluster`,
    policy: 'a network policy of the operator closes the port where the network of Kubernetes enforces policies',
    publicAddress: 'the brokers have public addresses',
    noPublicAddress:
      'without public access, the brokers are reached from their network and from what is connected with it',
    noAuthentication: 'the authentication type is not set; the default is NONE',
    reachableOutside: 'reachable from outside the cluster',
    reachableInside: 'reachable from within its network',
    // Places
    noSuchScope:
      'the declared scope of an adequacy decision does not exist: the country has no decision, or one that covers listed recipients only',
    rulesOfWhom: 'binding corporate rules bind the members of one group only: the declaration names no importer',
    derogation: 'a derogation of Art. 49 is declared: as a rule it covers single transfers, not a stream',
    listingElsewhere:
      'the declared listing under the Data Privacy Framework covers recipients in the United States only',
    declared: ({ values }: { values: readonly string[] }) => `declared in the configuration: ${values.join(', ')}`,
    ownNetwork: 'an address in the same network or cluster',
    serviceRegion: ({ service, region }: { service: string; region: string }) => `${service} in region ${region}`,
    settingHost: ({ key }: { key: string }) => `\`${key}\` sets the host`,
    settingRegion: ({ key, region, provider }: { key: string; region: string; provider: string }) =>
      `\`${key}\` is region ${region} of ${provider}`,
    settingRegionAnywhere: ({ key, region }: { key: string; region: string }) =>
      `\`${key}\` is region ${region}, which is in the same country for every provider with a region of this name`,
    providerNoRegion: ({ provider }: { provider: string }) => `${provider}: the file sets no region`,
    noHost: 'the file sets no host and no region',
    hostRegion: ({ host, provider, region }: { host: string; provider: string; region: string }) =>
      `${host} is ${provider}, region ${region}`,
    hostCountry: ({ host, provider }: { host: string; provider: string }) => `${host} is ${provider}`,
    hostNoRegion: ({ host, provider }: { host: string; provider: string }) =>
      `${host} is ${provider}, whose host names do not contain the region`,
    hostUnknown: ({ host }: { host: string }) => `${host} matches no known provider`,
    countryStatus: ({ country, status }: { country: string; status: CountryStatus }) =>
      `${country}: ${countryStatuses[status]}`,
    decision: ({ instrument, scope, until, notes }: Decision) =>
      `${instrument}, ${scope}${until === undefined ? '' : `, until ${until}`}${notes === undefined ? '' : `. ${notes}`}`,
    providerDenied: ({ provider }: { provider: string }) => `${provider} is denied by the policy`,
    attested: ({ provider, scheme, of, seen }: { provider: string; scheme: string; of: string; seen: string }) =>
      `${provider} holds ${scheme} for ${of}, as of ${seen}`,
    providerOwner: ({ provider, owner }: { provider: string; owner: string }) => `${provider} belongs to ${owner}`,
    safeguardReference: ({ reference }: { reference: string }) => `declared reference: ${reference}`,
    recordsInRegion: 'records are stored in the region of the cluster',
    controlPlane:
      'topic and group names, metrics and configuration are handled by a control plane whose region is not documented',
    // Configuration
    knownKeys: ({ keys }: { keys: string }) => `valid keys: ${keys}`,
    families: ({ families }: { families: readonly string[] }) => `families: ${families.join(', ')}`,
  },
  /** What keeps a group from being renamed by a fix. */
  hindrance: {
    id: 'brokers identify the application by this ID',
    worker: 'the worker group ID identifies the Connect cluster',
    streams: 'the application ID is also part of the names of state stores and changelog topics',
    prefix: 'it is the prefix of other names',
    accessPrefix: 'the prefix also covers other consumer groups',
    rightLast: 'rename the group where its consumer is; this right goes last, once nobody uses the old name',
    accessOnly: 'no application in the workspace uses the group, and renaming only the ACL would revoke access',
    covered: ({ owner, prefix }: { owner: string; prefix: string }) =>
      `${owner} has access only through the prefix "${prefix}"`,
    unwritable: 'one of the places cannot be edited automatically',
  },
  /** What other places have to do with a finding. */
  related: {
    residency: 'where it is declared',
    asItRuns: 'as it runs',
    used: 'used here',
    registry: 'the registry that keeps it',
    again: 'also here',
    compatibility: 'the compatibility mode is declared here',
    declared: 'declared here',
    someOfThem: 'counted here',
    brokersInAll: ({ count }: { count: number }) => `${plural(count, 'broker')} in total`,
    replicationFactor: ({ count }: { count: number }) => `replication factor ${count}`,
    groupUser: ({ owner }: { owner: string }) => `used by ${owner}`,
    renamed: 'topics are renamed here',
    mirror: 'replicated by this mirror',
    otherDirection: 'the mirror in the other direction',
    brokersPolicy: 'cleanup policy of the brokers',
    atSource: ({ kept }: { kept: string }) => `${kept} on the source`,
    copiedBy: 'replicated by this mirror',
    writtenBy: 'written by this sink',
    bucket: 'declared here, without a rule that deletes',
    inheriting: 'a topic without its own retention',
    stateInheriting: 'keeps the state of a program and needs this: give it an unlimited retention of its own first',
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

import { plural } from '../plural.ts'

const inHistory = 'change the secret, it is in the history'

/** Titles of quick fixes, with what they bring about in brackets. */
export const fixes = {
  fix: {
    acceptHere: ({ code }: { code: string }) => `Accept ${code} on this line, with a reason`,
    acceptInFile: ({ code }: { code: string }) => `Accept ${code} in this file, with a reason in .kafka-review.yaml`,
    correct: ({ text }: { text: string }) => `Correct to "${text}"`,
    removeSuppression: 'Remove the suppression',
    keepSuppression: ({ codes }: { codes: string }) => `Keep the suppression of ${codes} only`,
    strimziVersion: 'Move to kafka.strimzi.io/v1 (needs Strimzi 0.49 or later)',
    // Durability
    replicationFactor: ({ value }: { value: number }) =>
      `Set replication factor to ${value} (existing topics keep theirs until reassigned)`,
    replicationFactorOfBrokers: ({ count }: { count: number }) =>
      `Set replication factor to ${count}, the number of known brokers`,
    minInsyncTwo: ({ key }: { key: string }) => `Set ${key} to 2 (acks=all writes then wait for a second replica)`,
    minInsync: ({ key, value }: { key: string; value: number }) =>
      `Set ${key} to ${value} (one broker may then be down)`,
    noUncleanElection:
      'Set unclean.leader.election.enable to false (a partition without an in-sync replica then waits)',
    storageFile: 'Set storage to file (an existing stream has to be made anew)',
    acknowledgeAll: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (each write waits for the in-sync replicas)`,
    idempotence: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value} (needs acks=all)`,
    noTopicsOnUse: 'Set auto.create.topics.enable to false (clients can no longer create topics by using them)',
    mirrorThree: 'Set replication.factor to 3 (topics that are copied already keep 2)',
    mirrorTarget: 'Set replication.factor to -1 (the default of the target; topics that are copied already keep 2)',
    deadLetterQueue: ({ topic }: { topic: string }) =>
      `Keep failed records in topic ${topic} (it then holds what they hold)`,
    // Names
    renameGroup: ({ name, files }: { name: string; files: number }) =>
      `Rename group to ${name}${inFiles(files)} (starts without committed offsets)`,
    overrideGroup: ({ name, files }: { name: string; files: number }) =>
      `Set consumer.override.group.id to ${name}${inFiles(files)} (starts without committed offsets; the worker must allow overrides)`,
    carryOffsets: ({ name }: { name: string }) =>
      `Committed offsets stay behind under "${name}". Stop its consumers, then carry them over.`,
    // Personal data
    tagField: 'Tag the field as PII (registers a new version of the schema)',
    tagFields: ({ count, record }: { count: number; record: string }) =>
      `Tag all ${count} personal fields of ${record} as PII (registers a new version of the schema)`,
    notPersonal: ({ field, record }: { field: string; record: string }) =>
      `Declare "${field}" of ${record} not personal data in .kafka-review.yaml`,
    maskField: ({ field }: { field: string }) =>
      `Mask ${field} with MaskField (records that were written stay as they are)`,
    maskFields: ({ count }: { count: number }) =>
      `Mask ${count} fields with MaskField (records that were written stay as they are)`,
    // Recovery
    detectNewTopics: 'Detect new topics (those that fit the patterns are copied from then on)',
    detectNewGroups: 'Detect new groups (those that fit the patterns are copied from then on)',
    identicalNames: 'Keep topic names IDENTICAL (the replicator is replaced, and copies get new names)',
    synchroniseOffsets: ({ key }: { key: string }) => `Set ${key} to true (the target then knows who has read how far)`,
    earliest: 'Start at EARLIEST (read only when it is created: the replicator is replaced)',
    asPrimary: ({ key, value }: { key: string; value: number }) =>
      `Set ${key} to ${value}, as at the primary (existing topics keep theirs)`,
    // Retention
    compactionLag: ({ key, value }: { key: string; value: number }) =>
      `Set ${key} to ${value}: 7 days (a deleted key is gone by then; the cleaner has more to do)`,
    asSource: ({ value }: { value: number }) =>
      `Set retention.ms to ${value}, as at the source (what is older is erased at once)`,
    deletePolicy: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (what is older than the retention is erased)`,
    sevenDays: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value}: 7 days (what is older is erased at once)`,
    // Security
    denyByDefault: ({ key }: { key: string }) => `Set ${key} to false (clients without an access list are cut off)`,
    checkCertificate: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (the certificate must name the host)`,
    https: 'Use https (the other end must offer it)',
    tlsToListener: 'Turn on TLS (the address must lead to a TLS listener)',
    tlsListener: ({ listener }: { listener: string }) =>
      `Turn on TLS for listener "${listener}" (its clients then need the cluster's certificate)`,
    authenticateListener: ({ listener, mechanism }: { listener: string; mechanism: string }) =>
      `Ask clients of listener "${listener}" for ${mechanism} (those without credentials are cut off)`,
    authenticateIam: 'Authenticate with IAM (the role of the workers needs access, on a listener that takes it)',
    secretVariable: ({ name }: { name: string }) =>
      `Replace by \${${name}} (set the variable where it runs; ${inHistory})`,
    secretProvider: ({ name }: { name: string }) =>
      `Replace by \${env:${name}} (the worker needs config.providers=env; ${inHistory})`,
    sensitiveVariable: `Take it from a sensitive variable (set it where Terraform runs; ${inHistory})`,
    kubernetesSecret: ({ name }: { name: string }) => `Take it from the Secret ${name} (create it first; ${inHistory})`,
    // Transfers
    declareDestination: ({ match }: { match: string }) => `Declare where "${match}" lies in .kafka-review.yaml`,
    topicsOfSource: ({ count }: { count: number }) =>
      `Copy only the ${count === 1 ? 'topic' : `${count} topics`} that the workspace declares for the source (others stop being copied)`,
    move: ({ role, region, name, from }: { role: Mover; region: string; name: string; from: string }) =>
      `Move ${movers[role]} to ${region}, ${name} (what was written stays in ${from})`,
    declareListing: ({ destination }: { destination: string }) =>
      `Declare the recipient's listing under the Data Privacy Framework for "${destination}" in .kafka-review.yaml`,
    declareClauses: ({ destination }: { destination: string }) =>
      `Declare standard contractual clauses for "${destination}" in .kafka-review.yaml`,
    declareProcessing: ({ name }: { name: string }) => `Declare the processing of ${name}`,
  },
}

const inFiles = (files: number): string => (files > 1 ? ` in ${plural(files, 'file')}` : '')

type Mover = 'sink' | 'replication' | 'cluster' | 'tiered-storage' | 'registry' | 'telemetry' | 'proxy'

const movers: Readonly<Record<Mover, string>> = {
  sink: 'sink',
  replication: 'mirror',
  cluster: 'cluster',
  'tiered-storage': 'tiered storage',
  registry: 'registry',
  telemetry: 'telemetry',
  proxy: 'proxy',
}

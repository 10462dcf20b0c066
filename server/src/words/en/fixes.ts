import { plural } from '../plural.ts'

const inHistory = 'rotate the secret: it stays in the Git history'

/** Titles of quick fixes, with what they bring about in brackets. */
export const fixes = {
  fix: {
    acceptHere: ({ code }: { code: string }) => `Suppress ${code} on this line, with a reason`,
    acceptInFile: ({ code }: { code: string }) => `Suppress ${code} in this file, with a reason in .kafka-review.yaml`,
    correct: ({ text }: { text: string }) => `Change to "${text}"`,
    removeSuppression: 'Remove the suppression',
    keepSuppression: ({ codes }: { codes: string }) => `Keep only the suppression of ${codes}`,
    strimziVersion: 'Migrate to kafka.strimzi.io/v1 (requires Strimzi 0.49 or later)',
    // Durability
    replicationFactor: ({ value }: { value: number }) =>
      `Set replication factor to ${value} (existing topics keep theirs until reassigned)`,
    replicationFactorOfBrokers: ({ count }: { count: number }) =>
      `Set replication factor to ${count}, the number of known brokers`,
    minInsyncTwo: ({ key }: { key: string }) =>
      `Set ${key} to 2 (acks=all writes then require a second in-sync replica)`,
    minInsync: ({ key, value }: { key: string; value: number }) => `Set ${key} to ${value} (tolerates one broker down)`,
    noUncleanElection:
      'Set unclean.leader.election.enable to false (a partition without an in-sync replica becomes unavailable)',
    storageFile: 'Set storage to file (an existing stream must be recreated)',
    acknowledgeAll: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (each write waits for all in-sync replicas)`,
    idempotence: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value} (requires acks=all)`,
    noTopicsOnUse: 'Set auto.create.topics.enable to false (clients can no longer create topics on first use)',
    mirrorThree: 'Set replication.factor to 3 (topics already replicated keep 2)',
    mirrorTarget: 'Set replication.factor to -1 (the default of the target cluster; topics already replicated keep 2)',
    deadLetterQueue: ({ topic }: { topic: string }) =>
      `Send failed records to topic ${topic} (it holds the same data as the records)`,
    // Names
    renameGroup: ({ name, files }: { name: string; files: number }) =>
      `Rename group to ${name}${inFiles(files)} (starts without committed offsets)`,
    overrideGroup: ({ name, files }: { name: string; files: number }) =>
      `Set consumer.override.group.id to ${name}${inFiles(files)} (starts without committed offsets; the worker must allow overrides)`,
    carryOffsets: ({ name }: { name: string }) =>
      `Committed offsets remain under "${name}". Stop its consumers, then copy the offsets.`,
    // Personal data
    tagField: 'Tag the field as PII (registers a new schema version)',
    tagFields: ({ count, record }: { count: number; record: string }) =>
      `Tag all ${count} personal fields of ${record} as PII (registers a new schema version)`,
    notPersonal: ({ field, record }: { field: string; record: string }) =>
      `Declare "${field}" of ${record} as not personal in .kafka-review.yaml`,
    maskField: ({ field }: { field: string }) =>
      `Mask ${field} with MaskField (records already written are not changed)`,
    maskFields: ({ count }: { count: number }) =>
      `Mask ${count} fields with MaskField (records already written are not changed)`,
    // Recovery
    detectNewTopics: 'Detect new topics (those that match the patterns are then copied)',
    detectNewGroups: 'Detect new consumer groups (those that match the patterns are then copied)',
    identicalNames: 'Use IDENTICAL topic names (the replicator is replaced, and copies get new names)',
    synchroniseOffsets: ({ key }: { key: string }) =>
      `Set ${key} to true (consumer offsets become available on the target)`,
    earliest: 'Start at EARLIEST (applies only on creation: the replicator is replaced)',
    asPrimary: ({ key, value }: { key: string; value: number }) =>
      `Set ${key} to ${value}, as on the primary (existing topics keep theirs)`,
    // Retention
    compactionLag: ({ key, value }: { key: string; value: number }) =>
      `Set ${key} to ${value}, 7 days (deleted keys are compacted by then; increases the load of the log cleaner)`,
    asSource: ({ value }: { value: number }) =>
      `Set retention.ms to ${value}, as on the source (older records are deleted immediately)`,
    deletePolicy: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (records older than the retention are deleted)`,
    sevenDays: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value}, 7 days (older records are deleted immediately)`,
    // Security
    denyByDefault: ({ key }: { key: string }) => `Set ${key} to false (clients without an ACL lose access)`,
    checkCertificate: ({ key, value }: { key: string; value: string }) =>
      `Set ${key} to ${value} (the server certificate must match the host name)`,
    https: 'Use https (the server must support it)',
    tlsToListener: 'Enable TLS (the address must be a TLS listener)',
    tlsListener: ({ listener }: { listener: string }) =>
      `Enable TLS for listener "${listener}" (its clients then need the cluster CA certificate)`,
    authenticateListener: ({ listener, mechanism }: { listener: string; mechanism: string }) =>
      `Require ${mechanism} on listener "${listener}" (clients without credentials lose access)`,
    authenticateIam: 'Authenticate with IAM (the worker role needs access, and the listener must support IAM)',
    secretVariable: ({ name }: { name: string }) =>
      `Replace with \${${name}} (set the environment variable; ${inHistory})`,
    secretProvider: ({ name }: { name: string }) =>
      `Replace with \${env:${name}} (the worker needs config.providers=env; ${inHistory})`,
    sensitiveVariable: `Move to a sensitive Terraform variable (set it where Terraform runs; ${inHistory})`,
    kubernetesSecret: ({ name }: { name: string }) => `Read from the Secret ${name} (create it first; ${inHistory})`,
    // Transfers
    declareDestination: ({ match }: { match: string }) => `Declare the country of "${match}" in .kafka-review.yaml`,
    topicsOfSource: ({ count }: { count: number }) =>
      `Replicate only the ${count === 1 ? 'topic' : `${count} topics`} declared for the source in the workspace (others are no longer replicated)`,
    move: ({ role, region, name, from }: { role: Mover; region: string; name: string; from: string }) =>
      `Move ${movers[role]} to ${region}, ${name} (existing data stays in ${from})`,
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

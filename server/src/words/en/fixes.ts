import { plural } from '../plural.ts'
import type { DestinationRole } from './kinds.ts'

const inHistory = 'rotate the secret: it stays in the Git history'

/** Titles of quick fixes, and why there is none. What a change does is no part of them: the table of consequences says it. */
export const fixes = {
  unfixed: {
    /** What a finding says, where the change that it asks for destroys what runs. */
    inLine: ({ message, says }: { message: string; says: string }) => `${message} (changed in place: ${says})`,
    harms: ({ what, says, instead }: { what: string; says: string; instead: string; does: string }) =>
      `No quick fix changes ${what}: ${says}.${instead === '' ? '' : ` Instead: ${instead}.`}`,
    unknown: ({ what }: { what: string }) =>
      `No quick fix changes ${what}: whether that destroys what runs is not known here. Look it up first.`,
    notYet: ({ key, from, version }: { key: string; from: string; version: string }) =>
      `No quick fix: ${key} exists since Kafka ${from}, and this cluster runs ${version}. Upgrade first.`,
    hindered: ({ hindrance }: { hindrance: string }) => `No quick fix: ${hindrance}.`,
    several: 'No quick fix: the same holds at several places, and each is to be judged by itself.',
    unwritable:
      'No quick fix: no single value that is written here decides it, or what is right depends on more than the files tell.',
    choice: 'No quick fix: what is right here, only you know.',
    follows: 'No quick fix: what exists has to follow, which no edit of a file brings about.',
    elsewhere: 'No quick fix: something has to exist elsewhere first.',
    decision: 'No quick fix: it is a decision, not a setting.',
    nothing: 'No quick fix: there is nothing to mend.',
  },
  fix: {
    /** A change with what it does to what runs. */
    with: ({ change, says }: { change: string; says: string }) => `${change} (${says})`,
    acceptHere: ({ code }: { code: string }) => `Suppress ${code} on this line, with a reason`,
    acceptInFile: ({ code }: { code: string }) => `Suppress ${code} in this file, with a reason in .kafka-review.yaml`,
    acceptBelow: ({ code, folder }: { code: string; folder: string }) =>
      `Suppress ${code} below ${folder}, with a reason in .kafka-review.yaml`,
    switchOff: ({ code }: { code: string }) => `Switch ${code} off everywhere, in .kafka-review.yaml`,
    correct: ({ text }: { text: string }) => `Change to "${text}"`,
    removeSuppression: 'Remove the suppression',
    keepSuppression: ({ codes }: { codes: string }) => `Keep only the suppression of ${codes}`,
    strimziVersion: 'Migrate to kafka.strimzi.io/v1, which Strimzi serves from 0.49 on',
    // Durability
    replicationFactor: ({ value }: { value: number }) => `Set replication factor to ${value}`,
    replicationFactorOfBrokers: ({ count }: { count: number }) =>
      `Set replication factor to ${count}, the number of known brokers`,
    minInsyncTwo: ({ key }: { key: string }) => `Set ${key} to 2`,
    minInsync: ({ key, value }: { key: string; value: number }) => `Set ${key} to ${value}`,
    noUncleanElection: 'Set unclean.leader.election.enable to false',
    storageFile: 'Set storage to file',
    recordsNotTraced: 'Set the level to INFO; records are no longer logged',
    recordsNotLogged: 'Leave keys and values out of the log; it still names topic and error',
    acknowledgeAll: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value}`,
    idempotence: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value} and acks to all`,
    noTopicsOnUse: ({ key }: { key: string }) => `Set ${key} to false`,
    mirrorThree: 'Set replication.factor to 3',
    mirrorTarget: 'Set replication.factor to -1, the default of the target cluster',
    logErrors: 'Log errors of the connector, without the records',
    deadLetterQueue: ({ topic }: { topic: string }) => `Send failed records, with all their data, to topic ${topic}`,
    // Names
    renameGroup: ({ name, files }: { name: string; files: number }) => `Rename group to ${name}${inFiles(files)}`,
    overrideGroup: ({ name, files }: { name: string; files: number }) =>
      `Set consumer.override.group.id to ${name}${inFiles(files)}, which the worker must allow`,
    carryOffsets: ({ name, rights }: { name: string; rights: number }) =>
      `Committed offsets remain under "${name}". In this order: ${rights > 0 ? 'apply the new right beside the old one; ' : ''}stop its consumers; copy the offsets; start them under the new name${rights > 0 ? '; remove the old right' : ''}.`,
    // Personal data
    tagField: 'Tag the field as PII',
    tagFields: ({ count, record }: { count: number; record: string }) =>
      `Tag all ${count} personal fields of ${record} as PII`,
    notPersonal: ({ field, record }: { field: string; record: string }) =>
      `Declare "${field}" of ${record} as not personal in .kafka-review.yaml`,
    maskFields: ({ fields }: { fields: string }) => `Mask ${fields} with MaskField`,
    dropFields: ({ fields }: { fields: string }) => `Drop ${fields} with ReplaceField`,
    maskAndDropFields: ({ masked, dropped }: { masked: string; dropped: string }) =>
      `Mask ${masked} with MaskField, drop ${dropped} with ReplaceField`,
    // Recovery
    detectNewTopics: 'Detect new topics',
    detectNewGroups: 'Detect new consumer groups',
    identicalNames: 'Use IDENTICAL topic names',
    synchroniseOffsets: ({ key }: { key: string }) => `Set ${key} to true`,
    earliest: 'Start at EARLIEST',
    asPrimary: ({ key, value }: { key: string; value: number }) => `Set ${key} to ${value}, as on the primary`,
    // Retention
    compactionLag: ({ key, value }: { key: string; value: number }) => `Set ${key} to ${value}, 7 days`,
    asSource: ({ value }: { value: number }) => `Set retention.ms to ${value}, as on the source`,
    deletePolicy: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value}`,
    sevenDays: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value}, 7 days`,
    // Security
    denyByDefault: ({ key }: { key: string }) => `Set ${key} to false`,
    secure: ({ key, value }: { key: string; value: string }) => `Set ${key} to ${value}`,
    https: 'Use https, which the server must support',
    tlsToListener: 'Enable TLS; the address must be a TLS listener',
    tlsListener: ({ listener }: { listener: string }) =>
      `Enable TLS for listener "${listener}"; its clients then need the certificate of its authority`,
    authenticateListener: ({ listener, mechanism }: { listener: string; mechanism: string }) =>
      `Require ${mechanism} on listener "${listener}"`,
    authenticateIam: 'Authenticate with IAM; the worker role needs access, and the listener must support IAM',
    secretVariable: ({ name }: { name: string }) =>
      `Replace with \${${name}}; set the environment variable; ${inHistory}`,
    secretProvider: ({ name, holder }: { name: string; holder: 'worker' | 'client' | 'broker' }) =>
      `Replace with \${env:${name}}; the ${holder} needs config.providers=env; ${inHistory}`,
    sensitiveVariable: `Move to a sensitive Terraform variable; set it where Terraform runs; ${inHistory}`,
    kubernetesSecret: ({ name }: { name: string }) => `Read from the Secret ${name}, to be created first; ${inHistory}`,
    // Transfers
    declareDestination: ({ match }: { match: string }) => `Declare the country of "${match}" in .kafka-review.yaml`,
    topicsOfSource: ({ count }: { count: number }) =>
      `Replicate only the ${count === 1 ? 'topic' : `${count} topics`} declared for the source in the workspace`,
    move: ({ role, region, name, from, stores }: Move) =>
      `Move ${movers[role]} to ${region}, ${name}; ${
        stores.length > 0
          ? `"${stores.join('", "')}" ${stores.length > 1 ? 'stay' : 'stays'} in ${from}: first create one there and name it here`
          : `existing data stays in ${from}`
      }`,
    declareListing: ({ destination }: { destination: string }) =>
      `Declare the recipient's listing under the Data Privacy Framework for "${destination}" in .kafka-review.yaml`,
    declareScope: ({ destination }: { destination: string }) =>
      `Declare in .kafka-review.yaml that the recipient "${destination}" is within the scope of the adequacy decision`,
    declareClauses: ({ destination }: { destination: string }) =>
      `Declare standard contractual clauses for "${destination}" in .kafka-review.yaml: module, importer, reference, assessment, expiry`,
    declareProcessing: ({ name }: { name: string }) => `Declare the processing of ${name}`,
  },
}

const inFiles = (files: number): string => (files > 1 ? ` in ${plural(files, 'file')}` : '')

interface Move {
  role: DestinationRole
  region: string
  name: string
  from: string
  /** Names of what stays where it is: buckets. */
  stores: readonly string[]
}

const movers: Readonly<Record<DestinationRole, string>> = {
  sink: 'sink',
  replication: 'mirror',
  cluster: 'cluster',
  'tiered-storage': 'tiered storage',
  registry: 'registry',
  telemetry: 'telemetry',
  proxy: 'proxy',
  state: 'Terraform state',
  backup: 'backup',
  disks: 'disks',
  'control-plane': 'control plane',
}

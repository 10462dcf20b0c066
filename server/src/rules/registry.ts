import { vagueDeclaration } from './configuration/vague-declaration.ts'
import { declarationContradicted } from './configuration/declaration-contradicted.ts'
import { removedByStrimzi } from './configuration/removed-by-strimzi.ts'
import { suppressionWithoutReason } from './configuration/suppression-without-reason.ts'
import { unknownRuleOrKey } from './configuration/unknown-rule-or-key.ts'
import { acknowledgementNotAll } from './durability/acknowledgement-not-all.ts'
import { ephemeralStorage } from './durability/ephemeral-storage.ts'
import { minInsyncReplicasBelowTwo } from './durability/min-insync-replicas-below-two.ts'
import { minInsyncReplicasBlocksWrites } from './durability/min-insync-replicas-blocks-writes.ts'
import { mirrorDefaultReplication } from './durability/mirror-default-replication.ts'
import { replicationFactorAboveBrokers } from './durability/replication-factor-above-brokers.ts'
import { replicationFactorBelowThree } from './durability/replication-factor-below-three.ts'
import { newTopicsNotDetected } from './recovery/new-topics-not-detected.ts'
import { offsetSyncNeedsIdenticalNames } from './recovery/offset-sync-needs-identical-names.ts'
import { replicatorStartsAtLatest } from './recovery/replicator-starts-at-latest.ts'
import { brokerLogsOff } from './security/broker-logs-off.ts'
import { noOwnEncryptionKey } from './security/no-own-encryption-key.ts'
import { serverlessResidency } from './transfer/serverless-residency.ts'
import { sinkWithoutDeadLetterQueue } from './durability/sink-without-dead-letter-queue.ts'
import { topicsCreatedOnUse } from './durability/topics-created-on-use.ts'
import { uncleanLeaderElection } from './durability/unclean-leader-election.ts'
import { unevenBrokers } from './durability/uneven-brokers.ts'
import { descriptiveConnectorName } from './group-name/descriptive-connector-name.ts'
import { descriptiveGroupName } from './group-name/descriptive-group-name.ts'
import { everyGroupMirrored } from './group-name/every-group-mirrored.ts'
import { wildcardGroupAccess } from './group-name/wildcard-group-access.ts'
import { nationalIdentifierField } from './personal-data/national-identifier-field.ts'
import { personalDataField } from './personal-data/personal-data-field.ts'
import { personalDataInRecordKey } from './personal-data/personal-data-in-record-key.ts'
import { personalDataSchemaInForeignRegistry } from './personal-data/personal-data-schema-in-foreign-registry.ts'
import { topicNameRevealsSpecialCategory } from './personal-data/topic-name-reveals-special-category.ts'
import { unmaskedPersonalDataAtSink } from './personal-data/unmasked-personal-data-at-sink.ts'
import { recordContentsInLogs } from './personal-data/record-contents-in-logs.ts'
import { specialCategoryField } from './personal-data/special-category-field.ts'
import { offsetsNotSynchronised } from './recovery/offsets-not-synchronised.ts'
import { missingAtStandby } from './recovery/missing-at-standby.ts'
import { dataGoesWithDeclaration } from './recovery/data-goes-with-declaration.ts'
import { runsOtherwise } from './drift/runs-otherwise.ts'
import { oneWayReplication } from './recovery/one-way-replication.ts'
import { standbyWeakerThanPrimary } from './recovery/standby-weaker-than-primary.ts'
import { mirrorsLoop } from './recovery/mirrors-loop.ts'
import { replicationPoliciesDiffer } from './recovery/replication-policies-differ.ts'
import { settingsNotReplicated } from './recovery/settings-not-replicated.ts'
import { replicatorLimitExceeded } from './recovery/replicator-limit-exceeded.ts'
import { clientUnpreparedForFailover } from './recovery/client-unprepared-for-failover.ts'
import { topicsRenamedByMirror } from './recovery/topics-renamed-by-mirror.ts'
import { compactionKeepsPersonalData } from './retention/compaction-keeps-personal-data.ts'
import { copyOutlivesSource } from './retention/copy-outlives-source.ts'
import { unlimitedRetention } from './retention/unlimited-retention.ts'
import { sinkIgnoresTombstones } from './retention/sink-ignores-tombstones.ts'
import { deletedRowsKept } from './retention/deleted-rows-kept.ts'
import { tieredStorageOfCompactedTopic } from './retention/tiered-storage-of-compacted-topic.ts'
import { segmentOutlivesRetention } from './retention/segment-outlives-retention.ts'
import { archiveWithoutExpiry } from './retention/archive-without-expiry.ts'
import { everyClassTrusted } from './security/every-class-trusted.ts'
import { outdatedTls } from './security/outdated-tls.ts'
import { everyTableCaptured } from './transfer/every-table-captured.ts'
import { everyTopicToSink } from './transfer/every-topic-to-sink.ts'
import { blankResidencyCell } from './residency/blank-residency-cell.ts'
import { outdatedRecoveryTest } from './residency/outdated-recovery-test.ts'
import { metricsByTopic } from './transfer/metrics-by-topic.ts'
import { secretWithoutOwnKey } from './security/secret-without-own-key.ts'
import { versionOutOfSupport } from './security/version-out-of-support.ts'
import type { Rule } from './rule.ts'
import { breakingChange } from './schema/breaking-change.ts'
import { invalidSchema } from './schema/invalid-schema.ts'
import { accessWithoutAuthorisation } from './security/access-without-authorisation.ts'
import { certificateCheckDisabled } from './security/certificate-check-disabled.ts'
import { plaintextLink } from './security/plaintext-link.ts'
import { plaintextListener } from './security/plaintext-listener.ts'
import { publiclyReachable } from './security/publicly-reachable.ts'
import { secretInConfiguration } from './security/secret-in-configuration.ts'
import { unauthenticatedClients } from './security/unauthenticated-clients.ts'
import { clusterOutsideEea } from './transfer/cluster-outside-eea.ts'
import { destinationUndetermined } from './transfer/destination-undetermined.ts'
import { everythingMirrored } from './transfer/everything-mirrored.ts'
import { offsetsOutsideEea } from './transfer/offsets-outside-eea.ts'
import { providerUnderForeignLaw } from './transfer/provider-under-foreign-law.ts'
import { replicationOutsideEea } from './transfer/replication-outside-eea.ts'
import { sinkOutsideEea } from './transfer/sink-outside-eea.ts'
import { telemetryOutsideControl } from './transfer/telemetry-outside-control.ts'
import { transferWithBasis } from './transfer/transfer-with-basis.ts'

/** All rules, by code. */
export const rules: readonly Rule[] = [
  personalDataField,
  specialCategoryField,
  nationalIdentifierField,
  personalDataInRecordKey,
  topicNameRevealsSpecialCategory,
  personalDataSchemaInForeignRegistry,
  unmaskedPersonalDataAtSink,
  recordContentsInLogs,
  descriptiveGroupName,
  descriptiveConnectorName,
  everyGroupMirrored,
  wildcardGroupAccess,
  replicationFactorBelowThree,
  minInsyncReplicasBelowTwo,
  minInsyncReplicasBlocksWrites,
  uncleanLeaderElection,
  replicationFactorAboveBrokers,
  ephemeralStorage,
  unevenBrokers,
  acknowledgementNotAll,
  topicsCreatedOnUse,
  mirrorDefaultReplication,
  sinkWithoutDeadLetterQueue,
  sinkOutsideEea,
  transferWithBasis,
  replicationOutsideEea,
  clusterOutsideEea,
  providerUnderForeignLaw,
  telemetryOutsideControl,
  destinationUndetermined,
  everythingMirrored,
  serverlessResidency,
  offsetsOutsideEea,
  everyTableCaptured,
  everyTopicToSink,
  metricsByTopic,
  blankResidencyCell,
  outdatedRecoveryTest,
  plaintextListener,
  plaintextLink,
  unauthenticatedClients,
  publiclyReachable,
  secretInConfiguration,
  certificateCheckDisabled,
  accessWithoutAuthorisation,
  noOwnEncryptionKey,
  brokerLogsOff,
  everyClassTrusted,
  versionOutOfSupport,
  secretWithoutOwnKey,
  outdatedTls,
  unlimitedRetention,
  compactionKeepsPersonalData,
  copyOutlivesSource,
  sinkIgnoresTombstones,
  deletedRowsKept,
  tieredStorageOfCompactedTopic,
  segmentOutlivesRetention,
  archiveWithoutExpiry,
  replicatorStartsAtLatest,
  offsetsNotSynchronised,
  offsetSyncNeedsIdenticalNames,
  newTopicsNotDetected,
  oneWayReplication,
  standbyWeakerThanPrimary,
  mirrorsLoop,
  replicationPoliciesDiffer,
  settingsNotReplicated,
  topicsRenamedByMirror,
  clientUnpreparedForFailover,
  replicatorLimitExceeded,
  missingAtStandby,
  dataGoesWithDeclaration,
  runsOtherwise,
  invalidSchema,
  breakingChange,
  removedByStrimzi,
  unknownRuleOrKey,
  suppressionWithoutReason,
  declarationContradicted,
  vagueDeclaration,
] as readonly Rule[]

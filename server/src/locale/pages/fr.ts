import type { RuleCode } from '../../words/message.ts'
import kr101 from '../../rules/personal-data/personal-data-field.fr.md'
import kr102 from '../../rules/personal-data/special-category-field.fr.md'
import kr103 from '../../rules/personal-data/national-identifier-field.fr.md'
import kr104 from '../../rules/personal-data/personal-data-in-record-key.fr.md'
import kr105 from '../../rules/personal-data/topic-name-reveals-special-category.fr.md'
import kr106 from '../../rules/personal-data/personal-data-schema-in-foreign-registry.fr.md'
import kr107 from '../../rules/personal-data/unmasked-personal-data-at-sink.fr.md'
import kr108 from '../../rules/personal-data/record-contents-in-logs.fr.md'
import kr201 from '../../rules/group-name/descriptive-group-name.fr.md'
import kr202 from '../../rules/group-name/descriptive-connector-name.fr.md'
import kr203 from '../../rules/group-name/every-group-mirrored.fr.md'
import kr204 from '../../rules/group-name/wildcard-group-access.fr.md'
import kr301 from '../../rules/durability/replication-factor-below-three.fr.md'
import kr302 from '../../rules/durability/min-insync-replicas-below-two.fr.md'
import kr303 from '../../rules/durability/min-insync-replicas-blocks-writes.fr.md'
import kr304 from '../../rules/durability/unclean-leader-election.fr.md'
import kr305 from '../../rules/durability/replication-factor-above-brokers.fr.md'
import kr306 from '../../rules/durability/ephemeral-storage.fr.md'
import kr307 from '../../rules/durability/uneven-brokers.fr.md'
import kr308 from '../../rules/durability/acknowledgement-not-all.fr.md'
import kr309 from '../../rules/durability/topics-created-on-use.fr.md'
import kr310 from '../../rules/durability/mirror-default-replication.fr.md'
import kr311 from '../../rules/durability/sink-without-dead-letter-queue.fr.md'
import kr401 from '../../rules/transfer/sink-outside-eea.fr.md'
import kr402 from '../../rules/transfer/transfer-with-basis.fr.md'
import kr403 from '../../rules/transfer/replication-outside-eea.fr.md'
import kr404 from '../../rules/transfer/cluster-outside-eea.fr.md'
import kr405 from '../../rules/transfer/provider-under-foreign-law.fr.md'
import kr406 from '../../rules/transfer/telemetry-outside-control.fr.md'
import kr407 from '../../rules/transfer/destination-undetermined.fr.md'
import kr408 from '../../rules/transfer/everything-mirrored.fr.md'
import kr409 from '../../rules/transfer/serverless-residency.fr.md'
import kr410 from '../../rules/transfer/offsets-outside-eea.fr.md'
import kr411 from '../../rules/transfer/every-table-captured.fr.md'
import kr412 from '../../rules/transfer/every-topic-to-sink.fr.md'
import kr413 from '../../rules/transfer/metrics-by-topic.fr.md'
import kr451 from '../../rules/residency/blank-residency-cell.fr.md'
import kr452 from '../../rules/residency/outdated-recovery-test.fr.md'
import kr501 from '../../rules/security/plaintext-listener.fr.md'
import kr502 from '../../rules/security/plaintext-link.fr.md'
import kr503 from '../../rules/security/unauthenticated-clients.fr.md'
import kr504 from '../../rules/security/publicly-reachable.fr.md'
import kr505 from '../../rules/security/secret-in-configuration.fr.md'
import kr506 from '../../rules/security/certificate-check-disabled.fr.md'
import kr507 from '../../rules/security/access-without-authorisation.fr.md'
import kr508 from '../../rules/security/no-own-encryption-key.fr.md'
import kr509 from '../../rules/security/broker-logs-off.fr.md'
import kr511 from '../../rules/security/every-class-trusted.fr.md'
import kr512 from '../../rules/security/version-out-of-support.fr.md'
import kr513 from '../../rules/security/secret-without-own-key.fr.md'
import kr514 from '../../rules/security/outdated-tls.fr.md'
import kr601 from '../../rules/retention/unlimited-retention.fr.md'
import kr602 from '../../rules/retention/compaction-keeps-personal-data.fr.md'
import kr603 from '../../rules/retention/copy-outlives-source.fr.md'
import kr604 from '../../rules/retention/sink-ignores-tombstones.fr.md'
import kr605 from '../../rules/retention/deleted-rows-kept.fr.md'
import kr606 from '../../rules/retention/tiered-storage-of-compacted-topic.fr.md'
import kr607 from '../../rules/retention/segment-outlives-retention.fr.md'
import kr608 from '../../rules/retention/archive-without-expiry.fr.md'
import kr701 from '../../rules/recovery/replicator-starts-at-latest.fr.md'
import kr702 from '../../rules/recovery/offsets-not-synchronised.fr.md'
import kr703 from '../../rules/recovery/offset-sync-needs-identical-names.fr.md'
import kr704 from '../../rules/recovery/new-topics-not-detected.fr.md'
import kr705 from '../../rules/recovery/one-way-replication.fr.md'
import kr706 from '../../rules/recovery/standby-weaker-than-primary.fr.md'
import kr707 from '../../rules/recovery/mirrors-loop.fr.md'
import kr708 from '../../rules/recovery/replication-policies-differ.fr.md'
import kr709 from '../../rules/recovery/settings-not-replicated.fr.md'
import kr710 from '../../rules/recovery/topics-renamed-by-mirror.fr.md'
import kr711 from '../../rules/recovery/client-unprepared-for-failover.fr.md'
import kr712 from '../../rules/recovery/replicator-limit-exceeded.fr.md'
import kr713 from '../../rules/recovery/missing-at-standby.fr.md'
import kr714 from '../../rules/recovery/data-goes-with-declaration.fr.md'
import kr720 from '../../rules/drift/runs-otherwise.fr.md'
import kr801 from '../../rules/schema/invalid-schema.fr.md'
import kr802 from '../../rules/schema/breaking-change.fr.md'
import kr901 from '../../rules/configuration/removed-by-strimzi.fr.md'
import kr902 from '../../rules/configuration/unknown-rule-or-key.fr.md'
import kr903 from '../../rules/configuration/suppression-without-reason.fr.md'
import kr904 from '../../rules/configuration/declaration-contradicted.fr.md'
import kr905 from '../../rules/configuration/vague-declaration.fr.md'

/** The pages of the rules in French, without their examples. Written by `npm run generate`. */
export const pages: Readonly<Record<RuleCode, string>> = {
  KR101: kr101,
  KR102: kr102,
  KR103: kr103,
  KR104: kr104,
  KR105: kr105,
  KR106: kr106,
  KR107: kr107,
  KR108: kr108,
  KR201: kr201,
  KR202: kr202,
  KR203: kr203,
  KR204: kr204,
  KR301: kr301,
  KR302: kr302,
  KR303: kr303,
  KR304: kr304,
  KR305: kr305,
  KR306: kr306,
  KR307: kr307,
  KR308: kr308,
  KR309: kr309,
  KR310: kr310,
  KR311: kr311,
  KR401: kr401,
  KR402: kr402,
  KR403: kr403,
  KR404: kr404,
  KR405: kr405,
  KR406: kr406,
  KR407: kr407,
  KR408: kr408,
  KR409: kr409,
  KR410: kr410,
  KR411: kr411,
  KR412: kr412,
  KR413: kr413,
  KR451: kr451,
  KR452: kr452,
  KR501: kr501,
  KR502: kr502,
  KR503: kr503,
  KR504: kr504,
  KR505: kr505,
  KR506: kr506,
  KR507: kr507,
  KR508: kr508,
  KR509: kr509,
  KR511: kr511,
  KR512: kr512,
  KR513: kr513,
  KR514: kr514,
  KR601: kr601,
  KR602: kr602,
  KR603: kr603,
  KR604: kr604,
  KR605: kr605,
  KR606: kr606,
  KR607: kr607,
  KR608: kr608,
  KR701: kr701,
  KR702: kr702,
  KR703: kr703,
  KR704: kr704,
  KR705: kr705,
  KR706: kr706,
  KR707: kr707,
  KR708: kr708,
  KR709: kr709,
  KR710: kr710,
  KR711: kr711,
  KR712: kr712,
  KR713: kr713,
  KR714: kr714,
  KR720: kr720,
  KR801: kr801,
  KR802: kr802,
  KR901: kr901,
  KR902: kr902,
  KR903: kr903,
  KR904: kr904,
  KR905: kr905,
}

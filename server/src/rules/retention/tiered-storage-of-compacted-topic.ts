import { called } from '../../assess/called.ts'
import { tieredBesideCompaction } from '../../assess/erasure.ts'
import { defineRule } from '../rule.ts'
import page from './tiered-storage-of-compacted-topic.md'

/** Compacted topics that ask for tiered storage. */
export const tieredStorageOfCompactedTopic = defineRule({
  code: 'KR606',
  name: 'tiered-storage-of-compacted-topic',
  family: 'retention',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-e'],
  page,
  mends: 'decision',
  visits: ['topic'],
  check(topic, { db, report }) {
    const tiered = tieredBesideCompaction(db, topic)
    if (tiered) report('refused', { at: tiered.at, data: { topic: called(topic.name) } })
  },
})

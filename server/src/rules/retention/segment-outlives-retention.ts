import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataOfTopic } from '../../assess/data-flow.ts'
import { durationOf, roundedUp } from '../../assess/duration.ts'
import { erasureOf, retentionOf } from '../../assess/retention.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './segment-outlives-retention.md'

/** Personal data that an open segment keeps longer than its retention says. */
export const segmentOutlivesRetention = defineRule({
  code: 'KR607',
  name: 'segment-outlives-retention',
  family: 'retention',
  level: 'hint',
  law: ['gdpr-5-1-e', 'gdpr-17'],
  page,
  visits: ['topic'],
  check(topic, { db, report }) {
    const [erasure, { milliseconds = 0, decides, inherited }] = [erasureOf(db, topic), retentionOf(db, topic)]
    if (!erasure || erasure.open <= milliseconds) return
    const [first] = personalDataOfTopic(db, topic)
    if (!first) return
    report('later', {
      at: decides && !inherited ? decides.value.at : placeOf(topic.name),
      data: {
        topic: called(topic.name),
        what: categoryName(first.category),
        said: durationOf(milliseconds),
        latest: durationOf(roundedUp(erasure.latest)),
      },
      certainty: 'derived',
      because: [say('because.segmentOpen', { duration: durationOf(erasure.open) })],
      related: [{ at: first.field.name.at, message: categoryName(first.category) }],
    })
  },
})

import { called } from '../../assess/called.ts'
import { everyTopicOf } from '../../assess/capture.ts'
import { defineRule } from '../rule.ts'
import page from './every-topic-to-sink.md'

/** Sinks that take every topic, also those that nobody has thought of yet. */
export const everyTopicToSink = defineRule({
  code: 'KR412',
  name: 'every-topic-to-sink',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-5-1-c', 'gdpr-25'],
  page,
  visits: ['connector'],
  check(connector, { db, report }) {
    const every = everyTopicOf(db, connector)
    if (every) report('every', { at: every.at, data: { name: called(connector.name) } })
  },
})

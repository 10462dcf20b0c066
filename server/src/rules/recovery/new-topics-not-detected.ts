import { knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './new-topics-not-detected.md'

/** Replicators that overlook what is created after them. */
export const newTopicsNotDetected = defineRule({
  code: 'KR704',
  name: 'new-topics-not-detected',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  visits: ['flow'],
  messages: {
    topics: 'Replicator "{name}" does not copy topics that are created later; expected detect_and_copy_new_topics true',
    groups:
      'Replicator "{name}" does not carry groups that appear later; expected detect_and_copy_new_consumer_groups true',
  },
  check({ replicator, name }, { report }) {
    if (!replicator) return
    for (const [message, fact] of [
      ['topics', replicator.newTopics],
      ['groups', replicator.newGroups],
    ] as const) {
      if (fact.state !== 'known' || fact.value) continue
      report(message, {
        at: fact.at,
        data: { name: knownValue(name) ?? '?' },
        fixes: fact.slot
          ? [
              {
                title: `Detect new ${message} (those that fit the patterns are copied from then on)`,
                edits: [{ op: 'set', slot: fact.slot, value: true }],
              },
            ]
          : [],
      })
    }
  },
})

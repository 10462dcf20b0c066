import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['flow'],
  check({ replicator, name }, { report }) {
    if (!replicator) return
    for (const [message, fact, title] of [
      ['topics', replicator.newTopics, 'fix.detectNewTopics'],
      ['groups', replicator.newGroups, 'fix.detectNewGroups'],
    ] as const) {
      if (fact.state !== 'known' || fact.value) continue
      report(message, {
        at: fact.at,
        data: { name: knownValue(name) ?? '?' },
        fixes: fact.slot
          ? [
              {
                title: say(title),
                edits: [{ op: 'set', slot: fact.slot, value: true }],
              },
            ]
          : [],
      })
    }
  },
})

import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { leftBehindBy } from '../../assess/mirror.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './new-topics-not-detected.md'

/** Mirrors that overlook what is created after them. */
export const newTopicsNotDetected = defineRule({
  code: 'KR704',
  name: 'new-topics-not-detected',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(mirror, { db, report }) {
    for (const { what, setting } of leftBehindBy(db, mirror)) {
      if (what !== 'topics' && what !== 'groups') continue
      const { key, written = key, value } = setting
      report(what, {
        at: value.at,
        data: { name: called(mirror.name), key: written },
        fixes: fixBySetting(value.slot, true, say(what === 'topics' ? 'fix.detectNewTopics' : 'fix.detectNewGroups')),
      })
    }
  },
})

import { called } from '../../assess/called.ts'
import { leftBehindBy } from '../../assess/mirror.ts'
import { defineRule } from '../rule.ts'
import page from './settings-not-replicated.md'

/** Mirrors that copy records, and not what protects them. */
export const settingsNotReplicated = defineRule({
  code: 'KR709',
  name: 'settings-not-replicated',
  family: 'recovery',
  level: 'information',
  law: ['gdpr-32'],
  page,
  mends: 'choice',
  visits: ['flow', 'connector'],
  check(mirror, { db, report }) {
    for (const { what, setting } of leftBehindBy(db, mirror)) {
      if (what !== 'configurations' && what !== 'access') continue
      const { key, written = key, value } = setting
      report(what, {
        at: value.at,
        data: { name: called(mirror.name), key: written },
        // Whoever manages access lists by a tool of their own has to switch their copying off.
        ...(what === 'access' ? { level: 'hint' } : {}),
      })
    }
  },
})

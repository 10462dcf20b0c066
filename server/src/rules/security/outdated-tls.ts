import { called } from '../../assess/called.ts'
import { switchedOffBy } from '../../assess/switches.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './outdated-tls.md'

/** Connections that may be made with versions of TLS that are deprecated. */
export const outdatedTls = defineRule({
  code: 'KR514',
  name: 'outdated-tls',
  family: 'transport',
  level: 'information',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['client', 'cluster', 'connector', 'connect-cluster', 'flow'],
  check(entity, { db, report }) {
    const owner = called(entity.name)
    for (const { setting, value, instead = '', phrase } of switchedOffBy(db, entity, 'current-tls')) {
      const key = setting.written ?? setting.key
      const expected = String(instead)
      const fixes = fixBySetting(value.slot, expected, say('fix.secure', { key, value: expected }))
      if (phrase === undefined)
        report('least', { at: value.at, data: { key, owner, value: value.value, expected }, fixes })
      else report('offered', { at: value.at, data: { key, owner, versions: phrase, expected }, fixes })
    }
  },
})

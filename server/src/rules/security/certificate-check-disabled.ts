import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { asDefault, switchedOffBy } from '../../assess/switches.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './certificate-check-disabled.md'

/** Connections that are encrypted, but to whoever answers. */
export const certificateCheckDisabled = defineRule({
  code: 'KR506',
  name: 'certificate-check-disabled',
  family: 'transport',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['client', 'cluster', 'connector', 'connect-cluster', 'flow'],
  check(entity, { db, report }) {
    const owner = called(entity.name)
    for (const switched of switchedOffBy(db, entity, 'certificate')) {
      const { setting, value, instead, phrase, fallback } = switched
      const key = setting.written ?? setting.key
      const because = [...(fallback ? [say('because.variableDefault')] : []), say('because.unchecked')]
      if (instead === undefined)
        report('address', { at: value.at, data: { key, owner, phrase: phrase ?? '' }, because })
      else
        report('setting', {
          at: value.at,
          data: { key, owner, expected: String(instead) },
          because,
          ...asDefault(switched, 'information'),
          fixes: fixBySetting(value.slot, instead, say('fix.secure', { key, value: String(instead) })),
        })
    }
  },
})

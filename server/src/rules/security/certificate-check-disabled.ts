import { switchedOffBy } from '../../assess/switches.ts'
import { knownValue } from '../../model/fact.ts'
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
  visits: ['client', 'cluster', 'connector', 'connect-cluster', 'flow'],
  messages: {
    setting: '{key} of {owner} lets anybody pass for the other end; expected {expected}',
    address: '{key} of {owner} says {phrase}: anybody can pass for the other end; expected the check',
  },
  check(entity, { db, report }) {
    const owner = knownValue(entity.name) ?? '?'
    for (const { setting, value, instead, phrase } of switchedOffBy(db, entity, 'certificate')) {
      const key = setting.written ?? setting.key
      const because = ['the connection is encrypted, but nobody checks to whom']
      if (instead === undefined)
        report('address', { at: value.at, data: { key, owner, phrase: phrase ?? '' }, because })
      else
        report('setting', {
          at: value.at,
          data: { key, owner, expected: String(instead) },
          because,
          fixes: value.slot
            ? [
                {
                  title: `Set ${key} to ${instead} (the certificate must name the host)`,
                  edits: [{ op: 'set', slot: value.slot, value: instead }],
                },
              ]
            : [],
        })
    }
  },
})

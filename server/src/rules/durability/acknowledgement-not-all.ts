import { switchedOffBy } from '../../assess/switches.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './acknowledgement-not-all.md'

/** Producers that take a write for done before the replicas have it. */
export const acknowledgementNotAll = defineRule({
  code: 'KR308',
  name: 'acknowledgement-not-all',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['client', 'connector', 'connect-cluster', 'flow'],
  check(entity, { db, report }) {
    for (const { setting, value, instead = 'all' } of switchedOffBy(db, entity, 'acknowledgement')) {
      const key = setting.written ?? setting.key
      const text = value.value.trim()
      const counts = /^\d$/.test(text)
      report(messageFor(text), {
        at: value.at,
        data: {
          key,
          value: text,
          owner: knownValue(entity.name) ?? '?',
          expected: String(instead),
        },
        because: [counts ? say('because.acksAllOnly') : say('because.notIdempotent')],
        fixes: value.slot
          ? [
              {
                title: say(counts ? 'fix.acknowledgeAll' : 'fix.idempotence', { key, value: String(instead) }),
                edits: [{ op: 'set', slot: value.slot, value: instead }],
              },
            ]
          : [],
      })
    }
  },
})

function messageFor(value: string): 'none' | 'leader' | 'repeated' {
  if (value === '0') return 'none'
  return /^\d$/.test(value) ? 'leader' : 'repeated'
}

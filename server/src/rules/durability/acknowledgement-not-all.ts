import { switchedOffBy } from '../../assess/switches.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import type { SemanticEdit } from '../../model/semantic-edit.ts'
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
    const all = switchedOffBy(db, entity, 'acknowledgement')
    for (const { setting, value, instead = 'all', fallback } of all) {
      const key = setting.written ?? setting.key
      const text = value.value.trim()
      const counts = isCount(text)
      // An idempotent producer does not start with fewer acknowledgements.
      const needed = counts ? [] : all.filter(other => isCount(other.value.value.trim()))
      report(messageFor(text), {
        at: value.at,
        data: {
          key,
          value: text,
          owner: knownValue(entity.name) ?? '?',
          expected: String(instead),
        },
        ...(fallback ? { level: 'information', certainty: 'guessed' } : {}),
        because: [
          ...(fallback ? [say('because.variableDefault')] : []),
          counts ? say('because.acksAllOnly') : say('because.notIdempotent'),
        ],
        fixes:
          value.slot && needed.every(other => other.value.slot)
            ? [
                {
                  title: say(needed.length > 0 ? 'fix.idempotence' : 'fix.acknowledgeAll', {
                    key,
                    value: String(instead),
                  }),
                  edits: [
                    { op: 'set', slot: value.slot, value: instead },
                    ...needed.flatMap((other): SemanticEdit[] =>
                      other.value.slot ? [{ op: 'set', slot: other.value.slot, value: other.instead ?? 'all' }] : [],
                    ),
                  ],
                },
              ]
            : [],
      })
    }
  },
})

const isCount = (text: string): boolean => /^\d$/.test(text)

function messageFor(value: string): 'none' | 'leader' | 'repeated' {
  if (value === '0') return 'none'
  return /^\d$/.test(value) ? 'leader' : 'repeated'
}

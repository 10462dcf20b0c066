import { called } from '../../assess/called.ts'
import { switchedOffBy, type SwitchedOff } from '../../assess/switches.ts'
import { say } from '../../words/message.ts'
import type { Fix, SemanticEdit } from '../../model/semantic-edit.ts'
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
    for (const switched of all) {
      const { setting, value, instead = 'all', fallback } = switched
      const key = setting.written ?? setting.key
      const text = value.value.trim()
      report(messageFor(text), {
        at: value.at,
        data: {
          key,
          value: text,
          owner: called(entity.name),
          expected: String(instead),
        },
        ...(fallback ? { level: 'information', certainty: 'guessed' } : {}),
        because: [
          ...(fallback ? [say('because.variableDefault')] : []),
          isCount(text) ? say('because.acksAllOnly') : say('because.notIdempotent'),
        ],
        fixes: acknowledge(key, switched, all),
      })
    }
  },
})

/** Switches the acknowledgement of all on. An idempotent producer does not start with fewer: what counts them is set with it, or nothing is. */
function acknowledge(key: string, switched: SwitchedOff, all: readonly SwitchedOff[]): Fix[] {
  const needed = isCount(switched.value.value.trim()) ? [] : all.filter(({ value }) => isCount(value.value.trim()))
  const edits = [switched, ...needed].flatMap(({ value: { slot }, instead = 'all' }): SemanticEdit[] =>
    slot ? [{ op: 'set', slot, value: instead }] : [],
  )
  const title = say(needed.length > 0 ? 'fix.idempotence' : 'fix.acknowledgeAll', {
    key,
    value: String(switched.instead ?? 'all'),
  })
  return edits.length > needed.length ? [{ title, edits }] : []
}

const isCount = (text: string): boolean => /^\d$/.test(text)

function messageFor(value: string): 'none' | 'leader' | 'repeated' {
  if (value === '0') return 'none'
  return isCount(value) ? 'leader' : 'repeated'
}

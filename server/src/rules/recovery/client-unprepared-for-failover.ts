import { called } from '../../assess/called.ts'
import { durationOf } from '../../assess/duration.ts'
import { mirrorBehind, unpreparedFor } from '../../assess/failover.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './client-unprepared-for-failover.md'

/** Clients of a mirrored cluster that lose more at a failover than they have to. */
export const clientUnpreparedForFailover = defineRule({
  code: 'KR711',
  name: 'client-unprepared-for-failover',
  family: 'recovery',
  level: 'hint',
  law: ['gdpr-32'],
  page,
  mends: 'choice',
  visits: ['client'],
  check(client, { db, report }) {
    const found = unpreparedFor(client)
    const mirror = found.length > 0 ? mirrorBehind(db, client) : undefined
    if (!mirror) return
    const common = {
      certainty: 'derived' as const,
      related: [{ at: placeOf(mirror.name), message: say('related.mirror') }],
    }
    const name = called(client.name)
    for (const { is, at, key, value } of found) {
      if (is === 'hasty') report(is, { ...common, at, data: { name, key, kept: durationOf(Number(value)) } })
      else if (is === 'latest') report(is, { ...common, at, data: { name, key }, level: 'information' })
      else report(is, { ...common, at, data: { name, key }, ...(is === 'unset' ? { absent: true } : {}) })
    }
  },
})

import { called } from '../../assess/called.ts'
import type { Db } from '../../assess/db.ts'
import { replicationSettingsOf } from '../../assess/durability.ts'
import { shortfallsOf, weaknessesOf, type Weakness } from '../../assess/standby.ts'
import type { ReplicationFlow } from '../../model/entities.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './standby-weaker-than-primary.md'

/** How grave each shortfall is: what is smaller may be meant to be; that a listener is open, KR503 says as well. */
const levels = {
  fewer: 'hint',
  smaller: 'hint',
  disk: 'hint',
  older: 'information',
  shorter: 'information',
  topic: 'hint',
  open: 'information',
  admits: 'hint',
} as const

/** Standby clusters that keep or guard data worse than the cluster they stand by for. */
export const standbyWeakerThanPrimary = defineRule({
  code: 'KR706',
  name: 'standby-weaker-than-primary',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['flow'],
  check(flow, { db, report }) {
    const pair = { target: called(flow.target.alias), source: called(flow.source.alias) }
    const certainty = 'derived'
    const related = flow.name.state === 'known' ? [{ at: flow.name.at, message: say('related.mirror') }] : []
    for (const { is, at, name = '', primary, standby } of shortfallsOf(db, flow))
      report(is, { at, data: { ...pair, name, primary, standby }, level: levels[is], certainty, related })
    for (const weakness of weaknessesOf(db, flow)) {
      const { key, primary, standby, at, absent } = weakness
      const fixes = asPrimary(db, flow, weakness)
      const data = { ...pair, key, primary, standby }
      report('weaker', { at, data, certainty, ...(absent ? { absent } : {}), related, fixes })
    }
  },
})

/** The number of the primary, where the standby is not known to have too few brokers for it. */
function asPrimary(db: Db, flow: ReplicationFlow, { key, primary, slot }: Weakness): Fix[] {
  const brokers = replicationSettingsOf(db, flow).find(setting => setting.key === 'replication.factor')?.brokers
  const fits = !brokers || brokers.count > primary || (brokers.count === primary && key !== 'min.insync.replicas')
  return slot && fits
    ? [{ title: say('fix.asPrimary', { key, value: primary }), edits: [{ op: 'set', slot, value: primary }] }]
    : []
}

import { engineOf, ignores, inForceAt } from '../../assess/engine.ts'
import { asBoolean } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { defineRule } from '../rule.ts'
import page from './unclean-leader-election.md'

const key = 'unclean.leader.election.enable'

/** Replicas that are behind may become leader, and what they have not seen is lost. */
export const uncleanLeaderElection = defineRule({
  code: 'KR304',
  name: 'unclean-leader-election',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  visits: ['cluster', 'topic'],
  messages: {
    on: 'unclean.leader.election.enable {value}: a replica that is behind may lead, what it lacks is lost; expected false',
  },
  check(entity, { db, report }) {
    const written = asBoolean(setting(entity.settings, key))
    if (
      written.state === 'unresolved' ||
      (written.state === 'known' && !written.value) ||
      ignores(db, entity, key) ||
      engineOf(db, entity)?.copies === 'elsewhere'
    )
      return
    if (written.state === 'absent' && (entity.kind === 'topic' || inForceAt(db, entity, key) !== 'true')) return
    const fixes = written.slot
      ? [
          {
            title: 'Set unclean.leader.election.enable to false (a partition without an in-sync replica then waits)',
            edits: [{ op: 'set', slot: written.slot, value: false } as const],
          },
        ]
      : []
    if (written.state === 'known') report('on', { at: written.at, data: { value: 'true' }, fixes })
    else
      report('on', {
        at: written.near,
        data: { value: 'absent' },
        because: [`absent means true with ${engineOf(db, entity)?.name ?? 'this engine'}`],
        absent: true,
        fixes,
      })
  },
})

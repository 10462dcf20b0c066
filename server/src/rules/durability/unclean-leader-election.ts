import { fixBySetting } from '../../model/semantic-edit.ts'
import { hasOneBroker } from '../../assess/brokers.ts'
import { engineOf, ignores, inForceAt } from '../../assess/engine.ts'
import { asBoolean } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { fallbackOf } from '../../text/fallback.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['cluster', 'topic'],
  check(entity, { db, report }) {
    // There is no other to elect.
    if (hasOneBroker(db, entity)) return
    const written = asBoolean(setting(entity.settings, key))
    const isDefault = written.state === 'unresolved' && fallbackOf(written.text)?.toLowerCase() === 'true'
    if (isDefault && !ignores(db, entity, key) && engineOf(db, entity)?.copies !== 'elsewhere')
      report('on', {
        at: written.at,
        data: { value: 'true' },
        level: 'information',
        certainty: 'guessed',
        because: [say('because.variableDefault')],
      })
    if (
      written.state === 'unresolved' ||
      (written.state === 'known' && !written.value) ||
      ignores(db, entity, key) ||
      engineOf(db, entity)?.copies === 'elsewhere'
    )
      return
    if (written.state === 'absent' && (entity.kind === 'topic' || inForceAt(db, entity, key) !== 'true')) return
    const fixes = fixBySetting(written.slot, false, say('fix.noUncleanElection'))
    if (written.state === 'known') report('on', { at: written.at, data: { value: 'true' }, fixes })
    else
      report('on', {
        at: written.near,
        data: { value: 'absent' },
        because: [say('because.absentMeansTrue', { engine: engineOf(db, entity)?.name })],
        absent: true,
        fixes,
      })
  },
})

import { called } from '../../assess/called.ts'
import { copiedBy, leftOutBy, takesAll } from '../../assess/data-flow.ts'
import { folds } from '../../assess/stage.ts'
import { asBoolean, placeOf, knownValue } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { reachOf } from '../transfer/mirror-reach.ts'
import page from './every-group-mirrored.md'

/** Mirrors that carry the name of every group to their target. */
export const everyGroupMirrored = defineRule({
  code: 'KR203',
  name: 'every-group-mirrored',
  family: 'group-name',
  level: 'information',
  law: ['gdpr-5-1-c', 'gdpr-25'],
  page,
  mends: 'choice',
  visits: ['flow', 'connector'],
  check(entity, { db, report }) {
    const checkpoints = entity.kind === 'flow' ? entity.checkpoints : entity.settings
    const groups = copiedBy(db, entity, 'groups')
    if (!checkpoints || !groups || groups.state === 'unresolved') return
    const emitted = asBoolean(setting(checkpoints, 'emit.checkpoints.enabled'))
    if (emitted.state === 'unresolved' || knownValue(emitted) === false) return
    if (groups.state === 'known' && !takesAll(groups.value)) return
    const { reach, owner } = reachOf(entity, db)
    const left = leftOutBy(checkpoints, 'groups')
    report(reach, {
      at: placeOf(groups),
      data: { name: called(entity.name), owner },
      level: levelOf(reach, folds(db, entity)),
      because: [
        ...(groups.state === 'absent' ? [say('because.allGroups')] : []),
        ...(left ? [say('because.leavesOut', left)] : []),
      ],
      ...(groups.state === 'absent' ? { absent: true } : {}),
    })
  },
})

/** Between clusters of development nothing is at stake that only their own people learn. */
function levelOf(reach: ReturnType<typeof reachOf>['reach'], isMild: boolean): 'warning' | 'information' | 'hint' {
  if (reach !== 'inside') return 'warning'
  return isMild ? 'hint' : 'information'
}

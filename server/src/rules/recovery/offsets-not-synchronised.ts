import { called } from '../../assess/called.ts'
import { mirrorPartsOf, notSynchronised } from '../../assess/mirror.ts'
import { placeOf, type Slot } from '../../model/fact.ts'
import { spelling } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './offsets-not-synchronised.md'

const key = 'sync.group.offsets.enabled'

/** Mirrors after whose failover consumers do not know where they were. */
export const offsetsNotSynchronised = defineRule({
  code: 'KR702',
  name: 'offsets-not-synchronised',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(mirror, { db, report }) {
    const parts = mirrorPartsOf(db, mirror)
    const name = called(mirror.name)
    if (!parts) return
    const { checkpoints } = parts
    if (!checkpoints) {
      // The checkpoints of a connector that stands alone may run anywhere.
      if (mirror.kind === 'flow')
        report('none', { at: placeOf(mirror.name), data: { name }, level: 'information', absent: true })
      return
    }
    const off = notSynchronised(checkpoints)
    if (!off) return
    const { fact, by } = off
    report('off', {
      at: placeOf(fact),
      data: { name, key: spelling(checkpoints, by) ?? key },
      ...(fact.state === 'absent' ? { absent: true, because: [say('because.defaultFalse', { key })] } : {}),
      fixes:
        by === key && fact.slot
          ? [
              {
                title: say('fix.synchroniseOffsets', { key: spelledAt(fact.slot) }),
                edits: [{ op: 'set', slot: fact.slot, value: true }],
              },
            ]
          : [],
    })
  },
})

/** The key as the file spells it, also where it is not written yet. */
const spelledAt = ({ path, inner }: Slot): string => String((inner ?? { path }).path.at(-1))

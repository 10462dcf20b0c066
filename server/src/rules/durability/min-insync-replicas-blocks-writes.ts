import { replicationSettingsOf } from '../../assess/durability.ts'
import { behaves } from '../../assess/engine.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './min-insync-replicas-blocks-writes.md'

/** As many confirmations as replicas: one broker down stops every careful producer. */
export const minInsyncReplicasBlocksWrites = defineRule({
  code: 'KR303',
  name: 'min-insync-replicas-blocks-writes',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['topic', 'cluster'],
  check(entity, { db, report }) {
    for (const { means, key, value, factor, version } of replicationSettingsOf(db, entity)) {
      const copies = factor && knownValue(factor.value)
      if (
        means !== 'min-insync-replicas' ||
        value.state !== 'known' ||
        copies === undefined ||
        copies < 2 ||
        value.value < copies
      )
        continue
      const remedy = copies >= 3 ? copies - 1 : 'replicas'
      report(value.value > copies && behaves(db, 'smaller-of-both', version) === false ? 'refused' : 'blocks', {
        at: value.at,
        data: { key, actual: value.value, factor: copies, remedy },
        certainty: 'derived',
        related: factor
          ? [{ at: placeOf(factor.value), message: say('related.replicationFactor', { count: copies }) }]
          : [],
        // With two replicas there is no good number: one loses writes, two stops them. A third replica is the way out (KR301).
        fixes:
          value.slot && remedy !== 'replicas'
            ? [
                {
                  title: say('fix.minInsync', { key, value: remedy }),
                  edits: [{ op: 'set', slot: value.slot, value: remedy }],
                },
              ]
            : [],
      })
    }
  },
})

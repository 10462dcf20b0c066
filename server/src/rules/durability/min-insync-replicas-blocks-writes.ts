import { knobsOf } from '../../assess/durability.ts'
import { behaves } from '../../assess/engine.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
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
  visits: ['topic', 'cluster'],
  messages: {
    refused:
      '{key} {actual} of {factor} replicas: before Kafka 3.7 every acks=all write is refused; expected {expected}',
    blocks: '{key} {actual} of {factor} replicas: acks=all writes stop when one broker is down; expected {expected}',
  },
  check(entity, { db, report }) {
    for (const { means, key, value, factor, version } of knobsOf(db, entity)) {
      const copies = factor && knownValue(factor.value)
      if (
        means !== 'min-insync-replicas' ||
        value.state !== 'known' ||
        copies === undefined ||
        copies < 2 ||
        value.value < copies
      )
        continue
      const expected = copies >= 3 ? String(copies - 1) : '3 replicas'
      report(value.value > copies && behaves(db, 'smaller-of-both', version) === false ? 'refused' : 'blocks', {
        at: value.at,
        data: { key, actual: value.value, factor: copies, expected },
        certainty: 'derived',
        related: factor ? [{ at: placeOf(factor.value), text: `replication factor ${copies}` }] : [],
        // With two replicas there is no good number: one loses writes, two stops them. A third replica is the way out (KR301).
        fixes:
          value.slot && copies >= 3
            ? [
                {
                  title: `Set ${key} to ${expected} (one broker may then be down)`,
                  edits: [{ op: 'set', slot: value.slot, value: expected }],
                },
              ]
            : [],
      })
    }
  },
})

import { placeOf, knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './replicator-starts-at-latest.md'

/** Replicators that copy only what comes after them. */
export const replicatorStartsAtLatest = defineRule({
  code: 'KR701',
  name: 'replicator-starts-at-latest',
  family: 'recovery',
  level: 'information',
  law: ['gdpr-32'],
  page,
  visits: ['flow'],
  messages: {
    latest: 'Replicator "{name}" starts at the latest record: history is not copied; expected EARLIEST',
    unset: 'Replicator "{name}" names no starting position, which means the latest: history is not copied',
  },
  check({ replicator, name }, { report }) {
    const start = replicator?.startingPosition
    if (!start || start.state === 'unresolved' || (start.state === 'known' && start.value !== 'LATEST')) return
    report(start.state === 'known' ? 'latest' : 'unset', {
      at: placeOf(start),
      data: { name: knownValue(name) ?? '?' },
      ...(start.state === 'absent' ? { absent: true } : {}),
      fixes: start.slot
        ? [
            {
              title: 'Start at EARLIEST (read only when it is created: the replicator is replaced)',
              edits: [{ op: 'set', slot: start.slot, value: 'EARLIEST' }],
            },
          ]
        : [],
    })
  },
})

import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['flow'],
  check({ replicator, name }, { report }) {
    const start = replicator?.startingPosition
    if (!start || start.state === 'unresolved' || (start.state === 'known' && start.value !== 'LATEST')) return
    report(start.state === 'known' ? 'latest' : 'unset', {
      at: placeOf(start),
      data: { name: called(name) },
      ...(start.state === 'absent' ? { absent: true } : {}),
      fixes: fixBySetting(start.slot, 'EARLIEST', say('fix.earliest')),
    })
  },
})

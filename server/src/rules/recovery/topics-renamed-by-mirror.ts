import { called } from '../../assess/called.ts'
import { renamesFor } from '../../assess/mirror.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './topics-renamed-by-mirror.md'

/** Mirrors after which consumers find their offsets, and not their topics. */
export const topicsRenamedByMirror = defineRule({
  code: 'KR710',
  name: 'topics-renamed-by-mirror',
  family: 'recovery',
  level: 'hint',
  law: ['gdpr-32'],
  page,
  mends: 'follows',
  visits: ['flow'],
  check(flow, { db, report }) {
    const example = renamesFor(db, flow)
    if (example === undefined) return
    report('renamed', {
      at: placeOf(flow.name),
      data: { name: called(flow.name), example },
      certainty: 'derived',
      because: [say('because.defaultPolicy')],
    })
  },
})

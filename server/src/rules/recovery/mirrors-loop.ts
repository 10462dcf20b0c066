import { called } from '../../assess/called.ts'
import { loopOf } from '../../assess/mirror.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './mirrors-loop.md'

/** Mirrors that copy their own copies back. */
export const mirrorsLoop = defineRule({
  code: 'KR707',
  name: 'mirrors-loop',
  family: 'recovery',
  level: 'error',
  law: ['gdpr-32'],
  page,
  mends: 'follows',
  visits: ['flow'],
  check(flow, { db, report }) {
    const back = loopOf(db, flow)
    if (!back) return
    const policy = flow.copying.all.findLast(({ key }) => key === 'replication.policy.class')
    report('loop', {
      at: policy?.value.at ?? placeOf(flow.name),
      data: { name: called(flow.name), other: called(back.name) },
      certainty: 'derived',
      because: [say('because.noCycleCheck')],
      related: [{ at: placeOf(back.name), message: say('related.otherDirection') }],
    })
  },
})

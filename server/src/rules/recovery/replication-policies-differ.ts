import { called } from '../../assess/called.ts'
import { policyClashOf } from '../../assess/mirror.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './replication-policies-differ.md'

/** Mirrors whose two halves name topics differently. */
export const replicationPoliciesDiffer = defineRule({
  code: 'KR708',
  name: 'replication-policies-differ',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: 'choice',
  visits: ['flow'],
  check(flow, { report }) {
    const clash = policyClashOf(flow)
    if (!clash) return
    const { at, ...rest } = clash
    report('differ', {
      at,
      data: { name: called(flow.name), ...rest },
      because: [say('because.offsetsByName')],
    })
  },
})

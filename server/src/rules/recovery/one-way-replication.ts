import { called } from '../../assess/called.ts'
import { isAnswered, isOneWayByIntent, keepsNames } from '../../assess/mirror.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './one-way-replication.md'

/** Mirrors that lead to a place from which nothing comes back. */
export const oneWayReplication = defineRule({
  code: 'KR705',
  name: 'one-way-replication',
  family: 'recovery',
  level: 'information',
  law: ['gdpr-32'],
  page,
  mends: 'elsewhere',
  visits: ['flow'],
  check(flow, { db, report }) {
    if (isAnswered(db, flow) !== false) return
    report('oneWay', {
      at: placeOf(flow.name),
      data: {
        name: called(flow.name),
        source: called(flow.source.alias),
        target: called(flow.target.alias),
      },
      level: isOneWayByIntent(flow) ? 'hint' : 'information',
      certainty: 'derived',
      because: [
        say('because.noOtherDirection'),
        ...(keepsNames(flow) && !flow.replicator ? [say('because.secondMirrorLoops')] : []),
      ],
    })
  },
})

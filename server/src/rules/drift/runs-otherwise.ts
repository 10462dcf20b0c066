import { called } from '../../assess/called.ts'
import { driftOf } from '../../assess/drift.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './runs-otherwise.md'

/** Topics that run otherwise than they are declared. */
export const runsOtherwise = defineRule({
  code: 'KR720',
  name: 'runs-otherwise',
  family: 'drift',
  level: 'warning',
  mends: 'decision',
  law: ['gdpr-32'],
  page,
  visits: ['topic'],
  check(topic, { db, report }) {
    for (const { key, declared, running } of driftOf(db, topic))
      report('otherwise', {
        at: declared.at,
        data: { topic: called(topic.name), key, declared: declared.value, running: running.value },
        certainty: 'derived',
        because: [say('because.asItRuns')],
        related: [{ at: running.at, message: say('related.asItRuns') }],
      })
  },
})

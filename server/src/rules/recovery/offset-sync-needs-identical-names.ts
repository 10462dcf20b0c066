import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { isAnswered } from '../../assess/mirror.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './offset-sync-needs-identical-names.md'

/** Replicators that synchronise offsets both ways where topics are renamed. */
export const offsetSyncNeedsIdenticalNames = defineRule({
  code: 'KR703',
  name: 'offset-sync-needs-identical-names',
  family: 'recovery',
  level: 'error',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['flow'],
  check(flow, { db, report }) {
    const { replicator, name, source, target } = flow
    const { offsetSync, topicNames } = replicator ?? {}
    if (!offsetSync || !topicNames || knownValue(offsetSync) !== 'ENHANCED' || topicNames.state === 'unresolved') return
    if (knownValue(topicNames) === 'IDENTICAL') {
      if (isAnswered(db, flow) === false)
        report('alone', {
          at: placeOf(offsetSync),
          data: {
            name: called(name),
            source: called(source.alias),
            target: called(target.alias),
          },
          level: 'warning',
          certainty: 'derived',
          because: [say('because.needsOtherDirection')],
        })
      return
    }
    report('renamed', {
      at: placeOf(offsetSync),
      data: { name: called(name) },
      because: [
        topicNames.state === 'known'
          ? say('because.topicNames', { value: topicNames.value })
          : say('because.topicNamesByDefault'),
      ],
      related: topicNames.state === 'known' ? [{ at: topicNames.at, message: say('related.renamed') }] : [],
      fixes: fixBySetting(topicNames.slot, 'IDENTICAL', say('fix.identicalNames')),
    })
  },
})

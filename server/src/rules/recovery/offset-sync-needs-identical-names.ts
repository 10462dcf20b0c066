import { isAnswered } from '../../assess/mirror.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
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
  visits: ['flow'],
  messages: {
    renamed: 'Replicator "{name}" synchronises offsets ENHANCED, but renames topics; expected IDENTICAL topic names',
    alone:
      'Replicator "{name}" synchronises offsets ENHANCED, but none copies back; expected one from {target} to {source}',
  },
  check(flow, { db, report }) {
    const { replicator, name, source, target } = flow
    const { offsetSync, topicNames } = replicator ?? {}
    if (!offsetSync || !topicNames || knownValue(offsetSync) !== 'ENHANCED' || topicNames.state === 'unresolved') return
    if (knownValue(topicNames) === 'IDENTICAL') {
      if (isAnswered(db, flow) === false)
        report('alone', {
          at: placeOf(offsetSync),
          data: {
            name: knownValue(name) ?? '?',
            source: knownValue(source.alias) ?? '?',
            target: knownValue(target.alias) ?? '?',
          },
          level: 'warning',
          certainty: 'derived',
          because: ['the mode needs a replicator in the other direction, and no file of the workspace has one'],
        })
      return
    }
    report('renamed', {
      at: placeOf(offsetSync),
      data: { name: knownValue(name) ?? '?' },
      because: [
        topicNames.state === 'known'
          ? `topic names are ${topicNames.value}`
          : 'no topic names are set, and the default puts the alias of the source in front',
      ],
      related: topicNames.state === 'known' ? [{ at: topicNames.at, text: 'topics are renamed here' }] : [],
      fixes: topicNames.slot
        ? [
            {
              title: 'Keep topic names IDENTICAL (the replicator is replaced, and copies get new names)',
              edits: [{ op: 'set', slot: topicNames.slot, value: 'IDENTICAL' }],
            },
          ]
        : [],
    })
  },
})

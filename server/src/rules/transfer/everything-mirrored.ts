import { called } from '../../assess/called.ts'
import { copiedBy, leftOutBy, takesAll, topicNamesAt } from '../../assess/data-flow.ts'
import type { Db } from '../../assess/db.ts'
import type { ReplicationFlow } from '../../model/entities.ts'
import { clusterBehind } from '../../model/link.ts'
import { placeOf } from '../../model/fact.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { reachOf } from './mirror-reach.ts'
import page from './everything-mirrored.md'

/** Mirrors that copy every topic, also those that nobody has thought of yet. */
export const everythingMirrored = defineRule({
  code: 'KR408',
  name: 'everything-mirrored',
  family: 'transfer',
  level: 'warning',
  law: ['gdpr-5-1-c', 'gdpr-25'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(entity, { db, report }) {
    const topics = copiedBy(db, entity, 'topics')
    if (!topics || topics.state === 'unresolved' || (topics.state === 'known' && !takesAll(topics.value))) return
    const { reach, owner } = reachOf(entity, db)
    const left = leftOutBy(entity.kind === 'flow' ? entity.copying : entity.settings, 'topics')
    report(reach, {
      at: placeOf(topics),
      data: { name: called(entity.name), owner },
      level: reach === 'inside' ? 'hint' : 'warning',
      because: [
        ...(topics.state === 'absent' ? [say('because.allTopics')] : []),
        ...(left ? [say('because.leavesOut', left)] : []),
      ],
      ...(topics.state === 'absent' ? { absent: true } : {}),
      fixes: entity.kind === 'flow' ? narrow(entity, db) : [],
    })
  },
})

/** Offers the topics that the workspace declares for the source. */
function narrow(flow: ReplicationFlow, db: Db): Fix[] {
  const source = clusterBehind(db.estate, flow, flow.source.bootstrap)
  const names = source.state === 'linked' ? topicNamesAt(db, source.to) : []
  const { slot } = flow.topics.state === 'unresolved' ? {} : flow.topics
  if (!slot || names.length === 0) return []
  const pattern = [...new Set(names)]
    .sort()
    .map(name => name.replace(/\./g, '\\.'))
    .join('|')
  return [
    {
      title: say('fix.topicsOfSource', { count: names.length }),
      edits: [{ op: 'set', slot, value: pattern }],
    },
  ]
}

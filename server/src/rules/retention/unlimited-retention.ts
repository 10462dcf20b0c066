import { personalDataOfTopic } from '../../assess/data-flow.ts'
import type { Db } from '../../assess/db.ts'
import { retentionOf, type Retention } from '../../assess/retention.ts'
import type { Cluster, Topic } from '../../model/entities.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { topicsOn } from '../../model/link.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { defineRule } from '../rule.ts'
import page from './unlimited-retention.md'

/** Records that are never erased. */
export const unlimitedRetention = defineRule({
  code: 'KR601',
  name: 'unlimited-retention',
  family: 'retention',
  level: 'information',
  law: ['gdpr-5-1-e', 'gdpr-17'],
  page,
  visits: ['topic', 'cluster'],
  messages: {
    topic: 'Topic {topic} keeps its records for ever: {key} {actual}; expected a limit',
    personal: 'Topic {topic} keeps personal data ({what}) for ever: {key} {actual}; expected a limit',
    cluster: 'Topics that set no retention keep their records for ever: {key} {actual}; expected a limit',
    inherited: 'Topic {topic} inherits no limit for personal data ({what}): {key} {actual}; expected a limit',
  },
  check(entity, { db, report }) {
    const retention = retentionOf(db, entity)
    const { decides, kind } = retention
    if (kind !== 'unlimited' || (entity.kind === 'topic' && retention.inherited && decides)) return
    const [key, actual] = [decides?.key ?? 'retention', decides ? valueWords(decides.value.value) : 'not set']
    const at = decides?.value.at ?? placeOf(entity.name)
    const rest = {
      because: [retention.because],
      fixes: fixesOf(retention),
      ...(decides ? {} : { absent: true as const }),
    }
    const topics = entity.kind === 'topic' ? [entity] : inheriting(entity, db)
    const [first] = topics.flatMap(topic =>
      personalDataOfTopic(db, topic)
        .slice(0, 1)
        .map(data => ({ topic: knownValue(topic.name) ?? '?', data, topicAt: placeOf(topic.name) })),
    )
    if (!first)
      report(entity.kind === 'topic' ? 'topic' : 'cluster', {
        at,
        data: { topic: knownValue(entity.name) ?? '?', key, actual },
        ...rest,
      })
    else {
      const related = [
        { at: first.data.field.name.at, text: first.data.category.one },
        ...(entity.kind === 'topic' ? [] : [{ at: first.topicAt, text: 'a topic that sets no retention' }]),
      ]
      report(entity.kind === 'topic' ? 'personal' : 'inherited', {
        at,
        level: 'warning',
        certainty: 'derived',
        data: { topic: first.topic, what: first.data.category.one, key, actual },
        ...rest,
        related,
      })
    }
  },
})

const inheriting = (cluster: Cluster, db: Db): Topic[] =>
  topicsOn(db.estate, cluster).filter(topic => retentionOf(db, topic).inherited)

const valueWords = (value: string): string => (value.trim() === '' ? '""' : value.trim())

/** A limit where there was none: of the time, or of the policy that lets the time count. */
function fixesOf({ decides, remedy }: Retention): Fix[] {
  const slot = decides?.value.slot
  if (!slot || remedy === undefined) return []
  const title =
    decides.is === 'policy'
      ? `Set ${decides.key} to ${remedy} (what is older than the retention is erased)`
      : `Set ${decides.key} to ${remedy}: 7 days (what is older is erased at once)`
  return [{ title, edits: [{ op: 'set', slot, value: remedy }] }]
}

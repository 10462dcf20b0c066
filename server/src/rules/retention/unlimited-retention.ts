import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataOfTopic } from '../../assess/data-flow.ts'
import type { Db } from '../../assess/db.ts'
import { retentionOf, type Retention } from '../../assess/retention.ts'
import { keepsState } from '../../assess/state-topics.ts'
import type { Cluster, Topic } from '../../model/entities.ts'
import { placeOf } from '../../model/fact.ts'
import { topicsOn } from '../../model/link.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['topic', 'cluster'],
  check(entity, { db, report }) {
    const retention = retentionOf(db, entity)
    const { decides, kind } = retention
    const isTopic = entity.kind === 'topic'
    if (kind !== 'unlimited' || (isTopic && !isItsOwnAffair(entity, retention, db))) return
    const setting = decides
      ? say('setting.written', { key: decides.key, value: valueWords(decides.value.value) })
      : say('setting.noRetention')
    const at = decides?.value.at ?? placeOf(entity.name)
    const topics = topicsKept(entity, db)
    const needed = topics.filter(topic => keepsState(db, topic))
    const rest = {
      because: [retention.because],
      // A limit for all takes from a program the state that it keeps in one of them.
      fixes: needed.length > 0 ? [] : fixesOf(retention),
      ...(decides ? {} : { absent: true as const }),
    }
    const needs = needed.map(({ name }) => ({ at: placeOf(name), message: say('related.stateInheriting') }))
    const [first] = topics.flatMap(topic =>
      personalDataOfTopic(db, topic)
        .slice(0, 1)
        .map(data => ({ topic: called(topic.name), data, topicAt: placeOf(topic.name) })),
    )
    if (!first)
      report(isTopic ? 'topic' : 'cluster', {
        at,
        data: { topic: called(entity.name), setting },
        ...rest,
        related: needs,
      })
    else {
      const related = [
        { at: first.data.field.name.at, message: categoryName(first.data.category) },
        ...(isTopic ? [] : [{ at: first.topicAt, message: say('related.inheriting') }]),
        ...needs,
      ]
      report(isTopic ? 'personal' : 'inherited', {
        at,
        level: 'warning',
        certainty: 'derived',
        data: { topic: first.topic, what: categoryName(first.data.category), setting },
        ...rest,
        related,
      })
    }
  },
})

/** What a topic inherits is said of the brokers; what a program needs to keep, of nobody. */
const isItsOwnAffair = (topic: Topic, { inherited, decides }: Retention, db: Db): boolean =>
  !(inherited && decides) && !keepsState(db, topic)

/** The topics that a retention holds for: the topic itself, or those of a cluster that set nothing. */
const topicsKept = (of: Cluster | Topic, db: Db): Topic[] =>
  of.kind === 'topic' ? [of] : topicsOn(db.estate, of).filter(topic => retentionOf(db, topic).inherited)

const valueWords = (value: string): string => (value.trim() === '' ? '""' : value.trim())

/** A limit where there was none: of the time, or of the policy that lets the time count. */
function fixesOf({ decides, remedy }: Retention): Fix[] {
  const slot = decides?.value.slot
  if (!slot || remedy === undefined) return []
  const title = say(decides.is === 'policy' ? 'fix.deletePolicy' : 'fix.sevenDays', {
    key: decides.key,
    value: String(remedy),
  })
  return [{ title, edits: [{ op: 'set', slot, value: remedy }] }]
}

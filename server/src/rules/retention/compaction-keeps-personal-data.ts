import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataOfTopic } from '../../assess/data-flow.ts'
import { engineOf, notYetIn } from '../../assess/engine.ts'
import { retentionOf } from '../../assess/retention.ts'
import { placeOf } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './compaction-keeps-personal-data.md'

const key = 'max.compaction.lag.ms'
const week = 604_800_000

/** The last record about each person, kept with no time by which compaction has to begin. */
export const compactionKeepsPersonalData = defineRule({
  code: 'KR602',
  name: 'compaction-keeps-personal-data',
  family: 'retention',
  level: 'information',
  law: ['gdpr-5-1-e', 'gdpr-17'],
  page,
  mends: true,
  visits: ['topic'],
  check(topic, { db, report }) {
    const retention = retentionOf(db, topic)
    if (retention.kind !== 'compacted' || retention.lag !== undefined) return
    const [first] = personalDataOfTopic(db, topic)
    if (!first) return
    const { decides } = retention
    const lag = setting(topic.settings, key)
    const engine = engineOf(db, topic)
    const heedless = engine?.ignores.includes(key) ? engine.name : undefined
    const fixes =
      lag.state !== 'unresolved' && lag.slot && heedless === undefined
        ? [
            {
              title: say('fix.compactionLag', { key, value: week }),
              edits: [{ op: 'set', slot: lag.slot, value: week } as const],
            },
          ]
        : []
    const data = { topic: called(topic.name), what: categoryName(first.category) }
    const facts = {
      at: decides && !retention.inherited ? decides.value.at : placeOf(topic.name),
      certainty: 'derived' as const,
      because: [retention.because],
      related: [
        { at: first.field.name.at, message: categoryName(first.category) },
        ...(decides && retention.inherited ? [{ at: decides.value.at, message: say('related.brokersPolicy') }] : []),
      ],
      fixes,
    }
    // What the engine or its version does not have, nobody is told to set.
    if (heedless !== undefined) report('unboundedBy', { ...facts, data: { ...data, engine: heedless } })
    else report(notYetIn(db, topic, [key]) ? 'unboundedYet' : 'unbounded', { ...facts, data })
  },
})

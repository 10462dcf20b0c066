import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataOfTopic } from '../../assess/data-flow.ts'
import { durationOf } from '../../assess/duration.ts'
import type { Db } from '../../assess/db.ts'
import { copiesOf, type Copy } from '../../assess/mirror.ts'
import { keptFor, retentionOf, type Retention } from '../../assess/retention.ts'
import { keepsState } from '../../assess/state-topics.ts'
import { placeOf } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './copy-outlives-source.md'

/** Copies that are still there when the original has been erased. */
export const copyOutlivesSource = defineRule({
  code: 'KR603',
  name: 'copy-outlives-source',
  family: 'retention',
  level: 'warning',
  law: ['gdpr-5-1-e', 'gdpr-17'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(entity, { db, report }) {
    for (const { source, copy, by } of copiesOf(db, entity).filter(({ copy: one }) => !keepsState(db, one))) {
      const [original, kept] = [retentionOf(db, source), retentionOf(db, copy)]
      const { milliseconds } = original
      const stays = unreachedReport({ source, copy, by }, kept, original, db)
      const writtenBy = { at: placeOf(entity.name), message: say('related.writtenBy') }
      if (stays) report('unreached', { ...stays, related: [...stays.related, writtenBy] })
      if (milliseconds === undefined || !outlives(kept, original)) continue
      const own = setting(copy.settings, 'retention.ms')
      const policy = kept.decides?.is === 'policy'
      report('longer', {
        at: kept.decides && !kept.inherited ? kept.decides.value.at : placeOf(copy.name),
        data: {
          copy: called(copy.name),
          source: called(source.name),
          by,
          longer: keptFor(kept),
          shorter: durationOf(milliseconds),
        },
        certainty: 'derived',
        related: [
          ...original.places.map(at => ({ at, message: say('related.atSource', { kept: durationOf(milliseconds) }) })),
          { at: placeOf(entity.name), message: say(by === 'mirror' ? 'related.copiedBy' : 'related.writtenBy') },
        ],
        fixes:
          own.state !== 'unresolved' && own.slot && !policy
            ? [
                {
                  title: say('fix.asSource', { value: milliseconds }),
                  edits: [{ op: 'set', slot: own.slot, value: milliseconds }],
                },
              ]
            : [],
      })
    }
  },
})

/** What to say of dead letters that hold data of people and that no tombstone of their source deletes; undefined of all others. */
function unreachedReport({ source, copy, by }: Copy, kept: Retention, original: Retention, db: Db) {
  if (by !== 'dead-letter-queue' || !isNeverReached(kept, original)) return undefined
  const [first] = personalDataOfTopic(db, source)
  return (
    first && {
      at: kept.decides && !kept.inherited ? kept.decides.value.at : placeOf(copy.name),
      data: { copy: called(copy.name), source: called(source.name), what: categoryName(first.category) },
      certainty: 'derived' as const,
      because: [kept.because],
      related: [{ at: first.field.name.at, message: categoryName(first.category) }],
    }
  )
}

/** Whether what tombstones delete from a compacted topic stays in its dead letters: none of them is written there, and no time ends it. */
const isNeverReached = (kept: Retention, original: Retention): boolean =>
  original.kind === 'compacted' && (kept.kind === 'unlimited' || kept.kind === 'compacted')

/** Whether something is kept longer than what is kept for some time. */
const outlives = (kept: Retention, { kind, milliseconds = 0 }: Retention): boolean =>
  kind === 'limited' &&
  (kept.kind === 'unlimited' || (kept.kind === 'limited' && (kept.milliseconds ?? 0) > milliseconds))

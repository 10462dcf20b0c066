import { personalDataOfTopic } from '../assess/data-flow.ts'
import { keptFor, retentionOf, type Retention } from '../assess/retention.ts'
import type { Level } from '../model/configuration.ts'
import type { Topic } from '../model/entities.ts'
import { placeOf, type Place } from '../model/fact.ts'
import { say, type Message } from '../words/message.ts'
import type { Change } from './change.ts'
import { nameOf, pairsOf, type Side } from './pairs.ts'

/** How long records are kept, where that has changed and is known on either side. */
export const retentionChanges = (before: Side, after: Side): Change[] =>
  pairsOf('topic', before, after).flatMap(({ before: was, after: is }): Change[] => {
    if (!was || !is) return []
    const [old, now] = [retentionOf(before.db, was), retentionOf(after.db, is)]
    if (old.kind === 'unknown' || now.kind === 'unknown' || reachOf(old) === reachOf(now)) return []
    const longer = reachOf(now) > reachOf(old)
    return [
      {
        kind: 'retention',
        level: longer ? levelFor(is, after) : 'hint',
        message: say(longer ? 'delta.keptLonger' : 'delta.keptShorter', {
          topic: nameOf(is),
          before: inWords(old),
          after: inWords(now),
        }),
        because: [now.because],
        before: placeFor(old, was),
        after: placeFor(now, is),
      },
    ]
  })

const levelFor = (topic: Topic, { db }: Side): Level =>
  personalDataOfTopic(db, topic).length > 0 ? 'warning' : 'information'

/** How long, as a number: what a compacted topic keeps, it keeps until somebody deletes it. */
function reachOf({ kind, milliseconds = 0, lag }: Retention): number {
  if (kind === 'limited') return milliseconds
  return kind === 'compacted' && lag !== undefined ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER
}

const inWords = (retention: Retention): Message =>
  retention.kind === 'compacted' ? say('delta.keptPerKey') : keptFor(retention)

const placeFor = ({ places: [first] }: Retention, topic: Topic): Place => first ?? placeOf(topic.name)

import type { ReplicationFlow, Topic } from '../model/entities.ts'
import { asInteger, knownValue, type Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { topicsCopied } from './data-flow.ts'
import type { Db } from './db.ts'

/** Bytes of a record that MSK Replicator copies between regions, and within one: docs.aws.amazon.com/msk/latest/developerguide/limits, read in a copy (2026-11-22). */
const limits = { between: 10 * 1024 * 1024, within: 20 * 1024 * 1024 } as const

/** A topic of which a replicator of Amazon's copies not every record, however it is told. */
export interface BeyondLimit {
  readonly topic: Topic
  readonly at: Place
  readonly bytes: number
  readonly most: number
}

/** Where the topics that a replicator takes allow larger records than the service copies; nothing of any other mirror. */
export function beyondLimits(db: Db, flow: ReplicationFlow): BeyondLimit[] {
  if (!flow.replicator) return []
  const most = recordLimit(flow)
  return topicsCopied(db, flow).flatMap((topic): BeyondLimit[] => {
    const size = asInteger(setting(topic.settings, 'max.message.bytes'))
    return size.state === 'known' && size.value > most ? [{ topic, at: size.at, bytes: size.value, most }] : []
  })
}

/** The larger limit where nobody can tell whether the regions differ. */
function recordLimit({ source, target }: ReplicationFlow): number {
  const [from, to] = [source, target].map(({ site }) => site && knownValue(site.region))
  return from !== undefined && to !== undefined && from !== to ? limits.between : limits.within
}

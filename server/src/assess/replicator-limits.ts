import type { ReplicationFlow, Topic } from '../model/entities.ts'
import { asInteger, knownValue, type Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { topicsCopied } from './data-flow.ts'
import type { Db } from './db.ts'

/** docs.aws.amazon.com/msk/latest/developerguide/limits, MSK Replicator quotas (2026-11-22): topics, in the order of their names; bytes of a record between regions, and within one. */
const limits = { topics: 750, between: 10 * 1024 * 1024, within: 20 * 1024 * 1024 } as const

/** What a replicator of Amazon's does not copy, however it is told. */
export type BeyondLimit =
  | { readonly is: 'records'; readonly topic: Topic; readonly at: Place; readonly bytes: number; readonly most: number }
  | { readonly is: 'topics'; readonly count: number; readonly most: number }

/** Where the topics that a replicator takes exceed what the service copies; nothing of any other mirror. */
export function beyondLimits(db: Db, flow: ReplicationFlow): BeyondLimit[] {
  if (!flow.replicator) return []
  const topics = topicsCopied(db, flow)
  const most = recordLimit(flow)
  const large = topics.flatMap((topic): BeyondLimit[] => {
    const size = asInteger(setting(topic.settings, 'max.message.bytes'))
    return size.state === 'known' && size.value > most
      ? [{ is: 'records', topic, at: size.at, bytes: size.value, most }]
      : []
  })
  return topics.length > limits.topics ? [...large, { is: 'topics', count: topics.length, most: limits.topics }] : large
}

/** The larger limit where nobody can tell whether the regions differ. */
function recordLimit({ source, target }: ReplicationFlow): number {
  const [from, to] = [source, target].map(({ site }) => site && knownValue(site.region))
  return from !== undefined && to !== undefined && from !== to ? limits.between : limits.within
}

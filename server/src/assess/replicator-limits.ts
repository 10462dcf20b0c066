import type { ReplicationFlow, Topic } from '../model/entities.ts'
import { asInteger, knownValue, type Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { exclusions, topicsCopied } from './data-flow.ts'
import type { Db } from './db.ts'

/** What MSK Replicator copies, Amazon's documentation of MSK read in a copy (2026-11-22). Bytes of a record between regions and within one: its quotas. Topics, in the order of their names: how a replicator is created. Of its throughput no file tells. */
const limits = { between: 10 * 1024 * 1024, within: 20 * 1024 * 1024, topics: 750 } as const

/** What a replicator of Amazon's does not copy, however it is told: records that a topic allows, or topics beyond a number. */
export type BeyondLimit =
  | { readonly is: 'records'; readonly topic: Topic; readonly at: Place; readonly bytes: number; readonly most: number }
  | { readonly is: 'topics'; readonly count: number; readonly most: number }

/** Where the topics that a replicator takes allow larger records than the service copies, or are more; nothing of any other mirror. */
export function beyondLimits(db: Db, flow: ReplicationFlow): BeyondLimit[] {
  if (!flow.replicator) return []
  const most = recordLimit(flow)
  const topics = topicsCopied(db, flow)
  const large = topics.flatMap((topic): BeyondLimit[] => {
    const size = asInteger(setting(topic.settings, 'max.message.bytes'))
    return size.state === 'known' && size.value > most
      ? [{ is: 'records', topic, at: size.at, bytes: size.value, most }]
      : []
  })
  const names = new Set(topics.flatMap(({ name }) => knownValue(name) ?? []))
  return names.size > limits.topics && !leavesOpen(flow)
    ? [...large, { is: 'topics', count: names.size, most: limits.topics }]
    : large
}

/** Whether a placeholder decides which topics are left out. */
const leavesOpen = ({ copying }: ReplicationFlow): boolean =>
  copying.all.some(({ key, value }) => exclusions.some(one => one === key) && value.state === 'unresolved')

/** The larger limit where nobody can tell whether the regions differ. */
function recordLimit({ source, target }: ReplicationFlow): number {
  const [from, to] = [source, target].map(({ site }) => site && knownValue(site.region))
  return from !== undefined && to !== undefined && from !== to ? limits.between : limits.within
}

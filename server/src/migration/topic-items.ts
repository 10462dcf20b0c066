import { personalDataBehind } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { keptFor, retentionOf } from '../assess/retention.ts'
import type { Cluster, RunningTopic, Topic } from '../model/entities.ts'
import { type Fact, type Place, knownValue, placeOf } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { Uri } from '../text/uri.ts'
import { type Message, say } from '../words/message.ts'
import { type ConnectorItem, type TopicItem, nameOf } from './items.ts'

/** Topics that are declared, that are printed, and that connectors name. */
export function topicItems(
  db: Db,
  cluster: Cluster,
  declared: readonly Topic[],
  printed: readonly RunningTopic[],
  connectors: readonly ConnectorItem[],
): TopicItem[] {
  const names = new Map<string, { declared?: Topic; printed: RunningTopic[]; at: Place[]; file: Uri }>()
  const entry = (name: string, at: Place): NonNullable<ReturnType<typeof names.get>> => {
    const known = names.get(name) ?? { printed: [], at: [], file: at.file }
    names.set(name, known)
    known.at.push(at)
    return known
  }
  for (const topic of declared) {
    const known = entry(nameOf(topic), placeOf(topic.name))
    known.declared ??= topic
  }
  for (const topic of printed) entry(nameOf(topic), placeOf(topic.name)).printed.push(topic)
  for (const { reads, writes, at } of connectors)
    for (const name of new Set([...reads, ...writes])) if (!names.has(name) && at[0]) entry(name, at[0])
  return [...names]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([name, { declared: topic, printed: prints, at, file }]) => ({
      name,
      at,
      partitions: firstKnown([...prints.map(({ partitions }) => partitions), topic?.partitions]),
      replicationFactor: firstKnown([...prints.map(one => one.replicationFactor), topic?.replicationFactor]),
      ...settingsOf(topic, prints),
      kept: keptBy(db, cluster, settingsOf(topic, prints)),
      data: personalDataBehind(db, name, { file }),
    }))
}

const firstKnown = (facts: readonly (Fact<number> | undefined)[]): number | undefined =>
  facts.flatMap(fact => (fact ? (knownValue(fact) ?? []) : []))[0]

/** What is declared, completed by what runs. */
function settingsOf(topic: Topic | undefined, prints: readonly RunningTopic[]): Pick<TopicItem, 'settings' | 'open'> {
  const values = new Map<string, string | undefined>()
  for (const { settings } of prints)
    for (const { key, value } of settings.all) if (value.state === 'known') values.set(key, value.value)
  for (const { key, value } of topic?.settings.all ?? [])
    if (value.state === 'known') values.set(key, value.value)
    else if (!values.has(key)) values.set(key, undefined)
  const bags = [...prints.map(({ settings }) => settings), ...(topic ? [topic.settings] : [])]
  return {
    settings: [...values].sort(([a], [b]) => compareTexts(a, b)),
    open: bags.every(({ open }) => open !== undefined),
  }
}

/** How long records are kept, by the topic's own settings, else by its cluster's. */
function keptBy(
  db: Db,
  cluster: Cluster,
  { settings, open }: Pick<TopicItem, 'settings' | 'open'>,
): Message | undefined {
  const own = new Map(settings)
  const policy = own.get('cleanup.policy')
  if (policy === 'compact') return say('move.compacted')
  const time = own.get('retention.ms')
  if (own.has('retention.ms')) {
    const milliseconds = Number(time)
    if (time === undefined || !Number.isFinite(milliseconds)) return undefined
    return keptFor(milliseconds < 0 ? { kind: 'unlimited' } : { kind: 'limited', milliseconds })
  }
  if (open) return undefined
  const kept = retentionOf(db, cluster)
  return kept.kind === 'limited' || kept.kind === 'unlimited' ? keptFor(kept) : undefined
}

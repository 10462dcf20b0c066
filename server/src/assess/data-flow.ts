import type { Knowledge } from '../knowledge/load.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Connector, ReplicationFlow, Schema, Topic } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { clusterBehind, nearest, topicsOn } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { matchesName } from '../text/match.ts'
import { maskingsOf, reaches } from './masking.ts'
import type { PersonalData } from './personal-data.ts'
import type { remembering } from './personal-data-memory.ts'
import { folderOf, within, type Uri } from '../text/uri.ts'

/** The topics that a sink reads, where they are listed by name. */
export function topicsOf(connector: Connector): string[] {
  const listed = setting(connector.settings, 'topics')
  return listed.state === 'known'
    ? listed.value
        .split(',')
        .map(topic => topic.trim())
        .filter(topic => topic !== '')
    : []
}

/** The topic whose dead letters, retries or changes a topic holds, by the customs of Kafka's frameworks; undefined for a topic of its own. */
export const mainTopicOf = (topic: string): string | undefined =>
  /^(.+?)[._-](?:dlq|dlt|dead[._-]?letters?|errors?|retry(?:[._-]?\d+)?|changelog|repartition)$/i.exec(topic)?.[1]

/** The pattern of the topics or groups that a mirror copies, absent where that means all of them; undefined where it copies none by pattern. */
export function copiedBy(
  of: Connector | ReplicationFlow,
  what: 'topics' | 'groups',
  knowledge: Knowledge,
): Fact<string> | undefined {
  if (of.kind === 'flow') return of[what]
  const copies = of.class.state === 'known' ? knowledge.connectors.get(of.class.value)?.copies : undefined
  const pattern = copies?.[what] === undefined ? undefined : setting(of.settings, copies[what])
  return pattern?.state === 'absent' && !copies?.everything ? undefined : pattern
}

/** The declared topics that a mirror copies: those of its source cluster that its pattern takes. */
export function topicsCopied(flow: ReplicationFlow, estate: Estate): Topic[] {
  const source = clusterBehind(estate, flow, flow.source.bootstrap)
  if (source.state !== 'linked' || flow.topics.state === 'unresolved') return []
  const patterns = (flow.topics.state === 'known' ? flow.topics.value : '.*')
    .split(',')
    .flatMap(pattern => compile(pattern.trim()))
  return topicsOn(estate, source.to).filter(topic =>
    patterns.some(pattern => pattern.test((knownValue(topic.name) ?? '').slice(0, longestTopic))),
  )
}

/** Kafka takes no longer names. */
const longestTopic = 249

/** Whether a pattern takes the whole of a topic's name. */
export const takes = (pattern: string, topic: string): boolean =>
  compile(pattern).some(compiled => compiled.test(topic.slice(0, longestTopic)))

/** Whether a pattern of a mirror, or one of its list, takes everything. */
export const takesAll = (patterns: string): boolean =>
  patterns.split(',').some(pattern => ['.*', '.+', '*'].includes(pattern.trim()))

function compile(pattern: string): RegExp[] {
  try {
    return [new RegExp(`^(?:${pattern})$`)]
  } catch {
    return [] // the broker would not take it either
  }
}

/** The schema of a topic's values: the one that the configuration names, else `<topic>-value` or `<topic>` as file name or subject. */
export function schemaOf(
  topic: string,
  from: { readonly file: Uri },
  configuration: Configuration | undefined,
  estate: Estate,
): Schema | undefined {
  const declared = configuration?.topics.find(({ match, schema }) => schema !== undefined && matchesName(match, topic))
  if (configuration && declared?.schema) {
    const file = within(folderOf(configuration.file), declared.schema)
    return file && estate.find('schema', file)[0]
  }
  const link = nearest(from, estate.find('schema', `${topic}-value`))
  const fallback = link.state === 'none' ? nearest(from, estate.find('schema', topic)) : link
  return fallback.state === 'linked' ? fallback.to : undefined
}

/** The personal data that a connector or a mirror passes on: that of its topics' schemas, without what the connector's transforms mask or drop. */
export function personalDataAt(
  of: Connector | ReplicationFlow,
  configuration: Configuration | undefined,
  estate: Estate,
  personalDataOf: ReturnType<typeof remembering>,
): { topic: string; data: PersonalData }[] {
  const maskings = of.kind === 'connector' ? maskingsOf(of.settings) : []
  const topics =
    of.kind === 'connector' ? topicsOf(of) : topicsCopied(of, estate).flatMap(topic => knownValue(topic.name) ?? [])
  return topics.flatMap(topic => {
    const schema = schemaOf(topic, of, configuration, estate)
    return (schema?.records ?? []).flatMap(record =>
      personalDataOf(record, configuration, schema?.records)
        .filter(({ field }) => !maskings.some(masking => reaches(masking, field.name.value)))
        .map(data => ({ topic, data })),
    )
  })
}

/** Whether a datum tells who somebody is, or something about them; an identifier that only its own system can resolve is what masking leaves. */
export const isRevealing = ({ grade, category }: PersonalData): boolean =>
  grade !== 'weak' && !category.fides.startsWith('user.unique_id')

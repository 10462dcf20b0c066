import { shellWord } from '../text/shell.ts'
import { say } from '../words/message.ts'
import type { Inventory, TopicItem } from './items.ts'
import type { Questions } from './questions.ts'
import { kubernetesName, openNames, resource, type Resource, type Value } from './resource.ts'
import { scalarOf } from './cluster.ts'

/** What a topic has there, and not here. */
export interface Change {
  readonly topic: string
  readonly key: string
  readonly was: string
  /** Left out where it is left to the brokers. */
  readonly is?: string
}

/** Settings that Kafka 4 has no more, and those that only steer a move of partitions that goes on. */
const gone: ReadonlySet<string> = new Set([
  'message.format.version',
  'message.downconversion.enable',
  'message.timestamp.difference.max.ms',
  'leader.replication.throttled.replicas',
  'follower.replication.throttled.replicas',
])
/** Settings that rest on what the own cluster has only where somebody sets it up. */
const elsewhere = /^(?:remote\.|local\.retention\.|confluent\.)/

/** The topics, and what of them changes. */
export function topicResources(
  { topics }: Inventory,
  cluster: string,
  questions: Questions,
): { readonly resources: Resource[]; readonly changes: Change[] } {
  const nameFor = openNames()
  const changes: Change[] = []
  const resources = topics.map(topic => {
    const name = nameFor(topic.name)
    if (topic.replicationFactor !== undefined && topic.replicationFactor !== 3)
      changes.push({ topic: topic.name, key: 'replicas', was: String(topic.replicationFactor), is: '3' })
    const config = settingsOf(topic, questions, changes)
    return resource('KafkaTopic', name, cluster, {
      ...(name === topic.name ? {} : { topicName: topic.name }),
      partitions:
        topic.partitions ??
        questions.value(
          `PARTITIONS_${kubernetesName(topic.name)}`,
          say('ask.partitions', { topic: shellWord(topic.name) }),
          topic.at,
        ),
      replicas: 3,
      ...(Object.keys(config).length > 0 ? { config } : {}),
    })
  })
  return { resources, changes }
}

function settingsOf(topic: TopicItem, questions: Questions, changes: Change[]): { readonly [key: string]: Value } {
  const { name, at } = topic
  // Of a topic that is only named somewhere, one question asks for everything.
  if (topic.open && topic.settings.length === 0 && topic.partitions !== undefined)
    questions.decide(say('ask.topicSettings', { topic: name }), at)
  return Object.fromEntries(
    topic.settings.flatMap(([key, value]): (readonly [string, Value])[] => {
      if (value === undefined)
        return [[key, questions.value(`${name}_${key}`, say('ask.topicSetting', { topic: name, key }), at)]]
      if (gone.has(key) || isBelowTwo(key, value) || isDefaultUnclean(key, value)) {
        changes.push({ topic: name, key, was: value })
        return []
      }
      if (elsewhere.test(key)) {
        questions.decide(say('ask.noCounterpart', { topic: name, key, value }), at)
        return []
      }
      return [[key, scalarOf(value)]]
    }),
  )
}

/** With three copies two of them acknowledge: the brokers' own setting says so. */
const isBelowTwo = (key: string, value: string): boolean => key === 'min.insync.replicas' && !/^[23]$/.test(value)

/** The brokers never elect a leader that lacks records. */
const isDefaultUnclean = (key: string, value: string): boolean =>
  key === 'unclean.leader.election.enable' && value === 'true'

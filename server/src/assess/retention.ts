import type { Topic } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { asInteger, placeOf, type Fact, type Place } from '../model/fact.ts'
import { clusterOf } from '../model/link.ts'
import { setting, type Settings } from '../model/settings.ts'

/** How long a topic keeps its records. */
export interface Retention {
  /** limited: for some time; unlimited: for ever; compacted: the last record of each key, until it is deleted; unknown: no file says it. */
  readonly kind: 'limited' | 'unlimited' | 'compacted' | 'unknown'
  readonly milliseconds?: number
  readonly places: readonly Place[]
  readonly because: string
}

const hour = 3_600_000

/** Reads the retention of a topic: its own settings, else those of its cluster, else Kafka's default of seven days. */
export function retentionOf(topic: Topic, estate: Estate): Retention {
  const link = clusterOf(estate, topic)
  const broker = link.state === 'linked' ? link.to.settings : undefined
  const policy = inherited(setting(topic.settings, 'cleanup.policy'), broker && setting(broker, 'log.cleanup.policy'))
  if (policy.state === 'unresolved') return { kind: 'unknown', places: [policy.at], because: `cleanup.policy is ${policy.text}` }
  const policies = policy.state === 'known' ? policy.value.split(',').map(part => part.trim()).filter(part => part !== '') : ['delete']
  if (policy.state === 'known' && policies.length === 0) return { kind: 'unlimited', places: [policy.at], because: 'an empty cleanup.policy never removes anything' }
  if (policy.state === 'known' && !policies.includes('delete')) return { kind: 'compacted', places: [policy.at], because: 'cleanup.policy compact keeps the last record of each key' }
  const own = asInteger(setting(topic.settings, 'retention.ms'))
  const time = own.state === 'absent' && broker ? brokerTime(broker) : own
  if (time.state === 'unresolved') return { kind: 'unknown', places: [time.at], because: `retention.ms is ${time.text}` }
  if (time.state === 'absent') return broker ? { kind: 'limited', milliseconds: 168 * hour, places: [placeOf(time)], because: 'nothing is set: the default of Kafka is 7 days' } : { kind: 'unknown', places: [], because: 'nothing is set, and the settings of the brokers are not in the files' }
  if (time.value < 0) return { kind: 'unlimited', places: [time.at], because: 'a negative retention never removes anything' }
  return { kind: 'limited', milliseconds: time.value, places: [time.at], because: own.state === 'known' ? 'retention.ms of the topic' : 'the retention of the brokers' }
}

/** The retention of the brokers in milliseconds; the finer unit wins. */
function brokerTime(broker: Settings): Fact<number> {
  const units: [string, number][] = [['log.retention.ms', 1], ['log.retention.minutes', 60_000], ['log.retention.hours', hour]]
  const facts = units.map(([key, factor]): Fact<number> => {
    const fact = asInteger(setting(broker, key))
    return fact.state === 'known' && fact.value > 0 ? { ...fact, value: fact.value * factor } : fact
  })
  return facts.find(fact => fact.state !== 'absent') ?? facts[0] ?? { state: 'absent', near: broker.near }
}

const inherited = (own: Fact<string>, broker: Fact<string> | undefined): Fact<string> => (own.state === 'absent' && broker ? broker : own)

import type { ConnectCluster } from '../model/entities.ts'
import type { Known } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'

/** The classes of Kafka Connect that write each record with its key and value to their logger at TRACE. */
const writers = ['WorkerSinkTask', 'AbstractWorkerSourceTask'].map(name => `org.apache.kafka.connect.runtime.${name}`)

/** The logger through which the workers of a Connect cluster write all records to their log, with what sets its level. */
export function tracedBy({ loggers, settings }: ConnectCluster): { key: string; value: Known<string> } | undefined {
  for (const { key, value } of [...(loggers?.all ?? []), ...fromVariables(settings)])
    if (value.state === 'known' && /^TRACE\b/i.test(value.value.trim()) && reaches(key)) return { key, value }
  return undefined
}

const reaches = (logger: string): boolean =>
  logger === 'root' || writers.some(name => name === logger || name.startsWith(`${logger}.`))

/** The levels that the images of Confluent are given by variables: `log4j.root.loglevel`, and a list of loggers with theirs. */
function fromVariables({ all }: Settings): Setting[] {
  return all.flatMap((one): Setting[] => {
    const { key, value } = one
    if (key === 'log4j.root.loglevel') return [{ ...one, key: 'root' }]
    if (key !== 'log4j.loggers' || value.state !== 'known') return []
    return value.value.split(',').map(entry => {
      const [name = '', level = ''] = entry.trim().split('=')
      return { ...one, key: name, value: { state: 'known', value: level, at: value.at } }
    })
  })
}

import type { Site } from '../model/entities.ts'
import { knownValue, mapFact, type Fact } from '../model/fact.ts'

/** Where a service of Aiven stands: `google-europe-west1` is a region behind its cloud. */
export function aivenSite(cloudName: Fact<string>): Site {
  const [cloud = ''] = (knownValue(cloudName) ?? '').replace(/^.*?(?=(?:aws|google|azure|upcloud|do)-)/, '').split('-')
  const region = mapFact(cloudName, value => /(?:aws|google|azure|upcloud|do)-(.+)$/.exec(value)?.[1])
  return {
    provider: 'aiven',
    service: 'Aiven for Apache Kafka',
    region: region.state === 'known' ? { state: 'known', value: region.value, at: region.at } : region,
    ...(cloud ? { system: cloud } : {}),
  }
}

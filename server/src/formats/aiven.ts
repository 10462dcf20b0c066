import type { Access, Cluster, Site } from '../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { down, reportingAt } from './cursor.ts'
import type { Cursor } from './position.ts'
import { boolean } from './values.ts'

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

/** What Aiven's words for a permission on a topic stand for. */
const operations = tableOf<readonly string[]>({
  admin: ['All'],
  read: ['Read'],
  write: ['Write'],
  readwrite: ['Read', 'Write'],
})

/** What a permission of Aiven's own access lists lets somebody do. */
export const aivenOperations = (permission: Fact<string>): Access['operations'] =>
  mapFact(permission, word => operations.get(word.toLowerCase()))

/** Whether the REST proxy of a service, where its settings switch one on, is held to the access lists. */
export function aivenRest(userConfig: Cursor): Pick<Cluster, 'restAuthorization'> {
  const proxy = boolean(down(userConfig, 'kafka_rest'))
  return knownValue(proxy) === true
    ? { restAuthorization: boolean(reportingAt(down(userConfig, 'kafka_rest_authorization'), placeOf(proxy))) }
    : {}
}

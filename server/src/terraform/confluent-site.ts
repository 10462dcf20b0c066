import type { Site } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'

/** Where a cluster of Confluent Cloud stands: in a region of the cloud that it names. */
export function confluentSite(body: Cursor): Site {
  const system = knownValue(text(down(body, 'cloud')))?.toLowerCase()
  return {
    provider: 'confluent',
    service: 'Confluent Cloud',
    region: text(down(body, 'region')),
    ...(system ? { system } : {}),
  }
}

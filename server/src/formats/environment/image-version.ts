import data from '../../knowledge/versions.yaml'
import { partsOf, type Fact } from '../../model/fact.ts'

const { images, confluent } = data() as unknown as {
  readonly images: readonly { readonly image: string; readonly pattern: string; readonly platform?: true }[]
  readonly confluent: readonly { readonly platform: string; readonly kafka: string }[]
}

const rows = images.map(({ pattern, ...row }) => ({ ...row, version: new RegExp(pattern) }))
const ofPlatform: ReadonlyMap<string, string> = new Map(confluent.map(({ platform, kafka }) => [platform, kafka]))

/** The version of Kafka that the tag of an image tells, where it is one of those of which that is known. */
export function versionOf(image: Fact<string>): Fact<string> {
  if (image.state !== 'known') return image
  const absent = { state: 'absent', near: image.at } as const
  const parts = partsOf(image, ':')
  const tag = parts.at(-1)
  const name = image.value.slice(0, image.value.lastIndexOf(':'))
  const row = rows.find(one => name === one.image || name.endsWith(`/${one.image}`))
  const told = tag && row?.version.exec(tag.value)?.[1]
  if (!tag || !row || told === undefined) return absent
  const value = row.platform ? ofPlatform.get(told) : told
  return value === undefined ? absent : { state: 'known', value, at: tag.at }
}

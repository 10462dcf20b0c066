import data from '../../knowledge/versions.yaml'
import { cutOut, partsOf, type Fact, type Known } from '../../model/fact.ts'

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

/** The archives of the brokers: `kafka_2.13-3.9.0.tgz` with the version of Scala first, `confluent-7.5.0.tar.gz` by that of the platform. */
const archives =
  /(?<![\w.-])(?:kafka_2\.1\d-(?<kafka>\d+(?:\.\d+)+)|confluent-(?:community-)?(?<platform>\d+\.\d+)\.\d+)(?![\w-]|\.\d)/d

/** The version of Kafka that the name of an archive tells, in whatever address or path it stands. */
export function versionOfArchive(text: Known<string>): Known<string> | undefined {
  const found = archives.exec(text.value)
  const { kafka, platform } = found?.groups ?? {}
  const [start, end] = found?.indices?.groups?.[kafka === undefined ? 'platform' : 'kafka'] ?? []
  const value = kafka ?? (platform === undefined ? undefined : ofPlatform.get(platform))
  return value === undefined || start === undefined || end === undefined
    ? undefined
    : { ...cutOut(text, { start, end }), value }
}

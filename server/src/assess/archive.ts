import type { Bucket, Connector } from '../model/entities.ts'
import { knownValue, placeOf, type Fact } from '../model/fact.ts'
import { nearest } from '../model/link.ts'
import { bucketNamedAt, byName } from '../model/link-key.ts'
import { setting } from '../model/settings.ts'
import { connectorKindOf } from './connector-kind.ts'
import { isRevealing, personalDataAt, type DataOfTopic } from './data-flow.ts'
import type { Db } from './db.ts'

/** A sink of personal data, and the bucket in sight that keeps it for ever. */
export interface Archive {
  /** What names the bucket at the sink. */
  readonly names: Fact<string>
  readonly bucket: Bucket
  readonly personal: DataOfTopic
}

/** The bucket that a sink writes personal data to and that no rule of its own empties; nothing where the bucket is in no file, where a placeholder decides, or where the sink is not known to be given such data. */
export function keptForEver(db: Db, connector: Connector): Archive | undefined {
  const kind = connectorKindOf(db, connector)
  const names = kind?.buckets
    ?.map(key => setting(connector.settings, key))
    .find(({ state }) => state === 'known' || state === 'unresolved')
  const bucket = kind && names && bucketBehind(db, connector, names)
  if (!names || bucket?.expiry.state !== 'absent' || bucket.service !== storeOf(kind?.service)) return undefined
  const personal = personalDataAt(db, connector).find(({ data }) => isRevealing(data))
  return personal && { names, bucket, personal }
}

/** Where the name of the bucket stands, else the nearest of that name. */
function bucketBehind({ estate }: Db, from: Connector, names: Fact<string>): Bucket | undefined {
  const [referred] = estate.find(bucketNamedAt(placeOf(names)))
  if (referred) return referred
  const name = knownValue(names)
  const link = name === undefined ? undefined : nearest(from, estate.find(byName('bucket', name)))
  return link?.state === 'linked' ? link.to : undefined
}

/** The store behind a service: a data lake's is the account of the blobs. */
const storeOf = (service: string | undefined): string | undefined =>
  service === 'Azure Data Lake Storage Gen2' ? 'Azure Blob Storage' : service

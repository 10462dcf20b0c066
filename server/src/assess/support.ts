import data from '../knowledge/versions.yaml'
import type { Cluster } from '../model/entities.ts'
import { knownValue, type Place } from '../model/fact.ts'
import { everyCluster } from '../model/link-key.ts'
import { brokersOf } from './brokers.ts'
import type { Db } from './db.ts'
import { isBefore } from './engine.ts'
import { folds, isForDevelopment } from './stage.ts'

/** That a version is not looked after any more, by the day on which the data was looked up. */
export type OutOfSupport = { readonly at: Place; readonly version: string } & (
  | { readonly by: 'msk'; readonly ended: string }
  | { readonly by: 'strimzi'; readonly operator: string }
  | { readonly by: 'kafka'; readonly newest: string; readonly isLongAgo: boolean }
)

const versions = data() as unknown as {
  readonly asOf: string
  readonly kafka: readonly { readonly version: string; readonly released: string }[]
  readonly msk: readonly { readonly version: string; readonly ended?: string }[]
  readonly strimzi: readonly { readonly kafka: string; readonly until?: string }[]
}

/** Minor releases that the project looks after at a time. */
const lookedAfter = 3

/** Whether the version of a cluster is past its support: of Amazon by its own dates, of Apache Kafka where three newer minor releases are out, with Strimzi where a newer operator does not run it either. */
export function outOfSupport(db: Db, cluster: Cluster): OutOfSupport | undefined {
  const { version, engine } = cluster
  // What runs alone is for development.
  if (version.state !== 'known' || brokersOf(db, cluster)?.count === 1 || isOverridden(db, cluster)) return undefined
  const { at, value } = version
  const [oldest, newest] = [versions.kafka.at(-lookedAfter), versions.kafka.at(-1)]
  const isOld = oldest !== undefined && isBefore(value, oldest.version)
  switch (knownValue(engine)) {
    case 'msk':
    case 'msk-express': {
      const ended = versions.msk.find(row => row.version === value.trim())?.ended
      return ended === undefined ? undefined : { by: 'msk', at, version: value, ended }
    }
    case 'strimzi': {
      const [first] = versions.strimzi
      // What is older than the first of them no operator runs either that does not run that one.
      const row =
        first && isBefore(value, first.kafka) ? first : versions.strimzi.find(one => isSameMinor(one.kafka, value))
      const operator = row?.until
      return operator === undefined || !isOld ? undefined : { by: 'strimzi', at, version: value, operator }
    }
    case 'kafka':
      return newest && isOld && !isOfDevelopers(db, cluster) && isFirst(db, cluster, value)
        ? { by: 'kafka', at, version: value, newest: newest.version, isLongAgo: isLongAgo(value) }
        : undefined
    default:
      return undefined
  }
}

/** Whether a cluster is for development; where nothing but a version is installed, what it is called decides too. */
const isOfDevelopers = (db: Db, cluster: Cluster): boolean =>
  cluster.name.state === 'unresolved' ? folds(db, cluster) : isForDevelopment(db, cluster)

/** Whether a cluster has the default of a role of Ansible, and variables of the role, a group, a host or a playbook give another version. */
function isOverridden({ estate }: Db, { file }: Cluster): boolean {
  const [role] = /^.*\/(?=defaults\/)/.exec(file) ?? []
  return (
    role !== undefined &&
    estate
      .find(everyCluster)
      .some(
        one =>
          one.version.state === 'known' &&
          (one.file.startsWith(`${role}vars/`) || /^(?!.*\/roles\/).*\/(?:group_vars|host_vars|vars)\//.test(one.file)),
      )
  )
}

/** Whether no cluster before it in its file runs the same version: the brokers of one stack are one matter. */
const isFirst = (db: Db, cluster: Cluster, version: string): boolean =>
  db.estate.entities(cluster.file).find(one => one.kind === 'cluster' && knownValue(one.version) === version) ===
  cluster

/** Whether a release came out twice as long ago as the project looks after one. */
function isLongAgo(version: string): boolean {
  const released = versions.kafka.findLast(row => !isBefore(version, row.version))?.released
  if (released === undefined) return true
  const [year = '', ...rest] = released.split('-')
  return [String(Number(year) + 2), ...rest].join('-') <= versions.asOf
}

/** Whether a version is of a minor release. */
const isSameMinor = (minor: string, version: string): boolean =>
  !isBefore(version, minor) && !isBefore(minor, version) && /^\d+\.\d/.test(version)

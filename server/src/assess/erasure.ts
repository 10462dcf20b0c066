import { entriesOf } from '../text/list.ts'
import type { Connector, Topic } from '../model/entities.ts'
import { asBoolean, knownValue, placeOf, type Known, type Place } from '../model/fact.ts'
import { setting, spelling, type Settings } from '../model/settings.ts'
import { connectorKindOf, directionOf } from './connector-kind.ts'
import { isRevealing, personalDataAt, type DataOfTopic } from './data-flow.ts'
import type { Db } from './db.ts'
import { engineOf } from './engine.ts'
import { retentionOf } from './retention.ts'

/** A sink at which what is deleted in Kafka stays. */
export interface Unreached {
  /** setting: it says so. default: it does not say otherwise. class: it only ever adds. filter: a transform drops the tombstones. */
  readonly by: 'setting' | 'default' | 'class' | 'filter'
  readonly at: Place
  readonly key: string
  readonly value: string
  readonly service: string
  /** Personal data that it is known to be given. */
  readonly personal?: DataOfTopic
}

/** Whether a sink never learns of tombstones, or does not heed them; what rests on a default or on its class only where it is given personal data. */
export function unreachedBy(db: Db, connector: Connector): Unreached | undefined {
  const kind = connectorKindOf(db, connector)
  if (kind?.direction !== 'sink') return undefined
  const personal = personalDataAt(db, connector).find(({ data }) => isRevealing(data))
  const rest = { service: kind.service, ...(personal ? { personal } : {}) }
  const stated = droppedBy(connector.settings) ?? ignoredBy(connector.settings, kind.deletes)
  if (stated) return { ...stated, ...rest }
  if (!personal || kind.deletes === undefined) return undefined
  const near = placeOf(connector.name)
  if (kind.deletes === 'never') return { by: 'class', at: near, key: '', value: '', ...rest }
  const { by, when, default: byDefault = when } = kind.deletes
  const written = setting(connector.settings, by)
  return written.state === 'absent' && byDefault !== when
    ? { by: 'default', at: near, key: by, value: byDefault, ...rest }
    : undefined
}

type Stated = Pick<Unreached, 'by' | 'at' | 'key' | 'value'>

/** The setting that tells a sink not to delete; one that nobody has described is known by what most of them call it. */
function ignoredBy(
  settings: Settings,
  deletes: Exclude<ReturnType<typeof connectorKindOf>, undefined>['deletes'],
): Stated | undefined {
  const switches: readonly (readonly [key: string, deleting: string | undefined])[] =
    deletes === undefined || deletes === 'never'
      ? [['behavior.on.null.values', undefined]]
      : [[deletes.by, deletes.when]]
  for (const [key, deleting] of switches) {
    const written = setting(settings, key)
    if (written.state !== 'known') continue
    const value = written.value.trim().toLowerCase()
    if (deleting === undefined ? value === 'ignore' : value !== deleting && value !== 'fail')
      return { by: 'setting', at: written.at, key: spelling(settings, key) ?? key, value: written.value.trim() }
  }
  return undefined
}

/** The transforms that take a record of change capture out of its envelope. */
const unwraps = /\.ExtractNew(?:RecordState|DocumentState)$/

/** The transform that lets no tombstone through to a sink. */
function droppedBy(settings: Settings): Stated | undefined {
  for (const name of namesIn(settings, 'transforms')) {
    const type = setting(settings, `transforms.${name}.type`)
    const dropping = setting(settings, `transforms.${name}.drop.tombstones`)
    if (dropping.state === 'known' && unwraps.test(knownValue(type) ?? '') && knownValue(asBoolean(dropping)) === true)
      return { by: 'filter', at: dropping.at, key: `transforms.${name}.drop.tombstones`, value: 'true' }
    const predicate = knownValue(setting(settings, `transforms.${name}.predicate`))
    if (type.state !== 'known' || !type.value.endsWith('.Filter') || predicate === undefined) continue
    const asks = knownValue(setting(settings, `predicates.${predicate}.type`)) ?? ''
    const negated = asBoolean(setting(settings, `transforms.${name}.negate`))
    const plain = negated.state === 'absent' || knownValue(negated) === false
    if (asks.endsWith('.RecordIsTombstone') && plain)
      return { by: 'filter', at: type.at, key: `transforms.${name}`, value: 'RecordIsTombstone' }
  }
  return undefined
}

const namesIn = (settings: Settings, key: string): string[] => entriesOf(knownValue(setting(settings, key)) ?? '')

/** A setting of change capture by which a deleted row stays in its topic. */
export interface KeptRow {
  /** rewritten: as a record with its last values; silent: no tombstone follows. */
  readonly how: 'rewritten' | 'silent'
  readonly key: string
  readonly value: Known<string>
}

/** How change capture keeps a compacted topic from forgetting a deleted row: no tombstone comes, and the row may even come as a record once more. */
export function keptRowBy(db: Db, connector: Connector): KeptRow | undefined {
  const { settings } = connector
  // What a sink changes goes to its destination, not into a topic.
  if (directionOf(db, connector) === 'sink' || settings.all.some(({ key }) => key === 'topics')) return undefined
  for (const name of namesIn(settings, 'transforms')) {
    const type = knownValue(setting(settings, `transforms.${name}.type`)) ?? ''
    if (!unwraps.test(type)) continue
    const at = (key: string): string => `transforms.${name}.${key}`
    const kept =
      valued(settings, at('delete.tombstone.handling.mode'), ['rewrite'], 'rewritten') ??
      valued(settings, at('delete.tombstone.handling.mode'), ['drop'], 'silent') ??
      (isOff(settings, at('drop.tombstones'))
        ? undefined
        : (valued(settings, at('delete.handling.mode'), ['rewrite'], 'rewritten') ??
          valued(settings, at('drop.tombstones'), ['true'], 'silent')))
    if (kept) return kept
  }
  return valued(settings, 'tombstones.on.delete', ['false'], 'silent')
}

function valued(settings: Settings, key: string, values: readonly string[], how: KeptRow['how']): KeptRow | undefined {
  const value = setting(settings, key)
  return value.state === 'known' && values.includes(value.value.trim().toLowerCase())
    ? { how, key: spelling(settings, key) ?? key, value }
    : undefined
}

/** Whether a switch is known to be off, or a placeholder decides. */
function isOff(settings: Settings, key: string): boolean {
  const fact = asBoolean(setting(settings, key))
  return fact.state === 'unresolved' || knownValue(fact) === false
}

/** The switch by which a compacted topic asks for tiered storage, which Kafka refuses; engines with storage of their own have other names for it. */
export function tieredBesideCompaction(db: Db, topic: Topic): Known<string> | undefined {
  const tiered = setting(topic.settings, 'remote.storage.enable')
  const compacts = retentionOf(db, topic).kind === 'compacted' || isCompacted(topic)
  if (tiered.state !== 'known' || knownValue(asBoolean(tiered)) !== true || !compacts) return undefined
  return engineOf(db, topic)?.copies === 'odd' ? undefined : tiered
}

const isCompacted = ({ settings }: Topic): boolean =>
  /\bcompact\b/.test(knownValue(setting(settings, 'cleanup.policy')) ?? '')

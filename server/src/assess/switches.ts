import data from '../knowledge/switches.yaml'
import { bagsOf } from '../model/bags.ts'
import type { Client, Cluster, Entity, Peer } from '../model/entities.ts'
import { knownValue, type Known, type Unresolved } from '../model/fact.ts'
import { connectClusterOf } from '../model/link.ts'
import { clientsIn } from '../model/link-key.ts'
import { writtenAs, type Setting, type Settings } from '../model/settings.ts'
import { fallbackOf } from '../text/fallback.ts'
import { remembering } from '../text/remembering.ts'
import { folderOf } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { query, type Db } from './db.ts'
import { areHeedless, ignores } from './engine.ts'

/** What a setting can take away. */
export type Protection =
  | 'acknowledgement'
  | 'certificate'
  | 'encryption'
  | 'authorisation'
  | 'authorisation-on-error'
  | 'type-check'
  | 'current-tls'

/** A setting that takes a protection away. */
export interface SwitchedOff {
  readonly setting: Setting
  readonly value: Known<string>
  readonly takes: Protection
  /** The value that gives the protection back; absent where it is a part of an address that takes it. */
  readonly instead?: string | boolean
  /** It is what holds where a variable is not set. */
  readonly fallback?: true
  /** The words for what heeds the setting, where nothing beside it is known to. */
  readonly unread?: readonly string[]
  /** The part of the value that takes it. */
  readonly phrase?: string
}

interface Row {
  readonly key: string
  readonly off: readonly string[]
  readonly on: string
  readonly takes: Protection
  /** The value is a list, and each item that is `off` takes something away; what is given instead are the others, or `on` where there are none. */
  readonly listed?: true
  /** Only where this key, behind the same prefix, is written with one of these values: else nothing is there to be taken away. */
  readonly with?: { readonly key: string; readonly values: readonly string[] }
  /** Not where this key, behind the same prefix, is written with one of these values: nothing heeds it there. */
  readonly without?: { readonly key: string; readonly values: readonly string[] }
  /** Not where the key as it is written holds this word: whose setting it is there does not heed it. */
  readonly notOf?: string
  /** Only where no deserializer is known beside it, or the class of one holds one of these words: others do not ask for it. */
  readonly readBy?: readonly string[]
  /** Not where a value beside it contains one of these texts: they decide. */
  readonly unless?: readonly string[]
}

const { settings: rows, ...listed } = data() as {
  settings: readonly Row[]
  phrases: readonly { contains: string; takes: Protection }[]
}
/** Parameters of addresses: each holds an `=`. */
const phrases = listed.phrases.map(phrase => ({ ...phrase, lower: phrase.contains.toLowerCase() }))

/** The settings of an entity that take a protection away, in their order. */
export const switchedOffBy = (db: Db, entity: Entity, takes: Protection): readonly SwitchedOff[] =>
  switchesOf(db, entity).filter(one => one.takes === takes)

const switchesOf = query((db, entity: Entity): readonly SwitchedOff[] =>
  readSwitches(entity).filter(
    ({ setting: { key }, takes }) =>
      (entity.kind !== 'cluster' || !mayIgnore(db, entity, key)) &&
      !(takes === 'acknowledgement' && (isUnheeded(entity, key) || areHeedless(db, writtenToBy(db, entity), key))) &&
      !(takes === 'certificate' && isWithoutTls(entity) && !key.startsWith('schema.registry.')),
  ),
)

/** Whether the brokers do not heed a setting, or are of an engine that nobody knows and that may be one of those that do not. */
const mayIgnore = (db: Db, cluster: Cluster, key: string): boolean =>
  ignores(db, cluster, key) ||
  (cluster.engine.state === 'unresolved' &&
    !cluster.settings.all.some(one => ofOwnFile.has(one.key)) &&
    [...db.knowledge.engines.kinds.values()].some(({ ignores }) => ignores.includes(key)))

/** Where a broker of Kafka itself keeps its records and its key, and who it is: operators set these themselves, and other engines know none of them. */
const ofOwnFile: ReadonlySet<string> = new Set([
  'broker.id',
  'node.id',
  'process.roles',
  'log.dir',
  'log.dirs',
  'zookeeper.connect',
  'ssl.keystore.location',
])

/** The clusters that an entity writes to. */
function writtenToBy(db: Db, entity: Entity): readonly Peer[] {
  switch (entity.kind) {
    case 'client':
    case 'connect-cluster':
      return [entity.kafka]
    case 'flow':
      return [entity.target]
    case 'connector': {
      const worker = connectClusterOf(db.estate, entity)
      return worker.state === 'linked' ? [worker.to.kafka] : []
    }
    default:
      return []
  }
}

/** Settings of the producer that its worker gives a connector: one takes them as `producer.override.acks` only, and what it writes otherwise has no effect. */
const isUnheeded = ({ kind }: Entity, key: string): boolean =>
  kind === 'connector' && ofWorkersProducer.has(key.replace(/^producer\./, ''))

const ofWorkersProducer: ReadonlySet<string> = new Set(['acks', 'enable.idempotence'])

/** Whether a client says that it talks to Kafka without TLS: no certificate is shown there, and what is said of checking one has no effect. */
const isWithoutTls = (entity: Entity): boolean =>
  entity.kind === 'client' && knownValue(entity.kafka.encrypted) === false

/** What a variable falls back to holds where nobody sets it: `${ACKS:1}`. Where it is only about the own machine's Kafka, that is what a default is for: encryption is left out. */
function byDefault(setting: Setting, { at, text }: Unresolved): SwitchedOff[] {
  const fallback = fallbackOf(text)?.toLowerCase()
  const row =
    fallback === undefined
      ? undefined
      : rowsFor(setting).find(({ takes, off }) => defaulted.has(takes) && off.includes(fallback))
  return row && fallback !== undefined
    ? [{ setting, value: { state: 'known', value: fallback, at }, takes: row.takes, instead: row.on, fallback: true }]
    : []
}

/** What a default takes away for everybody who does not set the variable; encryption is told with the connection. */
const defaulted: ReadonlySet<Protection> = new Set([
  'acknowledgement',
  'certificate',
  'authorisation',
  'authorisation-on-error',
  'type-check',
])

function readSwitches(entity: Entity): SwitchedOff[] {
  return bagsOf(entity).flatMap(bag =>
    bag.all.flatMap((setting): SwitchedOff[] => {
      const { key, value } = setting
      // Of a key written twice, the last counts.
      if (writtenAs(bag, key) !== setting) return []
      if (value.state !== 'known') return byDefault(setting, value)
      return byValue(setting, value, bag) ?? byPhrase(setting, value)
    }),
  )
}

/** The rows about a key, or one that it ends with. */
const rowsOf = remembering((written): readonly Row[] =>
  rows.filter(({ key }) => written === key || written.endsWith(`.${key}`)),
)

/** The rows that a setting may be about. */
function rowsFor({ key, written = key }: Setting): readonly Row[] {
  const found = rowsOf(key)
  return found.some(({ notOf }) => notOf !== undefined)
    ? found.filter(({ notOf }) => notOf === undefined || !wordsOf(written).includes(notOf))
    : found
}

/** A value that is itself the switch, of the key or of one that ends with it. */
function byValue(setting: Setting, value: Known<string>, bag: Settings): SwitchedOff[] | undefined {
  const text = value.value.trim().toLowerCase()
  const row = rowsFor(setting).find(
    row => (row.listed ? itemsOff(row, text).length > 0 : row.off.includes(text)) && holdsIn(bag, row, setting.key),
  )
  if (!row) return undefined
  if (row.listed) return [{ setting, value, takes: row.takes, ...withoutItems(row, value.value) }]
  const instead = /^(?:true|false)$/.test(text) ? row.on === 'true' : row.on
  const { readBy } = row
  const unread = readBy && deserializersIn(bag).length === 0 ? { unread: readBy } : {}
  return [{ setting, value, takes: row.takes, instead, ...unread }]
}

const itemsOf = (list: string): string[] => list.split(',').map(item => item.trim())

/** The items of a list that take something away. */
const itemsOff = ({ off }: Row, list: string): string[] =>
  itemsOf(list).filter(item => off.includes(item.toLowerCase()))

/** The items that take something away, and the list without them. */
function withoutItems(row: Row, list: string): Required<Pick<SwitchedOff, 'phrase' | 'instead'>> {
  const off = itemsOff(row, list)
  const rest = itemsOf(list).filter(item => item !== '' && !off.includes(item))
  return { phrase: off.join(', '), instead: rest.length > 0 ? rest.join(',') : row.on }
}

/** Whether what stands beside a key lets its value take something away. */
function holdsIn(bag: Settings, { key, with: needed, without, unless = [], readBy }: Row, written: string): boolean {
  const isBeside = (other: NonNullable<Row['with']>): boolean => {
    const beside = writtenAs(bag, written.slice(0, written.length - key.length) + other.key)?.value
    return beside?.state === 'known' && other.values.includes(beside.value.trim().toLowerCase())
  }
  const isThere = (!needed || isBeside(needed)) && !(without && isBeside(without))
  const texts = unless.length > 0 ? bag.all.map(({ value }) => knownText(value).toLowerCase()) : []
  return isThere && !texts.some(text => unless.some(one => text.includes(one))) && (!readBy || mayRead(bag, readBy))
}

/** Whether some deserializer is of a class with one of these words, as far as is known. One that only catches errors hands on to another, which some other key or the code names. */
function mayRead(bag: Settings, words: readonly string[]): boolean {
  const classes = deserializersIn(bag)
  const handsOn = !classes.some(({ key }) => key.endsWith('class'))
  const decided = classes.filter(({ value }) => handsOn || !/ErrorHandling/.test(knownText(value)))
  return (
    decided.length === 0 ||
    decided.some(
      ({ value }) =>
        value.state !== 'known' ||
        (handsOn && value.value.includes('ErrorHandling')) ||
        words.some(word => value.value.toLowerCase().includes(word)),
    )
  )
}

/** The settings that name deserializers. */
const deserializersIn = ({ all }: Settings): Setting[] =>
  all.filter(({ key }) => /deserializer$|\bdelegate\.class$/i.test(key))

/** Whether a setting is heeded as far as is known: what reads it is named beside it, or by another file of the program, which has the same folder. Else the code may name it. */
export const isHeeded = (db: Db, { unread }: SwitchedOff, { file }: Client): boolean =>
  unread === undefined ||
  db.estate
    .find(clientsIn(folderOf(file)))
    .some(({ settings }) => deserializersIn(settings).length > 0 && mayRead(settings, unread))

/** What a value says, a placeholder's surroundings included. */
const knownText = (value: Setting['value']): string => (value.state === 'known' ? value.value : value.text)

/** A value that has the switch inside, as a parameter of an address. */
function byPhrase(setting: Setting, value: Known<string>): SwitchedOff[] {
  const text = value.value.trim().toLowerCase()
  const phrase = text.includes('=') ? phrases.find(({ lower }) => text.includes(lower)) : undefined
  return phrase ? [{ setting, value, takes: phrase.takes, phrase: phrase.contains }] : []
}

/** How much less is said of what only holds where nobody sets a variable. */
export const asDefault = <L extends string>({ fallback }: SwitchedOff, level: L) =>
  fallback ? ({ level, certainty: 'guessed' } as const) : {}

import type { PersonalData } from '../assess/personal-data.ts'
import type { Cluster, ConnectCluster, Connector, Entity } from '../model/entities.ts'
import { type Fact, type Place, knownValue, placeOf } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { Uri } from '../text/uri.ts'
import type { Message } from '../words/message.ts'
import type { Right } from './rights.ts'

/** Something that is moved, under its own name. */
export interface Item {
  readonly name: string
  /** Where files tell of it. */
  readonly at: readonly Place[]
}

/** A topic that is moved. */
export interface TopicItem extends Item {
  /** What runs where a print tells, else what is declared; undefined where neither does. */
  readonly partitions: number | undefined
  readonly replicationFactor: number | undefined
  /** Own settings in the order of keys; a value is undefined where another tool decides. */
  readonly settings: readonly (readonly [key: string, value: string | undefined])[]
  /** Settings may be there that no file shows. */
  readonly open: boolean
  readonly data: readonly PersonalData[]
  /** How long records are kept; undefined where that is not known. */
  readonly kept: Message | undefined
}

/** A consumer group that is moved with its offsets. */
export type GroupItem = Item

/** A right that is moved, or whatever stands for one that Kafka has no word for. */
export interface RightItem extends Right, Item {}

/** A connector that is moved. */
export interface ConnectorItem extends Item {
  readonly connector: Connector
  readonly worker: ConnectCluster | undefined
  readonly direction: 'sink' | 'source' | 'replication' | undefined
  /** Topics that it names one by one. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** How topics begin that it writes to. */
  readonly writesBelow: readonly string[]
}

/** A schema that is moved, by its subject. */
export interface SchemaItem extends Item {
  /** The registry of Glue that keeps it, as far as its name is known; left out where only a file does. */
  readonly registry?: string
  readonly file: Uri
}

/** Something of which the files do not tell whether it belongs to the cluster that is moved. */
export interface Unclear extends Item {
  readonly kind: 'topic' | 'group' | 'right' | 'connector' | 'schema'
}

/** What a move has to carry. Every list is in the order of names. */
export interface Inventory {
  readonly cluster: Cluster & { readonly name: Fact<string> }
  readonly name: string
  readonly topics: readonly TopicItem[]
  /** Topics that brokers, workers and services make for themselves. */
  readonly internal: readonly Item[]
  readonly groups: readonly GroupItem[]
  /** Whether a print of the groups that run is among the files. */
  readonly groupsPrinted: boolean
  readonly rights: readonly RightItem[]
  readonly connectors: readonly ConnectorItem[]
  readonly schemas: readonly SchemaItem[]
  readonly unclear: readonly Unclear[]
  /** Mirrors and replicators from it or to it. */
  readonly flows: readonly Item[]
}

/** Whatever has a name of its own. */
export type Named = { readonly name: Fact<string> }

/** Its name; empty where that is not known. */
export const nameOf = ({ name }: Named): string => knownValue(name) ?? ''

/** It as an item, which stands where its name stands. */
export const itemOf = ({ name }: Named): Item => ({ name: nameOf({ name }), at: [placeOf(name)] })

/** Whether something is of a kind, with a name that is known. */
export const isKind =
  <K extends Entity['kind']>(kind: K) =>
  (of: Entity): of is Extract<Entity, { kind: K }> =>
    of.kind === kind && of.name.state === 'known'

/** Things of one name come once, with all their places, in the order of names. */
export function merged<T extends Item>(items: readonly T[], key: (item: T) => string = ({ name }) => name): T[] {
  const found = new Map<string, T>()
  for (const item of items) {
    const before = found.get(key(item))
    found.set(key(item), before ? { ...before, at: [...before.at, ...item.at] } : item)
  }
  return [...found].sort(([a], [b]) => compareTexts(a, b)).map(([, item]) => item)
}

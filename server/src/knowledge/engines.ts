import data from './broker-defaults.yaml'

/** What an engine does with the settings of Apache Kafka. */
export interface EngineKind {
  readonly id: string
  readonly name: string
  /** counted: a replication factor is a number of copies. odd: so it is, and only odd ones are allowed. elsewhere: the engine keeps the copies itself. */
  readonly copies: 'counted' | 'odd' | 'elsewhere'
  /** The engine whose defaults hold where its own row is missing. */
  readonly like?: string
  /** Another system with copies of its own: what is said of it is a hint. */
  readonly remote?: true
  /** Without an authorisation of its own, everybody may do everything. */
  readonly unguarded?: true
  /** Settings that are taken and have no effect. */
  readonly ignores: readonly string[]
  /** What it calls settings of Apache Kafka, by Kafka's name. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Patterns of the addresses by which it is known. */
  readonly hosts: readonly string[]
}

/** What a setting of the brokers is where nobody writes it; the conditions that are named must all hold. */
export interface BrokerDefault {
  readonly engine: string
  readonly key: string
  readonly value: string
  readonly zones?: number
  readonly tiered?: boolean
  /** The first version of Kafka that has it, and the first that has it no more. */
  readonly from?: string
  readonly before?: string
}

/** What is known of engines and their defaults. */
export interface Engines {
  readonly kinds: ReadonlyMap<string, EngineKind>
  /** By their key. */
  readonly defaults: ReadonlyMap<string, readonly BrokerDefault[]>
  /** The version of Kafka that a behaviour began with. */
  readonly changes: ReadonlyMap<string, string>
  /** The version of Kafka that a setting came with, by its key. */
  readonly introduced: ReadonlyMap<string, string>
}

interface File {
  readonly engines: (Omit<EngineKind, 'ignores' | 'hosts' | 'names'> & {
    ignores?: string[]
    hosts?: string[]
    names?: Record<string, string[]>
  })[]
  readonly defaults: (Omit<BrokerDefault, 'value'> & { value: string | number | boolean })[]
  readonly changes: { id: string; from: string }[]
  readonly introduced: { key: string; from: string }[]
}

/** Builds the look-up tables of engines. */
export function loadEngines(): Engines {
  const { engines, defaults, changes, introduced } = data() as File
  const byKey = new Map<string, BrokerDefault[]>()
  for (const row of defaults) byKey.set(row.key, [...(byKey.get(row.key) ?? []), { ...row, value: String(row.value) }])
  return {
    kinds: new Map(
      engines.map(({ ignores = [], hosts = [], names = {}, ...row }) => [row.id, { ...row, ignores, hosts, names }]),
    ),
    defaults: byKey,
    changes: new Map(changes.map(({ id, from }) => [id, from])),
    introduced: new Map(introduced.map(({ key, from }) => [key, from])),
  }
}

import type { Known, Place, Slot } from './fact.ts'

/** The paths that data and what is told of it take through a platform, with what is asked of each. */
export const pathItems = {
  /** Where records lie and go. */
  record: ['producers', 'brokers', 'tieredStorage', 'sinks', 'mirrors', 'backups'],
  /** Where it is told what there is: names, rights, schemas. */
  metadata: ['topics', 'groups', 'access', 'schemas', 'inventory'],
  /** From where it is run and watched. */
  management: ['provisioning', 'controlPlane', 'supportAccess', 'logs', 'metrics', 'traces', 'alerting'],
  /** From where it comes back. */
  recovery: ['standby', 'restore', 'replay', 'offsets', 'connectors', 'registry', 'drills'],
} as const

/** One of the four paths. */
export type PathName = keyof typeof pathItems

/** What is asked of a path. */
export type ItemName = (typeof pathItems)[PathName][number]

/** The paths in their order. */
export const pathNames = Object.keys(pathItems) as PathName[]

/** The path of an item. */
export const pathOf = (item: ItemName): PathName =>
  pathNames.find(path => (pathItems[path] as readonly ItemName[]).includes(item)) ?? 'record'

/** What is declared of residency and recovery. */
export interface ResidencyDeclaration {
  /** Where the section begins. */
  readonly at: Place
  /** After how many months a test or a drill is outdated. */
  readonly months: number
  readonly clusters: readonly ClusterResidency[]
  /** What a person has answered of the gates, by their ids. */
  readonly gates: ReadonlyMap<string, Known<string>>
}

/** What is declared of a cluster; `*` in its name stands for anything. */
export interface ClusterResidency {
  readonly match: string
  readonly at: Place
  readonly slot?: Slot
  /** Who answers for it, for all items that name nobody else. */
  readonly owner?: Known<string>
  /** ISO 3166-1 alpha-2 codes of the countries from which support may reach it; `none` where nobody outside may. */
  readonly supportAccess: readonly Known<string>[]
  /** How much may be lost, and how long it may take, as durations in words: `15 minutes`. */
  readonly rpo?: Known<string>
  readonly rto?: Known<string>
  readonly drills: readonly Drill[]
  readonly items: ReadonlyMap<ItemName, ItemDeclaration>
}

/** A recovery that was practised. */
export interface Drill {
  readonly date: Known<string>
  readonly reference?: Known<string>
  /** How long it took, and how much was lost. */
  readonly rto?: Known<string>
  readonly rpo?: Known<string>
}

/** What is declared of an item of a cluster. */
export interface ItemDeclaration {
  readonly at: Place
  readonly owner?: Known<string>
  /** The day of the last test, as `2026-03-01`. */
  readonly tested?: Known<string>
  /** Where the evidence is found. */
  readonly reference?: Known<string>
  /** What was decided of it. */
  readonly decision?: Known<string>
  readonly country?: Known<string>
  readonly provider?: Known<string>
  /** Why there is none. */
  readonly none?: Known<string>
}

/** The day of the last recovery that was practised. */
export const lastDrill = (declared: ClusterResidency | undefined): Known<string> | undefined =>
  declared?.drills.map(({ date }) => date).sort((a, b) => (a.value < b.value ? 1 : -1))[0]

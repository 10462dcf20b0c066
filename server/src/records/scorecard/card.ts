import type { Destination } from '../../assess/destination.ts'
import type { Note } from '../../assess/path-entry.ts'
import type { Blank } from '../../assess/residency-gaps.ts'
import type { Level } from '../../model/configuration.ts'
import type { Cluster, Entity } from '../../model/entities.ts'
import type { Known, Place } from '../../model/fact.ts'
import type { ClusterResidency, ItemName, PathName } from '../../model/residency.ts'
import type { Message } from '../../words/message.ts'
import type { Basis } from '../cells.ts'

/** What is decided before a platform goes into operation, and again before it changes. */
export const gateNames = [
  'compatibility',
  'boundary',
  'network',
  'governance',
  'scaling',
  'migration',
  'observability',
] as const

/** One of the gates. */
export type GateName = (typeof gateNames)[number]

/** What files answer of a gate. */
export type GateAnswer =
  | { readonly is: 'boundary'; readonly known: number; readonly of: number; readonly outside: number }
  | { readonly is: 'network'; readonly listeners: number; readonly open: boolean; readonly encrypted: number }
  | { readonly is: 'governance'; readonly by: string }
  | { readonly is: 'scaling' }
  | { readonly is: 'migration'; readonly mirrors: number }
  | { readonly is: 'observability'; readonly seen: readonly ('logs' | 'metrics' | 'traces' | 'alerting')[] }

/** A gate of a cluster: what files answer, what a person has answered, or else a question. */
export interface Gate {
  readonly gate: GateName
  readonly answer?: GateAnswer
  readonly places: readonly Place[]
  readonly said?: Known<string>
}

/** What a scorecard takes of a finding. */
export interface Against {
  readonly code: string
  readonly level: Level
  readonly message: Message
  readonly at: Place
  readonly suppressed?: { readonly reason: string }
}

/** One thing of an item, in the columns of the scorecard. */
export interface Line {
  readonly item: ItemName
  readonly kind: Entity['kind']
  readonly names: readonly string[]
  readonly note?: Note
  readonly destination?: Destination
  /** Whether its place is asked at all. */
  readonly placeable: boolean
  readonly basis: Basis
  readonly places: readonly Place[]
  /** It belongs to this cluster because no other is nearer. */
  readonly nearest: boolean
  readonly against: readonly Against[]
}

/** One item of a cluster. */
export interface ItemCard {
  readonly item: ItemName
  readonly path: PathName
  readonly lines: readonly Line[]
  readonly blanks: readonly Blank[]
  /** Nothing is seen, and nothing has to be there. */
  readonly optional: boolean
  readonly owner?: Known<string>
  readonly tested?: Known<string>
  readonly reference?: Known<string>
  readonly decision?: Known<string>
  readonly none?: Known<string>
  /** Findings that no single line carries. */
  readonly against: readonly Against[]
}

/** The scorecard of a cluster. */
export interface ClusterCard {
  readonly cluster: Cluster
  readonly name: string
  readonly at: Place
  readonly declared?: ClusterResidency
  readonly items: readonly ItemCard[]
  readonly gates: readonly Gate[]
}

/** The scorecard of an estate: its clusters by their names, and what belongs to none of them. */
export interface Scorecard {
  readonly clusters: readonly ClusterCard[]
  readonly stray: readonly Line[]
}

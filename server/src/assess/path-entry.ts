import type { Backup, Entity, SupportingService } from '../model/entities.ts'
import { type Place, knownValue, placeOf } from '../model/fact.ts'
import type { Destination } from './destination.ts'
import type { Member, Part } from './platform.ts'

/** One thing that an item consists of. */
export interface PathEntry {
  /** What was read; the cluster itself where it holds the item. */
  readonly of: Entity
  readonly names: readonly string[]
  readonly at: Place
  /** Where it is, and who runs it, as findings and record have it; left out where nothing tells. */
  readonly destination?: Destination
  /** It belongs to this cluster because no other is nearer. */
  readonly nearest?: true
  readonly note?: Note
}

/** What is said of an entry beside its place. */
export type Note =
  | { readonly is: 'brokers'; readonly count: number }
  | { readonly is: 'withBrokers' }
  | { readonly is: 'kubernetes' }
  | { readonly is: 'registry' }
  /** Copies of disks; `reaches` tells whether they may hold what the brokers of the cluster keep. */
  | {
      readonly is: 'backup'
      readonly what: Backup['is']
      readonly service: string
      readonly schedule?: string
      /** In milliseconds. */
      readonly kept?: number
      readonly reaches: boolean
    }
  /** By its name a backup: whether its records can be restored, no file tells. */
  | { readonly is: 'calledBackup' }
  | { readonly is: 'declaredIn' }
  | { readonly is: 'disks'; readonly name: string }
  | { readonly is: 'service'; readonly service: string }
  | {
      readonly is: 'learns'
      readonly what: 'group' | 'topic'
      readonly service: string
      readonly names: readonly string[]
    }
  | { readonly is: 'unstated'; readonly service: string }
  | {
      readonly is: 'kept'
      readonly topics: number
      readonly shortest?: number
      readonly longest?: number
      readonly unlimited: number
      readonly compacted: number
      readonly unknown: number
    }
  | { readonly is: 'offsets'; readonly synchronised: boolean }
  | { readonly is: 'there'; readonly count: number; readonly of: number }
  | {
      readonly is: 'drill'
      readonly date: string
      readonly reference?: string
      readonly rto?: string
      readonly rpo?: string
    }
  | { readonly is: 'supportFrom'; readonly countries: readonly string[] }

/** A flow from one cluster to another. */
export type Mirror = Extract<Part, { kind: 'flow' }>

/** Whether a member is a service beside Kafka. */
export const isService = (member: Member): member is Member<SupportingService> =>
  member.of.kind === 'supporting-service'

/** Whether a member is a flow from one cluster to another. */
export const isMirror = (member: Member): member is Member<Mirror> => member.of.kind === 'flow'

/** What is said of a thing itself: its name, and its destination where it has one. */
export const entryOf = (of: Entity, destination?: Destination): PathEntry => {
  const name = knownValue(of.name)
  return {
    of,
    names: name === undefined ? [] : [name],
    at: destination?.at ?? placeOf(of.name),
    ...(destination ? { destination } : {}),
  }
}

/** What is said of a member of a platform. */
export const memberEntry = ({ of, by }: Member, destination: Destination | undefined): PathEntry => ({
  ...entryOf(of, destination),
  ...(by === 'nearest' ? { nearest: true } : {}),
})

/** Whether no file and no declaration tells where an entry is. */
export const isUnplaced = ({ destination }: PathEntry): boolean => !destination || destination.countries.length === 0

/** Whether an entry is answered by what it says, and has no place of its own. */
export const isAnswered = ({ note }: PathEntry): boolean =>
  note?.is === 'drill' || note?.is === 'supportFrom' || note?.is === 'declaredIn'

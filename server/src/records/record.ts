import type { Destination } from '../assess/destination.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Place } from '../model/fact.ts'
import type { Message } from '../words/message.ts'
import type { Basis, CellName, Processing, Role } from './cells.ts'
import type { Words } from './words/words.ts'

/** One value of a cell, with the places that it rests on. */
export interface Value {
  /** What it says, in the language of the record. */
  readonly text: (words: Words) => string
  readonly basis: Basis
  readonly places: readonly Place[]
  /** What it is in its cell, where forms tell it apart: who stands beside the controller, what is told of the entry; an exception of Art. 9 or a law under Art. 10; who processes for the controller; profiling, and the assessment itself; what a measure does. */
  readonly of?:
    | 'joint'
    | 'representative'
    | 'officer'
    | 'authority'
    | 'behalf'
    | 'entry'
    | 'condition'
    | 'processor'
    | 'profiling'
    | 'assessed'
    | 'access'
    | 'traces'
    | 'encryption'
  /** Where in the configuration it is declared, where that is not where its cell is. */
  readonly declaration?: string
  /** It is no answer of its cell, but told by the list of what is missing. */
  readonly isListed?: true
}

/** What in the files belongs to an activity: a topic, a sink, a mirror. */
export interface Source {
  readonly kind: Processing['kind']
  readonly name: string
  readonly at: Place
}

/** A processing activity: what a controller does with personal data. */
export interface Activity {
  readonly name: string
  readonly role: Role
  /** Whether somebody has declared it; else it is proposed from the names of topics. */
  readonly declared: boolean
  /** Whether data under Art. 9 or 10 is known or named in it. */
  readonly special: boolean
  readonly sources: readonly Source[]
  readonly cells: Readonly<Record<CellName, readonly Value[]>>
  /** Who answers for it, since when it exists, when its entry was last reviewed; dates as declared, `2026-11-21`. */
  readonly administration: Readonly<Partial<Record<'owner' | 'since' | 'reviewed', string>>>
  /** What the files show to be weak: no measure, and nothing for the register. */
  readonly weaknesses: readonly Value[]
  /** The owners of providers whose contract party somebody has to name. */
  readonly partiesMissing: readonly string[]
  /** What the cells are made of, for formats with columns of their own. */
  readonly data: readonly PersonalData[]
  readonly destinations: readonly Destination[]
}

/** Something in the files that belongs to no activity, with what it brings in that no topic tells, and where it sends data. */
export interface System {
  readonly source: Source
  readonly categories: readonly Value[]
  readonly recipients: readonly Value[]
  readonly transfers: readonly Value[]
}

/** A schema that shows personal data and belongs to no activity: no file tells its topic. */
export interface LooseSchema {
  readonly source: Source
  /** Whether data under Art. 9 or 10 is among it. */
  readonly special: boolean
  readonly categories: readonly Value[]
}

/** A finding that somebody has accepted, with the reason. */
export interface AcceptedRisk {
  readonly code: string
  readonly message: Message
  readonly reason: string
  readonly at: Place
  /** Where the reason is written. */
  readonly by: Place
}

/** The record of processing activities: those with special categories first, then by their names. */
export interface ProcessingRecord {
  readonly activities: readonly Activity[]
  /** What belongs to no activity and sends data somewhere, or brings in what no topic tells. */
  readonly systems: readonly System[]
  /** Topics whose schema shows no personal data. */
  readonly without: readonly Source[]
  /** Topics whose content no schema tells. */
  readonly untold: readonly Source[]
  /** Topics that tools keep for themselves: offsets, settings, the history of schemas. */
  readonly own: readonly (Source & { readonly basis: Basis })[]
  /** Schemas that nobody can assign to an activity yet. */
  readonly schemas: readonly LooseSchema[]
  readonly weaknesses: readonly Value[]
  readonly accepted: readonly AcceptedRisk[]
  /** What speaks of Kafka and was not read: of that the record says nothing. */
  readonly unread: readonly UnreadPlace[]
}

/** A place that was not read, with the reason. */
export interface UnreadPlace {
  readonly place: string
  readonly why: string
}

/** Names a place for the reader: `kafka/topics.yaml:9`. */
export type ShowPlace = (place: Place) => string

import type { Destination } from '../assess/destination.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Place } from '../model/fact.ts'
import type { Words } from './words/words.ts'
import type { Message } from '../words/message.ts'

/** How a value of the record is known. Nothing is made up: what no file proves and nobody declared is missing. */
export type Basis = 'proven' | 'declared' | 'inferred' | 'missing'

/** One value of a cell, with the places that it rests on. */
export interface Value {
  /** What it says, in the language of the record. */
  readonly text: (words: Words) => string
  readonly basis: Basis
  readonly places: readonly Place[]
}

/** What is asked of a processing activity: the points of Art. 30, and what the authorities' templates ask beside them. */
export const cellNames = [
  'controller',
  'purposes',
  'legalBasis',
  'subjects',
  'categories',
  'recipients',
  'transfers',
  'retention',
  'measures',
  'location',
  'origins',
  'assessment',
] as const

/** The name of a cell. */
export type CellName = (typeof cellNames)[number]

/** In whose name the data is processed: Art. 30(1) or 30(2). */
export type Role = 'controller' | 'processor'

/** The article that asks for a cell, by role; a cell without one is not asked of that role. */
export const articles: Readonly<Record<Role, Readonly<Partial<Record<CellName, string>>>>> = {
  controller: {
    controller: 'Art. 30(1)(a)',
    purposes: 'Art. 30(1)(b)',
    legalBasis: 'Art. 6',
    subjects: 'Art. 30(1)(c)',
    categories: 'Art. 30(1)(c)',
    recipients: 'Art. 30(1)(d)',
    transfers: 'Art. 30(1)(e)',
    retention: 'Art. 30(1)(f)',
    measures: 'Art. 30(1)(g)',
    location: 'Art. 5(2)',
    origins: 'Art. 14(2)(f)',
    assessment: 'Art. 35',
  },
  processor: {
    controller: 'Art. 30(2)(a)',
    purposes: 'Art. 30(2)(b)',
    transfers: 'Art. 30(2)(c)',
    measures: 'Art. 30(2)(d)',
    location: 'Art. 28(3)',
  },
}

/** The cells of an activity, in their order. */
export const cellsOf = (role: Role): CellName[] => cellNames.filter(name => articles[role][name] !== undefined)

/** Where in the configuration a missing cell is declared; absent where only the files can show it. */
export const cellDeclarations: Readonly<Partial<Record<CellName, string>>> = {
  controller: 'record.controller',
  purposes: 'record.activities: purposes',
  legalBasis: 'record.activities: legalBasis',
  subjects: 'record.activities: subjects',
  categories: 'topics, personalData',
  recipients: 'destinations',
  transfers: 'destinations, safeguards',
  retention: 'record.activities: retention',
  location: 'destinations',
}

/** What in the files an activity is: a topic, a sink, a mirror. */
export interface Source {
  readonly kind: 'topic' | 'schema' | 'connector' | 'flow' | 'connect-cluster' | 'client' | 'cluster'
  readonly name: string
  readonly at: Place
}

/** A processing activity. */
export interface Activity {
  readonly name: string
  readonly role: Role
  readonly sources: readonly Source[]
  readonly cells: Readonly<Record<CellName, readonly Value[]>>
  /** What the cells are made of, for formats with columns of their own. */
  readonly data: readonly PersonalData[]
  readonly destinations: readonly Destination[]
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

/** The record of processing activities, in the order of their names. */
export interface ProcessingRecord {
  readonly activities: readonly Activity[]
  readonly accepted: readonly AcceptedRisk[]
}

/** Names a place for the reader: `kafka/topics.yaml:9`. */
export type ShowPlace = (place: Place) => string

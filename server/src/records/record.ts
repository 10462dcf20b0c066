import type { Place } from '../model/fact.ts'

/** How a value of the record is known. Nothing is made up: what no file proves and nobody declared is missing. */
export type Basis = 'proven' | 'declared' | 'inferred' | 'missing'

/** One value of a cell, with the places that it rests on. */
export interface Value {
  readonly text: string
  readonly basis: Basis
  readonly places: readonly Place[]
}

/** The cells that Art. 30(1) asks for, in its order. */
export const cellNames = ['controller', 'purposes', 'subjects', 'categories', 'recipients', 'transfers', 'retention', 'measures'] as const

/** The name of a cell. */
export type CellName = (typeof cellNames)[number]

/** What a cell is called, and the point of Art. 30(1) that asks for it. */
export const cellHeadings: Readonly<Record<CellName, { readonly title: string; readonly point: string }>> = {
  controller: { title: 'Controller', point: '(a)' },
  purposes: { title: 'Purposes', point: '(b)' },
  subjects: { title: 'Data subjects', point: '(c)' },
  categories: { title: 'Categories of personal data', point: '(c)' },
  recipients: { title: 'Recipients', point: '(d)' },
  transfers: { title: 'Transfers to third countries', point: '(e)' },
  retention: { title: 'Time limits for erasure', point: '(f)' },
  measures: { title: 'Technical and organisational measures', point: '(g)' },
}

/** Where in the configuration a missing cell is declared. */
export const cellDeclarations: Readonly<Record<CellName, string>> = {
  controller: 'record.controller',
  purposes: 'record.activities: purposes',
  subjects: 'record.activities: subjects',
  categories: 'tags in the schema, or topics and personalData',
  recipients: 'destinations',
  transfers: 'destinations and safeguards',
  retention: 'record.activities: retention',
  measures: 'nowhere: the files show it',
}

/** A processing activity. */
export interface Activity {
  readonly name: string
  /** What in the files it is: `topic orders`. */
  readonly of: string
  readonly at: Place
  readonly cells: Readonly<Record<CellName, readonly Value[]>>
}

/** The record of processing activities, in the order of their names. */
export interface ProcessingRecord {
  readonly activities: readonly Activity[]
}

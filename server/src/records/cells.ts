import type { Sender } from '../assess/destination.ts'
import type { Schema, Topic } from '../model/entities.ts'

/** What in the files is a processing of data. */
export type Processing = Topic | Schema | Sender

/** How a value of the record is known. Nothing is made up: what no file proves and nobody declared is missing; unknown is what files need not show, and what none of them shows. */
export type Basis = 'proven' | 'declared' | 'inferred' | 'unknown' | 'missing'

/** What is asked of a processing activity: the points of Art. 30, and what the authorities' templates ask beside them. */
export const cellNames = [
  'controller',
  'purposes',
  'legalBasis',
  'subjects',
  'categories',
  'recipients',
  'readers',
  'transfers',
  'retention',
  'measures',
  'location',
  'origins',
  'assessment',
] as const

/** The name of a cell. */
export type CellName = (typeof cellNames)[number]

/** A value for each cell. */
export const cellsBy = <T>(make: (cell: CellName) => T): Record<CellName, T> => {
  const cells = {} as Record<CellName, T>
  for (const cell of cellNames) cells[cell] = make(cell)
  return cells
}

/** In whose name the data is processed: Art. 30(1) or 30(2). */
export type Role = 'controller' | 'processor'

/** The article that asks for a cell, by role; empty where none does and authorities ask nevertheless. A cell that is left out is not asked of that role. */
export const articles: Readonly<Record<Role, Readonly<Partial<Record<CellName, string>>>>> = {
  controller: {
    controller: 'Art. 30(1)(a)',
    purposes: 'Art. 30(1)(b)',
    legalBasis: 'Art. 6, Art. 9(2), Art. 10',
    subjects: 'Art. 30(1)(c)',
    categories: 'Art. 30(1)(c)',
    recipients: 'Art. 30(1)(d)',
    readers: '',
    transfers: 'Art. 30(1)(e)',
    retention: 'Art. 30(1)(f)',
    measures: 'Art. 30(1)(g)',
    location: '',
    origins: 'Art. 14(2)(f)',
    assessment: 'Art. 35',
  },
  processor: {
    controller: 'Art. 30(2)(a)',
    purposes: 'Art. 30(2)(b)',
    transfers: 'Art. 30(2)(c)',
    measures: 'Art. 30(2)(d)',
    location: '',
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
  recipients: 'record.activities: recipients; destinations',
  transfers: 'clusters, destinations, safeguards',
  retention: 'record.activities: retention',
  location: 'clusters, destinations',
}

/** What has to be known of a safeguard beside its document: who receives the data, under which clauses, and when the law there was assessed, without which no safeguard of Art. 46 holds (CJEU C-311/18). */
export type SafeguardPart = 'module' | 'importer' | 'assessed'

import type { ShowPlace } from './markdown.ts'
import type { ProcessingRecord } from './record.ts'

/** The record as JSON, places as the reader would name them. */
export const recordJson = ({ activities }: ProcessingRecord, show: ShowPlace): string =>
  `${JSON.stringify({ version: 1, activities: activities.map(({ at, cells, ...activity }) => ({ ...activity, place: show(at), cells: Object.fromEntries(Object.entries(cells).map(([cell, values]) => [cell, values.map(({ places, ...value }) => ({ ...value, places: places.map(show) }))])) })) }, undefined, 2)}\n`

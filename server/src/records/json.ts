import type { ProcessingRecord, ShowPlace } from './record.ts'
import { cellsWith, placesOf } from './rows.ts'
import type { Words } from './words/words.ts'
import { word } from '../words/message.ts'

/** The record as JSON, places as the reader would name them. */
export function recordJson({ activities, accepted, unread }: ProcessingRecord, words: Words, show: ShowPlace): string {
  const shown = activities.map(activity => ({
    name: activity.name,
    role: activity.role,
    sources: activity.sources.map(({ kind, name, at }) => ({ kind, name, place: show(at) })),
    cells: Object.fromEntries(
      cellsWith(activity).map(({ cell, article, values }) => [
        cell,
        {
          article,
          values: values.map(value => ({ text: value.text(words), basis: value.basis, places: placesOf(value, show) })),
        },
      ]),
    ),
  }))
  return `${JSON.stringify({ version: 1, language: words.language, activities: shown, accepted: accepted.map(({ code, message, reason, at, by }) => ({ code, message: word(message), reason, place: show(at), by: show(by) })), unread }, undefined, 2)}\n`
}

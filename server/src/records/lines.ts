import type { Activity } from './record.ts'
import { cellsWith } from './rows.ts'
import type { Words } from './words/words.ts'

/** An activity in lines of plain text, one a cell. */
export const activityLines = (activity: Activity, words: Words): string[] => [
  `${words.title}${words.colon}${activity.name}`,
  ...cellsWith(activity).map(({ cell, article, values }) => {
    const asked = article === '' ? '' : ` (${words.article(article)})`
    return `${words.heading(cell, activity.role)}${asked}${words.colon}${values.map(value => value.text(words)).join(words.semicolon)}`
  }),
]

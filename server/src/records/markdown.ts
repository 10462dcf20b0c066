import type { Place } from '../model/fact.ts'
import { cellDeclarations, type CellName } from './cells.ts'
import type { AcceptedRisk, Activity, ProcessingRecord, ShowPlace, Value } from './record.ts'
import { cellsWith, sourceWords } from './rows.ts'
import type { Words } from './words/words.ts'
import { word } from '../words/message.ts'
import { escapeMarkdown } from '../text/markdown.ts'

/** How places are shown, and where a click on one leads; without `link` they are plain text. */
export interface Places {
  readonly show: ShowPlace
  readonly link?: (place: Place) => string
}

/** The record as Markdown: for each activity a table of what is asked. */
export function recordMarkdown(
  { activities, accepted, unread }: ProcessingRecord,
  words: Words,
  places: Places,
): string {
  const head = `# ${words.title}\n\n${words.introduction}\n`
  return activities.length === 0
    ? [`${head}\n${words.nothing}\n`, ...unreadMarkdown(unread, words)].join('\n')
    : [
        head,
        ...activities.map(activity => activityMarkdown(activity, words, places)),
        ...(accepted.length > 0 ? [acceptedMarkdown(accepted, words, places)] : []),
        ...unreadMarkdown(unread, words),
      ].join('\n')
}

function unreadMarkdown(
  unread: ProcessingRecord['unread'],
  { unread: { title, place, reason, note } }: Words,
): string[] {
  const rows = unread.map(one => `| ${escapeMarkdown(one.place)} | ${escapeMarkdown(one.why)} |`)
  return rows.length > 0
    ? [[`## ${title}`, '', note, '', `| ${place} | ${reason} |`, '| --- | --- |', ...rows, ''].join('\n')]
    : []
}

function acceptedMarkdown(
  accepted: readonly AcceptedRisk[],
  { accepted: { title, finding, reason, place } }: Words,
  places: Places,
): string {
  const rows = accepted.map(
    risk =>
      `| ${risk.code} ${escapeMarkdown(word(risk.message))} | ${escapeMarkdown(risk.reason)} | ${shown(risk.at, places)} |`,
  )
  return [`## ${title}`, '', `| ${finding} | ${reason} | ${place} |`, '| --- | --- | --- |', ...rows, ''].join('\n')
}

/** One activity as Markdown. */
export function activityMarkdown(activity: Activity, words: Words, places: Places): string {
  const { field, value, status, evidence } = words.columns
  const rows = cellsWith(activity).map(({ cell, article, values }) => {
    const column = (say: (value: Value) => string): string => values.map(say).join('<br>')
    return `| ${escapeMarkdown(words.heading(cell, activity.role))} | ${article} | ${column(({ text }) => escapeMarkdown(text(words)))} | ${column(({ basis }) => words.bases[basis])} | ${column(found => evidenceOf(cell, found, words, places))} |`
  })
  const [first] = activity.sources
  return [
    `## ${escapeMarkdown(activity.name)}`,
    '',
    `${words.roles[activity.role]}: ${escapeMarkdown(sourceWords(activity, words))}${first ? `, ${shown(first.at, places)}` : ''}`,
    '',
    `| ${field} | | ${value} | ${status} | ${evidence} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** More places than these say nothing more. */
const most = 3

function evidenceOf(cell: CellName, { basis, places }: Value, words: Words, how: Places): string {
  const declaration = cellDeclarations[cell]
  if (basis === 'missing' && places.length === 0)
    return declaration === undefined ? '' : words.declareIt(`\`${declaration}\``)
  const each = [...new Map(places.map(place => [how.show(place), place])).values()]
  return [
    ...each.slice(0, most).map(place => shown(place, how)),
    ...(each.length > most ? [words.more(each.length - most)] : []),
  ].join(', ')
}

const shown = (place: Place, { show, link }: Places): string =>
  link ? `[${escapeMarkdown(show(place))}](<${link(place)}>)` : escapeMarkdown(show(place))

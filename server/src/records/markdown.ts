import type { Place } from '../model/fact.ts'
import { word } from '../words/message.ts'
import { cellDeclarations, type CellName } from './cells.ts'
import { layoutOf, unreadRows, type Gap, type Line } from './layout.ts'
import type {
  AcceptedRisk,
  Activity,
  LooseSchema,
  ProcessingRecord,
  ShowPlace,
  Source,
  System,
  Value,
} from './record.ts'
import { blankWords, cellsWith, proposalGap, sourceWords, titleOf } from './rows.ts'
import { placesOfService, servicesOf, serviceWords } from './services.ts'
import type { Words } from './words/words.ts'
import { escapeMarkdown } from '../text/markdown.ts'

/** How places are shown, and where a click on one leads; without `link` they are plain text. */
export interface Places {
  readonly show: ShowPlace
  readonly link?: (place: Place) => string
}

/** The record as Markdown: what all activities share, each activity, what is missing, the annex. */
export function recordMarkdown(record: ProcessingRecord, words: Words, places: Places): string {
  const { common, shares, activities, gaps, owners } = layoutOf(record)
  const { parts } = words
  const counts = {
    activities: activities.length,
    proposed: record.activities.filter(({ declared }) => !declared).length,
    special: record.activities.filter(({ special }) => special).length,
    missing: gaps.length + (owners.length > 0 ? 1 : 0) + proposalGap(record.activities, words).length,
  }
  return [
    `# ${words.title}`,
    '',
    words.introduction,
    '',
    ...(activities.length === 0
      ? [words.nothing, '']
      : [`## ${parts.summary}`, '', words.summary(counts), '', ...contents(record.activities, words), '']),
    ...section(parts.common, tableOf(common, words, places, record.activities[0]?.role)),
    ...shares.flatMap(({ label, activities: members, lines }) =>
      section(
        escapeMarkdown(
          words.sharedBy(
            label,
            members.map(({ name }) => name),
          ),
        ),
        tableOf(lines, words, places, members[0]?.role),
      ),
    ),
    ...activities.flatMap(({ activity, lines, shares: labels, blanks }) => [
      `## ${escapeMarkdown(titleOf(activity, words))}`,
      '',
      `${opening(activity, words, places, labels)}${escapeMarkdown(blankWords(activity, blanks, words))}`,
      '',
      ...tableOf(lines, words, places, activity.role),
      ...(lines.length > 0 ? [''] : []),
    ]),
    ...section(parts.missing, [
      ...(owners.length > 0 ? [`- ${escapeMarkdown(words.contractParties(owners))}`] : []),
      ...proposalGap(record.activities, words).map(
        line => `- ${escapeMarkdown(line)}${words.colon}\`record.activities\``,
      ),
      ...gaps.map(gap => gapLine(gap, words, places)),
    ]),
    ...annex(record, words, places),
  ].join('\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']

/** The names of the activities, each leading to its own. */
const contents = (activities: readonly Activity[], words: Words): string[] =>
  activities.map(activity => titleOf(activity, words)).map(title => `- [${escapeMarkdown(title)}](#${anchorOf(title)})`)

/** How Markdown's readers call a heading. */
const anchorOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

function opening(activity: Activity, words: Words, places: Places, shares: readonly string[] = []): string {
  const [first] = activity.sources
  return `${words.roles[activity.role]}${words.colon}${escapeMarkdown(sourceWords(activity, words))}${first ? `, ${shown(first.at, places)}` : ''}${shares.length > 0 ? words.seeShared(shares) : ''}`
}

function tableOf(
  lines: readonly Line[],
  words: Words,
  places: Places,
  role: Activity['role'] = 'controller',
  evidence = someEvidence,
): string[] {
  if (lines.length === 0) return []
  const { columns } = words
  return [
    `| ${columns.field} | ${columns.value} | ${columns.status} | ${columns.evidence} |`,
    '| --- | --- | --- | --- |',
    ...lines.map(({ cell, article, values }) => {
      const column = (say: (value: Value) => string): string => values.map(say).join('<br>')
      const bases = [...new Set(values.map(({ basis }) => words.bases[basis]))]
      const statuses = bases.length === 1 ? bases.join('') : column(({ basis }) => words.bases[basis])
      return `| ${headingOf(cell, article, words, role)} | ${column(({ text }) => escapeMarkdown(text(words)))} | ${statuses} | ${column(found => evidence(cell, found, words, places))} |`
    }),
  ]
}

const headingOf = (cell: CellName, article: string, words: Words, role: Activity['role']): string =>
  `${escapeMarkdown(words.heading(cell, role))}${article === '' ? '' : `, ${words.article(article)}`}`

function gapLine({ cell, role, value, activities, declaration }: Gap, words: Words, places: Places): string {
  const what = value ? `${words.heading(cell, role)}${words.colon}${value.text(words)}` : words.heading(cell, role)
  const where = activities.length === 0 ? words.parts.every : activities.join(', ')
  const how = value ? somePlaces(value.places, words, places) : ''
  return `- ${escapeMarkdown(what)} (${escapeMarkdown(where)})${how ? `, ${how}` : ''}${declaration ? `${words.colon}\`${declaration}\`` : ''}`
}

function annex(
  { activities, systems, without, untold, own, schemas, weaknesses, accepted, unread }: ProcessingRecord,
  words: Words,
  places: Places,
): string[] {
  const { parts } = words
  const names = (sources: readonly Source[]): string[] =>
    sources.length === 0
      ? []
      : [
          [
            ...new Set(
              sources.map(({ name, at }) =>
                places.link ? `${escapeMarkdown(name)}, ${shown(at, places)}` : escapeMarkdown(name),
              ),
            ),
          ].join(places.link ? '; ' : ', '),
        ]
  const lines = [
    ...below(
      parts.services,
      servicesOf(activities).map(
        one => `- ${escapeMarkdown(serviceWords(one, words))} (${somePlaces(placesOfService(one), words, places)})`,
      ),
    ),
    ...below(
      parts.systems,
      systems.map(system => systemLine(system, words, places)),
    ),
    ...below(parts.untold, names(untold)),
    ...below(parts.without, names(without)),
    ...below(parts.own, names(own)),
    ...below(
      parts.schemas,
      schemas.map(one => schemaLine(one, words, places)),
    ),
    ...below(
      parts.weaknesses,
      weaknesses.map(({ text, places: at }) => `- ${escapeMarkdown(text(words))} (${somePlaces(at, words, places)})`),
    ),
    ...below(words.accepted.title, acceptedTable(accepted, words, places)),
    ...below(words.unread.title, unreadTable(unread, words)),
  ]
  return lines.length === 0 ? [] : [`## ${parts.annex}`, '', ...lines]
}

const below = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`### ${title}`, '', ...lines, '']

const schemaLine = ({ source, categories }: LooseSchema, words: Words, places: Places): string =>
  `- ${escapeMarkdown(words.source(source.kind, source.name))}, ${shown(source.at, places)}${words.colon}${saidIn(categories, words)}`

const systemLine = ({ source, categories, recipients, transfers }: System, words: Words, places: Places): string =>
  `- ${escapeMarkdown(words.source(source.kind, source.name))}, ${shown(source.at, places)}${words.colon}${saidIn([...categories, ...recipients, ...transfers], words)}`

/** Values in one line: what is only inferred says so, once where all of them are. */
function saidIn(values: readonly Value[], words: Words): string {
  const inferred = ` (${words.bases.inferred})`
  const isAll = values.length > 0 && values.every(({ basis }) => basis === 'inferred')
  const said = values.map(
    ({ text, basis }) => `${escapeMarkdown(text(words))}${basis === 'inferred' && !isAll ? inferred : ''}`,
  )
  return `${said.join(words.semicolon)}${isAll ? inferred : ''}`
}

function unreadTable(unread: ProcessingRecord['unread'], words: Words): string[] {
  const { place, reason, note } = words.unread
  return unread.length === 0
    ? []
    : [
        note,
        '',
        `| ${place} | ${reason} |`,
        '| --- | --- |',
        ...unreadRows(unread, words).map(one => `| ${escapeMarkdown(one.place)} | ${escapeMarkdown(one.why)} |`),
      ]
}

function acceptedTable(
  accepted: readonly AcceptedRisk[],
  { messages, accepted: { finding, reason, place } }: Words,
  places: Places,
): string[] {
  return accepted.length === 0
    ? []
    : [
        `| ${finding} | ${reason} | ${place} |`,
        '| --- | --- | --- |',
        ...accepted.map(
          risk =>
            `| ${risk.code} ${escapeMarkdown(word(risk.message, messages))} | ${escapeMarkdown(risk.reason)} | ${shown(risk.at, places)} |`,
        ),
      ]
}

/** One activity as Markdown, with all its cells. */
export function activityMarkdown(activity: Activity, words: Words, places: Places): string {
  return [
    `## ${escapeMarkdown(titleOf(activity, words))}`,
    '',
    opening(activity, words, places),
    '',
    ...tableOf(cellsWith(activity), words, places, activity.role, evidenceOrWhere),
    '',
  ].join('\n')
}

/** More places than these say nothing more. */
const most = 1

/** What a value rests on; where something is declared that is missing, the list of it tells. */
const someEvidence = (_cell: CellName, { places }: Value, words: Words, how: Places): string =>
  somePlaces(places, words, how)

/** The same beside no list. */
function evidenceOrWhere(cell: CellName, value: Value, words: Words, how: Places): string {
  const { basis, places, declaration = cellDeclarations[cell] } = value
  if (basis === 'missing' && places.length === 0)
    return declaration === undefined ? '' : words.declareIt(`\`${declaration}\``)
  return someEvidence(cell, value, words, how)
}

function somePlaces(places: readonly Place[], words: Words, how: Places): string {
  const each = [...new Map(places.map(place => [how.show(place), place])).values()]
  return [
    ...each.slice(0, most).map(place => shown(place, how)),
    ...(each.length > most ? [words.more(each.length - most)] : []),
  ].join(', ')
}

const shown = (place: Place, { show, link }: Places): string =>
  link ? `[${escapeMarkdown(show(place))}](<${link(place)}>)` : escapeMarkdown(show(place))

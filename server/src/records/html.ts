import type { Place } from '../model/fact.ts'
import { word } from '../words/message.ts'
import { escapeHtml, page } from './html-page.ts'
import { layoutOf, unreadRows, type Gap, type Layout, type Line } from './layout.ts'
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
import { blankWords, placesOf, proposalGap, sourceWords, titleOf } from './rows.ts'
import { placesOfService, servicesOf, serviceWords } from './services.ts'
import type { Words } from './words/words.ts'

/** Names a place in HTML, perhaps with a link to it. */
export type ShowHtml = (place: Place) => string

/** The record as one page of HTML that prints and can be reduced to what is missing: no script, nothing from elsewhere. */
export const recordHtml = (record: ProcessingRecord, words: Words, show: ShowPlace): string =>
  page(
    words.language,
    words.title,
    `<input type="checkbox" id="only"> <label for="only">${escapeHtml(words.onlyMissing)}</label>\n${recordBody(record, words, place => escapeHtml(show(place)))}`,
  )

/** What the page of the record says below its title, for a page that brings its own style. */
export function recordBody(record: ProcessingRecord, words: Words, show: ShowHtml): string {
  const { common, shares, activities, gaps, owners } = layoutOf(record)
  const { parts } = words
  const introduction = escapeHtml(words.introduction)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
  const counts = {
    activities: activities.length,
    proposed: record.activities.filter(({ declared }) => !declared).length,
    special: record.activities.filter(({ special }) => special).length,
    missing: gaps.length + (owners.length > 0 ? 1 : 0) + proposalGap(record.activities, words).length,
  }
  const missing = [
    ...(owners.length > 0 ? [escapeHtml(words.contractParties(owners))] : []),
    ...proposalGap(record.activities, words).map(line => `${escapeHtml(line)} <code>record.activities</code>`),
    ...gaps.map(gap => gapItem(gap, words, show)),
  ]
  const body = [
    ...(activities.length === 0
      ? [`<p>${escapeHtml(words.nothing)}</p>`]
      : [section(parts.summary, `<p>${escapeHtml(words.summary(counts))}</p>\n${contents(record.activities, words)}`)]),
    ...(common.length > 0 ? [section(parts.common, table(common, words, show, record.activities[0]?.role))] : []),
    ...shares.map(({ label, activities: members, lines }) =>
      section(
        words.sharedBy(
          label,
          members.map(({ name }) => name),
        ),
        table(lines, words, show, members[0]?.role),
        `s${label}`,
      ),
    ),
    ...activities.map((one, index) => activitySection(one, index, words, show)),
    ...(missing.length > 0 ? [section(parts.missing, list(missing, ' class="missing"'))] : []),
    ...annex(record, words, show),
  ]
  return `<p>${introduction}</p>\n${body.join('\n')}`
}

const section = (title: string, inner: string, id = ''): string =>
  `<section${id === '' ? '' : ` id="${id}"`}>\n<h2>${escapeHtml(title)}</h2>\n${inner}\n</section>`

const list = (items: readonly string[], kind = ''): string =>
  `<ul>\n${items.map(item => `<li${kind}>${item}</li>`).join('\n')}\n</ul>`

const contents = (activities: readonly Activity[], words: Words): string =>
  list(activities.map((activity, index) => `<a href="#a${index + 1}">${escapeHtml(titleOf(activity, words))}</a>`))

function activitySection(
  { activity, lines, shares, blanks }: Layout['activities'][number],
  index: number,
  words: Words,
  show: ShowHtml,
): string {
  const [first = '', ...others] = shares
  const shared =
    shares.length === 0
      ? ''
      : `<a href="#s${first}">${escapeHtml(words.seeShared([first]))}</a>${others.map(label => `, <a href="#s${label}">${label}</a>`).join('')}`
  const missing =
    blanks.length === 0 ? '' : `<span class="missing">${escapeHtml(blankWords(activity, blanks, words))}</span>`
  return `<section id="a${index + 1}">\n<h2>${escapeHtml(titleOf(activity, words))}</h2>\n<p>${escapeHtml(`${words.roles[activity.role]}${words.colon}${sourceWords(activity, words)}`)}${shared}${missing}</p>\n${table(lines, words, show, activity.role)}\n</section>`
}

function table(lines: readonly Line[], words: Words, show: ShowHtml, role: Activity['role'] = 'controller'): string {
  const rows = lines.map(
    ({ cell, article, values }) =>
      `<tr><th scope="row">${escapeHtml(words.heading(cell, role))}${article === '' ? '' : `<br><small>${escapeHtml(words.article(article))}</small>`}</th><td>${values.map(value => said(value, words, show)).join('')}</td></tr>`,
  )
  return rows.length === 0 ? '' : `<table>\n${rows.join('\n')}\n</table>`
}

function said(value: Value, words: Words, show: ShowHtml): string {
  const evidence = placesOf(value, show).join(', ')
  return `<div${value.basis === 'missing' ? ' class="missing"' : ''}>${escapeHtml(value.text(words))} <small>${escapeHtml(words.bases[value.basis])}${evidence ? `${words.colon}${evidence}` : ''}</small></div>`
}

function gapItem({ cell, role, value, activities, declaration }: Gap, words: Words, show: ShowHtml): string {
  const what = value ? `${words.heading(cell, role)}${words.colon}${value.text(words)}` : words.heading(cell, role)
  const where = activities.length === 0 ? words.parts.every : activities.join(', ')
  const evidence = value ? placesOf(value, show).join(', ') : ''
  return `${escapeHtml(`${what} (${where})`)} <small>${evidence}</small>${declaration ? ` <code>${escapeHtml(declaration)}</code>` : ''}`
}

function annex(
  { activities, systems, without, untold, own, schemas, weaknesses, accepted, unread }: ProcessingRecord,
  words: Words,
  show: ShowHtml,
): string[] {
  const { parts } = words
  const services = servicesOf(activities)
  const names = (sources: readonly Source[]): string =>
    `<p>${escapeHtml([...new Set(sources.map(({ name }) => name))].join(', '))}</p>`
  return [
    ...(services.length > 0
      ? [
          section(
            parts.services,
            list(
              services.map(
                one =>
                  `${escapeHtml(serviceWords(one, words))} <small>${placesOf({ places: placesOfService(one) }, show).join(', ')}</small>`,
              ),
            ),
          ),
        ]
      : []),
    ...(systems.length > 0 ? [section(parts.systems, list(systems.map(one => systemItem(one, words, show))))] : []),
    ...(untold.length > 0 ? [section(parts.untold, names(untold))] : []),
    ...(without.length > 0 ? [section(parts.without, names(without))] : []),
    ...(own.length > 0 ? [section(parts.own, names(own))] : []),
    ...(schemas.length > 0 ? [section(parts.schemas, list(schemas.map(one => schemaItem(one, words, show))))] : []),
    ...(weaknesses.length > 0
      ? [section(parts.weaknesses, list(weaknesses.map(value => said(value, words, show))))]
      : []),
    ...(accepted.length > 0 ? [section(words.accepted.title, risks(accepted, words, show))] : []),
    ...(unread.length > 0 ? [section(words.unread.title, notRead(unread, words))] : []),
  ]
}

const schemaItem = ({ source, categories }: LooseSchema, words: Words, show: ShowHtml): string =>
  `${escapeHtml(words.source(source.kind, source.name))} <small>${show(source.at)}</small>${categories.map(value => said(value, words, show)).join('')}`

const systemItem = ({ source, categories, recipients, transfers }: System, words: Words, show: ShowHtml): string =>
  `${escapeHtml(words.source(source.kind, source.name))} <small>${show(source.at)}</small>${[...categories, ...recipients, ...transfers].map(value => said(value, words, show)).join('')}`

function notRead(unread: ProcessingRecord['unread'], words: Words): string {
  const { place, reason, note } = words.unread
  const rows = unreadRows(unread, words).map(
    one => `<tr><td>${escapeHtml(one.place)}</td><td>${escapeHtml(one.why)}</td></tr>`,
  )
  return `<p>${escapeHtml(note)}</p>\n<table>\n<tr><th>${place}</th><th>${reason}</th></tr>\n${rows.join('\n')}\n</table>`
}

function risks(
  accepted: readonly AcceptedRisk[],
  { messages, accepted: { finding, reason, place } }: Words,
  show: ShowHtml,
): string {
  const rows = accepted.map(
    risk =>
      `<tr><td>${risk.code} ${escapeHtml(word(risk.message, messages))}</td><td>${escapeHtml(risk.reason)}</td><td>${show(risk.at)}</td></tr>`,
  )
  return `<table>\n<tr><th>${finding}</th><th>${reason}</th><th>${place}</th></tr>\n${rows.join('\n')}\n</table>`
}

import { cellDeclarations } from './cells.ts'
import type { AcceptedRisk, Activity, ProcessingRecord, ShowPlace } from './record.ts'
import { cellsWith, placesOf, sourceWords } from './rows.ts'
import type { Words } from './words/words.ts'
import { word } from '../words/message.ts'

const style = `
  body { font: 10pt/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 60em; color: #111 }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top }
  th { background: #eee; width: 14em; font-weight: 600 }
  small, .evidence { color: #555 }
  .missing { font-weight: 600 }
  section { break-inside: avoid-page; margin-top: 2em }
  @page { margin: 1.5cm }
`

/** The record as one page of HTML that prints: no script, nothing from elsewhere. */
export function recordHtml({ activities, accepted, unread }: ProcessingRecord, words: Words, show: ShowPlace): string {
  const body =
    activities.length === 0
      ? `<p>${escapeHtml(words.nothing)}</p>`
      : activities.map(activity => section(activity, words, show)).join('\n')
  const introduction = escapeHtml(words.introduction)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
  return `<!doctype html>\n<html lang="${words.language}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(words.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<h1>${escapeHtml(words.title)}</h1>\n<p>${introduction}</p>\n${body}\n${accepted.length > 0 ? risks(accepted, words, show) : ''}${unread.length > 0 ? notRead(unread, words) : ''}</body>\n</html>\n`
}

function notRead(unread: ProcessingRecord['unread'], { unread: { title, place, reason, note } }: Words): string {
  const rows = unread.map(one => `<tr><td>${escapeHtml(one.place)}</td><td>${escapeHtml(one.why)}</td></tr>`)
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n<p>${escapeHtml(note)}</p>\n<table>\n<tr><th>${place}</th><th>${reason}</th></tr>\n${rows.join('\n')}\n</table>\n</section>\n`
}

function risks(
  accepted: readonly AcceptedRisk[],
  { accepted: { title, finding, reason, place } }: Words,
  show: ShowPlace,
): string {
  const rows = accepted.map(
    risk =>
      `<tr><td>${risk.code} ${escapeHtml(word(risk.message))}</td><td>${escapeHtml(risk.reason)}</td><td>${escapeHtml(show(risk.at))}</td></tr>`,
  )
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n<table>\n<tr><th>${finding}</th><th>${reason}</th><th>${place}</th></tr>\n${rows.join('\n')}\n</table>\n</section>\n`
}

function section(activity: Activity, words: Words, show: ShowPlace): string {
  const rows = cellsWith(activity).map(({ cell, article, values }) => {
    const said = values.map(value => {
      const declaration = value.basis === 'missing' && value.places.length === 0 ? cellDeclarations[cell] : undefined
      const evidence = declaration === undefined ? placesOf(value, show).join(', ') : words.declareIt(declaration)
      return `<div${value.basis === 'missing' ? ' class="missing"' : ''}>${escapeHtml(value.text(words))} <small>${escapeHtml(words.bases[value.basis])}${evidence ? `: ${escapeHtml(evidence)}` : ''}</small></div>`
    })
    return `<tr><th scope="row">${escapeHtml(words.heading(cell, activity.role))}<br><small>${article}</small></th><td>${said.join('')}</td></tr>`
  })
  return `<section>\n<h2>${escapeHtml(activity.name)}</h2>\n<p>${escapeHtml(`${words.roles[activity.role]}: ${sourceWords(activity, words)}`)}</p>\n<table>\n${rows.join('\n')}\n</table>\n</section>`
}

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character,
  )

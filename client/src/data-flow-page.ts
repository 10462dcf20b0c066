import { l10n } from 'vscode'
import type { DataFlowParams, DataFlowResult } from '../../server/src/lsp/protocol.ts'

/** The page of the map: what can be done with it, the map, a list of its stations beside it. */
export function flowPage(flow: DataFlowResult, part: DataFlowParams): string {
  const { summary, drawing, stations, countries, owners, suppositions, legend } = flow
  const isPart = Object.keys(part).length > 0
  return `<div class="bar" role="toolbar">
${button('out', '−', l10n.t('Zoom out (-)'))}<span id="scale"></span>${button('in', '+', l10n.t('Zoom in (+)'))}${button('fit', l10n.t('Fit'), l10n.t('Fit (0)'))}${button('actual', '1:1', l10n.t('Actual size (1)'))}
<input type="search" placeholder="${l10n.t('Search (/)')}" aria-label="${l10n.t('Search')}"> <span id="found" role="status"></span>
${select('show', l10n.t('Data'), part.show, [
  ['personal', l10n.t('Personal data')],
  ['special', l10n.t('Special categories')],
])}
${select(
  'country',
  l10n.t('Country'),
  part.country,
  countries.map(({ code, name }) => [code, name]),
)}
${select(
  'owner',
  l10n.t('Run by'),
  part.owner,
  owners.map(owner => [owner, owner]),
)}
${select(
  'suppose',
  l10n.t('What if'),
  String(suppositions.findIndex(({ suppose }) => JSON.stringify(suppose) === JSON.stringify(part.suppose))),
  suppositions.map(({ title }, number) => [String(number), title]),
  l10n.t('no supposition'),
)}
${isPart ? button('whole', l10n.t('Show all'), l10n.t('Show the whole map')) : ''}
${button('list', l10n.t('List'), l10n.t('List of stations (L)'))}${button('export', l10n.t('Export...'), l10n.t('Export as SVG or Mermaid'))}
</div>
<p class="line" role="status">${inHtml(summary)}</p>
<div id="view"><div id="stage" tabindex="-1">${stations.length === 0 ? `<p class="line">${l10n.t('Nothing flows here: no topic is read from the files, or none passes the filter.')}</p>` : ''}${drawing}</div>
<nav id="list" aria-label="${l10n.t('Stations')}">${stations
    .map(
      ({ says, title }, number) =>
        `<button data-of="${number}" title="${inHtml(says)}">${inHtml(title)}<small>${inHtml(says)}</small></button>`,
    )
    .join('')}</nav></div>
<ul class="legend">${mark('special', legend.special)}${mark('personal', legend.personal)}${mark('untold', legend.untold)}${part.suppose ? `${mark('breaks', legend.breaks)}<li>${inHtml(legend.unclear)}</li>` : ''}<li>${sample('<path class="edge possible" d="M1 8H27"/>')}${inHtml(legend.possible)}</li><li>${sample('<rect class="band conditional" x="2" y="2" width="24" height="12" rx="3"/>')}${l10n.t('adequate')}</li><li>${sample('<rect class="band third" x="2" y="2" width="24" height="12" rx="3"/>')}${l10n.t('third country')}</li><li>${sample('<rect class="band open" x="2" y="2" width="24" height="12" rx="3"/>')}${l10n.t('country unknown')}</li><li class="hint">${l10n.t('Enter opens the file, F or a right click follows one station')}</li></ul>`
}

const button = (does: string, name: string, title: string): string =>
  `<button data-do="${does}" title="${inHtml(title)}" aria-label="${inHtml(title)}">${inHtml(name)}</button>`

function select(
  name: string,
  title: string,
  chosen: string | undefined,
  values: readonly (readonly [string, string])[],
  none = l10n.t('all'),
): string {
  if (values.length === 0) return ''
  const options = values.map(
    ([value, label]) =>
      `<option value="${inHtml(value)}"${value === chosen ? ' selected' : ''}>${inHtml(label)}</option>`,
  )
  return `<select name="${name}" aria-label="${inHtml(title)}"><option value="">${inHtml(title)}: ${inHtml(none)}</option>${options.join('')}</select>`
}

const sample = (inside: string): string =>
  `<svg class="flow" width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">${inside}</svg>`

const mark = (sensitivity: string, name: string): string =>
  `<li>${sample(`<g class="${sensitivity}"><rect class="box" x="2" y="2" width="24" height="12" rx="6"/></g>`)}${inHtml(name)}</li>`

const inHtml = (text: string): string => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

/** How the page is laid out: the map scrolls, all else stays. */
export const flowPageStyle = `
html, body { height: 100% }
body { display: flex; flex-direction: column; overflow: hidden }
.line { margin: 4px 12px 0 }
.legend { display: flex; flex-wrap: wrap; gap: 1px 12px; margin: 0; padding: 4px 12px; list-style: none; font-size: 11px; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, #8884)) }
.legend li { display: inline-flex; gap: 5px; align-items: center }
.legend .hint { color: var(--vscode-descriptionForeground) }
#view { flex: 1; min-height: 0; display: flex }
#stage { flex: 1; overflow: auto; cursor: grab; user-select: none }
#stage:active { cursor: grabbing }
#stage > .flow { display: block; margin: 0 auto }
#scale { min-width: 3.2em; text-align: center }
#list { display: none; width: 16em; overflow: auto; border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, #8884)) }
.with-list #list { display: block }
#list button { display: block; width: 100%; font: inherit; text-align: left; padding: 4px 10px; color: inherit; background: none; border: none; cursor: pointer }
#list button[hidden] { display: none }
#list button:hover { background: var(--vscode-list-hoverBackground) }
#list button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px }
#list small { display: block; color: var(--vscode-descriptionForeground); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
`

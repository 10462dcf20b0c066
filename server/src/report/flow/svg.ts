import type { FlowGraph, Sensitivity, Station } from '../../assess/flow-graph.ts'
import { say, word, type Language } from '../../words/message.ts'
import { cut, sayStation } from './labels.ts'
import { layOut, lineHeight } from './layout.ts'
import type { Point } from './placed.ts'

/** The colours of the map, each with a contrast of 3:1 and more; the editor tells by a class which kind of theme it has. */
const colours = {
  '.flow': {
    paper: '#ffffff',
    ink: '#1f2328',
    line: '#57606a',
    personal: '#b35900',
    special: '#c4122f',
    border: '#7d5a00',
    third: '#6f2dbd',
  },
  '.vscode-dark .flow': {
    paper: '#1f1f1f',
    ink: '#e6e6e6',
    line: '#a5adb6',
    personal: '#ffab5e',
    special: '#ff8088',
    border: '#e3b341',
    third: '#d2a8ff',
  },
  '.vscode-high-contrast .flow': {
    paper: '#000000',
    ink: '#ffffff',
    line: '#d0d0d0',
    personal: '#ffb870',
    special: '#ff9aa2',
    border: '#ffd866',
    third: '#e2c5ff',
  },
  '.vscode-high-contrast-light .flow': {
    paper: '#ffffff',
    ink: '#000000',
    line: '#3b4048',
    personal: '#8a4400',
    special: '#a40e26',
    border: '#5c4200',
    third: '#4b1a8c',
  },
} as const

/** The style of the map. */
export const flowStyle = `
${Object.entries(colours)
  .map(
    ([where, values]) =>
      `${where} { ${Object.entries(values)
        .map(([name, value]) => `--${name}: ${value}`)
        .join('; ')} }`,
  )
  .join('\n')}
.flow { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: 12px; fill: var(--ink); background: var(--paper) }
.flow .paper { fill: var(--paper) }
.flow .band { fill: none; stroke: var(--line); stroke-width: 1.5 }
.flow .adequate, .flow .conditional { stroke: var(--border); stroke-dasharray: 7 4 }
.flow .third { stroke: var(--third); stroke-width: 2.5 }
.flow .open { stroke: var(--third); stroke-dasharray: 2 4 }
.flow .zone { fill: none; stroke: var(--line); stroke-width: 1; stroke-opacity: 0.5 }
.flow .title { font-weight: 600 }
.flow .box { fill: var(--paper); stroke: var(--line); stroke-width: 1 }
.flow .untold > .box { stroke-dasharray: 2 3; stroke-width: 1.5 }
.flow .personal > .box { stroke: var(--personal); stroke-width: 2 }
.flow .special > .box { stroke: var(--special); stroke-width: 3 }
.flow .breaks > .box { stroke: var(--ink); stroke-width: 3; stroke-dasharray: 8 4 }
.flow .breaks > .name { text-decoration: line-through }
.flow .name { font-weight: 600 }
.flow .edge { fill: none; stroke: var(--line); stroke-width: 1 }
.flow .edge.personal { stroke: var(--personal); stroke-width: 3 }
.flow .edge.special { stroke: var(--special); stroke-width: 4 }
.flow .edge.possible { stroke-dasharray: 3 5 }
.flow .tip { fill: context-stroke }
.flow .station { cursor: pointer; outline: none }
.flow .station:focus > .box, .flow .station:hover > .box, .flow .station.found > .box { stroke: var(--vscode-focusBorder, #0969da); stroke-width: 4 }
`

/** Writes a map as SVG; a station carries its number in the graph. The style goes into it, unless the page has it. */
export function flowSvg(graph: FlowGraph, language: Language, styled = true): string {
  const { width, height, bands, stations, flows } = layOut(graph, language)
  const numbers = new Map(graph.stations.map(({ id }, index) => [id, index]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flow" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${escapeXml(describe(graph, language))}">`,
    ...(styled ? [`<style>${flowStyle}</style>`] : []),
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 10 5 0 10z"/></marker></defs>',
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...bands.flatMap(({ band, zones, ...box }) => [
      `<rect class="band ${band.border}" ${corners(box)} rx="10"/>`,
      words(band.title, box),
      ...zones.flatMap(zone => [
        ...(zone.title === '' ? [] : [`<rect class="zone" ${corners(zone)} rx="6"/>`, words(zone.title, zone)]),
      ]),
    ]),
    ...flows.map(
      ({ flow, points }) =>
        `<path class="edge ${flow.sensitivity}${flow.possible ? ' possible' : ''}" d="${curve(points)}" marker-end="url(#tip)"/>`,
    ),
    ...stations.map(({ station, lines, place, ...box }) =>
      [
        `<g class="station ${station.kind} ${station.sensitivity}${station.effect === undefined ? '' : ` ${station.effect}`}" tabindex="0" role="button" data-station="${numbers.get(station.id) ?? ''}" aria-label="${escapeXml(sayStation(station, place, language))}">`,
        `<title>${escapeXml(sayStation(station, place, language))}</title>`,
        `<rect class="box" ${corners(box)} rx="${station.kind === 'topic' ? 18 : 4}"/>`,
        ...lines.map(
          (line, index) =>
            `<text${index === 0 ? ' class="name"' : ''} x="${box.x + 12}" y="${box.y + 8 + lineHeight * (index + 1) - 4}">${escapeXml(line)}</text>`,
        ),
        '</g>',
      ].join(''),
    ),
    '</svg>',
    '',
  ].join('\n')
}

/** The map in a sentence. */
export function describe({ stations, zones, leftOut }: FlowGraph, language: Language): string {
  const affected = (wanted: Station['effect']): number =>
    stations.filter(({ effect }) => effect === wanted).reduce((sum, { several }) => sum + (several?.length ?? 1), 0)
  const count = (...wanted: Sensitivity[]): number =>
    stations
      .filter(({ kind, sensitivity }) => kind === 'topic' && (wanted.length === 0 || wanted.includes(sensitivity)))
      .reduce((sum, { several }) => sum + (several?.length ?? 1), 0)
  const countries = new Set(zones.flatMap(({ country }) => country?.code ?? [])).size
  return word(
    say('flow.summary', {
      topics: count(),
      special: count('special'),
      personal: count('personal'),
      untold: count('untold'),
      countries,
      leftOut,
      breaks: affected('breaks'),
      unclear: affected('unclear'),
    }),
    language,
  )
}

const corners = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`

/** The most that a letter of a title takes on average. */
const letter = 7.2

/** The title of a box, as far as it has room there; the whole of it where somebody points at it. */
function words(title: string, { x, y, width }: { x: number; y: number; width: number }): string {
  const shown = cut(title, Math.floor((width - 20) / letter))
  const whole = shown === title ? '' : `<title>${escapeXml(title)}</title>`
  return `<text class="title" x="${x + 10}" y="${y + 17}">${whole}${escapeXml(shown)}</text>`
}

/** A line that passes its points in horizontal direction. */
function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return ''
  let at = first
  const pieces = rest.map(to => {
    const middle = Math.round((at.x + to.x) / 2)
    const piece = at.y === to.y ? `H${to.x}` : `C${middle} ${at.y} ${middle} ${to.y} ${to.x} ${to.y}`
    at = to
    return piece
  })
  return `M${first.x} ${first.y}${pieces.join('')}`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Characters that XML cannot hold are dropped.
const escapeXml = (text: string): string =>
  text
    .replace(/(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, character => entities[character] ?? '')

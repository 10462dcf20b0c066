import type { FlowGraph } from '../../assess/flow-graph.ts'
import { say, word, type Language } from '../../words/message.ts'
import { sayStation } from './labels.ts'
import { layOut, lineHeight, type Point } from './layout.ts'

/** The colours of the map: those of the editor where it has any. */
export const flowStyle = `
.flow { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: 12px; fill: var(--vscode-editor-foreground, #1f2328); background: var(--vscode-editor-background, #ffffff) }
.flow .paper { fill: var(--vscode-editor-background, #ffffff) }
.flow .band { fill: none; stroke: var(--vscode-editorWidget-border, #8c959f); stroke-width: 1.5 }
.flow .adequate, .flow .conditional { stroke: var(--vscode-charts-yellow, #9a6700); stroke-dasharray: 7 4 }
.flow .third { stroke: var(--vscode-charts-red, #cf222e); stroke-width: 2.5 }
.flow .open { stroke: var(--vscode-charts-red, #cf222e); stroke-dasharray: 2 4 }
.flow .zone { fill: var(--vscode-editorWidget-background, #f6f8fa); stroke: var(--vscode-editorWidget-border, #d0d7de); stroke-width: 1 }
.flow .title { font-weight: 600 }
.flow .box { fill: var(--vscode-editor-background, #ffffff); stroke: var(--vscode-editor-foreground, #57606a); stroke-width: 1 }
.flow .personal > .box { stroke: var(--vscode-charts-orange, #bc4c00); stroke-width: 2 }
.flow .special > .box { stroke: var(--vscode-charts-red, #cf222e); stroke-width: 3 }
.flow .name { font-weight: 600 }
.flow .edge { fill: none; stroke: var(--vscode-editor-foreground, #57606a); stroke-width: 1; opacity: 0.75 }
.flow .edge.personal { stroke: var(--vscode-charts-orange, #bc4c00); stroke-width: 2 }
.flow .edge.special { stroke: var(--vscode-charts-red, #cf222e); stroke-width: 3 }
.flow .tip { fill: context-stroke }
.flow .station { cursor: pointer; outline: none }
.flow .station:focus > .box, .flow .station:hover > .box { stroke: var(--vscode-focusBorder, #0969da); stroke-width: 3 }
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
        `<rect class="zone" ${corners(zone)} rx="6"/>`,
        ...(zone.title === '' ? [] : [words(zone.title, zone)]),
      ]),
    ]),
    ...flows.map(
      ({ flow, points }) => `<path class="edge ${flow.sensitivity}" d="${curve(points)}" marker-end="url(#tip)"/>`,
    ),
    ...stations.map(({ station, lines, place, ...box }) =>
      [
        `<g class="station ${station.kind} ${station.sensitivity}" tabindex="0" role="button" data-station="${numbers.get(station.id) ?? ''}" aria-label="${escapeXml(sayStation(station, place, language))}">`,
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
  const topics = stations.filter(({ kind }) => kind === 'topic')
  const special = topics.filter(({ sensitivity }) => sensitivity === 'special').length
  const personal = topics.filter(({ sensitivity }) => sensitivity === 'personal').length
  const countries = new Set(zones.flatMap(({ country }) => country?.code ?? [])).size
  return word(say('flow.summary', { topics: topics.length, special, personal, countries, leftOut }), language)
}

const corners = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`

const words = (title: string, { x, y }: { x: number; y: number }): string =>
  `<text class="title" x="${x + 10}" y="${y + 17}">${escapeXml(title)}</text>`

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

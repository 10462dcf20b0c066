import type { FlowGraph, Sensitivity, Station } from '../../assess/flow-graph.ts'
import { flat } from '../../text/markdown.ts'
import { say, word, type Language } from '../../words/message.ts'
import { bandsOf, linesOf } from './labels.ts'

/** Writes a map as the text of a Mermaid flowchart. */
export function flowMermaid(graph: FlowGraph, words: Language): string {
  const names = new Map(graph.stations.map(({ id }, index) => [id, `s${index}`]))
  const box = (station: Station): string => {
    const label = `"${linesOf(station, words).map(escapeLabel).join('<br>')}"`
    return `${names.get(station.id) ?? ''}${station.kind === 'topic' ? `([${label}])` : `[${label}]`}:::${station.sensitivity}`
  }
  const bands = bandsOf(graph, words).flatMap((band, b) => [
    `  subgraph b${b}["${band.title}"]`,
    ...band.zones.flatMap(({ title, stations }, z) =>
      title === ''
        ? stations.map(station => `    ${box(station)}`)
        : [
            `    subgraph b${b}z${z}["${escapeLabel(title)}"]`,
            ...stations.map(station => `      ${box(station)}`),
            '    end',
          ],
    ),
    '  end',
    `  class b${b} ${band.border}`,
  ])
  return [
    'flowchart LR',
    ...bands,
    ...graph.flows.map(
      ({ from, to, sensitivity, possible }) =>
        `  ${names.get(from) ?? ''} ${arrowOf(sensitivity, possible, words)} ${names.get(to) ?? ''}`,
    ),
    '  classDef none stroke:#57606a',
    '  classDef untold stroke:#57606a,stroke-dasharray:2 4',
    '  classDef personal stroke:#bc4c00,stroke-width:2px',
    '  classDef special stroke:#cf222e,stroke-width:4px',
    '  classDef inside fill:none,stroke:#8c959f',
    '  classDef eea fill:none,stroke:#8c959f',
    '  classDef adequate fill:none,stroke:#9a6700,stroke-dasharray:7 4',
    '  classDef conditional fill:none,stroke:#9a6700,stroke-dasharray:7 4',
    '  classDef third fill:none,stroke:#cf222e,stroke-width:3px',
    '  classDef open fill:none,stroke:#cf222e,stroke-dasharray:2 4',
    ...(graph.leftOut > 0 ? [`  %% ${word(say('flow.leftOut', { count: graph.leftOut }), words)}`] : []),
    '',
  ].join('\n')
}

function arrowOf(sensitivity: Sensitivity, possible: true | undefined, words: Language): string {
  if (possible) return '-.->'
  if (sensitivity === 'special') return `== ${word(say('flow.specialEdge'), words)} ==>`
  return sensitivity === 'personal' ? '==>' : '-->'
}

/** Mermaid reads quotes, brackets and `#` in labels as its own. */
const escapeLabel = (text: string): string =>
  flat(text).replace(/[#"<>&`[\]{}()|\\;]/g, character => `#${character.charCodeAt(0)};`)

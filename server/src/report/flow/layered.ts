import { Graph, layout } from '@dagrejs/dagre'
import type { FlowGraph } from '../../assess/flow-graph.ts'
import type { Band } from './labels.ts'
import type { Placed, Point, Sizes } from './placed.ts'

/** Stations in layers along their flows, each zone in a stretch of its own. */
export function layered(graph: FlowGraph, bands: readonly Band[], sizes: Sizes): Placed {
  const names = new Map(graph.stations.map(({ id }, index) => [id, `s${index}`]))
  const dagre = new Graph({ compound: true, multigraph: true })
  dagre.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 80, edgesep: 24 })
  dagre.setDefaultEdgeLabel(() => ({}))
  bands.forEach((band, b) => {
    dagre.setNode(`b${b}`, {})
    band.zones.forEach(({ stations }, z) => {
      dagre.setNode(`b${b}z${z}`, {})
      dagre.setParent(`b${b}z${z}`, `b${b}`)
      for (const { id } of stations) {
        dagre.setNode(names.get(id) ?? '', { ...sizes.get(id) })
        dagre.setParent(names.get(id) ?? '', `b${b}z${z}`)
      }
    })
  })
  for (const [index, { from, to }] of graph.flows.entries())
    dagre.setEdge(names.get(from) ?? '', names.get(to) ?? '', {}, `f${index}`)
  layout(dagre)
  return {
    boxOf: id => {
      const { x = 0, y = 0 } = dagre.node(names.get(id) ?? '') as { x?: number; y?: number }
      const { width, height } = sizes.get(id) ?? { width: 0, height: 0 }
      return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
    },
    passes: index => {
      const { from = '', to = '' } = graph.flows[index] ?? {}
      const edge = dagre.edge(names.get(from) ?? '', names.get(to) ?? '', `f${index}`) as { points?: Point[] }
      return edge.points ?? []
    },
  }
}

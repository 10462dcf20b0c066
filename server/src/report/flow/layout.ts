import { Graph, layout } from '@dagrejs/dagre'
import type { Flow, FlowGraph, Station } from '../../assess/flow-graph.ts'
import type { Language } from '../../words/message.ts'
import { bandsOf, linesOf, type Band } from './labels.ts'

/** A box, by its upper left corner, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A point, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A map with everything in its place. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly bands: readonly (Box & {
    readonly band: Band
    readonly zones: readonly (Box & { readonly title: string })[]
  })[]
  readonly stations: readonly (Box & {
    readonly station: Station
    readonly lines: readonly string[]
    readonly place: string
  })[]
  /** The points that each passes in horizontal direction. */
  readonly flows: readonly { readonly flow: Flow; readonly points: readonly Point[] }[]
}

/** The height of a line of text, and the room that a title takes. */
export const lineHeight = 16
const title = 22
const padding = 12
const margin = 20
/** All boxes are alike, so that columns have edges. */
const wide = 270

/** Lays a map out from left to right. */
export function layOut(graph: FlowGraph, words: Language): Drawing {
  if (graph.stations.length === 0) return { width: 2 * margin, height: 2 * margin, bands: [], stations: [], flows: [] }
  const bands = bandsOf(graph, words)
  const sizes = new Map(graph.stations.map(station => [station.id, sizeOf(linesOf(station, words))]))
  const names = new Map(graph.stations.map(({ id }, index) => [id, `s${index}`]))
  const dagre = new Graph({ compound: true, multigraph: true })
  dagre.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 80, edgesep: 24, marginx: margin, marginy: margin })
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
  const boxOf = (id: string): Box => {
    const { x = 0, y = 0 } = dagre.node(names.get(id) ?? '') as { x?: number; y?: number }
    const { width, height } = sizes.get(id) ?? { width: 0, height: 0 }
    return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
  }
  const drawn = bands.map(band => {
    const zones = band.zones.map(zone => ({
      ...around(
        zone.stations.map(({ id }) => boxOf(id)),
        zone.title === '' ? 0 : title,
      ),
      title: zone.title,
    }))
    return { ...around(zones, title), band, zones }
  })
  const shift = { x: margin - Math.min(...drawn.map(({ x }) => x)), y: margin - Math.min(...drawn.map(({ y }) => y)) }
  const move = <B extends { readonly x: number; readonly y: number }>(box: B): B => ({
    ...box,
    x: box.x + shift.x,
    y: box.y + shift.y,
  })
  const moved = drawn.map(band => ({ ...move(band), zones: band.zones.map(move) }))
  return {
    width: Math.max(...moved.map(({ x, width }) => x + width), 0) + margin,
    height: Math.max(...moved.map(({ y, height }) => y + height), 0) + margin,
    bands: moved,
    stations: bands.flatMap(band =>
      band.zones.flatMap(zone =>
        zone.stations.map(station => ({
          ...move(boxOf(station.id)),
          station,
          lines: linesOf(station, words),
          place: [band.title, ...(zone.title === '' ? [] : [zone.title])].join(', '),
        })),
      ),
    ),
    flows: routes(
      graph,
      boxOf,
      index =>
        (
          dagre.edge(
            names.get(graph.flows[index]?.from ?? '') ?? '',
            names.get(graph.flows[index]?.to ?? '') ?? '',
            `f${index}`,
          ) as { points?: Point[] }
        ).points ?? [],
    ).map(({ flow, points }) => ({ flow, points: points.map(move) })),
  }
}

/** Leads flows from the right side of a box to the left side of the next, through the columns between them where a gap was left. */
function routes(
  { flows }: FlowGraph,
  boxOf: (id: string) => Box,
  laid: (flow: number) => readonly Point[],
): Drawing['flows'] {
  const columns = new Set(flows.flatMap(({ from, to }) => [boxOf(from), boxOf(to)]).map(({ x }) => x + wide / 2))
  const port = (index: number, end: 'from' | 'to'): number => {
    const [own, other] = [flows[index]?.[end] ?? '', end === 'from' ? ('to' as const) : ('from' as const)]
    const beside = flows
      .flatMap((flow, i) => (flow[end] === own ? [{ i, y: boxOf(flow[other]).y }] : []))
      .sort((a, b) => a.y - b.y || a.i - b.i)
    const box = boxOf(own)
    return Math.round(box.y + (box.height * (beside.findIndex(({ i }) => i === index) + 1)) / (beside.length + 1))
  }
  return flows.map((flow, index) => {
    const [from, to] = [boxOf(flow.from), boxOf(flow.to)]
    const between = laid(index)
      .slice(1, -1)
      .filter(({ x }) => columns.has(Math.round(x)) && x > from.x + wide && x < to.x)
    const through = between.flatMap(({ x, y }): Point[] => [
      { x: Math.round(x - wide / 2), y: Math.round(y) },
      { x: Math.round(x + wide / 2), y: Math.round(y) },
    ])
    return {
      flow,
      points: [{ x: from.x + wide, y: port(index, 'from') }, ...through, { x: to.x, y: port(index, 'to') }],
    }
  })
}

const sizeOf = (lines: readonly string[]): { width: number; height: number } => ({
  width: wide,
  height: lines.length * lineHeight + 16,
})

/** The box around others, with room for a title above them. */
function around(boxes: readonly Box[], above: number): Box {
  const [x, y] = [Math.min(...boxes.map(box => box.x)), Math.min(...boxes.map(box => box.y))]
  const [right, bottom] = [
    Math.max(...boxes.map(box => box.x + box.width)),
    Math.max(...boxes.map(box => box.y + box.height)),
  ]
  return {
    x: x - padding,
    y: y - padding - above,
    width: right - x + 2 * padding,
    height: bottom - y + 2 * padding + above,
  }
}

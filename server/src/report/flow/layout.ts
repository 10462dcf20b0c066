import type { Flow, FlowGraph, Station } from '../../assess/flow-graph.ts'
import type { Language } from '../../words/message.ts'
import { bandsOf, linesOf, type Band } from './labels.ts'
import { groupBy } from '../../text/order.ts'
import { layered } from './layered.ts'
import type { Box, Point } from './placed.ts'
import { wrapped } from './wrapped.ts'

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
  const { boxOf, passes } = (graph.stations.length > mostLayered ? wrapped : layered)(graph, bands, sizes)
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
    flows: routes(graph, boxOf, passes).map(({ flow, points }) => ({ flow, points: points.map(move) })),
  }
}

/** A map of more stations is wrapped: in layers it would be one column that nobody sees as a whole, and takes minutes to work out. */
const mostLayered = 30

/** Leads flows from the right side of a box to the left side of the next, through the columns between them where a gap was left. */
function routes(
  { flows }: FlowGraph,
  boxOf: (id: string) => Box,
  laid: (flow: number) => readonly Point[],
): Drawing['flows'] {
  const columns = new Set(flows.flatMap(({ from, to }) => [boxOf(from), boxOf(to)]).map(({ x }) => x + wide / 2))
  const [out, into] = [portsOf(flows, boxOf, 'from'), portsOf(flows, boxOf, 'to')]
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
      points: [{ x: from.x + wide, y: out[index] ?? from.y }, ...through, { x: to.x, y: into[index] ?? to.y }],
    }
  })
}

/** How far down each flow leaves or reaches the box at one of its ends: in the order of the boxes at the others. */
function portsOf(flows: FlowGraph['flows'], boxOf: (id: string) => Box, end: 'from' | 'to'): number[] {
  const other = end === 'from' ? 'to' : 'from'
  const ports: number[] = []
  const beside = groupBy([...flows.entries()], ([, flow]) => flow[end])
  for (const [id, ends] of beside) {
    const box = boxOf(id)
    const inOrder = ends
      .map(([index, flow]) => ({ index, y: boxOf(flow[other]).y }))
      .sort((a, b) => a.y - b.y || a.index - b.index)
    for (const [place, { index }] of inOrder.entries())
      ports[index] = Math.round(box.y + (box.height * (place + 1)) / (inOrder.length + 1))
  }
  return ports
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

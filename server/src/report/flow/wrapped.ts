import type { FlowGraph } from '../../assess/flow-graph.ts'
import { compareTexts, groupBy } from '../../text/order.ts'
import type { Band } from './labels.ts'
import type { Box, Placed, Sizes } from './placed.ts'

/** The room between boxes beside and above each other, between zones above each other, and between bands. */
const gaps = { across: 80, down: 20, zone: 46, band: 80 } as const
/** How much wider than tall a picture should be at most. */
const shape = 1.5
/** How often stations are put near those that they have flows with. */
const sweeps = 5

/** Stations in as many columns as it takes to see them at once: the own network along its flows, what lies outside to its right, border by border and zone by zone. */
export function wrapped(graph: FlowGraph, bands: readonly Band[], sizes: Sizes): Placed {
  const cell = {
    width: Math.max(...[...sizes.values()].map(({ width }) => width)) + gaps.across,
    height: Math.max(...[...sizes.values()].map(({ height }) => height)) + gaps.down,
  }
  const ranks = ranksOf(graph)
  const inRanks = (ids: readonly string[]): Block[] =>
    [...groupBy(ids, id => ranks.get(id) ?? 0)].sort(([a], [b]) => a - b).map(([, block]) => block)
  const areas = bands.map(({ border, zones }): Area => {
    const blocks = zones.map(({ stations }) => stations.map(({ id }) => id))
    return border === 'inside' ? { beside: blocks.flatMap(inRanks) } : { below: blocks }
  })
  const rows = rowsFor(areas, cell, graph.stations.length)
  let spots = arrange(areas, cell, rows).spots
  for (let sweep = 0; sweep < sweeps; sweep++) {
    sortByNeighbours(graph, areas, spots)
    spots = arrange(areas, cell, rows).spots
  }
  const nowhere = { width: 0, height: 0 }
  return {
    boxOf: id => ({ ...(spots.get(id) ?? { x: 0, y: 0 }), ...(sizes.get(id) ?? nowhere) }),
    passes: () => [],
  }
}

/** Stations that stand together, by their ids. */
type Block = string[]

/** The blocks of a band: along the flow, or zone by zone. */
type Area = { readonly beside: readonly Block[] } | { readonly below: readonly Block[] }

type Extent = Pick<Box, 'width' | 'height'>

interface Arranged extends Extent {
  /** The upper left corners. */
  readonly spots: ReadonlyMap<string, Pick<Box, 'x' | 'y'>>
}

/** The least rows at which the picture is not wider than its shape allows. */
function rowsFor(areas: readonly Area[], cell: Extent, most: number): number {
  for (let rows = 1; rows < most; rows++) {
    const { width, height } = arrange(areas, cell, rows)
    if (width <= shape * height) return rows
  }
  return most
}

/** Puts bands beside each other, or below each other as long as no column has more than some rows. */
function arrange(areas: readonly Area[], cell: Extent, rows: number): Arranged {
  const spots = new Map<string, Pick<Box, 'x' | 'y'>>()
  let [left, right, top, height] = [0, 0, 0, 0]
  for (const area of areas) {
    const inner = 'beside' in area ? inColumns(area.beside, cell, rows) : inStacks(area.below, cell, rows)
    if (top > 0 && top + inner.height > rows * cell.height) [left, top] = [right + gaps.band, 0]
    for (const [id, { x, y }] of inner.spots) spots.set(id, { x: left + x, y: top + y })
    right = Math.max(right, left + inner.width)
    height = Math.max(height, top + inner.height)
    // Beside the own network stands what lies outside.
    if ('beside' in area) left = right + gaps.band
    else top += inner.height + gaps.band
  }
  return { spots, width: right, height }
}

/** Blocks one behind the other, each in as many columns as it needs. */
function inColumns(blocks: readonly Block[], cell: Extent, rows: number): Arranged {
  const spots = new Map<string, Pick<Box, 'x' | 'y'>>()
  let [width, height] = [0, 0]
  for (const block of blocks) {
    const inner = grid(block, cell, rows)
    for (const [id, { x, y }] of inner.spots) spots.set(id, { x: width + x, y })
    width += inner.width
    height = Math.max(height, inner.height)
  }
  return { spots, width, height }
}

/** Blocks one below the other, beside each other where a column would have too many rows. */
function inStacks(blocks: readonly Block[], cell: Extent, rows: number): Arranged {
  const spots = new Map<string, Pick<Box, 'x' | 'y'>>()
  let [left, right, top, height] = [0, 0, 0, 0]
  for (const block of blocks) {
    const inner = grid(block, cell, rows)
    if (top > 0 && top + inner.height > rows * cell.height) [left, top] = [right, 0]
    for (const [id, { x, y }] of inner.spots) spots.set(id, { x: left + x, y: top + y })
    right = Math.max(right, left + inner.width)
    height = Math.max(height, top + inner.height)
    top += inner.height + gaps.zone
  }
  return { spots, width: right, height }
}

/** A block in columns that are as even as they can be. */
function grid(block: Block, cell: Extent, rows: number): Arranged {
  const columns = Math.ceil(block.length / rows)
  const each = Math.ceil(block.length / columns)
  const spots = new Map(
    block.map((id, index) => [id, { x: Math.floor(index / each) * cell.width, y: (index % each) * cell.height }]),
  )
  return { spots, width: columns * cell.width, height: each * cell.height }
}

/** Puts the stations of each block into the order of those that they have flows with. */
function sortByNeighbours({ flows }: FlowGraph, areas: readonly Area[], spots: Arranged['spots']): void {
  const heights = new Map<string, number[]>()
  const note = (id: string, other: string): void => {
    const known = heights.get(id) ?? []
    known.push(spots.get(other)?.y ?? 0)
    heights.set(id, known)
  }
  for (const { from, to } of flows) {
    note(from, to)
    note(to, from)
  }
  const middle = (id: string): number => {
    const known = heights.get(id) ?? [spots.get(id)?.y ?? 0]
    return known.reduce((sum, height) => sum + height, 0) / known.length
  }
  for (const area of areas)
    for (const block of 'beside' in area ? area.beside : area.below)
      block.sort((a, b) => middle(a) - middle(b) || compareTexts(a, b))
}

/** Stations by how far down the flow they stand: behind all that they have their records from. In a circle, somebody is the first. */
function ranksOf({ stations, flows }: FlowGraph): ReadonlyMap<string, number> {
  const out = groupBy(flows, ({ from }) => from)
  const waiting = new Map(stations.map(({ id }) => [id, 0]))
  for (const { to } of flows) waiting.set(to, (waiting.get(to) ?? 0) + 1)
  const ranks = new Map<string, number>()
  const pass = (id: string): string[] => {
    const rank = ranks.get(id) ?? 0
    ranks.set(id, rank)
    waiting.delete(id)
    return (out.get(id) ?? []).flatMap(({ to }) => {
      const left = waiting.get(to)
      if (left === undefined) return []
      ranks.set(to, Math.max(ranks.get(to) ?? 0, rank + 1))
      waiting.set(to, left - 1)
      return left === 1 ? [to] : []
    })
  }
  const first = stations.filter(({ id }) => waiting.get(id) === 0)
  for (const { id } of [...first, ...stations]) {
    const ready = waiting.has(id) ? [id] : []
    for (const next of ready) ready.push(...pass(next))
  }
  return ranks
}

import type { Flow, FlowGraph, Sensitivity, Station } from '../../assess/flow-graph.ts'
import { compareTexts } from '../../text/order.ts'

/** Which part of a map is looked at; what is left out is no limit. */
export interface Choice {
  /** Only topics that tell this much of people, and whoever has their records. */
  readonly show?: 'personal' | 'special'
  /** Only whoever stands in this country (ISO 3166-1 alpha-2) or is run by this owner, and the topics that they have. */
  readonly country?: string
  readonly owner?: string
  /** Only what flows into and out of one station, by its id. */
  readonly focus?: string
  /** Ids of bundles that are drawn topic by topic. */
  readonly expanded?: readonly string[]
}

/** More topics than these are drawn together where the same flows in and out of them. */
const bundledFrom = 40

/** A part of a map; topics between which no flow tells a difference come as one. */
export function selectFlow(graph: FlowGraph, { show, country, owner, focus, expanded = [] }: Choice): FlowGraph {
  const focused = focus === undefined ? graph : keep(graph, along(graph, focus))
  const telling = show === undefined ? focused : keep(focused, tellsOf(focused, show))
  const placed =
    country === undefined && owner === undefined ? telling : keep(telling, standingIn(telling, country, owner))
  return bundle(placed, expanded)
}

/** A map with some of its stations only. */
function keep({ stations, flows, zones, leftOut }: FlowGraph, ids: ReadonlySet<string>): FlowGraph {
  const kept = stations.filter(({ id }) => ids.has(id))
  const used = new Set(kept.map(({ zone }) => zone))
  return {
    stations: kept,
    flows: flows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    zones: zones.filter(({ id }) => used.has(id)),
    leftOut,
  }
}

/** A station with all that comes to it and all that it reaches. */
function along({ flows }: FlowGraph, start: string): Set<string> {
  const walk = (from: 'from' | 'to', to: 'from' | 'to'): string[] => {
    const seen = new Set([start])
    for (const at of seen) for (const flow of flows) if (flow[from] === at) seen.add(flow[to])
    return [...seen]
  }
  return new Set([...walk('from', 'to'), ...walk('to', 'from')])
}

function tellsOf({ stations, flows }: FlowGraph, show: 'personal' | 'special'): Set<string> {
  const enough: readonly Sensitivity[] = show === 'special' ? ['special'] : ['personal', 'special']
  const topics = new Set(
    stations.filter(({ kind, sensitivity }) => kind === 'topic' && enough.includes(sensitivity)).map(({ id }) => id),
  )
  return withNeighbours(
    topics,
    flows.filter(({ sensitivity }) => enough.includes(sensitivity)),
  )
}

function standingIn({ stations, flows, zones }: FlowGraph, country?: string, owner?: string): Set<string> {
  const here = new Set(
    zones
      .filter(
        zone =>
          (country === undefined || zone.country?.code === country) && (owner === undefined || zone.owner === owner),
      )
      .map(({ id }) => id),
  )
  return withNeighbours(new Set(stations.filter(({ zone }) => here.has(zone)).map(({ id }) => id)), flows)
}

const withNeighbours = (ids: ReadonlySet<string>, flows: readonly Flow[]): Set<string> =>
  new Set([...ids, ...flows.flatMap(({ from, to }) => (ids.has(from) || ids.has(to) ? [from, to] : []))])

/** Draws topics of one zone as one where the same stations give and take their records and they tell alike of people. */
function bundle(graph: FlowGraph, expanded: readonly string[]): FlowGraph {
  const topics = graph.stations.filter(({ kind }) => kind === 'topic')
  if (topics.length <= bundledFrom) return graph
  const alike = new Map<string, Station[]>()
  const keys = keysOf(graph)
  for (const topic of topics) {
    const key = keys(topic)
    alike.set(key, [...(alike.get(key) ?? []), topic])
  }
  const instead = new Map<string, string>()
  const bundles = [...alike.values()].flatMap(([first, ...others]) => {
    const id = `bundle ${first?.id ?? ''}`
    if (!first || others.length === 0 || expanded.includes(id)) return []
    for (const topic of [first, ...others]) instead.set(topic.id, id)
    return [{ ...first, id, topics: [first, ...others].map(({ name }) => name) }]
  })
  const end = (id: string): string => instead.get(id) ?? id
  const flows = graph.flows.map(flow => ({ ...flow, from: end(flow.from), to: end(flow.to) }))
  return {
    ...graph,
    stations: [...graph.stations.filter(({ id }) => !instead.has(id)), ...bundles].sort((a, b) =>
      compareTexts(a.id, b.id),
    ),
    flows: [...new Map(flows.map(flow => [`${flow.from} ${flow.to} ${flow.sensitivity}`, flow])).values()],
  }
}

/** What topics have to have in common. */
function keysOf({ flows }: FlowGraph): (topic: Station) => string {
  const around = new Map<string, string[]>()
  const note = (id: string, what: string): void => void around.set(id, [...(around.get(id) ?? []), what])
  for (const { from, to, sensitivity, possible } of flows) {
    note(from, `>${to} ${sensitivity} ${possible ?? ''}`)
    note(to, `<${from} ${sensitivity} ${possible ?? ''}`)
  }
  return ({ id, zone, sensitivity, holds }) =>
    [zone, sensitivity, ...holds.map(({ one }) => one), ...(around.get(id) ?? []).sort(compareTexts)].join('\n')
}

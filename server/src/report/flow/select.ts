import { sensitivities, type Flow, type FlowGraph, type Sensitivity, type Station } from '../../assess/flow-graph.ts'
import { compareTexts, groupBy } from '../../text/order.ts'

/** Which part of a map is looked at; what is left out is no limit. */
export interface Choice {
  /** Only topics that tell this much of people, and whoever has their records. */
  readonly show?: 'personal' | 'special'
  /** Only whoever stands in this country (ISO 3166-1 alpha-2) or is run by this owner, and the topics that they have. */
  readonly country?: string
  readonly owner?: string
  /** Only what flows into and out of one station, by its id. */
  readonly focus?: string
  /** Ids of bundles that are drawn one by one. */
  readonly expanded?: readonly string[]
}

/** More topics than these are drawn together where the same flows in and out of them. */
const bundledFrom = 40
/** More boxes of topics make no map. */
const mostTopics = 150

/** A part of a map; topics between which no flow tells a difference come as one. */
export function selectFlow(graph: FlowGraph, { show, country, owner, focus, expanded = [] }: Choice): FlowGraph {
  const focused = focus === undefined ? graph : keep(graph, along(graph, focus))
  const telling = show === undefined ? focused : keep(focused, tellsOf(focused, show))
  const placed =
    country === undefined && owner === undefined ? telling : keep(telling, standingIn(telling, country, owner))
  return limit(bundle(placed, expanded))
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

/** Draws stations as one that look alike and have flows with such as look alike: topics, and with them whoever gives or takes the records of one or two. What many topics have in common stays what it is. */
function bundle(graph: FlowGraph, expanded: readonly string[]): FlowGraph {
  if (graph.stations.filter(({ kind }) => kind === 'topic').length <= bundledFrom) return graph
  const classes = groupBy(graph.stations, classesOf(graph))
  const instead = new Map<string, string>()
  const bundles = [...classes.values()].flatMap(([first, ...others]): Station[] => {
    if (!first || others.length === 0) return []
    const id = `bundle ${first.id}`
    if (expanded.includes(id)) return []
    for (const station of [first, ...others]) instead.set(station.id, id)
    return [{ ...first, id, several: [first, ...others].map(({ name }) => name) }]
  })
  const end = (id: string): string => instead.get(id) ?? id
  const drawn = graph.flows.map(flow => ({ ...flow, from: end(flow.from), to: end(flow.to) }))
  return {
    ...graph,
    stations: [...graph.stations.filter(({ id }) => !instead.has(id)), ...bundles].sort((a, b) =>
      compareTexts(a.id, b.id),
    ),
    flows: [...new Map(drawn.map(flow => [`${flow.from} ${flow.to} ${flow.sensitivity}`, flow])).values()],
  }
}

/** What a station looks like on the map. */
const looksOf = ({ kind, zone, sensitivity, holds, detail = '', effect }: Station): string =>
  [kind, zone, sensitivity, detail, effect ?? '', ...holds.map(({ one }) => one)].join('\n')

/** Whoever has the records of more topics than these is somebody of their own. */
const mostInCommon = 2
/** How many flows away a difference still counts. */
const farthest = 8

/** Tells stations apart by how they look, then again and again by those around them, as long as that tells more of them apart. */
function classesOf({ stations, flows }: FlowGraph): (station: Station) => number {
  const [into, out] = [groupBy(flows, ({ to }) => to), groupBy(flows, ({ from }) => from)]
  const isShared = ({ kind, id }: Station): boolean =>
    kind !== 'topic' && (into.get(id)?.length ?? 0) + (out.get(id)?.length ?? 0) > mostInCommon
  let classes = numbered(stations, station => (isShared(station) ? station.id : looksOf(station)))
  const around = ({ id }: Station): string[] => [
    ...(into.get(id) ?? []).map(flow => `<${classes.get(flow.from) ?? ''} ${flow.sensitivity} ${flow.possible ?? ''}`),
    ...(out.get(id) ?? []).map(flow => `>${classes.get(flow.to) ?? ''} ${flow.sensitivity} ${flow.possible ?? ''}`),
  ]
  const count = (): number => new Set(classes.values()).size
  for (let [round, before] = [0, 0]; round < farthest && count() > before; round++) {
    before = count()
    const known = classes
    classes = numbered(stations, station => [known.get(station.id), ...around(station).sort(compareTexts)].join('\n'))
  }
  return ({ id }) => classes.get(id) ?? 0
}

/** Numbers stations by a text. */
function numbered(stations: readonly Station[], textOf: (station: Station) => string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  return new Map(
    stations.map(station => {
      const text = textOf(station)
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return [station.id, number]
    }),
  )
}

/** The map with as many topics as can be read, those that tell of people first. */
function limit(graph: FlowGraph): FlowGraph {
  const topics = graph.stations.filter(({ kind }) => kind === 'topic')
  if (topics.length <= mostTopics) return graph
  const ranked = [...topics].sort((a, b) => sensitivities.indexOf(b.sensitivity) - sensitivities.indexOf(a.sensitivity))
  const left = new Set(ranked.slice(mostTopics).map(({ id }) => id))
  const flows = graph.flows.filter(({ from, to }) => !left.has(from) && !left.has(to))
  const reached = new Set([
    ...flows.flatMap(({ from, to }) => [from, to]),
    ...ranked.slice(0, mostTopics).map(({ id }) => id),
  ])
  const leftOut = ranked.slice(mostTopics).reduce((sum, { several }) => sum + (several?.length ?? 1), 0)
  return { ...keep(graph, reached), leftOut }
}

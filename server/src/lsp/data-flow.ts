import { flowGraph, mapUnder, type FlowGraph } from '../assess/flow-graph.ts'
import { suppositionsAbout, type Supposition } from '../assess/what-if.ts'
import { countryName } from '../assess/place-messages.ts'
import type { Place } from '../model/fact.ts'
import { linesOf, placeWords, sayStation } from '../report/flow/labels.ts'
import { flowMermaid } from '../report/flow/mermaid.ts'
import { selectFlow } from '../report/flow/select.ts'
import { compareTexts } from '../text/order.ts'
import { toUri } from '../text/uri.ts'
import { say, word } from '../words/message.ts'
import type { DataFlowParams, DataFlowResult } from './protocol.ts'
import { ask, type Asked, type Served } from './served.ts'

/** Serves the map of the data flow of the workspace. */
export function serveDataFlow(served: Served): void {
  served.connection.onRequest(
    'kafkaReview/dataFlow',
    async (params: DataFlowParams | null): Promise<DataFlowResult> => drawFlow(served, params),
  )
}

/** The map of the workspace, or the part of it that is asked for. */
export async function drawFlow(served: Served, params: DataFlowParams | null): Promise<DataFlowResult> {
  const { loaded, workspace, locale } = served
  // What lays the map out is loaded with the first one.
  const [{ describe, flowStyle, flowSvg }] = await Promise.all([import('../report/flow/svg.ts'), loaded()])
  const asked = ask(served)
  const { db, words, locate } = asked
  const whole = flowGraph(db, workspace().review.files())
  const focus = params?.at ? stationAt(params.at, whole, asked) : params?.focus
  const graph = selectFlow(mapUnder(whole, params?.suppose ? [params.suppose] : []), {
    ...params,
    ...(focus === undefined ? {} : { focus }),
  })
  return {
    summary: describe(graph, words),
    drawing: flowSvg(graph, words, false),
    style: flowStyle,
    svg: flowSvg(graph, words),
    mermaid: flowMermaid(graph, words),
    places: graph.stations.map(({ at }) => locate(at)[0] ?? null),
    stations: graph.stations.map(station => ({
      id: station.id,
      title: linesOf(station, words)[0] ?? station.name,
      says: sayStation(station, placeWords(graph, station, words), words),
      isBundle: station.several !== undefined,
    })),
    countries: [...new Map(whole.zones.flatMap(({ country }) => (country ? [[country.code, country]] : [])))]
      .map(([code, country]) => ({ code, name: word(countryName(country), words) }))
      .sort((a, b) => compareTexts(a.name, b.name)),
    suppositions: suppositionsAbout(
      db,
      whole.stations.flatMap(({ destination }) => destination ?? []),
    ).map(suppose => ({
      suppose,
      title: locale().scorecard.suppose(withNames(suppose, asked)),
    })),
    owners: [...new Set(whole.zones.flatMap(({ owner }) => owner ?? []))].sort(compareTexts),
    legend: {
      special: word(say('flow.special'), words),
      personal: word(say('flow.personal'), words),
      untold: word(say('flow.untold'), words),
      possible: word(say('flow.possible'), words),
      breaks: word(say('flow.breaks'), words),
      unclear: word(say('flow.unclear'), words),
    },
    ...(focus === undefined ? {} : { focus }),
  }
}

/** A supposition with the name of its country instead of the code. */
function withNames(suppose: Supposition, { db, words }: Asked): Supposition {
  if (!('country' in suppose)) return suppose
  const country = db.knowledge.countries.get(suppose.country)
  return country ? { ...suppose, country: word(countryName(country), words) } : suppose
}

/** The station whose entity stands around a position, or whose topic is named there; undefined where there is none. */
function stationAt(
  { uri, position }: NonNullable<DataFlowParams['at']>,
  { stations }: FlowGraph,
  { db, offsetOf }: Asked,
): string | undefined {
  const file = toUri(uri)
  const offset = offsetOf(file, position)
  if (offset === undefined) return undefined
  const isHere = ({ file: other, span }: Place): boolean => other === file && span.start <= offset && offset <= span.end
  const around = db.estate.entities(file).filter(({ extent }) => extent.start <= offset && offset <= extent.end)
  const within = ({ file: other, span }: Place): boolean =>
    other === file && around.some(({ extent }) => extent.start <= span.start && span.end <= extent.end)
  return (stations.find(({ at }) => isHere(at)) ?? stations.find(({ at }) => within(at)))?.id
}

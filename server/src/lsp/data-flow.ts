import { flowGraph } from '../assess/flow-graph.ts'
import { flowMermaid } from '../report/flow/mermaid.ts'
import { describe, flowStyle, flowSvg } from '../report/flow/svg.ts'
import type { DataFlowResult } from './protocol.ts'
import { ask, type Served } from './served.ts'

/** Serves the map of the data flow of the workspace. */
export function serveDataFlow(served: Served): void {
  const { connection, loaded, workspace } = served
  connection.onRequest('kafkaReview/dataFlow', async (): Promise<DataFlowResult> => {
    await loaded()
    const { db, words, locate } = ask(served)
    const graph = flowGraph(db, workspace().review.files())
    return {
      summary: describe(graph, words),
      drawing: flowSvg(graph, words, false),
      style: flowStyle,
      svg: flowSvg(graph, words),
      mermaid: flowMermaid(graph, words),
      places: graph.stations.map(({ at }) => locate(at)[0] ?? null),
    }
  })
}

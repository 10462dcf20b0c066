import { today } from '../host/today.ts'
import { loadLibrary, openDb } from '../assess/db.ts'
import { flowGraph, mapUnder } from '../assess/flow-graph.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { flowMermaid } from '../report/flow/mermaid.ts'
import { selectFlow } from '../report/flow/select.ts'
import { flowSvg } from '../report/flow/svg.ts'
import { oneOf, parse } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewAsked } from './review-facts.ts'
import { supposing, suppositionsIn } from './suppositions.ts'

/** Prints the map of where data comes from and goes to; returns the exit status. */
export async function flow(args: readonly string[], locale: Locale): Promise<number> {
  const { paths, options } = parse(args, {
    format: 'string',
    ...supposing,
    facts: 'boolean',
    'no-ignore': 'boolean',
  })
  const format = oneOf('format', options.format ?? 'svg', ['svg', 'mermaid'])
  const library = loadLibrary(today)
  const suppositions = suppositionsIn(options, library)
  const reviewed = await reviewAsked(paths, library, options, locale.words)
  const { review, uris, failures } = reviewed
  const { words } = withoutSecrets(locale, review.estate.secrets)
  const whole = flowGraph(openDb(review.estate, library), uris)
  const graph = selectFlow(mapUnder(whole, suppositions), {})
  process.stdout.write(format === 'svg' ? flowSvg(graph, words) : flowMermaid(graph, words))
  complain(reviewed, words)
  return failures.length > 0 ? 2 : 0
}

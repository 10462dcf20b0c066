import { loadLibrary, openDb } from '../assess/db.ts'
import { flowGraph } from '../assess/flow-graph.ts'
import { flowMermaid } from '../report/flow/mermaid.ts'
import { flowSvg } from '../report/flow/svg.ts'
import { say, word } from '../words/message.ts'
import { oneOf, parse, usage } from './arguments.ts'
import { reviewPaths } from './review-paths.ts'

/** Prints the map of where data comes from and goes to; returns the exit status. */
export function flow(args: readonly string[]): number {
  const { paths, options } = parse(args, { format: 'string' })
  const format = oneOf('format', options.format ?? 'svg', ['svg', 'mermaid'])
  const library = loadLibrary()
  const { review, files, unreadable } = usage(() => reviewPaths(paths, library))
  const graph = flowGraph(
    openDb(review.estate, library),
    files.map(({ uri }) => uri),
  )
  process.stdout.write(format === 'svg' ? flowSvg(graph) : flowMermaid(graph))
  for (const path of unreadable) process.stderr.write(word(say('cli.notYamlDeclarations', { path })))
  return unreadable.length > 0 ? 2 : 0
}

import { loadLibrary, openDb, type Db } from '../assess/db.ts'
import { flowGraph } from '../assess/flow-graph.ts'
import { today } from '../host/today.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { levels } from '../model/configuration.ts'
import { recordOf } from '../records/activities.ts'
import { activityMarkdown, recordMarkdown } from '../records/markdown.ts'
import { flowMermaid } from '../report/flow/mermaid.ts'
import { selectFlow } from '../report/flow/select.ts'
import { reaches } from '../report/report.ts'
import { sentenceOf } from '../rules/finding.ts'
import { rules } from '../rules/registry.ts'
import { say, word, type Message } from '../words/message.ts'
import { parse, UsageError } from './arguments.ts'
import { answerLines, type Tool } from './mcp-protocol.ts'
import { placesIn, reviewPaths, type PathReview } from './review-paths.ts'

/** `kafka-review mcp`: serves tools that only read, for assistants, over standard input and output; ends with its input. */
export async function mcp(args: readonly string[], locale: Locale): Promise<undefined> {
  const { paths } = parse(args, {}, { pathless: true })
  await answerLines(process.stdin, process.stdout, toolsFor(paths.length > 0 ? paths : ['.'], locale))
  return undefined
}

/** What goes wrong is told in words. */
async function inWords<T>(done: Promise<T>, { words }: Locale): Promise<T> {
  try {
    return await done
  } catch (error) {
    throw error instanceof UsageError && typeof error.said !== 'string' ? new Error(word(error.said, words)) : error
  }
}

/** The tools, on what lies below paths at each call. */
export function toolsFor(paths: readonly string[], locale: Locale): readonly Tool[] {
  const tell = (message: Message, { words }: Pick<Locale, 'words'> = locale): string => word(message, words)
  const library = loadLibrary(today)
  const reviewed = async (): Promise<{ all: PathReview; db: Db; told: Locale }> => {
    const all = await inWords(reviewPaths(paths, library, { honourIgnored: true, words: locale.words }), locale)
    return { all, db: openDb(all.review.estate, library), told: withoutSecrets(locale, all.review.estate.secrets) }
  }
  const text = { type: 'string' } as const
  return [
    {
      name: 'findings',
      description: tell(say('mcp.findings')),
      properties: { path: text, code: text, level: { ...text, enum: levels } },
      async call({ path, code, level }) {
        const { all, told } = await reviewed()
        const found = all.files
          .filter(file => path === undefined || file.path.includes(path))
          .flatMap(({ path: file, lines, findings }) => {
            return findings
              .filter(one => !one.suppressed && (code === undefined || one.code === code))
              .filter(one => reaches(one.level, levels.find(known => known === level) ?? 'information'))
              .map(one => ({
                code: one.code,
                level: one.level,
                certainty: one.certainty,
                place: `${file}:${lines.position(one.at.span.start).line + 1}`,
                message: tell(sentenceOf(one), told),
                fixes: one.fixes.map(({ title }) => tell(title, told)),
              }))
          })
        return JSON.stringify({ findings: found, files: all.files.length, notRead: all.failures }, undefined, 1)
      },
    },
    {
      name: 'record',
      description: tell(say('mcp.record')),
      properties: { activity: text },
      async call({ activity }) {
        const { all, db, told } = await reviewed()
        const places = { show: placesIn(all) }
        const record = recordOf(db, all.uris, all.review.accepted(all.uris))
        if (activity === undefined) return recordMarkdown(record, told.record, places)
        const wanted = record.activities.filter(({ name }) => name === activity)
        return wanted.length > 0
          ? wanted.map(one => activityMarkdown(one, told.record, places)).join('\n')
          : tell(say('mcp.noActivity', { activity, known: record.activities.map(({ name }) => name) }))
      },
    },
    {
      name: 'flow',
      description: tell(say('mcp.flow')),
      properties: { topic: text },
      async call({ topic }) {
        const { all, db, told } = await reviewed()
        const graph = flowGraph(db, all.uris)
        if (topic === undefined) return flowMermaid(selectFlow(graph, {}), told.words)
        const named = graph.stations.filter(({ name }) => name === topic)
        return named.length > 0
          ? named.map(({ id }) => flowMermaid(selectFlow(graph, { focus: id }), told.words)).join('\n')
          : tell(say('mcp.noTopic', { topic }))
      },
    },
    {
      name: 'explain',
      description: tell(say('mcp.explain')),
      properties: { code: text },
      required: ['code'],
      async call({ code }) {
        const rule = rules.find(one => one.code === code)
        return rule ? locale.pageOf(rule) : tell(say('mcp.noRule', { code: code ?? '' }))
      },
    },
  ]
}

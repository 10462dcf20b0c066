import type { Knowledge } from '../knowledge/load.ts'
import type { Finding } from '../rules/finding.ts'
import { sectionOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import { toUri } from '../text/uri.ts'
import type { Locale } from '../locale/locale.ts'
import { say, word, type Message } from '../words/message.ts'
import { escapeMarkdown, fence } from '../text/markdown.ts'
import { ask, type Served } from './served.ts'
import { toPage, toRange } from './to-lsp.ts'
import { renderTopic } from './topic-hover.ts'

/** Serves what is known of a place: its findings, and the topic that is named there. */
export function serveHover(served: Served): void {
  const { connection, workspace, library, state } = served
  connection.onHover(({ textDocument, position }) => {
    const uri = toUri(textDocument.uri)
    const { db, words, linesOf, offsetOf } = ask(served)
    const [lines, offset] = [linesOf(uri), offsetOf(uri, position)]
    if (!lines || offset === undefined) return null
    const found = workspace()
      .review.findings(uri)
      .filter(({ at, suppressed }) => !suppressed && at.span.start <= offset && offset <= at.span.end)
    const topic = renderTopic(uri, offset, db, words)
    const span = found[0]?.at.span ?? topic?.span
    if (!span) return null
    const value = [
      ...found.map(finding => renderHover(finding, library.knowledge, state.options.rulePage, state.locale)),
      ...(topic ? [topic.value] : []),
    ].join('\n\n---\n\n')
    return { contents: { kind: 'markdown', value }, range: toRange(span, lines) }
  })
}

/** What the editor shows over a finding: why it matters, how it was read, what to do, how sure it is. Markdown. */
export function renderHover(
  finding: Finding,
  knowledge: Knowledge,
  rulePage: string | undefined,
  locale: Locale,
): string {
  const tell = (message: Message): string => word(message, locale.words)
  const rule = rules.find(({ code }) => code === finding.code)
  const law = finding.law.flatMap(id => knowledge.law.get(id) ?? [])
  const page = rule ? locale.pageOf(rule) : ''
  const [why, todo] = [sectionOf(page, tell(say('page.why'))), sectionOf(page, tell(say('page.todo')))]
  return [
    `**[${finding.code}](${toPage(finding, rulePage)})** ${escapeMarkdown(tell(finding.message))}`,
    why,
    ...law.map(
      ({ cite, url, says }) => `[${tell(say('law.cite', { cite }))}](${url}): ${tell(say('law.says', { says }))}`,
    ),
    ...(finding.because.length > 0
      ? [
          `**${tell(say('hover.howRead'))}**\n\n${finding.because.map(reason => `- ${escapeMarkdown(tell(reason))}`).join('\n')}`,
        ]
      : []),
    `**${tell(say('hover.whatToDo'))}**`,
    [...finding.fixes.map(({ title }) => say('hover.quickFix', { title })), ...finding.unfixed]
      .map(message => `- ${escapeMarkdown(tell(message))}`)
      .join('\n'),
    todo,
    ...besides(finding, tell),
    `**${tell(say('hover.howSure'))}**: ${tell(say(`hover.${finding.certainty}`))}`,
    ...(finding.sources.length > 0
      ? [`**${tell(say('hover.sources'))}**\n\n${finding.sources.map(source => `- ${source}`).join('\n')}`]
      : []),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** What the quick fixes leave to do beside them. */
const besides = ({ fixes }: Finding, tell: (message: Message) => string): string[] =>
  fixes.flatMap(({ beside }) =>
    beside
      ? [
          `**${tell(say('hover.beside'))}**\n\n${escapeMarkdown(tell(beside.says))}\n\n${fence('sh', beside.commands.join('\n'))}`,
        ]
      : [],
  )

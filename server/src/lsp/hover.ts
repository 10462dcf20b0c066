import type { Knowledge } from '../knowledge/load.ts'
import type { Finding } from '../rules/finding.ts'
import { sectionOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import type { Span } from '../text/span.ts'
import { baseName, toUri, type Uri } from '../text/uri.ts'
import type { Locale } from '../locale/locale.ts'
import { say, word, type Message } from '../words/message.ts'
import { escapeMarkdown, fence } from '../text/markdown.ts'
import { codes, keysAt, meaningOf, type Offer } from './configuration-offers.ts'
import type { InitializationOptions } from './protocol.ts'
import { ask, type Served } from './served.ts'
import { toPage, toRange } from './to-lsp.ts'
import { renderTopic } from './topic-hover.ts'
import { yamlContextAt } from './yaml-context.ts'

/** Serves what is known of a place: its findings, and the topic that is named there. */
export function serveHover(served: Served): void {
  const { connection, workspace, library, state, locale } = served
  connection.onHover(({ textDocument, position }) => {
    const uri = toUri(textDocument.uri)
    const { db, words, linesOf, offsetOf } = ask(served)
    const [lines, offset] = [linesOf(uri), offsetOf(uri, position)]
    if (!lines || offset === undefined) return null
    const found = workspace()
      .review.findings(uri)
      .filter(({ at, suppressed }) => !suppressed && at.span.start <= offset && offset <= at.span.end)
    const topic = renderTopic(uri, offset, db, words)
    const meant = renderConfiguration(uri, offset, served)
    const span = found[0]?.at.span ?? topic?.span ?? meant?.span
    if (!span) return null
    const value = [
      ...found.map(finding => renderHover(finding, library.knowledge, state.options, locale())),
      ...(topic ? [topic.value] : []),
      ...(meant ? [meant.value] : []),
    ].join('\n\n---\n\n')
    return { contents: { kind: 'markdown', value }, range: toRange(span, lines) }
  })
}

/** What the editor shows over a finding: what to do, how it was read, why it matters, the law, how sure it is. Markdown. */
export function renderHover(
  finding: Finding,
  knowledge: Knowledge,
  { rulePage, showsMessages }: InitializationOptions,
  locale: Locale,
): string {
  const tell = (message: Message): string => word(message, locale.words)
  const rule = rules.find(({ code }) => code === finding.code)
  const law = finding.law.flatMap(id => knowledge.law.get(id) ?? [])
  const page = rule ? locale.pageOf(rule) : ''
  const [why, todo] = [sectionOf(page, tell(say('page.why'))), sectionOf(page, tell(say('page.todo')))]
  const code = `**[${finding.code}](${toPage(finding, rulePage)})**`
  return [
    showsMessages ? '' : `${code} ${escapeMarkdown(tell(finding.message))}`,
    `**${tell(say('hover.whatToDo'))}**`,
    [...finding.fixes.map(({ title }) => say('hover.quickFix', { title })), ...finding.unfixed]
      .map(message => `- ${escapeMarkdown(tell(message))}`)
      .join('\n'),
    todo,
    ...besides(finding, tell),
    ...(finding.because.length > 0
      ? [
          `**${tell(say('hover.howRead'))}**\n\n${finding.because.map(reason => `- ${escapeMarkdown(tell(reason))}`).join('\n')}`,
        ]
      : []),
    why === '' ? '' : `**${tell(say('page.why'))}**\n\n${why}`,
    ...law.map(
      ({ cite, url, says }) => `[${tell(say('law.cite', { cite }))}](${url}): ${tell(say('law.says', { says }))}`,
    ),
    `**${tell(say('hover.howSure'))}**: ${tell(say(`hover.${finding.certainty}`))}${showsMessages ? ` · ${code}` : ''}`,
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** What a key, a code or a name of the configuration or of a comment of ours means; undefined elsewhere. Markdown. */
function renderConfiguration(
  uri: Uri,
  offset: number,
  served: Served,
): { readonly value: string; readonly span: Span } | undefined {
  const text = served.texts.textOf(uri) ?? ''
  const start = offset - (/(?<![\w*.-])[\w*.-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0)
  const end = offset + (/^[\w*.-]*/.exec(text.slice(offset))?.[0].length ?? 0)
  const written = text.slice(start, end)
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const asking = { db: ask(served).db, file: uri, locale: served.locale() }
  const offer = ((): Offer | undefined => {
    if (/kafka-review-ignore/.test(text.slice(lineStart, start)))
      return codes(asking).find(({ label }) => label === written)
    if (baseName(uri) !== '.kafka-review.yaml' || written === '') return undefined
    const { path, isValue } = yamlContextAt(text, end)
    return isValue || path.at(-1) === '[]'
      ? meaningOf(path, written, asking)
      : keysAt(path, asking).find(({ label }) => label === written)
  })()
  if (!offer) return undefined
  const { label, detail, documentation } = offer
  const value = [`**${escapeMarkdown(label)}** ${escapeMarkdown(detail ?? '')}`.trim(), documentation ?? ''].filter(
    part => part !== '',
  )
  return { value: value.join('\n\n'), span: { start, end } }
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

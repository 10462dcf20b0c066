import type { Assessment } from '../assess/assessment.ts'
import type { Place } from '../model/fact.ts'
import { activityOf, processingsOf } from '../records/activities.ts'
import { activityMarkdown } from '../records/markdown.ts'
import { english } from '../records/words/en.ts'
import { baseName } from '../text/uri.ts'
import { indexLines } from '../text/line-index.ts'
import type { Texts } from './code-actions.ts'
import { fromRange } from './from-lsp.ts'
import type { SnippetParams, SnippetResult } from './protocol.ts'

/** The Art. 30 record of what stands at a position; of the whole file where nothing does. */
export function makeSnippet(uri: string, position: SnippetParams['position'], assess: Assessment, texts: Texts): SnippetResult {
  const text = texts.textOf(uri) ?? ''
  const all = processingsOf(assess, uri)
  const offset = position && fromRange({ start: position, end: position }, indexLines(text)).start
  const here = offset === undefined ? [] : all.filter(({ extent }) => extent.start <= offset && offset <= extent.end).sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))
  const chosen = here.length > 0 ? here.slice(0, 1) : all
  const activities = chosen.map(processing => activityOf([processing], assess))
  const show = ({ file, span }: Place): string => `${baseName(file)}:${indexLines(texts.textOf(file) ?? '').position(span.start).line + 1}`
  return { markdown: activities.map(activity => activityMarkdown(activity, english, { show })).join('\n'), title: activities.map(({ name }) => name).join(', ') }
}

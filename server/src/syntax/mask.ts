import { overlaps, type Span } from '../text/span.ts'

/** A text made readable: same length, with what no YAML or JSON reader understands blanked out or crossed out. */
export interface Masked {
  readonly text: string
  /** Stretches whose characters are not those of the file. */
  readonly masks: readonly Span[]
  /** Where whole lines were taken out that may bring keys of their own. */
  readonly inserts: readonly Insert[]
}

/** A place where something unseen comes in, and the column that it comes in at. */
export interface Insert {
  readonly offset: number
  /** Where the action ends that brings it in. */
  readonly end: number
  readonly column: number
}

const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm
/** Template actions that only choose or repeat what stands between them. */
const control = /^\{\{-?\s*(?:if|else|end|range|with|define|block|\/\*|\$\w*\s*:?=|-?\}\})/

/** Masks templates, their comments and conflict markers; a text without them comes back as it is. The filler stands for a templated value. */
export function maskForeign(source: string, filler: 'x' | '1'): Masked {
  const comments = commentsIn(source)
  // What stands in a comment is no part of what comes out, and opens no action.
  const text = comments.length === 0 ? source : cover(source, comments)
  const templated = text.includes('{{')
  const directed = text.includes('{%') || text.includes('%{')
  const conflicted = text.includes('<<<<<<<') || text.includes('>>>>>>>')
  if (!templated && !conflicted && !directed) return { text, masks: comments, inserts: [] }
  // Both sides of a conflict stay: a key that stands in neither is absent, one that stands in both is one of two.
  const markers = conflicted ? conflictMarkers(text) : []
  const actions = templated ? templateActions(text, filler) : []
  const masks = [...comments, ...markers, ...actions, ...(directed ? directivesIn(text) : [])]
  return {
    text: cover(
      text,
      [...masks].sort((a, b) => a.start - b.start),
    ),
    masks,
    inserts: actions.flatMap(({ insert }) => insert ?? []),
  }
}

/** A stretch that is covered, and by which character. */
type Cover = Span & { readonly by: string; readonly insert?: Insert }

const conflictMarkers = (text: string): Cover[] =>
  [...text.matchAll(conflict)].map(({ index, 0: line }) => ({ start: index, end: index + line.length, by: ' ' }))

/** How comments begin and end in templates of Jinja, of Go and of ERB. A shell's `${#list}` and Handlebars' `{{#each` begin none. */
const comments = [
  { begin: /(?<![${])\{#/g, end: /#\}/g },
  { begin: /\{\{-?\s{0,9}\/\*/g, end: /\*\/\s{0,9}-?\}\}/g },
  { begin: /<%#/g, end: /%>/g },
]

/** The comments of templates, in their order; they may go over several lines. */
function commentsIn(text: string): Cover[] {
  if (!text.includes('{#') && !text.includes('/*') && !text.includes('<%#')) return []
  const found = comments.flatMap(({ begin, end }) => {
    const spans: Cover[] = []
    end.lastIndex = 0
    for (;;) {
      begin.lastIndex = end.lastIndex
      const open = begin.exec(text)
      end.lastIndex = begin.lastIndex
      if (!open || !end.test(text)) return spans
      spans.push({ start: open.index, end: end.lastIndex, by: ' ' })
    }
  })
  return found.sort((a, b) => a.start - b.start)
}

/** Lines that only choose or repeat what stands below them, in Jinja's and in Terraform's templates. */
const directive = /^[ \t]*(?:\{%[^\n]*%\}|%\{[^\n]*\})[ \t]*$/gm

const directivesIn = (text: string): Cover[] =>
  [...text.matchAll(directive)].map(({ index, 0: line }) => ({ start: index, end: index + line.length, by: ' ' }))

/** What stands from each `{{` to the next `}}`; in a comment, whose text may hold braces, behind its end. */
export function actionsIn(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf('{{', at)
    const isComment = start >= 0 && opensComment.test(text.slice(start + 2, start + 6))
    const inside = isComment ? text.indexOf('*/', start + 4) : start + 2
    const close = start < 0 || inside < 0 ? -1 : text.indexOf('}}', inside)
    if (close < 0) return spans
    at = close + 2
    spans.push({ start, end: at })
  }
}

const opensComment = /^(?:- )?\/\*/

function templateActions(text: string, filler: string): Cover[] {
  const known = new Map<number, boolean>()
  const isAlone = (span: Span, action: string): boolean => {
    const { start, end } = linesOf(text, span)
    if (action.includes('\n')) return standsAlone(text.slice(start, end))
    // A line of many actions is looked at once.
    const found = known.get(start) ?? standsAlone(text.slice(start, end))
    known.set(start, found)
    return found
  }
  return actionsIn(text).map((span): Cover => {
    const action = text.slice(span.start, span.end)
    if (!isAlone(span, action)) return { ...span, by: filler }
    if (control.test(action)) return { ...span, by: ' ' }
    return {
      ...span,
      by: ' ',
      insert: { offset: span.start, end: span.end, column: columnOf(text, span.start, action) },
    }
  })
}

/** The text with its stretches, in their order, covered; line ends stay. One that begins inside another covers what is left. */
export function cover(text: string, stretches: readonly (Span & { readonly by: string })[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, by } of stretches) {
    if (end <= at) continue
    pieces.push(text.slice(at, start), text.slice(Math.max(at, start), end).replace(/[^\r\n]/g, by))
    at = end
  }
  return pieces.join('') + text.slice(at)
}

/** What comes in unseen between two offsets, at a column. */
export const comingIn = (inserts: readonly Insert[], { start, end }: Span, column: number): readonly Insert[] =>
  inserts.filter(insert => start <= insert.offset && insert.offset <= end && insert.column === column)

/** Where the lines of an action come in: as far as it indents them, else where it stands. */
function columnOf(text: string, offset: number, action: string): number {
  const indent = /\bn?indent\s+(\d+)/.exec(action)?.[1]
  return indent === undefined ? offset - (text.lastIndexOf('\n', offset - 1) + 1) : Number(indent)
}

/** Whether a stretch of a text holds characters that are not the file's own. */
export function isMasked(masks: readonly Span[], span: Span): boolean {
  if (masks.length < fewMasks) return masks.some(mask => overlaps(mask, span))
  const known = inOrder.get(masks) ?? orderMasks(masks)
  inOrder.set(masks, known)
  const { starts, reached } = known
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < span.end) low = middle + 1
    else high = middle
  }
  return (reached[low - 1] ?? 0) > span.start
}

/** Masks in the order of their beginnings, each with how far it and those before it reach. */
interface OrderedMasks {
  readonly starts: readonly number[]
  readonly reached: readonly number[]
}

/** Fewer are looked through as they are. */
const fewMasks = 8
const inOrder = new WeakMap<readonly Span[], OrderedMasks>()

function orderMasks(masks: readonly Span[]): OrderedMasks {
  const sorted = [...masks].sort((a, b) => a.start - b.start)
  const reached: number[] = []
  for (const { end } of sorted) reached.push(Math.max(end, reached.at(-1) ?? 0))
  return { starts: sorted.map(({ start }) => start), reached }
}

/** The lines on which a span stands. */
function linesOf(text: string, { start, end }: Span): Span {
  const after = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? text.length : after }
}

/** Whether nothing but template actions stands on some lines. */
function standsAlone(lines: string): boolean {
  let at = 0
  for (const { start, end } of actionsIn(lines)) {
    if (lines.slice(at, start).trim() !== '') return false
    at = end
  }
  return lines.slice(at).trim() === ''
}

import type { Span } from '../text/span.ts'
import { tableOf } from '../text/table.ts'
import { isMasked, maskForeign } from './mask.ts'
import { type Entry, type MapTree, type ScalarTree, type Tree, deepest } from './tree.ts'

/** A map that headers and dotted keys still add to. */
interface OpenMap {
  readonly kind: 'map'
  span: Span
  readonly entries: { key: string; keySpan: Span; value: Tree | undefined }[]
  open?: true
}

/** The last value under each key of a map, so that a text of many tables is read in time linear in it. */
const lastValues = new WeakMap<OpenMap, Map<string, Tree | undefined>>()

function add(map: OpenMap, { key, span }: Step, value: Tree | undefined): void {
  map.entries.push({ key, keySpan: span, value })
  const values = lastValues.get(map) ?? new Map<string, Tree | undefined>()
  lastValues.set(map, values.set(key, value))
}

interface OpenList {
  readonly kind: 'list'
  span: Span
  readonly items: Tree[]
}

/** One step of a dotted key. */
interface Step {
  readonly key: string
  readonly span: Span
}

/** Reads a text of TOML, however broken: a line that nobody can read costs itself; undefined when it holds nothing. */
export function readToml(source: string): Tree | undefined {
  const { text, masks, inserts } = maskForeign(source, 'x')
  const root: OpenMap = { kind: 'map', span: { start: 0, end: source.length }, entries: [] }
  if (inserts.length > 0) root.open = true
  let table = root
  let at = 0
  while (at < text.length) {
    at = afterSpace(text, at)
    if (at >= text.length) break
    if (text[at] === '[') {
      const header = headerAt(text, at)
      if (header) table = tableFor(root, header)
      at = lineEnd(text, header?.end ?? at)
      continue
    }
    at = readPair(text, at, table)
  }
  return root.entries.length === 0 ? undefined : unmasked(root, source, masks)
}

/** Reads `a.b = value` into a table; the offset behind its line. */
function readPair(text: string, at: number, table: OpenMap): number {
  const { steps, end } = keysAt(text, at)
  const last = steps.at(-1)
  if (!last || steps.length > deepest) return lineEnd(text, end)
  const equals = spacesAfter(text, end)
  const into = steps.slice(0, -1).reduce((map, step) => mapIn(map, step), table)
  if (text[equals] !== '=') {
    // Half typed.
    add(into, last, undefined)
    return lineEnd(text, end)
  }
  const value = valueAt(text, spacesAfter(text, equals + 1), 0)
  add(into, last, value?.tree)
  const behind = value?.end ?? equals + 1
  into.span = { start: Math.min(into.span.start, last.span.start), end: Math.max(into.span.end, behind) }
  table.span = { start: Math.min(table.span.start, last.span.start), end: Math.max(table.span.end, behind) }
  return lineEnd(text, behind)
}

interface Header {
  readonly steps: readonly Step[]
  /** Whether it begins another item of a list of tables. */
  readonly repeats: boolean
  readonly end: number
}

function headerAt(text: string, at: number): Header | undefined {
  const repeats = text.startsWith('[[', at)
  const { steps, end } = keysAt(text, spacesAfter(text, at + (repeats ? 2 : 1)))
  return steps.length === 0 || steps.length > deepest ? undefined : { steps, repeats, end }
}

/** The table that a header opens; of a list of tables, the last one. */
function tableFor(root: OpenMap, { steps, repeats, end }: Header): OpenMap {
  const above = steps.slice(0, -1).reduce((map, step) => mapIn(map, step), root)
  const last = steps.at(-1) as Step
  const begun: OpenMap = { kind: 'map', span: { start: last.span.start, end }, entries: [] }
  if (!repeats) return mapIn(above, last)
  const list = lastValues.get(above)?.get(last.key) as OpenList | undefined
  if (list?.kind === 'list') {
    list.items.push(begun as MapTree)
    list.span = { ...list.span, end }
  } else add(above, last, { kind: 'list', span: begun.span, items: [begun as MapTree] })
  return begun
}

/** The map under a key, made where there is none; of a list of maps the last one. */
function mapIn(map: OpenMap, step: Step): OpenMap {
  const found = lastValues.get(map)?.get(step.key)
  const inner = found?.kind === 'list' ? found.items.at(-1) : found
  if (inner?.kind === 'map') return inner as OpenMap
  const made: OpenMap = { kind: 'map', span: step.span, entries: [] }
  add(map, step, made as MapTree)
  return made
}

const bareKey = /[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y

/** The steps of a dotted key; none where no key stands. */
function keysAt(text: string, from: number): { readonly steps: Step[]; readonly end: number } {
  const steps: Step[] = []
  let at = from
  for (;;) {
    bareKey.lastIndex = at
    const [written] = bareKey.exec(text) ?? []
    if (written === undefined) return { steps, end: at }
    steps.push({ key: keyOf(written), span: { start: at, end: at + written.length } })
    at += written.length
    const dot = spacesAfter(text, at)
    if (text[dot] !== '.') return { steps, end: at }
    at = spacesAfter(text, dot + 1)
  }
}

function keyOf(written: string): string {
  if (written.startsWith('"')) return unescaped(written.slice(1, -1))
  return written.startsWith("'") ? written.slice(1, -1) : written
}

interface Found {
  readonly tree: Tree
  readonly end: number
}

/** Texts as they are quoted, the longest quotes first; one that nobody closes ends with its line. */
const quoted = /"""(?:[^\\]|\\[\s\S])*?(?:"{3,5}|$)|'''[\s\S]*?(?:'{3,5}|$)|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?/y
const bare = /[^\s,#\]}[{"'=]+(?: \d[\d:.]+(?:Z|[+-][\d:]+)?)?/y

function valueAt(text: string, at: number, depth: number): Found | undefined {
  if (depth > deepest) return undefined
  const letter = text[at]
  if (letter === '[') return listAt(text, at, depth)
  if (letter === '{') return inlineAt(text, at, depth)
  quoted.lastIndex = at
  const [written] = quoted.exec(text) ?? []
  if (written !== undefined && written !== '') return { tree: textOf(written, at), end: at + written.length }
  bare.lastIndex = at
  const [plain] = bare.exec(text) ?? []
  if (plain === undefined) return undefined
  const end = at + plain.length
  return { tree: { kind: 'scalar', span: { start: at, end }, text: plain, quoted: false, multiline: false }, end }
}

function textOf(written: string, start: number): ScalarTree {
  const [, mark = ''] = /^("""|'''|"|')/.exec(written) ?? []
  const closed = written.length >= 2 * mark.length && written.endsWith(mark)
  const inner = written
    .slice(mark.length, closed ? -mark.length : undefined)
    .replace(/^\r?\n/, first => (mark.length === 3 ? '' : first))
  const text = mark.startsWith('"') ? unescaped(inner) : inner
  return {
    kind: 'scalar',
    span: { start, end: start + written.length },
    text,
    quoted: true,
    multiline: written.includes('\n'),
  }
}

function listAt(text: string, start: number, depth: number): Found {
  const items: Tree[] = []
  let at = afterSpace(text, start + 1)
  while (at < text.length && text[at] !== ']') {
    const item = valueAt(text, at, depth + 1)
    if (!item) break
    items.push(item.tree)
    at = afterSpace(text, item.end)
    if (text[at] === ',') at = afterSpace(text, at + 1)
    else break
  }
  const end = text[at] === ']' ? at + 1 : at
  return { tree: { kind: 'list', span: { start, end }, items }, end }
}

function inlineAt(text: string, start: number, depth: number): Found {
  const map: OpenMap = { kind: 'map', span: { start, end: start }, entries: [] }
  let at = afterSpace(text, start + 1)
  while (at < text.length && text[at] !== '}') {
    const { steps, end } = keysAt(text, at)
    const last = steps.at(-1)
    const equals = spacesAfter(text, end)
    const value = last && text[equals] === '=' ? valueAt(text, spacesAfter(text, equals + 1), depth + 1) : undefined
    if (!last || !value || steps.length > deepest) break
    add(
      steps.slice(0, -1).reduce((into, step) => mapIn(into, step), map),
      last,
      value.tree,
    )
    at = afterSpace(text, value.end)
    if (text[at] === ',') at = afterSpace(text, at + 1)
    else break
  }
  const end = text[at] === '}' ? at + 1 : at
  map.span = { start, end }
  return { tree: map as MapTree, end }
}

const escaped = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n)\s*|([\s\S]))/g
const short = tableOf<string>({ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001b' })

const unescaped = (written: string): string =>
  written.replace(escaped, (_, four?: string, eight?: string, line?: string, one = '') => {
    const code = four ?? eight
    if (code !== undefined)
      return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : ''
    return line === undefined ? (short.get(one) ?? one) : ''
  })

const spaces = /[ \t]*/y
const blank = /(?:[ \t\r\n\uFEFF]+|#[^\n]*)*/y

const behind = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  pattern.exec(text)
  return Math.max(at, pattern.lastIndex)
}

const spacesAfter = (text: string, at: number): number => behind(spaces, text, at)
const afterSpace = (text: string, at: number): number => behind(blank, text, at)

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** The tree with what a template fills in as what nobody can tell. */
function unmasked(tree: Tree, source: string, masks: readonly Span[]): Tree {
  if (masks.length === 0) return tree
  switch (tree.kind) {
    case 'map':
      return {
        ...tree,
        entries: tree.entries.map(
          (entry): Entry => ({ ...entry, value: entry.value && unmasked(entry.value, source, masks) }),
        ),
      }
    case 'list':
      return { ...tree, items: tree.items.map(item => item && unmasked(item, source, masks)) }
    default:
      return isMasked(masks, tree.span)
        ? { kind: 'unresolved', span: tree.span, text: source.slice(tree.span.start, tree.span.end) }
        : tree
  }
}

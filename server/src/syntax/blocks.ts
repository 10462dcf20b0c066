import type { Span } from '../text/span.ts'
import { tableOf } from '../text/table.ts'
import { isMasked, maskForeign } from './mask.ts'
import { deepest, type Entry, type MapTree, type ScalarTree, type Tree } from './tree.ts'

/** A block that later lines add to. */
interface OpenBlock {
  readonly kind: 'map'
  span: Span
  readonly entries: Entry[]
  open?: true
}

/**
 * Reads the configuration of programs that have a language of their own for it, as far as they agree: blocks in braces (HOCON, Logstash, NATS), in tags (Fluentd) or below a heading in brackets (Fluent Bit, systemd); in them keys with a value behind `=`, `:`, `=>` or a blank. A line that nobody can read costs itself; undefined where it holds nothing.
 */
export function readBlocks(source: string): Tree | undefined {
  const { text, masks, inserts } = maskForeign(source, 'x')
  const root: OpenBlock = { kind: 'map', span: { start: 0, end: source.length }, entries: [] }
  if (inserts.length > 0) root.open = true
  const reading: Reading = {
    text,
    stack: [root],
    scalar: one =>
      isMasked(masks, one.span)
        ? { kind: 'unresolved', span: one.span, text: source.slice(one.span.start, one.span.end) }
        : one,
  }
  let at = 0
  while (at < text.length) {
    at += matchAt(/[\s,;]+/y, text, at).length
    if (at < text.length) at = readStatement(reading, at)
  }
  while (reading.stack.length > 1) leave(reading, text.length)
  return root.entries.length === 0 ? undefined : (root as MapTree)
}

interface Reading {
  readonly text: string
  /** The blocks that are open, the innermost last; the file is the first. */
  readonly stack: OpenBlock[]
  /** A scalar, unless a template stands there. */
  scalar(one: ScalarTree): Tree
}

function add({ stack }: Reading, key: string, keySpan: Span, value: Tree | undefined): void {
  stack.at(-1)?.entries.push({ key, keySpan, value })
}

function enter(reading: Reading, key: string, keySpan: Span): void {
  const { stack } = reading
  const block: OpenBlock = { kind: 'map', span: { ...keySpan }, entries: [] }
  if (stack.length <= deepest) add(reading, key, keySpan, block as MapTree)
  stack.push(block)
}

function leave({ stack }: Reading, end: number): void {
  const block = stack.length > 1 ? stack.pop() : undefined
  if (block) block.span = { start: block.span.start, end }
}

/** Reads a comment, the end of a block, the beginning of one or a key; the offset behind it. */
function readStatement(reading: Reading, at: number): number {
  const { text } = reading
  const letter = text[at] ?? ''
  if (letter === '#' || text.startsWith('//', at)) return lineEnd(text, at)
  if (letter === '}') {
    leave(reading, at + 1)
    return at + 1
  }
  if (letter === '[') return readHeading(reading, at)
  if (letter === '<') return readTag(reading, at)
  const written = matchAt(keys, text, at)
  if (written === '') return lineEnd(text, at)
  const key = /^["']/.test(written) ? written.slice(1, -1) : written
  return readValue(reading, key, { start: at, end: at + written.length })
}

function readHeading(reading: Reading, at: number): number {
  const heading = matchAt(/\[[\w. :-]+\]/y, reading.text, at)
  if (heading === '') return lineEnd(reading.text, at)
  while (reading.stack.length > 1) leave(reading, at)
  enter(reading, heading.slice(1, -1), { start: at + 1, end: at + heading.length - 1 })
  return at + heading.length
}

function readTag(reading: Reading, at: number): number {
  const tag = matchAt(/<\/?\w[^>\n]*>/y, reading.text, at)
  if (tag === '') return lineEnd(reading.text, at)
  const end = at + tag.length
  const name = matchAt(/\w+/y, tag, 1)
  if (name === '') leave(reading, end)
  else enter(reading, name, { start: at + 1, end: at + 1 + name.length })
  return end
}

/** Reads what stands behind a key; the offset behind it. */
function readValue(reading: Reading, key: string, keySpan: Span): number {
  const { text, scalar } = reading
  const from = keySpan.end + matchAt(/[ \t]*(?:=>|\+?=|:(?!\/\/))?[ \t]*/y, text, keySpan.end).length
  if (text[from] === '{') {
    enter(reading, key, keySpan)
    return from + 1
  }
  const line = text.slice(from, lineEnd(text, from))
  // What stands between a key and its block says for whom or when it is.
  if (line.trimEnd().endsWith('{')) {
    enter(reading, key, keySpan)
    return from + line.length
  }
  if (text[from] === '[') {
    const { items, span } = listAt(text, from)
    add(reading, key, keySpan, { kind: 'list', span, items: items.map(scalar) })
    return span.end
  }
  const quoted = matchAt(quotes, text, from)
  if (quoted !== '') {
    add(reading, key, keySpan, scalar(quotedScalar(quoted, from)))
    return from + quoted.length
  }
  const value = bare(line)
  add(reading, key, keySpan, value === '' ? undefined : scalar(plainScalar(value, from)))
  return from + value.length
}

const keys = /"[^"\n]*"|'[^'\n]*'|[\w@$.*/-]+/y
const quotes = /"""[\s\S]*?(?:"""|$)|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** What of the rest of a line is a value: without a comment behind it, and without what ends the block on the same line. */
function bare(line: string): string {
  const comment = /[ \t](?:#|\/\/)/.exec(line)
  const value = (comment ? line.slice(0, comment.index) : line).trimEnd()
  const close = value.includes('{') ? -1 : value.indexOf('}')
  const kept = close < 0 ? value : value.slice(0, close).trimEnd()
  return /[,;]$/.test(kept) ? kept.slice(0, -1) : kept
}

function quotedScalar(written: string, start: number): ScalarTree {
  const mark = written.startsWith('"""') ? 3 : 1
  const text = written.slice(mark, written.length >= 2 * mark ? -mark : undefined)
  return {
    kind: 'scalar',
    span: { start, end: start + written.length },
    text: mark === 3 ? text : text.replace(/\\(["'\\])/g, '$1'),
    quoted: true,
    multiline: written.includes('\n'),
  }
}

const plainScalar = (text: string, start: number): ScalarTree => ({
  kind: 'scalar',
  span: { start, end: start + text.length },
  text,
  quoted: false,
  multiline: false,
})

/** A list of texts; what else stands in it is passed over. */
function listAt(text: string, start: number): { readonly items: ScalarTree[]; readonly span: Span } {
  const items: ScalarTree[] = []
  let depth = 0
  let at = start
  while (at < text.length) {
    const letter = text[at] ?? ''
    depth += depths.get(letter) ?? 0
    if (depth === 0) break
    const item = letter === '#' ? undefined : itemAt(text, at)
    if (item && depth === 1) items.push(item)
    if (letter === '#') at = lineEnd(text, at)
    else at = item?.span.end ?? at + 1
  }
  return { items, span: { start, end: Math.min(at + 1, text.length) } }
}

const depths = tableOf<number>({ '[': 1, '{': 1, ']': -1, '}': -1 })

function itemAt(text: string, at: number): ScalarTree | undefined {
  const quoted = matchAt(quotes, text, at)
  if (quoted !== '') return quotedScalar(quoted, at)
  const plain = matchAt(/[^\s,[\]{}"'#]+/y, text, at)
  return plain === '' ? undefined : plainScalar(plain, at)
}

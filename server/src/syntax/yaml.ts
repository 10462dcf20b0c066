import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml'
import { outerOffset, type Embedded, type Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'
import { comesIn, isMasked, maskForeign, type Masked } from './mask.ts'
import {
  deepest,
  measuring,
  tooDeep,
  type Entry,
  type ListTree,
  type MapTree,
  type ScalarTree,
  type Tree,
} from './tree.ts'

const documentStart = /^---(?=\s|$)/gm

/** The documents of a YAML text, cut before each `---` at the start of a line. */
export function splitYaml(text: string): Span[] {
  const cuts = [0]
  if (text.includes('---')) for (const { index } of text.matchAll(documentStart)) if (index > 0) cuts.push(index)
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? text.length }))
}

/** Reads one YAML document, however broken; undefined when it holds nothing. Throws a RangeError only where the library runs out of stack. */
export function readYaml(source: string): Tree | undefined {
  const { document, masked } = parseTolerantly(source)
  return document.contents === null ? undefined : convert(document.contents as Node, source, masked)
}

/** Whether a text is YAML without a mistake. */
export const isYaml = (source: string): boolean =>
  splitYaml(source).every(({ start, end }) => parse(source.slice(start, end)).errors.length === 0)

/** Parses a document and, where a mistake would swallow what follows it, once more without the mistake. */
export function parseTolerantly(source: string): { document: Document; masked: Masked } {
  let masked = maskForeign(source, 'x')
  let document = parse(masked.text)
  for (let attempt = 0; attempt < 8 && document.errors.length > 0; attempt++) {
    const healed = heal(document, masked)
    if (!healed) break
    masked = healed
    document = parse(masked.text)
  }
  return { document, masked }
}

// uniqueKeys costs quadratic time; the tree below looks for duplicates itself.
const parse = (text: string): Document =>
  parseDocument(text, { uniqueKeys: false, prettyErrors: false, strict: false, logLevel: 'silent' })

/** Takes one mistake out of the text: an unclosed quote, tabs as indentation. */
function heal(document: Document, masked: Masked): Masked | undefined {
  if (document.errors.some(error => error.code === 'TAB_AS_INDENT')) {
    const text = masked.text.replace(/^[ \t]*\t[ \t]*/gm, indentation => ' '.repeat(indentation.length))
    if (text !== masked.text) return { ...masked, text }
  }
  if (!document.errors.some(error => error.code === 'MISSING_CHAR' && error.message.includes('quote'))) return undefined
  const quote = findUnclosedQuote(document, masked.text)
  if (quote === undefined) return undefined
  const lineEnd = masked.text.slice(quote).search(/[\r\n]|$/) + quote
  const text = `${masked.text.slice(0, quote)}_${masked.text.slice(quote + 1)}`
  return { ...masked, text, masks: [...masked.masks, { start: quote, end: lineEnd }] }
}

function findUnclosedQuote(document: Document, text: string): number | undefined {
  let found: number | undefined
  visit(document, {
    Scalar(_, node) {
      if ((node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') || !node.range) return undefined
      const [start, end] = node.range
      if (end - start > 1 && text[end - 1] === text[start]) return undefined
      found = start
      return visit.BREAK
    },
  })
  return found
}

/** How much the aliases of a document may add to it, in characters and nodes; an honest file stays far below. */
const mostRepeated = 200_000

/** Turns the library's nodes into a Tree; each anchored node is converted once, so that aliases share it. */
function convert(root: Node, source: string, { text, masks, inserts }: Masked): Tree | undefined {
  const anchors = new Map<string, Node>()
  const anchored = new Map<Node, Tree | undefined>()
  let [depth, repeated] = [0, 0]
  const measure = measuring()
  const repeat = (name: string, span: Span): Tree => {
    const target = anchors.get(name)
    const tree = target && make(target)
    const unknown = { kind: 'unresolved', span, text: `*${name}` } as const
    if (!tree) return unknown
    const { size, height } = measure(tree)
    if (depth + height > deepest) return tooDeep(span)
    if (repeated + size > mostRepeated)
      return { ...unknown, cut: 'aliases repeat more than a review follows; what they stand for is not read' }
    repeated += size
    return tree
  }
  const make = (node: Node | null): Tree | undefined => {
    if (!node?.range) return undefined
    const span = { start: node.range[0], end: node.range[1] }
    if (isAlias(node)) return repeat(node.source, span)
    if (depth > deepest) return tooDeep(span)
    if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:') && node.tag !== '!')
      return { kind: 'unresolved', span, text: source.slice(span.start, span.end) }
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor) {
      if (anchored.has(node)) return anchored.get(node)
      anchors.set(anchor, node)
      anchored.set(node, undefined) // an anchor that contains its own alias ends here
    }
    depth++
    const tree = isScalar(node)
      ? makeScalar(node, span)
      : isMap(node)
        ? makeMap(node.items, span, node.range[2])
        : isSeq(node)
          ? makeList(node.items as Node[], span)
          : undefined
    depth--
    if (anchor) anchored.set(node, tree)
    return tree
  }
  const makeScalar = (node: Scalar, span: Span): Tree | undefined => {
    // The templates in a block are for whoever opens it.
    if (node.type === 'BLOCK_LITERAL' && isMasked(masks, span))
      return {
        kind: 'scalar',
        span,
        text: embedInBlock(source.slice(span.start, span.end), span.start).text,
        quoted: true,
        multiline: true,
      }
    if (isMasked(masks, span)) return { kind: 'unresolved', span, text: source.slice(span.start, span.end) }
    if (node.value === null || node.value === undefined) return undefined
    const quoted = node.type !== 'PLAIN'
    const value = quoted ? String(node.value) : (node.source ?? String(node.value))
    const multiline = span.end - span.start > 0 && text.slice(span.start, span.end).includes('\n')
    return { kind: 'scalar', span, text: value, quoted, multiline } satisfies ScalarTree
  }
  const makeList = (nodes: readonly Node[], span: Span): ListTree => ({
    kind: 'list',
    span,
    items: nodes.flatMap(item => make(isPair(item) ? null : item) ?? []),
  })
  const makeMap = (pairs: readonly { key: unknown; value: unknown }[], span: Span, end: number): MapTree => {
    const entries: Entry[] = []
    const merged: Entry[] = []
    let unseen =
      inserts.length > 0 &&
      comesIn(
        inserts,
        { start: text.slice(0, span.start).trimEnd().length, end: nextContent(end) },
        columnOf(span.start),
      )
    for (const { key, value } of pairs) {
      if (!isScalar(key) || !key.range) continue
      const keySpan = lastLine(text, { start: key.range[0], end: key.range[1] })
      const name = key.type === 'PLAIN' ? text.slice(keySpan.start, keySpan.end) : String(key.value)
      if (text.slice(keySpan.start, keySpan.end).includes('\n')) continue // a quote that swallowed lines
      if (isMasked(masks, keySpan)) unseen = true
      else if (name === '<<') merged.push(...borrow(make(value as Node | null)))
      else entries.push({ key: name, keySpan, value: make(value as Node | null) ?? insertedBelow(keySpan) })
    }
    const all =
      merged.length === 0 ? entries : [...merged.filter(({ key }) => !entries.some(own => own.key === key)), ...entries]
    const map: MapTree = { kind: 'map', span, entries: masks.length === 0 ? all : settleDuplicates(all) }
    return unseen ? { ...map, open: true } : map
  }
  const columnOf = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1)
  const nextContent = (offset: number): number => offset + (/\S|$/.exec(text.slice(offset))?.index ?? 0)
  /** A key without a value may get one from a template on the lines below it. */
  const insertedBelow = (key: Span): Tree | undefined => {
    const end = nextContent(key.end + 1)
    return inserts.some(({ offset, column }) => key.end < offset && offset < end && column > columnOf(key.start))
      ? { kind: 'unresolved', span: key, text: source.slice(key.end + 1, end).trim() }
      : undefined
  }
  return make(root)
}

/** What a merge key pulls in: the entries of one map or of several, the first map winning. */
function borrow(tree: Tree | undefined): Entry[] {
  const maps = tree?.kind === 'list' ? tree.items : tree ? [tree] : []
  const entries = new Map<string, Entry>()
  for (const map of maps)
    if (map.kind === 'map')
      for (const entry of map.entries) if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, borrowed: true })
  return [...entries.values()]
}

/** In a templated or conflicted text two values of one key are two branches: which one holds is not known. */
function settleDuplicates(entries: readonly Entry[]): Entry[] {
  const seen = new Map<string, number>()
  for (const { key } of entries) seen.set(key, (seen.get(key) ?? 0) + 1)
  return entries.map(entry =>
    (seen.get(entry.key) ?? 0) > 1
      ? {
          ...entry,
          value: { kind: 'unresolved', span: entry.value?.span ?? entry.keySpan, text: 'one of several branches' },
        }
      : entry,
  )
}

/** A half-typed key swallows the key on the next line: the last line is the key that has the value. */
function lastLine(text: string, span: Span): Span {
  const newline = text.lastIndexOf('\n', span.end - 1)
  if (newline < span.start) return span
  const indentation = /^\s*/.exec(text.slice(newline + 1, span.end))?.[0].length ?? 0
  return { start: newline + 1 + indentation, end: span.end }
}

/** Opens a text that a scalar holds: a literal block (`|`), or a single line without escapes. */
export function embedInYaml(source: string, { span, text, quoted, multiline }: ScalarTree): Embedded | undefined {
  const written = source.slice(span.start, span.end)
  if (written.startsWith('|')) return embedInBlock(written, span.start)
  const inside = quoted ? written.slice(1, -1) : written
  const start = span.start + (quoted ? 1 : 0)
  if (multiline || inside !== text) return undefined
  return {
    text,
    outer: offset => start + offset,
    encode: piece => (/^[\w ./:@$+=,()-]*$/.test(piece) && !/: | #/.test(piece) ? piece : undefined),
  }
}

/** A literal block: its lines, each without the indentation that the first one has. */
function embedInBlock(written: string, start: number): Embedded {
  const [header = '', ...lines] = written.split(/(?<=\n)/)
  const indentation = /^ */.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? ''
  const stretches: Stretch[] = []
  let [text, outer] = ['', start + header.length]
  for (const line of lines) {
    const cut = Math.min(indentation.length, /^ */.exec(line)?.[0].length ?? 0)
    stretches.push({ inner: text.length, outer: outer + cut })
    text += line.slice(cut)
    outer += line.length
  }
  return {
    text,
    outer: offset => outerOffset(stretches, offset),
    encode: piece => piece.replace(/\n/g, `\n${indentation}`),
  }
}

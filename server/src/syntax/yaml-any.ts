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
import type { Span } from '../text/span.ts'
import { comingIn, isMasked, maskForeign, type Masked, type Insert } from './mask.ts'
import {
  deepest,
  measuring,
  tooDeep,
  type Entry,
  type ListTree,
  type MapTree,
  type ScalarTree,
  type Tree,
  type UnresolvedTree,
} from './tree.ts'
import { embedInBlock } from './yaml-text.ts'

/** Reads one document of YAML by the library, which takes all that is YAML; undefined when it holds nothing. Throws a RangeError only where it runs out of stack. */
export function readAnyYaml(source: string): Tree | undefined {
  const { document, masked } = parseTolerantly(source)
  return document.contents === null ? undefined : convert(document.contents as Node, source, masked)
}

/** Whether the library finds no mistake in a document. */
export const isWithoutMistake = (document: string): boolean => parse(withLineFeeds(document)).errors.length === 0

/** Parses a document and, where a mistake would swallow what follows it, once more without the mistake. */
export function parseTolerantly(source: string): { document: Document; masked: Masked } {
  let masked = maskForeign(withLineFeeds(source), 'x')
  let document = parse(masked.text)
  for (let attempt = 0; attempt < 8 && document.errors.length > 0; attempt++) {
    const healed = heal(document, masked)
    if (!healed) break
    masked = healed
    document = parse(masked.text)
  }
  return { document, masked }
}

/** A lone carriage return ends a line of YAML (1.2.2, section 5.4); the library takes it for a part of a word. Offsets stay. */
const withLineFeeds = (source: string): string => (source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source)

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

/** How much the aliases of a document may add to it, in characters and nodes, each of which counts for ten; an honest file stays far below. */
const mostRepeated = 100_000

/** Turns the library's nodes into a Tree. */
const convert = (root: Node, source: string, masked: Masked): Tree | undefined =>
  new Converter(source, masked).make(root)

/** Each anchored node is converted once, so that aliases share it. */
class Converter {
  readonly #source: string
  readonly #masked: Masked
  readonly #anchors = new Map<string, Node>()
  readonly #anchored = new Map<Node, Tree | undefined>()
  readonly #measure = measuring()
  #depth = 0
  /** What aliases have added so far. */
  #repeated = 0

  constructor(source: string, masked: Masked) {
    this.#source = source
    this.#masked = masked
  }

  make(node: Node | null): Tree | undefined {
    if (!node?.range) return undefined
    const span = { start: node.range[0], end: node.range[1] }
    if (isAlias(node)) return this.#alias(node.source, span)
    if (this.#depth > deepest) return tooDeep(span)
    if (hasOwnTag(node)) return this.#tagged(node, span)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (!anchor) return this.#content(node, span)
    if (this.#anchored.has(node)) return this.#anchored.get(node)
    this.#anchors.set(anchor, node)
    this.#anchored.set(node, undefined) // an anchor that contains its own alias ends here
    const tree = this.#content(node, span)
    this.#anchored.set(node, tree)
    return tree
  }

  #alias(name: string, span: Span): Tree {
    const target = this.#anchors.get(name)
    const tree = target && this.make(target)
    const unknown = { kind: 'unresolved', span, text: `*${name}` } as const
    if (!tree) return unknown
    const { size, height } = this.#measure(tree)
    if (this.#depth + height > deepest) return tooDeep(span)
    if (this.#repeated + size > mostRepeated)
      return { ...unknown, cut: 'aliases repeat more than a review follows; what they stand for is not read' }
    this.#repeated += size
    return tree
  }

  /** A tag is a call that its own tool carries out. */
  #tagged(node: Node, span: Span): Tree {
    const { tag = '' } = node
    const operand = this.#content(node, span)
    return {
      ...this.#unresolved(span),
      expression: { op: 'call', name: tag, operands: operand ? [operand] : [], spread: false },
    }
  }

  #unresolved(span: Span): UnresolvedTree {
    return { kind: 'unresolved', span, text: this.#source.slice(span.start, span.end) }
  }

  #content(node: Node, span: Span): Tree | undefined {
    if (isScalar(node)) return this.#scalar(node, span)
    this.#depth++
    const tree = this.#collection(node, span)
    this.#depth--
    return tree
  }

  #collection(node: Node, span: Span): Tree | undefined {
    if (isMap(node)) return this.#map(node.items, span, node.range?.[2] ?? span.end)
    return isSeq(node) ? this.#list(node.items as Node[], span, node.range?.[2] ?? span.end) : undefined
  }

  #scalar(node: Scalar, span: Span): Tree | undefined {
    if (isMasked(this.#masked.masks, span)) {
      if (node.type !== 'BLOCK_LITERAL') return this.#unresolved(span)
      // The templates in a block are for whoever opens it.
      const { text } = embedInBlock(this.#source.slice(span.start, span.end), span.start)
      return { kind: 'scalar', span, text, quoted: true, multiline: true }
    }
    if (node.value === null || node.value === undefined) return undefined
    const quoted = node.type !== 'PLAIN'
    const value = quoted ? String(node.value) : (node.source ?? String(node.value))
    const multiline = span.end - span.start > 0 && this.#masked.text.slice(span.start, span.end).includes('\n')
    return { kind: 'scalar', span, text: value, quoted, multiline } satisfies ScalarTree
  }

  #list(nodes: readonly Node[], span: Span, end: number): ListTree {
    const inserted = this.#insertedBeside(span, end)
    const items = nodes.map(item => this.make(isPair(item) ? null : item))
    return { kind: 'list', span, items, ...(inserted.length > 0 ? { inserted } : {}) }
  }

  #map(pairs: readonly { key: unknown; value: unknown }[], span: Span, end: number): MapTree {
    const { text, masks } = this.#masked
    const entries: Entry[] = []
    const merged: Entry[] = []
    const inserted = this.#insertedBeside(span, end)
    for (const { key, value } of pairs) {
      const named = isScalar(key) ? nameOf(key, text) : undefined
      if (!named) continue
      const { name, keySpan } = named
      if (isMasked(masks, keySpan))
        inserted.push(
          this.#unresolved({ start: keySpan.start, end: (value as Node | null)?.range?.[1] ?? keySpan.end }),
        )
      else if (name === '<<') merged.push(...borrow(this.make(value as Node | null)))
      else entries.push({ key: name, keySpan, value: this.make(value as Node | null) ?? this.#insertedBelow(keySpan) })
    }
    const all = withMerged(entries, merged)
    const resolved = masks.length === 0 ? all : unresolveDuplicates(all)
    return { kind: 'map', span, entries: resolved, ...(inserted.length > 0 ? { open: true, inserted } : {}) }
  }

  /** What a template brings in beside the keys of a map. */
  #insertedBeside(span: Span, end: number): UnresolvedTree[] {
    const { text, inserts } = this.#masked
    if (inserts.length === 0) return []
    const around = { start: text.slice(0, span.start).trimEnd().length, end: this.#nextContent(end) }
    return comingIn(inserts, around, this.#columnOf(span.start)).map(insert =>
      this.#unresolved({ start: insert.offset, end: insert.end }),
    )
  }

  #columnOf(offset: number): number {
    return offset - (this.#masked.text.lastIndexOf('\n', offset - 1) + 1)
  }

  #nextContent(offset: number): number {
    return offset + (/\S|$/.exec(this.#masked.text.slice(offset))?.index ?? 0)
  }

  /** A key without a value may get one from a template on the lines below it. */
  #insertedBelow(key: Span): Tree | undefined {
    const { inserts } = this.#masked
    if (inserts.length === 0) return undefined
    const end = this.#nextContent(key.end + 1)
    const isBelow = ({ offset, column }: Insert): boolean =>
      key.end < offset && offset < end && column > this.#columnOf(key.start)
    return inserts.some(isBelow)
      ? { kind: 'unresolved', span: key, text: this.#source.slice(key.end + 1, end).trim() }
      : undefined
  }
}

/** The name that a key gives, and where; undefined where a quote swallowed lines. */
function nameOf(key: Scalar, text: string): { name: string; keySpan: Span } | undefined {
  if (!key.range) return undefined
  const keySpan = lastLine(text, { start: key.range[0], end: key.range[1] })
  const written = text.slice(keySpan.start, keySpan.end)
  if (written.includes('\n')) return undefined
  return { name: key.type === 'PLAIN' ? written : String(key.value), keySpan }
}

/** Whether a node bears a tag that only its own tool understands. */
const hasOwnTag = ({ tag }: Node): boolean =>
  tag !== undefined && tag !== '' && !tag.startsWith('tag:yaml.org,2002:') && tag !== '!'

/** The entries of a map with those that it borrows; its own win. */
function withMerged(own: readonly Entry[], merged: readonly Entry[]): readonly Entry[] {
  if (merged.length === 0) return own
  const names = new Set(own.map(({ key }) => key))
  return [...merged.filter(({ key }) => !names.has(key)), ...own]
}

/** What a merge key pulls in: the entries of one map or of several, the first map winning. */
function borrow(tree: Tree | undefined): Entry[] {
  const maps = tree?.kind === 'list' ? tree.items : [tree]
  const entries = new Map<string, Entry>()
  for (const map of maps)
    if (map?.kind === 'map')
      for (const entry of map.entries) if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, borrowed: true })
  return [...entries.values()]
}

/** In a templated or conflicted text two values of one key are two branches: which one holds is not known. */
function unresolveDuplicates(entries: readonly Entry[]): Entry[] {
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

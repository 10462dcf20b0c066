import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { TextEdit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import { isMasked } from './mask.ts'
import { isList, lineEndAfter, lineEndOf, lineStartBefore, nest, type Path, type Value } from './write.ts'
import { parseTolerantly } from './yaml-any.ts'

/** Writes a value at a path of one YAML document; undefined where a person has to do it: aliases, anchors, tags, templates, block scalars. */
export function setInYaml(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  if (place.rest.length > 0) return insert(source, place, nest(place.rest, value))
  const { node, pair } = place
  if (!node || (isScalar(node) && isEmpty(node))) return pair ? fillKey(source, pair, value) : undefined
  if (isScalar(node) && node.range && typeof value !== 'object')
    return [{ span: { start: node.range[0], end: node.range[1] }, text: spell(value, node.type) }]
  return undefined
}

/** Adds an item to the list at a path of one YAML document; undefined where a person has to do it. */
export function appendToYaml(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  const { node, pair, rest } = place
  if (rest.length > 0) return insert(source, place, nest(rest, [value]))
  if (!node || (isScalar(node) && isEmpty(node))) return pair ? fillKey(source, pair, [value]) : undefined
  if (!isSeq(node) || !node.range) return undefined
  if (node.flow) return intoFlow(source, node, flow(value))
  const first = node.items[0] as Node | undefined
  const dash = first?.range ? source.lastIndexOf('-', first.range[0]) : -1
  if (dash < 0) return undefined
  const indentation = columnOf(source, dash)
  return [after(source, node, block([value], indentation, stepOf(source), lineEndOf(source)))]
}

/** Puts another key with its value in the place of the key at a path of one YAML document; undefined where a person has to do it. */
export function swapInYaml(source: string, path: Path, key: string, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  const above = find(source, path.slice(0, -1))
  if (
    !place?.pair?.key.range ||
    !isScalar(place.node) ||
    !place.node.range ||
    place.rest.length > 0 ||
    !isMap(above?.node)
  )
    return undefined
  const [start] = place.pair.key.range
  const text = above.node.flow
    ? flow({ [key]: value }).slice(2, -2)
    : block({ [key]: value }, columnOf(source, start), stepOf(source), lineEndOf(source)).trimStart()
  return [{ span: { start, end: place.node.range[1] }, text }]
}

interface Found {
  /** What stands at the path, or the last thing on the way to it. */
  readonly node: Node | undefined
  readonly pair: Pair<Node, Node | null> | undefined
  /** The steps that nothing stands at. */
  readonly rest: Path
}

function find(source: string, path: Path): Found | undefined {
  const { document, masked } = parseTolerantly(source)
  const root = (document.contents ?? undefined) as Node | undefined
  const found = walk({ node: root, pair: undefined, rest: path })
  if (!found || isShared(found.node)) return undefined
  const { node, rest } = found
  if (rest.length > 0) return isCollection(node) && isTemplated(node, masked.masks) ? undefined : found
  return isTemplated(node, masked.masks) || isBlockText(node) ? undefined : found
}

/** Goes as far along the rest of a path as something stands there; undefined where it leads through what is no plain value. */
function walk({ node, pair, rest }: Found): Found | undefined {
  const [step, ...further] = rest
  if (step === undefined) return { node, pair, rest }
  if (isShared(node) || hasTag(node)) return undefined
  const next = childOf(node, step)
  if (next === undefined) return { node, pair, rest }
  return isPairLike(next)
    ? walk({ node: next.value ?? undefined, pair: next, rest: further })
    : walk({ node: next, pair: undefined, rest: further })
}

const isTemplated = (node: Node | undefined, masks: readonly Span[]): boolean =>
  !!node?.range && isMasked(masks, { start: node.range[0], end: node.range[1] })

/** Whether what is written at a node stands in other places too. */
const isShared = (node: Node | undefined): boolean => isAlias(node) || (!!node && 'anchor' in node && !!node.anchor)

const hasTag = (node: Node | undefined): boolean => isScalar(node) && !!node.tag

const isBlockText = (node: Node | undefined): boolean =>
  isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')

const isPairLike = (value: Node | Pair<Node, Node | null>): value is Pair<Node, Node | null> => 'key' in value

function childOf(node: Node | undefined, step: string | number): Node | Pair<Node, Node | null> | undefined {
  if (typeof step === 'number') return isSeq(node) ? (node.items[step] as Node | undefined) : undefined
  const pairs = (isMap(node) ? node.items : []) as Pair<Node, Node | null>[]
  return pairs.findLast(
    ({ key }) => isScalar(key) && String(key.type === 'PLAIN' ? (key.source ?? key.value) : key.value) === step,
  )
}

const isEmpty = (node: { value?: unknown; range?: [number, number, number] | null }): boolean =>
  (node.value === null || node.value === undefined) && (!node.range || node.range[0] === node.range[1])

/** Writes what is missing below the last thing that stands on the way. */
function insert(source: string, { node, pair }: Found, value: Value): TextEdit[] | undefined {
  const lineEnd = lineEndOf(source)
  if (!node || (isScalar(node) && isEmpty(node))) {
    if (pair) return fillKey(source, pair, value)
    if (
      source
        .replace(/^---.*$/m, '')
        .replace(/^[ \t]*#.*$/gm, '')
        .trim() !== ''
    )
      return undefined
    const gap = source === '' || source.endsWith('\n') ? '' : lineEnd
    return [{ span: { start: source.length, end: source.length }, text: gap + block(value, 0, 2, lineEnd) + lineEnd }]
  }
  if (!isMap(node) || !node.range || isList(value)) return undefined
  if (node.flow) return intoFlow(source, node, flow(value).slice(2, -2))
  const first = (node.items[0] as Pair<Node> | undefined)?.key
  // A half-typed key swallows the one on the next line.
  if (!first?.range || /[\r\n]/.test(source.slice(first.range[0], first.range[1]))) return undefined
  return [after(source, node, block(value, columnOf(source, first.range[0]), stepOf(source), lineEnd))]
}

/** Writes the value of a key that has none yet. */
function fillKey(source: string, pair: Pair<Node, Node | null>, value: Value): TextEdit[] | undefined {
  if (!pair.key.range) return undefined
  const colon = source.indexOf(':', pair.key.range[1])
  if (colon < 0) return undefined
  if (typeof value !== 'object' || (isList(value) ? value : Object.keys(value)).length === 0)
    return [{ span: { start: colon + 1, end: colon + 1 }, text: ` ${flow(value)}` }]
  const step = stepOf(source)
  const indentation = columnOf(source, pair.key.range[0]) + step
  const end = lineEndAfter(source, colon)
  return [{ span: { start: end, end }, text: lineEndOf(source) + block(value, indentation, step, lineEndOf(source)) }]
}

/** Adds lines behind the last line of a block collection. */
function after(source: string, node: YAMLMap | YAMLSeq, text: string): TextEdit {
  const end = lineEndAfter(source, lastOffset(source, node))
  return { span: { start: end, end }, text: lineEndOf(source) + text }
}

function lastInside(node: Node): Node | undefined {
  if (isSeq(node)) return node.items.at(-1) as Node | undefined
  const last = isMap(node) ? (node.items.at(-1) as Pair<Node, Node | null> | undefined) : undefined
  return last?.value ?? last?.key
}

/** The offset behind the last character that belongs to a node, comments and empty lines left out. */
function lastOffset(source: string, node: Node): number {
  const inner = lastInside(node)
  if (inner && isCollection(inner) && !inner.flow && inner.items.length > 0) return lastOffset(source, inner)
  const end = inner?.range?.[1] ?? node.range?.[1] ?? source.length
  return source.slice(0, end).trimEnd().length
}

function intoFlow(source: string, node: YAMLMap | YAMLSeq, text: string): TextEdit[] | undefined {
  if (!node.range) return undefined
  const close = node.range[1] - 1
  const inside = source.slice(node.range[0] + 1, close)
  if (!/[\]}]/.test(source[close] ?? '') || /[\r\n]/.test(inside)) return undefined
  const at = node.range[0] + 1 + inside.trimEnd().length
  return [{ span: { start: at, end: at }, text: inside.trim() === '' ? text : `, ${text}` }]
}

const columnOf = (source: string, offset: number): number => offset - lineStartBefore(source, offset)

/** How far the document indents; two spaces where it does not show. */
function stepOf(source: string): number {
  const indented = /^( *)[^\s#-][^\n]*:[^\S\r\n]*\r?\n( +)[^\s#-]/m.exec(source)
  const step = (indented?.[2]?.length ?? 2) - (indented?.[1]?.length ?? 0)
  return step > 0 ? step : 2
}

/** Spells a value in block style, every line indented, without a line end behind the last. */
function block(value: Value, indentation: number, step: number, lineEnd: string): string {
  const lead = ' '.repeat(indentation)
  const entry = (prefix: string, inner: Value, deeper: number): string =>
    typeof inner === 'object' && (isList(inner) ? inner : Object.keys(inner)).length > 0
      ? `${prefix}${lineEnd}${block(inner, deeper, step, lineEnd)}`
      : `${prefix} ${flow(inner)}`
  if (typeof value !== 'object') return lead + flow(value)
  if (!isList(value))
    return Object.entries(value)
      .map(([key, inner]) => entry(`${lead}${spellKey(key)}:`, inner, indentation + step))
      .join(lineEnd)
  return value
    .map(item =>
      typeof item === 'object' && !isList(item)
        ? `${lead}- ${block(item, indentation + 2, step, lineEnd).trimStart()}`
        : entry(`${lead}-`, item, indentation + 2),
    )
    .join(lineEnd)
}

/** Spells a value on one line. */
function flow(value: Value): string {
  if (typeof value !== 'object') return spell(value, undefined)
  if (isList(value)) return `[${value.map(flow).join(', ')}]`
  const entries = Object.entries(value).map(([key, inner]) => `${spellKey(key)}: ${flow(inner)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

const spellKey = (key: string): string => (/^[A-Za-z_][\w./-]*$/.test(key) ? key : JSON.stringify(key))

/** Spells a scalar, in the quotes that stood there before. */
function spell(value: string | number | boolean, style: string | undefined): string {
  const text = String(value)
  if (style === 'QUOTE_SINGLE') return `'${text.replace(/'/g, "''")}'`
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(text)
  return typeof value !== 'string' || isPlain(text) ? text : JSON.stringify(text)
}

/** Whether a text means itself without quotes. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z/_][\w ./@$+=-]*(?::[\w./@$+=-]+)*$/.test(text) &&
  !/\s$/.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)

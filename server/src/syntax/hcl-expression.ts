import type { Node } from 'web-tree-sitter'
import { overlaps, type Span } from '../text/span.ts'
import type { Expression, Step, Entry, MapTree, ScalarTree, Tree } from './tree.ts'
import { heredocAt, readText, type Heredoc } from './hcl-text.ts'

/** The text that nodes stand in, and what of it was blanked out before it was parsed. */
export interface Source {
  readonly text: string
  readonly masks: readonly Span[]
}

/** Deeper nodes are not read. */
export const deepest = 100

/** Where a node stands. */
export const spanOf = ({ startIndex, endIndex }: Node, { text }: Source): Span => ({
  start: Math.min(startIndex, text.length),
  end: Math.min(endIndex, text.length),
})

/** The nodes below one, without comments. */
export const children = (node: Node): Node[] =>
  node.namedChildren.flatMap(child => (child && child.type !== 'comment' ? [child] : []))

/** An attribute or a pair whose value is plain: most of them are, and need no look into the nodes below. */
const plain =
  /^("[^"\\$%\n]*"|[A-Za-z_][\w-]*)([ \t]*[=:][ \t]*)("[^"\\$%\n]*"|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/

/** Reads an attribute whose value needs no grammar; undefined for any other. */
export function readPlain(node: Node, source: Source): Entry | undefined {
  if (source.masks.length > 0) return undefined
  const { startIndex: start, endIndex } = node
  const match = plain.exec(source.text.slice(start, endIndex))
  if (!match) return undefined
  const [, key = '', between = '', value = ''] = match
  const from = start + key.length + between.length
  return {
    key: key.startsWith('"') ? key.slice(1, -1) : key,
    keySpan: { start, end: start + key.length },
    value: readSimple(value, { start: from, end: endIndex }),
  }
}

/** Reads a literal or a dotted name; undefined for null. */
function readSimple(written: string, span: Span): Tree | undefined {
  if (written === 'null') return undefined
  if (written.startsWith('"'))
    return { kind: 'scalar', span, text: written.slice(1, -1), quoted: true, multiline: false }
  if (/^(?:true|false|-?\d.*)$/.test(written))
    return { kind: 'scalar', span, text: written, quoted: false, multiline: false }
  const [name = '', ...steps] = written.split('.')
  return {
    kind: 'unresolved',
    span,
    text: written,
    expression: { op: 'name', name, steps: steps.map((step): Step => ({ kind: 'attribute', name: step })) },
  }
}

const simple = /^(?:"[^"\\$%\n]*"|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/

/** Reads the value of an expression; undefined for null, which is what is not there. */
export function readExpression(node: Node, source: Source, depth: number): Tree | undefined {
  const span = spanOf(node, source)
  const written = source.text.slice(span.start, span.end)
  if (
    depth > deepest ||
    source.masks.some(mask => overlaps(mask, span) && mask.start <= span.start && span.end <= mask.end)
  )
    return { kind: 'unresolved', span, text: written }
  if (simple.test(written)) return readSimple(written, span)
  const parts = children(node)
  const [first, ...rest] = parts
  if (!first || parts.some(({ type }) => type === 'ERROR')) return { kind: 'unresolved', span, text: written }
  return readTerm(first, rest, source, depth, span)
}

/** Reads a value with the steps that lead on from it. */
function readTerm(first: Node, rest: readonly Node[], source: Source, depth: number, span: Span): Tree | undefined {
  if (rest.length === 0 || !/^(?:get_attr|index|splat)$/.test(rest[0]?.type ?? ''))
    return readOperand(first, source, depth + 1)
  const steps = rest.flatMap(step => readStep(step, source, depth + 1))
  const expression: Expression =
    first.type === 'variable_expr'
      ? { op: 'name', name: textOf(first, source), steps }
      : { op: 'steps', of: readOperand(first, source, depth + 1) ?? unresolved(first, source), steps }
  return { kind: 'unresolved', span, text: source.text.slice(span.start, span.end), expression }
}

function readStep(node: Node, source: Source, depth: number): Step[] {
  const [inner] = children(node)
  switch (node.type) {
    case 'get_attr':
      return inner ? [{ kind: 'attribute', name: source.text.slice(inner.startIndex, inner.endIndex) }] : []
    case 'index': {
      const at = inner && children(inner)[0]
      const tree = at
        ? readExpression(at, source, depth)
        : inner && {
            kind: 'scalar' as const,
            span: spanOf(inner, source),
            text: source.text.slice(inner.startIndex, inner.endIndex).replace(/^\./, ''),
            quoted: false,
            multiline: false,
          }
      return tree ? [{ kind: 'index', at: tree }] : []
    }
    case 'splat':
      return [{ kind: 'splat' }, ...(inner ? children(inner).flatMap(step => readStep(step, source, depth)) : [])]
    default:
      return []
  }
}

/** A node that has to be worked out, with its expression where it has one that anybody can. */
export function unresolved(node: Node, source: Source, expression?: Expression): Tree {
  const span = spanOf(node, source)
  return {
    kind: 'unresolved',
    span,
    text: source.text.slice(span.start, span.end),
    ...(expression ? { expression } : {}),
  }
}

/** Reads a node of one kind. */
type NodeReader = (node: Node, source: Source, depth: number) => Tree | undefined

const textOf = (node: Node, { text }: Source): string => text.slice(node.startIndex, node.endIndex)

const readers: ReadonlyMap<string, NodeReader> = new Map<string, NodeReader>([
  ['expression', (node, source, depth) => readExpression(node, source, depth + 1)],
  ['literal_value', readLiteral],
  ['string_lit', (node, source, depth) => readTemplate(node, source, depth)],
  ['quoted_template', (node, source, depth) => readTemplate(node, source, depth)],
  ['heredoc_template', (node, source, depth) => readTemplate(node, source, depth)],
  ['template_expr', (node, source, depth) => ofFirst(node, first => readTemplate(first, source, depth))],
  [
    'collection_value',
    (node, source, depth) =>
      ofFirst(node, first =>
        first.type === 'object' ? readObject(first, source, depth) : readTuple(first, source, depth),
      ),
  ],
  ['function_call', readCall],
  [
    'conditional',
    (node, source, depth) =>
      unresolved(node, source, { op: 'conditional', operands: operandsOf(children(node), source, depth) }),
  ],
  ['operation', readOperation],
  [
    'for_expr',
    (node, source, depth) => {
      const [first] = children(node)
      return unresolved(node, source, first && readFor(first, source, depth))
    },
  ],
  ['variable_expr', (node, source) => unresolved(node, source, { op: 'name', name: textOf(node, source), steps: [] })],
])

function readOperand(node: Node, source: Source, depth: number): Tree | undefined {
  const read = depth > deepest ? undefined : readers.get(node.type)
  return read ? read(node, source, depth) : unresolved(node, source)
}

function ofFirst(node: Node, read: (first: Node) => Tree | undefined): Tree | undefined {
  const [first] = children(node)
  return first && read(first)
}

const operandsOf = (nodes: readonly Node[], source: Source, depth: number): Tree[] =>
  nodes.flatMap(part =>
    part.type === 'expression'
      ? (readExpression(part, source, depth + 1) ?? { kind: 'unresolved', span: spanOf(part, source), text: 'null' })
      : (readOperand(part, source, depth + 1) ?? unresolved(part, source)),
  )

function readLiteral(node: Node, source: Source, depth: number): Tree | undefined {
  const [first] = children(node)
  if (first?.type === 'string_lit') return readTemplate(first, source, depth)
  if (first?.type === 'null_lit') return undefined
  return { kind: 'scalar', span: spanOf(node, source), text: textOf(node, source), quoted: false, multiline: false }
}

function readCall(node: Node, source: Source, depth: number): Tree {
  const call = children(node)
  const given = call.find(({ type }) => type === 'function_arguments')
  const passed = given ? children(given) : []
  return unresolved(node, source, {
    op: 'call',
    name: call[0] ? textOf(call[0], source) : '',
    operands: operandsOf(
      passed.filter(({ type }) => type === 'expression'),
      source,
      depth,
    ),
    spread: passed.some(({ type }) => type === 'ellipsis'),
  })
}

function readOperation(node: Node, source: Source, depth: number): Tree {
  const [first] = children(node)
  const operator = first?.children.find(child => child && !child.isNamed && !/^[()]$/.test(child.type))?.type ?? ''
  const operands = termsOf(first).map(
    ([of, ...steps]): Tree =>
      readTerm(of, steps, source, depth, {
        start: spanOf(of, source).start,
        end: spanOf(steps.at(-1) ?? of, source).end,
      }) ?? {
        kind: 'unresolved',
        span: spanOf(of, source),
        text: 'null',
      },
  )
  return unresolved(node, source, { op: 'operation', operator, operands })
}

/** The operands of an operation, each with its steps: these stand beside it. */
function termsOf(operation: Node | undefined): (readonly [Node, ...Node[]])[] {
  const terms: [Node, ...Node[]][] = []
  for (const node of operation ? children(operation) : []) {
    const last = terms.at(-1)
    if (last && /^(?:get_attr|index|splat)$/.test(node.type)) last.push(node)
    else terms.push([node])
  }
  return terms
}

function readFor(node: Node, source: Source, depth: number): Expression | undefined {
  const parts = children(node)
  const intro = parts.find(({ type }) => type === 'for_intro')
  const names = intro
    ? children(intro).flatMap(child =>
        child.type === 'identifier' ? [source.text.slice(child.startIndex, child.endIndex)] : [],
      )
    : []
  const tree = (part: Node | undefined): Tree | undefined => part && readExpression(part, source, depth + 1)
  const over = tree(intro && children(intro).find(({ type }) => type === 'expression'))
  const results = parts.filter(({ type }) => type === 'expression').flatMap(part => tree(part) ?? [])
  const test = parts.find(({ type }) => type === 'for_cond')
  const condition = tree(test && children(test).find(({ type }) => type === 'expression'))
  const result = results.at(-1)
  if (!over || !result) return undefined
  return {
    op: 'for',
    names,
    over,
    result,
    ...(node.type === 'for_object_expr' && results[0] ? { key: results[0] } : {}),
    ...(condition ? { condition } : {}),
    grouped: parts.some(({ type }) => type === 'ellipsis'),
  }
}

function readTuple(node: Node, source: Source, depth: number): Tree {
  const items = children(node).flatMap(part =>
    part.type === 'expression' ? [readExpression(part, source, depth + 1)] : [],
  )
  return { kind: 'list', span: spanOf(node, source), items }
}

function readObject(node: Node, source: Source, depth: number): MapTree {
  let open = false
  const entries = children(node).flatMap((element): Entry[] => {
    if (element.type !== 'object_elem') return []
    const quick = readPlain(element, source)
    if (quick) return [quick]
    const [key, value] = children(element)
    if (!key) return []
    const name = keyOf(key, source, depth)
    if (name === undefined) open = true
    return name === undefined
      ? []
      : [{ key: name, keySpan: spanOf(key, source), value: value && readExpression(value, source, depth + 1) }]
  })
  return { kind: 'map', span: spanOf(node, source), entries, ...(open ? { open: true } : {}) }
}

/** The key of a pair: a word, or a text without anything to work out. */
function keyOf(node: Node, source: Source, depth: number): string | undefined {
  const tree = readExpression(node, source, depth + 1)
  if (tree?.kind === 'scalar' && !tree.expression) return tree.text
  return tree?.kind === 'unresolved' &&
    tree.expression?.op === 'name' &&
    tree.expression.steps.length === 0 &&
    !/^\(/.test(tree.text)
    ? tree.text
    : undefined
}

/** Reads a quoted string or a heredoc; one with interpolations carries its parts. */
function readTemplate(node: Node, source: Source, depth: number): ScalarTree {
  const span = spanOf(node, source)
  const heredoc: Heredoc | undefined = node.type === 'heredoc_template' ? heredocAt(source.text, span) : undefined
  const body = heredoc?.body ?? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) }
  const { text } = readText(source.text, body, heredoc)
  const scalar: ScalarTree = {
    kind: 'scalar',
    span,
    text,
    quoted: true,
    multiline: heredoc !== undefined || text.includes('\n'),
  }
  const inner = children(node).filter(({ type }) => type === 'template_interpolation' || type === 'template_directive')
  if (inner.length === 0) return scalar
  const parts: Extract<Expression, { op: 'template' }>['parts'][number][] = []
  let at = body.start
  for (const part of inner) {
    const value = children(part).find(({ type }) => type === 'expression')
    if (part.startIndex > at) parts.push(readText(source.text, { start: at, end: part.startIndex }, heredoc))
    const tree = value && part.type === 'template_interpolation' ? readExpression(value, source, depth + 1) : undefined
    parts.push({
      ...(tree ?? { kind: 'unresolved', text: '' }),
      span: { start: part.startIndex, end: part.endIndex },
    } as Tree)
    at = part.endIndex
  }
  if (at < body.end) parts.push(readText(source.text, { start: at, end: body.end }, heredoc))
  return {
    ...scalar,
    expression: { op: 'template', parts, directives: inner.some(({ type }) => type === 'template_directive') },
  }
}

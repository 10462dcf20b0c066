import type { Node } from 'web-tree-sitter'
import type { Span } from '../text/span.ts'
import type { Entry, MapTree, Tree } from './tree.ts'
import { children, deepest, readExpression, readPlain, spanOf, unresolved, type Source } from './hcl-expression.ts'
import { withHcl } from './hcl-parser.ts'
import { healHcl, scanHcl } from './hcl-scan.ts'

/** Cuts HCL where something stands at the top level: a block, or an attribute of a file of values. */
export function splitHcl(text: string): Span[] {
  const { starts } = scanHcl(text)
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
}

/** An entry as it is read: one under a label goes together with others under theirs. */
type Read = Entry & { readonly labelled?: true }

/** Over what the grammar does not understand its parser's work grows with the square: a text longer than this is looked over before, and one with more half-typed stretches is not tried as it stands. */
const short = 4000
const most = 500

/**
 * Reads HCL, however broken: blocks and their labels become maps in maps, as in Terraform's JSON; a block that stands more than once becomes a list.
 * What has to be worked out carries its expression. Undefined when nothing can be read, or nobody has loaded the grammar.
 */
export function readHcl(text: string): Tree | undefined {
  const scan = text.length > short ? scanHcl(text) : undefined
  if (scan?.isTooDeep) return undefined
  const isTried = !scan || scan.masks.length <= most
  const whole = isTried && withHcl(text, root => (root.hasError ? undefined : readRoot(root, { text, masks: [] })))
  if (whole) return whole.tree
  // What the grammar stumbles over may be half typed: it is blanked out, and the rest read again.
  const half = scan ?? scanHcl(text)
  return withHcl(healHcl(text, half), root => readRoot(root, { text, masks: half.masks }))?.tree
}

function readRoot(root: Node, source: Source): { tree: Tree | undefined } {
  const entries = root.namedChildren.flatMap(child => (child ? readBody(child, source, 0) : []))
  return {
    tree:
      entries.length === 0
        ? undefined
        : { kind: 'map', span: { start: 0, end: source.text.length }, entries: together(entries) },
  }
}

/** The attributes and blocks of a body; what the grammar could not place is looked through for more of them. */
function readBody(node: Node, source: Source, depth: number): Read[] {
  switch (node.type) {
    case 'attribute':
      return readAttribute(node, source, depth)
    case 'block':
      return depth > deepest ? [] : readBlock(node, source, depth)
    case 'body':
    case 'ERROR':
      return depth > deepest ? [] : children(node).flatMap(child => readBody(child, source, depth + 1))
    default:
      return []
  }
}

function readAttribute(node: Node, source: Source, depth: number): Read[] {
  const quick = readPlain(node, source)
  if (quick) return [quick]
  const [name, ...rest] = children(node)
  const key = name && source.text.slice(name.startIndex, name.endIndex)
  if (!name || !key || name.type !== 'identifier') return []
  const value = rest.find(({ type }) => type === 'expression')
  const garbled = rest.some(({ type }) => type === 'ERROR')
  return [
    {
      key,
      keySpan: spanOf(name, source),
      value: value && (garbled ? unresolved(node, source) : readExpression(value, source, depth + 1)),
    },
  ]
}

function readBlock(node: Node, source: Source, depth: number): Read[] {
  const parts = children(node)
  const head = parts.slice(
    0,
    parts.findIndex(({ type }) => type === 'block_start'),
  )
  const body = parts.filter(({ type }) => type === 'body' || type === 'ERROR')
  const span = spanOf(node, source)
  const map: MapTree = { kind: 'map', span, entries: together(body.flatMap(part => readBody(part, source, depth + 1))) }
  const nest = ([label, ...inner]: readonly Node[]): Read[] => {
    if (!label) return []
    const keySpan = spanOf(label, source)
    const key = source.text.slice(keySpan.start, keySpan.end).replace(/^"|"$/g, '')
    return inner.length === 0
      ? [{ key, keySpan, value: map }]
      : [
          {
            key,
            keySpan,
            value: {
              kind: 'map',
              span: { start: spanOf(inner[0] ?? label, source).start, end: span.end },
              entries: nest(inner),
            },
            labelled: true,
          },
        ]
  }
  return head.length > deepest ? [] : nest(head)
}

/** Blocks of one type become the list of them; labelled ones one map. Of an attribute that stands twice the last one counts. */
function together(entries: readonly Read[]): Entry[] {
  const byKey = new Map<string, Read[]>()
  for (const entry of entries) {
    const same = entry.value?.kind === 'map' ? byKey.get(entry.key) : undefined
    if (same) same.push(entry)
    else byKey.set(entry.key, [entry])
  }
  return [...byKey.values()].flatMap((same): Entry[] => {
    const [first] = same
    if (!first || same.length === 1) return same
    const items = same.flatMap(({ value }) => value ?? [])
    const span = { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 }
    const below = same.flatMap(({ value }): readonly Read[] => (value?.kind === 'map' ? value.entries : []))
    return [
      {
        ...first,
        value: first.labelled ? { kind: 'map', span, entries: together(below) } : { kind: 'list', span, items },
      },
    ]
  })
}

import type { Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'

/** What every format is read into: maps, lists and scalars that know where they stand. Spans count from the start of their document. */
export type Tree = MapTree | ListTree | ScalarTree | UnresolvedTree

/** A key with its value; the value is undefined where nothing has been written yet. */
export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Tree | undefined
  /** Written elsewhere and pulled in (merge key): no writer may change it here. */
  readonly borrowed?: true
}

/** Keys and values in their order; a key may stand twice. */
export interface MapTree {
  readonly kind: 'map'
  readonly span: Span
  readonly entries: readonly Entry[]
  /** A template or a conflict stands among the entries: what is not seen here may be there all the same. */
  readonly open?: true
  /** What templates bring in among the entries, as it is written; set where that is all that is not seen. */
  readonly inserted?: readonly UnresolvedTree[]
}

/** Values in their order; one is undefined where nothing has been written yet, or null: those behind it keep their number, by which writers find them. */
export interface ListTree {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly (Tree | undefined)[]
  /** What templates bring in among the items, as it is written. */
  readonly inserted?: readonly UnresolvedTree[]
}

/** A text, a number, a boolean: all of them as text. */
export interface ScalarTree {
  readonly kind: 'scalar'
  /** As written, quotes included. */
  readonly span: Span
  /** As meant: unquoted and unescaped. */
  readonly text: string
  readonly quoted: boolean
  readonly multiline: boolean
  /** A template: the text holds its interpolations as they are written. */
  readonly expression?: Expression
  /** Where its characters stand, for a text that was put together; for any other its syntax knows. */
  readonly stretches?: readonly Stretch[]
}

/** Something stands here that only another tool can evaluate: a template, an unknown alias, a tag. */
export interface UnresolvedTree {
  readonly kind: 'unresolved'
  readonly span: Span
  readonly text: string
  /** What would have to be worked out, where the language says it. */
  readonly expression?: Expression
  /** Set where more stands than a review follows, in words: no person writes it. */
  readonly cut?: string
}

/** What stands where a language lets a value be worked out; its operands are trees again. Whoever knows the values works it out. */
export type Expression =
  /** `var.x`, `local.y["k"]`, `aws_msk_cluster.main[0].arn`: a name, then steps. */
  | { readonly op: 'name'; readonly name: string; readonly steps: readonly Step[] }
  /** Steps behind anything else: `f(x)[0].y`. */
  | { readonly op: 'steps'; readonly of: Tree; readonly steps: readonly Step[] }
  /** Text and interpolations in turn. */
  | { readonly op: 'template'; readonly parts: readonly (TextPart | Tree)[]; readonly directives: boolean }
  | { readonly op: 'call'; readonly name: string; readonly operands: readonly Tree[]; readonly spread: boolean }
  | { readonly op: 'conditional'; readonly operands: readonly Tree[] }
  | {
      readonly op: 'for'
      readonly names: readonly string[]
      readonly over: Tree
      readonly key?: Tree
      readonly result: Tree
      readonly condition?: Tree
      readonly grouped: boolean
    }
  | { readonly op: 'operation'; readonly operator: string; readonly operands: readonly Tree[] }

/** One step behind a name. */
export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly at: Tree }
  | { readonly kind: 'splat' }

/** A stretch of a template that stands as it is meant, but for its escapes. */
export interface TextPart {
  readonly kind: 'text'
  readonly text: string
  /** Where its characters stand; offsets of the text to offsets of the document. */
  readonly stretches: readonly { readonly inner: number; readonly outer: number }[]
  readonly end: number
}

/** The operands of an expression by number, as paths lead to them: `(0)`, `(1)`. */
export function operandsOf(expression: Expression): readonly Tree[] {
  switch (expression.op) {
    case 'call':
    case 'conditional':
    case 'operation':
      return expression.operands
    case 'template':
      return expression.parts.flatMap(part => (part.kind === 'text' ? [] : [part]))
    case 'for':
      return [
        expression.over,
        expression.result,
        ...(expression.key ? [expression.key] : []),
        ...(expression.condition ? [expression.condition] : []),
      ]
    case 'steps':
      return [expression.of]
    default:
      return []
  }
}

/** The expression behind a value; undefined where it stands as it is. */
export const expressionOf = (tree: Tree | undefined): Expression | undefined =>
  tree?.kind === 'scalar' || tree?.kind === 'unresolved' ? tree.expression : undefined

/** The entry of a key; of one that stands twice, the last. */
export function entryOf({ entries }: MapTree, key: string): Entry | undefined {
  for (let at = entries.length - 1; at >= 0; at--) if (entries[at]?.key === key) return entries[at]
  return undefined
}

/** Goes one step down a tree: a key, an index, or the operand of an expression. */
export function childOf(tree: Tree | undefined, step: string | number): Tree | undefined {
  const operand = typeof step === 'string' ? /^\((\d+)\)$/.exec(step)?.[1] : undefined
  const expression = expressionOf(tree)
  if (operand !== undefined && expression) return operandsOf(expression)[Number(operand)]
  if (typeof step === 'number') return tree?.kind === 'list' ? tree.items[step] : undefined
  return tree?.kind === 'map' ? entryOf(tree, step)?.value : undefined
}

/** Goes down a tree by keys, indices and operands; of a key that stands twice, to the last. */
export const descend = (tree: Tree | undefined, path: readonly (string | number)[]): Tree | undefined =>
  path.reduce<Tree | undefined>(childOf, tree)

/** The values in a map or a list. */
function childrenOf(tree: Tree | undefined): readonly (Tree | undefined)[] {
  if (tree?.kind === 'map') return tree.entries.map(({ value }) => value)
  if (tree?.kind === 'unresolved' && tree.expression) return operandsOf(tree.expression)
  return tree?.kind === 'list' ? tree.items : []
}

/** Why something in a tree is not followed; undefined where all of it is. */
export function cutIn(tree: Tree | undefined): string | undefined {
  if (tree === undefined || tree.kind === 'scalar') return undefined
  if (tree.kind === 'unresolved') return tree.cut
  let cut: string | undefined
  if (tree.kind === 'map') for (const { value } of tree.entries) cut ??= cutIn(value)
  else for (const item of tree.items) cut ??= cutIn(item)
  return cut
}

/** Levels of maps and lists that are followed. */
export const deepest = 200

/** What stands below the levels that are followed. */
export const tooDeep = (span: Span): UnresolvedTree => ({
  kind: 'unresolved',
  span,
  text: 'nested too deep',
  cut: `what is nested deeper than ${deepest} levels is not read`,
})

/** How much a walk down a tree meets: characters and nodes, and levels. What several places share counts at each of them. */
export interface Extent {
  readonly size: number
  readonly height: number
}

/** What a node counts for beside the characters of its text: every reader looks at it. */
const nodeSize = 10

/** Measures trees, each once, however often it is shared. */
export function measuring(): (tree: Tree | undefined) => Extent {
  const known = new Map<Tree, Extent>()
  const measure = (tree: Tree | undefined): Extent => {
    if (!tree) return { size: 1, height: 0 }
    const before = known.get(tree)
    if (before) return before
    let size = nodeSize + (tree.kind === 'scalar' || tree.kind === 'unresolved' ? tree.text.length : 0)
    let height = 0
    if (tree.kind === 'map') for (const { key } of tree.entries) size += key.length
    for (const child of childrenOf(tree)) {
      const below = measure(child)
      size += below.size
      height = Math.max(height, below.height + 1)
    }
    known.set(tree, { size, height })
    return { size, height }
  }
  return measure
}

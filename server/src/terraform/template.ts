import { placeOnLine, type Cursor } from '../formats/position.ts'
import type { Expression, ScalarTree } from '../syntax/tree.ts'
import type { Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'
import { longestMade, madeOf, textOf, unnamed } from '../formats/made.ts'
import { operandAt } from './operands.ts'

type Template = Extract<Expression, { op: 'template' }>
type Parts = Template['parts']

/** What a part of a template comes to. */
interface Rendered {
  readonly text: string
  /** Offsets of the part's text to offsets of the document. */
  readonly stretches: readonly Stretch[]
  /** Set on a value that cannot be told, or that has no place on its line. */
  readonly unknown?: boolean
  /** A value that is read where it stands too. */
  readonly from?: Cursor
}

/** Fills in what a template leaves open; what cannot be told stays as it is written. */
export function fill(cursor: Cursor, expression: Template): Cursor | undefined {
  const { parts, directives } = expression
  const { tree } = cursor
  if (directives || tree?.kind !== 'scalar') return undefined
  if (isOneValue(parts, tree)) return operandAt(cursor, expression, 0)
  const stretches: Stretch[] = []
  const from: Cursor[] = []
  const filled: NonNullable<Cursor['origin']['filled']>[number][] = []
  let [text, unknown, values] = ['', false, 0]
  for (const [index, part] of parts.entries()) {
    let rendered: Rendered
    if (part.kind === 'text') rendered = part
    else {
      const operand = operandAt(cursor, expression, values++)
      rendered = renderValue(operand, part.span, cursor, standsAlone(parts, index))
      if (tree.multiline) filled.push({ at: placeOnLine(cursor, part.span), cursor: operand })
    }
    const before = text.length
    stretches.push(...rendered.stretches.map(({ inner, outer }) => ({ inner: inner + before, outer })))
    if (rendered.from) from.push(rendered.from)
    unknown ||= rendered.unknown === true
    text += rendered.text
    if (text.length > longestMade) return undefined
  }
  if (unknown && !tree.multiline) return undefined
  const { expression: _, ...scalar } = tree
  const made = madeOf({ ...cursor, tree: { ...scalar, text, stretches } }, from.map(unnamed))
  return filled.length === 0 ? made : { ...made, origin: { ...made.origin, filled } }
}

/** A text that is nothing but one value is that value; a heredoc has its line end beside it. */
const isOneValue = (parts: Parts, { multiline }: ScalarTree): boolean =>
  parts.filter(part => part.kind !== 'text' || part.text.trim() !== '' || !multiline).length === 1 &&
  parts.some(({ kind }) => kind !== 'text')

/** A value in the place of its interpolation. Lines that come in whole stand elsewhere: they are read there. */
function renderValue(operand: Cursor, span: Span, { tree, document }: Cursor, alone: boolean): Rendered {
  const multiline = tree?.kind === 'scalar' && tree.multiline
  const isLines =
    multiline && alone && operand.tree && operand.tree.kind !== 'list' && !/^[^=\n]*$/.test(textOf(operand) ?? '')
  const written = document.source.slice(span.start, span.end)
  // What takes several lines has no place on one.
  const known = written.includes('\n') ? undefined : textOf(operand)
  const text = isLines ? '' : (known ?? written)
  return {
    text,
    stretches: [
      { inner: 0, outer: span.start },
      { inner: text.length, outer: span.end },
    ],
    unknown: !isLines && known === undefined,
    ...(isLines || !multiline ? { from: operand } : {}),
  }
}

/** Whether a part of a template has its lines to itself. */
function standsAlone(parts: Parts, index: number): boolean {
  const [before, after] = [parts[index - 1], parts[index + 1]]
  return (
    (!before || (before.kind === 'text' && /(?:^|\n)[ \t]*$/.test(before.text))) &&
    (!after || (after.kind === 'text' && /^[ \t]*(?:\r?\n|$)/.test(after.text)))
  )
}

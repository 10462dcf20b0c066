import { resolve } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { operandsOf, type Expression } from '../syntax/tree.ts'

/** An operand of the expression that stands at a cursor, worked out. */
export function operandAt(cursor: Cursor, expression: Expression, index: number): Cursor {
  const tree = operandsOf(expression)[index]
  return resolve({
    ...cursor,
    tree: tree?.kind === 'unresolved' && tree.text === 'null' && !tree.expression ? undefined : tree,
    path: [...cursor.path, `(${index})`],
  })
}

import { expressionOf, type Tree } from '../syntax/tree.ts'
import { readHcl } from '../syntax/hcl.ts'
import { resolve } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { belonging, madeOf, textOf } from '../formats/made.ts'

/** Works out a string of Terraform's JSON that holds `${...}`; what it leads to elsewhere stands there, anything else at the string itself. */
export function readTemplateOfJson(cursor: Cursor): Cursor {
  const { tree, document } = cursor
  if (tree?.kind !== 'scalar' || !tree.text.includes('${')) return cursor
  const source = `x = <<KAFKA_REVIEW\n${tree.text}\nKAFKA_REVIEW\n`
  const value = valueAt(readHcl(source))
  const expression = expressionOf(value)
  if (!value || expression?.op !== 'template') return cursor
  const [first, last] = expression.parts
  const only =
    first && first.kind !== 'text' && expression.parts.length === 2 && last?.kind === 'text' && last.text === '\n'
      ? first
      : undefined
  const here = { ...document, syntax: 'hcl', source } as const
  const found = resolve({ ...cursor, document: here, tree: only ?? value })
  if (found.document.source !== source) return found
  const text = textOf(found)?.replace(/\n$/, '')
  if (text !== undefined)
    return {
      ...cursor,
      tree: { kind: 'scalar', span: tree.span, text, quoted: true, multiline: false },
      origin: { ...cursor.origin, kind: 'made' },
    }
  const { refersTo, parts } = found.origin
  const whole = parts ? madeOf({ ...cursor, tree: found.tree }, parts) : cursor
  return refersTo ? belonging(whole, refersTo) : whole
}

const valueAt = (tree: Tree | undefined): Tree | undefined =>
  tree?.kind === 'map' ? tree.entries[0]?.value : undefined

import type { Tree } from './tree.ts'

/** What a writer can put into a file: nothing that a format cannot spell. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

/** Keys and indices from the root of a document. */
export type Path = readonly (string | number)[]

/** Whether a value is written as a list. */
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** The value as it is written at the end of a path that does not exist yet. */
export const nest = (path: Path, value: Value): Value =>
  path.reduceRight<Value>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n')

/** The offset where the line of an offset begins. */
export const lineStartBefore = (text: string, offset: number): number =>
  offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1

/** The white space in front of the line that an offset stands on. */
export const indentationAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStartBefore(text, offset), offset))?.[0] ?? ''

/** The offset where the line of an offset ends, its line end left out. */
export function lineEndAfter(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset))
  return rest ? offset + rest.index : text.length
}

/** What stands in a tree, as a value to write elsewhere; undefined where a part of it cannot be told. */
export function plainOf(tree: Tree | undefined): Value | undefined {
  if (tree?.kind === 'scalar') return tree.expression ? undefined : tree.text
  if (tree?.kind === 'list') {
    const items = tree.items.flatMap(item => plainOf(item) ?? [])
    return items.length === tree.items.length ? items : undefined
  }
  if (tree?.kind !== 'map' || tree.open) return undefined
  // Without a prototype, `__proto__` is a key like any other.
  const plain: { [key: string]: Value } = Object.create(null)
  for (const { key, value } of tree.entries) {
    const part = plainOf(value)
    if (part === undefined) return undefined
    plain[key] = part
  }
  return plain
}

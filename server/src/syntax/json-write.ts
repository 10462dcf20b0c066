import { findNodeAtLocation, type Node } from 'jsonc-parser'
import type { TextEdit } from '../text/edit.ts'
import { parseTolerantly } from './json.ts'
import { indentationAt, isList, lineEndOf, nest, type Path, type Value } from './write.ts'

/** Writes a value at a path of a JSON text; undefined where a person has to do it. */
export function setInJson(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  const { node, rest, shift } = place
  if (rest.length > 0) return insert(source, place, nest(rest.slice(1), value))
  if (typeof value === 'object' || node.type === 'object' || node.type === 'array') return undefined
  const text = node.type === 'string' ? JSON.stringify(String(value)) : JSON.stringify(value)
  return [{ span: { start: node.offset - shift, end: node.offset - shift + node.length }, text }]
}

/** Adds an item to the list at a path of a JSON text; undefined where a person has to do it. */
export function appendToJson(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  if (place.rest.length > 0) return insert(source, place, nest(place.rest.slice(1), [value]))
  return place.node.type === 'array' ? behindLast(source, place.node, place.shift, spell(value)) : undefined
}

interface Found {
  readonly node: Node
  readonly rest: Path
  readonly shift: number
}

/** Follows a path; a key that stands twice leads to the last, as it does for whoever reads the file. */
function find(source: string, path: Path): Found | undefined {
  const { root, shift } = parseTolerantly(source)
  if (!root) return undefined
  let node = root
  for (const [index, step] of path.entries()) {
    const next: Node | undefined =
      typeof step === 'string' && node.type === 'object'
        ? node.children?.findLast(property => property.children?.[0]?.value === step)?.children?.[1]
        : findNodeAtLocation(node, [step])
    if (!next) return { node, rest: path.slice(index), shift }
    node = next
  }
  return { node, rest: [], shift }
}

function insert(source: string, { node, rest, shift }: Found, value: Value): TextEdit[] | undefined {
  const [key] = rest
  if (node.type !== 'object' || typeof key !== 'string') return undefined
  if (node.children?.some(property => property.children?.[0]?.value === key)) return undefined // half typed
  const spaced = !/":\S/.test(source.slice(node.offset - shift, node.offset - shift + node.length))
  return behindLast(source, node, shift, `${JSON.stringify(key)}:${spaced ? ' ' : ''}${spell(value)}`)
}

/** Puts text behind the last child of an object or array, on a line of its own where the children have theirs; undefined where that child is half typed. */
function behindLast(source: string, node: Node, shift: number, text: string): TextEdit[] | undefined {
  const last = node.children?.at(-1)
  if (!last) {
    const at = node.offset - shift + 1
    return [{ span: { start: at, end: at }, text }]
  }
  if (!isWhole(last, source, shift)) return undefined
  const start = last.offset - shift
  const end = start + last.length
  const before = node.children?.at(-2)
  const from = before ? before.offset - shift + before.length : node.offset - shift + 1
  const ownLine = /[\r\n]/.test(source.slice(from, start))
  return [
    {
      span: { start: end, end },
      text: ownLine ? `,${lineEndOf(source)}${indentationAt(source, start)}${text}` : `, ${text}`,
    },
  ]
}

/** Whether a value, or a key with its value, is closed: what is written behind an open quote or brace would become part of it. */
function isWhole({ type, offset, length, children = [] }: Node, source: string, shift: number): boolean {
  const last = children.at(-1)
  const text = source.slice(offset - shift, offset - shift + length)
  switch (type) {
    case 'property':
      return children.length === 2 && last !== undefined && isWhole(last, source, shift)
    case 'string':
      return /^"(?:[^"\\]|\\.)*"$/.test(text)
    case 'object':
      return text.endsWith('}') && (!last || isWhole(last, source, shift))
    case 'array':
      return text.endsWith(']') && (!last || isWhole(last, source, shift))
    default:
      return true
  }
}

function spell(value: Value): string {
  if (typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(spell).join(', ')}]`
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spell(inner)}`)
  return entries.length === 0 ? '{}' : `{${entries.join(', ')}}`
}

import type { Embedded } from '../text/embedded.ts'
import type { TextEdit } from '../text/edit.ts'
import { readToml } from './toml.ts'
import { childOf, descend, type MapTree, type ScalarTree, type Tree } from './tree.ts'
import { indentationAt, isList, lineEndAfter, lineEndOf, type Path, type Value } from './write.ts'

/** Writes a value at a path: where it stands, else behind the last value of its table; undefined where a person has to do it. */
export function setInToml(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const tree = readToml(source)
  const written = descend(tree, path)
  if (written) {
    if (written.kind !== 'scalar' || typeof value === 'object' || written.multiline) return undefined
    return [{ span: written.span, text: written.quoted ? spell(String(value)) : spell(value) }]
  }
  let map = tree
  let depth = 0
  for (const step of path) {
    const next = childOf(map, step)
    if (!next) break
    map = next
    depth++
  }
  const rest = path.slice(depth)
  if (map?.kind !== 'map' || rest.length === 0 || rest.some(step => typeof step === 'number')) return undefined
  return insert(source, map, `${rest.map(step => keyOf(String(step))).join('.')} = ${spell(value)}`)
}

function insert(source: string, map: MapTree, pair: string): TextEdit[] | undefined {
  if (source[map.span.start] === '{') {
    const at = map.entries.at(-1)?.value?.span.end
    return at === undefined ? undefined : [{ span: { start: at, end: at }, text: `, ${pair}` }]
  }
  const own = map.entries.filter(({ keySpan, value }) => value && isPair(source, keySpan.end, value))
  const last = own.at(-1)
  if (!last?.value) return undefined
  const end = lineEndAfter(source, last.value.span.end)
  return [
    { span: { start: end, end }, text: `${lineEndOf(source)}${indentationAt(source, last.keySpan.start)}${pair}` },
  ]
}

/** Whether a value stands behind its key: headers and dotted keys have theirs elsewhere. */
const isPair = (source: string, keyEnd: number, { span }: Tree): boolean =>
  /^[ \t]*=[ \t]*$/.test(source.slice(keyEnd, span.start))

const keyOf = (key: string): string => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))

function spell(value: Value): string {
  if (typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(spell).join(', ')}]`
  const pairs = Object.entries(value).map(([key, inner]) => `${keyOf(key)} = ${spell(inner)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** Opens a text that a string on one line without escapes holds. */
export function embedInToml(source: string, { span, text, quoted, multiline }: ScalarTree): Embedded | undefined {
  const start = span.start + (quoted ? 1 : 0)
  if (multiline || source.slice(start, start + text.length) !== text) return undefined
  return {
    text,
    outer: offset => start + offset,
    encode: piece => (/["'\\\n]/.test(piece) ? undefined : piece),
  }
}

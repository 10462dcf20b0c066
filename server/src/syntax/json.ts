import { parseTree, type Node } from 'jsonc-parser'
import { outerOffset, type Embedded, type Stretch } from '../text/embedded.ts'
import { readPlainJson } from './json-plain.ts'
import { isMasked, maskForeign, type Masked } from './mask.ts'
import { deepest, tooDeep, type Entry, type ScalarTree, type Tree } from './tree.ts'

/** A JSON text made readable: `shift` is how many characters its offsets run ahead of the file's. */
interface Normalised extends Masked {
  readonly source: string
  readonly shift: number
}

/** Reads JSON, also half-typed, with comments, without its outer braces or inside a shell command; undefined when it holds nothing. */
export function readJson(source: string): Tree | undefined {
  const normalised = normalise(source)
  const { text, masks, shift } = normalised
  const plain = masks.length === 0 && shift === 0 ? readPlainJson(text) : undefined
  if (plain) return plain
  const root = parse(text)
  return root && convert(root, normalised, 0)
}

/** Parses JSON the way `readJson` does, for writers: offsets run `shift` characters ahead of the file's. */
export function parseTolerantly(source: string): { root: Node | undefined; shift: number } {
  const { text, shift, masks } = normalise(source)
  return { root: masks.length > 0 ? undefined : parse(text), shift }
}

function parse(text: string): Node | undefined {
  const options = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true }
  try {
    return parseTree(text, [], options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return parseTree(blankBelow(deepest, text), [], options) // the library ran out of stack
  }
}

/** Blanks out what is nested deeper than a number of levels. */
function blankBelow(levels: number, text: string): string {
  let depth = 0
  return text.replace(/"(?:[^"\\\r\n]|\\.)*"?|[[{\]}]|[^"[{\]}]+/g, token => {
    if (token === ']' || token === '}') depth--
    const deeper = depth > levels
    if (token === '[' || token === '{') depth++
    return deeper ? token.replace(/[^\r\n]/g, ' ') : token
  })
}

/** A byte order mark becomes a space; a command line around an object becomes spaces; missing outer braces are added, which shifts by one. */
function normalise(source: string): Normalised {
  const masked = maskForeign(source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source, '1')
  const { text } = masked
  const normalised = { ...masked, source, shift: 0 }
  const start = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0
  if (start === text.length || text[start] === '{' || text[start] === '[') return normalised
  if (/^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(start, start + 1000)))
    return { ...normalised, text: `{${text}\n}`, shift: 1 }
  const brace = text.indexOf('{')
  return { ...normalised, text: brace < 0 ? text : text.slice(0, brace).replace(/[^\r\n]/g, ' ') + text.slice(brace) }
}

function convert(node: Node, source: Normalised, depth: number): Tree | undefined {
  const span = spanOf(node, source)
  if (depth > deepest) return tooDeep(span)
  const written = (): string => source.source.slice(span.start, span.end)
  switch (node.type) {
    case 'object':
      return {
        kind: 'map',
        span,
        entries: (node.children ?? []).flatMap(property => readEntry(property, source, depth)),
        ...(source.inserts.some(({ offset }) => span.start <= offset && offset <= span.end) ? { open: true } : {}),
      }
    case 'array':
      return {
        kind: 'list',
        span,
        items: (node.children ?? []).map(item => convert(item, source, depth + 1)),
      }
    case 'string':
    case 'number':
    case 'boolean':
      if (isMasked(source.masks, span)) return { kind: 'unresolved', span, text: written() }
      return {
        kind: 'scalar',
        span,
        text: node.type === 'string' ? String(node.value) : written(),
        quoted: node.type === 'string',
        multiline: false,
      }
    default:
      return undefined
  }
}

function readEntry(property: Node, source: Normalised, depth: number): Entry[] {
  const [key, value] = property.children ?? []
  if (!key) return []
  return [{ key: String(key.value), keySpan: spanOf(key, source), value: value && convert(value, source, depth + 1) }]
}

const spanOf = ({ offset, length }: Node, { shift }: Normalised): { start: number; end: number } => ({
  start: Math.max(0, offset - shift),
  end: Math.max(0, offset - shift + length),
})

/** Opens a text that a string holds. */
export function embedInJson(source: string, { span, text, quoted }: ScalarTree): Embedded | undefined {
  if (!quoted) return undefined
  const start = span.start + 1
  const stretches: Stretch[] = [{ inner: 0, outer: start }]
  let escaped = 0
  for (const {
    index,
    0: { length },
  } of source.slice(start, span.end - 1).matchAll(/\\u[0-9a-fA-F]{4}|\\./g)) {
    escaped += length - 1
    stretches.push({ inner: index + length - escaped, outer: start + index + length })
  }
  return { text, outer: offset => outerOffset(stretches, offset), encode: piece => JSON.stringify(piece).slice(1, -1) }
}

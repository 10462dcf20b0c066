import { parseLines, Pair } from 'dot-properties'
import { outerOffset, type Embedded, type Stretch } from '../text/embedded.ts'
import type { TextEdit } from '../text/edit.ts'
import { alternatives } from './arms.ts'
import { isMasked, maskForeign } from './mask.ts'
import type { Entry, ScalarTree, Tree } from './tree.ts'
import { lineEndAfter, lineEndOf, type Path, type Value } from './write.ts'

/** Reads a text of Java properties: one map from whole keys to values; undefined when it holds nothing. */
export function readProperties(source: string): Tree | undefined {
  const { text, masks, inserts } = maskForeign(source, 'x')
  const entries = pairsOf(text).map(({ key, keySpan, value, valueSpan, hasSeparator }): Entry => {
    if (isMasked(masks, valueSpan))
      return {
        key,
        keySpan,
        value: { kind: 'unresolved', span: valueSpan, text: source.slice(valueSpan.start, valueSpan.end) },
      }
    // A key alone is half typed; one with a separator has the empty value, which means something.
    return {
      key,
      keySpan,
      value: hasSeparator
        ? {
            kind: 'scalar',
            span: valueSpan,
            text: value,
            quoted: false,
            multiline: /[\r\n]/.test(text.slice(valueSpan.start, valueSpan.end)),
          }
        : undefined,
    }
  })
  if (entries.length === 0) return undefined
  // A key that a template fills in may be any.
  const open = inserts.length > 0 || entries.some(({ keySpan }) => isMasked(masks, keySpan))
  const decided = masks.length > 0 ? withoutChoices(source, entries) : entries
  return { kind: 'map', span: { start: 0, end: source.length }, entries: decided, ...(open ? { open } : {}) }
}

/** Of numbers that the branches of a condition choose from, as many of something as an environment needs, none is known. */
function withoutChoices(source: string, entries: Entry[]): Entry[] {
  const isEither = alternatives(source)
  const before = new Map<string, number>()
  const chosen = new Set<number>()
  for (const [index, entry] of entries.entries()) {
    const number = numberIn(entry)
    if (number === undefined) continue
    const last = before.get(entry.key) ?? -1
    const other = entries[last]
    before.set(entry.key, index)
    if (other && numberIn(other) !== number && isEither(other.keySpan.start, entry.keySpan.start))
      chosen.add(index).add(last)
  }
  return entries.map((entry, index) =>
    chosen.has(index) && entry.value?.kind === 'scalar'
      ? { ...entry, value: { kind: 'unresolved', span: entry.value.span, text: entry.value.text } }
      : entry,
  )
}

const numberIn = ({ value }: Entry): string | undefined =>
  value?.kind === 'scalar' && /^-?\d+$/.test(value.text) ? value.text : undefined

/** Writes the value of a key: where it stands, else behind the key that shares most of its name; undefined for what is no text. */
export function setInProperties(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const [key] = path
  if (typeof key !== 'string' || path.length !== 1 || typeof value === 'object' || /\{[{%#]|<%/.test(source))
    return undefined
  const text = escaped(String(value))
  const pairs = pairsOf(source)
  const written = pairs.findLast(pair => pair.key === key)
  if (source.endsWith('\\')) return undefined
  if (written) return [{ span: written.valueSpan, text: written.hasSeparator ? text : `=${text}` }]
  const near = pairs.reduce<Written | undefined>(
    (best, pair) => (best && shared(best.key, key) > shared(pair.key, key) ? best : pair),
    undefined,
  )
  if (!near)
    return [
      {
        span: { start: source.length, end: source.length },
        text: `${source === '' || source.endsWith('\n') ? '' : lineEndOf(source)}${key}=${text}${lineEndOf(source)}`,
      },
    ]
  const end = lineEndAfter(source, near.valueSpan.end)
  const separator = near.hasSeparator ? source.slice(near.keySpan.end, near.valueSpan.start) : '='
  return [
    { span: { start: end, end }, text: `${lineEndOf(source)}${indentationOf(source, near)}${key}${separator}${text}` },
  ]
}

/** Opens a text that a value holds. */
export function embedInProperties(source: string, { span, text }: ScalarTree): Embedded {
  const stretches: Stretch[] = [{ inner: 0, outer: span.start }]
  let inner = 0
  for (const { index, 0: token } of source
    .slice(span.start, span.end)
    .matchAll(/\\u[0-9a-fA-F]{4}|\\\r?\n[ \t\f]*|\\[\s\S]|[\s\S]/g)) {
    if (!/^\\\r?\n/.test(token)) inner++
    if (token.length > 1) stretches.push({ inner, outer: span.start + index + token.length })
  }
  return { text, outer: offset => outerOffset(stretches, offset), encode: escaped }
}

interface Written {
  readonly key: string
  readonly keySpan: { readonly start: number; readonly end: number }
  readonly value: string
  readonly valueSpan: { readonly start: number; readonly end: number }
  readonly hasSeparator: boolean
}

/** The pairs of a text; white space at the end of a value belongs to it, but not to where it stands. */
function pairsOf(source: string): Written[] {
  const text = source.replace(/^\uFEFF/, ' ')
  return parseLines(text, true).flatMap((node): Written[] => {
    if (!(node instanceof Pair) || !node.range) return []
    // A backslash at the very end escapes what is not there yet.
    const [start = 0, keyEnd = 0, valueStart = 0, end = 0] = node.range.map(offset => Math.min(offset, text.length))
    const valueEnd = Math.max(valueStart, valueStart + text.slice(valueStart, end).trimEnd().length)
    return [
      {
        key: node.key,
        keySpan: { start, end: keyEnd },
        value: node.value.trimEnd(),
        valueSpan: { start: valueStart, end: valueEnd },
        hasSeparator: /[=:]/.test(text.slice(keyEnd, valueStart)) || valueEnd > valueStart,
      },
    ]
  })
}

const indentationOf = (source: string, { keySpan }: Written): string =>
  /^[^\S\r\n]*/.exec(source.slice(source.lastIndexOf('\n', keySpan.start - 1) + 1, keySpan.start))?.[0] ?? ''

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\r?\n/g, '\\n').replace(/^ /, '\\ ')

/** How many dotted parts two keys have in common at their start. */
function shared(a: string, b: string): number {
  const [one, other] = [a.split('.'), b.split('.')]
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}

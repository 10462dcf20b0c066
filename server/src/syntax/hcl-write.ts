import type { TextEdit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import {
  childOf,
  type Entry,
  type ListTree,
  type MapTree,
  type ScalarTree,
  type Tree,
  type UnresolvedTree,
} from './tree.ts'
import { alignedLine } from './hcl-lines.ts'
import { quote } from './hcl-text.ts'
import { readHcl } from './hcl.ts'
import { indentationAt, isList, lineEndAfter, lineEndOf, type Path, type Value } from './write.ts'

/** Writes a value at a path of HCL the way its formatter would; undefined where a person has to do it. */
export function setInHcl(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  const { at, rest, entry } = place
  if (rest.length === 0)
    return at.kind === 'map' || at.kind === 'list' ? undefined : [{ span: at.span, text: replacing(at, value) }]
  if (entry && rest.length === 1) return setNull(source, entry, value)
  return at.kind === 'map' && rest.every(step => typeof step === 'string')
    ? insert(source, at, rest as string[], value)
    : undefined
}

/** Adds an item to the list at a path of HCL; undefined where a person has to do it. */
export function appendToHcl(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const place = find(source, path)
  if (!place) return undefined
  if (place.rest.length > 0) return setInHcl(source, path, [value])
  return place.at.kind === 'list' && source[place.at.span.start] === '[' ? addItem(source, place.at, value) : undefined
}

interface Found {
  readonly at: Tree
  readonly rest: Path
  /** The entry that the first step of the rest names, where it is there and holds nothing. */
  readonly entry?: Entry
}

function find(source: string, path: Path): Found | undefined {
  let at = readHcl(source)
  if (!at) return undefined
  for (const [index, step] of path.entries()) {
    const next: Tree | undefined = childOf(at, step)
    if (!next) {
      const entry = at.kind === 'map' ? at.entries.findLast(({ key }) => key === step) : undefined
      return { at, rest: path.slice(index), ...(entry ? { entry } : {}) }
    }
    at = next
  }
  return { at, rest: [] }
}

/** A value in place of another one: what was a number or a boolean stays one. */
function replacing(old: ScalarTree | UnresolvedTree, value: Value): string {
  if (old.kind !== 'scalar' || typeof value === 'object') return spell(value)
  if (old.quoted) return spell(String(value))
  return typeof value === 'string' && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value) ? value : spell(value)
}

function setNull(source: string, { keySpan }: Entry, value: Value): TextEdit[] | undefined {
  const written = /^([ \t]*=[ \t]*)(?:(null\b)[ \t]*)?(?=\r?\n|$|#|\/\/|,|\})/.exec(source.slice(keySpan.end))
  if (!written) return undefined
  const start = keySpan.end + (written[1]?.length ?? 0)
  return [{ span: { start, end: start + (written[2]?.length ?? 0) }, text: spell(value) }]
}

function insert(
  source: string,
  map: MapTree,
  [key = '', ...rest]: readonly string[],
  value: Value,
): TextEdit[] | undefined {
  if (map.entries.some(entry => entry.key === key)) return undefined
  const open = source[map.span.start] === '{' ? map.span.start : openingBrace(source, map.span.start)
  const close = map.span.end - 1
  if (open === undefined || source[close] !== '}') return undefined
  const isObject = open === map.span.start
  const name = isObject ? keyOf(source, map, key) : key
  const lineEnd = lineEndOf(source)
  const indentation = `${indentationAt(source, map.span.start)}  `
  if (!source.slice(open, close).includes('\n'))
    return isObject && map.entries.length > 0
      ? besideLast(map, name, rest, value)
      : intoEmpty(source, map, { start: open + 1, end: close }, text =>
          written(name, rest, value, text, isObject, lineEnd),
        )
  if (rest.length > 0 && !isObject)
    return [before(source, close, written(name, rest, value, indentation, false, lineEnd), lineEnd, true)]
  const text = spell(rest.reduceRight<Value>((inner, step) => ({ [step]: inner }), value))
  const last = lastAttribute(source, map, isObject)
  if (!last)
    return [
      {
        span: { start: lineEndAfter(source, open), end: lineEndAfter(source, open) },
        text: `${lineEnd}${indentation}${name} = ${text}`,
      },
    ]
  return alignedLine(source, last.value?.span.end ?? last.keySpan.end, name, text)
}

/** A key of an object, in quotes where its neighbours have some or where it needs them. */
const keyOf = (source: string, { entries }: MapTree, key: string): string =>
  entries.some(({ keySpan }) => source[keySpan.start] === '"') || !/^[A-Za-z_][\w-]*$/.test(key) ? quote(key) : key

/** One more entry behind the last of an object on a single line. */
function besideLast({ entries }: MapTree, name: string, rest: readonly string[], value: Value): TextEdit[] | undefined {
  if (rest.length > 0) return undefined
  const end = entries.reduce((last, entry) => Math.max(last, entry.value?.span.end ?? entry.keySpan.end), 0)
  return [{ span: { start: end, end }, text: `, ${name} = ${spell(value)}` }]
}

/** The first entry between braces that hold nothing yet. */
function intoEmpty(
  source: string,
  map: MapTree,
  inside: Span,
  write: (indentation: string) => string,
): TextEdit[] | undefined {
  if (map.entries.length > 0 || source.slice(inside.start, inside.end).trim() !== '') return undefined
  const outer = indentationAt(source, map.span.start)
  const lineEnd = lineEndOf(source)
  return [{ span: inside, text: `${lineEnd}${write(`${outer}  `)}${lineEnd}${outer}` }]
}

const openingBrace = (source: string, start: number): number | undefined => {
  const head = /^[\w-]+(?:[ \t]+(?:"[^"\n]*"|[\w-]+))*[ \t]*\{/.exec(source.slice(start))
  return head ? start + head[0].length - 1 : undefined
}

/** The attribute behind which another one goes: the last in front of the blocks. */
function lastAttribute(source: string, { entries }: MapTree, isObject: boolean): Entry | undefined {
  if (isObject) return entries.at(-1)
  const isBlock = ({ keySpan }: Entry): boolean => !/^[ \t]*=/.test(source.slice(keySpan.end))
  const attributes = entries.filter(entry => !isBlock(entry))
  const firstBlock = entries.find(isBlock)?.keySpan.start ?? Infinity
  return attributes.filter(({ keySpan }) => keySpan.start < firstBlock).at(-1) ?? attributes.at(-1)
}

/** An attribute, or a block of them, as lines of their own. */
function written(
  name: string,
  rest: readonly string[],
  value: Value,
  indentation: string,
  isObject: boolean,
  lineEnd: string,
): string {
  const [next, ...others] = rest
  if (next === undefined) return `${indentation}${name} = ${spell(value)}`
  if (isObject)
    return `${indentation}${name} = ${spell(rest.reduceRight<Value>((inner, step) => ({ [step]: inner }), value))}`
  return `${indentation}${name} {${lineEnd}${written(next, others, value, `${indentation}  `, false, lineEnd)}${lineEnd}${indentation}}`
}

/** Lines in front of a closing brace that has its line to itself; a block stands behind an empty line. */
function before(source: string, close: number, text: string, lineEnd: string, apart: boolean): TextEdit {
  const lineStart = source.lastIndexOf('\n', close) + 1
  const above = source.slice(0, lineStart).trimEnd()
  const blank = apart && !above.endsWith('{') && !/\n[ \t]*\r?\n$/.test(source.slice(0, lineStart)) ? lineEnd : ''
  return { span: { start: lineStart, end: lineStart }, text: `${blank}${text}${lineEnd}` }
}

function addItem(source: string, { span, items }: ListTree, value: Value): TextEdit[] {
  const last = items.at(-1)
  if (!last) return [{ span: { start: span.start + 1, end: span.end - 1 }, text: spell(value) }]
  const comma = /^[ \t]*,/.exec(source.slice(last.span.end, span.end))
  const ownLine = source.slice(span.start, last.span.start).includes('\n')
  const at = last.span.end + (comma?.[0].length ?? 0)
  return [
    {
      span: { start: at, end: at },
      text: ownLine
        ? `${comma ? '' : ','}${lineEndOf(source)}${indentationAt(source, last.span.start)}${spell(value)}${comma ? ',' : ''}`
        : `${comma ? ' ' : ', '}${spell(value)}`,
    },
  ]
}

function spell(value: Value): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(spell).join(', ')}]`
  const entries = Object.entries(value).map(
    ([key, inner]) => `${/^[A-Za-z_][\w-]*$/.test(key) ? key : quote(key)} = ${spell(inner)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

import type { Place } from '../model/fact.ts'
import { compileGlob, type Glob } from '../text/glob.ts'
import type { JavaPattern } from '../text/java-expression.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'
import { offsetAt } from './position.ts'

/**
 * Values of the model as JSON, and back. What JSON has no word for stands in an object with a name that begins with `$`:
 * a place `{"$at": [line, column, end column]}` or with the line of its end before the last, from 1, with its file where
 * that is another than that of the whole; a stretch `$span`; a map `$map`; a path pattern `$glob`, a pattern of Java
 * `$pattern`; what stands in several places is written once, `{"$id": 1, "$is": …}`, and named there, `{"$ref": 1}`.
 */
export type Packed = string | number | boolean | null | readonly Packed[] | { readonly [key: string]: Packed }

const besideText = ['slot', 'granted', 'encryption', 'contract', 'earlier', 'list'] as const

/** What is only of use beside the text: addresses for writers, and what schemas are compared by. */
export type OnlyBesideText = (typeof besideText)[number]

const left: ReadonlySet<string> = new Set(besideText)

/** How values are written. */
export interface Packing {
  /** The file that all is about, where nothing else is said. */
  readonly file: Uri
  linesOf(file: Uri): LineIndex | undefined
  /** A file as the reader of the facts names it. */
  nameOf(file: Uri): string
  /** A text as it may be told. */
  tell(text: string): string
  /** What is written in the place of a value. */
  instead?(value: object): object
}

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null
const isSpan = (value: unknown): value is Span =>
  isThing(value) && typeof value.start === 'number' && typeof value.end === 'number' && Object.keys(value).length === 2
const isPlace = (value: Thing): boolean => typeof value.file === 'string' && isSpan(value.span)

/** Writes a value of the model; functions and what is only of use beside the text are left out. */
export function pack(value: unknown, packing: Packing): Packed {
  const seen = countOf(value)
  const ids = new Map<unknown, number>()
  const write = (one: unknown): Packed | undefined => {
    if (typeof one === 'string') return packing.tell(one)
    if (typeof one === 'number') return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, one))
    if (!isThing(one)) return typeof one === 'function' ? undefined : (one as Packed | undefined)
    if (isSpan(one)) return { $span: range(one, packing.file) }
    return isPlace(one) ? place(one as unknown as Place) : shared(one)
  }
  const shared = (one: Thing): Packed => {
    const known = ids.get(one)
    if (known !== undefined) return { $ref: known }
    const told = (packing.instead?.(one) ?? one) as Thing
    if ((seen.get(one) ?? 0) < 2) return whole(told)
    const id = ids.size + 1
    ids.set(one, id)
    return { $id: id, $is: whole(told) }
  }
  const range = ({ start, end }: Span, file: Uri): Packed => {
    const lines = packing.linesOf(file) ?? noLines
    const [from, to] = [lines.position(start), lines.position(end)]
    const begin = [from.line + 1, from.character + 1]
    return from.line === to.line ? [...begin, to.character + 1] : [...begin, to.line + 1, to.character + 1]
  }
  const place = ({ file, span, usedBy }: Place): Packed => ({
    $at: range(span, file),
    ...(file === packing.file ? {} : { file: packing.nameOf(file) }),
    ...(usedBy ? { usedBy: place(usedBy) } : {}),
  })
  const list = (values: Iterable<unknown>): Packed[] => [...values].map(one => write(one) ?? null)
  const whole = (one: Thing): Packed => {
    if (Array.isArray(one)) return list(one)
    if (one instanceof Map) return { $map: [...one].map(entry => list(entry)) }
    if (typeof one.takes === 'function') return { $glob: String(one.source) }
    if (typeof one.matches === 'function') return { $pattern: String(one.source) }
    return Object.fromEntries(
      Object.entries(one).flatMap(([key, inner]) => {
        if (left.has(key) || inner === undefined || typeof inner === 'function') return []
        return [[key, key === 'file' ? fileName(inner as Uri) : (write(inner) ?? null)]]
      }),
    )
  }
  const fileName = (file: Uri): string => (file === packing.file ? '' : packing.nameOf(file))
  return write(value) ?? null
}

/** Of a file that is not among those that are told: its beginning is all that can be said. */
const noLines: Pick<LineIndex, 'position'> = { position: () => ({ line: 0, character: 0 }) }

/** How often each object stands in a value; places are told each time. */
function countOf(value: unknown): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>()
  const visit = (one: unknown): void => {
    if (!isThing(one) || isSpan(one) || isPlace(one)) return
    const count = (counts.get(one) ?? 0) + 1
    counts.set(one, count)
    if (count === 1) for (const inner of partsOf(one)) visit(inner)
  }
  visit(value)
  return counts
}

function partsOf(one: Thing): Iterable<unknown> {
  if (Array.isArray(one)) return one
  if (one instanceof Map) return [...one].flat()
  return Object.entries(one).flatMap(([key, inner]) => (left.has(key) ? [] : [inner]))
}

/** How values are read. */
export interface Unpacking {
  /** Is told of so many more values, counted wherever they stand, and throws where they are too many: a few could name each other into more than anybody can walk. */
  count(values: number): void
  /** The one text of those that are alike: JSON makes a new one each time, and most are said again and again. */
  once(text: string): string
  /** The file that all is about, where nothing else is said. */
  readonly file: Uri
  uriOf(name: string): Uri
}

type Members = { readonly [key: string]: Packed }

/** Reads what `pack` has written; throws where something else has. */
export function unpack(value: Packed, { file, uriOf, once, count }: Unpacking): unknown {
  const named = new Map<Packed | undefined, { readonly whole: unknown; readonly values: number }>()
  let values = 0
  const counted = (more: number): void => {
    values += more
    count(more)
  }
  const read = (one: Packed): unknown => {
    counted(1)
    if (typeof one === 'string') return once(one)
    if (typeof one !== 'object' || one === null) return one
    return isList(one) ? one.map(read) : (forms.get(firstKey(one)) ?? members)(one)
  }
  const members = (one: Members): unknown => {
    const result: Record<string, unknown> = {}
    for (const key of Object.keys(one)) {
      if (key === '__proto__') throw new Error('no member of the model')
      const inner = one[key] ?? null
      result[key] = key === 'file' && typeof inner === 'string' ? fileOf(inner) : read(inner)
    }
    return result
  }
  const fileOf = (name: string): Uri => (name === '' ? file : uriOf(name))
  const place = ({ $at, file: name, usedBy }: Members): Place => {
    const at = { file: typeof name === 'string' ? uriOf(name) : file, span: spanOf($at) }
    return usedBy === undefined ? at : { ...at, usedBy: read(usedBy) as Place }
  }
  const forms: ReadonlyMap<string, (one: Members) => unknown> = new Map<string, (one: Members) => unknown>([
    ['$at', place],
    ['$span', ({ $span }) => spanOf($span)],
    ['$map', ({ $map }) => new Map(listOf($map).map(entry => read(entry) as [unknown, unknown]))],
    ['$glob', ({ $glob }) => compileGlob(String($glob)) ?? nothing(String($glob))],
    ['$pattern', ({ $pattern }) => compileJavaPattern(String($pattern)) ?? nothing(String($pattern))],
    [
      '$ref',
      ({ $ref }) => {
        const known = named.get($ref)
        counted(known?.values ?? 0)
        return known?.whole
      },
    ],
    [
      '$id',
      ({ $id, $is = null }) => {
        const before = values
        const whole = read($is)
        named.set($id, { whole, values: values - before })
        return whole
      },
    ],
  ])
  return read(value)
}

const firstKey = (one: Members): string => {
  for (const key in one) return key
  return ''
}

const isList = (value: Packed | undefined): value is readonly Packed[] => Array.isArray(value)

const listOf = (value: Packed | undefined): readonly Packed[] => (isList(value) ? value : [])

function spanOf(range: Packed | undefined): Span {
  const numbers = listOf(range).map(Number)
  if (numbers.length < 3 || !numbers.every(number => Number.isInteger(number) && number > 0))
    throw new Error('no place')
  const [line = 1, column = 1, third = 1, fourth] = numbers
  const end = fourth === undefined ? { line, character: third } : { line: third, character: fourth }
  return {
    start: offsetAt({ line: line - 1, character: column - 1 }),
    end: offsetAt({ line: end.line - 1, character: end.character - 1 }),
  }
}

/** What a pattern that this program does not take comes to. */
const nothing = (source: string): Glob & JavaPattern => ({
  source,
  takes: () => false,
  matches: () => undefined,
  finds: () => undefined,
  replacedIn: () => undefined,
})

import type { SyntaxName } from '../syntax/syntaxes.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'
import { appended } from '../text/appended.ts'
import { fallbackOf } from '../text/fallback.ts'
import { compareTexts } from '../text/order.ts'
import { remembering } from '../text/remembering.ts'

/** Where something stands: a file (its URI) and a span on one line of it. */
export interface Place {
  readonly file: Uri
  readonly span: Span
  /** What uses the value, where it stands elsewhere: in a variable, a local, another file. */
  readonly usedBy?: Place
}

/** A place as a key: two are the same where file, start and end are. */
export const placeKey = ({ file, span }: Place): string => `${file} ${span.start}-${span.end}`

/** What joins are made from: a file, and the namespace where it has one. */
export interface Linkable {
  readonly file: Uri
  readonly namespace?: string
}

/** In the order of files, then of their texts. */
export const byPlace = (a: Place, b: Place): number =>
  compareTexts(a.file, b.file) || a.span.start - b.span.start || a.span.end - b.span.end

/** The address of a value for a writer. */
export interface Slot extends Address {
  readonly file: Uri
  /** The text that stands there now; left out where nothing does, or no text. */
  readonly is?: string
  /** What it is to the tool that applies it, wherever it is written; left out where no resource holds it. */
  readonly of?: Attribute
}

/** An attribute of a resource, in the words of the tool that applies it; one name a step, list positions left out. */
export interface Attribute {
  readonly tool: string
  readonly resource: string
  readonly path: readonly string[]
  /** How many names of the path are written; what is below them would be written for the first time. */
  readonly there: number
}

/** A slot as a key: two are the same where a writer would change the same text. */
export const slotKey = ({ file, document, path, inner }: Slot): string => JSON.stringify([file, document, path, inner])

/** The whole of a resource, in the words of the tool that applies it. One object for all resources of a kind, and so are the attributes below it: facts hold many of them. */
export const wholeOf = (tool: string, resource: string): Attribute => wholes(`${tool} ${resource}`)

const wholes = remembering((named): Attribute => {
  const end = named.indexOf(' ')
  return { tool: named.slice(0, end), resource: named.slice(end + 1), path: [], there: 0 }
})

/** The attribute below another one. */
export function attributeBelow(above: Attribute, name: string, isWritten: boolean): Attribute {
  const all = isWritten ? written : unwritten
  let known = all.get(above)
  if (!known || known.size >= mostKnown) {
    known = new Map()
    all.set(above, known)
  }
  let below = known.get(name)
  if (!below) {
    const path = appended(above.path, name)
    below = { tool: above.tool, resource: above.resource, path, there: isWritten ? path.length : above.there }
    known.set(name, below)
  }
  return below
}

/** Those below others that are known. */
const [written, unwritten] = [
  new WeakMap<Attribute, Map<string, Attribute>>(),
  new WeakMap<Attribute, Map<string, Attribute>>(),
]

const mostKnown = 500

/** Keys and indices from the root of the document that starts at an offset; they may name what is not written yet. */
export interface Address {
  readonly document: number
  readonly path: readonly (string | number)[]
  /** The text that stands there holds documents of its own: the address goes on in one of them. */
  readonly inner?: Address & { readonly syntax: SyntaxName }
}

/** A value is known, absent or unresolved; nobody may take the third for the second. */
export type Fact<T> = Known<T> | Absent | Unresolved

/** A value that stands in a file. */
export interface Known<T> {
  readonly state: 'known'
  readonly value: T
  readonly at: Place
  readonly slot?: Slot
}

/** Nothing is written; `near` is the name of the nearest thing that should carry it. */
export interface Absent {
  readonly state: 'absent'
  readonly near: Place
  readonly slot?: Slot
}

/** Something is written that only another tool can evaluate (`${env:X}`, `{{ .Values.x }}`), or that is no value of its type. */
export interface Unresolved {
  readonly state: 'unresolved'
  readonly at: Place
  readonly text: string
}

/** The value of a known fact, else undefined: for questions where absent and unresolved mean the same. */
export const knownValue = <T>(fact: Fact<T>): T | undefined => (fact.state === 'known' ? fact.value : undefined)

/** The name of a thing, or what stands in its place where only another tool can tell it; empty where nothing does. */
export const writtenName = (name: Fact<string>): string =>
  name.state === 'unresolved' ? evenly(name.text).slice(0, longestName) : (knownValue(name) ?? '')

/** A placeholder of a template with the spaces that most have: `{{.Values.topic}}` is `{{ .Values.topic }}`. */
const evenly = (text: string): string =>
  text
    .trim()
    .replace(/\{\{-?[ \t]*/g, '{{ ')
    .replace(/(?<![ \t])[ \t]*-?\}\}/g, ' }}')

/** A placeholder that is longer is cut: it says nothing more. */
const longestName = 80

/** Where a fact stands or should stand. */
export const placeOf = (fact: Fact<unknown>): Place => (fact.state === 'absent' ? fact.near : fact.at)

/** The fact with its known value turned into another; undefined makes it unresolved. */
export function mapFact<T, U>(fact: Fact<T>, turn: (value: T) => U | undefined): Fact<U> {
  if (fact.state !== 'known') return fact
  const value = turn(fact.value)
  return value === undefined ? { state: 'unresolved', at: fact.at, text: String(fact.value) } : { ...fact, value }
}

/** Reads an integer, also a quoted one; anything else is unresolved. */
export const asInteger = (fact: Fact<string>): Fact<number> =>
  mapFact(fact, text => (/^[+-]?\d+$/.test(text.trim()) ? Number(text) : undefined))

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on'].map(word => [word, true] as const),
  ...['false', 'no', 'off'].map(word => [word, false] as const),
])

/** Reads a boolean in any spelling that YAML 1.1 or Kafka takes; anything else is unresolved. */
export const asBoolean = (fact: Fact<string>): Fact<boolean> =>
  mapFact(fact, text => booleans.get(text.trim().toLowerCase()))

/** What a value says where nobody sets its variable, `b` of `${A:b}`, where it stands: no writer changes a default. Any other stays as it is. */
export function orFallback(fact: Fact<string>): Fact<string> {
  const value = fact.state === 'unresolved' ? fallbackOf(fact.text) : undefined
  if (fact.state !== 'unresolved' || value === undefined) return fact
  const { start, end } = fact.at.span
  const [before, quotes] = [fact.text.lastIndexOf(value), end - start - fact.text.length]
  // Where the text is written with escapes, or has several variables, all of it stands for what they say.
  if (before < 0 || (quotes !== 0 && quotes !== 2)) return { state: 'known', value, at: fact.at }
  const from = start + quotes / 2 + before
  return { state: 'known', value, at: { ...fact.at, span: { start: from, end: from + value.length } } }
}

/** The parts of a list in a text, trimmed, each where it stands; no writer can change one alone. Where the text is written with escapes, all stand at the whole. */
export function partsOf(text: Known<string>, separator: string): Known<string>[] {
  const parts: Known<string>[] = []
  let from = 0
  for (const piece of text.value.split(separator)) {
    const value = piece.trim()
    if (value !== '')
      parts.push(cutOut(text, { start: from + piece.indexOf(value), end: from + piece.indexOf(value) + value.length }))
    from += piece.length + separator.length
  }
  return parts
}

/** A stretch of a text with where it stands; the place of the whole where the text is not written as it is meant. */
export function cutOut({ value, at }: Known<string>, { start, end }: Span): Known<string> {
  const quotes = at.span.end - at.span.start - value.length
  const offset = at.span.start + quotes / 2
  const isPlain = quotes === 0 || quotes === 2
  return {
    state: 'known',
    value: value.slice(start, end),
    at: isPlain ? { ...at, span: { start: offset + start, end: offset + end } } : at,
  }
}

import { fallbackOf } from '../../text/fallback.ts'
import type { Span } from '../../text/span.ts'

/** What a variable of a script holds, and where that is written; with `cut`, a piece of what another one holds. */
export interface Piece {
  readonly text: string
  readonly span: Span
  readonly cut?: Cut
}

/** Which piece of a variable: that field of it, with all behind it where `rest` is set. */
export interface Cut {
  readonly of: string
  readonly by: string
  readonly field: number
  readonly rest?: true
}

/** One time that a command is run: what variables hold then. */
export interface Run {
  /** Whether a name is what this time is about: an argument of a call, a word of a loop. */
  isBound(name: string): boolean
  valueOf(name: string): Piece | undefined
  /** The elements of an array that is written down once. */
  elementsOf(name: string): readonly Piece[] | undefined
}

/** A variable in a text, or the element of an array that one names. */
export const reference = /\$?(?:\$\{(\w+(?:\[["']?\$\{?\w+\}?["']?\])?)\}|\$\((\w+)\)|\$(\w+))/g
const alone = new RegExp(`^${reference.source}$`)
/** A variable with what holds where it is empty, or with what is said then. */
const guarded = /\$\{(\w+):?([-=?])((?:[^{}$]|\$(?!\{)|\$\{[^{}]*\})*)\}/g
/** A variable without what stands in front of a letter, or behind it. */
const trimmed = /\$\{(\w+)(%%?[^{}*\s]\*|##?\*[^{}*\s])\}/g
/** Values of values are followed so far. */
const deepest = 5

/** A text with what its variables hold; those of which nobody knows stay as they are written. */
export function expanded(written: string, run: Run, depth = 0): string {
  if (depth === deepest) return written
  const textOf = (name: string): string | undefined => {
    const set = run.valueOf(name)
    return set && expanded(partOf(set, run, depth)?.text ?? '$?', run, depth + 1)
  }
  const given = written
    .replace(guarded, (whole: string, name: string, how: string, fallback: string) => {
      const value = run.isBound(name) ? textOf(name) : undefined
      return value === '' && how !== '?' ? expanded(fallback, run, depth + 1) : value || whole
    })
    .replace(trimmed, (whole: string, name: string, how: string) => {
      const value = textOf(name)
      const letter = how.replace(/[%#*]/g, '')
      return value === undefined || letter.length !== 1 || /[$`]/.test(value) ? whole : withoutEnd(value, how, letter)
    })
  if (fallbackOf(given) !== undefined) return given
  return given.replace(
    reference,
    (whole: string, braced?: string, made?: string, plain?: string) => textOf(braced ?? made ?? plain ?? '') ?? whole,
  )
}

/** A text without what the shell takes away by `%%:*`, `%:*`, `##*:` or `#*:`. */
function withoutEnd(value: string, how: string, letter: string): string {
  const parts = value.split(letter)
  if (parts.length === 1) return value
  if (how.startsWith('%%')) return parts[0] ?? ''
  if (how.startsWith('%')) return parts.slice(0, -1).join(letter)
  return how.startsWith('##') ? (parts.at(-1) ?? '') : parts.slice(1).join(letter)
}

/** The name of the one variable that a text is. */
export const variableIn = (written: string): string | undefined => {
  const [, braced, made, plain] = alone.exec(written) ?? []
  return braced ?? made ?? plain
}

/** A piece of what another variable holds; one that is whole as it is, and undefined where nobody knows the other. */
function partOf(piece: Piece, run: Run, depth: number): Piece | undefined {
  if (!piece.cut) return piece
  const of = run.valueOf(piece.cut.of)
  const whole = of && depth < deepest ? sourceOf(of, run, depth + 1) : undefined
  return whole && !/[$`]/.test(whole.text) ? cut(whole, piece.cut) : undefined
}

/** What a variable holds, where it is really written: those that hold nothing but another one are followed. */
export function sourceOf(piece: Piece, run: Run, depth = 0): Piece {
  const part = partOf(piece, run, depth)
  if (!part) return piece
  const name = variableIn(part.text) ?? /^\$\{(\w+):?[-=?][^{}]*\}$/.exec(part.text)?.[1]
  const next = name === undefined || depth >= deepest ? undefined : run.valueOf(name)
  return next && next !== piece && (next.cut || next.text !== '') ? sourceOf(next, run, depth + 1) : part
}

/** The pieces of a text between letters, each where it stands. */
export function splitBy({ text, span }: Piece, by: string): Piece[] {
  const isLiteral = span.end - span.start === text.length
  const part = (index: number, length: number): Span =>
    isLiteral ? { start: span.start + index, end: span.start + index + length } : span
  if (by === ' ')
    return [...text.matchAll(/\S+/g)].map(({ index, 0: one }) => ({ text: one, span: part(index, one.length) }))
  let at = 0
  return text.split(by).map(one => {
    const piece = { text: one, span: part(at, one.length) }
    at += one.length + by.length
    return piece
  })
}

/** The piece of a text that a program cuts out of it. */
export function cut(whole: Piece, { by, field, rest }: Cut): Piece | undefined {
  const parts = splitBy(whole, by)
  const first = parts[field]
  const last = parts.at(-1)
  if (!first || !last || !rest || first === last) return first
  const span = { start: first.span.start, end: last.span.end }
  return {
    text: parts
      .slice(field)
      .map(({ text }) => text)
      .join(by),
    span,
  }
}

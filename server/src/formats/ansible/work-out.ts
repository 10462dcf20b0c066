import type { UnresolvedTree } from '../../syntax/tree.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { listOf, longestMade, mapOf, scalarOf, textOf } from '../made.ts'
import type { Cursor } from '../position.ts'
import { actionsOf, armsOf, readExpression, type Action, type Arm, type Term } from './jinja.ts'

/** What variables lead to, as each is written; of one that somebody sets, and nobody knows to what, that. */
export type LookUp = (name: string) => Cursor | 'unknown' | undefined

/** Where something is worked out. */
export interface Here {
  readonly lookUp: LookUp
  /** What uses the value. */
  readonly from: Cursor
  readonly depth: number
  /** Told of each value that stands elsewhere and is used as it is. */
  readonly note?: (value: Cursor) => void
}

/** Values of values are followed so far. */
const deepest = 8
/** Loops that run more often are not followed. */
const mostRounds = 200

/** What an expression leads to; undefined where that cannot be told. */
export function leadsTo(term: Term | undefined, here: Here): Cursor | undefined {
  if (!term || here.depth > deepest) return undefined
  switch (term.kind) {
    case 'literal':
      return scalarOf(here.from, term.text, term.quoted)
    case 'name':
      return workedOut(here.lookUp(term.name), here)
    case 'part': {
      const [of, key] = [leadsTo(term.of, here), leadsTo(term.key, here)]
      const step = key && textOf(key)
      return of && step !== undefined ? workedOut(partAt(of, step), here) : undefined
    }
    case 'list': {
      const all = term.items.map(one => leadsTo(one, here))
      return all.includes(undefined) ? undefined : listOf(here.from, all as Cursor[])
    }
    case 'filter':
      return filtered(term, here)
    case 'not':
    case 'both':
    case 'equal': {
      const truth = holds(term, here)
      return truth === undefined ? undefined : scalarOf(here.from, String(truth), false)
    }
  }
}

const partAt = (of: Cursor, step: string): Cursor =>
  of.tree?.kind === 'list' && /^\d+$/.test(step) ? down(of, Number(step)) : down(of, step)

/** A value whose own actions are filled in. */
function workedOut(value: ReturnType<LookUp>, here: Here): Cursor | undefined {
  if (!value || value === 'unknown' || !isThere(value)) return undefined
  const { tree } = value
  if (tree === undefined || tree.kind === 'map' || tree.kind === 'list') return value
  const written = tree.text
  if (tree.kind === 'scalar' && !/\{[{%]/.test(written)) return value
  return filledIn(written, { ...here, from: value, depth: here.depth + 1 })
}

/** What stands for a text with actions: the value that it is, else a text; one of which a part cannot be told keeps that as it is written. Undefined where nothing of it can. */
export function filledIn(written: string, here: Here): Cursor | undefined {
  const own = written.trim()
  const bare = /^(["'])(.*)\1$/s.exec(own)?.[2] ?? own
  const [only, ...more] = actionsOf(bare)
  if (only?.kind === 'gives' && more.length === 0 && only.end - only.start === bare.length)
    return leadsTo(readExpression(only.words), here)
  const text = textFrom(bare, here)
  if (text === undefined || text === bare || text.length > longestMade) return undefined
  if (!/\{[{%]/.test(text)) return scalarOf(here.from, text)
  const { tree } = here.from
  const span = tree?.span ?? { start: 0, end: 0 }
  const open: UnresolvedTree = { kind: 'unresolved', span, text }
  return { ...here.from, tree: open, origin: { ...here.from.origin, kind: 'made' } }
}

/** Whether a text puts a password together with something else: that is told where it is written. */
export const holdsPassword = (written: string): boolean =>
  /password|passwd|secret/i.test(written) && !/^["']?\{\{[^{}]*\}\}["']?$/.test(written.trim())

/** A text with what its actions give out; those of which nobody knows stay. Undefined where nobody knows which of its parts stand in it. */
export function textFrom(written: string, here: Here): string | undefined {
  const actions = actionsOf(written)
  const arms = armsOf(actions)
  /** What one action gives out, and where it goes on behind it. */
  const stepAt = (one: Action, now: Here): { readonly text: string; readonly end: number } | undefined => {
    if (one.kind === 'gives') {
      const value = leadsTo(readExpression(one.words), now)
      return { text: (value && shown(value)) ?? written.slice(one.start, one.end), end: one.end }
    }
    const arm = arms.find(({ start }) => start === one.start)
    if (!arm) return one.words.startsWith('end') ? { text: '', end: one.end } : undefined
    const text = arm.word === 'for' ? loopFrom(arm, now) : branchFrom(arm, now)
    return text === undefined ? undefined : { text, end: Math.max(one.end, endOf(arm, arms)) }
  }
  const inner = (from: number, to: number, now: Here): string | undefined => {
    let [text, at] = ['', from]
    for (const one of actions) {
      if (one.start < at || one.start >= to) continue
      const step = stepAt(one, now)
      if (!step || text.length > longestMade) return undefined
      text += written.slice(at, one.start) + step.text
      at = step.end
    }
    return text + written.slice(at, Math.min(to, written.length))
  }
  const loopFrom = (arm: Arm, now: Here): string | undefined => {
    const all = roundsOf(arm.head, now)?.map(round => inner(arm.inner, arm.end, round))
    return !all || all.includes(undefined) ? undefined : all.join('')
  }
  const branchFrom = (arm: Arm, now: Here): string | undefined => {
    const taken = taking(arm, arms, now)
    return taken && inner(taken.inner, taken.end, now)
  }
  return inner(0, written.length, here)
}

/** Where the last branch beside one ends, or the loop. */
const endOf = (first: Arm, arms: readonly Arm[]): number =>
  Math.max(first.end, ...arms.filter(({ before }) => before.includes(first)).map(({ end }) => end))

/** The branch that is taken of those that begin with one; empty where none is, undefined where nobody knows. */
function taking(first: Arm, arms: readonly Arm[], here: Here): Arm | '' | undefined {
  for (const arm of [first, ...arms.filter(({ before }) => before.includes(first))]) {
    const is = isOwn(arm, here)
    if (is !== false) return is && arm
  }
  return ''
}

/** Whether an arm is taken as soon as none before it is; undefined where nobody knows. */
function isOwn({ word, head }: Arm, here: Here): boolean | undefined {
  if (word === 'else') return true
  return word === 'if' ? holds(readExpression(head), here) : undefined
}

/** Whether what stands in an arm is given out, as far as its condition and those before it tell; undefined where nobody knows. */
export function isTaken(arm: Arm, here: Here): boolean | undefined {
  const before = arm.before.map(one => holds(readExpression(one.head), here))
  if (before.includes(true)) return false
  const own = isOwn(arm, here)
  if (own === false) return false
  return before.includes(undefined) ? undefined : own
}

/** What a loop calls its elements, and what it goes over. */
export function loopOf(head: string): { readonly names: readonly string[]; readonly over: string } {
  const [names = '', ...over] = head.split(/\sin\s/)
  return { names: names.split(',').map(name => name.trim()), over: over.join(' in ') }
}

/** Each round of a loop with the names that it binds; undefined where nobody knows them. */
export function roundsOf(head: string, here: Here): Here[] | undefined {
  const {
    names: [one = '', other],
    over,
  } = loopOf(head)
  const list = leadsTo(readExpression(over), here)
  if (list?.tree?.kind !== 'list' && list?.tree?.kind !== 'map') return undefined
  if (list.tree.kind === 'map' && list.tree.open) return undefined
  const isPairs = list.tree.kind === 'map'
  const all = isPairs ? pairsIn(list) : items(list)
  if (all.length > mostRounds || (isPairs && other === undefined)) return undefined
  return all.map((item, index): Here => {
    const bound = new Map<string, Cursor>([
      ['loop', loopAt(here.from, index, all.length)],
      ...(other === undefined
        ? [[one, item] as const]
        : [[one, down(item, 'key')] as const, [other, down(item, 'value')] as const]),
    ])
    return { ...here, lookUp: name => bound.get(name) ?? here.lookUp(name) }
  })
}

/** What a loop tells of its rounds. */
function loopAt(from: Cursor, index: number, length: number): Cursor {
  const part = (name: string, text: string) => ({ name, key: undefined, cursor: scalarOf(from, text, false) })
  return mapOf(from, [
    part('index', String(index + 1)),
    part('index0', String(index)),
    part('first', String(index === 0)),
    part('last', String(index === length - 1)),
  ])
}

/** The entries of a map, as maps of a `key` and a `value`. */
export const pairsIn = (map: Cursor): Cursor[] =>
  entries(map).map(entry => {
    const key = { ...scalarOf(entry, entry.name), key: entry.written }
    return mapOf(entry, [
      { name: 'key', key: entry.written, cursor: key },
      { name: 'value', key: entry.written, cursor: entry },
    ])
  })

/** Whether a condition holds; undefined where nobody knows. */
export function holds(term: Term | undefined, here: Here): boolean | undefined {
  if (!term) return undefined
  switch (term.kind) {
    case 'not': {
      const of = holds(term.of, here)
      return of === undefined ? undefined : !of
    }
    case 'both': {
      const both = [holds(term.one, here), holds(term.other, here)]
      const decides = term.word === 'or'
      if (both.includes(decides)) return decides
      return both.includes(undefined) ? undefined : !decides
    }
    case 'equal': {
      const [one, other] = [term.one, term.other].map(side => leadsTo(side, here)).map(side => side && textOf(side))
      return one === undefined || other === undefined ? undefined : (one === other) !== term.isNot
    }
    default: {
      const value = leadsTo(term, here)
      return value && truthOf(value)
    }
  }
}

/** Whether Jinja takes a value for true; a text that looks like no is left open. */
function truthOf(value: Cursor): boolean | undefined {
  const { tree } = value
  if (tree?.kind === 'list') return items(value).length > 0
  if (tree?.kind === 'map') return tree.open ? undefined : entries(value).length > 0
  const text = textOf(value)
  if (tree?.kind !== 'scalar' || text === undefined) return undefined
  if (text === '') return false
  const isNo = /^(?:false|no|off|0|null|none|~)$/i.test(text)
  return isNo && tree.quoted ? undefined : !isNo
}

/** How a value is written into a text. */
function shown(value: Cursor): string | undefined {
  if (value.tree?.kind === 'unresolved') return value.tree.text
  return textOf(value)
}

function filtered(term: Term & { readonly kind: 'filter' }, here: Here): Cursor | undefined {
  const of = leadsTo(term.of, here)
  if (term.name === 'default' || term.name === 'd') return of ? orDefault(of, term, here) : defaultOf(term, here)
  if (!of) return undefined
  const filter = filters.get(term.name)
  return filter ? filter(of, term, here) : changed(term.name, of)
}

/** A value, or what stands for one that is empty where that counts as well. */
const orDefault = (of: Cursor, term: Term & { readonly kind: 'filter' }, here: Here): Cursor | undefined =>
  term.given.length > 1 && truthOf(of) === false ? leadsTo(term.given[0], here) : of

/** What stands for a value that nobody sets. */
const defaultOf = (term: Term & { readonly kind: 'filter' }, here: Here): Cursor | undefined =>
  isSet(term.of, here) ? undefined : leadsTo(term.given[0], here)

type Filter = (of: Cursor, term: Term & { readonly kind: 'filter' }, here: Here) => Cursor | undefined

const isYes = /^(?:true|yes|on|1)$/i

const numberOf: (pick: (...numbers: readonly number[]) => number) => Filter = pick => of => {
  const numbers = of.tree?.kind === 'list' ? items(of).map(item => Number((textOf(item) ?? '').trim() || NaN)) : []
  const one = pick(...numbers)
  return Number.isFinite(one) ? scalarOf(of, String(one), false) : undefined
}

const counted: Filter = of => (of.tree?.kind === 'list' ? scalarOf(of, String(items(of).length), false) : undefined)

/** What filters make of a value. */
const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  [
    'bool',
    of => {
      const text = textOf(of)
      return text === undefined ? undefined : scalarOf(of, String(isYes.test(text)), false)
    },
  ],
  [
    'join',
    (of, { given: [first] }, here) => {
      const by = first ? leadsTo(first, here) : undefined
      const between = first ? by && textOf(by) : ''
      if (of.tree?.kind !== 'list' || between === undefined) return undefined
      const texts = items(of).map(item => {
        const value = workedOut(item, here)
        return value && shown(value)
      })
      return texts.includes(undefined) ? undefined : scalarOf(of, texts.join(between))
    },
  ],
  ['length', counted],
  ['count', counted],
  ['dict2items', of => (of.tree?.kind === 'map' && !of.tree.open ? listOf(of, pairsIn(of)) : undefined)],
  ['min', numberOf(Math.min)],
  ['max', numberOf(Math.max)],
])

/** Whether something is written where a term looks, though nobody knows what. */
function isSet(term: Term, here: Here): boolean {
  if (term.kind === 'name') {
    const value = here.lookUp(term.name)
    return value === 'unknown' || (value !== undefined && isThere(value))
  }
  if (term.kind !== 'part') return true
  const of = leadsTo(term.of, here)
  return of === undefined ? isSet(term.of, here) : false
}

/** A value through a filter that looks at nothing else; itself where only its form changes. */
function changed(name: string, of: Cursor): Cursor | undefined {
  if (keeps.has(name)) return of
  const text = textOf(of)
  if (text === undefined) return undefined
  if (name === 'lower' || name === 'upper')
    return alike(text, name === 'lower' ? text.toLowerCase() : text.toUpperCase(), of)
  return name === 'trim' || name === 'strip' ? alike(text, text.trim(), of) : undefined
}

const alike = (before: string, now: string, of: Cursor): Cursor => (before === now ? of : scalarOf(of, now))

const keeps: ReadonlySet<string> = new Set(['items', 'dictsort', 'sort', 'list', 'int', 'string', 'quote', 'unique'])

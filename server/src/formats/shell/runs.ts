import { fallbackOf } from '../../text/fallback.ts'
import { arraysIn, blocksOf, callsOf, type Block, type Call, type Each } from './blocks.ts'
import { setIn, type Names } from './names.ts'
import { cut, expanded, sourceOf, splitBy, variableIn, type Piece, type Run } from './values.ts'
import { mostRuns } from './words.ts'

/** What of a script tells how often its commands run, and with what. */
export interface Shell {
  /** Each time that what stands at an offset is run; `undefined` where nothing is known of any variable. */
  runsAt(offset: number): readonly (Run | undefined)[]
}

/** Calls in calls are followed so far. */
const deepest = 4
/** How many arguments of a call are counted. */
const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1))
const nothing: Names = new Map()

/** Reads the functions, calls, loops and variables of a script. */
export function readShell(text: string): Shell {
  const blocks = blocksOf(text)
  const around = (offset: number): Block[] => blocks.filter(({ start, end }) => start <= offset && offset < end)
  const ownerOf = (offset: number): Block | undefined => around(offset).findLast(({ name }) => name !== undefined)
  const names = setIn(text, ownerOf)
  const arrays = arraysIn(text)
  const calls = callsOf(text, blocks)

  const runOf = (bound: Names, offset: number): Run => {
    const owner = ownerOf(offset)
    const find = (name: string): Piece | undefined => {
      const [, array, key] = /^(\w+)\[["']?\$\{?(\w+)\}?["']?\]$/.exec(name) ?? []
      if (array !== undefined && key !== undefined) {
        const at = find(key)?.text
        return arrays.get(array)?.find(({ name: own }) => own !== undefined && own.text === at)?.value
      }
      if (bound.has(name)) return bound.get(name)
      const own = owner && names.get(owner)
      return own?.has(name) ? own.get(name) : names.get(undefined)?.get(name)
    }
    const elementsOfArray = (name: string): readonly Piece[] | undefined => arrays.get(name)?.map(({ value }) => value)
    return { isBound: name => bound.has(name), valueOf: find, elementsOf: elementsOfArray }
  }

  const known = new Map<string, readonly Names[]>()
  /** What names are bound to each time that a place is run, from the outermost block around it inwards. */
  const boundAt = (offset: number, depth: number): readonly Names[] => {
    const within = around(offset)
    const key = `${depth} ${within.map(({ start }) => start).join(' ')}`
    const all = known.get(key) ?? boundIn(within, depth)
    known.set(key, all)
    return all
  }
  const boundIn = (within: readonly Block[], depth: number): readonly Names[] => {
    let all: readonly Names[] = [nothing]
    for (const block of within) {
      const { each } = block
      const next = each ? all.flatMap(bound => ofLoop(block, each, bound)) : ofFunction(block, depth)
      if (next.length > mostRuns) return [nothing]
      if (next.length > 0) all = next
    }
    return all
  }

  const ofLoop = ({ start }: Block, { variables, by, words, isOpen }: Each, outer: Names): Names[] => {
    const run = runOf(outer, start)
    const listed = words.map(one => (by === undefined ? elementsOf(one, run) : lineOf(one)))
    const all = isOpen || listed.includes(undefined) ? [] : listed.flatMap(one => one ?? [])
    const last = variables.length - 1
    const fieldOf = (word: Piece | undefined, field: number): Piece | undefined =>
      by === undefined || !word ? word : cut(word, { of: '', by, field, ...(field === last ? { rest: true } : {}) })
    const binding = (word?: Piece): Names =>
      new Map([...outer, ...variables.map((name, field) => [name, fieldOf(word, field)] as const)])
    return all.length > 0 ? all.map(binding) : [binding()]
  }

  const lineOf = (line: Piece): readonly Piece[] | undefined => (/[$`]/.test(line.text) ? undefined : [line])

  /** The words that one word of a list stands for; undefined where that cannot be told. */
  const elementsOf = (word: Piece, run: Run): readonly Piece[] | undefined => {
    const [, keys, array] = /^\$\{(!?)(\w+)\[[@*]\]\}$/.exec(word.text) ?? []
    if (array !== undefined)
      return arrays.get(array)?.flatMap(({ name, value }) => (keys === '!' ? (name ?? []) : value))
    const list = run.valueOf(variableIn(word.text) ?? '')
    const whole = list ? sourceOf(list, run) : word
    if (whole.cut || /[$`*?{}]/.test(whole.text)) return undefined
    return list ? splitBy(whole, ' ') : [word]
  }

  const ofFunction = ({ name = '', start, end }: Block, depth: number): Names[] => {
    // Where a function moves its arguments on, nobody counts them.
    if (depth === deepest || /\bshift\b/.test(text.slice(start, end))) return []
    const elsewhere = (calls.get(name) ?? []).filter(({ at }) => at < start || at >= end)
    return elsewhere.flatMap(call => boundAt(call.at, depth + 1).map(bound => argumentsOf(call, runOf(bound, call.at))))
  }

  const argumentsOf = ({ at, words, isOpen }: Call, run: Run): Names => {
    const given = words.map((word, i) => [String(i + 1), handedOn(word, run)] as const)
    // What nobody gives is empty.
    const rest: Piece = { text: '', span: words.at(-1)?.span ?? { start: at, end: at } }
    const missing = isOpen ? [] : numbers.slice(words.length).map(number => [number, rest] as const)
    return new Map([...missing, ...given])
  }

  /** An argument as what it holds for the caller; undefined where nobody knows. */
  const handedOn = (word: Piece, run: Run): Piece | undefined => {
    const value = expanded(word.text, run)
    if (/[$`]/.test(value) && fallbackOf(value) === undefined) return undefined
    return { text: value, span: sourceOf(word, run).span }
  }

  return {
    runsAt: offset =>
      boundAt(offset, 0).map(bound =>
        names.size + arrays.size === 0 && bound.size === 0 ? undefined : runOf(bound, offset),
      ),
  }
}

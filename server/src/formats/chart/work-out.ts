import type { Place } from '../../model/fact.ts'
import { tableOf } from '../../text/table.ts'
import type { Uri } from '../../text/uri.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { mapOf, scalarOf, textOf } from '../made.ts'
import type { Cursor } from '../position.ts'
import { blockAt, readActions, readBlocks, type Action, type Block } from './actions.ts'
import { readPipeline, type Term } from './pipeline.ts'
import { isEmpty, type ValueAt } from './values.ts'

/** What stands in a template, whatever values it is filled with. */
export interface Written {
  readonly source: string
  readonly actions: readonly Action[]
  readonly blocks: readonly Block[]
  /** The places where variables are set, by their names, in their order. */
  readonly variables: ReadonlyMap<string, readonly Variable[]>
}

/** A place where a variable is made, or given something else. */
interface Variable {
  readonly term: Term | undefined
  /** What it is given, as it is written. */
  readonly words: string
  readonly at: number
  readonly again: boolean
  readonly block: Block | undefined
}

/** A template of a chart: what its actions lead to. Only what needs no program is followed: values, defaults, what `with` and `range` call them, templates with a name; all else stays as it is written. */
export interface Template extends Written {
  readonly file: Uri
  readonly valueAt: ValueAt
  /** What the chart says of itself: `AppVersion`. */
  readonly chartAt: ValueAt
  /** All that it is given: its dot where nothing looks into a value. */
  readonly given: Found
  /** The definition that it is, where it has a name. */
  readonly defined?: Block
  /** What a template with a name leads to, which is given something; undefined where nobody can tell. */
  include(name: string, given: Found, here: Here): Cursor | undefined
}

/** What one round of a `range` calls its element. */
export interface Round {
  readonly value: Cursor
  readonly names: ReadonlyMap<string, Cursor>
}

/** Where something is worked out: at an offset of the file, in rounds of the loops around it. */
export interface Here {
  readonly template: Template
  readonly rounds: ReadonlyMap<Block, Round>
  /** What uses the value. */
  readonly from: Cursor
  readonly offset: number
  readonly depth: number
}

/** All that a chart gives to its templates, and the values among it. */
const everything = 'everything'
const allValues = 'values'

/** What a term stands for: a value, all that a chart has, or several of these by the names that a template is given them under; undefined where it cannot be told. */
export type Found = Cursor | typeof everything | typeof allValues | ReadonlyMap<string, Found> | undefined

/** Whether a term stands for a value. */
export const isCursor = (found: Found): found is Cursor => typeof found === 'object' && 'document' in found

const deepest = 20
/** More elements of a list, and more rounds of loops in each other, are not looked at. */
export const most = 100

/** Nobody writes a template of more actions; one that has more is not followed. */
const mostActions = 3000

/** Functions that change a map which a variable holds: what it says afterwards nobody follows. */
const changing = /\b(?:set|unset|merge|mergeOverwrite|mustMerge|mustMergeOverwrite)\s+\(?(\$\w+)/g

/** What stands in a template; undefined for one that is too long. */
export function readTemplate(source: string): Written | undefined {
  const actions = readActions(source)
  if (actions.length > mostActions) return undefined
  const blocks = readBlocks(actions)
  const variables = new Map<string, Variable[]>()
  const note = (name: string, variable: Pick<Variable, 'term' | 'words' | 'at' | 'again'>): void => {
    variables.set(name, [...(variables.get(name) ?? []), { ...variable, block: blockAt(blocks, variable.at) }])
  }
  for (const { words, start } of actions) {
    const [, name, sign, value = ''] = /^(\$\w+)\s*(:?=)(.*)$/s.exec(words) ?? []
    for (const [, changed = ''] of words.matchAll(changing))
      note(changed, { term: undefined, words: '', at: start, again: true })
    if (name !== undefined)
      note(name, { term: readPipeline(value), words: value.trim(), at: start, again: sign === '=' })
  }
  return { source, actions, blocks, variables }
}

/** A template of a chart with the values that its actions lead to. */
export const openTemplate = (
  file: Uri,
  written: Written,
  filled: Pick<Template, 'valueAt' | 'chartAt' | 'include'>,
): Template => ({
  ...written,
  ...filled,
  file,
  given: everything,
})

/** The value that a pipeline leads to; undefined where it cannot be told. */
export function leadsTo(term: Term | undefined, here: Here): Cursor | undefined {
  const found = term && workOut(term, here)
  return isCursor(found) ? found : undefined
}

/** The rounds of a loop; undefined where nobody can tell them, or where somebody has yet to say them. */
export function roundsIn({ head }: Block, here: Here): Round[] | undefined {
  const [, first, second] = loopHead.exec(head) ?? []
  const value = leadsTo(readPipeline(overIn(head)), here)
  if (!value || isEmpty(value)) return undefined
  const [key, name] = second === undefined ? [undefined, first] : [first, second]
  const round = (element: Cursor, called: Cursor): Round => ({
    value: element,
    names: new Map([
      ...(name === undefined ? [] : [[name, element] as const]),
      ...(key === undefined ? [] : [[key, called] as const]),
    ]),
  })
  if (value.tree?.kind === 'list')
    return items(value)
      .slice(0, most)
      .map((item, index) => round(item, scalarOf(here.from, String(index))))
  if (value.tree?.kind !== 'map' || value.tree.open) return undefined
  return entries(value)
    .slice(0, most)
    .map(entry => round(entry, entry.written ? keyOf(entry, entry.name, entry.written) : entry))
}

const loopHead = /^(?:(\$\w+)\s*(?:,\s*(\$\w+)\s*)?:=)?(.*)$/s

/** What a loop goes over. */
const overIn = (head: string): string => loopHead.exec(head)?.[3] ?? ''

/** A key of the values as a value: it stands where it is written. */
const keyOf = (element: Cursor, name: string, at: Place): Cursor => ({
  ...element,
  key: at,
  tree: { kind: 'scalar', span: element.tree?.span ?? { start: 0, end: 0 }, text: name, quoted: true, multiline: true },
  origin: { ...element.origin, kind: 'made' },
})

/** Functions that give out the last of what they are given, as far as a review cares. */
export const keeps: ReadonlySet<string> = new Set([
  ...['quote', 'squote', 'toString', 'trim', 'int', 'int64', 'indent', 'nindent', 'required', 'deepCopy'],
  ...['toYaml', 'fromYaml', 'fromYamlArray', 'toJson', 'fromJson'],
])

function workOut(term: Term, here: Here): Found {
  if (here.depth > deepest) return undefined
  const inner: Here = { ...here, depth: here.depth + 1 }
  if (term.kind === 'literal') return scalarOf(here.from, term.text, term.quoted)
  if (term.kind === 'path') return walk(namedBy(term.from, inner), term.steps, inner)
  if (term.kind === 'below') return walk(workOut(term.of, inner), term.steps, inner)
  if (!keeps.has(term.name)) return calls.get(term.name)?.(term.given, inner) ?? toldBy(term.name, term.given, inner)
  const last = term.given.at(-1)
  return last && workOut(last, inner)
}

/** What a test says, as a value. */
function toldBy(name: string, given: readonly Term[], here: Here): Found {
  const holds = tests.get(name)?.(given, here)
  return holds === undefined ? undefined : scalarOf(here.from, String(holds), false)
}

/** The texts that terms stand for; undefined where one cannot be told. */
function textsOf(given: readonly Term[], here: Here): string[] | undefined {
  const texts = given.map(one => {
    if (one.kind === 'literal') return one.text
    const found = leadsTo(one, here)
    return found && !isEmpty(found) ? textOf(found) : undefined
  })
  return texts.includes(undefined) ? undefined : (texts as string[])
}

/** A function that makes a text of texts. */
const making =
  (make: (...texts: readonly string[]) => string | undefined) =>
  (given: readonly Term[], here: Here): Found => {
    const texts = textsOf(given, here)
    const made = texts && make(...texts)
    return made === undefined ? undefined : scalarOf(here.from, made)
  }

/** `printf`, as far as texts and numbers are put in as they are. */
function formatted(format = '', ...given: readonly string[]): string | undefined {
  const rest = [...given]
  const text = format.replace(/%[sdvq]/g, how => {
    const next = rest.shift() ?? how
    return how === '%q' ? `"${next}"` : next
  })
  return rest.length > 0 || /%[^sdvq]/.test(format) ? undefined : text
}

const calls = tableOf<(given: readonly Term[], here: Here) => Found>({
  default: ([fallback, value], here) => {
    const found = leadsTo(value, here)
    return found && isNought(found) ? leadsTo(fallback, here) : found
  },
  coalesce: (given, here) => {
    for (const one of given) {
      const found = leadsTo(one, here)
      if (!found || !isNought(found)) return found
    }
    return undefined
  },
  printf: making(formatted),
  upper: making((text = '') => text.toUpperCase()),
  lower: making((text = '') => text.toLowerCase()),
  replace: making((from = '', to = '', text = '') => text.replaceAll(from, to)),
  trimSuffix: making((end = '', text = '') => (text.endsWith(end) ? text.slice(0, text.length - end.length) : text)),
  trimPrefix: making((begin = '', text = '') => (text.startsWith(begin) ? text.slice(begin.length) : text)),
  // What a value holds that is a template itself, nobody follows.
  tpl: ([of], here) => {
    const found = leadsTo(of, here)
    return found && textOf(found)?.includes('{{') === false ? found : undefined
  },
  ternary: ([then, otherwise, when], here) => {
    const holds = isTrue(when, here)
    return holds === undefined ? undefined : leadsTo(holds ? then : otherwise, here)
  },
  include: ([name, given], here) => includes(name, given && workOut(given, here), here),
  template: ([name, given], here) => includes(name, given && workOut(given, here), here),
  dict: (given, here) =>
    given.length === 0
      ? mapOf(here.from, [])
      : new Map(
          given.flatMap((key, at) => {
            const value = given[at + 1]
            return at % 2 === 0 && key.kind === 'literal' && value ? [[key.text, workOut(value, here)] as const] : []
          }),
        ),
  index: ([of, ...keys], here) => {
    const steps = keys.flatMap(key => (key.kind === 'literal' ? [key.text] : []))
    return of?.kind === 'path' && steps.length === keys.length
      ? workOut({ ...of, steps: [...of.steps, ...steps] }, here)
      : undefined
  },
})

/** What a template with a name leads to. */
const includes = (name: Term | undefined, given: Found, here: Here): Found =>
  name?.kind === 'literal' && here.depth < deepest ? here.template.include(name.text, given, here) : undefined

/** What a name stands for: the dot, `$`, a variable. */
function namedBy(name: string, here: Here): Found {
  if (name === '$') return here.template.given
  if (name === '.') return dotAt(here)
  const own = [...here.rounds.values()].map(({ names }) => names.get(name)).find(one => one)
  if (own) return own
  const variable = variableAt(name, here)
  return variable?.term && workOut(variable.term, { ...here, offset: variable.at })
}

/** What a variable is given that holds at an offset, as it is written. */
export const givenTo = (name: string, here: Here): string | undefined => variableAt(name, here)?.words || undefined

/** Where a variable was given what it holds at an offset; undefined where nobody can tell whether it was given something else meanwhile. */
function variableAt(name: string, here: Here): Variable | undefined {
  const { template, offset } = here
  const around = new Set<Block | undefined>([undefined, ...blocksAround(blockAt(template.blocks, offset))])
  const before = (template.variables.get(name) ?? []).filter(({ at }) => at < offset)
  const made = before.findLastIndex(({ again, block }) => !again && around.has(block))
  let found = before[made]
  for (const one of made < 0 ? [] : before.slice(made + 1)) {
    if (!one.again) continue
    const ways = blocksAround(one.block).filter(block => !around.has(block))
    if (ways.some(block => isLeftOut(block, here))) continue
    found = ways.every(block => holds(block, here) === true) ? one : undefined
  }
  return found
}

/** A block and those around it, the inner first. */
const blocksAround = (block: Block | undefined): Block[] => (block ? [block, ...blocksAround(block.above)] : [])

function dotAt(here: Here): Found {
  for (let block = blockAt(here.template.blocks, here.offset); block; block = block.above) {
    if (block.word === 'range') return here.rounds.get(block)?.value
    if (block.word === 'with') {
      const term = readPipeline(lookedInto(block.head))
      return term && workOut(term, { ...here, offset: block.start })
    }
    if (block.word === 'define' || block.word === 'block')
      return block === here.template.defined ? here.template.given : undefined
  }
  return here.template.given
}

function walk(from: Found, steps: readonly string[], here: Here): Found {
  const [first, ...rest] = steps
  if (!from || first === undefined) return from
  if (isCursor(from)) return known(down(from, ...steps))
  if (from === allValues) return known(here.template.valueAt(steps))
  if (from === everything && first === 'Chart') return known(here.template.chartAt(rest))
  if (from === everything) return first === 'Values' ? walk(allValues, rest, here) : undefined
  return walk(from.get(first), rest, here)
}

/** A value that can be told: what another template fills in, or what files of values say differently, cannot. */
const known = (cursor: Cursor): Cursor | undefined => {
  const isOpen = cursor.tree?.kind === 'unresolved' || (!isThere(cursor) && cursor.unseen !== undefined)
  return isOpen ? undefined : cursor
}

/** Whether Go's templates take a value for nothing: they take `false` and 0 for it too. */
const isNought = (value: Cursor): boolean =>
  isEmpty(value) || (value.tree?.kind === 'scalar' && !value.tree.quoted && /^(?:false|0)$/i.test(value.tree.text))

/** Whether a condition holds; undefined where that cannot be told. */
function isTrue(term: Term | undefined, here: Here): boolean | undefined {
  if (!term || here.depth > deepest) return undefined
  const test = term.kind === 'call' ? tests.get(term.name) : undefined
  if (test && term.kind === 'call') return test(term.given, { ...here, depth: here.depth + 1 })
  const value = leadsTo(term, here)
  if (value && isThere(value)) return !isNought(value)
  return value && isNothingIn(term, here) ? false : undefined
}

/** Whether what a name leads to is left out of a map that is there: Helm takes it for nothing. Where that map is not there either, Helm fails unless brackets stand around it: somebody gives it. */
function isNothingIn(term: Term, here: Here): boolean {
  if (term.kind !== 'path' && term.kind !== 'below') return false
  const above = term.steps.slice(0, -1)
  if (above.length === term.steps.length) return false
  const valueAt: ValueAt = path => here.template.valueAt(path, true)
  const around = workOut({ ...term, steps: above }, { ...here, template: { ...here.template, valueAt } })
  const map = around === allValues ? valueAt([]) : around
  if (!isCursor(map)) return false
  return map.tree?.kind === 'map' || (term.kind === 'below' && above.length === 0 && isEmpty(map))
}

/** Whether a template gives out what stands in a block; undefined where that cannot be told, and of loops. */
export function holds({ word, head, start, instead }: Block, here: Here): boolean | undefined {
  const own = (): boolean | undefined => isTrue(readPipeline(head), { ...here, offset: start })
  if (word === 'if') return own()
  if (word === 'with') return isTrue(readPipeline(lookedInto(head)), { ...here, offset: start })
  if (word !== 'else' || !instead) return undefined
  const before = isTaken(instead, here)
  if (before !== false) return before === undefined ? undefined : false
  return head === '' || own()
}

/** Whether what stands in a block is not given out: of a branch, because it is not taken or asks for what nobody says, of a loop, because it goes over nothing. */
export function isLeftOut(block: Block, here: Here): boolean {
  const { word, head, start } = block
  const inside = { ...here, offset: start }
  const asked = readPipeline(word === 'range' ? overIn(head) : lookedInto(head))
  const holding = word === 'range' ? asked && isTrue(asked, inside) : holds(block, here)
  return holding === false || (holding === undefined && opening.has(word) && isUnsaid(asked, block, inside))
}

const opening: ReadonlySet<string> = new Set(['if', 'with', 'range'])

/** Whether a block that has no other side asks for a value below what no file of the chart's says: Helm gives out nothing, unless somebody gives that. */
function isUnsaid(asked: Term | undefined, block: Block, here: Here): boolean {
  const value = asked?.kind === 'path' ? leadsTo(asked, here) : undefined
  return value !== undefined && !isThere(value) && !here.template.blocks.some(({ instead }) => instead === block)
}

/** Whether a branch, or one before it, is taken. */
function isTaken(block: Block, here: Here): boolean | undefined {
  const own = holds(block, here)
  return own === false && block.instead ? isTaken(block.instead, here) : own
}

/** What a `with` looks into, whatever it calls it. */
const lookedInto = (head: string): string => head.replace(/^\$\w+\s*:=\s*/, '')

/** Whether a value is one of others. */
function isSame(given: readonly Term[], here: Here): boolean | undefined {
  const [one, ...others] = given.map(of => {
    const value = leadsTo(of, here)
    return value && textOf(value)
  })
  if (one === undefined || others.length === 0) return undefined
  if (others.includes(one)) return true
  return others.includes(undefined) ? undefined : false
}

/** A test of how two numbers compare. */
const comparing =
  (holds: (one: number, other: number) => boolean) =>
  (given: readonly Term[], here: Here): boolean | undefined => {
    const [one = NaN, other = NaN, ...more] = given.map(of => {
      const value = leadsTo(of, here)
      return Number((value && textOf(value)) || NaN)
    })
    return Number.isNaN(one + other) || more.length > 0 ? undefined : holds(one, other)
  }

const tests = tableOf<(given: readonly Term[], here: Here) => boolean | undefined>({
  not: ([of], here) => {
    const holds = isTrue(of, here)
    return holds === undefined ? undefined : !holds
  },
  and: (given, here) => {
    const all = given.map(one => isTrue(one, here))
    if (all.includes(false)) return false
    return all.includes(undefined) ? undefined : true
  },
  or: (given, here) => {
    const all = given.map(one => isTrue(one, here))
    if (all.includes(true)) return true
    return all.includes(undefined) ? undefined : false
  },
  eq: (given, here) => isSame(given, here),
  ne: (given, here) => {
    const same = isSame(given, here)
    return same === undefined ? undefined : !same
  },
  gt: comparing((one, other) => one > other),
  ge: comparing((one, other) => one >= other),
  lt: comparing((one, other) => one < other),
  le: comparing((one, other) => one <= other),
  empty: ([of], here) => {
    const holds = isTrue(of, here)
    return holds === undefined ? undefined : !holds
  },
})

import type { ScalarTree } from '../syntax/tree.ts'
import type { Stretch } from '../text/embedded.ts'
import type { Span } from '../text/span.ts'
import { fallbackOf } from '../text/fallback.ts'
import type { Cursor, DocumentScope } from './position.ts'

/** What a script sets a variable to, and where. */
interface Assigned {
  readonly text: string
  readonly span: Span
}

/** `NAME=value` of shells, perhaps exported; `NAME := value` and `NAME ?= value` of make; `$name = 'value'` of PowerShell. */
const assignment =
  /^[ \t]*(?:(?:export|readonly|local|declare|typeset|set|SET)[ \t]+(?:-\w+[ \t]+)?|\$)?([A-Za-z_]\w*)[ \t]*([:?]?)=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s;#&|"']*)/gm
const reference = /\$\{(\w+)\}|\$\((\w+)\)|\$(\w+)/g
/** Values of values are followed so far. */
const deepest = 5
/** In longer scripts no variable is followed. */
const longest = 200_000

/** The variables that a script sets to one text and nowhere to another; one that may be set outside stands for `${NAME:-text}`. */
function setIn(text: string): ReadonlyMap<string, Assigned | undefined> {
  const found = new Map<string, Assigned | undefined>()
  const asked = new Set([...text.matchAll(/-z[ \t]+"?\$\{?(\w+)/g)].map(([, name = '']) => name))
  for (const match of text.matchAll(assignment)) {
    const [whole, name = '', how, written = ''] = match
    const quoted = /^["']/.test(written)
    const value = quoted ? written.slice(1, -1) : written
    const end = match.index + whole.length - (quoted ? 1 : 0)
    const mayBeGiven = how === '?' || asked.has(name)
    const one: Assigned = {
      text: mayBeGiven ? `\${${name}:-${value}}` : value,
      span: { start: end - value.length, end },
    }
    const before = found.get(name)
    found.set(name, found.has(name) && before?.text !== one.text ? undefined : one)
  }
  for (const [, name = ''] of text.matchAll(/\b(?:for|read)[ \t]+(?:-\w[ \t]+)*(\w+)/g)) found.delete(name)
  return found
}

/** What the variables of a script lead to in its commands: the place where one is set. Undefined where a script sets none. */
export function shellScope(text: string): DocumentScope | undefined {
  if (text.length > longest) return undefined
  const all = setIn(text)
  if (all.size === 0) return undefined
  const expanded = (written: string, depth = 0): string =>
    depth === deepest || fallbackOf(written) !== undefined
      ? written
      : written.replace(reference, (whole: string, braced?: string, made?: string, plain?: string) => {
          const set = all.get(braced ?? made ?? plain ?? '')
          return set ? expanded(set.text, depth + 1) : whole
        })
  const resolve = (cursor: Cursor): Cursor => {
    const { tree, document } = cursor
    if (tree?.kind !== 'scalar' || document.source[tree.span.start] === "'") return cursor
    const value = expanded(tree.text)
    if (value === tree.text || (/[$`]/.test(value) && fallbackOf(value) === undefined)) return cursor
    const [, braced, made, plain] = /^(?:\$\{(\w+)\}|\$\((\w+)\)|\$(\w+))$/.exec(tree.text) ?? []
    const set = all.get(braced ?? made ?? plain ?? '')
    const origin = { ...cursor.origin, kind: 'made' } as const
    return set
      ? {
          ...cursor,
          document: { ...document, source: text, start: 0 },
          tree: { ...tree, span: set.span, text: value, quoted: false },
          origin,
        }
      : { ...cursor, tree: { ...tree, text: value, ...(tree.multiline ? placed(tree) : {}) }, origin }
  }
  /** Where the characters of a text stand whose variables are filled in: those of a value where the variable does. */
  const placed = ({ text: written, span }: ScalarTree): Pick<ScalarTree, 'stretches'> => {
    const stretches: Stretch[] = [{ inner: 0, outer: span.start }]
    let longer = 0
    for (const { index, 0: variable } of written.matchAll(reference)) {
      const { length } = expanded(variable)
      stretches.push({ inner: index + longer, outer: span.start + index })
      longer += length - variable.length
      const end = index + variable.length
      stretches.push({ inner: end + longer, outer: span.start + end })
    }
    return { stretches }
  }
  return {
    resolve,
    takes: tree => tree?.kind === 'scalar' && tree.text.includes('$'),
    bind: cursor => cursor,
  }
}

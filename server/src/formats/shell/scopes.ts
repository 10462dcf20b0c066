import type { ScalarTree } from '../../syntax/tree.ts'
import type { Stretch } from '../../text/embedded.ts'
import { fallbackOf } from '../../text/fallback.ts'
import { lazy } from '../../text/lazy.ts'
import type { Cursor, DocumentScope } from '../position.ts'
import { readShell } from './runs.ts'
import { expanded, reference, sourceOf, variableIn, type Run } from './values.ts'

/** In longer scripts no variable is followed. */
const longest = 200_000

/** What the variables of a script lead to at an offset of it, once for each time that what stands there is run: by the calls of a function, by the words of a loop. Undefined where nothing is known of any. */
export function shellScopes(text: string): (offset: number) => readonly (DocumentScope | undefined)[] {
  if (text.length > longest) return () => [undefined]
  const shell = lazy(() => readShell(text))
  return offset =>
    shell()
      .runsAt(offset)
      .map(run => run && scopeIn(text, run))
}

function scopeIn(text: string, run: Run): DocumentScope {
  const resolve = (cursor: Cursor): Cursor => {
    const { tree, document } = cursor
    if (tree?.kind !== 'scalar' || document.source[tree.span.start] === "'") return cursor
    const listed = arrayIn(cursor, tree)
    if (listed) return listed
    const value = expanded(tree.text, run)
    if (value === tree.text || (/[$`]/.test(value) && fallbackOf(value) === undefined)) return cursor
    const set = run.valueOf(variableIn(tree.text) ?? '')
    const origin = { ...cursor.origin, kind: 'made' } as const
    return set
      ? {
          ...cursor,
          document: { ...document, source: text, start: 0 },
          tree: { ...tree, span: sourceOf(set, run).span, text: value, quoted: false },
          origin,
        }
      : { ...cursor, tree: { ...tree, text: value, ...(tree.multiline ? placed(tree) : {}) }, origin }
  }
  /** The elements of the array that a word stands for, each where it is written. */
  const arrayIn = (cursor: Cursor, { text: written, span }: ScalarTree): Cursor | undefined => {
    const array = /^\$\{(\w+)\[@\]\}$/.exec(written)?.[1]
    const elements = array === undefined ? undefined : run.elementsOf(array)
    if (!elements) return undefined
    const items = elements.map(
      (one): ScalarTree => ({ kind: 'scalar', span: one.span, text: one.text, quoted: false, multiline: false }),
    )
    return {
      ...cursor,
      document: { ...cursor.document, source: text, start: 0 },
      tree: { kind: 'list', span, items },
      origin: { ...cursor.origin, kind: 'made' },
    }
  }
  /** Where the characters of a text stand whose variables are filled in: those of a value where the variable does. */
  const placed = ({ text: written, span }: ScalarTree): Pick<ScalarTree, 'stretches'> => {
    const stretches: Stretch[] = [{ inner: 0, outer: span.start }]
    let longer = 0
    for (const { index, 0: variable } of written.matchAll(reference)) {
      const { length } = expanded(variable, run)
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

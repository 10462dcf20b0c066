import type { Tree } from '../../syntax/tree.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { listOf, mapOf } from '../made.ts'
import type { Cursor, DocumentScope } from '../position.ts'
import { filledIn, holdsPassword, pairsIn, type LookUp } from './work-out.ts'

/** Lists of tasks below a play or a block. */
export const taskLists = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'] as const

/** How deep blocks of tasks may stand in one another. */
const deepest = 8
/** A task that runs more often is read once. */
const mostRounds = 200

/** The tasks of a list, each as often as its loop runs, with what its variables lead to. */
export const tasksWith = (list: Cursor, lookUp: LookUp, depth = 0): Cursor =>
  listOf(list, depth > deepest ? items(list) : items(list).flatMap(task => roundsOf(task, lookUp, depth)))

function roundsOf(task: Cursor, lookUp: LookUp, depth: number): Cursor[] {
  const called = variableOf(task)
  return itemsOf(task, lookUp).map(item => {
    const own: LookUp = item ? name => (name === called ? item : lookUp(name)) : lookUp
    const scoped: Cursor = { ...task, document: { ...task.document, scope: scopeOf(own) } }
    if (!taskLists.some(key => down(task, key).tree?.kind === 'list')) return scoped
    const parts = entries(scoped).map(entry => ({
      name: entry.name,
      key: entry.written,
      cursor: (taskLists as readonly string[]).includes(entry.name) ? tasksWith(entry, own, depth + 1) : entry,
    }))
    return mapOf(scoped, parts)
  })
}

/** What a loop calls its elements. */
function variableOf(task: Cursor): string {
  const { tree } = down(task, 'loop_control', 'loop_var')
  return tree?.kind === 'scalar' ? tree.text : 'item'
}

/** The elements that a task runs for; one that nobody knows where a loop cannot be followed, none where there is no loop. */
function itemsOf(task: Cursor, lookUp: LookUp): ReturnType<LookUp>[] {
  const [loop] = ['loop', 'with_items', 'with_list', 'with_dict'].map(key => down(task, key)).filter(isThere)
  if (!loop) return [undefined]
  const { tree } = loop
  const list = tree?.kind === 'unresolved' ? filledIn(tree.text, { lookUp, from: loop, depth: 0 }) : loop
  const all = list ? elementsOf(list) : []
  return all.length > 0 && all.length <= mostRounds ? all : ['unknown']
}

/** The items of a list, the entries of a map. */
const elementsOf = (list: Cursor): Cursor[] => (list.tree?.kind === 'map' ? pairsIn(list) : items(list))

/** How what stands in a task leads to values. */
const scopeOf = (lookUp: LookUp): DocumentScope => ({
  inside: true,
  takes: holdsActions,
  resolve: cursor => resolve(cursor, lookUp),
  bind: cursor => cursor,
})

const holdsActions = (tree: Tree | undefined): boolean =>
  (tree?.kind === 'scalar' || tree?.kind === 'unresolved') &&
  !(tree.kind === 'scalar' && tree.multiline) &&
  tree.text.includes('{{')

/** Whether a text is several words, which are looked at one by one. */
const isCommand = (written: string): boolean => /\S\s+\S/.test(written.replace(/\{\{[^{}]*\}\}/g, 'x').trim())

function resolve(cursor: Cursor, lookUp: LookUp): Cursor {
  const { tree, document } = cursor
  if (tree?.kind !== 'scalar' && tree?.kind !== 'unresolved') return cursor
  const written = document.syntax === 'script' ? document.source.slice(tree.span.start, tree.span.end) : tree.text
  if (holdsPassword(written)) return cursor
  if (tree.kind === 'unresolved' && isCommand(written))
    return { ...cursor, tree: { ...tree, kind: 'scalar', quoted: false, multiline: written.includes('\n') } }
  const to = filledIn(written, { lookUp, from: cursor, depth: 0 })
  if (!to) return cursor
  if (to.document.file === document.file) return { ...to, near: cursor.near, key: cursor.key }
  return { ...to, near: cursor.near, origin: { ...to.origin, usedBy: to.origin.usedBy ?? cursor.key ?? cursor.near } }
}

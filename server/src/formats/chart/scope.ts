import type { Known } from '../../model/fact.ts'
import type { Entry, Tree, UnresolvedTree } from '../../syntax/tree.ts'
import { down, entries, isThere, items, startAt } from '../cursor.ts'
import { listOf, mapOf, scalarOf, textOf } from '../made.ts'
import { locate, placeHere, type Cursor, type DocumentScope, type Part } from '../position.ts'
import { blockAt, readActions, withinBranch, type Action, type Block } from './actions.ts'
import { readPipeline, type Term } from './pipeline.ts'
import { isEmpty } from './values.ts'
import { givenTo, isLeftOut, keeps, most, roundsIn, leadsTo, type Here, type Template } from './work-out.ts'

/** A document as often as loops around it run, each with what its template leads to; once where nobody can tell. */
export function roundsOf(root: Cursor, template: Template): Cursor[] {
  const first = root.tree?.kind === 'map' ? (root.tree.entries[0]?.keySpan.start ?? 0) : 0
  const { start } = locate(root.document, { start: first, end: first }).span
  return repeated(root, template, new Map(), loopsAt(template, start, -1))
}

/** How a document of a template leads to values. */
export const scopeOf = (template: Template, rounds: Here['rounds']): DocumentScope => ({
  inside: true,
  takes: holdsActions,
  resolve: cursor => resolve(cursor, template, rounds),
  decides: offset => decides(template, offset),
  leavesOut: root => leavesOut(root, template, rounds),
  spelled: cursor => spelled(cursor, template),
  bind: cursor => cursor,
})

/** The switch that leaves a whole document out: it stands in a block that the values of its chart do not give out. */
function leavesOut({ document, tree }: Cursor, template: Template, rounds: Here['rounds']): Known<boolean> | undefined {
  const [first, last] = tree?.kind === 'map' ? [tree.entries[0], tree.entries.at(-1)] : []
  if (!first || !last || document.file !== template.file) return undefined
  const { file, source, blocks } = template
  const { start, end } = locate(document, { start: first.keySpan.start, end: last.keySpan.end }).span
  const from = startAt({ file, syntax: 'yaml', source, start: 0 }, undefined)
  const here: Here = { template, rounds, from, offset: start, depth: 0 }
  const block = blocks.find(one => one.start < start && end <= one.end && one.end !== Infinity && isLeftOut(one, here))
  if (!block) return undefined
  const by = decides(template, block.inner)
  return {
    state: 'known',
    value: false,
    at: by ? placeHere(by) : { file, span: { start: block.start, end: block.inner } },
  }
}

/** The only value that the innermost branch around an offset asks for. */
function decides(template: Template, offset: number): Cursor | undefined {
  const { file, source } = template
  const block = blockAt(template.blocks, offset)
  const asking = block?.word === 'else' && block.head === '' ? block.instead : block
  if (asking?.word !== 'if') return undefined
  const from = startAt({ file, syntax: 'yaml', source, start: 0 }, undefined)
  const here: Here = { template, rounds: new Map(), from, offset: asking.start, depth: 0 }
  const [only, ...more] = pathsIn(readPipeline(asking.head)).flatMap(path => leadsTo(path, here) ?? [])
  return more.length === 0 && only?.key && isThere(only) ? only : undefined
}

/** The names in a condition. */
const pathsIn = (term: Term | undefined): Term[] =>
  term?.kind === 'call' ? term.given.flatMap(pathsIn) : (term?.kind === 'path' && [term]) || []

/** Whether a template decides what stands here. */
function holdsActions(tree: Tree | undefined): boolean {
  if (tree?.kind === 'list') return true
  if (tree?.kind === 'map') return tree.inserted !== undefined
  return tree?.text.includes('{{') === true && !(tree.kind === 'scalar' && tree.multiline)
}

/** The loops around an offset that begin behind another one, the outer first. */
function loopsAt({ blocks }: Template, offset: number, behind: number): Block[] {
  const found: Block[] = []
  for (let block = blockAt(blocks, offset); block && block.start > behind; block = block.above)
    if (block.word === 'range') found.unshift(block)
  return found
}

/** What stands in loops, once for each of their rounds. */
function repeated(cursor: Cursor, template: Template, rounds: Here['rounds'], loops: readonly Block[]): Cursor[] {
  const [loop, ...inner] = loops
  if (!loop) {
    const scoped = { ...cursor, document: { ...cursor.document, scope: scopeOf(template, rounds) } }
    return [rounds.size > 0 && holdsActions(cursor.tree) ? resolve(scoped, template, rounds) : scoped]
  }
  const all = roundsIn(loop, { template, rounds, from: cursor, offset: loop.start, depth: 0 })
  if (!all) return repeated(cursor, template, rounds, inner)
  const found: Cursor[] = []
  for (const round of all) {
    if (found.length >= most) break
    found.push(...repeated(cursor, template, new Map([...rounds, [loop, round]]), inner))
  }
  return found
}

function resolve(cursor: Cursor, template: Template, rounds: Here['rounds']): Cursor {
  const { tree } = cursor
  if (!tree || cursor.document.file !== template.file) return cursor
  const offset = locate(cursor.document, tree.span).span.start
  const here: Here = { template, rounds, from: cursor, offset, depth: 0 }
  if (tree.kind === 'list') {
    const list = repeatItems(cursor, tree.items, here)
    return tree.inserted ? withInsertedItems(list, tree.inserted, here) : list
  }
  if (tree.kind === 'map') return withInserted(cursor, here)
  return fill(cursor, tree.text, here) ?? cursor
}

/** What the variable is given that stands for a whole text, as it is written: one thing has one spelling, `{{ $fullName }}` and `{{ include "shop.fullname" . }}`. */
function spelled({ document, tree }: Cursor, template: Template): string | undefined {
  if (tree?.kind !== 'unresolved' || document.file !== template.file) return undefined
  const name = /^\{\{-?\s*(\$\w+)\s*-?\}\}$/.exec(tree.text.trim())?.[1]
  const { start: offset } = locate(document, tree.span).span
  const from = startAt({ file: template.file, syntax: 'yaml', source: template.source, start: 0 }, undefined)
  return name === undefined ? undefined : givenTo(name, { template, rounds: new Map(), from, offset, depth: 0 })
}

/** A list with the items that actions on lines of their own bring in; what one of them brings that nobody can tell stays written. */
function withInsertedItems(cursor: Cursor, inserted: readonly UnresolvedTree[], here: Here): Cursor {
  const open: UnresolvedTree[] = []
  const brought: Cursor[] = []
  for (const one of inserted) {
    const offset = locate(cursor.document, one.span).span.start
    const value = fill(here.from, one.text, { ...here, offset })
    if (value?.tree?.kind === 'list') brought.push(...items(value))
    // Entries of the map around it, which begins in the same column.
    else if (value?.tree?.kind !== 'map') open.push(one)
  }
  const list = brought.length > 0 ? listOf(cursor, [...items(cursor), ...brought]) : cursor
  if (list.tree?.kind !== 'list') return list
  const { inserted: _, ...tree } = list.tree
  return { ...list, tree: open.length > 0 ? { ...tree, inserted: open } : tree }
}

/** A list whose items stand in loops. */
function repeatItems(
  cursor: Cursor,
  written: readonly (Tree | undefined)[],
  { template, rounds, offset }: Here,
): Cursor {
  if (cursor.origin.parts || template.blocks.length === 0) return cursor
  const behind = cursor.key?.span.start ?? offset
  const loops = written.map(item =>
    item ? loopsAt(template, locate(cursor.document, item.span).span.start, behind) : [],
  )
  if (loops.every(one => one.length === 0)) return cursor
  return listOf(
    cursor,
    items(cursor).flatMap((item, index) => repeated(item, template, rounds, loops[index] ?? [])),
  )
}

const partOf = (entry: ReturnType<typeof entries>[number]): Part => ({
  name: entry.name,
  key: entry.written,
  cursor: entry,
})

/** A map with the entries that actions on lines of their own bring in, and with lists that begin in the column of its keys; what one of them brings that nobody can tell stays written. */
function withInserted(cursor: Cursor, here: Here): Cursor {
  if (cursor.tree?.kind !== 'map' || !cursor.tree.inserted) return cursor
  const { inserted, open: _, ...tree } = cursor.tree
  const brought: Part[] = []
  const left: UnresolvedTree[] = []
  const own = entries({ ...cursor, tree }).map(partOf)
  for (const one of inserted) {
    const value = broughtBy(one.text, { ...here, offset: locate(cursor.document, one.span).span.start })
    if (value?.tree?.kind === 'list') putBelow(own, value, tree.entries.findLast(isBefore(one)))
    else if (value?.tree?.kind === 'map' && !value.tree.open) brought.push(...entries(value).map(partOf))
    else left.push(one)
  }
  const map = mapOf(cursor, [...own, ...brought], left.length > 0)
  return left.length > 0 && map.tree?.kind === 'map' ? { ...map, tree: { ...map.tree, inserted: left } } : map
}

const isBefore =
  ({ span }: UnresolvedTree) =>
  ({ keySpan }: Entry): boolean =>
    keySpan.start < span.start

/** Puts a list below the key that stands before it, where that has no value of its own. */
function putBelow(parts: Part[], list: Cursor, entry: Entry | undefined): void {
  const index = parts.findIndex(({ name }) => name === entry?.key)
  const part = parts[index]
  if (part && !part.cursor.tree) parts[index] = { ...part, cursor: { ...list, key: list.key ?? part.key } }
}

/** The map that stands on a line of its own: `{{- toYaml .Values.x | nindent 4 }}`, or `{{ $key }}: {{ $value }}` in a loop over it. */
function broughtBy(written: string, here: Here): Cursor | undefined {
  const [, name, value] = pair.exec(written) ?? []
  if (name === undefined) return fill(here.from, written, here)
  const loop = blockAt(here.template.blocks, here.offset)
  const [, key, element, over = ''] = (loop?.word === 'range' && pairs.exec(loop.head)) || []
  return loop && key === name && element === value
    ? leadsTo(readPipeline(over), { ...here, offset: loop.start })
    : undefined
}

const pair =
  /^["']?\{\{-?\s*(\$\w+)\s*-?\}\}["']?\s*:\s*["']?\{\{-?\s*(\$\w+)(?:\s*\|\s*(?:quote|squote|toString))?\s*-?\}\}["']?$/
const pairs = /^(\$\w+)\s*,\s*(\$\w+)\s*:=(.*)$/s

/** What stands for a text: the value that its one action leads to, else the text with what all of them stand for; undefined where one cannot be told. */
function fill(cursor: Cursor, written: string, here: Here): Cursor | undefined {
  const own = withinBranch(written.trim())
  const bare = /^(["'])(.*)\1$/s.exec(own)?.[2] ?? own
  const actions = readActions(bare)
  const value = wholeOf(actions, bare, here)
  if (value) return isEmpty(value) ? undefined : used(cursor, value)
  if (actions.length === 0 || bare.includes('\n')) return undefined
  let filled = ''
  let at = 0
  for (const { start, end, words } of actions) {
    const part = leadsTo(readPipeline(words), here)
    const known = part && !isEmpty(part) ? textOf(part) : undefined
    if (known === undefined) return undefined
    filled += bare.slice(at, start) + known
    at = end
  }
  return scalarOf(cursor, filled + bare.slice(at))
}

/** What one action gives out, or one that looks into what another gives: `{{- with .Values.x }} {{- toYaml . | nindent 4 }} {{- end }}`. */
function wholeOf([first, second, third, ...more]: readonly Action[], written: string, here: Here): Cursor | undefined {
  if (!first) return undefined
  if (!second) return first.end - first.start === written.length ? leadsTo(readPipeline(first.words), here) : undefined
  if (third?.words !== 'end' || more.length > 0 || !/^with\s/.test(first.words)) return undefined
  if (written.slice(first.end, second.start).trim() !== '' || written.slice(second.end, third.start).trim() !== '')
    return undefined
  const dot = leadsTo(readPipeline(first.words.slice('with'.length)), here)
  return dot && givenFrom(readPipeline(second.words), dot)
}

/** What a pipeline gives out where the dot is a value. */
function givenFrom(term: Term | undefined, dot: Cursor): Cursor | undefined {
  if (term?.kind === 'path') return term.from === '.' ? down(dot, ...term.steps) : undefined
  return term?.kind === 'call' && keeps.has(term.name) ? givenFrom(term.given.at(-1), dot) : undefined
}

/** A value of the chart, used from here; what a thing is called is told where it is declared. */
function used(from: Cursor, to: Cursor): Cursor {
  const name = from.path[0] === 'metadata' && from.document.host === undefined ? textOf(to) : undefined
  if (name !== undefined) return scalarOf(from, name)
  if (to.document.file === from.document.file) return { ...to, near: from.near }
  return { ...to, near: from.near, origin: { ...to.origin, usedBy: from.origin.usedBy ?? from.key ?? from.near } }
}

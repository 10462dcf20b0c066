import type { Entry, Tree } from '../../syntax/tree.ts'
import { entries } from '../cursor.ts'
import { partOf } from '../chart/values.ts'
import { mapOf } from '../made.ts'
import { placeOnLine, type Cursor, type Part } from '../position.ts'
import { actionsOf, armsOf, readExpression, type Action, type Arm } from './jinja.ts'
import type { Variables } from './variables.ts'
import {
  filledIn,
  holdsPassword,
  isTaken,
  leadsTo,
  loopOf,
  roundsOf,
  textFrom,
  type Here,
  type LookUp,
} from './work-out.ts'

/** What each broker has of its own: a variable of a role holds an example of it. */
const ofEach = /^(?:broker|node)\.id$/

/** What takes over another template, or something of it. */
const brings = /^(?:include|import|from|extends)\s/

/** The paths of the templates that one takes over whole. */
export const includedIn = (source: string): string[] => actionsOf(source).flatMap(({ words }) => pathIn(words) ?? [])

/** The path in an action that takes over a whole template. */
export const pathIn = (words: string): string | undefined => /^include\s+["'](?:\.\/)?([^"']+)["']$/.exec(words)?.[1]

/** A template of properties with what its variables lead to: loops are run, branches that nobody takes are left out, what nobody knows stays as it is written; `bring` reads what an action takes over. */
export function filled(root: Cursor, variables: Variables, bring: (path: string) => Cursor | undefined): Cursor {
  const { source } = root.document
  const written = root.tree?.kind === 'map' ? root.tree.entries : []
  const actions = actionsOf(source)
  const arms = armsOf(actions)
  const note = ({ path: [name] }: Cursor): void => {
    if (typeof name === 'string') variables.used.add(name)
  }
  const lookUp = withSet(root, actions, arms, noting(variables))
  const brought = actions.filter(({ words }) => brings.test(words)).map(({ words }) => bring(words))
  const parts = brought.flatMap(one => (one ? entries(one).map(entry => partOf(entry, entry)) : []))
  let isOpen = brought.some(one => !one || (one.tree?.kind === 'map' && one.tree.open))
  const all = entries(root)
  for (const [index, entry] of written.entries()) {
    const cursor = all[index]
    const own = actions.find(
      ({ kind, start, end }) => kind === 'does' && start <= entry.keySpan.start && entry.keySpan.start < end,
    )
    // Behind an action on the same line something may stand that it chooses.
    if (own)
      isOpen ||=
        restOfLine(source, own.end)
          .replace(/\{[%#][^\n]*?[%#]\}/g, '')
          .trim() !== ''
    if (!cursor || own) continue
    const around = arms.filter(({ start, end }) => start < entry.keySpan.start && entry.keySpan.start < end)
    for (const here of timesOf(around, { lookUp, from: cursor, depth: 0, note })) {
      const part = partFrom(cursor, entry, here)
      if (part) parts.push(part)
      else isOpen = true
    }
  }
  isOpen ||= linesOf(source, actions).some(({ words }) => mayBring(words, { lookUp, from: root, depth: 0 }))
  return mapOf(root, parts, isOpen)
}

/** Variables, of which those that are no more than a text are told where they are asked for. */
const noting =
  ({ lookUp, used }: Variables): LookUp =>
  name => {
    const value = lookUp(name)
    if (value && value !== 'unknown' && value.tree?.kind !== 'map' && value.tree?.kind !== 'list') used.add(name)
    return value
  }

/** An entry once for each time that what stands around it is given out; as it is written where nobody knows. */
function timesOf([arm, ...inner]: readonly Arm[], here: Here): Here[] {
  if (!arm) return [here]
  if (arm.word === 'for') {
    const rounds = roundsOf(arm.head, here)
    return rounds ? rounds.flatMap(round => timesOf(inner, round)) : timesOf(inner, unbound(arm, here))
  }
  return arm.word !== 'other' && isTaken(arm, here) === false ? [] : timesOf(inner, here)
}

/** What a loop that nobody follows calls its elements leads nowhere. */
function unbound({ head }: Arm, here: Here): Here {
  const own = new Set(['loop', ...loopOf(head).names])
  return { ...here, lookUp: name => (own.has(name) ? 'unknown' : here.lookUp(name)) }
}

/** An entry with its key and its value filled in; undefined where nobody knows its key. */
function partFrom(
  cursor: Cursor & { readonly name: string; readonly written: Cursor['key'] },
  { keySpan, value }: Entry,
  here: Here,
): Part | undefined {
  const { source } = cursor.document
  const written = source.slice(keySpan.start, keySpan.end)
  const isOfTemplate = written.includes('{')
  const name = isOfTemplate ? textFrom(written, here) : cursor.name
  if (name === undefined || /[{}]/.test(name)) return undefined
  const key = (isOfTemplate ? keyOf(written, here) : undefined) ?? placeOnLine(cursor, keySpan)
  const found = value && !ofEach.test(name) ? used(cursor, value, here) : undefined
  return { name, key, cursor: { ...(found ?? cursor), key } }
}

/** Where a key stands that one action gives out. */
function keyOf(written: string, here: Here): Cursor['key'] {
  const [only, ...more] = actionsOf(written)
  if (only?.kind !== 'gives' || more.length > 0) return undefined
  return leadsTo(readExpression(only.words), here)?.key
}

/** What stands for a value of the template, used from here. */
function used(from: Cursor, value: Tree, here: Here): Cursor | undefined {
  if ((value.kind !== 'unresolved' && value.kind !== 'scalar') || !/\{[{%]/.test(value.text)) return undefined
  if (holdsPassword(value.text)) return undefined
  const to = filledIn(value.text, { ...here, from })
  if (!to || to.tree?.kind === 'map' || to.tree?.kind === 'list') return undefined
  if (to.document.file === from.document.file) return { ...to, near: from.near }
  here.note?.(to)
  return { ...to, near: from.near, origin: { ...to.origin, usedBy: to.origin.usedBy ?? from.key ?? from.near } }
}

/** What a template sets once itself, over what is given to it; what it sets again or changes nobody follows. */
function withSet(root: Cursor, actions: readonly Action[], arms: readonly Arm[], given: LookUp): LookUp {
  const { source } = root.document
  const found = new Map<string, string | undefined>()
  for (const { words, start } of actions) {
    const [, name, value] = /^set\s+(\w+)\s*=(.*)$/s.exec(words) ?? []
    if (name === undefined) continue
    const isOnce = !found.has(name) && !arms.some(arm => arm.start < start && start < arm.end)
    const isChanged = ['append', 'extend', 'update'].some(method => source.includes(`${name}.${method}(`))
    found.set(name, isOnce && !isChanged ? value : undefined)
  }
  return name => {
    if (!found.has(name)) return given(name)
    const value = found.get(name)
    const to = value === undefined ? undefined : leadsTo(readExpression(value), { lookUp: given, from: root, depth: 1 })
    return to ?? 'unknown'
  }
}

/** The actions that stand alone on their lines and give something out. */
const linesOf = (source: string, actions: readonly Action[]): Action[] =>
  actions.filter(({ kind, start, end }) => {
    const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
    return kind === 'gives' && before.trim() === '' && restOfLine(source, end).trim() === ''
  })

const restOfLine = (source: string, from: number): string => /[^\n]*/.exec(source.slice(from))?.[0] ?? ''

/** Whether an action on its own line may bring settings: nobody knows what it gives, or it gives something. */
function mayBring(words: string, here: Here): boolean {
  const value = leadsTo(readExpression(words), here)
  return value?.tree?.kind !== 'scalar' || value.tree.text.trim() !== ''
}

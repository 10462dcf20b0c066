import type { Setting, Settings } from '../model/settings.ts'
import type { Place } from '../model/fact.ts'
import { inside, isThere } from '../formats/cursor.ts'
import { placeHere, type Cursor } from '../formats/position.ts'
import { settings, text } from '../formats/values.ts'
import { textOf } from '../formats/made.ts'

/** Reads settings however they are given: a map, a text of properties, lines that were joined; `near` carries what is absent. */
export function propertiesAt(cursor: Cursor, near: Place): Settings {
  const { tree } = cursor
  const { parts } = cursor.origin
  if (tree?.kind === 'map') return settings(cursor, near)
  if (parts && !(tree?.kind === 'scalar' && tree.stretches))
    return joined(
      parts.map(part => part.cursor),
      cursor,
      near,
    )
  const [own, ...others] = inside(cursor, 'properties').map(root => settings(root, near))
  if (!own || others.length > 0) return withoutPairs(cursor, near)
  const bag = parts ? together(near, own, ...parts.map(part => propertiesAt(part.cursor, near))) : own
  return bag.all.some(({ key }) => key.includes('${'))
    ? { ...bag, open: { state: 'unresolved', at: placeHere(cursor), text: '' } }
    : bag
}

/** What holds no pair: an empty text says nothing, anything else that stands there may say everything. */
function withoutPairs(cursor: Cursor, near: Place): Settings {
  const { tree, unseen } = cursor
  if (textOf(cursor)?.trim() === '' || (!isThere(cursor) && !unseen)) return { all: [], near }
  const written = tree?.kind === 'scalar' || tree?.kind === 'unresolved' ? tree.text.slice(0, 200) : ''
  return { all: [], near, open: unseen ?? { state: 'unresolved', at: placeHere(cursor), text: written } }
}

/** Lines of `key=value`, each a template of its own; what was no pair leaves the rest open. */
function joined(lines: readonly Cursor[], whole: Cursor, near: Place): Settings {
  const all = lines.map(line => settingsOfLine(line, near))
  return {
    all: all.flatMap(found => found ?? []),
    near,
    ...(all.includes(undefined) ? { open: { state: 'unresolved', at: placeHere(whole), text: 'join' } as const } : {}),
  }
}

/** What a line sets: a key and a value that are each a value of their own, or as it is written; undefined where that cannot be told. */
function settingsOfLine(line: Cursor, near: Place): readonly Setting[] | undefined {
  const { parts } = line.origin
  if (!parts) return settingsInText(line, near)
  const [key, value, ...more] = parts.map(part => part.cursor)
  const isPair =
    key &&
    value &&
    more.length === 0 &&
    (textOf(line)
      ?.trim()
      .startsWith(textOf(key) ?? '') ??
      true)
  return isPair ? pairOf(key, value) : pairIn(line)
}

function pairOf(key: Cursor, value: Cursor): readonly Setting[] | undefined {
  const [name, fact] = [textOf(key), text(value)]
  return name === undefined || fact.state === 'absent'
    ? undefined
    : [{ key: name, keyPlace: value.key ?? placeHere(value), value: fact }]
}

/** What is written on a line; what a function has made has no place of its own for its key. */
function settingsInText(line: Cursor, near: Place): readonly Setting[] | undefined {
  const found = inside(line, 'properties').flatMap(root => settings(root, near).all)
  if (found.some(({ key }) => key.includes('${'))) return undefined
  return found.length > 0 || /^\s*(?:[#!]|$)/.test(textOf(line) ?? '') ? found : pairIn(line)
}

/** A pair whose key is written and whose value is made: `min.insync.replicas=${var.min}`; undefined where even the key is not told. */
function pairIn(line: Cursor): readonly Setting[] | undefined {
  const { tree } = line
  const made = textOf(line)
  const whole = made ?? (tree?.kind === 'unresolved' || tree?.kind === 'scalar' ? tree.text.replace(/^"|"$/g, '') : '')
  const [, key, value = ''] = /^\s*([\w.-]+)\s*=([^\n]*)$/.exec(whole) ?? []
  if (key === undefined) return undefined
  const at = placeHere(line)
  const fact: Setting['value'] =
    made === undefined ? { state: 'unresolved', at, text: value } : { state: 'known', value: value.trim(), at }
  return [{ key, keyPlace: at, value: fact }]
}

/** The documents of JSON that stand at a cursor, as a text or as what `jsonencode` is given. */
export const jsonAt = (cursor: Cursor): Cursor[] =>
  cursor.tree?.kind === 'map' || cursor.tree?.kind === 'list' ? [cursor] : inside(cursor, 'json')

/** Several maps of settings as one; the last of a key holds. */
export function together(near: Place, ...bags: readonly Settings[]): Settings {
  const open = bags.flatMap(bag => bag.open ?? [])[0]
  const slot = bags[0]?.slot
  return { all: bags.flatMap(({ all }) => all), near, ...(slot ? { slot } : {}), ...(open ? { open } : {}) }
}

/** Settings whose keys have underscores, with dots in their place. */
export const dotted = (bag: Settings): Settings => {
  const { slot: _, ...rest } = bag
  return { ...rest, all: bag.all.map(setting => ({ ...setting, key: setting.key.replace(/_/g, '.') })) }
}

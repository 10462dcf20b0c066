import type { Fact, Place } from '../../model/fact.ts'
import { entries, inside, isThere, items, down } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { isPlaceholder } from '../../text/placeholder.ts'
import { text } from '../values.ts'
import type { Setting, Settings } from '../../model/settings.ts'

/** Finds what a reference of a variable leads to, in another file; undefined where nobody has it. */
export type Refer = (valueFrom: Cursor) => Setting['value'] | undefined

/** Reads the variables of a container: a map, a list of `NAME=value`, or a list of names with values; one that is taken from elsewhere is what `refer` finds there, else unresolved. */
export function readVariables(environment: Cursor, refer: Refer = () => undefined): Settings {
  const all = [
    ...entries(environment).flatMap(entry => one(entry.name, entry)),
    ...items(environment).flatMap(item => readItem(item, refer)),
  ]
  const { tree, unseen, near } = environment
  // What a template calls a variable may be any.
  const isMadeUp = items(environment).some(item => text(down(item, 'name')).state === 'unresolved')
  const open =
    unseen ??
    (isMadeUp ||
    tree?.kind === 'unresolved' ||
    (tree?.kind === 'map' && tree.open) ||
    (tree?.kind === 'list' && tree.inserted)
      ? { state: 'unresolved' as const, at: placeHere(environment), text: '' }
      : undefined)
  return { all, near, ...(open ? { open } : {}) }
}

/** Reads one of a list of variables. */
export function readItem(item: Cursor, refer: Refer = () => undefined): Setting[] {
  if (item.tree?.kind === 'scalar')
    return inside(item, 'properties').flatMap(root => entries(root).flatMap(entry => one(entry.name, entry)))
  const [name, value] = [text(down(item, 'name')), down(item, 'value')]
  if (name.state !== 'known') return []
  if (isThere(value)) return one(name.value, { ...value, key: name.at })
  const from = down(item, 'valueFrom')
  const unresolved = { state: 'unresolved', at: name.at, text: 'valueFrom' } as const
  return isThere(from) ? [{ key: name.value, keyPlace: name.at, value: refer(from) ?? unresolved }] : []
}

/** A line of a file of variables. */
export function readLine(entry: Cursor & { readonly name: string }): Setting[] {
  const [variable] = one(entry.name, entry)
  if (!variable) return []
  if (variable.value.state === 'unresolved')
    return [{ ...variable, value: { ...variable.value, text: unquoted(variable.value.text) } }]
  const { value, at, slot } = variable.value
  if (entry.name === 'export') {
    const [, name, rest = ''] = /^(\w+)=(.*)$/s.exec(value) ?? []
    return name === undefined
      ? []
      : [{ key: name, keyPlace: variable.keyPlace, value: { state: 'known', value: unquoted(rest), at } }]
  }
  const bare = unquoted(value)
  return [
    {
      ...variable,
      value: isPlaceholder(bare)
        ? { state: 'unresolved', at, text: bare }
        : { state: 'known', value: bare, at, ...(slot && bare === value ? { slot } : {}) },
    },
  ]
}

/** A value without its quotes, and without the comment that a space keeps apart from it. */
const unquoted = (value: string): string =>
  /^(["'])(.*?)\1(?:\s+#.*|\s*)$/s.exec(value)?.[2] ?? value.replace(/(?:^|(?<!\s)\s+)#.*$/s, '')

/** A variable without a value is taken from the shell that starts the container. */
function one(name: string, cursor: Cursor): Setting[] {
  const value = text(cursor)
  if (!cursor.key || cursor.tree?.kind === 'map' || cursor.tree?.kind === 'list') return []
  return [
    {
      key: name,
      keyPlace: cursor.key,
      value: value.state === 'absent' ? { state: 'unresolved', at: cursor.key, text: '' } : value,
    },
  ]
}

/** The variables with a prefix, as the settings that the images make of them: `_` is a dot, `__` an underscore, `___` a hyphen. */
export function settingsBehind(variables: Settings, prefix: string): Settings {
  const all = variables.all.flatMap((variable): Setting[] =>
    variable.key.startsWith(prefix)
      ? [{ ...variable, key: keyOf(variable.key.slice(prefix.length)), written: variable.key }]
      : [],
  )
  return { ...variables, all }
}

const keyOf = (name: string): string =>
  name.toLowerCase().replace(/_{1,3}/g, run => ['.', '_', '-'][run.length - 1] ?? '.')

/** `NAME=value`, perhaps in quotes; a shell fills in what begins with a dollar. Nobody writes it back. */
export function variableOf(fact: Fact<string>): Setting[] {
  if (fact.state === 'absent') return []
  const written = fact.state === 'known' ? fact.value : fact.text
  const [, key, mark = '', value = ''] = /^([A-Za-z_]\w*)=(["']?)([\s\S]*?)\2$/.exec(written) ?? []
  if (key === undefined) return []
  const { span } = fact.at
  const quoted = span.end - span.start - written.length === 2 ? 1 : 0
  const part = (from: number, length: number): Place => ({
    ...fact.at,
    span: { start: span.start + quoted + from, end: span.start + quoted + from + length },
  })
  const keyPlace = part(0, key.length)
  const at = part(key.length + 1 + mark.length, value.length)
  return [
    {
      key,
      keyPlace,
      value:
        fact.state === 'unresolved' || /[$`]/.test(value)
          ? { state: 'unresolved', at, text: value }
          : { state: 'known', value, at },
    },
  ]
}

import { entries, isThere, items, down } from '../formats/cursor.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { decoded } from './named-file.ts'
import { listOf, longestMade, madeOf, mapOf, scalarOf, textOf, unnamed } from '../formats/made.ts'

/** Works a call out; undefined where it cannot be told. */
export type Call = (given: readonly Cursor[], at: Cursor) => Cursor | undefined

const partsOf = (cursor: Cursor): Part[] =>
  entries(cursor).map(entry => ({ name: entry.name, key: entry.written, cursor: entry }))

const isOpen = ({ tree, unseen }: Cursor): boolean =>
  unseen !== undefined ||
  tree?.kind === 'unresolved' ||
  (tree?.kind === 'map' && tree.open === true) ||
  (tree?.kind === 'scalar' && tree.expression !== undefined)

const itself: Call = ([value]) => value

/** A text made of texts; undefined where one of them is not known, or where it would be too long. */
const ofTexts =
  (compute: (...texts: string[]) => string | undefined): Call =>
  (given, at) => {
    const texts = given.map(textOf)
    if (texts.includes(undefined) || texts.length > mostTexts) return undefined
    const result = compute(...(texts as string[]))
    return result === undefined || result.length > longestMade ? undefined : scalarOf(at, result)
  }

/** More are not handed to one function. */
const mostTexts = 10_000

const ofNumbers = (compute: (...numbers: number[]) => number): Call =>
  ofTexts((...texts) => {
    const numbers = texts.map(Number)
    return numbers.every(Number.isFinite) && numbers.length > 0 ? String(compute(...numbers)) : undefined
  })

const lists = (given: readonly Cursor[]): Cursor[] | undefined =>
  given.every(({ tree }) => tree?.kind === 'list') ? given.flatMap(items) : undefined

const distinct = (values: readonly Cursor[]): Cursor[] =>
  values.filter(
    (value, index) =>
      textOf(value) === undefined || values.findIndex(other => textOf(other) === textOf(value)) === index,
  )

const isEmpty = (value: Cursor): boolean => !isThere(value) || value.tree === undefined || textOf(value) === ''

/** The first value that is there; one that cannot be told ends the search. */
const first = (given: readonly Cursor[], skip: (value: Cursor) => boolean): Cursor | undefined => {
  for (const value of given) {
    if (isOpen(value)) return undefined
    if (!skip(value)) return value
  }
  return undefined
}

const flatten = (values: readonly Cursor[], depth = 0): Cursor[] =>
  values.flatMap(value => (value.tree?.kind === 'list' && depth < 20 ? flatten(items(value), depth + 1) : [value]))

/** Texts with another one between them; undefined where that would be too long. */
const joined = (texts: readonly string[], between: string): string | undefined =>
  texts.reduce((length, text) => length + text.length + between.length, 0) > longestMade + between.length
    ? undefined
    : texts.join(between)

/** The verbs of `format` that are used for names; undefined for any other. */
const format = (pattern: string, ...values: string[]): string | undefined => {
  let next = 0
  let open = false
  let left = longestMade
  const result = pattern.replace(
    /%(?:%|(0?)(\d*)([a-zA-Z])|)/g,
    (verb, zero: string | undefined, width: string | undefined, kind: string | undefined) => {
      if (kind === undefined) {
        open ||= verb !== '%%'
        return '%'
      }
      const value = values[next++]
      const text = kind === 'q' ? JSON.stringify(value ?? '') : (value ?? verb)
      left -= Math.max(text.length, Number(width))
      if (value === undefined || !'sdvqt'.includes(kind) || left < 0) open = true
      return open ? '' : text.padStart(Number(width), zero === '0' ? '0' : ' ')
    },
  )
  return open ? undefined : result
}

/** The functions of Terraform that are worked out; whatever is not here stays open. */
export const functions: ReadonlyMap<string, Call> = new Map<string, Call>([
  ...[
    'jsonencode',
    'yamlencode',
    'base64encode',
    'base64decode',
    'tomap',
    'tolist',
    'tostring',
    'tonumber',
    'tobool',
    'sensitive',
    'nonsensitive',
    'ephemeralasnull',
  ].map((name): [string, Call] => [name, itself]),
  ['jsondecode', ([value]) => value && decoded(value, 'json')],
  ['yamldecode', ([value]) => value && decoded(value, 'yaml')],
  ['toset', ([value]) => value && (value.tree?.kind === 'list' ? listOf(value, distinct(items(value))) : value)],
  [
    'merge',
    (given, at) =>
      given.some(value => value.tree?.kind === 'map')
        ? mapOf(at, given.flatMap(partsOf), given.some(isOpen))
        : undefined,
  ],
  [
    'concat',
    (given, at) => {
      const all = lists(given)
      return all && listOf(at, all)
    },
  ],
  ['list', (given, at) => listOf(at, given)],
  [
    'setunion',
    (given, at) => {
      const all = lists(given)
      return all && listOf(at, distinct(all))
    },
  ],
  ['flatten', ([value], at) => (value?.tree?.kind === 'list' ? listOf(at, flatten(items(value))) : undefined)],
  [
    'compact',
    ([value], at) =>
      value?.tree?.kind === 'list' && !items(value).some(isOpen)
        ? listOf(
            at,
            items(value).filter(item => !isEmpty(item)),
          )
        : undefined,
  ],
  ['distinct', ([value], at) => (value?.tree?.kind === 'list' ? listOf(at, distinct(items(value))) : undefined)],
  [
    'keys',
    ([value], at) =>
      value?.tree?.kind === 'map' && !value.tree.open
        ? listOf(
            at,
            entries(value).map(entry => scalarOf(entry, entry.name)),
          )
        : undefined,
  ],
  [
    'values',
    ([value], at) => (value?.tree?.kind === 'map' && !value.tree.open ? listOf(at, entries(value)) : undefined),
  ],
  [
    'element',
    ([list, index]) =>
      list?.tree?.kind === 'list' && index
        ? items(list)[Number(textOf(index)) % Math.max(1, items(list).length)]
        : undefined,
  ],
  ['one', ([list]) => (list?.tree?.kind === 'list' ? items(list)[0] : undefined)],
  [
    'lookup',
    ([map, key, fallback]) => {
      const name = key && textOf(key)
      if (!map || name === undefined || map.tree?.kind !== 'map') return undefined
      const found = down(map, name)
      if (isThere(found)) return found
      return isOpen(map) ? undefined : fallback
    },
  ],
  ['coalesce', given => first(given, isEmpty)],
  ['coalescelist', given => first(given, value => items(value).length === 0)],
  ['try', given => first(given, value => !isThere(value))],
  [
    'length',
    ([value], at) => {
      if (!value?.tree || isOpen(value)) return undefined
      const { kind } = value.tree
      const parts = kind === 'list' ? items(value) : entries(value)
      const isCollection = kind === 'list' || kind === 'map'
      return scalarOf(at, String(isCollection ? parts.length : (textOf(value)?.length ?? 0)))
    },
  ],
  [
    'join',
    ([separator, list], at) => {
      if (!separator || list?.tree?.kind !== 'list') return undefined
      const whole = ofTexts((between, ...texts) => joined(texts, between))([separator, ...items(list)], at)
      const parts = items(list).map(unnamed)
      // Lines of settings are worth having even where some of their values cannot be told.
      if (whole) return madeOf(whole, parts)
      return textOf(separator)?.includes('\n') ? madeOf(at, parts) : undefined
    },
  ],
  [
    'split',
    ([separator, text], at) => {
      const [between, whole] = [separator && textOf(separator), text && textOf(text)]
      return between === undefined || whole === undefined
        ? undefined
        : listOf(
            at,
            whole.split(between).map(part => scalarOf(at, part)),
          )
    },
  ],
  [
    'format',
    ([pattern, ...values], at) => {
      // Its `%s` is no placeholder of another tool.
      const { tree } = pattern ?? {}
      return tree?.kind === 'scalar' && !tree.expression
        ? ofTexts((...texts) => format(tree.text, ...texts))(values, at)
        : undefined
    },
  ],
  [
    'formatlist',
    ([pattern, ...values], at) => {
      const columns = values.map(value => (value.tree?.kind === 'list' ? items(value) : undefined))
      const rows = columns[0]?.map((_, row) => columns.map(column => column?.[row]))
      const made = rows?.map(row =>
        functions.get('format')?.(
          [pattern, ...row].flatMap(one => one ?? []),
          at,
        ),
      )
      return made?.every(one => one !== undefined) ? listOf(at, made) : undefined
    },
  ],
  ['lower', ofTexts(text => text.toLowerCase())],
  ['upper', ofTexts(text => text.toUpperCase())],
  ['title', ofTexts(text => text.replace(/\b[a-z]/g, letter => letter.toUpperCase()))],
  ['trimspace', ofTexts(text => text.trim())],
  [
    'trimsuffix',
    ofTexts((text, end) => (end !== undefined && text.endsWith(end) ? text.slice(0, text.length - end.length) : text)),
  ],
  [
    'trimprefix',
    ofTexts((text, start) => (start !== undefined && text.startsWith(start) ? text.slice(start.length) : text)),
  ],
  [
    'replace',
    ofTexts((text, from = '', to = '') => (/^\/.*\/$/.test(from) ? undefined : joined(text.split(from), to))),
  ],
  // Whatever else stands there can only make it less.
  [
    'min',
    (given, at) =>
      ofNumbers(Math.min)(
        given.filter(value => textOf(value) !== undefined),
        at,
      ),
  ],
  ['max', ofNumbers(Math.max)],
])

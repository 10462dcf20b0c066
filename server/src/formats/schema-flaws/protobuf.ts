import type { SchemaFlaw } from '../../model/entities.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { down, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { text } from '../values.ts'

/** What no compiler takes of a .proto file: the first syntax error, numbers and names that stand twice or are reserved; what protoc 35 refuses: numbers out of range. */
export function protobufFlaws(root: Cursor): SchemaFlaw[] {
  const [unexpected, expected] = ['unexpected', 'expected'].map(key => text(down(root, key)))
  const syntax: SchemaFlaw[] =
    unexpected?.state === 'known' && expected?.state === 'known'
      ? [{ at: unexpected.at, what: 'syntax', subject: unexpected.value, expected: expected.value }]
      : []
  return [...syntax, ...flawsIn(down(root, 'types'))].sort((a, b) => a.at.span.start - b.at.span.start)
}

const flawsIn = (types: Cursor): SchemaFlaw[] =>
  items(types).flatMap(type => [
    ...(knownValue(text(down(type, 'kind'))) === 'message'
      ? [...flawsOf(type), ...items(down(type, 'fields')).flatMap(outOfRange)]
      : []),
    ...flawsIn(down(type, 'types')),
  ])

/** A number that the language does not give to fields: protoc refuses it, other readers take it. */
function outOfRange(field: Cursor): SchemaFlaw[] {
  const id = text(down(field, 'id'))
  if (id.state !== 'known' || !/^\d+$/.test(id.value)) return []
  const number = Number(id.value)
  const isOut = number < 1 || number > 536_870_911 || (number >= 19_000 && number < 20_000)
  return isOut ? [{ at: id.at, what: 'refused', subject: id.value, expected: 'protoc' }] : []
}

function flawsOf(message: Cursor): SchemaFlaw[] {
  const fields = items(down(message, 'fields'))
  const known = (key: string): Known<string>[] =>
    fields.map(field => text(down(field, key))).filter(fact => fact.state === 'known')
  const taken = items(down(message, 'reserved')).flatMap(item => knownValue(text(item)) ?? [])
  const twice = (facts: readonly Known<string>[]): Known<string>[] => {
    const seen = new Set<string>()
    return facts.filter(({ value }) => seen.size === seen.add(value).size)
  }
  return [
    ...twice(known('name')).map(
      (fact): SchemaFlaw => ({
        at: fact.at,
        what: 'duplicate-field',
        subject: fact.value,
        expected: 'a name of its own',
      }),
    ),
    ...twice(known('id')).map(
      (fact): SchemaFlaw => ({
        at: fact.at,
        what: 'duplicate-number',
        subject: fact.value,
        expected: 'a number of its own',
      }),
    ),
    ...[...known('name'), ...known('id')]
      .filter(({ value }) => taken.some(range => covers(range, value)))
      .map(
        (fact): SchemaFlaw => ({
          at: fact.at,
          what: 'reserved',
          subject: fact.value,
          expected: 'one that is not reserved',
        }),
      ),
  ]
}

/** Whether a reserved name or range (`5-9`, `100-max`) covers a name or a number. */
function covers(range: string, value: string): boolean {
  const [from = '', to] = /^\d/.test(range) ? range.split('-') : [range]
  if (to === undefined) return from === value
  return /^\d+$/.test(value) && Number(from) <= Number(value) && (to === 'max' || Number(value) <= Number(to))
}

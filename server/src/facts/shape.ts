/** Whether a value that somebody else wrote is what it should be. */
export type Shape<T> = (value: unknown) => value is T

/** What may be left out. */
export interface Maybe<T> {
  readonly maybe: Shape<T>
}

type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Maybe<Exclude<T[K], undefined>> : Shape<T[K]>
}

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** An object with these members and no others. */
export function object<T>(fields: Fields<T>): Shape<T> {
  const known = new Map<string, Shape<unknown> | Maybe<unknown>>(Object.entries(fields))
  const needed = [...known].flatMap(([name, field]) => ('maybe' in field ? [] : [name]))
  return (value): value is T =>
    isThing(value) &&
    needed.every(name => Object.hasOwn(value, name)) &&
    Object.keys(value).every(name => {
      const field = known.get(name)
      return field !== undefined && ('maybe' in field ? field.maybe : field)(value[name])
    })
}

/** One of several objects, told apart by what a member says. */
export const oneOfKinds =
  <T>(key: string, kinds: ReadonlyMap<unknown, Shape<T>>): Shape<T> =>
  (value): value is T =>
    isThing(value) && (kinds.get(value[key])?.(value) ?? false)

/** What may be left out of an object. */
export const maybe = <T>(shape: Shape<T>): Maybe<T> => ({ maybe: shape })

/** A text. */
export const text: Shape<string> = value => typeof value === 'string'

/** Yes or no. */
export const truth: Shape<boolean> = value => typeof value === 'boolean'

/** A number that can be written. */
export const number: Shape<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)

/** A number that counts something. */
export const count: Shape<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** One of some values. */
export const anyOf =
  <T extends string | boolean>(...values: readonly T[]): Shape<T> =>
  (value): value is T =>
    values.some(one => one === value)

/** One of two shapes. */
export const either =
  <T, U>(one: Shape<T>, other: Shape<U>): Shape<T | U> =>
  (value): value is T | U =>
    one(value) || other(value)

/** A list. */
export const list =
  <T>(of: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(of)

/** A map. */
export const map =
  <K, V>(key: Shape<K>, of: Shape<V>): Shape<ReadonlyMap<K, V>> =>
  (value): value is ReadonlyMap<K, V> =>
    value instanceof Map && [...value].every(([name, inner]) => key(name) && of(inner))

/** An object as a table, with values of one shape under whatever names. */
export const table =
  <T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isThing(value) && Object.values(value).every(of)

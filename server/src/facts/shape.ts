/** Whether a value that somebody else wrote is what it should be, and what that is. */
export interface Shape<T> {
  (value: unknown): value is T
  readonly takes: Taken
}

/** What a shape takes, for whoever writes it down. */
export type Taken =
  | { readonly is: 'text' | 'truth' | 'number' | 'count' | 'place' | 'span' | 'glob' | 'pattern' }
  | { readonly is: 'values'; readonly values: readonly (string | boolean)[] }
  | { readonly is: 'object'; readonly members: ReadonlyMap<string, Shape<unknown> | Maybe<unknown>> }
  | { readonly is: 'either'; readonly of: readonly Shape<unknown>[] }
  | { readonly is: 'list' | 'table'; readonly of: Shape<unknown> }
  | { readonly is: 'map'; readonly key: Shape<unknown>; readonly of: Shape<unknown> }

/** A shape of a test. */
export const shape = <T>(takes: Taken, test: (value: unknown) => value is T): Shape<T> => Object.assign(test, { takes })

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
  const members = new Map<string, Shape<unknown> | Maybe<unknown>>(Object.entries(fields))
  const needed = [...members].flatMap(([name, field]) => ('maybe' in field ? [] : [name]))
  return shape(
    { is: 'object', members },
    (value): value is T =>
      isThing(value) &&
      needed.every(name => Object.hasOwn(value, name)) &&
      Object.keys(value).every(name => {
        const field = members.get(name)
        return field !== undefined && ('maybe' in field ? field.maybe : field)(value[name])
      }),
  )
}

/** One of several objects, told apart by what a member says. */
export const oneOfKinds = <T>(key: string, kinds: ReadonlyMap<unknown, Shape<T>>): Shape<T> =>
  shape(
    { is: 'either', of: [...kinds.values()] },
    (value): value is T => isThing(value) && (kinds.get(value[key])?.(value) ?? false),
  )

/** What may be left out of an object. */
export const maybe = <T>(of: Shape<T>): Maybe<T> => ({ maybe: of })

/** A text. */
export const text: Shape<string> = shape({ is: 'text' }, value => typeof value === 'string')

/** Yes or no. */
export const truth: Shape<boolean> = shape({ is: 'truth' }, value => typeof value === 'boolean')

/** A number that can be written. */
export const number: Shape<number> = shape(
  { is: 'number' },
  (value): value is number => typeof value === 'number' && Number.isFinite(value),
)

/** A number that counts something. */
export const count: Shape<number> = shape(
  { is: 'count' },
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
)

/** One of some values. */
export const anyOf = <T extends string | boolean>(...values: readonly T[]): Shape<T> =>
  shape({ is: 'values', values }, (value): value is T => values.some(one => one === value))

/** One of two shapes. */
export const either = <T, U>(one: Shape<T>, other: Shape<U>): Shape<T | U> =>
  shape({ is: 'either', of: [one, other] }, (value): value is T | U => one(value) || other(value))

/** A list. */
export const list = <T>(of: Shape<T>): Shape<readonly T[]> =>
  shape({ is: 'list', of }, (value): value is readonly T[] => Array.isArray(value) && value.every(one => of(one)))

/** A map. */
export const map = <K, V>(key: Shape<K>, of: Shape<V>): Shape<ReadonlyMap<K, V>> =>
  shape(
    { is: 'map', key, of },
    (value): value is ReadonlyMap<K, V> =>
      value instanceof Map && [...value].every(([name, inner]) => key(name) && of(inner)),
  )

/** An object as a table, with values of one shape under whatever names. */
export const table = <T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  shape(
    { is: 'table', of },
    (value): value is Readonly<Record<string, T>> => isThing(value) && Object.values(value).every(inner => of(inner)),
  )

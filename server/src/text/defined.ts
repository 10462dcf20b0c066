/** The members of `T` that may be undefined become members that may be left out. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** An object without its members that are undefined, for types whose members may be left out and not be undefined. */
export function defined<T extends object>(members: T): Defined<T> {
  const kept: Partial<T> = { ...members }
  for (const name in kept) if (kept[name] === undefined) delete kept[name]
  return kept as typeof kept & Defined<T>
}

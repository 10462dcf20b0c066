/** Names as they stand at the head of a row. */
export const capitalised = <K extends string>(names: Readonly<Record<K, string>>): Record<K, string> => {
  const heads = {} as Record<K, string>
  for (const key in names) heads[key] = names[key].charAt(0).toUpperCase() + names[key].slice(1)
  return heads
}

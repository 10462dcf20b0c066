/** A list with one more at its end, which takes as much memory as it needs: a list that is spread and added to keeps room for sixteen more, and those of paths are many. */
export function appended<T>(list: readonly T[], last: T): T[] {
  const longer = new Array<T>(list.length + 1)
  for (let at = 0; at < list.length; at++) longer[at] = list[at] as T
  longer[list.length] = last
  return longer
}

/** A list as it is kept for long: without the room to grow that it was made with. */
export const kept = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list.slice())

const none: readonly never[] = []

/** A text that is written inside another one: what it says, and how it is written there. */
export interface Embedded {
  readonly text: string
  /** Where a character of it stands in the other text. */
  outer(offset: number): number
  /** How a piece of it is written in the other text; undefined where that cannot hold it. */
  encode(piece: string): string | undefined
}

/** A stretch that is written as it is meant: `inner` is its offset in the embedded text, `outer` in the other one. */
export interface Stretch {
  readonly inner: number
  readonly outer: number
}

/** Looks offsets up in stretches that are in order; behind the start of a stretch both texts run alike, as far as its end. */
export function outerOffset(stretches: readonly Stretch[], offset: number): number {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.inner ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const { inner, outer } = stretches[low] ?? { inner: 0, outer: 0 }
  return outer + offset - inner
}

/** Numbers from 0 to below 1 that look random and are the same each time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws from a sequence of numbers that is the same for a seed. */
export class Draw {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = sequence(seed)
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)] as T
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + Math.floor(this.#next() * most) }, make)
  }
}

/** Something that others wait for; each wait ends at the next call of `raise`. */
export interface Signal {
  raise(): void
  next(): Promise<void>
}

/** Makes a signal. */
export function makeSignal(): Signal {
  let waiting: (() => void)[] = []
  return {
    raise() {
      const now = waiting
      waiting = []
      for (const wake of now) wake()
    },
    next: () => new Promise(resolve => waiting.push(resolve)),
  }
}

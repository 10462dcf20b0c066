import type { Fact, Known, Place, Slot, Unresolved } from './fact.ts'

/** One written key of a settings bag. */
export interface Setting {
  readonly key: string
  readonly keyPlace: Place
  readonly value: Known<string> | Unresolved
}

/** A bag of Kafka settings: what a key means is knowledge, not model. */
export interface Settings {
  readonly all: readonly Setting[]
  /** Where an absent key would be reported. */
  readonly near: Place
  /** Where an absent key would be written. */
  readonly slot?: Slot
  /** A template stands among the keys: an absent key may be there all the same. */
  readonly open?: Unresolved
}

/** The value of a key; of a key written twice, the last one. */
export function setting(settings: Settings, key: string): Fact<string> {
  const written = settings.all.findLast(candidate => candidate.key === key)
  if (written) return written.value
  if (settings.open) return settings.open
  const { slot } = settings
  return { state: 'absent', near: settings.near, ...(slot ? { slot: { ...slot, path: [...slot.path, key] } } : {}) }
}

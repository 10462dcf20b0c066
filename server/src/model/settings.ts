import { appended } from '../text/appended.ts'
import { attributeBelow, type Address, type Fact, type Known, type Place, type Slot, type Unresolved } from './fact.ts'

/** One written key of a settings bag. */
export interface Setting {
  readonly key: string
  /** The key as the file spells it, where that is not Kafka's own. */
  readonly written?: string
  readonly keyPlace: Place
  readonly value: Known<string> | Unresolved
  /** Set where the value held a secret and stands here without it: what was known of the secret. */
  readonly struck?: Struck
}

/** A secret that was taken out of a value. */
export interface Struck {
  readonly mild: boolean
  /** It is made of words, as people write what protects nothing. */
  readonly plain?: true
  /** The kind of secret, by the id of its name. */
  readonly form?: string
  readonly fallback?: true
}

/** A bag of Kafka settings: what a key means is knowledge, not model. */
export interface Settings {
  readonly all: readonly Setting[]
  /** Where an absent key would be reported. */
  readonly near: Place
  /** Where an absent key would be written, behind the prefix that the keys of this bag have there. */
  readonly slot?: Slot
  readonly prefix?: string
  /** How a value refers to what stands elsewhere: by a variable of the process (`${X}`), by a Secret of Kubernetes, by a sensitive variable of Terraform, in a way that nobody knows who has not seen what reads the file; else by Kafka's config providers. */
  readonly refers?: 'variable' | 'secret' | 'sensitive-variable' | 'unknown'
  /** A template stands among the keys: an absent key may be there all the same. */
  readonly open?: Unresolved
}

/** The setting that a key has in the end: of a key written twice, the last one. */
export function writtenAs({ all }: Settings, key: string): Setting | undefined {
  if (all.length <= fewSettings) return all.findLast(candidate => candidate.key === key)
  let byKey = indices.get(all)
  if (!byKey) {
    byKey = new Map(all.map(one => [one.key, one]))
    indices.set(all, byKey)
  }
  return byKey.get(key)
}

/** Shorter lists are searched as they are. */
const fewSettings = 4
const indices = new WeakMap<readonly Setting[], ReadonlyMap<string, Setting>>()

/** The value of a key; of a key written twice, the last one. */
export function setting(settings: Settings, key: string): Fact<string> {
  const written = writtenAs(settings, key)
  if (written) return written.value
  if (settings.open) return settings.open
  const { near } = settings
  const slot = slotFor(settings, key)
  return slot ? { state: 'absent', near, slot } : { state: 'absent', near }
}

/** Where a key that is absent would be written; undefined where no writer may do it. */
export function slotFor({ slot, prefix = '' }: Settings, key: string): Slot | undefined {
  const add = <A extends Address>(address: A): A =>
    address.inner
      ? { ...address, inner: add(address.inner) }
      : { ...address, path: appended(address.path, prefix + key) }
  if (!slot) return undefined
  if (!slot.inner && !slot.of) {
    const { file, document, path } = slot
    return { file, document, path: appended(path, prefix + key) }
  }
  const { is: _, of, ...above } = slot
  return { ...add(above), ...(of ? { of: attributeBelow(of, prefix + key, false) } : {}) }
}

/** A key as the file spells it, where it is written at all. */
export const spelling = (settings: Settings, key: string): string | undefined => {
  const written = writtenAs(settings, key)
  return written && (written.written ?? written.key)
}

/** Before the keys of settings that tell where a collector sends on what it takes from Kafka: `output.elasticsearch.hosts`. */
export const sentOn = 'output.'

import { placeOf, mapFact, type Fact } from '../../model/fact.ts'
import type { Peer } from '../../model/entities.ts'
import { setting, slotFor, type Settings } from '../../model/settings.ts'
import { entries } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { settings } from '../values.ts'

/** The keys of a text of properties, as they are. */
export const bagOf = (root: Cursor): Settings => settings(root, entries(root).find(isSetting)?.key ?? root.near)

/** Whether an entry is none of a template's own lines: `{% if kafka %}`. */
const isSetting = ({ name }: { readonly name: string }): boolean => /^[\w.-]+$/.test(name)

/** The keys that hold for one part of it: those without a prefix, then those behind each of the given prefixes, the last winning. */
export function part(bag: Settings, ...prefixes: readonly string[]): Settings {
  const own = prefixes.flatMap(prefix =>
    bag.all.flatMap(one => (one.key.startsWith(prefix) ? [{ ...one, key: one.key.slice(prefix.length) }] : [])),
  )
  const near = own.at(-1)?.keyPlace ?? bag.near
  return { ...bag, all: [...bag.all, ...own], near, prefix: prefixes.at(-1) ?? '' }
}

/** Whether a security protocol of Kafka encrypts; undefined for a name that is none. */
export function isEncrypted(protocol: string): boolean | undefined {
  const [, name] = /^(?:SASL_)?(SSL|PLAINTEXT)$/i.exec(protocol.trim()) ?? []
  return name === undefined ? undefined : name.toUpperCase() === 'SSL'
}

/** Whether a client says how it authenticates with SASL: whatever encrypts its connection has to keep that. */
export const authenticates = ({ all }: Settings): boolean =>
  all.some(
    ({ key, value }) =>
      /(?:^|\.)sasl\.(?:mechanisms?|jaas\.config|username|login\.callback\.handler\.class|client\.callback\.handler\.class)$/.test(
        key,
      ) &&
      (value.state !== 'known' || value.value.trim() !== ''),
  )

/** How a client with these settings reaches Kafka. */
export function peerOf(bag: Settings, alias: Fact<string>): Peer {
  const bootstrap = setting(bag, 'bootstrap.servers')
  const protocol = setting(bag, 'security.protocol')
  const encrypted = mapFact(protocol, isEncrypted)
  const byScheme = protocol.state === 'absent' ? encryptedByScheme(bootstrap) : undefined
  const slot = protocol.state === 'known' ? protocol.slot : slotFor(bag, 'security.protocol')
  const sasl = authenticates(bag) || (protocol.state === 'known' && /^SASL_/i.test(protocol.value))
  return {
    alias,
    bootstrap,
    encrypted: byScheme ?? (encrypted.state === 'absent' ? { ...encrypted, near: placeOf(bootstrap) } : encrypted),
    ...(slot ? { encryption: { slot, value: sasl ? 'SASL_SSL' : 'SSL' } } : {}),
  }
}

/** The addresses that a cluster of MSK has for each way in: those without a word more are for connections that nobody encrypts. */
export const addressesOfMsk = /\baws_msk_cluster\.[\w-]+(?:\[[^\]]*\])?\.bootstrap_brokers(_\w+)?\b/

/** What the scheme of an address says of the protocol, also where the host is filled in: `PLAINTEXT://{{ .Values.host }}:9092`; what the attribute does that it is taken from. */
function encryptedByScheme(bootstrap: Fact<string>): Fact<boolean> | undefined {
  if (bootstrap.state === 'absent') return undefined
  const written = bootstrap.state === 'known' ? bootstrap.value : bootstrap.text
  const ofMsk = bootstrap.state === 'unresolved' ? addressesOfMsk.exec(written) : null
  if (ofMsk) return { state: 'known', value: ofMsk[1] !== undefined, at: bootstrap.at }
  const schemes = [...written.matchAll(/(?:^|,)\s*["']?((?:SASL_)?(?:PLAINTEXT|SSL)|kafka\+ssl):\/\//gi)]
  return schemes.length === 0
    ? undefined
    : { state: 'known', value: schemes.every(([, scheme = '']) => !/plaintext/i.test(scheme)), at: bootstrap.at }
}

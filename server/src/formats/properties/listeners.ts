import type { Listener } from '../../model/entities.ts'
import { mapFact, partsOf, type Fact, type Known, type Place } from '../../model/fact.ts'
import { setting, writtenAs, type Settings } from '../../model/settings.ts'
import { isEncrypted } from './bag.ts'
import { hostsOf, isLoopback } from '../../text/hosts.ts'

/** Reads the listeners of a broker that clients or other brokers connect to: `NAME://host:port`, each with the protocol that its name is mapped to. In a container one that is advertised for its host alone is reached from there alone. */
export function readListeners(bag: Settings, inContainer: boolean): Listener[] {
  const [bound, advertised] = [setting(bag, 'listeners'), setting(bag, 'advertised.listeners')]
  // What may be said elsewhere is not said here.
  const isWritten = (setting: string): boolean => bag.all.some(({ key }) => key === setting)
  const written = isWritten('listeners') ? bound : advertised
  if (written.state === 'absent') return listenerByHost(bag)
  const map = setting(bag, 'listener.security.protocol.map')
  const isFilledIn = map.state === 'unresolved' && isWritten('listener.security.protocol.map')
  const protocols = new Map(listOf(map).map(part => [nameOf(part.value), part]))
  const named = listOf(setting(bag, 'controller.listener.names')).map(({ value }) => value.toUpperCase())
  // Images for a single node set the names of the controllers themselves.
  const controllers = named.length === 0 ? ['CONTROLLER'] : named
  const publicly = new Map(listOf(advertised).map(part => [nameOf(part.value), part.value]))
  return listOf(written).flatMap((part): Listener[] => {
    const name = nameOf(part.value)
    if (controllers.includes(name)) return []
    const mapped = protocols.get(name)
    const protocol = (mapped ? protocolOf(mapped.value) : name).toUpperCase()
    // A name that is a protocol is decided where it is listed, any other one where it is mapped.
    const at = mapped && protocol !== name ? mapped.at : part.at
    const address = (inContainer ? publicly.get(name) : undefined) ?? part.value
    const known = (value: string): Fact<string> => ({ state: 'known', value, at })
    const open = { state: 'unresolved', at, text: part.value } as const
    return [
      {
        name: { ...part, value: name },
        type: isLocal(address) ? known('loopback') : { state: 'absent', near: at },
        // What the map says of it, a template fills in.
        ...(isFilledIn && !mapped
          ? { encrypted: open, authentication: open }
          : {
              encrypted: mapFact(known(protocol), isEncrypted),
              authentication: authenticationOf(protocol, clientAuthAt(bag, name), at),
            }),
      },
    ]
  })
}

/** The one listener of a broker of old that is told the name of its host alone: it encrypts nothing. */
function listenerByHost(bag: Settings): Listener[] {
  const host = ['advertised.host.name', 'host.name']
    .map(key => setting(bag, key))
    .find(({ state }) => state !== 'absent')
  if (!host || host.state === 'absent') return []
  const { at } = host
  const isHere = host.state === 'known' && isLocal(host.value)
  return [
    {
      name: { state: 'known', value: 'PLAINTEXT', at },
      type: isHere ? { state: 'known', value: 'loopback', at } : { state: 'absent', near: at },
      encrypted: { state: 'known', value: false, at },
      authentication: { state: 'absent', near: at },
    },
  ]
}

/** Whether a listener asks for certificates: what is written for it alone wins. */
const clientAuthAt = (bag: Settings, listener: string): Fact<string> =>
  writtenAs(bag, `listener.name.${listener.toLowerCase()}.ssl.client.auth`)?.value ?? setting(bag, 'ssl.client.auth')

/** How clients prove who they are on a listener of a protocol; over TLS alone only where certificates are required. */
export function authenticationOf(protocol: string, clientAuth: Fact<string>, at: Place): Fact<string> {
  if (protocol.startsWith('SASL_')) return { state: 'known', value: 'sasl', at }
  if (protocol !== 'SSL' || clientAuth.state === 'absent') return { state: 'absent', near: at }
  if (clientAuth.state === 'unresolved') return clientAuth
  return clientAuth.value.trim().toLowerCase() === 'required'
    ? { ...clientAuth, value: 'tls' }
    : { state: 'absent', near: clientAuth.at }
}

/** The parts of a list; of one that a template fills in those whose name is written, all where the whole stands. */
function listOf(fact: Fact<string>): Known<string>[] {
  if (fact.state === 'known') return partsOf(fact, ',')
  return fact.state === 'unresolved'
    ? [...fact.text.matchAll(/(?<=^|[,\s"'])([A-Z][A-Z0-9_]*):(?:\/\/|[A-Z_]+(?=,|$))[^,]*/g)].map(([part]) => ({
        state: 'known',
        value: part,
        at: fact.at,
      }))
    : []
}

/** The protocol of `NAME:PROTOCOL`. */
const protocolOf = (part: string): string => part.split(':')[1] ?? ''

/** The name of `NAME://host:port` or `NAME:PROTOCOL`. */
const nameOf = (part: string): string => (part.split(':')[0] ?? '').toUpperCase()

/** Whether a listener takes connections from its own machine only; an address without a host, or 0.0.0.0, is every address. */
export const isLocal = (address: string): boolean => {
  const hosts = hostsOf(address).filter(host => !host.startsWith(':'))
  return hosts.length > 0 && hosts.every(host => isLoopback(host) && host !== '0.0.0.0')
}

import type { Listener } from '../../model/entities.ts'
import type { Fact, Place } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { boolean, text } from '../values.ts'

/** The listeners of the Helm chart: one inside, any number outside; `tls.enabled` counts for all that do not say otherwise. */
export function readListeners(values: Cursor): Listener[] {
  const kafka = down(values, 'listeners', 'kafka')
  const everywhere = boolean(down(values, 'tls', 'enabled'))
  const sasl = boolean(down(values, 'auth', 'sasl', 'enabled'))
  const read = (listener: Cursor, name: string, type: string): Listener => {
    const at = listener.key ?? listener.near
    const [own, enabled] = [boolean(down(listener, 'tls', 'enabled')), boolean(down(listener, 'enabled'))]
    const encrypted = own.state === 'absent' ? everywhere : own
    return {
      name: { state: 'known', value: name, at },
      type: { state: 'known', value: enabled.state === 'known' && !enabled.value ? 'loopback' : type, at },
      // The chart switches TLS on by itself.
      encrypted: encrypted.state === 'absent' ? { state: 'known', value: true, at } : encrypted,
      authentication: authenticationOf(sasl, at),
    }
  }
  if (!isThere(kafka)) return everywhere.state === 'known' ? [read(kafka, 'internal', 'internal')] : []
  return [
    read(kafka, 'internal', 'internal'),
    ...entries(down(kafka, 'external')).map(listener => read(listener, listener.name, 'nodeport')),
  ]
}

/** The listeners of a node's own file: addresses, and beside them the TLS of those that have any. */
export function readNodeListeners(node: Cursor): Listener[] {
  const secured = items(down(node, 'kafka_api_tls')).filter(tls => boolean(down(tls, 'enabled')).state !== 'absent')
  return items(down(node, 'kafka_api')).map((listener, index): Listener => {
    const address = text(down(listener, 'address'))
    const name = text(down(listener, 'name'))
    const at = address.state === 'known' ? address.at : listener.near
    const tls = secured.find(one => {
      const other = text(down(one, 'name'))
      return other.state === 'known' && name.state === 'known'
        ? other.value === name.value
        : other.state === 'absent' && index === 0
    })
    const method = text(down(listener, 'authentication_method'))
    return {
      name: name.state === 'absent' ? { state: 'known', value: 'kafka_api', at } : name,
      type:
        address.state === 'known' && /^(?:127\.|localhost$)/.test(address.value)
          ? { state: 'known', value: 'loopback', at }
          : { state: 'absent', near: at },
      encrypted: tls ? boolean(down(tls, 'enabled')) : { state: 'known', value: false, at },
      authentication: method.state === 'known' && method.value === 'none' ? { state: 'absent', near: at } : method,
    }
  })
}

function authenticationOf(sasl: Fact<boolean>, near: Place): Fact<string> {
  if (sasl.state === 'unresolved') return sasl
  if (sasl.state === 'absent') return { state: 'absent', near }
  return sasl.value ? { state: 'known', value: 'sasl', at: sasl.at } : { state: 'absent', near: sasl.at }
}

import type { Knowledge } from '../knowledge/load.ts'
import type { Connector, ConnectCluster, ReplicationFlow } from '../model/entities.ts'
import type { Known, Slot } from '../model/fact.ts'
import { hostsOf, isInside, isLoopback, schemeOf } from '../text/hosts.ts'

/** A connection without encryption. */
export interface OpenLink {
  /** The address that it goes to. */
  readonly address: Known<string>
  /** Who connects, in words. */
  readonly from: string
  /** Whether the other end lies in the own network or cluster. */
  readonly inside: boolean
  /** Where encryption would be turned on. */
  readonly setting?: Slot
  readonly why: 'no-tls' | 'http'
}

/** The unencrypted connections of a Connect cluster or a flow to Kafka. A flow's target is the Connect cluster's own. */
export function openKafkaLinks(entity: ConnectCluster | ReplicationFlow, name: string): OpenLink[] {
  const peers = entity.kind === 'flow' ? [{ peer: entity.source, from: `mirror ${name}` }] : [{ peer: entity.kafka, from: `Connect cluster ${name}` }]
  return peers.flatMap(({ peer, from }) => {
    const { bootstrap, encrypted } = peer
    if (bootstrap.state !== 'known' || encrypted.state === 'unresolved' || (encrypted.state === 'known' && encrypted.value)) return []
    return openTo(bootstrap, from, 'no-tls', encrypted.slot)
  })
}

/** The addresses of a connector that are plain http: its destination and its schema registries. */
export function openHttpLinks(connector: Connector, name: string, knowledge: Knowledge): OpenLink[] {
  const kind = connector.class.state === 'known' ? knowledge.connectors.get(connector.class.value) : undefined
  const sends = kind ? kind.direction === 'sink' : connector.class.state === 'known' && /sink/i.test(connector.class.value)
  return connector.settings.all.flatMap(({ key, value }) => {
    const destination = sends && (kind?.endpoints.includes(key) ?? /(?:^|\.)(?:url|uri|endpoint)$/i.test(key))
    const registry = /(?:^|\.)(?:schema\.registry|apicurio\.registry)\.url$/.test(key)
    return value.state === 'known' && (destination || registry) && value.value.split(',').some(part => schemeOf(part) === 'http') ? openTo(value, `connector ${name}`, 'http') : []
  })
}

function openTo(address: Known<string>, from: string, why: OpenLink['why'], setting?: Slot): OpenLink[] {
  const hosts = hostsOf(address.value)
  if (hosts.length === 0 || hosts.every(isLoopback)) return []
  return [{ address, from, inside: hosts.every(isInside), why, ...(setting ? { setting } : {}) }]
}


import type { Knowledge } from '../knowledge/load.ts'
import type { Client, Connector, ConnectCluster, Peer, ReplicationFlow } from '../model/entities.ts'
import type { Known } from '../model/fact.ts'
import { hostsOf, isInside, isLoopback, schemeOf } from '../text/hosts.ts'

/** A connection without encryption. */
export interface OpenLink {
  /** The address that it goes to. */
  readonly address: Known<string>
  /** Who connects, in words. */
  readonly from: string
  /** Whether the other end lies in the own network or cluster. */
  readonly inside: boolean
  readonly encryption?: Peer['encryption']
  readonly why: 'no-tls' | 'http'
  /** Whether it says so in the file; else the default does. */
  readonly stated: boolean
}

/** The unencrypted connection of a Connect cluster, a client or a flow to Kafka. A flow's target is the Connect cluster's own. */
export function openKafkaLinks(entity: ConnectCluster | Client | ReplicationFlow, name: string): OpenLink[] {
  const { bootstrap, encrypted, encryption } = entity.kind === 'flow' ? entity.source : entity.kafka
  if (bootstrap.state !== 'known' || encrypted.state === 'unresolved' || (encrypted.state === 'known' && encrypted.value)) return []
  return openTo(bootstrap, `${words[entity.kind]} ${name}`, 'no-tls', { stated: encrypted.state === 'known', ...(encryption ? { encryption } : {}) })
}

const words = { flow: 'mirror', client: 'client', 'connect-cluster': 'Connect cluster' }

/** The addresses of a connector that are plain http: its destination and its schema registries. */
export function openHttpLinks(connector: Connector, name: string, knowledge: Knowledge): OpenLink[] {
  const kind = connector.class.state === 'known' ? knowledge.connectors.get(connector.class.value) : undefined
  const sends = kind ? kind.direction === 'sink' : connector.class.state === 'known' && /sink/i.test(connector.class.value)
  return connector.settings.all.flatMap(({ key, value }) => {
    const destination = sends && (kind?.endpoints.includes(key) ?? /(?:^|\.)(?:url|uri|endpoint)$/i.test(key))
    const registry = /(?:^|\.)(?:schema\.registry|apicurio\.registry)\.url$/.test(key)
    return value.state === 'known' && (destination || registry) && value.value.split(',').some(part => schemeOf(part) === 'http') ? openTo(value, `connector ${name}`, 'http', { stated: true }) : []
  })
}

function openTo(address: Known<string>, from: string, why: OpenLink['why'], how: Pick<OpenLink, 'stated' | 'encryption'>): OpenLink[] {
  const hosts = hostsOf(address.value)
  if (hosts.length === 0 || hosts.every(isLoopback)) return []
  return [{ address, from, inside: hosts.every(isInside), why, ...how }]
}

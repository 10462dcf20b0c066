import type { Client, ReplicationFlow } from '../model/entities.ts'
import { asInteger, knownValue, type Place } from '../model/fact.ts'
import { clusterAt, clusterBehind } from '../model/link.ts'
import { mirrorsReading, namersOf } from '../model/link-key.ts'
import { setting, spelling } from '../model/settings.ts'
import { hostsOf } from '../text/hosts.ts'
import type { Db } from './db.ts'

/** What a client is told that makes a failover of its cluster cost more than it has to. */
export interface Unpreparedness {
  /** latest, unset: its group starts at the end where no offset was carried. hasty: it gives records up sooner than Kafka does by itself. sticky: it does not look up the bootstrap name again. */
  readonly is: 'latest' | 'unset' | 'hasty' | 'sticky'
  readonly at: Place
  readonly key: string
  /** As it is written; empty where it is not. */
  readonly value: string
}

/** The mirror that copies the cluster of a client to another one, where one reads from the same hosts, or from the same cluster by another of its addresses; the first of several. */
export function mirrorBehind({ estate }: Db, client: Client): ReplicationFlow | undefined {
  const hosts = hostsOf(knownValue(client.kafka.bootstrap) ?? '')
  const mirrors = hosts.flatMap(host => estate.find(mirrorsReading(host)))
  return [...mirrors, ...mirrorsOfCluster(estate, client)].find(({ stopped }) => !stopped)
}

function mirrorsOfCluster(estate: Db['estate'], client: Client): ReplicationFlow[] {
  const own = clusterBehind(estate, client, client.kafka.bootstrap)
  if (own.state !== 'linked' || own.to.name.state !== 'known') return []
  return estate.find(namersOf('cluster', own.to.name.value)).filter((namer): namer is ReplicationFlow => {
    const source = namer.kind === 'flow' ? clusterAt(estate, namer, namer.source) : undefined
    return source?.state === 'linked' && source.to === own.to
  })
}

/** Kafka's own: two minutes. */
const patience = 120_000

/** Where a client is not prepared for the failover of its cluster. */
export function unpreparedFor({ settings }: Client): Unpreparedness[] {
  const written = (key: string) => setting(settings, key)
  const found: Unpreparedness[] = []
  const [reset, group, strategy] = ['auto.offset.reset', 'group.id', 'metadata.recovery.strategy'].map(written)
  if (reset?.state === 'known' && reset.value === 'latest')
    found.push({ is: 'latest', at: reset.at, key: 'auto.offset.reset', value: reset.value })
  // A framework may have a default of its own, and spells the group in its own way.
  const isKafkas = spelling(settings, 'group.id') === 'group.id' && !settings.open
  if (reset?.state === 'absent' && group?.state === 'known' && isKafkas)
    found.push({ is: 'unset', at: group.at, key: 'auto.offset.reset', value: '' })
  const delivery = asInteger(written('delivery.timeout.ms'))
  if (delivery.state === 'known' && delivery.value < patience)
    found.push({ is: 'hasty', at: delivery.at, key: 'delivery.timeout.ms', value: String(delivery.value) })
  if (strategy?.state === 'known' && strategy.value.toLowerCase() === 'none')
    found.push({ is: 'sticky', at: strategy.at, key: 'metadata.recovery.strategy', value: strategy.value })
  return found
}

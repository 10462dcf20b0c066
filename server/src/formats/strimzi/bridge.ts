import type { Client, ConsumerGroup } from '../../model/entities.ts'
import { valueOf } from '../../model/fact.ts'
import { groupsIn } from '../groups.ts'
import { down, settings } from '../cursor.ts'
import { readEnvironment, readPeer } from './connect.ts'
import { named, type Resource } from './resource.ts'

/** Reads a `KafkaBridge`: a producer and a consumer on behalf of whoever calls it over http. */
export function readBridge(resource: Resource): (Client | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const [common, producer, consumer] = [down(spec, 'config'), down(spec, 'producer', 'config'), down(spec, 'consumer', 'config')].map(cursor => settings(cursor))
  const bags = [common, consumer, producer].flatMap(bag => bag ?? [])
  const open = bags.find(bag => bag.open)?.open
  const written = { all: [...bags.flatMap(bag => bag.all), ...readEnvironment(spec, 'bridgeContainer').all], near: (producer ?? resource.root).near, ...(open ? { open } : {}) }
  return [{ kind: 'client', ...named(resource), kafka: readPeer(spec, resource), settings: written }, ...groupsIn(written, 'client', { ...named(resource), owner: `bridge ${valueOf(resource.name) ?? '?'}` })]
}

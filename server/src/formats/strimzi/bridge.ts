import type { Client, ConsumerGroup } from '../../model/entities.ts'
import { writtenName } from '../../model/fact.ts'
import { groupsIn } from '../groups.ts'
import { down, entries } from '../cursor.ts'
import { settings } from '../values.ts'
import { readEnvironment, readPeer } from './connect.ts'
import { named, type Resource } from './resource.ts'

/** Reads a `KafkaBridge`: a client of its cluster, whose parts share what stands under `config`. */
export function readBridge(resource: Resource): (Client | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const parts = [down(spec, 'config'), ...['admin', 'consumer', 'producer'].map(part => down(spec, part, 'config'))]
  const near = parts.flatMap(part => entries(part))[0]?.key ?? resource.root.near
  const bags = parts.map(part => settings(part))
  const open = bags.find(bag => bag.open)?.open
  const bag = {
    all: [...bags.flatMap(({ all }) => all), ...readEnvironment(spec, 'bridgeContainer').all],
    near,
    ...(open ? { open } : {}),
  }
  return [
    { kind: 'client', ...named(resource), kafka: readPeer(spec, resource), settings: bag },
    ...groupsIn(bag, 'client', { ...named(resource), owner: `bridge ${writtenName(resource.name)}`.trimEnd() }),
  ]
}

import type { Client, ConsumerGroup, Door } from '../../model/entities.ts'
import type { Cursor } from '../position.ts'
import { knownValue, placeOf, writtenName } from '../../model/fact.ts'
import { groupsIn } from '../groups.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { settings, text } from '../values.ts'
import { readEnvironment, readPeer } from './connect.ts'
import { doorsOf, named, type Resource } from './resource.ts'

/** Reads a `KafkaBridge`: a client of its cluster, whose parts share what stands under `config`. */
export function readBridge(resource: Resource): (Client | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const parts = [
    down(spec, 'config'),
    ...['adminClient', 'consumer', 'producer'].map(part => down(spec, part, 'config')),
  ]
  const near = parts.flatMap(part => entries(part))[0]?.key ?? resource.root.near
  const bags = parts.map(part => settings(part))
  const open = bags.find(bag => bag.open)?.open
  const bag = {
    all: [...bags.flatMap(({ all }) => all), ...readEnvironment(spec, 'bridgeContainer').all],
    near,
    ...(open ? { open } : {}),
  }
  return [
    {
      kind: 'client',
      ...named(resource),
      kafka: readPeer(spec, resource),
      settings: bag,
      ...doorsOf(...originsOf(spec), ...httpOf(resource)),
    },
    ...groupsIn(bag, 'client', { ...named(resource), owner: `bridge ${writtenName(resource.name)}`.trimEnd() }),
  ]
}

/** The interface of the bridge, by the names and labels that the operator gives to its service and its pods. */
function httpOf({ root, name, kind }: Resource): Door[] {
  if (name.state !== 'known' || !isThere(down(root, 'spec', 'http'))) return []
  const pods = `${name.value}-bridge`
  return [
    {
      what: 'bridge',
      at: name.at,
      reachedAs: [pods, `${pods}-service`],
      labels: [`strimzi.io/cluster=${name.value}`, `strimzi.io/kind=${kind}`, `strimzi.io/name=${pods}`],
    },
  ]
}

/** The bridge itself asks nobody who he is: where the web pages of every origin may call it, so may whatever a browser has open that reaches it. Origins are Java patterns. */
function originsOf(spec: Cursor): Door[] {
  const origins = down(spec, 'http', 'cors', 'allowedOrigins')
  const written = origins.tree?.kind === 'list' ? items(origins).map(text) : [text(origins)]
  const any = written.find(origin => /^\^?(?:\.?\*|\.\+)\$?$/.test(knownValue(origin) ?? ''))
  return any ? [{ what: 'any-origin', at: placeOf(any) }] : []
}

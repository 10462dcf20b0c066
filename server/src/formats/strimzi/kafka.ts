import { placeOf, writtenName, type Fact, type Place } from '../../model/fact.ts'
import type { Cluster, ConsumerGroup, Listener, NodePool } from '../../model/entities.ts'
import { down, entries, isThere, items, reportingAt } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { boolean, integer, settings, text, texts } from '../values.ts'
import { groupsListed } from '../groups.ts'
import { isKeptInside } from '../kubernetes-resource.ts'
import { keyPlace, named, readDisks, readStorage, readStorageClasses, type Resource } from './resource.ts'

/** Reads a `Kafka` resource of any generation. */
export function readKafka(resource: Resource): (Cluster | ConsumerGroup)[] {
  const kafka = down(resource.root, 'spec', 'kafka')
  return [
    {
      kind: 'cluster',
      ...named(resource),
      engine: { state: 'known', value: 'strimzi', at: placeOf(resource.name) },
      version: text(down(kafka, 'version')),
      brokers: integer(down(kafka, 'replicas')),
      storage: readStorage(down(kafka, 'storage')),
      storageClasses: readStorageClasses(down(kafka, 'storage')),
      disks: readDisks(down(kafka, 'storage')),
      listeners: readListeners(down(kafka, 'listeners')),
      authorization: text(down(kafka, 'authorization', 'type')),
      superUsers: items(down(kafka, 'authorization', 'superUsers')).map(text),
      settings: settings(down(kafka, 'config')),
      ...(isThere(down(resource.root, 'spec', 'cruiseControl'))
        ? { rebalancer: { state: 'known', value: true, at: keyPlace(down(resource.root, 'spec', 'cruiseControl')) } }
        : {}),
      ...(isThere(down(kafka, 'tieredStorage'))
        ? { tieredStorage: settings(down(kafka, 'tieredStorage', 'remoteStorageManager', 'config')) }
        : {}),
    },
    // Its exporter makes labels of the names of groups.
    ...groupsListed(text(down(resource.root, 'spec', 'kafkaExporter', 'groupRegex')), {
      ...named(resource),
      owner: `exporter of ${writtenName(resource.name)}`.trimEnd(),
    }),
  ]
}

/** A list of listeners since 0.20; before, a map from the listener's kind to its settings. */
function readListeners(listeners: Cursor): Listener[] {
  if (listeners.tree?.kind === 'map') return entries(listeners).map(readMappedListener)
  return items(listeners).map(listener => {
    const name = text(down(listener, 'name'))
    const near = name.state === 'known' ? name.at : listener.near
    return {
      name,
      type: text(down(listener, 'type')),
      encrypted: boolean(reportingAt(down(listener, 'tls'), near)),
      authentication: text(reportingAt(down(listener, 'authentication', 'type'), near)),
      allowed: readAllowed(listener, near),
      private: isPrivate(listener),
    }
  })
}

/** From where a listener takes connections: ranges of the load balancer, or peers in the cluster. */
function readAllowed(listener: Cursor, near: Place): Fact<readonly string[]> {
  const peers = down(listener, 'networkPolicyPeers')
  if (isThere(peers)) return { state: 'known', value: ['peers of its network policy'], at: keyPlace(peers) }
  return texts(reportingAt(down(listener, 'configuration', 'loadBalancerSourceRanges'), near))
}

/** Whether the load balancer of a listener is kept inside. */
const isPrivate = (listener: Cursor): boolean =>
  isKeptInside(down(listener, 'configuration', 'bootstrap', 'annotations'))

function readMappedListener(listener: Cursor & { readonly name: string }): Listener {
  const at = keyPlace(listener)
  const written = boolean(down(listener, 'tls'))
  const type = text(down(listener, 'type'))
  return {
    name: { state: 'known', value: listener.name, at },
    type: type.state === 'absent' ? { state: 'known', value: 'internal', at } : type,
    // `plain` has no TLS, `tls` has it, `external` has it unless switched off.
    encrypted: written.state === 'absent' ? { state: 'known', value: listener.name !== 'plain', at } : written,
    authentication: text(reportingAt(down(listener, 'authentication', 'type'), at)),
    allowed: readAllowed(listener, at),
    private: isPrivate(listener),
  }
}

/** Reads a `KafkaNodePool`. */
export const readNodePool = (resource: Resource): NodePool[] => [
  {
    kind: 'node-pool',
    ...named(resource),
    cluster: resource.cluster,
    roles: texts(down(resource.root, 'spec', 'roles')),
    nodes: integer(down(resource.root, 'spec', 'replicas')),
    storage: readStorage(down(resource.root, 'spec', 'storage')),
    storageClasses: readStorageClasses(down(resource.root, 'spec', 'storage')),
    disks: readDisks(down(resource.root, 'spec', 'storage')),
  },
]

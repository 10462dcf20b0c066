import { knownValue, placeOf, writtenName, type Fact, type Known, type Place } from '../../model/fact.ts'
import type { Cluster, ConsumerGroup, Door, Keeper, Listener, NodePool } from '../../model/entities.ts'
import type { Setting } from '../../model/settings.ts'
import { down, entries, isThere, items, reportingAt } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { boolean, integer, settings, text, texts } from '../values.ts'
import { groupsListed } from '../groups.ts'
import { isAnywhere, isLoopback } from '../../text/hosts.ts'
import { isKeptInside } from '../kubernetes-resource.ts'
import {
  doorsOf,
  keyPlace,
  managementOf,
  named,
  readDisks,
  readStorage,
  readStorageClasses,
  type Resource,
} from './resource.ts'

/** Reads a `Kafka` resource of any generation. */
export const readKafka = (resource: Resource): (Cluster | ConsumerGroup)[] =>
  readSpec(resource, down(resource.root, 'spec'))

/** Whether a map is what stands below `spec` of a `Kafka` resource, as the values of a chart may have it: its listeners are a list of the operator's types. */
export const isSpec = (cursor: Cursor): boolean =>
  items(down(cursor, 'kafka', 'listeners')).some(
    listener =>
      isThere(down(listener, 'port')) &&
      /^(?:internal|route|loadbalancer|nodeport|ingress|cluster-ip)$/.test(
        knownValue(text(down(listener, 'type'))) ?? '',
      ),
  )

/** Reads the `spec` of a `Kafka` resource. */
export function readSpec(
  resource: Omit<Resource, 'root' | 'kind' | 'version' | 'cluster'>,
  spec: Cursor,
): (Cluster | ConsumerGroup)[] {
  const kafka = down(spec, 'kafka')
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
      ...readGuards(kafka),
      ...doorsOf(...managementOf(kafka), ...cruiseControlOf(down(spec, 'cruiseControl'))),
      rack: text(reportingAt(down(kafka, 'rack'), placeOf(resource.name))),
      ...spreadOf(down(kafka, 'template', 'pod')),
      ...keepersOf(down(kafka, 'storage')),
      ...(isThere(down(spec, 'cruiseControl'))
        ? { rebalancer: { state: 'known', value: true, at: keyPlace(down(spec, 'cruiseControl')) } }
        : {}),
      ...(isThere(down(kafka, 'tieredStorage'))
        ? { tieredStorage: settings(down(kafka, 'tieredStorage', 'remoteStorageManager', 'config')) }
        : {}),
    },
    // Its exporter makes labels of the names of groups; how these begin is a filter, and names none.
    ...groupsListed(text(down(spec, 'kafkaExporter', 'groupRegex')), {
      ...named(resource),
      owner: `exporter of ${writtenName(resource.name)}`.trimEnd(),
    }).filter(({ name }) => !/[*+]$/.test(knownValue(name) ?? '')),
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
      authentication: readAuthentication(listener, near),
      allowed: readAllowed(listener, near),
      private: isPrivate(listener),
    }
  })
}

/** How clients of a listener prove who they are: what is made by hand without SASL asks for nothing unless its settings require certificates. */
function readAuthentication(listener: Cursor, near: Place): Fact<string> {
  const authentication = down(listener, 'authentication')
  const type = text(reportingAt(down(authentication, 'type'), near))
  if (knownValue(type) !== 'custom') return type
  const sasl = boolean(down(authentication, 'sasl'))
  if (sasl.state === 'unresolved' || knownValue(sasl) === true) return type
  const certificates = text(reportingAt(down(authentication, 'listenerConfig', 'ssl.client.auth'), placeOf(type)))
  if (certificates.state === 'unresolved') return certificates
  return knownValue(certificates) === 'required'
    ? { ...certificates, state: 'known', value: 'tls', at: placeOf(certificates) }
    : { state: 'known', value: 'none', at: placeOf(certificates) }
}

/** From where a listener takes connections: ranges of the load balancer, or peers in the cluster; a list of peers that is empty, or that holds every address, keeps nobody out. */
function readAllowed(listener: Cursor, near: Place): Fact<readonly string[]> {
  const peers = down(listener, 'networkPolicyPeers')
  const open = items(peers)
    .map(peer => down(peer, 'ipBlock'))
    .find(isEverywhere)
  const ranges = texts(reportingAt(down(listener, 'configuration', 'loadBalancerSourceRanges'), near))
  if (open && ranges.state === 'absent')
    return { state: 'known', value: ['0.0.0.0/0'], at: placeOf(text(down(open, 'cidr'))) }
  if (open) return ranges
  const isEmpty = peers.tree?.kind === 'list' && items(peers).length === 0
  return isThere(peers) && !isEmpty
    ? { state: 'known', value: ['peers of its network policy'], at: keyPlace(peers) }
    : ranges
}

/** Whether a block of addresses is all there are. */
const isEverywhere = (block: Cursor): boolean =>
  isAnywhere(knownValue(text(down(block, 'cidr'))) ?? '') && !isThere(down(block, 'except'))

/** What listeners and the authorizer are told in words of the operator's, in the vocabulary of what it makes of them. */
function readGuards(kafka: Cursor): Pick<Cluster, 'beside'> {
  const listeners = items(down(kafka, 'listeners')).flatMap((listener): Setting[] => {
    const name = knownValue(text(down(listener, 'name'))) ?? ''
    const authentication = down(listener, 'authentication')
    return [authentication, down(authentication, 'listenerConfig')]
      .flatMap(bag => settings(bag).all)
      .map(one => ({ ...one, key: `listener.name.${name}.${one.key}`, written: one.key }))
  })
  const authorization = settings(down(kafka, 'authorization')).all.map(one => ({
    ...one,
    key: one.key === 'allowOnError' ? 'opa.authorizer.allow.on.error' : `authorization.${one.key}`,
    written: one.key,
  }))
  const all = [...listeners, ...authorization]
  return all.length > 0 ? { beside: { all, near: kafka.near } } : {}
}

/** The interface of Cruise Control, where its password is switched off. */
function cruiseControlOf(cruiseControl: Cursor): Door[] {
  const secured = boolean(down(cruiseControl, 'config', 'webserver.security.enable'))
  return knownValue(secured) === false ? [{ what: 'cruise-control', at: placeOf(secured) }] : []
}

const zones: ReadonlySet<string> = new Set(['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'])

/** The label of zones over which the pods of a template are spread. */
function spreadOf(pod: Cursor): { readonly spread?: Known<string> } {
  const apart = down(pod, 'affinity', 'podAntiAffinity')
  const keys = [
    ...items(down(pod, 'topologySpreadConstraints')),
    ...items(down(apart, 'requiredDuringSchedulingIgnoredDuringExecution')),
    ...items(down(apart, 'preferredDuringSchedulingIgnoredDuringExecution')).map(term => down(term, 'podAffinityTerm')),
  ].map(term => text(down(term, 'topologyKey')))
  const spread = keys.find((key): key is Known<string> => key.state === 'known' && zones.has(key.value))
  return spread ? { spread } : {}
}

/** The switches that delete the claims of a `storage` block and its volumes together with the nodes; what is ephemeral has none. */
function keepersOf(storage: Cursor): Pick<Cluster, 'keepers'> {
  const keepers = [storage, ...items(down(storage, 'volumes'))].flatMap((volume): Keeper[] => {
    const value = text(down(volume, 'deleteClaim'))
    const hasClaim = knownValue(text(down(volume, 'type'))) !== 'ephemeral'
    return value.state === 'absent' || !hasClaim ? [] : [{ key: 'deleteClaim', of: 'disks', value, keeps: 'false' }]
  })
  return keepers.length > 0 ? { keepers } : {}
}

/** Whether the load balancer of a listener is kept inside, or all its brokers send their clients to these clients' own machine. */
function isPrivate(listener: Cursor): boolean {
  const brokers = items(down(listener, 'configuration', 'brokers'))
  const sendsBack = (broker: Cursor): boolean =>
    isLoopback(knownValue(text(down(broker, 'advertisedHost')))?.trim() ?? '')
  return (
    isKeptInside(down(listener, 'configuration', 'bootstrap', 'annotations')) ||
    (brokers.length > 0 && brokers.every(sendsBack))
  )
}

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
    ...spreadOf(down(resource.root, 'spec', 'template', 'pod')),
    ...keepersOf(down(resource.root, 'spec', 'storage')),
  },
]

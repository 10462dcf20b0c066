import type { Access, Cluster, ConsumerGroup, Denial, Listener } from '../../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact, type Place, writtenName } from '../../model/fact.ts'
import { setting, type Settings } from '../../model/settings.ts'
import { accessTo } from '../access-list.ts'
import { down, entries, inside, isThere, items, reportingAt } from '../cursor.ts'
import { headOf, type KubernetesResource } from '../kubernetes-resource.ts'
import { extentOf, type Cursor } from '../position.ts'
import { isEncrypted } from '../properties/bag.ts'
import { boolean, fixed, settings, text, texts } from '../values.ts'

/** Reads a `KafkaCluster` of Koperator: settings in texts of properties, brokers one by one. */
export function readKafkaCluster(resource: KubernetesResource): Cluster[] {
  const spec = down(resource.root, 'spec')
  const near = placeOf(resource.name)
  const brokers = down(spec, 'brokers')
  const bag = settingsOf(spec, near)
  return [
    {
      kind: 'cluster',
      ...headOf(resource),
      engine: { state: 'known', value: 'kafka', at: near },
      version: { state: 'absent', near },
      brokers: countOf(brokers, near),
      storage: entries(down(spec, 'brokerConfigGroups')).flatMap(storageOf),
      listeners: [
        ...items(down(spec, 'listenersConfig', 'internalListeners')).flatMap(listener => readListener(listener)),
        ...items(down(spec, 'listenersConfig', 'externalListeners')).flatMap(listener =>
          readListener(listener, down(spec, 'envoyConfig', 'loadBalancerSourceRanges')),
        ),
      ],
      authorization: setting(bag, 'authorizer.class.name'),
      settings: bag,
    },
  ]
}

/** Brokers of which the list tells all; those that only vote are none. */
function countOf(brokers: Cursor, near: Place): Fact<number> {
  if (brokers.unseen) return brokers.unseen
  if (brokers.tree?.kind !== 'list') return { state: 'absent', near }
  const roles = items(brokers).map(broker => texts(down(broker, 'brokerConfig', 'processRoles')))
  const carrying = roles.filter(role => knownValue(role)?.includes('broker') ?? true)
  return { state: 'known', value: carrying.length, at: brokers.key ?? near }
}

function settingsOf(spec: Cursor, near: Place): Settings {
  const written = ['readOnlyConfig', 'clusterWideConfig'].map(key => down(spec, key)).filter(isThere)
  const bags = written.flatMap(at => inside(at, 'properties').map(root => settings(root, at.key ?? near)))
  const [only] = bags
  const apart = items(down(spec, 'brokers')).map(broker => down(broker, 'readOnlyConfig'))
  const closed = bags.length === written.length ? apart.find(isThere) : written[0]
  const open = closed && ({ state: 'unresolved', at: closed.key ?? near, text: '' } as const)
  return bags.length === 1 && only
    ? { ...only, ...(open ? { open } : {}) }
    : { all: bags.flatMap(({ all }) => all), near: only?.near ?? near, ...(open ? { open } : {}) }
}

const storageOf = (group: Cursor): Fact<string>[] =>
  items(down(group, 'storageConfigs')).flatMap((storage): Fact<string>[] => {
    const [volume, memory] = [down(storage, 'pvcSpec'), down(storage, 'emptyDir')]
    if (memory.key) return [{ state: 'known', value: 'ephemeral', at: memory.key }]
    return volume.key ? [{ state: 'known', value: 'persistent-claim', at: volume.key }] : []
  })

function typeOf(listener: Cursor, near: Place): Fact<string> {
  const method = text(reportingAt(down(listener, 'accessMethod'), near))
  // A load balancer, unless another way is named.
  if (method.state === 'absent') return { state: 'known', value: 'loadbalancer', at: method.near }
  return mapFact(method, value => value.toLowerCase().replace('clusterip', 'cluster-ip'))
}

/** A listener's type is its protocol; the voters' own is none for clients. One for clients outside has ranges. */
function readListener(listener: Cursor, ranges?: Cursor): Listener[] {
  if (knownValue(boolean(down(listener, 'usedForControllerCommunication')))) return []
  const [name, protocol] = [text(down(listener, 'name')), text(down(listener, 'type'))]
  if (protocol.state === 'absent') return []
  const near = placeOf(name)
  const type: Fact<string> = ranges ? typeOf(listener, near) : { state: 'known', value: 'internal', at: near }
  return [
    {
      name,
      type,
      encrypted: mapFact(fixed(protocol), isEncrypted),
      authentication: authenticationOf(protocol, text(down(listener, 'sslClientAuth')), near),
      ...(ranges ? { allowed: texts(reportingAt(ranges, placeOf(type))) } : {}),
    },
  ]
}

/** Over TLS certificates are required unless the listener says otherwise. */
function authenticationOf(protocol: Fact<string>, certificates: Fact<string>, near: Place): Fact<string> {
  if (protocol.state === 'unresolved') return protocol
  const name = (knownValue(protocol) ?? '').toLowerCase()
  if (name.startsWith('sasl_')) return { state: 'known', value: 'sasl', at: near }
  if (name !== 'ssl') return { state: 'absent', near }
  if (certificates.state === 'unresolved') return certificates
  return (knownValue(certificates) ?? 'required') === 'required'
    ? { state: 'known', value: 'tls', at: near }
    : { state: 'known', value: 'none', at: placeOf(certificates) }
}

/** Reads what a `KafkaUser` of Koperator may do: topics only. */
export const readUser = (resource: KubernetesResource): (Access | ConsumerGroup | Denial)[] =>
  items(down(resource.root, 'spec', 'topicGrants')).flatMap(grant =>
    accessTo(
      { ...headOf(resource), name: text(down(grant, 'topicName')), extent: extentOf(grant) },
      {
        type: 'topic',
        prefix: knownValue(text(down(grant, 'patternType'))) === 'prefixed',
        operations: mapFact(text(down(grant, 'accessType')), kind => [kind]),
        principal: mapFact(resource.name, name => `User:${name}`),
        cluster: text(down(resource.root, 'spec', 'clusterRef', 'name')),
        owner: `user ${writtenName(resource.name)}`.trimEnd(),
      },
    ),
  )

import type {
  Client,
  Cluster,
  ConnectCluster,
  Connector,
  Entity,
  Listener,
  Peer,
  ReplicationFlow,
} from '../../model/entities.ts'
import {
  asBoolean,
  knownValue,
  mapFact,
  partsOf,
  placeOf,
  type Fact,
  type Place,
  writtenName,
} from '../../model/fact.ts'
import type { Setting, Settings } from '../../model/settings.ts'
import { setting } from '../../model/settings.ts'
import { tableOf } from '../../text/table.ts'
import { accessTo, resourceType } from '../access-list.ts'
import { withGroup } from '../connector-group.ts'
import { down, entries, isThere, items, reportingAt } from '../cursor.ts'
import { headOf, isKeptInside, type KubernetesResource } from '../kubernetes-resource.ts'
import { groupsIn } from '../groups.ts'
import { extentOf, type Cursor } from '../position.ts'
import { boolean, fixed, integer, settings, text, texts } from '../values.ts'

const specOf = ({ root }: KubernetesResource): Cursor => down(root, 'spec')

/** Reads a `Kafka` of Confluent for Kubernetes. */
export function readKafka(resource: KubernetesResource): Cluster[] {
  const spec = specOf(resource)
  const near = placeOf(resource.name)
  const authorizer = down(spec, 'authorization')
  return [
    {
      kind: 'cluster',
      ...headOf(resource),
      engine: { state: 'known', value: 'confluent-kubernetes', at: near },
      version: { state: 'absent', near },
      brokers: integer(down(spec, 'replicas')),
      storage: [],
      listeners: readListeners(spec, near),
      authorization: text(down(authorizer, 'type')),
      superUsers: items(down(authorizer, 'superUsers')).map(text),
      settings: overridesOf(spec, near),
    },
  ]
}

/** The listener that the operator makes by itself where none is configured. */
const byDefault = 'internal'

function readListeners(spec: Cursor, near: Place): Listener[] {
  const all = down(spec, 'listeners')
  const secured = isThere(down(spec, 'tls'))
  if (!isThere(all))
    return [
      {
        name: { state: 'known', value: byDefault, at: near },
        type: { state: 'known', value: 'internal', at: near },
        encrypted: all.unseen ?? (secured ? { state: 'absent', near } : { state: 'known', value: false, at: near }),
        authentication: all.unseen ?? { state: 'absent', near },
      },
    ]
  return entries(all).flatMap((listener): Listener[] => {
    // Brokers among themselves, and the voters: no client connects there.
    if (listener.name === 'replication' || listener.name === 'controller' || !listener.key) return []
    if (listener.name !== 'custom') return [readListener(listener, listener.name, listener.key, secured)]
    return items(listener).flatMap(one => {
      const name = text(down(one, 'name'))
      return name.state === 'known' ? [readListener(one, name.value, name.at, secured)] : []
    })
  })
}

/** One listener: without `tls.enabled` it is plaintext, whatever certificates the cluster has. */
function readListener(listener: Cursor, name: string, at: Place, secured: boolean): Listener {
  const access = down(listener, 'externalAccess')
  const kind = text(down(access, 'type'))
  // Certificates would have to come with it.
  const tls = fixed(boolean(reportingAt(down(listener, 'tls', 'enabled'), at)))
  const type = kind.state === 'known' ? { ...kind, value: types.get(kind.value) ?? kind.value } : undefined
  const plain: Fact<boolean> = secured ? { state: 'absent', near: at } : { state: 'known', value: false, at }
  const balancer = down(access, 'loadBalancer')
  return {
    name: { state: 'known', value: name, at },
    type: type ?? (isThere(access) ? kind : { state: 'known', value: 'internal', at }),
    encrypted: tls.state === 'absent' ? plain : tls,
    authentication: fixed(text(reportingAt(down(listener, 'authentication', 'type'), access.key ?? at))),
    ...(type
      ? {
          allowed: texts(reportingAt(down(balancer, 'sourceRanges'), type.at)),
          private: isKeptInside(down(balancer, 'annotations')),
        }
      : {}),
  }
}

/** The operator's words for ways in, in those of a listener. */
const types = tableOf<string>({
  loadBalancer: 'loadbalancer',
  nodePort: 'nodeport',
  staticForHostBasedRouting: 'ingress',
  staticForPortBasedRouting: 'ingress',
})

/** Settings as a list of `key=value`; each is a text of its own, so that only its value is known. */
function overridesOf(spec: Cursor, near: Place): Settings {
  const all = items(down(spec, 'configOverrides', 'server')).flatMap((item): Setting[] => {
    const line = text(item)
    if (line.state !== 'known') return []
    const cut = line.value.indexOf('=')
    const [key] = partsOf(line, '=')
    if (cut < 0 || !key) return []
    const { start, end } = key.at.span
    const value = line.value.slice(cut + 1).trim()
    const verbatim = end - start === key.value.length
    const from = line.at.span.start + (line.at.span.end - line.at.span.start - line.value.length) / 2 + cut + 1
    const at = verbatim ? { ...line.at, span: { start: from, end: from + line.value.length - cut - 1 } } : line.at
    return [{ key: key.value, keyPlace: key.at, value: { state: 'known', value, at } }]
  })
  const { unseen } = down(spec, 'configOverrides', 'server')
  return { all, near, ...(unseen ? { open: unseen } : {}) }
}

/** How a client reaches a cluster that it names by an address. */
function peerOf(dependency: Cursor, { name, namespace }: KubernetesResource): Peer {
  const bootstrap = text(down(dependency, 'bootstrapEndpoint'))
  return {
    alias: name,
    bootstrap,
    encrypted: fixed(boolean(reportingAt(down(dependency, 'tls', 'enabled'), placeOf(bootstrap)))),
    ...(namespace === undefined ? {} : { namespace }),
  }
}

/** How a component reaches Kafka: without an address the operator takes the cluster of its namespace that is called kafka, and knows how. */
function kafkaOf(spec: Cursor, resource: KubernetesResource): Peer {
  const peer = peerOf(down(spec, 'dependencies', 'kafka'), resource)
  const at = placeOf(resource.name)
  return peer.bootstrap.state === 'absent'
    ? {
        ...peer,
        bootstrap: { state: 'known', value: 'kafka:9071', at },
        encrypted: { state: 'unresolved', at, text: '' },
      }
    : peer
}

/** Reads a `Connect`. */
export function readConnect(resource: KubernetesResource): Entity[] {
  const spec = specOf(resource)
  const near = placeOf(resource.name)
  const worker: ConnectCluster = {
    kind: 'connect-cluster',
    ...headOf(resource),
    kafka: kafkaOf(spec, resource),
    settings: withOwnFields(overridesOf(spec, near), spec, ['config', 'offset', 'status'].map(internalTopic)),
  }
  return [
    worker,
    ...groupsIn(worker.settings, 'worker', {
      ...headOf(resource),
      owner: `Connect cluster ${writtenName(resource.name)}`.trimEnd(),
    }),
  ]
}

/** Reads a component that keeps something in Kafka: `SchemaRegistry`, `KsqlDB`, `ControlCenter`, `KafkaRestProxy`. */
export function readComponent(resource: KubernetesResource): Entity[] {
  const spec = specOf(resource)
  const client: Client = {
    kind: 'client',
    ...headOf(resource),
    kafka: kafkaOf(spec, resource),
    settings: withOwnFields(overridesOf(spec, placeOf(resource.name)), spec, copies.get(resource.kind) ?? []),
  }
  return [client]
}

const internalTopic = (topic: string): string => `${topic}.storage.replication.factor`

/** The settings that a component makes of the number of copies of its internal topics. */
const copies = tableOf<readonly string[]>({
  KsqlDB: ['ksql.internal.topic.replicas'],
  SchemaRegistry: ['kafkastore.topic.replication.factor'],
})

/** Settings with those that the operator has fields of its own for; a field counts behind what is overridden. */
function withOwnFields(bag: Settings, spec: Cursor, factors: readonly string[]): Settings {
  const own = (key: string, field: Cursor): Setting[] => {
    const value = text(field)
    return value.state === 'absent' || !field.key || bag.all.some(one => one.key === key)
      ? []
      : [{ key, keyPlace: field.key, value, written: knownName(field) }]
  }
  const factor = down(spec, 'internalTopicReplicationFactor')
  return {
    ...bag,
    all: [
      ...bag.all,
      ...factors.flatMap(key => own(key, factor)),
      ...own('schema.registry.url', down(spec, 'dependencies', 'schemaRegistry', 'url')),
    ],
  }
}

const knownName = ({ path }: Cursor): string => String(path.at(-1))

/** Reads a `Connector`. */
export function readConnector(resource: KubernetesResource): Entity[] {
  const spec = specOf(resource)
  const own = text(down(spec, 'name'))
  const connector: Connector = {
    kind: 'connector',
    ...headOf(resource),
    name: own.state === 'absent' ? resource.name : own,
    class: text(down(spec, 'class')),
    connectCluster: text(down(spec, 'connectClusterRef', 'name')),
    settings: settings(down(spec, 'configs'), placeOf(resource.name)),
  }
  return withGroup(connector)
}

/** Reads a `ClusterLink`: what it carries is told topic by topic; its settings may come from the cluster's defaults. */
export function readClusterLink(resource: KubernetesResource): ReplicationFlow[] {
  const spec = specOf(resource)
  const near = placeOf(resource.name)
  const open = { state: 'unresolved', at: near, text: '' } as const
  const names = items(down(spec, 'mirrorTopics')).map(topic => text(down(topic, 'name')))
  const [first] = names
  const side = (key: string): Peer => {
    const cluster = down(spec, key)
    return peerOf(cluster, {
      ...resource,
      name: text(down(cluster, 'kafkaRestClassRef', 'name')),
    })
  }
  const all = names.map(knownValue)
  const bag: Settings = { ...settings(down(spec, 'configs'), near), open }
  const offsets = knownValue(asBoolean(setting(bag, 'consumer.offset.sync.enable')))
  return [
    {
      kind: 'flow',
      ...headOf(resource),
      source: side('sourceKafkaCluster'),
      target: side('destinationKafkaCluster'),
      topics:
        first?.state === 'known' && !all.includes(undefined)
          ? { state: 'known', value: all.join(','), at: first.at }
          : open,
      groups: open,
      copying: bag,
      ...(offsets === false ? {} : { checkpoints: bag }),
    },
  ]
}

/** Operations that a role of Confluent stands for. */
const operations = tableOf<readonly string[]>({
  DeveloperRead: ['Read'],
  DeveloperWrite: ['Write'],
  DeveloperManage: ['Create', 'Delete', 'Alter'],
  ResourceOwner: ['All'],
})

/** Reads a `ConfluentRolebinding`: its patterns, each with what the role may do there. */
export function readRoleBinding(resource: KubernetesResource): Entity[] {
  const spec = specOf(resource)
  const principal = mapFact(text(down(spec, 'principal', 'name')), name => {
    const type = knownValue(text(down(spec, 'principal', 'type'))) ?? 'user'
    return `${type.replace(/^./, letter => letter.toUpperCase())}:${name}`
  })
  return items(down(spec, 'resourcePatterns')).flatMap(pattern => {
    const type = resourceType(knownValue(text(down(pattern, 'resourceType'))))
    if (type === undefined) return []
    return accessTo(
      { ...headOf(resource), name: text(down(pattern, 'name')), extent: extentOf(pattern) },
      {
        type,
        prefix: /^prefixed$/i.test(knownValue(text(down(pattern, 'patternType'))) ?? ''),
        operations: mapFact(text(down(spec, 'role')), role => operations.get(role)),
        principal,
        owner: knownValue(principal) ?? 'a role binding',
      },
    )
  })
}

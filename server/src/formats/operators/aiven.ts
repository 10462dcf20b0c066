import type { Cluster, Entity } from '../../model/entities.ts'
import { knownValue, mapFact, placeOf, writtenName } from '../../model/fact.ts'
import { accessTo, resourceType } from '../access-list.ts'
import { aivenOperations, aivenRest, aivenSite } from '../aiven.ts'
import { withGroup } from '../connector-group.ts'
import { down, items } from '../cursor.ts'
import { headOf, type KubernetesResource } from '../kubernetes-resource.ts'
import { extentOf } from '../position.ts'
import { settings, text } from '../values.ts'
import { respelled } from './topics.ts'

/** Reads a `Kafka` of Aiven's operator; plans decide how many brokers there are. */
export function readKafka(resource: KubernetesResource): Cluster[] {
  const spec = down(resource.root, 'spec')
  const near = placeOf(resource.name)
  const open = { state: 'unresolved', at: near, text: '' } as const
  return [
    {
      kind: 'cluster',
      ...headOf(resource),
      engine: { state: 'known', value: 'aiven', at: near },
      version: text(down(spec, 'userConfig', 'kafka_version')),
      brokers: open,
      machine: text(down(spec, 'plan')),
      site: aivenSite(text(down(spec, 'cloudName'))),
      storage: [],
      listeners: [],
      authorization: open,
      ...aivenRest(down(spec, 'userConfig')),
      settings: respelled(settings(down(spec, 'userConfig', 'kafka'), near), 'underscores'),
    },
  ]
}

/** Reads a `KafkaConnector` of Aiven's operator. */
export const readConnector = (resource: KubernetesResource): Entity[] =>
  withGroup({
    kind: 'connector',
    ...headOf(resource),
    class: text(down(resource.root, 'spec', 'connectorClass')),
    connectCluster: text(down(resource.root, 'spec', 'serviceName')),
    settings: settings(down(resource.root, 'spec', 'userConfig'), placeOf(resource.name)),
  })

/** Reads a `KafkaACL`: one permission on topics whose names fit. */
export const readAcl = (resource: KubernetesResource): Entity[] => {
  const spec = down(resource.root, 'spec')
  return accessTo(
    { ...headOf(resource), name: text(down(spec, 'topic')) },
    {
      type: 'topic',
      prefix: false,
      operations: aivenOperations(text(down(spec, 'permission'))),
      principal: mapFact(text(down(spec, 'username')), name => `User:${name}`),
      cluster: text(down(spec, 'serviceName')),
      owner: 'a user',
    },
  )
}

/** Reads a `KafkaNativeACL`. */
export function readNativeAcl(resource: KubernetesResource): Entity[] {
  const spec = down(resource.root, 'spec')
  const type = resourceType(knownValue(text(down(spec, 'resourceType'))))
  if (type === undefined) return []
  const principal = text(down(spec, 'principal'))
  return accessTo(
    { ...headOf(resource), name: text(down(spec, 'resourceName')) },
    {
      type,
      prefix: knownValue(text(down(spec, 'patternType'))) === 'PREFIXED',
      operations: mapFact(text(down(spec, 'operation')), one => [one]),
      principal,
      cluster: text(down(spec, 'serviceName')),
      owner: knownValue(principal) ?? 'a user',
      denies: knownValue(text(down(spec, 'permissionType'))) === 'DENY',
    },
  )
}

/** Reads who may use a topic of nais, whose applications are named by team. */
export const readTopicAccess = (resource: KubernetesResource): Entity[] =>
  items(down(resource.root, 'spec', 'acl')).flatMap(entry => {
    const application = text(down(entry, 'application'))
    const team = knownValue(text(down(entry, 'team')))
    return accessTo(
      { ...headOf(resource), extent: extentOf(entry) },
      {
        type: 'topic',
        prefix: false,
        operations: aivenOperations(text(down(entry, 'access'))),
        principal: mapFact(application, name => `User:${team === undefined ? '' : `${team}.`}${name}`),
        cluster: text(down(resource.root, 'spec', 'pool')),
        owner: `application ${writtenName(application)}`.trimEnd(),
      },
    )
  })

import type { Entity } from '../../model/entities.ts'
import { knownValue, mapFact, placeOf } from '../../model/fact.ts'
import { accessTo, resourceType } from '../access-list.ts'
import { withGroup } from '../connector-group.ts'
import { down, items } from '../cursor.ts'
import { headOf, type KubernetesResource } from '../kubernetes-resource.ts'
import { extentOf } from '../position.ts'
import { settings, text, texts } from '../values.ts'

/** Reads a `KafkaConnector` of Jikkou. */
export const readConnector = (resource: KubernetesResource): Entity[] =>
  withGroup({
    kind: 'connector',
    ...headOf(resource),
    class: text(down(resource.root, 'spec', 'connectorClass')),
    connectCluster: text(down(resource.root, 'metadata', 'labels', 'kafka.jikkou.io/connect-cluster')),
    settings: settings(down(resource.root, 'spec', 'config'), placeOf(resource.name)),
  })

/** Reads a `KafkaPrincipalAuthorization`: the resource's name is the principal. */
export const readAuthorization = (resource: KubernetesResource): Entity[] =>
  items(down(resource.root, 'spec', 'acls')).flatMap(acl => {
    const type = resourceType(knownValue(text(down(acl, 'resource', 'type'))))
    if (type === undefined) return []
    return accessTo(
      { ...headOf(resource), name: text(down(acl, 'resource', 'pattern')), extent: extentOf(acl) },
      {
        type,
        prefix: /^prefixed$/i.test(knownValue(text(down(acl, 'resource', 'patternType'))) ?? ''),
        operations: texts(down(acl, 'operations')),
        principal: mapFact(resource.name, name => (name.includes(':') ? name : `User:${name}`)),
        owner: knownValue(resource.name) ?? 'a user',
        denies: /^deny$/i.test(knownValue(text(down(acl, 'type'))) ?? ''),
      },
    )
  })

import type { Entity } from '../model/entities.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { readAcl, readPolicy } from './access.ts'
import { readAivenFlow, readAivenKafka, readClusterLink, readConfluentCluster } from './cloud.ts'
import { readAivenConnector, readConfluentConnector, readMskConnector } from './connect.ts'
import { evaluate } from './evaluate.ts'
import { blocks, instancesOf } from './instances.ts'
import { readManifest } from './manifest.ts'
import { indexModule, type Module } from './module.ts'
import { readConfiguration, readMskCluster, readServerless } from './msk.ts'
import { asResource } from './public-module.ts'
import { readReplicator } from './replicator.ts'
import { openResource, type Resource } from './resource.ts'
import { calledScopes, openAt, openScope, type Scope, type Shared } from './scope.ts'
import { readKafkaProvider, readSecretVersion } from './secret.ts'
import { readSchema } from './schema.ts'
import { readAivenTopic, readConfluentTopic, readKafkaTopic, readMskTopic } from './topic.ts'
import { tableOf } from '../text/table.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { placeKey } from '../model/fact.ts'

type Reader = (resource: Resource) => readonly Entity[]

const readers = tableOf<Reader>({
  aws_msk_cluster: readMskCluster,
  aws_msk_serverless_cluster: readServerless,
  aws_msk_replicator: readReplicator,
  aws_msk_topic: readMskTopic,
  aws_mskconnect_connector: readMskConnector,
  awscc_kafkaconnect_connector: readMskConnector,
  kafka_topic: readKafkaTopic,
  kafka_acl: readAcl,
  confluent_kafka_topic: readConfluentTopic,
  confluent_kafka_acl: readAcl,
  confluent_connector: readConfluentConnector,
  aiven_kafka_topic: readAivenTopic,
  aiven_kafka_native_acl: readAcl,
  aiven_kafka_connector: readAivenConnector,
  confluent_kafka_cluster: readConfluentCluster,
  confluent_cluster_link: readClusterLink,
  aiven_kafka: readAivenKafka,
  aiven_mirrormaker_replication_flow: readAivenFlow,
  aws_glue_schema: readSchema,
  confluent_schema: readSchema,
  aiven_kafka_schema: readSchema,
  aws_msk_cluster_policy: readPolicy,
  aws_iam_policy: readPolicy,
  aws_iam_role_policy: readPolicy,
  aws_iam_policy_document: readPolicy,
  aws_secretsmanager_secret_version: readSecretVersion,
  kubernetes_manifest: readManifest,
  kubectl_manifest: readManifest,
})

/** Reads the module of a folder and all that it calls, by the files that declare what was read. `moduleIn` finds the modules of other folders. */
export function readModules(root: Module, moduleIn: (folder: Uri) => Module | undefined): Map<Uri, Entity[]> {
  const shared: Shared = { moduleIn, evaluate, open: openAt, depth: 0, steps: 0 }
  const found = new Map<Uri, Entity[]>()
  readScope(openScope(root, shared), entity => found.set(entity.file, [...(found.get(entity.file) ?? []), entity]))
  return found
}

function readScope(scope: Scope, add: (entity: Entity) => void): void {
  const used = new Set<string>()
  const read = (id: string, reader: Reader): void => {
    const declared = scope.module.resources.get(id)
    if (!declared) return
    const [, type = '', name = ''] = declared.path
    for (const body of copiesOf(openAt(declared, scope))) {
      scope.shared.steps = 0
      for (const { origin } of blocks(body, 'configuration_info').map(info => down(info, 'arn')))
        if (origin.refersTo) used.add(placeKey(origin.refersTo.body.near))
      for (const entity of reader(openResource(type, name, body, scope))) add(entity)
    }
  }
  for (const [id, { path }] of scope.module.resources) {
    const reader =
      path[0] === 'resource' || path[1] === 'aws_iam_policy_document' ? readers.get(path[1] ?? '') : undefined
    if (reader) read(id, reader)
  }
  for (const [id, { path }] of scope.module.resources)
    if (path[0] === 'resource' && path[1] === 'aws_msk_configuration')
      read(id, resource => (used.has(placeKey(resource.body.near)) ? [] : readConfiguration(resource)))
  for (const declared of scope.module.providers)
    if (declared.path[1] === 'kafka')
      for (const entity of readKafkaProvider(openResource('provider', 'kafka', openAt(declared, scope), scope)))
        add(entity)
  for (const [name, declared] of scope.module.calls) {
    for (const called of calledScopes(scope, name)) readScope(called, add)
    for (const call of copiesOf(openAt(declared, scope))) {
      const known = asResource(call)
      const reader = known && readers.get(known.type)
      // Nothing of the module itself is here but what its caller gives it.
      if (known && reader)
        for (const entity of reader(
          openResource(known.type, name, known.body, openScope(nothing, scope.shared, { body: call, scope, depth: 1 })),
        ))
          add(entity)
    }
  }
}

const nothing: Module = indexModule(toUri(''), [])

/** The copies of a declaration; where nobody can tell how many there are, the declaration itself. */
const copiesOf = (whole: Cursor): Cursor[] => instancesOf(whole)?.map(({ body }) => body) ?? [whole]

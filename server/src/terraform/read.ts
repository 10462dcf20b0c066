import type { Entity } from '../model/entities.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { readGcsBucket, readS3Bucket, readStorageAccount } from './bucket.ts'
import { readAcl, readAivenAcl, readPolicy, readRoleBinding } from './access.ts'
import { mayTell, readAny, readHelm, runsPrograms } from './any.ts'
import { readAivenFlow, readAivenKafka, readConfluentCluster } from './cloud.ts'
import { readClusterLink } from './cluster-link.ts'
import { readAivenConnector, readConfluentConnector, readMskConnector } from './connect.ts'
import { evaluate } from './evaluate.ts'
import type { Declared } from './file.ts'
import { readEventSource } from './event-source.ts'
import { blocks, instancesOf } from './instances.ts'
import { readManifest } from './manifest.ts'
import { indexModule, type Module } from './module.ts'
import { readConfiguration, readMskCluster, readServerless } from './msk.ts'
import { otherClouds } from './other-clouds.ts'
import { readPipe, readStreamOfKafka } from './pipes.ts'
import { asResource } from './public-module.ts'
import { readReplicator } from './replicator.ts'
import { openResource, type Resource } from './resource.ts'
import { calledScopes, openAt, openScope, type Scope, type Shared } from './scope.ts'
import { readKafkaProvider, readSecretVersion } from './secret.ts'
import { readSchema } from './schema.ts'
import { readState, supportingServices } from './support.ts'
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
  aiven_kafka_acl: readAivenAcl,
  confluent_role_binding: readRoleBinding,
  aiven_kafka_connector: readAivenConnector,
  confluent_kafka_cluster: readConfluentCluster,
  confluent_cluster_link: readClusterLink,
  aiven_kafka: readAivenKafka,
  aiven_mirrormaker_replication_flow: readAivenFlow,
  aws_lambda_event_source_mapping: readEventSource,
  aws_pipes_pipe: readPipe,
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
  helm_release: readHelm,
  aws_s3_bucket: readS3Bucket,
  google_storage_bucket: readGcsBucket,
  azurerm_storage_account: readStorageAccount,
  ...otherClouds,
  ...supportingServices,
  aws_kinesis_firehose_delivery_stream: readDeliveryStream,
})

/** The reader of a type of resource that is ours; undefined for any other. */
export const readerOf = (type: string): Reader | undefined =>
  type === 'aws_msk_configuration' ? readConfiguration : readers.get(type)

/** A stream that takes its records from Kafka is a way out of it; any other one may carry the logs of brokers. */
function readDeliveryStream(resource: Resource): readonly Entity[] {
  const ofKafka = readStreamOfKafka(resource)
  return ofKafka.length > 0 ? ofKafka : (supportingServices['aws_kinesis_firehose_delivery_stream']?.(resource) ?? [])
}

/** Reads the module of a folder and all that it calls, by the files that declare what was read. `moduleIn` finds the modules of other folders, `textOf` other files that expressions name. */
export function readModules(
  root: Module,
  { moduleIn, textOf }: Pick<Shared, 'moduleIn' | 'textOf'>,
): Map<Uri, Entity[]> {
  const shared: Shared = { moduleIn, textOf, evaluate, open: openAt, depth: 0, steps: 0 }
  const found = new Map<Uri, Entity[]>()
  readScope(openScope(root, shared), entities => {
    for (const entity of entities) {
      const inFile = found.get(entity.file)
      if (inFile) inFile.push(entity)
      else found.set(entity.file, [entity])
    }
  })
  return found
}

type Add = (entities: readonly Entity[]) => void

function readScope(scope: Scope, add: Add): void {
  readResources(scope, add)
  for (const declared of scope.module.providers)
    if (declared.path[1] === 'kafka')
      add(readKafkaProvider(openResource('provider', 'kafka', openAt(declared, scope), scope)))
  for (const declared of scope.module.settings)
    add(readState(openResource('terraform', 'terraform', openAt(declared, scope), scope)))
  for (const [name, declared] of scope.module.calls) {
    for (const called of calledScopes(scope, name)) readScope(called, add)
    for (const call of copiesOf(openAt(declared, scope))) add(readPublicModule(name, call, scope))
  }
}

/** Reads the resources of a module; an `aws_msk_configuration` only where no cluster in sight uses it. */
function readResources(scope: Scope, add: Add): void {
  const used = new Set<string>()
  const read = ([, declared]: readonly [string, Declared], reader: Reader): void => {
    const [, type = '', name = ''] = declared.path
    for (const body of copiesOf(openAt(declared, scope))) {
      scope.shared.steps = 0
      for (const { origin } of blocks(body, 'configuration_info').map(info => down(info, 'arn')))
        if (origin.refersTo) used.add(placeKey(origin.refersTo.body.near))
      add(reader(openResource(type, name, body, scope)))
    }
  }
  const resources = [...scope.module.resources]
  for (const one of resources) {
    const [kind, type = ''] = one[1].path
    const isRead = kind === 'resource' || type === 'aws_iam_policy_document'
    const reader = isRead ? (readers.get(type) ?? anyReader(type, one[1])) : undefined
    if (reader) read(one, reader)
  }
  for (const one of resources) {
    const [kind, type] = one[1].path
    if (kind === 'resource' && type === 'aws_msk_configuration')
      read(one, resource => (used.has(placeKey(resource.body.near)) ? [] : readConfiguration(resource)))
  }
}

/** The reader of a resource that has none, where it is worth a look. */
const anyReader = (type: string, { chunk, path }: Declared): Reader | undefined =>
  path[0] === 'resource' && type !== 'aws_msk_configuration' && (runsPrograms(type) || mayTell(chunk.source))
    ? readAny
    : undefined

/** Reads the call of a public module as the resource that it makes: nothing of the module itself is here but what its caller gives it. */
function readPublicModule(name: string, call: Cursor, scope: Scope): readonly Entity[] {
  const known = asResource(call)
  const inner = openScope(nothing, scope.shared, { body: call, scope, depth: 1 })
  return (known && readers.get(known.type)?.(openResource(known.type, name, known.body, inner))) ?? []
}

const nothing: Module = indexModule(toUri(''), [])

/** The copies of a declaration; where nobody can tell how many there are, the declaration itself. */
const copiesOf = (whole: Cursor): Cursor[] => instancesOf(whole)?.map(({ body }) => body) ?? [whole]

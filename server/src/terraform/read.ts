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
import { areAnsweredAlike, noting, type Answering, type Questions } from './asked.ts'
import type { Chunk, Declared } from './file.ts'
import { readEventSource } from './event-source.ts'
import { blocks, instancesOf } from './instances.ts'
import { readTemplateFile } from './machine.ts'
import { readManifest } from './manifest.ts'
import { indexModule, type Module } from './module.ts'
import { readConfiguration, readMskCluster, readServerless } from './msk.ts'
import { otherClouds } from './other-clouds.ts'
import { readPipe, readStreamOfKafka } from './pipes.ts'
import { asResource } from './public-module.ts'
import { readReplicator } from './replicator.ts'
import { openResource, type Resource } from './resource.ts'
import { calledScopes, openAt, openScope, type Scope, type OtherFormats, type Shared } from './scope.ts'
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
  template_file: readTemplateFile,
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

/** What one resource said, with what that rested on. */
interface Reading {
  readonly chunk: Chunk
  readonly asked: Questions
  readonly entities: readonly Entity[]
  /** The configurations that it uses, by their places. */
  readonly uses: readonly string[]
  /** Whether there is none of it: `count = 0`. */
  readonly isLeftOut: boolean
}

/** What the resources of a folder, and of all that it calls, said when they were last read, by the path that leads to them. */
export type Readings = ReadonlyMap<string, Reading>

/** What was read, by the file that declares it, and what the next reading can take over. */
export interface Modules {
  readonly found: Map<Uri, Entity[]>
  readonly readings: Readings
  /** Whether anything is declared of which there is none: `count = 0`. */
  readonly leavesOut: boolean
}

/** Reads the module of a folder and all that it calls. A resource of which everything that it asked for is as it was is taken over from `before`. */
export function readModules(root: Module, answering: Answering, formats: OtherFormats, before: Readings): Modules {
  const shared: Shared = { ...answering, ...formats, asked: new Map(), evaluate, open: openAt, depth: 0, steps: 0 }
  const found = new Map<Uri, Entity[]>()
  const readings = new Map<string, Reading>()
  const add: Add = entities => {
    for (const entity of entities) {
      const inFile = found.get(entity.file)
      if (inFile) inFile.push(entity)
      else found.set(entity.file, [entity])
    }
  }
  const once: Once = (id, scope, chunk, read) => {
    const key = `${scope.path}${id}`
    const known = before.get(key)
    if (known?.chunk === chunk && areAnsweredAlike(known.asked, answering)) readings.set(key, known)
    else {
      const { found: said, asked } = noting(shared, read)
      readings.set(key, { chunk, asked: new Map([...(scope.call?.asked ?? []), ...asked]), ...said })
    }
    return readings.get(key)
  }
  const leavesOut = readScope(openScope(root, shared), add, once)
  return { found, readings, leavesOut }
}

type Add = (entities: readonly Entity[]) => void

/** Reads a resource, or takes over what it said. */
type Once = (id: string, scope: Scope, chunk: Chunk, read: () => Said) => Said | undefined

type Said = Pick<Reading, 'entities' | 'uses' | 'isLeftOut'>

/** Reads the module of a scope and all that it calls; tells whether anything is declared there of which there is none. */
function readScope(scope: Scope, add: Add, once: Once): boolean {
  let leavesOut = readResources(scope, add, once)
  for (const declared of scope.module.providers)
    if (declared.path[1] === 'kafka')
      add(readKafkaProvider(openResource('provider', 'kafka', openAt(declared, scope), scope)))
  for (const declared of scope.module.settings)
    add(readState(openResource('terraform', 'terraform', openAt(declared, scope), scope)))
  for (const [name, declared] of scope.module.calls) {
    for (const called of calledScopes(scope, name)) leavesOut = readScope(called, add, once) || leavesOut
    const copies = copiesOf(openAt(declared, scope))
    leavesOut ||= copies.length === 0
    for (const call of copies) add(readPublicModule(name, call, scope))
  }
  return leavesOut
}

/** Reads the resources of a module; an `aws_msk_configuration` only where no cluster in sight uses it. Tells whether there is none of one of them. */
function readResources(scope: Scope, add: Add, once: Once): boolean {
  const used = new Set<string>()
  let leavesOut = false
  const readCopies = (declared: Declared, reader: Reader): Said => {
    const [, type = '', name = ''] = declared.path
    const [entities, uses]: [Entity[], string[]] = [[], []]
    const copies = copiesOf(openAt(declared, scope))
    for (const body of copies) {
      scope.shared.steps = 0
      for (const { origin } of blocks(body, 'configuration_info').map(info => down(info, 'arn')))
        if (origin.refersTo) uses.push(placeKey(origin.refersTo.body.near))
      entities.push(...reader(openResource(type, name, body, scope)))
    }
    return { entities, uses, isLeftOut: copies.length === 0 }
  }
  const read = ([id, declared]: readonly [string, Declared], reader: Reader): void => {
    const said = once(id, scope, declared.chunk, () => readCopies(declared, reader))
    for (const place of said?.uses ?? []) used.add(place)
    leavesOut ||= said?.isLeftOut === true
    add(said?.entities ?? [])
  }
  const resources = [...scope.module.resources]
  for (const one of resources) {
    const [kind, type = ''] = one[1].path
    const isRead = kind === 'resource' || type === 'aws_iam_policy_document' || type === 'template_file'
    const reader = isRead ? (readers.get(type) ?? anyReader(type, one[1])) : undefined
    if (reader) read(one, reader)
  }
  for (const one of resources) {
    const [kind, type] = one[1].path
    if (kind === 'resource' && type === 'aws_msk_configuration')
      add(
        readCopies(one[1], resource => (used.has(placeKey(resource.body.near)) ? [] : readConfiguration(resource)))
          .entities,
      )
  }
  return leavesOut
}

/** The reader of a resource that has none, where it is worth a look. */
const anyReader = (type: string, { chunk, path }: Declared): Reader | undefined =>
  path[0] === 'resource' && type !== 'aws_msk_configuration' && (runsPrograms(type) || mayTell(chunk.source))
    ? readAny
    : undefined

/** Reads the call of a public module as the resource that it makes: nothing of the module itself is here but what its caller gives it. */
function readPublicModule(name: string, call: Cursor, scope: Scope): readonly Entity[] {
  const known = asResource(call)
  const inner = openScope(nothing, scope.shared, '', { body: call, scope, depth: 1, asked: new Map() })
  return (known && readers.get(known.type)?.(openResource(known.type, name, known.body, inner))) ?? []
}

const nothing: Module = indexModule(toUri(''), [])

/** The copies of a declaration; where nobody can tell how many there are, the declaration itself. */
const copiesOf = (whole: Cursor): Cursor[] => instancesOf(whole)?.map(({ body }) => body) ?? [whole]

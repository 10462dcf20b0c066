import type { Entity } from '../model/entities.ts'
import { knownValue, placeKey } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { down, entries, items } from '../formats/cursor.ts'
import { extentOf, type Cursor, type Reference } from '../formats/position.ts'
import { readVariablesIn } from '../formats/environment/read.ts'
import { text } from '../formats/values.ts'
import { readBackupPlan, readLifecyclePolicy, readVault } from '../terraform/backups.ts'
import { readS3Bucket } from '../terraform/bucket.ts'
import { readPolicy } from '../terraform/access.ts'
import { readMskConnector } from '../terraform/connect.ts'
import { readEventSource } from '../terraform/event-source.ts'
import { mapOf } from '../formats/made.ts'
import { readConfiguration, readMskCluster, readServerless } from '../terraform/msk.ts'
import { readPipe, readStreamOfKafka } from '../terraform/pipes.ts'
import { readReplicator } from '../terraform/replicator.ts'
import type { Resource } from '../terraform/resource.ts'
import { readSchema } from '../terraform/schema.ts'
import { readMskTopic } from '../terraform/topic.ts'
import { asAttributes } from './properties.ts'
import type { Given, Template } from './template.ts'

/** What a type of CloudFormation is called by Terraform's provider, whose readers read it. */
interface Kind {
  readonly type: string
  readonly read?: (resource: Resource) => readonly Entity[]
  /** Names of attributes that are another one here. */
  readonly names?: Readonly<Record<string, string>>
}

// Their properties are those of AWS's own schemas of these types (cfn-lint 1.58.0, us-east-1, 2026-11-22).
const kinds = tableOf<Kind>({
  'AWS::MSK::Cluster': { type: 'aws_msk_cluster', read: readMskCluster },
  'AWS::MSK::ServerlessCluster': { type: 'aws_msk_serverless_cluster', read: readServerless },
  'AWS::MSK::Configuration': { type: 'aws_msk_configuration' },
  'AWS::MSK::Replicator': { type: 'aws_msk_replicator', read: readReplicator },
  'AWS::MSK::Topic': {
    type: 'aws_msk_topic',
    read: readMskTopic,
    names: { topic_name: 'name' },
  },
  'AWS::MSK::ClusterPolicy': { type: 'aws_msk_cluster_policy', read: readPolicy },
  'AWS::KafkaConnect::Connector': { type: 'awscc_kafkaconnect_connector', read: readMskConnector },
  'AWS::KafkaConnect::WorkerConfiguration': { type: 'awscc_kafkaconnect_worker_configuration' },
  'AWS::Glue::Schema': { type: 'aws_glue_schema', read: readSchema, names: { name: 'schema_name' } },
  'AWS::Lambda::EventSourceMapping': { type: 'aws_lambda_event_source_mapping', read: readEventSource },
  'AWS::Pipes::Pipe': { type: 'aws_pipes_pipe', read: readPipe },
  'AWS::KinesisFirehose::DeliveryStream': {
    type: 'aws_kinesis_firehose_delivery_stream',
    read: readStreamOfKafka,
    names: { delivery_stream_name: 'name' },
  },
  'AWS::IAM::Policy': { type: 'aws_iam_policy', read: readPolicy },
  'AWS::IAM::ManagedPolicy': { type: 'aws_iam_policy', read: readPolicy },
  'AWS::IAM::RolePolicy': { type: 'aws_iam_policy', read: readPolicy },
  'AWS::EC2::SecurityGroup': { type: 'aws_security_group' },
  'AWS::EC2::SecurityGroupIngress': { type: 'aws_vpc_security_group_ingress_rule' },
  'AWS::EC2::Subnet': { type: 'aws_subnet' },
  'AWS::Logs::LogGroup': { type: 'aws_cloudwatch_log_group' },
  'AWS::S3::Bucket': { type: 'aws_s3_bucket', read: readS3Bucket, names: { bucket_name: 'bucket' } },
  'AWS::KMS::Key': { type: 'aws_kms_key' },
  'AWS::Backup::BackupVault': { type: 'aws_backup_vault', read: readVault, names: { backup_vault_name: 'name' } },
  'AWS::Backup::BackupPlan': { type: 'aws_backup_plan', read: readBackupPlan },
  'AWS::DLM::LifecyclePolicy': { type: 'aws_dlm_lifecycle_policy', read: readLifecyclePolicy },
})

/** Whether a document is a template. */
export const isTemplate = (root: Cursor): boolean =>
  entries(down(root, 'Resources')).some(resource => /^AWS::/.test(knownValue(text(down(resource, 'Type'))) ?? ''))

/** Reads a template of CloudFormation or SAM, with what another one gives for its parameters; any other document says nothing. */
export function readCloudFormation(root: Cursor, given?: Given): readonly Entity[] {
  const resources = entries(down(root, 'Resources'))
  if (resources.length === 0) return []
  const opened = new Map<string, Resource | undefined>()
  const open = (name: string): Resource | undefined => {
    if (!opened.has(name)) {
      // What refers to itself ends here.
      opened.set(name, undefined)
      const declared = resources.findLast(one => one.name === name)
      opened.set(name, declared && openResource(declared, declared.name, template, all))
    }
    return opened.get(name)
  }
  const template: Template = {
    root,
    depth: 0,
    ...(given ? { given } : {}),
    resource: (name, attribute): Reference | undefined => {
      const kind = kinds.get(knownValue(text(down(root, 'Resources', name, 'Type'))) ?? '')
      return (
        kind && {
          type: kind.type,
          attribute,
          get body(): Cursor {
            return open(name)?.body ?? down(root, 'Resources', name)
          },
          region: () => regionAt(down(root, 'Resources', name)),
        }
      )
    },
  }
  const all = (): Resource[] => resources.flatMap(({ name }) => open(name) ?? [])
  const used = new Set<string>()
  const found = resources.flatMap(({ name }): readonly Entity[] => {
    const type = knownValue(text(down(root, 'Resources', name, 'Type'))) ?? ''
    const resource = kinds.get(type)?.read && open(name)
    if (resource) {
      const configuration = down(resource.body, 'configuration_info', 'arn').origin.refersTo
      if (configuration) used.add(placeKey(configuration.body.near))
    }
    return (
      (resource && kinds.get(type)?.read?.(resource)) ??
      insideOf(type, down(root, 'Resources', name), name, template, all)
    )
  })
  const configurations = resources.flatMap(({ name }): readonly Entity[] => {
    if (knownValue(text(down(root, 'Resources', name, 'Type'))) !== 'AWS::MSK::Configuration') return []
    const resource = open(name)
    return resource && !used.has(placeKey(resource.body.near)) ? readConfiguration(resource) : []
  })
  return [...found, ...configurations]
}

/** Where the region of a template is written: nowhere, it is deployed into one. */
const regionAt = (at: Cursor): Cursor => ({
  ...at,
  tree: { kind: 'unresolved', span: at.tree?.span ?? { start: 0, end: 0 }, text: 'AWS::Region' },
})

function openResource(
  declared: Cursor,
  name: string,
  template: Template,
  all: () => readonly Resource[],
  properties = down(declared, 'Properties'),
  type = knownValue(text(down(declared, 'Type'))) ?? '',
): Resource | undefined {
  const kind = kinds.get(type)
  const label = declared.key
  if (!kind || !label) return undefined
  const body = asAttributes({ ...properties, near: label }, template)
  const parts = body.origin.parts?.map(part => ({ ...part, name: kind.names?.[part.name] ?? part.name }))
  return {
    type: kind.type,
    labelled: name,
    file: declared.document.file,
    body: { ...(parts ? { ...body, origin: { ...body.origin, parts } } : body), near: label },
    label,
    kept: () => ({ key: 'DeletionPolicy', at: { ...down(declared, 'DeletionPolicy'), near: label }, by: 'Retain' }),
    extent: extentOf(declared),
    region: () => ({ state: 'unresolved', at: label, text: 'AWS::Region' }),
    provider: () => undefined,
    beside: fits => all().flatMap(one => (fits.test(one.type) ? [one.body] : [])),
    handedOn: () => false,
  }
}

/** What stands inside a resource of another type: policies of a role, sources of events of a function of SAM. */
function insideOf(
  type: string,
  declared: Cursor,
  name: string,
  template: Template,
  all: () => readonly Resource[],
): readonly Entity[] {
  const properties = down(declared, 'Properties')
  if (type === 'AWS::IAM::Role')
    return items(down(properties, 'Policies')).flatMap(policy => {
      const resource = openResource(declared, name, template, all, policy, 'AWS::IAM::Policy')
      return resource ? readPolicy(resource) : []
    })
  const programs = runsPrograms.test(type) ? variablesOf(declared, name, template) : []
  if (type !== 'AWS::Serverless::Function') return programs
  const sources = entries(down(properties, 'Events')).flatMap(event => {
    if (!/^(?:MSK|SelfManagedKafka)$/.test(knownValue(text(down(event, 'Type'))) ?? '')) return []
    const resource = openResource(
      declared,
      name,
      template,
      all,
      down(event, 'Properties'),
      'AWS::Lambda::EventSourceMapping',
    )
    return resource ? readEventSource({ ...resource, body: asMapping(resource.body) }) : []
  })
  return [...programs, ...sources]
}

/** Types whose resources run programs. */
const runsPrograms = /^AWS::(?:Lambda|Serverless)::Function$|^AWS::ECS::TaskDefinition$/

/** What the programs of a resource are told by variables. */
function variablesOf(declared: Cursor, name: string, template: Template): readonly Entity[] {
  const label = declared.key
  if (!label) return []
  const body = { ...asAttributes({ ...down(declared, 'Properties'), near: label }, template), near: label }
  return readVariablesIn(body, { state: 'known', value: name, at: label }, 'secret')
}

/** What SAM calls otherwise than the mapping that it makes. */
const asMapping = (body: Cursor): Cursor =>
  mapOf(
    body,
    (body.origin.parts ?? []).map(part => ({ ...part, name: part.name === 'stream' ? 'event_source_arn' : part.name })),
  )

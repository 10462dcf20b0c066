import type { Site, Support, SupportingService, Told } from '../model/entities.ts'
import { knownValue, type Fact, type Known } from '../model/fact.ts'
import { down, entries, isThere, items, reportingAt } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { diskDriver } from '../formats/disk-drivers.ts'
import { tableOf } from '../text/table.ts'
import { readBackupPlan, readLifecyclePolicy, readVault } from './backups.ts'
import { block, blocks } from './instances.ts'
import { textOf } from '../formats/made.ts'
import { known, named, siteOf, type Resource } from './resource.ts'

/** What stands beside Kafka in a module: alarms, stores of metrics, dashboards, shippers of logs, backups, classes of disks. */
export const supportingServices: Readonly<Record<string, (resource: Resource) => readonly SupportingService[]>> = {
  aws_cloudwatch_metric_alarm: readAlarm,
  aws_cloudwatch_composite_alarm: resource => [regional(resource, 'alarm_name', 'alerting', 'Amazon CloudWatch')],
  aws_cloudwatch_dashboard: resource =>
    [regional(resource, 'dashboard_name', 'metrics', 'Amazon CloudWatch')].map(one =>
      speaking(one, resource, 'dashboard_body'),
    ),
  aws_prometheus_workspace: resource => [
    regional(resource, 'alias', 'metrics', 'Amazon Managed Service for Prometheus'),
  ],
  aws_grafana_workspace: resource => [regional(resource, 'name', 'metrics', 'Amazon Managed Grafana')],
  aws_kinesis_firehose_delivery_stream: readDeliveryStream,
  aws_backup_vault: readVault,
  aws_backup_plan: readBackupPlan,
  aws_dlm_lifecycle_policy: readLifecyclePolicy,
  grafana_dashboard: resource => [ofGrafana(resource, 'metrics', 'config_json')],
  grafana_rule_group: resource => [ofGrafana(resource, 'alerting')],
  grafana_data_source: resource => [ofGrafana(resource, 'metrics')],
  datadog_monitor: resource => [ofDatadog(resource, 'alerting', 'query')],
  datadog_dashboard_json: resource => [ofDatadog(resource, 'metrics', 'dashboard')],
  datadog_dashboard: resource => [ofDatadog(resource, 'metrics')],
  kubernetes_storage_class: readStorageClass,
  kubernetes_storage_class_v1: readStorageClass,
}

const base = (
  resource: Resource,
  name: string,
  role: Support,
  service: string,
): SupportingService & { readonly general: true } => ({
  kind: 'supporting-service',
  ...named(resource, name),
  role,
  service,
  clusters: [],
  tells: [],
  general: true,
})

const regional = (resource: Resource, name: string, role: Support, service: string): SupportingService => ({
  ...base(resource, name, role, service),
  site: siteOf(resource, service),
})

/** A service whose text speaks of Kafka is about it. */
function speaking(service: SupportingService, { body }: Resource, ...attributes: readonly string[]): SupportingService {
  const { general: _, ...ours } = service
  return attributes.some(name => wordsIn(down(body, name)).some(mentionsKafka)) ? ours : service
}

const mentionsKafka = (words: string): boolean => /kafka|consumer[_. -]?(?:group|lag)/i.test(words)

/** All texts at and below a cursor. */
function wordsIn(cursor: Cursor, depth = 8): string[] {
  const own = textOf(cursor)
  if (own !== undefined) return [own]
  if (depth === 0) return []
  return [...entries(cursor), ...items(cursor), ...(cursor.origin.parts ?? []).map(part => part.cursor)]
    .slice(0, mostParts)
    .flatMap(part => wordsIn(part, depth - 1))
}

/** More parts of a dashboard tell nothing new. */
const mostParts = 200

/** Reads an alarm on metrics of MSK: its dimensions name the cluster, groups and topics. */
function readAlarm(resource: Resource): SupportingService[] {
  const { body } = resource
  const metrics = [body, ...blocks(body, 'metric_query').flatMap(query => blocks(query, 'metric'))]
  const ours = metrics.filter(metric => knownValue(text(down(metric, 'namespace'))) === 'AWS/Kafka')
  if (ours.length === 0) return []
  const { general: _, ...alarm } = {
    ...base(resource, 'alarm_name', 'alerting', 'Amazon CloudWatch'),
    site: siteOf(resource, 'Amazon CloudWatch'),
  }
  const dimensions = ours.flatMap(metric => entries(down(metric, 'dimensions')))
  const called = (name: string): Fact<string>[] => dimensions.filter(one => one.name === name).map(text)
  const told = (what: Told['what'], name: string): Told[] => called(name).map(fact => ({ what, name: fact }))
  return [
    {
      ...alarm,
      clusters: called('Cluster Name').filter((fact): fact is Known<string> => fact.state === 'known'),
      tells: [...told('group', 'Consumer Group'), ...told('topic', 'Topic')],
    },
  ]
}

/** Reads a delivery stream that hands on what it gets to an address. */
function readDeliveryStream(resource: Resource): SupportingService[] {
  const url = down(block(resource.body, 'http_endpoint_configuration'), 'url')
  if (!isThere(url)) return []
  return [
    {
      ...base(resource, 'name', 'logs', 'Amazon Data Firehose'),
      endpoint: text(url),
    },
  ]
}

/** What a provider's resource is sent to: the address that its provider names, else the provider's own. */
function sentTo(resource: Resource, kind: string, attribute: string, otherwise: string | undefined): Fact<string> {
  const provider = resource.provider(kind)
  const written = provider
    ? text(reportingAt(down(provider, attribute), resource.label))
    : ({ state: 'absent', near: resource.label } as const)
  if (written.state !== 'absent') return written
  return otherwise !== undefined && provider
    ? known(otherwise, written)
    : { state: 'unresolved', at: resource.label, text: '' }
}

function ofGrafana(resource: Resource, role: Support, ...attributes: readonly string[]): SupportingService {
  const service = {
    ...base(resource, 'name', role, 'Grafana'),
    endpoint: sentTo(resource, 'grafana', 'url', undefined),
  }
  return speaking(service, resource, ...attributes)
}

/** Datadog's provider talks to the United States where nothing else is written. */
function ofDatadog(resource: Resource, role: Support, ...attributes: readonly string[]): SupportingService {
  const endpoint = sentTo(resource, 'datadog', 'api_url', 'https://api.datadoghq.com')
  return speaking({ ...base(resource, 'name', role, 'Datadog'), endpoint }, resource, ...attributes)
}

/** Reads a class of disks: the driver tells who runs them. */
function readStorageClass(resource: Resource): SupportingService[] {
  const { body, label } = resource
  const name = text(down(block(body, 'metadata'), 'name'))
  const driver = diskDriver(text(down(body, 'storage_provisioner')), label)
  return [
    {
      ...base(resource, 'name', 'disks', driver.service),
      ...(name.state === 'absent' ? {} : { name }),
      ...(driver.site ? { site: driver.site } : {}),
    },
  ]
}

interface Backend {
  readonly service: string
  readonly provider?: string
  readonly region?: string
  /** The attribute that holds an address, or a part of one. */
  readonly address?: string
  readonly toAddress?: (value: string) => string
  readonly otherwise?: string
}

/** Where Terraform keeps its state, by the kind of the backend: developer.hashicorp.com/terraform/language/backend. */
const backends = tableOf<Backend>({
  s3: { service: 'Amazon S3', provider: 'aws-s3', region: 'region' },
  gcs: { service: 'Google Cloud Storage', provider: 'gcp-apis' },
  azurerm: {
    service: 'Azure Blob Storage',
    address: 'storage_account_name',
    toAddress: account => `${account}.blob.core.windows.net`,
  },
  http: { service: 'HTTP', address: 'address' },
  consul: { service: 'Consul', address: 'address' },
  remote: { service: 'HCP Terraform', address: 'hostname', otherwise: 'app.terraform.io' },
  cloud: { service: 'HCP Terraform', address: 'hostname', otherwise: 'app.terraform.io' },
  kubernetes: { service: 'Kubernetes' },
})

/** Reads where the state of a module is kept: names of topics and users are in it, and passwords where resources have them. */
export function readState(resource: Resource): SupportingService[] {
  const { body } = resource
  const written = entries(down(body, 'backend')).map(backend => ({ kind: backend.name, at: backend }))
  const cloud = down(body, 'cloud')
  return [...written, ...(isThere(cloud) ? [{ kind: 'cloud', at: cloud }] : [])].flatMap(({ kind, at }) => {
    const row = backends.get(kind)
    const near = at.key ?? resource.label
    const name = { state: 'known', value: kind, at: near } as const
    return row ? [{ ...base(resource, '', 'state', row.service), name, ...placeOfState(row, at) }] : []
  })
}

function placeOfState(
  { service, provider, region, address, toAddress = same, otherwise }: Backend,
  at: Cursor,
): { site?: Site; endpoint?: Fact<string> } {
  const near = at.key ?? at.near
  if (provider !== undefined)
    return {
      site: {
        provider,
        service,
        // What is not written is given to the command that sets the backend up.
        region: region === undefined ? { state: 'absent', near } : leftOpen(text(reportingAt(down(at, region), near))),
      },
    }
  if (address === undefined) return { endpoint: { state: 'absent', near } }
  const written = text(reportingAt(down(at, address), near))
  if (written.state === 'known') return { endpoint: known(toAddress(written.value), written) }
  return {
    endpoint: otherwise !== undefined && written.state === 'absent' ? known(otherwise, written) : leftOpen(written),
  }
}

const same = (value: string): string => value

const leftOpen = (fact: Fact<string>): Fact<string> =>
  fact.state === 'absent' ? { state: 'unresolved', at: fact.near, text: '' } : fact

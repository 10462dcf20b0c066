import type { Support, SupportingService } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { backupResources, backupsInValues } from './backups.ts'
import { down, entries, inside, isThere, items, reportingAt } from './cursor.ts'
import { diskDriver } from './disk-drivers.ts'
import { readHead, type KubernetesResource } from './kubernetes-resource.ts'
import { extentOf, placeHere, type Cursor } from './position.ts'
import { text } from './values.ts'

/** Reads what stands beside Kafka in Kubernetes, and the configuration of collectors: where metrics, logs and traces are sent, where backups lie, which disks there are. */
export function readSupport(root: Cursor): readonly SupportingService[] {
  const group = knownValue(text(down(root, 'apiVersion')))?.split('/')[0]
  if (group === undefined) return readPlain(root)
  const resource = readHead(root, group)
  return (resource && readers.get(`${group}/${resource.kind}`)?.(resource)) ?? []
}

/** Whether a text can hold something of it: of what the operator of Prometheus reads, alerts on Kafka and what is sent away; of all else with words of theirs, collectors with pipelines, classes of disks and what is kept of them. */
export const maySupport = (text: string): boolean =>
  (text.includes('monitoring.coreos.com/') && /kafka/i.test(text)) ||
  (text.includes('pipelines') && (collects.test(text) || text.trimStart().startsWith('{'))) ||
  (text.includes('storage.k8s.io/') && /StorageClass|VolumeSnapshot/.test(text)) ||
  others.test(text)

/** A collector is a resource, or a file of its own: what lies deeper in other files is no part of it. */
const collects = /^["']?exporters["']?[ \t]*:|opentelemetry\.io\//m

const others =
  /remote_?[wW]rite:(?![ \t]*\[[ \t]*\])|velero\.io\/|backupStorageLocation:|logging\.banzaicloud\.io\/|fluentbit\.fluent\.io\/|\/loki\/api\/v1\/push/

const readers = tableOf<(resource: KubernetesResource) => readonly SupportingService[]>({
  'monitoring.coreos.com/Prometheus': readPrometheus,
  'monitoring.coreos.com/PrometheusAgent': readPrometheus,
  'monitoring.coreos.com/PrometheusRule': readRules,
  'opentelemetry.io/OpenTelemetryCollector': ({ root, name }) =>
    configured(down(root, 'spec', 'config')).flatMap(config => readCollector(config, name)),
  ...backupResources,
  'storage.k8s.io/StorageClass': readDisks,
  'logging.banzaicloud.io/ClusterOutput': readOutput,
  'logging.banzaicloud.io/Output': readOutput,
  'fluentbit.fluent.io/ClusterOutput': readOutput,
  'fluentbit.fluent.io/Output': readOutput,
})

const service = (
  at: Cursor,
  name: Fact<string>,
  role: Support,
  called: string,
  rest: Pick<SupportingService, 'endpoint' | 'site' | 'general'>,
): SupportingService => ({
  kind: 'supporting-service',
  name,
  file: at.document.file,
  extent: extentOf(at),
  role,
  service: called,
  clusters: [],
  tells: [],
  ...rest,
})

/** A configuration that is written as a map, or as a text of YAML. */
const configured = (at: Cursor): Cursor[] => (at.tree?.kind === 'map' ? [at] : inside(at, 'yaml'))

const general = { general: true } as const

/** What is no resource: the configuration of a collector, or values of a chart that hold one. */
function readPlain(root: Cursor): SupportingService[] {
  const near = (cursor: Cursor): Fact<string> => ({
    state: 'known',
    value: cursor.path.at(-1)?.toString() ?? 'prometheus',
    at: cursor.key ?? placeHere(cursor),
  })
  const written = [
    down(root, 'remote_write'),
    down(root, 'server', 'remoteWrite'),
    down(root, 'prometheus', 'prometheusSpec', 'remoteWrite'),
    down(root, 'kube-prometheus-stack', 'prometheus', 'prometheusSpec', 'remoteWrite'),
  ].filter(isThere)
  const clients = [down(root, 'clients'), down(root, 'config', 'clients'), down(root, 'promtail', 'config', 'clients')]
  return [
    ...written.flatMap(list => remoteWrites(list, near(list), root)),
    ...readCollector(root, undefined),
    ...clients.flatMap(list =>
      items(list).flatMap(client => {
        const url = down(client, 'url')
        return isThere(url) ? [service(client, near(list), 'logs', 'Loki', { endpoint: text(url), ...general })] : []
      }),
    ),
    ...backupsInValues(root),
  ]
}

function readPrometheus({ root, name }: KubernetesResource): SupportingService[] {
  return remoteWrites(down(root, 'spec', 'remoteWrite'), name, root)
}

/** Where Prometheus sends what it has collected; it is about Kafka where a job of the same file is. */
function remoteWrites(list: Cursor, name: Fact<string>, root: Cursor): SupportingService[] {
  const jobs = items(down(root, 'scrape_configs')).map(job => knownValue(text(down(job, 'job_name'))) ?? '')
  return items(list).flatMap(one => {
    const url = down(one, 'url')
    const about = jobs.some(speaksOfKafka) ? {} : general
    return isThere(url) ? [service(one, name, 'metrics', 'Prometheus', { endpoint: text(url), ...about })] : []
  })
}

const speaksOfKafka = (words: string): boolean => words.toLowerCase().includes('kafka')

/** Rules that alert on metrics of Kafka's. */
function readRules({ root, name }: KubernetesResource): SupportingService[] {
  const rules = items(down(root, 'spec', 'groups')).flatMap(group => items(down(group, 'rules')))
  const alerts = rules.filter(rule => isThere(down(rule, 'alert')))
  return alerts.some(rule => speaksOfKafka(knownValue(text(down(rule, 'expr'))) ?? ''))
    ? [service(root, name, 'alerting', 'Prometheus', { endpoint: { state: 'absent', near: root.near } })]
    : []
}

const signals = tableOf<Support>({ metrics: 'metrics', logs: 'logs', traces: 'traces' })

/** Exporters that keep what they get, or only show it. */
const silent: ReadonlySet<string> = new Set(['debug', 'logging', 'nop', 'file', 'kafka', 'prometheus'])

/** Reads a collector of OpenTelemetry: each exporter of each pipeline. */
function readCollector(root: Cursor, named: Fact<string> | undefined): SupportingService[] {
  const pipelines = entries(down(root, 'service', 'pipelines'))
  const exporters = entries(down(root, 'exporters'))
  return pipelines.flatMap(pipeline => {
    const role = signals.get(pipeline.name.split('/')[0] ?? '')
    const used = items(down(pipeline, 'exporters')).map(item => knownValue(text(item)))
    const sources = items(down(pipeline, 'receivers')).map(item => knownValue(text(item)) ?? '')
    const about = sources.some(speaksOfKafka) ? {} : general
    return exporters.flatMap(exporter => {
      const [kind = ''] = exporter.name.split('/')
      if (role === undefined || !used.includes(exporter.name) || silent.has(kind)) return []
      const name = named ?? { state: 'known', value: exporter.name, at: exporter.written ?? placeHere(exporter) }
      return [
        service(exporter, name, role, exporterNames.get(kind) ?? kind, {
          endpoint: endpointOf(exporter, kind),
          ...about,
        }),
      ]
    })
  })
}

const exporterNames = tableOf<string>({
  otlp: 'OTLP',
  otlphttp: 'OTLP',
  datadog: 'Datadog',
  prometheusremotewrite: 'Prometheus',
  loki: 'Loki',
  elasticsearch: 'Elasticsearch',
  splunk_hec: 'Splunk',
})

/** Where an exporter sends to; Datadog's to the United States where nothing else is written. */
function endpointOf(exporter: Cursor & { readonly written?: Cursor['near'] | undefined }, kind: string): Fact<string> {
  const near = exporter.key ?? placeHere(exporter)
  const site = text(reportingAt(down(exporter, 'api', 'site'), near))
  if (kind === 'datadog') return site.state === 'absent' ? { state: 'known', value: 'datadoghq.com', at: near } : site
  const written = ['endpoint', 'metrics_endpoint', 'traces_endpoint', 'logs_endpoint', 'endpoints'].flatMap(key => {
    const at = down(exporter, key)
    return isThere(at) ? [text(items(at)[0] ?? at)] : []
  })
  return written[0] ?? { state: 'unresolved', at: near, text: '' }
}

function readDisks({ root, name }: KubernetesResource): SupportingService[] {
  const driver = diskDriver(text(down(root, 'provisioner')), root.near)
  return [service(root, name, 'disks', driver.service, { ...(driver.site ? { site: driver.site } : {}), ...general })]
}

/** Reads where the logs of a cluster are shipped: each output that names a host. */
function readOutput({ root, name }: KubernetesResource): SupportingService[] {
  return entries(down(root, 'spec')).flatMap(output => {
    const host = ['host', 'endpoint', 'url', 'uri', 'dd_url'].map(key => down(output, key)).find(isThere)
    const region = ['s3_region', 'region'].map(key => down(output, key)).find(isThere)
    if (!host && !region) return []
    return [
      service(root, name, 'logs', output.name, {
        ...(host ? { endpoint: text(host) } : {}),
        ...(region && !host ? { site: { provider: 'aws-s3', service: output.name, region: text(region) } } : {}),
        ...general,
      }),
    ]
  })
}

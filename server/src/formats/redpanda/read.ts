import type { Cluster, Entity } from '../../model/entities.ts'
import { asBoolean, placeOf, type Known } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { baseName } from '../../text/uri.ts'
import { down, entries, isThere, reportingAt } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { switchedOffBy, turnedOff } from '../values.ts'
import { readNodeListeners } from './listeners.ts'
import { readChart, readRedpandaResource } from './resources.ts'
import { redpandaSettings } from './settings.ts'
import { folderTitle } from '../title.ts'

/** Reads what configures Redpanda: its resources, the values of its Helm chart (at the root, or below a name where it is one of several charts), the file of a node, the file that a cluster starts from. */
export function readRedpanda(root: Cursor): readonly Entity[] {
  if (isThere(down(root, 'apiVersion'))) return readRedpandaResource(root)
  if (baseName(root.document.file) === '.bootstrap.yaml' || isOfCluster(root)) return [readNode(root, root)]
  const below = down(root, 'redpanda')
  if (isThere(down(below, 'kafka_api')) || isThere(down(below, 'rpc_server'))) return [readNode(root, below)]
  const others = entries(root).filter(entry => entry.name !== 'redpanda' && isAlias(entry))
  return [...[root, below].filter(isChart), ...others].flatMap(values => {
    const named = { name: nameOf(values), file: root.document.file, extent: extentOf(values) }
    return turnedOff([readChart(reportingAt(values, named.name.at), named)], switchedOffBy(values))
  })
}

const clusterKeys: ReadonlySet<string> = new Set([
  'auto_create_topics_enabled',
  'cloud_storage_enabled',
  'cloud_storage_region',
  'default_topic_partitions',
  'default_topic_replications',
  'enable_sasl',
  'kafka_enable_authorization',
  'log_retention_ms',
  'minimum_topic_replications',
])

/** Whether a file is what `rpk cluster config export` writes: settings of the cluster, all at the top. */
const isOfCluster = (root: Cursor): boolean => entries(root).filter(({ name }) => clusterKeys.has(name)).length > 1

/** Redpanda's chart is the one that has its brokers under `statefulset` and its settings under `config.cluster`. */
const isChart = (values: Cursor): boolean =>
  ['cluster', 'node', 'tunable'].some(part => isThere(down(values, 'config', part))) ||
  (isThere(down(values, 'listeners', 'kafka')) &&
    isThere(down(values, 'statefulset')) &&
    isThere(down(values, 'listeners', 'schemaRegistry')))

/** Whether values below another name are the chart's: a chart may call its parts as it likes. */
const isAlias = (values: Cursor): boolean =>
  isThere(down(values, 'statefulset')) &&
  [
    ['config', 'cluster'],
    ['auth', 'sasl'],
    ['listeners', 'kafka'],
  ].some(path => isThere(down(values, ...path)))

/** A file of values has no name but that of its folder, which is the chart's. */
function nameOf(values: Cursor): Known<string> {
  const at = entries(values)[0]?.key ?? values.near
  const own = values.path.length > 0 ? values.path.at(-1) : folderTitle(values.document)
  return { state: 'known', value: String(own ?? '') || 'redpanda', at }
}

/** The file of one node: of its cluster it tells little. */
function readNode(root: Cursor, below: Cursor): Cluster {
  const node = {
    ...below,
    attribute: { tool: 'redpanda', resource: 'Redpanda', path: ['config', 'cluster'], there: 2 },
  }
  const name = nameOf(root)
  const near = entries(node)[0]?.key ?? name.at
  const bag = { ...redpandaSettings(node), near }
  const sasl = asBoolean(setting(bag, 'enable_sasl'))
  return {
    kind: 'cluster',
    name,
    file: root.document.file,
    extent: extentOf(root),
    engine: { state: 'known', value: 'redpanda', at: name.at },
    version: { state: 'absent', near },
    brokers: { state: 'absent', near },
    storage: [],
    listeners: readNodeListeners(node),
    authorization:
      sasl.state === 'known' && sasl.value
        ? { state: 'known', value: 'simple', at: placeOf(sasl) }
        : { state: 'absent', near },
    settings: bag,
  }
}

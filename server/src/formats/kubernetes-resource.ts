import { knownValue, wholeOf, type Fact, type Known } from '../model/fact.ts'
import type { Span } from '../text/span.ts'
import { down, entries, isThere, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { text } from './values.ts'
import { tableOf } from '../text/table.ts'
import type { Uri } from '../text/uri.ts'

/** The head that all resources of Kubernetes share. */
export interface KubernetesResource {
  readonly kind: string
  readonly file: Uri
  /** The root of the resource; absent values below it are reported at its name. */
  readonly root: Cursor
  readonly name: Fact<string>
  readonly namespace?: string
  readonly extent: Span
}

/** Kinds that one group of Kubernetes' own has alone. */
const groupOfKind: ReadonlyMap<string, string> = new Map([
  ['StatefulSet', 'apps'],
  ['Deployment', 'apps'],
  ['DaemonSet', 'apps'],
  ['CronJob', 'batch'],
  ['Ingress', 'networking.k8s.io'],
])

/** Reads the head of a resource of an API group; undefined for any other. */
export function readHead(root: Cursor, group: string): KubernetesResource | undefined {
  const kind = text(down(root, 'kind'))
  const version = text(down(root, 'apiVersion'))
  // Which version of it a cluster has, charts ask the cluster.
  const filledIn = version.state === 'unresolved' ? groupOfKind.get(knownValue(kind) ?? '') : undefined
  const apiVersion = filledIn === undefined ? knownValue(version) : `${filledIn}/`
  if (
    kind.state !== 'known' ||
    (group === '' ? apiVersion?.includes('.') !== false : !apiVersion?.startsWith(`${group}/`))
  )
    return undefined
  const name = text(reportingAt(down(root, 'metadata', 'name'), kind.at))
  const namespace = knownValue(text(down(root, 'metadata', 'namespace')))
  return {
    kind: kind.value,
    file: root.document.file,
    root: {
      ...reportingAt(root, name.state === 'absent' ? kind.at : name.at),
      ...resourceOf(group, kind.value),
    },
    name,
    ...(namespace === undefined ? {} : { namespace }),
    extent: extentOf(root),
  }
}

/** The name of a resource; one that a template fills in is called as it is written there. */
export const nameAsWritten = ({ name, kind, root }: KubernetesResource): Known<string> =>
  name.state === 'known'
    ? name
    : { state: 'known', value: name.state === 'unresolved' ? name.text : kind, at: root.near }

/** The objects that a list of Kubernetes or a template of OpenShift holds, each with a head of its own, and the template's parameters. */
export function objectsIn(root: Cursor): readonly Cursor[] {
  const kind = knownValue(text(down(root, 'kind'))) ?? ''
  const isTemplate = kind === 'Template'
  if (!isTemplate && !kind.endsWith('List')) return []
  const objects = items(down(root, isTemplate ? 'objects' : 'items')).filter(one => isThere(down(one, 'kind')))
  const parameters = isTemplate ? [down(root, 'parameters')].filter(isThere) : []
  return objects.length > 0 ? [...objects, ...parameters] : []
}

/** The resource that all of a document belongs to; the resources that only run a program are not what it is told. */
export function resourceOf(group: string, resource: string): Partial<Pick<Cursor, 'attribute'>> {
  const tool = tools.get(group) ?? group
  return workloads.has(group) ? {} : { attribute: wholeOf(tool, resource) }
}

/** Groups whose resources only run a program. */
const workloads: ReadonlySet<string> = new Set(['', 'apps', 'batch'])

const tools = tableOf({
  'kafka.strimzi.io': 'strimzi',
  'cluster.redpanda.com': 'redpanda',
  'jetstream.nats.io': 'nats',
})

/** The fields that every entity takes over from its resource. */
export const headOf = ({
  name,
  file,
  extent,
  namespace,
}: KubernetesResource): Pick<KubernetesResource, 'name' | 'file' | 'extent' | 'namespace'> => ({
  name,
  file,
  extent,
  ...(namespace === undefined ? {} : { namespace }),
})

/** Whether a document is a resource of an operator that is about Kafka or its kin: what it means, readers of that operator say. */
export const isOperators = (root: Cursor): boolean =>
  /^[^/]*(?:kafka|confluent|redpanda|apicur|jetstream|nais\.io|jikkou|aiven|debezium)[^/]*\//.test(
    knownValue(text(down(root, 'apiVersion'))) ?? '',
  )

/** Clouds keep a load balancer inside where an annotation says so. */
export const isKeptInside = (annotations: Cursor): boolean =>
  entries(annotations).some(annotation => {
    const value = knownValue(text(annotation))
    return /internal|private/i.test(`${annotation.name} ${value ?? ''}`) && value !== 'false'
  })

import { knownValue, wholeOf, type Fact, type Known, type Place } from '../model/fact.ts'
import type { Tree } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'
import { completedBy, down, entries, inside, isThere, items, reportingAt } from './cursor.ts'
import { scalarOf } from './made.ts'
import { extentOf, placeHere, type Cursor } from './position.ts'
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
  const name = nameIn(root, kind.at)
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

/** The name that is written in a resource; whoever completes it may give it one, which nobody can tell. */
export function nameIn(root: Cursor, near: Place): Fact<string> {
  const name = down(root, 'metadata', 'name')
  return isThere(name) ? text(reportingAt(name, near)) : { state: 'absent', near }
}

/** The name of a resource; one that a template fills in is called as it is written there. */
export const nameAsWritten = ({ name, kind, root }: KubernetesResource): Known<string> =>
  name.state === 'known'
    ? name
    : { state: 'known', value: name.state === 'unresolved' ? name.text : kind, at: root.near }

/** The objects that a document holds, each with a head of its own: of a list of Kubernetes, of a template of OpenShift with its parameters, of what Crossplane makes. */
export function objectsIn(root: Cursor): readonly Cursor[] {
  const kind = knownValue(text(down(root, 'kind'))) ?? ''
  const version = knownValue(text(down(root, 'apiVersion'))) ?? ''
  if (version.includes('crossplane.io/')) return objectsOfCrossplane(root, kind).filter(isObject)
  const isTemplate = kind === 'Template'
  if (!isTemplate && !kind.endsWith('List')) return []
  const objects = items(down(root, isTemplate ? 'objects' : 'items')).filter(isObject)
  return isTemplate ? objects.map(object => withParameters(object, down(root, 'parameters'))) : objects
}

const writtenAt = (value: Cursor | undefined): string | undefined =>
  value?.tree?.kind === 'scalar' ? value.tree.text : undefined

/** An object of a template of OpenShift, with what its parameters say unless somebody gives others: `${HOST}:${PORT}`, `${{REPLICAS}}`. One that has no value is filled in by whoever uses it. */
function withParameters(object: Cursor, parameters: Cursor): Cursor {
  const values = new Map(
    items(parameters).flatMap((one): (readonly [string, Cursor])[] => {
      const [name, value] = [knownValue(text(down(one, 'name'))), down(one, 'value')]
      return name !== undefined && value.tree?.kind === 'scalar' ? [[name, value]] : []
    }),
  )
  if (values.size === 0 || object.document.scope) return object
  const resolve = (cursor: Cursor): Cursor => {
    const { tree, key, near, attribute } = cursor
    if (tree?.kind !== 'scalar') return cursor
    const whole = values.get(/^\$\{\{?(\w+)\}\}?$/.exec(tree.text)?.[1] ?? '')
    if (whole) return { ...whole, key, near, attribute, origin: { ...whole.origin, usedBy: placeHere(cursor) } }
    const filled = tree.text.replace(/\$\{(\w+)\}/g, (written, name: string) => writtenAt(values.get(name)) ?? written)
    return filled === tree.text || filled.includes('${') ? cursor : scalarOf(cursor, filled, tree.quoted)
  }
  return { ...object, document: { ...object.document, scope: { resolve, bind: cursor => cursor } } }
}

const isObject = (one: Cursor): boolean => isThere(down(one, 'kind'))

/** What a composition makes, as a base that patches may complete or as a text with templates, and what its provider for Kubernetes applies. */
function objectsOfCrossplane(root: Cursor, kind: string): Cursor[] {
  const spec = down(root, 'spec')
  if (kind === 'Object') return [down(spec, 'forProvider', 'manifest')]
  if (kind !== 'Composition') return []
  const inputs = items(down(spec, 'pipeline')).map(step => down(step, 'input'))
  return [spec, ...inputs].flatMap(input => [
    ...items(down(input, 'resources')).map(one => patched(one, input)),
    ...inside(down(input, 'inline', 'template'), 'yaml'),
  ])
}

/** What a composition makes of a base: what its patches write, and those that it shares with others, is not known, and they may add what is not there. */
function patched(one: Cursor, input: Cursor): Cursor {
  const written = down(one, 'base')
  const base = reportingAt(written, written.key ?? written.near)
  const own = items(down(one, 'patches'))
  if (own.length === 0) return base
  const shared = items(down(input, 'patchSets')).flatMap(set => items(down(set, 'patches')))
  const paths = [...own, ...shared].flatMap(patch => {
    const [to] = ['toFieldPath', 'fromFieldPath'].flatMap(key => knownValue(text(down(patch, key))) ?? [])
    return to === undefined ? [] : [to.split(/[.[\]]+/).filter(step => step !== '')]
  })
  const tree = paths.reduce<Tree | undefined>((before, path) => before && withoutValueAt(before, path), base.tree)
  return completedBy({ ...base, tree }, ofPatches)
}

const ofPatches = 'what the composition patches'

/** A tree in which what stands at a path is not known. */
function withoutValueAt(tree: Tree, [step, ...rest]: readonly string[]): Tree {
  if (step === undefined) return { kind: 'unresolved', span: tree.span, text: ofPatches }
  if (tree.kind === 'map')
    return {
      ...tree,
      entries: tree.entries.map(entry =>
        entry.key === step && entry.value ? { ...entry, value: withoutValueAt(entry.value, rest) } : entry,
      ),
    }
  return tree.kind === 'list'
    ? { ...tree, items: tree.items.map((item, i) => (item && String(i) === step ? withoutValueAt(item, rest) : item)) }
    : tree
}

/** The resource that all of a document belongs to; the resources that only run a program are not what it is told. */
export function resourceOf(group: string, resource: string): Partial<Pick<Cursor, 'attribute'>> {
  const tool = tools.get(group) ?? group
  return workloads.has(group) ? {} : { attribute: wholeOf(tool, resource) }
}

/** Groups whose resources only run a program. */
const workloads: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'apps.openshift.io'])

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

import type { Entity } from '../model/entities.ts'
import { writtenName } from '../model/fact.ts'
import { down, entries, isThere, items } from '../formats/cursor.ts'
import { nowhere, type Elsewhere } from '../formats/environment/containers.ts'
import { readVariables } from '../formats/environment/variables.ts'
import { listOf, mapOf, scalarOf } from '../formats/made.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { tableOf } from '../text/table.ts'
import { attribute, blocks } from './instances.ts'
import type { Resource } from './resource.ts'

/** The kinds of Kubernetes that resources of its provider make, with their API; a version may stand behind the name of the type. */
const kinds = tableOf<readonly [apiVersion: string, kind: string]>({
  kubernetes_deployment: ['apps/v1', 'Deployment'],
  kubernetes_stateful_set: ['apps/v1', 'StatefulSet'],
  kubernetes_daemonset: ['apps/v1', 'DaemonSet'],
  kubernetes_daemon_set: ['apps/v1', 'DaemonSet'],
  kubernetes_pod: ['v1', 'Pod'],
  kubernetes_job: ['batch/v1', 'Job'],
  kubernetes_cron_job: ['batch/v1', 'CronJob'],
  kubernetes_config_map: ['v1', 'ConfigMap'],
  kubernetes_secret: ['v1', 'Secret'],
  kubernetes_service: ['v1', 'Service'],
  kubernetes_ingress: ['networking.k8s.io/v1', 'Ingress'],
})

const kindOf = (type: string): readonly [apiVersion: string, kind: string] | undefined =>
  kinds.get(type.replace(/_v\d\w*$/, ''))

/** Whether resources of a type are objects of Kubernetes that are read as such. */
export const isOfKubernetes = (type: string): boolean => kindOf(type) !== undefined

/** Blocks that are lists in Kubernetes, by the names that these have there. Source: hashicorp/terraform-provider-kubernetes, docs/resources, 2026-11-23. */
const lists = tableOf({
  container: 'containers',
  init_container: 'initContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  volume_claim_template: 'volumeClaimTemplates',
  env: 'env',
  env_from: 'envFrom',
  port: 'ports',
  items: 'items',
  sources: 'sources',
  rule: 'rules',
  path: 'paths',
})

/** Reads a resource of Terraform's provider for Kubernetes as the object that it makes. */
export function readObject(resource: Resource): readonly Entity[] {
  const object = objectOf(resource)
  if (!object || isTakenBeside(resource)) return []
  return (resource.readObject?.(object, elsewhereFor(resource)) ?? []).map(keptByTerraform)
}

/** What Terraform writes, it keeps secret by itself. */
const keptByTerraform = (entity: Entity): Entity =>
  'settings' in entity && entity.settings.refers === 'secret'
    ? { ...entity, settings: { ...entity.settings, refers: 'sensitive-variable' } }
    : entity

/** The object that a resource makes, under the names of Kubernetes. */
function objectOf({ type, body }: Pick<Resource, 'type' | 'body'>): Cursor | undefined {
  const known = kindOf(type)
  if (!known) return undefined
  const [apiVersion, kind] = known
  const made = entries(mapIn(body)).map((entry): Part => {
    // The provider encodes what is given to it.
    const name = kind === 'Secret' && entry.name === 'data' ? 'stringData' : entry.name
    const cursor = entry.name === 'spec' ? withReplicas(entry, kind, body) : entry
    return { name, key: entry.key, cursor }
  })
  const head = Object.entries({ apiVersion, kind }).map(
    ([name, value]): Part => ({ name, key: undefined, cursor: scalarOf(body, value) }),
  )
  return mapOf(body, [...head, ...made])
}

/** The provider's default is one replica, where nobody else sets it. Source: as above. */
function withReplicas(spec: Cursor, kind: string, body: Cursor): Cursor {
  const isCounted = kind === 'Deployment' || kind === 'StatefulSet'
  const isLeft = isThere(attribute(body, 'lifecycle', 'ignore_changes'))
  if (!isCounted || isLeft || isThere(down(spec, 'replicas'))) return spec
  const one: Part = { name: 'replicas', key: undefined, cursor: { ...scalarOf(body, '1'), key: body.near } }
  return mapOf(spec, [...(spec.origin.parts ?? []), one], spec.tree?.kind === 'map' && spec.tree.open)
}

/** A block as the map that it stands for, with the blocks in it. */
function mapIn(body: Cursor): Cursor {
  if (body.tree?.kind !== 'map') return body
  const names = new Set([...entries(body), ...entries(down(body, 'dynamic'))].map(({ name }) => name))
  names.delete('dynamic')
  const parts = [...names].flatMap((name): Part[] => {
    const at = down(body, name)
    if (ofSomebodysOwn.has(name) || (isThere(at) && !areBlocks(at)))
      return [{ name: camelCased(name), key: at.key, cursor: at }]
    const all = blocks(body, name).map(mapIn)
    const list = lists.get(name)
    if (list !== undefined) return [{ name: list, key: at.key, cursor: listOf(at.tree ? at : body, all) }]
    return all.slice(0, 1).map(one => ({ name: camelCased(name), key: one.key, cursor: one }))
  })
  return mapOf(body, parts, body.tree.open)
}

/** Maps whose keys are somebody's own. */
const ofSomebodysOwn: ReadonlySet<string> = new Set([
  ...['labels', 'annotations', 'data', 'binary_data', 'selector', 'match_labels'],
  ...['node_selector', 'limits', 'requests'],
])

/** Whether blocks stand at a place: one is a map, several are a list of them. */
const areBlocks = (at: Cursor): boolean =>
  at.tree?.kind === 'map' ||
  (at.tree?.kind === 'list' && at.tree.items.length > 0 && items(at).every(({ tree }) => tree?.kind === 'map'))

const camelCased = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The types whose pods may take variables from a ConfigMap. */
const workloads = /^kubernetes_(?:deployment|stateful_set|daemon_?set|pod|job|cron_job)/

const configMaps = /^kubernetes_config_map(?:_v\d\w*)?$/

/** What a pod takes from the ConfigMaps that are declared beside it. */
const elsewhereFor = ({ beside }: Resource): Elsewhere => ({
  ...nowhere,
  configMap: name => {
    const found = beside(configMaps).filter(map => writtenName(nameOf(map)) === name)
    const [one] = found
    return one && found.length === 1 ? { ...readVariables(attribute(one, 'data')), refers: 'secret' } : undefined
  },
})

const nameOf = (body: Cursor): ReturnType<typeof text> => text(attribute(body, 'metadata', 'name'))

/** Whether a ConfigMap is told where it is used. */
function isTakenBeside({ type, body, labelled, beside }: Resource): boolean {
  if (!configMaps.test(type)) return false
  const name = writtenName(nameOf(body))
  return beside(workloads).some(
    ({ document: { source } }) =>
      /config_map_(?:key_)?ref/.test(source) &&
      (source.includes(`${type}.${labelled}.`) || (name !== '' && source.includes(`"${name}"`))),
  )
}

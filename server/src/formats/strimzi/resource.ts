import type { Fact, Place } from '../../model/fact.ts'
import { knownValue, writtenName } from '../../model/fact.ts'
import type { Door } from '../../model/entities.ts'
import type { Span } from '../../text/span.ts'
import { down, isThere, items, reportingAt } from '../cursor.ts'
import { extentOf, placeHere, slotOf, type Cursor } from '../position.ts'
import { nameIn, resourceOf } from '../kubernetes-resource.ts'
import { integer, text } from '../values.ts'
import type { Uri } from '../../text/uri.ts'

/** What all Strimzi resources share. */
export interface Resource {
  readonly kind: string
  /** `v1`, `v1beta2` and older. */
  readonly version: string
  readonly file: Uri
  /** The root of the resource; absent values below it are reported at its name. */
  readonly root: Cursor
  readonly name: Fact<string>
  readonly namespace?: string
  /** The label that names the parent cluster. */
  readonly cluster: Fact<string>
  readonly extent: Span
  /** Set where none of its programs runs. */
  readonly idle?: string
}

/** Reads the head of a Kubernetes resource of Strimzi's API group; undefined for any other. */
export function readResource(document: Cursor): Resource | undefined {
  const apiVersion = knownValue(text(down(document, 'apiVersion')))
  const kind = text(down(document, 'kind'))
  if (!apiVersion?.startsWith('kafka.strimzi.io/') || kind.state !== 'known') return undefined
  const root = { ...document, ...resourceOf('kafka.strimzi.io', kind.value) }
  const name = nameIn(root, kind.at)
  const namespace = knownValue(text(down(root, 'metadata', 'namespace')))
  const named = reportingAt(root, name.state === 'absent' ? kind.at : name.at)
  return {
    kind: kind.value,
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    file: root.document.file,
    root: named,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    cluster: text(down(named, 'metadata', 'labels', 'strimzi.io/cluster')),
    extent: extentOf(root),
    ...(programs.has(kind.value) && knownValue(integer(down(named, 'spec', 'replicas'))) === 0
      ? { idle: writtenName(name) }
      : {}),
  }
}

type Head = Pick<Resource, 'name' | 'file' | 'extent' | 'namespace' | 'idle'>

/** The fields that every entity takes over from its resource. */
export const named = ({ name, file, extent, namespace, idle }: Head): Head => ({
  name,
  file,
  extent,
  ...(namespace === undefined ? {} : { namespace }),
  ...(idle === undefined ? {} : { idle }),
})

/** Resources whose `replicas` are programs: those of a topic are copies, and those of a cluster count for nothing beside node pools. */
const programs: ReadonlySet<string> = new Set(['KafkaConnect', 'KafkaBridge', 'KafkaMirrorMaker', 'KafkaMirrorMaker2'])

/** The storage types of a `storage` block: its own, and those of its volumes. */
export function readStorage(storage: Cursor): Fact<string>[] {
  const types = [
    text(down(storage, 'type')),
    ...items(down(storage, 'volumes')).map(volume => text(down(volume, 'type'))),
  ]
  return types.filter(type => type.state !== 'absent')
}

/** The classes of disks that a `storage` block and its volumes ask for. */
export const readStorageClasses = (storage: Cursor): Fact<string>[] =>
  [storage, ...items(down(storage, 'volumes'))]
    .map(volume => text(down(volume, 'class')))
    .filter(name => name.state === 'known')

/** How large the disks of a `storage` block and its volumes are. */
export const readDisks = (storage: Cursor): Fact<string>[] =>
  [storage, ...items(down(storage, 'volumes'))]
    .map(volume => text(down(volume, 'size')))
    .filter(size => size.state !== 'absent')

/** Whether a client's `tls` block is written; without one Strimzi talks plaintext. */
export function readTls(client: Cursor, near: Place): Fact<boolean> {
  const tls = down(client, 'tls')
  if (isThere(tls)) return { state: 'known', value: true, at: tls.key ?? near }
  if (tls.unseen) return tls.unseen
  return { state: 'absent', near, slot: slotOf(tls) }
}

/** Ways in beside the listeners, where there are any. */
export const doorsOf = (...doors: readonly Door[]): { readonly doors?: readonly Door[] } =>
  doors.length > 0 ? { doors } : {}

/** Management by JMX, where whoever reaches its port may use it: the operator lets every pod do so. */
export function managementOf(spec: Cursor): Door[] {
  const options = down(spec, 'jmxOptions')
  return isThere(options) && !isThere(down(options, 'authentication')) && !down(options, 'authentication').unseen
    ? [{ what: 'jmx', at: keyPlace(options) }]
    : []
}

/** Where a key or its value stands, for facts that are told by the key's presence. */
export const keyPlace = (cursor: Cursor): Place => cursor.key ?? placeHere(cursor)

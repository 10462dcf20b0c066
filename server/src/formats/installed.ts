import type { Cluster, Entity } from '../model/entities.ts'
import type { Known } from '../model/fact.ts'
import { baseName } from '../text/uri.ts'
import { down, isThere } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { readBroker } from './properties/broker.ts'
import { titleFor } from './title.ts'
import { fixed, text } from './values.ts'

/** Brokers of which no more is told than the version of Kafka that is installed; by that alone nobody finds them. */
export function installed(
  version: Known<string>,
  title: string,
  { file, extent }: Pick<Cluster, 'file' | 'extent'>,
  at = version.at,
): Cluster {
  const name: Known<string> = { state: 'known', value: title, at }
  const open = { state: 'unresolved', at, text: 'what is told where the brokers are set up' } as const
  const cluster = readBroker({ name, file, extent }, { all: [], near: at, open }, { version: fixed(version) })
  return { ...cluster, name: { state: 'unresolved', at, text: title } }
}

/** Whether that is all that is told of brokers. */
export const isInstalled = (entity: Entity): entity is Cluster & { readonly version: Known<string> } =>
  entity.kind === 'cluster' && entity.name.state === 'unresolved' && entity.version.state === 'known'

/** Reads the archive of the brokers that a script installs and starts. */
export function readArchive(
  root: Cursor,
  title = baseName(root.document.file).replace(/\.\w+$/, ''),
): readonly Entity[] {
  const version = down(root, 'version')
  const told = text(version)
  if (!isThere(version) || told.state !== 'known' || !isVersion(told.value)) return []
  return [installed(told, titleFor(title, root.document), { file: root.document.file, extent: extentOf(root) })]
}

/** Whether a text is a version of Kafka. */
export const isVersion = (written: string): boolean => /^\d+\.\d[\d.]*$/.test(written)

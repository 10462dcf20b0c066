import type { Entity } from '../../model/entities.ts'
import { valueOf, type Known } from '../../model/fact.ts'
import { setting, type Settings } from '../../model/settings.ts'
import { baseName } from '../../text/uri.ts'
import { withGroup } from '../connector-group.ts'
import { extentOf, type Cursor } from '../cursor.ts'
import { groupsIn } from '../groups.ts'
import { bagOf, peerOf } from './bag.ts'
import { isBroker, readBroker } from './broker.ts'
import { readMirrorMaker } from './mirror-maker.ts'

/** Reads a text of properties; what it configures is told by its keys. */
export function readPropertiesFile(root: Cursor): readonly Entity[] {
  const bag = bagOf(root)
  const has = (...keys: readonly string[]): boolean => bag.all.some(({ key }) => keys.includes(key))
  if (has('connector.class')) return readConnector(root, bag)
  if (has('clusters') && bag.all.some(({ key }) => key.endsWith('.bootstrap.servers'))) return readMirrorMaker(root, bag)
  if (has('config.storage.topic', 'offset.storage.topic', 'offset.storage.file.filename')) return readWorker(root, bag)
  if (isBroker(bag)) return [readBroker(common(root, bag), bag)]
  return has('bootstrap.servers') ? readClient(root, bag) : []
}

function readConnector(root: Cursor, bag: Settings): readonly Entity[] {
  const connectorClass = setting(bag, 'connector.class')
  const name = setting(bag, 'name')
  return withGroup({ kind: 'connector', name, file: root.document.file, extent: extentOf(root), class: connectorClass, connectCluster: { state: 'absent', near: bag.near }, settings: bag })
}

function readWorker(root: Cursor, bag: Settings): readonly Entity[] {
  const named = common(root, bag)
  return [
    { kind: 'connect-cluster', ...named, kafka: peerOf(bag, named.name), settings: bag },
    ...groupsIn(bag, 'worker', { ...named, owner: `Connect cluster ${named.name.value}` }),
  ]
}

function readClient(root: Cursor, bag: Settings): readonly Entity[] {
  const named = common(root, bag)
  return [
    { kind: 'client', ...named, kafka: peerOf(bag, named.name), settings: bag },
    ...groupsIn(bag, 'client', { ...named, owner: `client ${named.name.value}` }),
  ]
}

/** A file of properties has no name but its own, and that of the client in it. */
function common(root: Cursor, bag: Settings): { name: Known<string>; file: string; extent: ReturnType<typeof extentOf> } {
  const { file } = root.document
  const id = valueOf(setting(bag, 'client.id'))
  return { name: { state: 'known', value: id ?? baseName(file).replace(/\.\w+$/, ''), at: bag.near }, file, extent: extentOf(root) }
}

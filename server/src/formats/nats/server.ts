import type { Cluster, Listener } from '../../model/entities.ts'
import type { Known } from '../../model/fact.ts'
import { baseName } from '../../text/uri.ts'
import { down, entries, isThere } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'

/** Reads the configuration of a NATS server that runs JetStream: whether clients are encrypted and known. */
export function readNatsServer(root: Cursor): readonly Cluster[] {
  const jetstream = down(root, 'jetstream')
  // The first of its kind: the blocks for other servers come later, and have addresses of their own.
  const address = entries(root).find(({ name }) => ['listen', 'port', 'host', 'client_advertise'].includes(name))
  // JetStream may stand in files of other programs; a server has an address or a name, and a place for its streams.
  if (
    !jetstream.key ||
    !['store_dir', 'server_name', 'listen', 'port', 'max_mem', 'max_file', 'max_mem_store', 'max_file_store'].some(
      key => isThere(down(root, key)) || isThere(down(jetstream, key)),
    )
  )
    return []
  const at = address?.key ?? jetstream.key
  const name: Known<string> = { state: 'known', value: baseName(root.document.file).replace(/\.\w+$/, ''), at }
  // Of what stands in a block it cannot be told for whom.
  const names = namesIn(root)
  const has = (...keys: readonly string[]): boolean => keys.some(key => names.has(key))
  const absent = { state: 'absent', near: at } as const
  const open = { state: 'unresolved', at, text: '' } as const
  const listener: Listener = {
    name: { state: 'known', value: 'client', at },
    type: absent,
    encrypted: has('tls', 'include') ? open : { state: 'known', value: false, at },
    authentication: has('authorization', 'accounts', 'operator', 'users', 'token', 'include') ? open : absent,
  }
  return [
    {
      kind: 'cluster',
      name,
      file: root.document.file,
      extent: extentOf(root),
      engine: { state: 'known', value: 'nats', at },
      version: absent,
      brokers: absent,
      storage: [],
      listeners: [listener],
      authorization: open,
      settings: { all: [], near: at, open },
    },
  ]
}

/** The names of all keys, in blocks and beside them. */
const namesIn = (at: Cursor): Set<string> => new Set(entries(at).flatMap(entry => [entry.name, ...namesIn(entry)]))

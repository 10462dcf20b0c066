import type { Entity, Peer } from '../../model/entities.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { setting, slotFor, type Settings } from '../../model/settings.ts'
import type { Span } from '../../text/span.ts'
import { baseName, type Uri } from '../../text/uri.ts'
import { withGroup } from '../connector-group.ts'
import { extentOf, type Cursor } from '../position.ts'
import { groupsIn } from '../groups.ts'
import { titleFor } from '../title.ts'
import { bagOf, isEncrypted, part, peerOf } from './bag.ts'
import { isBroker, readBroker } from './broker.ts'
import { readMirrorMaker } from './mirror-maker.ts'

/** Reads a file of properties; it has no name but its own. */
export const readPropertiesFile = (root: Cursor): readonly Entity[] =>
  readPropertiesText(root, baseName(root.document.file))

/** Endings of templates of files. */
const templates = /\.(?:j2|tpl|tmpl|tftpl|template|erb)$/i

/** Reads a text of properties under a name; what it configures is told by its keys. Of a partial one, others say more. */
export function readPropertiesText(root: Cursor, title: string, partial = false): readonly Entity[] {
  const whole = bagOf(root)
  const bag: Settings = partial
    ? { ...whole, open: whole.open ?? { state: 'unresolved', at: whole.near, text: '' } }
    : whole
  const has = (...keys: readonly string[]): boolean => bag.all.some(({ key }) => keys.includes(key))
  const id = knownValue(setting(bag, 'client.id'))
  const called = titleFor(
    title.replace(templates, '').replace(/(?:\.properties(?:\.[\w-]+)?|\.\w+)$/, ''),
    root.document,
  )
  const named: Named = {
    name: { state: 'known', value: id ?? called, at: bag.near },
    file: root.document.file,
    extent: extentOf(root),
  }
  if (has('connector.class')) return readConnector(named, bag)
  if (has('debezium.source.connector.class')) return readDebeziumServer(named, bag)
  if (has('clusters') && bag.all.some(({ key }) => key.endsWith('.bootstrap.servers')))
    return readMirrorMaker(root, bag)
  if (has('config.storage.topic', 'offset.storage.topic', 'offset.storage.file.filename', ...factorsOfWorker))
    return readWorker(named, bag)
  if (isBroker(bag)) return [readBroker(named, bag)]
  return has('bootstrap.servers') || (!partial && saysHowToConnect(bag)) ? readClient(named, bag, called) : []
}

/** Whether settings say how a client connects that is told elsewhere where: what Kafka's tools are given with `--command-config`. */
function saysHowToConnect(bag: Settings): boolean {
  const [protocol, jaas] = ['security.protocol', 'sasl.jaas.config'].map(key => knownValue(setting(bag, key)))
  return /^(?:SASL_)?(?:PLAINTEXT|SSL)$/i.test(protocol?.trim() ?? '') || /LoginModule\b/.test(jaas ?? '')
}

/** Settings that nobody has but a worker, which a chart may set while its templates name the topics. */
export const factorsOfWorker: readonly string[] = [
  'config.storage.replication.factor',
  'offset.storage.replication.factor',
  'status.storage.replication.factor',
]

interface Named {
  readonly name: Known<string>
  readonly file: Uri
  readonly extent: Span
  readonly namespace?: string
}

function readConnector(named: Named, bag: Settings): readonly Entity[] {
  return withGroup({
    kind: 'connector',
    ...named,
    name: setting(bag, 'name'),
    class: setting(bag, 'connector.class'),
    connectCluster: { state: 'absent', near: bag.near },
    settings: bag,
  })
}

/** Reads the settings of a Debezium Server: its source is a connector, what it writes to Kafka with is a client. */
export function readDebeziumServer(named: Named, bag: Settings): readonly Entity[] {
  const [source, producer] = ['debezium.source.', 'debezium.sink.kafka.producer.'].map(prefix => ({
    ...part(bag, prefix),
    near: bag.all.find(({ key }) => key.startsWith(prefix))?.keyPlace ?? bag.near,
    refers: bag.refers ?? 'variable',
  }))
  return [
    ...(source ? readConnector(named, source) : []),
    ...(producer?.all.some(({ key }) => key === 'bootstrap.servers') ? readClient(named, producer) : []),
  ]
}

/** How a worker reaches Kafka: its producers and consumers are told of TLS apart from it. */
function peerOfWorker(bag: Settings, alias: Named['name']): Peer {
  const { encryption, ...peer } = peerOf(bag, alias)
  const also = ['producer.security.protocol', 'consumer.security.protocol'].flatMap(key => {
    const protocol = setting(bag, key)
    if (protocol.state === 'known' && isEncrypted(protocol.value)) return []
    return [protocol.state === 'known' ? protocol.slot : slotFor(bag, key)]
  })
  const written = also.flatMap(slot => slot ?? [])
  return encryption && written.length === also.length ? { ...peer, encryption: { ...encryption, also: written } } : peer
}

/** Reads the settings of a Connect worker. */
export const readWorker = (named: Named, bag: Settings): readonly Entity[] => [
  { kind: 'connect-cluster', ...named, kafka: peerOfWorker(bag, named.name), settings: bag },
  ...groupsIn(bag, 'worker', { ...named, owner: `Connect cluster ${named.name.value}` }),
]

/** Reads the settings of a client; `called` is its name beside the id that it gives itself. */
export const readClient = (named: Named, bag: Settings, called = named.name.value): readonly Entity[] => [
  { kind: 'client', ...named, kafka: peerOf(bag, named.name), settings: bag },
  ...groupsIn(bag, 'client', { ...named, owner: `client ${called}` }),
]

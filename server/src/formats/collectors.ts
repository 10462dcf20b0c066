import type { Client, ConsumerGroup, Peer } from '../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact, type Known } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { leavesOf } from './application/leaves.ts'
import { down, entries, isThere, items } from './cursor.ts'
import { groupsIn } from './groups.ts'
import { encryptedBy } from './operators/clients.ts'
import { fits, meaningOf, wordsOfPath } from './own/spelling.ts'
import { authenticates, isEncrypted } from './properties/bag.ts'
import { patternsIn } from './patterns.ts'
import { extentOf, placeHere, slotOf, type Cursor } from './position.ts'
import { text } from './values.ts'

/** A part of a collector of logs or metrics that takes from Kafka or sends to it. */
interface Component {
  readonly at: Cursor
  readonly name: Known<string>
  /** The key of the addresses of the brokers: a text or a list. */
  readonly servers: string
  /** What, where it is written, encrypts: a switch or a certificate. Without any of them nothing does. */
  readonly tls: readonly (readonly string[])[]
}

// Where they are written: docs of Vector 0.51 (components `kafka`), Telegraf 1.36 (kafka_consumer, kafka), Fluent Bit 4.1 (kafka).
/** Reads the parts of Vector, Telegraf and Fluent Bit that are clients of Kafka; none in the configuration of anything else. */
export function readCollectors(root: Cursor): (Client | ConsumerGroup)[] {
  const vector = ['sources', 'sinks'].flatMap(kind =>
    entries(down(root, kind)).flatMap((part): Component[] =>
      knownValue(text(down(part, 'type'))) === 'kafka'
        ? [
            {
              at: part,
              name: nameOf(part, part.name),
              servers: 'bootstrap_servers',
              tls: [['tls', 'enabled']],
            },
          ]
        : [],
    ),
  )
  const telegraf = [
    ['inputs', 'kafka_consumer'],
    ['outputs', 'kafka'],
  ].flatMap(path =>
    items(down(root, ...path)).map(
      (at): Component => ({
        at,
        name: nameOf(at, path.join('.')),
        servers: 'brokers',
        tls: [['enable_tls'], ['tls_ca'], ['tls_cert'], ['tls_server_name'], ['insecure_skip_verify']],
      }),
    ),
  )
  const fluentBit = ['inputs', 'outputs'].flatMap(kind =>
    items(down(root, 'pipeline', kind)).flatMap((at): Component[] =>
      knownValue(text(down(at, 'name')))?.toLowerCase() === 'kafka'
        ? [{ at, name: nameOf(at, kind), servers: 'brokers', tls: [] }]
        : [],
    ),
  )
  return [...vector, ...telegraf, ...fluentBit].flatMap(readComponent)
}

const nameOf = (at: Cursor, value: string): Known<string> => ({
  state: 'known',
  value,
  at: at.key ?? placeHere(at),
})

function readComponent({ at, name, servers, tls }: Component): (Client | ConsumerGroup)[] {
  const written = down(at, servers)
  if (!isThere(written)) return []
  const bootstrap = written.tree?.kind === 'list' ? patternsIn(written, ',') : text(written)
  const settings = settingsOf(at, placeOf(bootstrap))
  const common = { name, file: at.document.file, extent: extentOf(at) }
  const protocol = settings.all.find(({ key }) => key === 'security.protocol')?.value
  const encrypted = protocol ? mapFact(protocol, isEncrypted) : encryptedBy(at, tls, placeOf(bootstrap))
  const encryption = protocol ? protocolIn(protocol, settings) : switchAt(at, tls)
  const client: Client = {
    kind: 'client',
    ...common,
    kafka: { alias: name, bootstrap, encrypted, ...(encryption ? { encryption } : {}) },
    settings,
  }
  return [client, ...groupsIn(settings, 'client', { ...common, owner: `client ${name.value}` })]
}

/** The protocol that would encrypt, where the library is told one. */
const protocolIn = (protocol: Fact<string>, settings: Settings): Peer['encryption'] =>
  protocol.state === 'known' && protocol.slot
    ? { slot: protocol.slot, value: authenticates(settings) ? 'SASL_SSL' : 'SSL' }
    : undefined

/** The switch that encrypts, where there is one. */
const switchAt = (at: Cursor, [first]: Component['tls']): Peer['encryption'] =>
  first ? { slot: slotOf(down(at, ...first)), value: true } : undefined

/** Its settings under Kafka's own names, by what they mean. */
function settingsOf(at: Cursor, near: Settings['near']): Settings {
  const all = leavesOf(at).flatMap(({ steps, keyPlace, value }): Setting[] => {
    const meaning = meaningOf(['kafka', ...wordsOfPath(steps.map(step => step.replace(/^rdkafka\./, '')))])
    if (!meaning || (value.state === 'known' && !fits(value.value, meaning.form))) return []
    return [{ key: meaning.key, written: steps.join('.'), keyPlace, value }]
  })
  return { all, near, refers: 'variable' }
}

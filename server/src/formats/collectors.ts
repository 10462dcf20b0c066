import type { Client, ConsumerGroup, Peer } from '../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact, type Known } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { down, entries, items } from './cursor.ts'
import { groupsIn } from './groups.ts'
import { encryptedBy } from './operators/clients.ts'
import { meantSettings } from './own/settings.ts'
import { authenticates, isEncrypted } from './properties/bag.ts'
import { patternsIn } from './patterns.ts'
import { extentOf, placeHere, slotOf, type Cursor } from './position.ts'
import { isSwitchedOff, text } from './values.ts'

/** A part of a collector of logs or metrics that takes from Kafka or sends to it. */
interface Component {
  readonly at: Cursor
  readonly name: Known<string>
  /** The key of the addresses of the brokers: a text or a list. */
  readonly servers: string
  /** What, where it is written, encrypts: a switch or a certificate. Without any of them nothing does. */
  readonly tls: readonly (readonly string[])[]
}

// Where they are written: docs of Vector 0.51 (components `kafka`), Filebeat 9.2 (output.kafka), Telegraf 1.36 (kafka_consumer, kafka), Fluent Bit 4.1 (kafka).
/** Reads the parts of Vector, Telegraf, Fluent Bit, Beats, Logstash, Fluentd and Alloy that are clients of Kafka; none in the configuration of anything else. */
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
  // Beats take dotted and nested keys alike.
  const beats = ['output.kafka', 'output']
    .map(key => (key === 'output' ? down(root, key, 'kafka') : down(root, key)))
    .filter(at => at.tree?.kind === 'map')
    .map(
      (at): Component => ({
        at,
        name: nameOf(at, 'output.kafka'),
        servers: 'hosts',
        tls: [['ssl.enabled'], ['ssl', 'enabled'], ['ssl'], ['ssl.certificate_authorities'], ['ssl.certificate']],
      }),
    )
  const inBlocks = root.document.syntax === 'blocks' ? componentsInBlocks(root) : []
  return [...vector, ...telegraf, ...fluentBit, ...beats, ...inBlocks]
    .filter(({ at }) => !isSwitchedOff(at))
    .flatMap(readComponent)
}

/** Kinds of parts of Fluentd that are Kafka's clients: `kafka2`, `rdkafka_group`. */
const ofFluentd = /^(?:rd)?kafka/

/** Components of Grafana Alloy that are Kafka's clients. */
const ofAlloy = /^(?:loki\.source|otelcol\.(?:receiver|exporter))\.kafka$/

// Where they are written: docs of Logstash 9.2 (plugins `kafka`), Fluent Bit 4.1, fluent-plugin-kafka 0.19, Grafana Alloy 1.11.
/** Parts in blocks, however deep: `kafka` of Logstash, perhaps below a condition; sections of Fluent Bit that are called so; components of Alloy; tags of Fluentd of such a type. */
const componentsInBlocks = (root: Cursor, above: readonly string[] = []): Component[] =>
  entries(root).flatMap((part): Component[] => {
    if (part.tree?.kind !== 'map') return []
    const path = [...above, part.name]
    const component = componentOf(part, path)
    if (component) return [component]
    return above.length > deepestBlock ? [] : componentsInBlocks(part, path)
  })

function componentOf(part: Cursor & { readonly name: string }, path: readonly string[]): Component | undefined {
  const is = (key: string): string | undefined => {
    const own = entries(part).find(({ name }) => name.toLowerCase() === key)
    return own && knownValue(text(own))
  }
  if (part.name === 'kafka' && /^(?:input|output)$/.test(path[0] ?? ''))
    return { at: part, name: nameOf(part, path.join('.')), servers: 'bootstrap_servers', tls: [] }
  if (/^(?:in|out)put$/i.test(part.name) && is('name')?.toLowerCase() === 'kafka')
    return { at: part, name: nameOf(part, part.name), servers: 'brokers', tls: [] }
  if (ofAlloy.test(part.name))
    return {
      at: part,
      name: nameOf(part, part.name),
      servers: 'brokers',
      tls: [
        ['tls'],
        ['authentication', 'tls'],
        ['authentication', 'tls_config'],
        ['authentication', 'sasl_config', 'use_tls'],
      ],
    }
  return ofFluentd.test(is('@type') ?? '')
    ? {
        at: part,
        name: nameOf(part, is('@id') ?? part.name),
        servers: 'brokers',
        tls: [['ssl_ca_cert'], ['ssl_ca_certs_from_system'], ['ssl_client_cert'], ['sasl_over_ssl']],
      }
    : undefined
}

const deepestBlock = 12

const nameOf = (at: Cursor, value: string): Known<string> => ({
  state: 'known',
  value,
  at: at.key ?? placeHere(at),
})

function readComponent({ at, name, servers, tls }: Component): (Client | ConsumerGroup)[] {
  // Fluent Bit takes its keys in any case.
  const written = entries(at).findLast(({ name: key }) => key.toLowerCase() === servers)
  if (!written) return []
  const bootstrap = written.tree?.kind === 'list' ? patternsIn(written, ',') : text(written)
  const settings = meantSettings(at, placeOf(bootstrap))
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

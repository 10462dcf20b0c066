import type { Client, ConsumerGroup, Peer } from '../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact, type Known } from '../model/fact.ts'
import { sentOn, type Setting, type Settings } from '../model/settings.ts'
import { leavesOf } from './application/leaves.ts'
import { down, entries, items } from './cursor.ts'
import { groupsIn } from './groups.ts'
import { encryptedBy } from './operators/clients.ts'
import { meantSettings } from './own/settings.ts'
import { authenticates, isEncrypted } from './properties/bag.ts'
import { patternsIn } from './patterns.ts'
import { extentOf, placeHere, slotOf, type Cursor } from './position.ts'
import { fixed, switchedOffBy, text, turnedOff } from './values.ts'

/** A part of a configuration under its name. */
type Part = Cursor & { readonly name: string }

/** A part of a collector of logs or metrics that takes from Kafka or sends to it. */
interface Component {
  readonly at: Cursor
  readonly name: Known<string>
  /** The key of the addresses of the brokers: a text or a list. */
  readonly servers: string
  /** What, where it is written, encrypts: a switch or a certificate. Without any of them nothing does. */
  readonly tls: readonly (readonly string[])[]
  /** Set on what takes from Kafka, where others of its file send that on. */
  readonly outputs?: readonly Part[]
}

// Where they are written: docs of Vector 0.51 (components `kafka`), Filebeat 9.2 (output.kafka), Telegraf 1.36 (kafka_consumer, kafka), Fluent Bit 4.1 (kafka).
/** Reads the parts of Vector, Telegraf, Fluent Bit, Beats, Logstash, Fluentd and Alloy that are clients of Kafka; none in the configuration of anything else. */
export function readCollectors(root: Cursor): (Client | ConsumerGroup)[] {
  const vector = ['sources', 'sinks'].flatMap(kind =>
    entries(down(root, kind)).flatMap((part): Component[] =>
      isKafka(part)
        ? [
            {
              at: part,
              name: nameOf(part, part.name),
              servers: 'bootstrap_servers',
              tls: [['tls', 'enabled']],
              ...(kind === 'sources' ? { outputs: sinksBehind(root, part.name) } : {}),
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
  return [...vector, ...telegraf, ...fluentBit, ...beats, ...inBlocks].flatMap(one =>
    turnedOff(readComponent(one), switchedOffBy(one.at)),
  )
}

/** Whether a part of Vector is a client of Kafka. */
const isKafka = (part: Cursor): boolean => knownValue(text(down(part, 'type'))) === 'kafka'

/** Kinds of parts of Fluentd that are Kafka's clients: `kafka2`, `rdkafka_group`. */
const ofFluentd = /^(?:rd)?kafka/

/** Components of Grafana Alloy that are Kafka's clients. */
const ofAlloy = /^(?:loki\.source|otelcol\.(?:receiver|exporter))\.kafka$/

// Where they are written: docs of Logstash 9.2 (plugins `kafka`), Fluent Bit 4.1, fluent-plugin-kafka 0.19, Grafana Alloy 1.11.
/** Parts in blocks, however deep: `kafka` of Logstash, perhaps below a condition; sections of Fluent Bit that are called so; components of Alloy; tags of Fluentd of such a type. */
const componentsInBlocks = (
  root: Cursor,
  above: readonly string[] = [],
  outputs = outputsOfLogstash(root),
): Component[] =>
  entries(root).flatMap((part): Component[] => {
    if (part.tree?.kind !== 'map') return []
    const path = [...above, part.name]
    const component = componentOf(part, path, outputs)
    if (component) return [component]
    return above.length > deepestBlock ? [] : componentsInBlocks(part, path, outputs)
  })

/** The outputs of Logstash, also those below conditions: what comes in goes to all of them. */
function outputsOfLogstash(root: Cursor): readonly Part[] {
  const below = (at: Cursor, depth: number): readonly Part[] =>
    entries(at)
      .filter(({ tree }) => tree?.kind === 'map')
      .flatMap(part => (depth < deepestBlock && /^(?:if|else)$/.test(part.name) ? below(part, depth + 1) : [part]))
  return entries(root).flatMap(part => (part.name === 'output' ? below(part, 0) : []))
}

/** The sinks of Vector that get what a source takes, through whatever transforms it. */
function sinksBehind(root: Cursor, source: string): readonly Part[] {
  const parts = ['transforms', 'sinks'].flatMap(kind =>
    entries(down(root, kind)).map(part => ({
      part,
      kind,
      inputs: items(down(part, 'inputs')).flatMap(input => knownValue(text(input)) ?? []),
    })),
  )
  const reached = new Set([source])
  // A transform with several ways out is named with one of them: `route.errors`.
  const isReached = (input: string): boolean => reached.has(input) || reached.has(input.split('.')[0] ?? '')
  // Each round reaches one transform further.
  for (let round = 0; round < parts.length; round++) {
    const { size } = reached
    for (const { part, inputs } of parts) if (inputs.some(isReached)) reached.add(part.name)
    if (reached.size === size) break
  }
  return parts.flatMap(({ part, kind }) => (kind === 'sinks' && reached.has(part.name) && !isKafka(part) ? [part] : []))
}

function componentOf(
  part: Part,
  path: readonly string[],
  outputs: NonNullable<Component['outputs']>,
): Component | undefined {
  const is = (key: string): string | undefined => {
    const own = entries(part).find(({ name }) => name.toLowerCase() === key)
    return own && knownValue(text(own))
  }
  if (part.name === 'kafka' && /^(?:input|output)$/.test(path[0] ?? ''))
    return {
      at: part,
      name: nameOf(part, path.join('.')),
      servers: 'bootstrap_servers',
      tls: [],
      ...(path[0] === 'input' ? { outputs } : {}),
    }
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

function readComponent({ at, name, servers, tls, outputs }: Component): (Client | ConsumerGroup)[] {
  // Fluent Bit takes its keys in any case.
  const written = entries(at).findLast(({ name: key }) => key.toLowerCase() === servers)
  if (!written) return []
  const bootstrap = written.tree?.kind === 'list' ? patternsIn(written, ',') : text(written)
  const own = meantSettings(at, placeOf(bootstrap))
  const settings = { ...own, all: [...own.all.map(inNumbers), ...sentTo(outputs)] }
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

/** Telegraf, Beats and Fluentd take the number -1 for what Kafka calls `all`: nobody writes Kafka's word there. */
const inNumbers = (one: Setting): Setting =>
  one.key === 'acks' && one.written === 'required_acks' ? { ...one, value: fixed(one.value) as Setting['value'] } : one

/** The settings of what sends on what was taken from Kafka; other clients of Kafka have their own. */
const sentTo = (outputs: Component['outputs'] = []): Setting[] =>
  outputs
    .filter(({ name }) => name !== 'kafka')
    .flatMap(output =>
      leavesOf(output).map(({ steps, keyPlace, value }) => ({
        key: `${sentOn}${output.name}.${steps.join('.')}`,
        written: `${output.name}.${steps.join('.')}`,
        keyPlace,
        value,
      })),
    )

/** The protocol that would encrypt, where the library is told one. */
const protocolIn = (protocol: Fact<string>, settings: Settings): Peer['encryption'] =>
  protocol.state === 'known' && protocol.slot
    ? { slot: protocol.slot, value: authenticates(settings) ? 'SASL_SSL' : 'SSL' }
    : undefined

/** The switch that encrypts, where there is one. */
const switchAt = (at: Cursor, [first]: Component['tls']): Peer['encryption'] =>
  first ? { slot: slotOf(down(at, ...first)), value: true } : undefined

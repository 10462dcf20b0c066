import type { Client, ConsumerGroup, Entity } from '../../model/entities.ts'
import { asBoolean, knownValue, mapFact, placeOf, type Fact, type Place, writtenName } from '../../model/fact.ts'
import { withGroup } from '../connector-group.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { tableOf } from '../../text/table.ts'
import { headOf, type KubernetesResource } from '../kubernetes-resource.ts'
import { extentOf, type Cursor } from '../position.ts'
import { patternsIn } from '../patterns.ts'
import { namedValues, settings, text } from '../values.ts'
import { setting, type Settings } from '../../model/settings.ts'
import { meantSettings } from '../own/settings.ts'
import { isEncrypted } from '../properties/bag.ts'

/** Where the resource of an operator keeps the connection of a client to Kafka. */
interface ClientShape {
  /** The maps that each are a connection; `*` stands for every entry or item. */
  readonly path: readonly string[]
  /** The addresses of the brokers: a text or a list. */
  readonly servers: string
  /** What, where it is written, encrypts: a block, or a switch. */
  readonly tls: readonly (readonly string[])[]
  readonly group?: readonly string[]
}

/** Both ends of what Camel K binds; only those of Kafka have such addresses. */
const ofKamelets: readonly ClientShape[] = ['source', 'sink'].map(end => ({
  path: ['spec', end, 'properties'],
  servers: 'bootstrapServers',
  tls: [],
  group: ['consumerGroup'],
}))

// Where they are written: API types of argoproj/argo-events, knative-extensions/eventing-kafka-broker, jaegertracing/jaeger-operator, kube-logging/logging-operator; Kamelets of apache/camel-kamelets 4.
const shapes = tableOf<readonly ClientShape[]>({
  'argoproj.io/EventSource': [
    {
      path: ['spec', 'kafka', '*'],
      servers: 'url',
      tls: [['tls'], ['awsMskIamAuth']],
      group: ['consumerGroup', 'groupName'],
    },
  ],
  'argoproj.io/Sensor': [{ path: ['spec', 'triggers', '*', 'template', 'kafka'], servers: 'url', tls: [['tls']] }],
  'argoproj.io/EventBus': [{ path: ['spec', 'kafka'], servers: 'url', tls: [['tls']] }],
  'sources.knative.dev/KafkaSource': [
    { path: ['spec'], servers: 'bootstrapServers', tls: [['net', 'tls', 'enable']], group: ['consumerGroup'] },
  ],
  'eventing.knative.dev/KafkaSink': [{ path: ['spec'], servers: 'bootstrapServers', tls: [['auth']] }],
  'camel.apache.org/KameletBinding': ofKamelets,
  'camel.apache.org/Pipe': ofKamelets,
  'jaegertracing.io/Jaeger': [
    {
      path: ['spec', 'collector', 'options', 'kafka', 'producer'],
      servers: 'brokers',
      tls: [['tls', 'enabled'], ['authentication']],
    },
    {
      path: ['spec', 'ingester', 'options', 'kafka', 'consumer'],
      servers: 'brokers',
      tls: [['tls', 'enabled'], ['authentication']],
      group: ['group-id'],
    },
  ],
  'logging.banzaicloud.io/Output': [{ path: ['spec', 'kafka'], servers: 'brokers', tls: [['ssl_ca_cert']] }],
  'logging.banzaicloud.io/ClusterOutput': [{ path: ['spec', 'kafka'], servers: 'brokers', tls: [['ssl_ca_cert']] }],
})

/** Reads the clients of Kafka that a resource of another operator configures. */
export function readClients(group: string, resource: KubernetesResource): Entity[] {
  return (shapes.get(`${group}/${resource.kind}`) ?? []).flatMap(shape =>
    along(resource.root, shape.path).flatMap(at => readClient(resource, shape, at)),
  )
}

function along(from: Cursor, [step, ...rest]: readonly string[]): Cursor[] {
  if (step === undefined) return [from]
  const next = step === '*' ? [...entries(from), ...items(from)] : [down(from, step)]
  return next.flatMap(cursor => along(cursor, rest))
}

function readClient(resource: KubernetesResource, shape: ClientShape, at: Cursor): Entity[] {
  const written = down(at, shape.servers)
  const bootstrap = written.tree?.kind === 'list' ? patternsIn(written, ',') : text(written)
  if (bootstrap.state === 'absent') return []
  const { namespace } = resource
  const bag: Settings = { ...meantSettings(at, placeOf(resource.name)), refers: 'secret' }
  const protocol = setting(bag, 'security.protocol')
  const client: Client = {
    kind: 'client',
    ...headOf(resource),
    extent: extentOf(at),
    kafka: {
      alias: resource.name,
      bootstrap,
      encrypted:
        protocol.state === 'absent' ? encryptedBy(at, shape.tls, placeOf(bootstrap)) : mapFact(protocol, isEncrypted),
      ...(namespace === undefined ? {} : { namespace }),
    },
    settings: bag,
  }
  const group = shape.group && text(down(at, ...shape.group))
  return [client, ...(group && group.state !== 'absent' ? [groupOf(client, group)] : [])]
}

const groupOf = (client: Client, name: Fact<string>): ConsumerGroup => ({
  kind: 'group',
  name,
  file: client.file,
  extent: client.extent,
  ...(client.namespace === undefined ? {} : { namespace: client.namespace }),
  role: 'consumer',
  owner: `client ${writtenName(client.name)}`.trimEnd(),
})

/** Whether something that is written at a place encrypts: a block switches it on by being there, a switch by its value. Absent near `near` where nothing is. */
export function encryptedBy(at: Cursor, ways: readonly (readonly string[])[], near: Place): Fact<boolean> {
  for (const way of ways) {
    const cursor = down(at, ...way)
    if (cursor.unseen) return cursor.unseen
    if (!isThere(cursor)) continue
    const value = asBoolean(text(cursor))
    if (value.state === 'known' && cursor.tree?.kind === 'scalar') return value
    return { state: 'known', value: true, at: cursor.key ?? near }
  }
  return { state: 'absent', near }
}

/** Reads a `Component` of Dapr that is Kafka: its settings are a list of names and values; without a login there is no TLS. */
export function readDapr(resource: KubernetesResource): Entity[] {
  const spec = down(resource.root, 'spec')
  if (!/\.kafka$/.test(knownValue(text(down(spec, 'type'))) ?? '')) return []
  const bag = namedValues(down(spec, 'metadata'))
  const bootstrap = setting(bag, 'brokers')
  const way = wayOf(bag)
  const [off, certificate] = [asBoolean(setting(bag, 'disableTls')), setting(bag, 'caCert')]
  const plain = knownValue(off) ?? (knownValue(way) === 'none' && certificate.state === 'absent')
  const client: Client = {
    kind: 'client',
    ...headOf(resource),
    kafka: {
      alias: resource.name,
      bootstrap,
      encrypted:
        way.state === 'known'
          ? { state: 'known', value: !plain, at: off.state === 'known' ? off.at : way.at }
          : { state: 'unresolved', at: placeOf(bootstrap), text: '' },
    },
    settings: bag,
  }
  const group = setting(bag, 'consumerGroup')
  return [client, ...(group.state === 'known' ? [groupOf(client, group)] : [])]
}

/** How a component of Dapr logs in: by its type, else by the switch that came before it (dapr/components-contrib, kafka/metadata.go). */
function wayOf(bag: Settings): Fact<string> {
  const type = setting(bag, 'authType')
  const switched = setting(bag, 'authRequired')
  if (type.state !== 'absent' && knownValue(type) !== '') return type
  return mapFact(asBoolean(switched), isOn => (isOn ? 'password' : 'none'))
}

/** Reads an application or a job of nais that is let into a pool: the platform gives it certificates of its own (nais/liberator, application_types.go). */
export function readNaisProgram(resource: KubernetesResource): Client[] {
  const pool = text(down(resource.root, 'spec', 'kafka', 'pool'))
  const near = placeOf(resource.name)
  return pool.state === 'absent'
    ? []
    : [
        {
          kind: 'client',
          ...headOf(resource),
          kafka: {
            alias: pool,
            bootstrap: { state: 'absent', near },
            encrypted: { state: 'known', value: true, at: placeOf(pool) },
          },
          settings: { all: [], near, open: { state: 'unresolved', at: near, text: '' } },
        },
      ]
}

/** Reads a `DebeziumServer`: its source is a connector. */
export function readDebeziumServer(resource: KubernetesResource): Entity[] {
  const source = down(resource.root, 'spec', 'source')
  if (!isThere(down(source, 'class'))) return []
  return withGroup({
    kind: 'connector',
    ...headOf(resource),
    class: text(down(source, 'class')),
    connectCluster: { state: 'absent', near: placeOf(resource.name) },
    settings: settings(down(source, 'config'), placeOf(resource.name)),
  })
}

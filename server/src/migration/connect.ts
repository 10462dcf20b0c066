import { say } from '../words/message.ts'
import { isSecretKey, secretsOf } from '../assess/secrets.ts'
import type { Setting } from '../model/settings.ts'
import { knownValue } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { ConnectorItem, Inventory } from './items.ts'
import { readsSecrets, secretProvider } from './mirrors.ts'
import type { Questions } from './questions.ts'
import { openNames, resource, type Resource, type Target, type Value } from './resource.ts'
import { ownUsers, secretOf } from './users.ts'
import { scalarOf } from './cluster.ts'

/** A secret that has to be made before a connector runs: its name, and the keys in it. */
export interface NeededSecret {
  readonly connector: string
  readonly name: string
  readonly keys: readonly string[]
}

/** The name that a connector has there. */
export interface NamedConnector extends ConnectorItem {
  readonly resource: string
}

/** The workers, and the connectors, stopped until theirs is the turn. */
export function connectResources(
  { connectors }: Inventory,
  target: Target,
  questions: Questions,
): { readonly resources: Resource[]; readonly secrets: NeededSecret[]; readonly connectors: NamedConnector[] } {
  if (connectors.length === 0) return { resources: [], secrets: [], connectors: [] }
  const connect = ownUsers(target.name).connect
  const nameFor = openNames()
  const classes = [...new Set(connectors.flatMap(({ connector }) => knownValue(connector.class) ?? []))].sort(
    compareTexts,
  )
  const image = questions.value('CONNECT_IMAGE', say('ask.image', { classes }))
  const secrets: NeededSecret[] = []
  const named = connectors.map((item): NamedConnector => ({ ...item, resource: nameFor(item.name) }))
  const resources = named.map(item => connectorResource(item, connect, questions, secrets))
  return {
    connectors: named,
    secrets,
    resources: [
      {
        ...resource('KafkaConnect', connect, undefined, {
          replicas: 3,
          image,
          groupId: connect,
          configStorageTopic: `${connect}-configs`,
          offsetStorageTopic: `${connect}-offsets`,
          statusStorageTopic: `${connect}-status`,
          bootstrapServers: target.bootstrap,
          tls: target.tls,
          authentication: target.user(connect),
          config: {
            'config.storage.replication.factor': 3,
            'offset.storage.replication.factor': 3,
            'status.storage.replication.factor': 3,
            ...secretProvider,
          },
        }),
        metadata: { name: connect, annotations: { 'strimzi.io/use-connector-resources': 'true' } },
      },
      ...(secrets.length > 0
        ? readsSecrets(
            connect,
            secrets.map(({ name }) => name),
          )
        : []),
      ...resources,
    ],
  }
}

/** What stands in fields of the resource, or nowhere. */
const fields: ReadonlySet<string> = new Set(['connector.class', 'name', 'tasks.max'])
/** Addresses of what moves too. */
const moves = /(?:^|\.)bootstrap\.servers$/
const fewestCopies = 3

function connectorResource(
  item: NamedConnector,
  connect: string,
  questions: Questions,
  secrets: NeededSecret[],
): Resource {
  const { name, at, connector, direction } = item
  const secret = secretOf(item.resource)
  const keys: string[] = []
  const literal = new Set(secretsOf(connector.settings).map(({ value }) => value))
  const valueFor = (setting: Setting): Value => {
    const { key, value } = setting
    const written = value.state === 'known' ? value.value : value.text
    // A reference leads to a provider that its workers had, and these have not.
    if (literal.has(value) || (isSecretKey(key) && value.state !== 'known') || isReference(written)) {
      keys.push(key)
      return `\${secrets:\${NAMESPACE}/${secret}:${key}}`
    }
    if (value.state !== 'known' || moves.test(key))
      return questions.value(`${name}_${key}`, say('ask.connectorSetting', { connector: name, key }), [value.at])
    if (key.endsWith('topic.replication.factor') && Number(written) < fewestCopies) return fewestCopies
    return scalarOf(written)
  }
  const config = new Map<string, Value>()
  for (const setting of workerSettings(item, questions)) config.set(setting[0], setting[1])
  for (const setting of connector.settings.all) if (!fields.has(setting.key)) config.set(setting.key, valueFor(setting))
  if (keys.length > 0) secrets.push({ connector: name, name: secret, keys })
  if (direction === 'source') questions.decide(say('ask.sourceOffsets', { connector: name }), at)
  if (item.reads.length + item.writes.length + item.writesBelow.length === 0)
    questions.decide(say('ask.unmovedTopics', { connector: name }), at)
  const tasks = Number(knownSetting(item, 'tasks.max'))
  return resource('KafkaConnector', item.resource, connect, {
    class:
      knownValue(connector.class) ??
      questions.value(`${name}_CLASS`, say('ask.connectorClass', { connector: name }), at),
    ...(Number.isInteger(tasks) && tasks > 0 ? { tasksMax: tasks } : {}),
    state: 'stopped',
    config: Object.fromEntries([...config].sort(([a], [b]) => compareTexts(a, b))),
  })
}

/** Whether a text refers to a provider of values, wherever in it: `${file:/opt/x:key}`. */
const isReference = (text: string): boolean => /\$\{[\w-]+:[^}]*\}/.test(text)

const knownSetting = ({ connector }: ConnectorItem, key: string): string | undefined => {
  const value = connector.settings.all.findLast(one => one.key === key)?.value
  return value && knownValue(value)
}

const converters = ['key.converter', 'value.converter'] as const
/** What MSK Connect tells workers that are told nothing else. As its developer guide says of its default worker configuration. */
const defaultConverter = 'org.apache.kafka.connect.storage.StringConverter'

/** What the workers of a connector alone were told, told to the connector: here all share their workers. */
function workerSettings(item: ConnectorItem, questions: Questions): (readonly [string, Value])[] {
  const { name, at, connector, worker } = item
  const own = new Set(connector.settings.all.map(({ key }) => key))
  const told = (worker?.settings.all ?? []).flatMap(({ key, value }): (readonly [string, Value])[] => {
    const here = overridden(key)
    if (here === undefined || own.has(here)) return []
    return [
      [
        here,
        value.state === 'known'
          ? scalarOf(value.value)
          : questions.value(`${name}_${here}`, say('ask.workerSetting', { connector: name, key: here }), [value.at]),
      ],
    ]
  })
  const byDefault = connector.site !== undefined && worker !== undefined && !worker.settings.open
  const known = new Set([...own, ...told.map(([key]) => key)])
  return [
    ...told,
    ...converters
      .filter(key => !known.has(key))
      .map((key): readonly [string, Value] => [
        key,
        byDefault
          ? defaultConverter
          : questions.value(`${name}_${key}`, say('ask.workerSetting', { connector: name, key }), at),
      ]),
  ]
}

/** The setting of a connector that says what one of its worker says. */
function overridden(key: string): string | undefined {
  if (/^(?:key|value|header)\.converter(?:\.|$)/.test(key)) return key
  const client = /^(producer|consumer|admin)\.(.+)$/.exec(key)
  return client ? `${client[1]}.override.${client[2]}` : undefined
}

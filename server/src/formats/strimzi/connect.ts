import type { ConnectCluster, Connector, ConsumerGroup, Door, Peer } from '../../model/entities.ts'
import { placeOf, knownValue, type Fact } from '../../model/fact.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { withGroup } from '../connector-group.ts'
import { down, isThere, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { namedValues, settings, text } from '../values.ts'
import { doorsOf, managementOf, named, readTls, type Resource } from './resource.ts'

/** Reads a `KafkaConnect`: its cluster and the group of its workers. */
export function readConnect(resource: Resource): (ConnectCluster | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const config = settings(down(spec, 'config'))
  const name = knownValue(resource.name)
  return [
    {
      kind: 'connect-cluster',
      ...named(resource),
      kafka: readPeer(spec, resource),
      settings: config,
      environment: readEnvironment(spec),
      ...readLoggers(spec),
      ...readBuild(spec),
      ...doorsOf(...managementOf(spec), ...restOf(resource)),
    },
    readWorkerGroup(
      resource,
      text(down(spec, 'groupId')),
      setting(config, 'group.id'),
      `Connect cluster ${name ?? ''}`.trimEnd(),
    ),
  ]
}

/** The REST interface, by the names and labels that the operator gives to its service and its pods. Where connectors are resources, a policy of the network lets nobody in but the operator. */
function restOf({ root, name, kind }: Resource): Door[] {
  if (name.state !== 'known') return []
  const pods = `${name.value}-connect`
  const byResources = knownValue(text(down(root, 'metadata', 'annotations', 'strimzi.io/use-connector-resources')))
  return [
    {
      what: 'rest',
      at: name.at,
      reachedAs: [pods, `${pods}-api`],
      labels: [`strimzi.io/cluster=${name.value}`, `strimzi.io/kind=${kind}`, `strimzi.io/name=${pods}`],
      ...(byResources === 'true' ? { policy: true } : {}),
    },
  ]
}

/** How much the loggers write: `log4j.logger.NAME` until Log4j 2, since then `logger.ID.name` beside `logger.ID.level`. */
export function readLoggers(spec: Cursor): Pick<ConnectCluster, 'loggers'> {
  const { all, near } = settings(down(spec, 'logging', 'loggers'))
  const names = new Map(all.map(({ key, value }) => [key, knownValue(value)]))
  const loggers = all.flatMap((one): Setting[] => {
    const [, id] = /^logger\.(.+)\.level$/.exec(one.key) ?? []
    const name = id === undefined ? loggerOf(one.key) : names.get(`logger.${id}.name`)
    return name === undefined ? [] : [{ ...one, key: name, written: one.key }]
  })
  return loggers.length > 0 ? { loggers: { all: loggers, near } } : {}
}

/** The logger whose level a key sets. */
function loggerOf(key: string): string | undefined {
  if (/^(?:rootLogger\.level|(?:connect|mirrormaker)\.root\.logger\.level|log4j\.rootLogger)$/.test(key)) return 'root'
  return /^log4j\.logger\.(.+)$/.exec(key)?.[1]
}

/** From where the code of connectors is fetched; what a checksum proves may come from anywhere. */
function readBuild(spec: Cursor): Pick<ConnectCluster, 'build'> {
  const build = down(spec, 'build')
  const all = items(down(build, 'plugins')).flatMap(plugin =>
    items(down(plugin, 'artifacts')).flatMap(artifact =>
      ['url', 'insecure', 'repository'].flatMap((field): Setting[] => {
        const at = down(artifact, field)
        const value = text(at)
        return value.state === 'absent' || !at.key || isThere(down(artifact, 'sha512sum'))
          ? []
          : [{ key: `artifact.${field}`, written: field, keyPlace: at.key, value }]
      }),
    ),
  )
  return all.length > 0 ? { build: { all, near: build.near } } : {}
}

/** The variables that the containers get. */
export const readEnvironment = (spec: Cursor, container = 'connectContainer'): Settings =>
  namedValues(down(spec, 'template', container, 'env'))

/** The group of Connect workers: a field since `v1`, a setting before. */
export function readWorkerGroup(
  resource: Resource,
  field: Fact<string>,
  earlier: Fact<string>,
  owner: string,
): ConsumerGroup {
  return { kind: 'group', ...named(resource), name: field.state === 'absent' ? earlier : field, role: 'worker', owner }
}

/** Reads how a client reaches a Kafka cluster. */
export function readPeer(client: Cursor, resource: Resource): Peer {
  const bootstrap = text(down(client, 'bootstrapServers'))
  const { namespace } = resource
  const encrypted = readTls(client, placeOf(bootstrap))
  const encryption =
    encrypted.state === 'absent' && encrypted.slot && bootstrap.state === 'known'
      ? { slot: encrypted.slot, value: { trustedCertificates: authoritiesOf(bootstrap.value) } }
      : undefined
  const authentication = down(client, 'authentication')
  // The secret with the certificate of a KafkaUser is called like it.
  const users = [down(authentication, 'username'), down(authentication, 'certificateAndKey', 'secretName')]
  const user = users.find(isThere)
  return {
    alias: text(down(client, 'alias')),
    bootstrap,
    encrypted,
    settings: settings(authentication),
    ...(user ? { user: text(user) } : {}),
    ...(encryption ? { encryption } : {}),
    ...(namespace === undefined ? {} : { namespace }),
  }
}

/** The certificate of a Strimzi cluster lies in a secret named after it; any other cluster is checked against the public authorities. */
function authoritiesOf(bootstrap: string): { secretName: string; pattern: string }[] {
  const cluster = /^([a-z0-9.-]+?)-kafka-(?:[a-z0-9-]+-)?bootstrap\b/.exec(bootstrap)?.[1]
  return cluster === undefined ? [] : [{ secretName: `${cluster}-cluster-ca-cert`, pattern: '*.crt' }]
}

/** Reads a `KafkaConnector`. */
export const readConnector = (resource: Resource): (Connector | ConsumerGroup)[] =>
  withGroup({
    kind: 'connector',
    ...named(resource),
    class: text(down(resource.root, 'spec', 'class')),
    connectCluster: resource.cluster,
    settings: settings(down(resource.root, 'spec', 'config')),
  })

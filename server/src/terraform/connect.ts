import type { ConnectCluster, Connector, ConsumerGroup, Peer } from '../model/entities.ts'
import { tableOf } from '../text/table.ts'
import { mapFact } from '../model/fact.ts'
import { setting, type Settings } from '../model/settings.ts'
import { withGroup } from '../formats/connector-group.ts'
import { down, isThere, reportingAt } from '../formats/cursor.ts'
import type { Cursor, Reference } from '../formats/position.ts'
import { settings, text } from '../formats/values.ts'
import { attribute, block } from './instances.ts'
import { loggingOf } from './msk.ts'
import { named, siteOf, type Resource } from './resource.ts'
import { propertiesAt, together } from './settings.ts'

/** Reads an `aws_mskconnect_connector`, or the same of the cloud control provider: the connector, and the workers that it runs on alone. */
export function readMskConnector(resource: Resource): (Connector | ConsumerGroup | ConnectCluster)[] {
  const { body, label } = resource
  const common = named(resource, resource.type.startsWith('awscc_') ? 'connector_name' : 'name')
  const configuration = {
    ...settings(down(body, 'connector_configuration'), label),
    refers: 'sensitive-variable',
  } as const
  const worker = attribute(
    body,
    'worker_configuration',
    resource.type.startsWith('awscc_') ? 'worker_configuration_arn' : 'arn',
  ).origin.refersTo
  const connector: Connector = {
    kind: 'connector',
    ...common,
    class: setting(configuration, 'connector.class'),
    connectCluster: common.name,
    settings: configuration,
    site: siteOf(resource, 'Amazon MSK Connect'),
  }
  const workers: ConnectCluster = {
    kind: 'connect-cluster',
    ...common,
    kafka: readPeer(body),
    logging: loggingOf(block(body, 'log_delivery', 'worker_log_delivery'), resource),
    settings: settingsOfWorkers(body, worker, label),
  }
  return [...withGroup(connector), workers]
}

/** What the workers are told; where no configuration is named, AWS tells them its defaults. */
function settingsOfWorkers(body: Cursor, worker: Reference | undefined, label: Resource['label']): Settings {
  if (worker) return propertiesAt(down(worker.body, 'properties_file_content'), label)
  const named = block(body, 'worker_configuration')
  const open = isThere(named) || named.unseen
  return { all: [], near: label, ...(open ? { open: { state: 'unresolved', at: label, text: '' } as const } : {}) }
}

const encryptions = tableOf({ TLS: true, PLAINTEXT: false })

function readPeer(body: Cursor): Peer {
  const kafka = block(body, 'kafka_cluster', 'apache_kafka_cluster')
  const cluster = down(kafka, 'bootstrap_servers').origin.refersTo
  const written = down(block(body, 'kafka_cluster_encryption_in_transit'), 'encryption_type')
  const encryption = text(written)
  const encrypted = mapFact(encryption, value => encryptions.get(value))
  const proof = mapFact(text(attribute(body, 'kafka_cluster_client_authentication', 'authentication_type')), value =>
    value.toLowerCase(),
  )
  const slot = encryption.state === 'unresolved' ? undefined : encryption.slot
  return {
    alias: cluster ? text(down(cluster.body, 'cluster_name')) : { state: 'absent', near: body.near },
    bootstrap: text(down(kafka, 'bootstrap_servers')),
    encrypted,
    authentication: proof,
    ...(slot ? { encryption: { slot, value: 'TLS' } } : {}),
  }
}

/** Reads a `confluent_connector`: its settings stand in two maps, one of which nobody prints. */
export function readConfluentConnector(resource: Resource): (Connector | ConsumerGroup)[] {
  const { body, label } = resource
  const bag = {
    ...together(
      label,
      settings(down(body, 'config_nonsensitive'), label),
      settings(down(body, 'config_sensitive'), label),
    ),
    refers: 'sensitive-variable',
  } as const
  const name = setting(bag, 'name')
  return withGroup({
    kind: 'connector',
    ...named(resource, 'display_name'),
    ...(name.state === 'absent' ? {} : { name }),
    class: setting(bag, 'connector.class'),
    connectCluster: { state: 'absent', near: label },
    settings: bag,
  })
}

/** Reads an `aiven_kafka_connector`. */
export function readAivenConnector(resource: Resource): (Connector | ConsumerGroup)[] {
  const { body, label } = resource
  const bag = { ...settings(down(body, 'config'), label), refers: 'sensitive-variable' } as const
  return withGroup({
    kind: 'connector',
    ...named(resource, 'connector_name'),
    class: setting(bag, 'connector.class'),
    connectCluster: text(reportingAt(down(body, 'service_name'), label)),
    settings: bag,
  })
}

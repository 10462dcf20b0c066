import type { Cluster, Listener, Site } from '../model/entities.ts'
import { tableOf } from '../text/table.ts'
import { mapFact, placeOf, knownValue, type Fact, type Place } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { down, entries, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { titleFor } from '../formats/title.ts'
import { boolean, integer, text } from '../formats/values.ts'
import { attribute, block, blocks } from './instances.ts'
import { keepersOf } from './keeping.ts'
import { known, named, regionOfArn, siteOf, type Resource } from './resource.ts'
import { openGroups } from './security-group.ts'
import { propertiesAt } from './settings.ts'

/** Reads an `aws_msk_cluster`. */
export function readMskCluster(resource: Resource): Cluster[] {
  const { body, label } = resource
  const storage = text(down(body, 'storage_mode'))
  const tiered = storage.state === 'unresolved' || knownValue(storage) === 'TIERED'
  const mechanisms = mechanismsOf(body)
  return [
    {
      kind: 'cluster',
      ...clusterNamed(resource),
      engine: engineOf(body),
      version: text(down(body, 'kafka_version')),
      brokers: brokersOf(body),
      zones: zonesOf(attribute(body, 'broker_node_group_info', 'client_subnets')),
      site: siteOfCluster(resource),
      storage: [],
      disks: disksOf(body),
      machine: text(attribute(body, 'broker_node_group_info', 'instance_type')),
      listeners: [
        ...readListeners(body, mechanisms),
        ...openGroups(attribute(body, 'broker_node_group_info', 'security_groups'), resource),
      ],
      authorization: authorizationOf(mechanisms, label),
      settings: configurationOf(body, resource),
      ...(tiered
        ? {
            tieredStorage: {
              all: [],
              near: placeOf(storage),
              open: { state: 'unresolved', at: placeOf(storage), text: '' },
            },
          }
        : {}),
      ...keepersOf(resource),
      encryptionKey: keyAtRest(body),
      monitoring: text(down(body, 'enhanced_monitoring')),
      logging: loggingOf(block(body, 'logging_info', 'broker_logs'), resource),
    },
  ]
}

/** The key for data at rest; under a name that the provider does not know it is meant all the same, and the provider says so. */
function keyAtRest(body: Cursor): Fact<string> {
  const own = text(attribute(body, 'encryption_info', 'encryption_at_rest_kms_key_arn'))
  // The provider takes an empty text for none.
  if (own.state === 'known' && own.value === '') return { state: 'absent', near: own.at }
  const meant = keysNamed(block(body, 'encryption_info')).find(isThere)
  return own.state === 'absent' && meant ? { state: 'unresolved', at: meant.key ?? meant.near, text: meant.name } : own
}

/** What names a key, also in a block that the provider does not have: `at_rest`. */
function keysNamed(info: Cursor): readonly (Cursor & { readonly name: string })[] {
  const own = entries(info)
  return [...own, ...own.flatMap(({ name }) => blocks(info, name).flatMap(entries))].filter(({ name }) =>
    /kms_?key/i.test(name),
  )
}

/** IAM decides about access too; beside another mechanism, access lists that no resource of the cluster shows. */
const authorizationOf = (mechanisms: Fact<string>, at: Place): Fact<string> =>
  mechanisms.state === 'known' && mechanisms.value === 'iam' ? mechanisms : { state: 'unresolved', at, text: '' }

/** Reads an `aws_msk_serverless_cluster`: AWS keeps the copies, only IAM lets anybody in. */
export function readServerless(resource: Resource): Cluster[] {
  const { body, label } = resource
  const fixed = (value: string): Fact<string> => ({ state: 'known', value, at: label })
  return [
    {
      kind: 'cluster',
      ...clusterNamed(resource),
      engine: { state: 'known', value: 'msk-serverless', at: label },
      version: { state: 'absent', near: label },
      brokers: { state: 'unresolved', at: label, text: '' },
      zones: zonesOf(attribute(body, 'vpc_config', 'subnet_ids')),
      site: siteOf(resource, 'Amazon MSK Serverless', 'aws-msk-serverless'),
      storage: [],
      ...keepersOf(resource),
      listeners: [
        {
          name: fixed('iam'),
          type: fixed('internal'),
          encrypted: { state: 'known', value: true, at: label },
          authentication: fixed('iam'),
        },
      ],
      authorization: fixed('iam'),
      settings: { all: [], near: label, open: { state: 'unresolved', at: label, text: '' } },
    },
  ]
}

/** Reads an `aws_msk_configuration` that no cluster in sight uses: what it sets is known, what it does not set is its clusters' affair. */
export function readConfiguration(resource: Resource): Cluster[] {
  const { body, label } = resource
  const open = { state: 'unresolved', at: label, text: '' } as const
  const settings = propertiesAt(down(body, 'server_properties'), label)
  return [
    {
      kind: 'cluster',
      ...clusterNamed(resource, 'name'),
      engine: open,
      version: open,
      brokers: open,
      storage: [],
      listeners: [],
      authorization: open,
      settings: { ...settings, open: settings.open ?? open },
    },
  ]
}

/** Where a cluster stands; where nothing else tells, in the region of the key that its data is encrypted with. */
function siteOfCluster(resource: Resource): Site {
  const site = siteOf(resource, 'Amazon MSK', 'aws-msk')
  const key = regionOfArn(text(attribute(resource.body, 'encryption_info', 'encryption_at_rest_kms_key_arn')))
  return site.region.state !== 'known' && key.state === 'known' ? { ...site, region: key } : site
}

/** The number of brokers, given as such or for each zone. */
function brokersOf(body: Cursor): Fact<number> {
  const all = integer(down(body, 'number_of_broker_nodes'))
  const perZone = integer(down(body, 'brokers_per_zone'))
  if (all.state === 'known' || perZone.state === 'absent') return all
  const { tree, key } = attribute(body, 'broker_node_group_info', 'client_subnets')
  const subnets = tree?.kind === 'list' ? items(attribute(body, 'broker_node_group_info', 'client_subnets')).length : 0
  return perZone.state === 'known' && subnets > 0
    ? { state: 'known', value: perZone.value * subnets, at: key ?? perZone.at }
    : { state: 'unresolved', at: placeOf(perZone), text: '' }
}

/** How large the volume of each broker is: its number counts GiB. */
const disksOf = (body: Cursor): Fact<string>[] =>
  [
    integer(attribute(body, 'broker_node_group_info', 'storage_info', 'ebs_storage_info', 'volume_size')),
    integer(attribute(body, 'broker_node_group_info', 'ebs_volume_size')),
  ]
    .filter(({ state }) => state !== 'absent')
    .map(size => mapFact(size, count => `${count}Gi`))

/** A cluster whose name nobody knows yet is known by the one in front of the brace. */
function clusterNamed(resource: Resource, attribute = 'cluster_name'): ReturnType<typeof named> {
  const common = named(resource, attribute)
  return common.name.state === 'known'
    ? common
    : {
        ...common,
        name: { state: 'known', value: titleFor(resource.labelled, resource.body.document), at: resource.label },
      }
}

/** Which brokers they are, by their machines; where these are not known, who sizes disks for them has the standard ones: Express brokers have none to be sized. Source: docs.aws.amazon.com/msk/latest/developerguide/msk-storage-management.html, 2026-11-23. */
function engineOf(body: Cursor): Fact<string> {
  const instance = text(attribute(body, 'broker_node_group_info', 'instance_type'))
  if (instance.state === 'known')
    return mapFact(instance, type => (type.startsWith('express.') ? 'msk-express' : 'msk'))
  const disks = block(body, 'broker_node_group_info', 'storage_info', 'ebs_storage_info')
  if (disks.tree?.kind === 'map') return { state: 'known', value: 'msk', at: disks.key ?? disks.near }
  return { state: 'unresolved', at: placeOf(instance), text: instance.state === 'unresolved' ? instance.text : '' }
}

/** The settings of the configuration that a cluster names; one that lies in no file leaves them open, none at all leaves them to AWS. */
function configurationOf(body: Cursor, { label }: Resource): Settings {
  const own = down(body, 'server_properties')
  if (isThere(own) || own.unseen) return propertiesAt(own, label)
  const [info] = blocks(body, 'configuration_info')
  if (!info) return { all: [], near: label }
  const configuration = down(info, 'arn').origin.refersTo
  const given =
    configuration?.type === 'aws_msk_configuration'
      ? propertiesAt(down(configuration.body, 'server_properties'), label)
      : undefined
  return given ? used(given, label) : { all: [], near: label, open: { state: 'unresolved', at: label, text: '' } }
}

/** Settings that stand in another resource, seen from the one that uses them. */
const used = (settings: Settings, usedBy: Resource['label']): Settings => ({
  ...settings,
  all: settings.all.map(setting => ({ ...setting, value: { ...setting.value, at: { ...setting.value.at, usedBy } } })),
})

/** The zones of a list of subnets: as many as differ, else as many as subnets. */
function zonesOf(subnets: Cursor): Fact<number> {
  const { tree } = subnets
  if (tree?.kind !== 'list') return mapFact<string, number>(text(subnets), () => undefined)
  const zones = items(subnets).map(({ origin: { refersTo } }) =>
    refersTo?.type === 'aws_subnet'
      ? knownValue(
          text(
            [down(refersTo.body, 'availability_zone'), down(refersTo.body, 'availability_zone_id')].find(isThere) ??
              refersTo.body,
          ),
        )
      : undefined,
  )
  const count = zones.every(zone => zone !== undefined) ? new Set(zones).size : zones.length
  return count === 0
    ? { state: 'unresolved', at: subnets.near, text: '' }
    : { state: 'known', value: count, at: subnets.key ?? subnets.near }
}

/** How clients prove who they are, in a word or several; `none` where they need not. */
function mechanismsOf(body: Cursor): Fact<string> {
  const [authentication] = blocks(body, 'client_authentication')
  if (!authentication) return body.unseen ?? { state: 'absent', near: body.near }
  const open = boolean(down(authentication, 'unauthenticated'))
  if (knownValue(open)) return known('none', open)
  const authorities = attribute(authentication, 'tls', 'certificate_authority_arns')
  const facts: readonly (readonly [string, Fact<boolean>])[] = [
    ['iam', boolean(attribute(authentication, 'sasl', 'iam'))],
    ['scram', boolean(attribute(authentication, 'sasl', 'scram'))],
    [
      'tls',
      authorities.tree?.kind === 'list'
        ? { state: 'known', value: items(authorities).length > 0, at: authorities.near }
        : mapFact<string, boolean>(text(authorities), () => undefined),
    ],
  ]
  const unresolved = [open, ...facts.map(([, fact]) => fact)].find(fact => fact.state === 'unresolved')
  if (unresolved?.state === 'unresolved') return unresolved
  const names = facts.flatMap(([name, fact]) => (knownValue(fact) ? [name] : []))
  return names.length === 0
    ? { state: 'absent', near: body.near }
    : { state: 'known', value: names.join(' '), at: authentication.key ?? body.near }
}

function readListeners(body: Cursor, authentication: Fact<string>): Listener[] {
  const transit = block(body, 'encryption_info', 'encryption_in_transit')
  const [client, inside] = [text(down(transit, 'client_broker')), boolean(down(transit, 'in_cluster'))]
  return [
    clientListener(body, client, authentication),
    ...(inside.state === 'known'
      ? [
          {
            name: known('in_cluster', inside),
            type: known('internal', inside),
            encrypted: inside,
            authentication: known('tls', inside),
          },
        ]
      : []),
  ]
}

const encryptions = tableOf({ TLS: true, TLS_PLAINTEXT: false, PLAINTEXT: false })

/** What clients connect to; without a word on it the way is encrypted. */
function clientListener(body: Cursor, client: Fact<string>, authentication: Fact<string>): Listener {
  const exposure = text(attribute(body, 'broker_node_group_info', 'connectivity_info', 'public_access', 'type'))
  const isPublic = exposure.state === 'known' && exposure.value !== 'DISABLED'
  return {
    name: known('client_broker', client),
    type:
      exposure.state === 'absent'
        ? known('internal', exposure)
        : mapFact(exposure, value => (value === 'DISABLED' ? 'internal' : 'public')),
    encrypted: client.state === 'absent' ? known(true, client) : mapFact(client, value => encryptions.get(value)),
    ...(client.state !== 'unresolved' && client.slot ? { encryption: { slot: client.slot, value: 'TLS' } } : {}),
    authentication,
    ...(isPublic ? { allowed: { ...exposure, value: ['0.0.0.0/0'] } } : {}),
  }
}

const services: readonly (readonly [block: string, service: string, target: string])[] = [
  ['cloudwatch_logs', 'Amazon CloudWatch Logs', 'log_group'],
  ['firehose', 'Amazon Data Firehose', 'delivery_stream'],
  ['s3', 'Amazon S3', 'bucket'],
]

/** Where logs go: each service that is switched on, at the region of what it names, else at the resource's own. */
export function loggingOf(logs: Cursor, resource: Resource): Fact<readonly Site[]> {
  if (!isThere(logs) || logs.unseen) return logs.unseen ?? { state: 'absent', near: resource.label }
  const sites: Site[] = []
  for (const [name, service, target] of services) {
    const at = block(logs, name)
    const enabled = boolean(down(at, 'enabled'))
    if (enabled.state === 'unresolved' || at.unseen) return { state: 'unresolved', at: logs.near, text: name }
    if (!knownValue(enabled)) continue
    const region = down(at, target).origin.refersTo?.region()
    sites.push({ ...siteOf(resource, service), at: placeOf(enabled), ...(region ? { region: text(region) } : {}) })
  }
  return sites.length === 0
    ? { state: 'absent', near: resource.label }
    : { state: 'known', value: sites, at: logs.key ?? resource.label }
}

import type { ConnectorKind, Knowledge, SideDestination } from '../knowledge/load.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Client, Cluster, ConnectCluster, Connector, Peer, ReplicationFlow, Site } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { placeOf, knownValue, type Fact } from '../model/fact.ts'
import { clusterBehind } from '../model/link.ts'
import { setting, type Settings } from '../model/settings.ts'
import { hostsOf, isInside } from '../text/hosts.ts'
import { say, type Message } from '../words/message.ts'
import {
  declaredDestination,
  inside,
  makeDestination,
  type Base,
  type Destination,
  type Reading,
  type Sender,
} from './destination.ts'
import { locateHost, locateRegion, type Location } from './location.ts'
import { declarationFor } from './settled.ts'

/** Where an entity sends data, its main destination first; what is left to another tool is left out. */
export function destinationsOf(
  of: Sender,
  configuration: Configuration | undefined,
  estate: Estate,
  knowledge: Knowledge,
): Destination[] {
  const side = (settings: Settings | undefined): Destination[] =>
    settings ? sideDestinations(of, settings, configuration, knowledge) : []
  switch (of.kind) {
    case 'connector':
      return [...connectorDestination(of, configuration, knowledge), ...side(of.settings)]
    case 'flow':
      return [
        ...targetOf(of, configuration, estate, knowledge),
        ...kafkaOf(of, of.source, configuration, estate, knowledge),
      ]
    case 'connect-cluster':
      return [
        ...kafkaOf(of, of.kafka, configuration, estate, knowledge),
        ...side(of.settings),
        ...side(of.environment),
        ...logsOf(of, configuration, knowledge),
      ]
    case 'client':
      return [...kafkaOf(of, of.kafka, configuration, estate, knowledge), ...side(of.settings)]
    case 'schema':
      return standing(of, of.registry, 'registry', configuration, knowledge)
    case 'cluster':
      return [
        ...standing(of, of.site, 'cluster', configuration, knowledge),
        ...side(of.settings),
        ...side(of.tieredStorage),
        ...logsOf(of, configuration, knowledge),
      ]
  }
}

function connectorDestination(
  connector: Connector,
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination[] {
  if (connector.class.state !== 'known') return []
  const kind = knowledge.connectors.get(connector.class.value) ?? guessKind(connector)
  if (!kind || kind.direction === 'source') return []
  const role = kind.direction === 'replication' ? 'replication' : 'sink'
  const name = knownValue(connector.name)
  const service = knowledge.connectors.has(connector.class.value) ? kind.service : undefined
  const base: Base = {
    of: connector,
    role,
    name: name ?? lastSegment(connector.class.value),
    at: placeOf(connector.name),
    ...(service ? { service } : {}),
  }
  const names = name === undefined ? [] : [name]
  const declared = declarationFor(names, configuration)
  if (declared) return [declaredDestination(base, declared, names, configuration, knowledge)]
  const reading = kind.inside ? inside : readSettings(connector.settings, kind, knowledge)
  return reading
    ? [makeDestination({ ...base, at: reading.at ?? base.at }, reading, names, configuration, knowledge)]
    : []
}

/** Whether a connector takes data out of Kafka, brings it in or copies it on; undefined where its class does not tell. */
export const directionOf = (connector: Connector, knowledge: Knowledge): ConnectorKind['direction'] | undefined =>
  connector.class.state === 'known'
    ? (knowledge.connectors.get(connector.class.value) ?? guessKind(connector))?.direction
    : undefined

function targetOf(
  flow: ReplicationFlow,
  configuration: Configuration | undefined,
  estate: Estate,
  knowledge: Knowledge,
): Destination[] {
  const names = [knownValue(flow.name), knownValue(flow.target.alias)].flatMap(name => name ?? [])
  const base: Base = {
    of: flow,
    role: 'replication',
    name: names[0] ?? '?',
    service: 'Apache Kafka',
    at: placeOf(flow.target.bootstrap),
  }
  const declared = declarationFor(names, configuration)
  if (declared) return [declaredDestination(base, declared, names, configuration, knowledge)]
  const { site } = flow.target
  const reading = site ? readSite(site, knowledge) : readPeer(flow, flow.target, estate, knowledge)
  return reading
    ? [
        makeDestination(
          { ...base, at: reading.at ?? base.at, ...(site ? { service: site.service } : {}) },
          reading,
          names,
          configuration,
          knowledge,
        ),
      ]
    : []
}

/** The Kafka cluster that somebody talks to, where its address is written. */
function kafkaOf(
  of: ConnectCluster | Client | ReplicationFlow,
  peer: Peer,
  configuration: Configuration | undefined,
  estate: Estate,
  knowledge: Knowledge,
): Destination[] {
  if (peer.site) return standing(of, peer.site, 'cluster', configuration, knowledge)
  const reading = peer.bootstrap.state === 'absent' ? undefined : readPeer(of, peer, estate, knowledge)
  const base: Base = {
    of,
    role: 'cluster',
    name: knownValue(of.name) ?? '?',
    service: 'Apache Kafka',
    at: placeOf(peer.bootstrap),
  }
  return reading ? [makeDestination(base, reading, [], configuration, knowledge)] : []
}

const readPeer = (
  from: { file: string; namespace?: string },
  peer: Peer,
  estate: Estate,
  knowledge: Knowledge,
): Reading | undefined =>
  clusterBehind(estate, from, peer.bootstrap).state === 'none' ? readAddress(peer.bootstrap, knowledge) : inside

const logsOf = (
  of: Cluster | ConnectCluster,
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination[] =>
  (of.logging?.state === 'known' ? of.logging.value : []).flatMap(site =>
    standing(of, site, 'telemetry', configuration, knowledge),
  )

/** A resource of a cloud as a destination, where its region is known. */
function standing(
  of: Sender,
  site: Site | undefined,
  role: Destination['role'],
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination[] {
  const reading = site && readSite(site, knowledge)
  const name = knownValue(of.name) ?? '?'
  const base: Base = { of, role, name, service: site?.service ?? '', at: site?.at ?? reading?.at ?? placeOf(of.name) }
  return reading
    ? [
        makeDestination(
          base,
          reading,
          role === 'cluster' ? [name, `cluster of ${name}`] : [`${role} of ${name}`],
          configuration,
          knowledge,
        ),
      ]
    : []
}

function readSite({ provider: id, region, service, system }: Site, knowledge: Knowledge): Reading | undefined {
  if (region.state !== 'known') return undefined
  const provider = knowledge.providers.get(id)
  const located = locateRegion(
    region.value,
    provider && system !== undefined ? { ...provider, regionSystem: system } : provider,
    knowledge,
  )
  return {
    location: { ...located, ...(provider ? { provider } : {}) },
    at: region.at,
    regionSetting: region,
    because: [say('because.serviceRegion', { service, region: region.value })],
  }
}

/** Where a cluster stands that a flow copies from, as far as its address tells. */
export const locatePeer = (peer: Peer, knowledge: Knowledge): Location | undefined => {
  const reading = peer.site ? readSite(peer.site, knowledge) : readAddress(peer.bootstrap, knowledge)
  return reading && reading !== inside ? reading.location : undefined
}

/** Registries, telemetry, tiers, proxies, other clusters: what single settings name. */
function sideDestinations(
  of: Sender,
  settings: Settings,
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination[] {
  const found = new Map<SideDestination, string[]>()
  for (const { key } of settings.all)
    for (const row of rowsFor(key, knowledge)) if (!found.get(row)?.push(key)) found.set(row, [key])
  return [...found].flatMap(([row, keys]) => {
    if (row.when !== undefined && setting(settings, row.when).state !== 'known') return []
    const [endpoints, regions] = [row.endpoints, row.regions].map(known =>
      keys.filter(key => known.some(one => key === one || key.endsWith(`.${one}`))),
    )
    const reading = readSettings(settings, { ...row, endpoints: endpoints ?? [], regions: regions ?? [] }, knowledge)
    if (!reading?.at) return []
    const name = knownValue(of.name) ?? '?'
    const base: Base = { of, role: row.role, name, at: reading.at, ...(row.service ? { service: row.service } : {}) }
    return [makeDestination(base, reading, [`${row.role} of ${name}`], configuration, knowledge)]
  })
}

function rowsFor(key: string, knowledge: Knowledge): SideDestination[] {
  const rows = []
  for (let at = 0; at >= 0; at = key.indexOf('.', at) + 1 || -1)
    rows.push(...(knowledge.sideDestinations.get(key.slice(at)) ?? []))
  return rows
}

/** Reads the settings that say where: an endpoint wins over a region. */
function readSettings(
  settings: Settings,
  kind: Pick<ConnectorKind, 'provider' | 'endpoints' | 'regions'>,
  knowledge: Knowledge,
): Reading | undefined {
  const provider = kind.provider === undefined ? undefined : knowledge.providers.get(kind.provider)
  let open: Reading | undefined
  for (const key of kind.endpoints) {
    const value = setting(settings, key)
    if (value.state === 'absent') continue
    const reading = readAddress(value, knowledge)
    if (!reading) return undefined
    if (reading.host === '' || reading.location.countries.length > 0)
      return { ...reading, because: [say('because.settingHost', { key }), ...reading.because] }
    open ??= { ...reading, because: [say('because.settingHost', { key }), ...reading.because] }
  }
  if (open && open.location.provider?.owner !== provider?.owner) return open
  for (const key of kind.regions) {
    const value = setting(settings, key)
    if (value.state === 'unresolved') return undefined
    if (value.state === 'absent') continue
    const location = locateRegion(value.value, provider, knowledge)
    return {
      location,
      at: value.at,
      regionSetting: value,
      guessed: provider === undefined,
      because: [
        provider
          ? say('because.settingRegion', { key, region: value.value, provider: provider.name })
          : say('because.settingRegionAnywhere', { key, region: value.value }),
      ],
    }
  }
  return (
    open ?? {
      location: provider ? { provider, countries: [], verified: provider.verified } : { countries: [], verified: true },
      because: [provider ? say('because.providerNoRegion', { provider: provider.name }) : say('because.noHost')],
    }
  )
}

/** Reads an address: the first host that tells a place, else the first; undefined where a placeholder stands for the host. */
function readAddress(address: Fact<string>, knowledge: Knowledge): Reading | undefined {
  if (address.state === 'absent') return { location: { countries: [], verified: true }, because: [] }
  const hosts = hostsOf(address.state === 'known' ? address.value : address.text)
  const readable = hosts.filter(host => !/[${}<>[\]%]/.test(host) && !/^_|_$/.test(host))
  const [first] = readable
  if (first === undefined) return undefined
  if (readable.every(isInside)) return { ...inside, at: address.at }
  const located = readable
    .filter(host => !isInside(host))
    .map(host => ({ host, location: locateHost(host, knowledge) }))
  const best =
    located.find(({ location }) => location.countries.length > 0) ??
    located.find(({ location }) => location.provider) ??
    located[0]
  if (!best) return undefined
  const { host, location } = best
  return { location, host, at: address.at, because: [howLocated(host, location)] }
}

function howLocated(host: string, { provider, region, countries }: Location): Message {
  if (!provider) return say('because.hostUnknown', { host })
  const { name } = provider
  if (region) return say('because.hostRegion', { host, provider: name, region: region.code })
  return countries.length > 0
    ? say('because.hostCountry', { host, provider: name })
    : say('because.hostNoRegion', { host, provider: name })
}

/** The fallback for classes that nobody has described: by the words of the class, and by the endings of the keys. */
function guessKind(connector: Connector): ConnectorKind | undefined {
  const simple = lastSegment(knownValue(connector.class) ?? '')
  const sends =
    /sink/i.test(simple) ||
    (!/source/i.test(simple) && connector.settings.all.some(({ key }) => key === 'topics' || key === 'topics.regex'))
  if (!sends) return undefined
  const keys = connector.settings.all
    .map(({ key }) => key)
    .filter(
      key =>
        !/(?:converter|transforms|predicates|registry|proxy|override|schema\.history|deadletterqueue|reporter|confluent|oauth|token|ssl|sasl)\b/i.test(
          key,
        ),
    )
  const ending = (pattern: RegExp): string[] => keys.filter(key => pattern.test(key))
  return {
    classes: [],
    direction: 'sink',
    service: simple,
    endpoints: ending(
      /(?:^|[._-])(?:url|uri|uris|host|hosts|hostname|endpoint|endpoints|server|servers|domain|site|instance)$/i,
    ),
    regions: ending(/(?:^|[._-])region(?:[._-]name)?$/i),
    containers: [],
    verified: false,
    source: '',
  }
}

const lastSegment = (className: string): string => className.slice(className.lastIndexOf('.') + 1)

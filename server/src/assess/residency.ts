import type { ConnectorKind, Country, Knowledge, Provider, Region } from '../knowledge/load.ts'
import type { Configuration, DestinationDeclaration, Safeguard } from '../model/configuration.ts'
import type { Connector, Peer, ReplicationFlow } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { placeOf, valueOf, type Fact, type Known, type Place } from '../model/fact.ts'
import { clusterBehind } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { hostsOf, isInside } from '../text/hosts.ts'
import { locateHost, locateRegion, type Location } from './location.ts'
import { declarationFor, safeguardFor } from './settled.ts'

/** What a transfer to a place needs. inside: no transfer; open: the place cannot be read. */
export type TransferStatus = 'inside' | 'eea' | 'adequate' | 'conditional' | 'third' | 'open'

/** A place that data is sent to, and under whose law it comes there. */
export interface Destination {
  readonly of: Connector | ReplicationFlow
  readonly role: 'sink' | 'replication'
  readonly name: string
  /** The service in words; absent where the class is unknown. */
  readonly service?: string
  readonly status: TransferStatus
  /** The value that decides; the name where only the configuration does. */
  readonly at: Place
  /** The region code that decides, where it is a setting of its own. */
  readonly regionSetting?: Known<string>
  readonly countries: readonly Country[]
  readonly region?: Region
  readonly host?: string
  readonly provider?: Provider
  readonly certainty: 'stated' | 'guessed'
  /** How the place was read, step by step. */
  readonly because: readonly string[]
  readonly declaration?: DestinationDeclaration
  readonly safeguard?: Safeguard
}

/** Where a connector sends data; undefined for sources, and where the answer is left to another tool. */
export function destinationOf(connector: Connector, configuration: Configuration | undefined, knowledge: Knowledge): Destination | undefined {
  if (connector.class.state !== 'known') return undefined
  const kind = knowledge.connectors.get(connector.class.value) ?? guessKind(connector)
  if (!kind || kind.direction === 'source') return undefined
  const role = kind.direction === 'replication' ? 'replication' : 'sink'
  const name = valueOf(connector.name)
  const service = knowledge.connectors.has(connector.class.value) ? kind.service : undefined
  const base = { of: connector, role, name: name ?? lastSegment(connector.class.value), ...(service ? { service } : {}) } as const
  const names = name === undefined ? [] : [name]
  const declared = declarationFor(names, configuration)
  if (declared) return settle({ ...base, at: placeOf(connector.name) }, declared, names, configuration, knowledge)
  const reading = kind.inside ? inside : readSettings(connector, kind, knowledge)
  return reading && finish({ ...base, at: reading.at ?? placeOf(connector.name) }, reading, names, configuration, knowledge)
}

/** Whether a connector takes data out of Kafka, brings it in or copies it on; undefined where its class does not tell. */
export const directionOf = (connector: Connector, knowledge: Knowledge): ConnectorKind['direction'] | undefined =>
  connector.class.state === 'known' ? (knowledge.connectors.get(connector.class.value) ?? guessKind(connector))?.direction : undefined

/** Where a MirrorMaker 2 flow copies to. */
export function targetOf(flow: ReplicationFlow, configuration: Configuration | undefined, estate: Estate, knowledge: Knowledge): Destination | undefined {
  const names = [valueOf(flow.name), valueOf(flow.target.alias)].flatMap(name => name ?? [])
  const base = { of: flow, role: 'replication', name: names[0] ?? '?', service: 'Apache Kafka', at: placeOf(flow.target.bootstrap) } as const
  const declared = declarationFor(names, configuration)
  if (declared) return settle(base, declared, names, configuration, knowledge)
  const reading = clusterBehind(estate, flow, flow.target.bootstrap).state === 'none' ? readAddress(flow.target.bootstrap, knowledge) : inside
  return reading && finish(base, reading, names, configuration, knowledge)
}

/** Where a cluster stands that a flow copies from, as far as its address tells. */
export const locatePeer = (peer: Peer, knowledge: Knowledge): Location | undefined => {
  const reading = readAddress(peer.bootstrap, knowledge)
  return reading && reading !== inside ? reading.location : undefined
}

/** The country that counts: the one that asks most of the sender. */
export const strictest = (countries: readonly Country[]): Country | undefined => [...countries].sort((a, b) => demands.indexOf(b.status) - demands.indexOf(a.status))[0]

const demands: readonly Country['status'][] = ['eu', 'eea', 'adequate', 'conditional', 'third']

interface Reading {
  readonly location: Location
  readonly at?: Place
  readonly host?: string
  readonly regionSetting?: Known<string>
  readonly guessed?: boolean
  readonly because: readonly string[]
}

const inside: Reading = { location: { countries: [], verified: true }, host: '', because: ['an address of the own network or cluster'] }

type Base = Pick<Destination, 'of' | 'role' | 'name' | 'service' | 'at'>

function finish(base: Base, reading: Reading, names: readonly string[], configuration: Configuration | undefined, knowledge: Knowledge): Destination {
  const known = reading.host ? [...names, reading.host] : names
  const declared = declarationFor(known, configuration)
  if (declared) return settle(base, declared, known, configuration, knowledge)
  const { provider, region, countries, verified } = reading.location
  const safeguard = safeguardFor(known, configuration)
  const country = strictest(countries)
  const status: TransferStatus = reading.host === '' ? 'inside' : country === undefined ? 'open' : country.status === 'eu' ? 'eea' : country.status
  return {
    ...base,
    status,
    countries,
    ...(region ? { region } : {}),
    ...(reading.host ? { host: reading.host } : {}),
    ...(provider ? { provider } : {}),
    ...(reading.regionSetting ? { regionSetting: reading.regionSetting } : {}),
    ...(safeguard ? { safeguard } : {}),
    certainty: verified && !reading.guessed ? 'stated' : 'guessed',
    because: reading.because,
  }
}

/** A destination that the configuration settles. */
function settle(base: Base, declaration: DestinationDeclaration, names: readonly string[], configuration: Configuration | undefined, knowledge: Knowledge): Destination {
  const country = declaration.country === undefined ? undefined : knowledge.countries.get(declaration.country)
  const provider = declaration.provider === undefined ? undefined : knowledge.providers.get(declaration.provider)
  const safeguard = safeguardFor(names, configuration)
  return {
    ...base,
    at: placeOf(base.of.name),
    status: country === undefined ? 'open' : country.status === 'eu' ? 'eea' : country.status,
    countries: country ? [country] : [],
    ...(provider ? { provider } : {}),
    ...(safeguard ? { safeguard } : {}),
    certainty: 'stated',
    because: [`the configuration says: ${[declaration.country, declaration.provider].filter(Boolean).join(', ')}`],
    declaration,
  }
}

/** Reads the settings that say where: an endpoint wins over a region. */
function readSettings(connector: Connector, kind: ConnectorKind, knowledge: Knowledge): Reading | undefined {
  const provider = kind.provider === undefined ? undefined : knowledge.providers.get(kind.provider)
  let open: Reading | undefined
  for (const key of kind.endpoints) {
    const value = setting(connector.settings, key)
    if (value.state === 'absent') continue
    const reading = readAddress(value, knowledge)
    if (!reading) return undefined
    if (reading.host === '' || reading.location.countries.length > 0) return { ...reading, because: [`\`${key}\` names the host`, ...reading.because] }
    open ??= { ...reading, because: [`\`${key}\` names the host`, ...reading.because] }
  }
  if (open && open.location.provider?.owner !== provider?.owner) return open
  for (const key of kind.regions) {
    const value = setting(connector.settings, key)
    if (value.state === 'unresolved') return undefined
    if (value.state === 'absent') continue
    const location = locateRegion(value.value, provider, knowledge)
    return { location, at: value.at, regionSetting: value, guessed: provider === undefined, because: [`\`${key}\` is the region ${value.value}${provider ? ` of ${provider.name}` : ', which means the same country with every provider that has it'}`] }
  }
  return open ?? { location: provider ? { provider, countries: [], verified: provider.verified } : { countries: [], verified: true }, because: [provider ? `${provider.name}: nothing in the file names a region` : 'nothing in the file names a host or a region'] }
}

/** Reads an address: the first host that tells a place, else the first; undefined where a placeholder stands for the host. */
function readAddress(address: Fact<string>, knowledge: Knowledge): Reading | undefined {
  if (address.state === 'absent') return { location: { countries: [], verified: true }, because: [] }
  const hosts = hostsOf(address.state === 'known' ? address.value : address.text)
  const readable = hosts.filter(host => !/[${}<>[\]%]/.test(host) && !/^_|_$/.test(host))
  const [first] = readable
  if (first === undefined) return undefined
  if (readable.every(isInside)) return { ...inside, at: address.at }
  const located = readable.filter(host => !isInside(host)).map(host => ({ host, location: locateHost(host, knowledge) }))
  const best = located.find(({ location }) => location.countries.length > 0) ?? located.find(({ location }) => location.provider) ?? located[0]
  if (!best) return undefined
  const { host, location } = best
  const { provider, region } = location
  const how = provider ? (region ? [`${host} is ${provider.name}, region ${region.code}`] : [`${host} is ${provider.name}${location.countries.length > 0 ? '' : ', which does not tell its region in the host'}`]) : [`${host} belongs to no provider that is known`]
  return { location, host, at: address.at, because: how }
}

/** The fallback for classes that nobody has described: by the words of the class, and by the endings of the keys. */
function guessKind(connector: Connector): ConnectorKind | undefined {
  const simple = lastSegment(valueOf(connector.class) ?? '')
  const sends = /sink/i.test(simple) || (!/source/i.test(simple) && connector.settings.all.some(({ key }) => key === 'topics' || key === 'topics.regex'))
  if (!sends) return undefined
  const keys = connector.settings.all.map(({ key }) => key).filter(key => !/(?:converter|transforms|predicates|registry|proxy|override|schema\.history|deadletterqueue|reporter|confluent|oauth|token|ssl|sasl)\b/i.test(key))
  const ending = (pattern: RegExp): string[] => keys.filter(key => pattern.test(key))
  return { classes: [], direction: 'sink', service: simple, endpoints: ending(/(?:^|[._-])(?:url|uri|uris|host|hosts|hostname|endpoint|endpoints|server|servers|domain|site|instance)$/i), regions: ending(/(?:^|[._-])region(?:[._-]name)?$/i), containers: [], verified: false }
}

const lastSegment = (className: string): string => className.slice(className.lastIndexOf('.') + 1)

import type { Country } from '../knowledge/countries.ts'
import type { SideDestination } from '../knowledge/destinations.ts'
import type { Knowledge } from '../knowledge/load.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Region } from '../knowledge/regions.ts'
import type { Configuration, DestinationDeclaration, Safeguard } from '../model/configuration.ts'
import type {
  Client,
  Cluster,
  ConnectCluster,
  Connector,
  ReplicationFlow,
  Schema,
  SupportingService,
  Topic,
} from '../model/entities.ts'
import { placeOf, type Known, type Place } from '../model/fact.ts'
import type { Library } from './db.ts'
import type { PlaceReading } from './place-reading.ts'
import { say, type Message } from '../words/message.ts'
import { clusterDeclarationFor, declarationFor, safeguardsFor } from './declared.ts'

/** Entities that send data somewhere; a topic is kept on a cluster, a schema itself may be kept by somebody. */
export type Sender =
  | Connector
  | ReplicationFlow
  | ConnectCluster
  | Client
  | Cluster
  | Schema
  | Topic
  | SupportingService

const senders: ReadonlySet<string> = new Set<Sender['kind']>([
  'connector',
  'flow',
  'connect-cluster',
  'client',
  'cluster',
  'schema',
])

/** Whether something names a place that data goes to by itself. */
export const isSender = (entity: { readonly kind: string }): entity is Sender => senders.has(entity.kind)

/** What a transfer to a place needs. inside: no transfer; open: the place cannot be read. */
export type TransferStatus = 'inside' | 'eea' | 'adequate' | 'conditional' | 'third' | 'open'

/** A place that data is sent to, and under whose law it comes there. */
export interface Destination {
  readonly of: Sender
  readonly role: 'sink' | 'replication' | SideDestination['role'] | 'state' | 'backup' | 'disks' | 'control-plane'
  readonly name: string
  /** The names, its host among them, by which the configuration may speak of it; none where the file gives it none. */
  readonly names: readonly string[]
  /** The service in words; absent where nothing tells. */
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
  readonly because: readonly Message[]
  /** Where the reference data comes from, with its date. */
  readonly sources: readonly string[]
  readonly declaration?: DestinationDeclaration
  readonly safeguard?: Safeguard
  /** A safeguard that was declared and has run out; only where no other holds. */
  readonly expired?: Safeguard
  /** What the configuration's policy says of the country; unsaid where it names none. */
  readonly policy: 'allowed' | 'refused' | 'unsaid'
  /** The policy denies the provider. */
  readonly denied: boolean
}

/** A destination as a file names it, before the configuration has its say. */
export interface Sighting extends Pick<Destination, 'of' | 'role' | 'name' | 'service' | 'at'> {
  /** Undefined where it is left to another tool. */
  readonly reading: PlaceReading | undefined
  /** Without its host. */
  readonly names: readonly string[]
  /** Who runs it, wherever it stands. */
  readonly runBy?: Provider
  /** What it lies in, where that is a cluster or the own network: clusters, namespaces, hosts, by which the configuration tells where those are. */
  readonly within?: readonly string[]
}

/** A place that somebody declares of something that no file places. */
export const placeDeclared = (
  library: Library,
  sighting: Pick<Destination, 'of' | 'role' | 'name' | 'service' | 'at'>,
  declaration: DestinationDeclaration,
  configuration: Configuration | undefined,
): Destination => declaredDestination({ ...sighting, names: [] }, declaration, configuration, library.knowledge)

/** The country that counts: the one that asks most of the sender. */
export const strictest = (countries: readonly Country[]): Country | undefined =>
  [...countries].sort((a, b) => demands.indexOf(b.status) - demands.indexOf(a.status))[0]

const demands: readonly Country['status'][] = ['eu', 'eea', 'adequate', 'conditional', 'third']

/** Judges a place by what was read and by what the configuration declares of it; undefined where neither tells anything. */
export function judge(
  { knowledge, today }: Library,
  { reading, names, within = [], runBy: _runBy, ...sighting }: Sighting,
  configuration: Configuration | undefined,
): Destination | undefined {
  const known = reading?.host ? [...names, reading.host] : names
  const declaration = declarationFor(known, configuration) ?? clusterDeclarationFor(within, configuration)
  const common = { ...sighting, names: known }
  const judged = declaration
    ? declaredDestination(common, declaration, configuration, knowledge)
    : reading && readDestination(common, reading, configuration)
  return judged && guarded(judged, safeguardsFor(known, configuration, today))
}

/** A destination with the safeguard that holds for it; of declarations that cannot hold for it, why. */
function guarded(
  destination: Destination,
  { holding, expired: [expired] }: ReturnType<typeof safeguardsFor>,
): Destination {
  const { countries, because } = destination
  const safeguard = safeguardAmong(holding, countries)
  if (safeguard) return { ...destination, safeguard }
  const why = holding.flatMap(one => unfitness(one, countries) ?? [])
  return { ...destination, because: [...because, ...why], ...(expired ? { expired } : {}) }
}

/** Of declared safeguards, the one that holds for these countries. */
export const safeguardAmong = (holding: readonly Safeguard[], countries: readonly Country[]): Safeguard | undefined =>
  holding.find(one => unfitness(one, countries) === undefined)

/** Why a declaration is no safeguard for these countries, whatever document it refers to; undefined where it may be one. */
function unfitness({ kind, importer }: Safeguard, countries: readonly Country[]): Message | undefined {
  const placed = countries.length > 0
  if (kind === 'dpf') return placed && !canBeListed(countries) ? say('because.listingElsewhere') : undefined
  if (kind === 'adequacy') return placed && !canBeInScope(countries) ? say('because.noSuchScope') : undefined
  // They bind those who adopted them: who that is has to be named.
  if (kind === 'bcr') return importer === undefined ? say('because.rulesOfWhom') : undefined
  return kind === 'derogation' ? say('because.derogation') : undefined
}

/** Whether a listing under the EU-US framework can be what all transfers to these countries rest on. */
export const canBeListed = (countries: readonly Country[]): boolean =>
  restOn(countries, ({ decision }) => decision?.listing === 'dpf')

/** Whether all transfers to these countries can rest on decisions that cover some recipients by what they are, not by a list. */
export const canBeInScope = (countries: readonly Country[]): boolean =>
  restOn(countries, ({ status, decision }) => status === 'conditional' && decision?.listing === undefined)

function restOn(countries: readonly Country[], covers: (country: Country) => boolean): boolean {
  const asking = countries.filter(({ status }) => status === 'third' || status === 'conditional')
  return asking.length > 0 && asking.every(covers)
}

type Common = Pick<Destination, 'of' | 'role' | 'name' | 'names' | 'service' | 'at'>

function readDestination(
  common: Common,
  { location: { provider, region, countries, verified }, host, regionSetting, guessed, because }: PlaceReading,
  configuration: Configuration | undefined,
): Destination {
  return {
    ...common,
    countries,
    status: host === '' ? 'inside' : statusOf(countries),
    ...policyOn(countries, provider, configuration),
    ...(region ? { region } : {}),
    ...(host ? { host } : {}),
    ...(provider ? { provider } : {}),
    ...(regionSetting ? { regionSetting } : {}),
    certainty: verified && !guessed ? 'stated' : 'guessed',
    because,
    sources: [
      ...(region ? [`${region.code}: ${region.source}`] : []),
      ...(provider ? [`${provider.name}: ${provider.source}`] : []),
    ],
  }
}

function declaredDestination(
  common: Common,
  declaration: DestinationDeclaration,
  configuration: Configuration | undefined,
  { countries: known, providers }: Knowledge,
): Destination {
  const country = known.get(declaration.country?.value ?? '')
  const provider = providers.get(declaration.provider?.value ?? '')
  const countries = country ? [country] : []
  const said = [declaration.country, declaration.provider].flatMap(one => one?.value ?? [])
  return {
    ...common,
    at: placeOf(common.of.name),
    countries,
    status: statusOf(countries),
    ...policyOn(countries, provider, configuration),
    ...(provider ? { provider } : {}),
    certainty: 'stated',
    because: [say('because.declared', { values: said })],
    sources: [],
    declaration,
  }
}

function statusOf(countries: readonly Country[]): TransferStatus {
  const country = strictest(countries)
  if (country === undefined) return 'open'
  return country.status === 'eu' ? 'eea' : country.status
}

const policyOn = (
  countries: readonly Country[],
  provider: Provider | undefined,
  configuration: Configuration | undefined,
): Pick<Destination, 'policy' | 'denied'> => ({
  policy: verdictOn(
    countries,
    configuration?.policy.allowedCountries?.map(({ value }) => value),
  ),
  denied:
    provider !== undefined &&
    (configuration?.policy.deniedProviders.some(({ value }) =>
      [provider.id, provider.name, provider.short].includes(value),
    ) ??
      false),
})

function verdictOn(countries: readonly Country[], allowed: readonly string[] | undefined): Destination['policy'] {
  if (allowed === undefined || countries.length === 0) return 'unsaid'
  return countries.every(one => allows(allowed, one)) ? 'allowed' : 'refused'
}

/** Whether a list of countries and sets of countries holds a country. */
export const allows = (allowed: readonly string[], { code, status }: Country): boolean =>
  allowed.includes(code) ||
  (allowed.includes('EEA') && (status === 'eu' || status === 'eea')) ||
  (allowed.includes('adequate') && status === 'adequate')

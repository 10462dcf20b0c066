import type { Country, Knowledge, Provider, Region, SideDestination } from '../knowledge/load.ts'
import type { Configuration, DestinationDeclaration, Safeguard } from '../model/configuration.ts'
import type { Client, Cluster, ConnectCluster, Connector, ReplicationFlow, Schema } from '../model/entities.ts'
import { placeOf, type Known, type Place } from '../model/fact.ts'
import { say, type Message } from '../words/message.ts'
import type { Location } from './location.ts'
import { declarationFor, safeguardFor } from './settled.ts'

/** Entities that send data somewhere; a schema itself may be kept by somebody. */
export type Sender = Connector | ReplicationFlow | ConnectCluster | Client | Cluster | Schema

/** What a transfer to a place needs. inside: no transfer; open: the place cannot be read. */
export type TransferStatus = 'inside' | 'eea' | 'adequate' | 'conditional' | 'third' | 'open'

/** A place that data is sent to, and under whose law it comes there. */
export interface Destination {
  readonly of: Sender
  readonly role: 'sink' | 'replication' | SideDestination['role']
  readonly name: string
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
  /** What the configuration's policy says of the country; unsaid where it names none. */
  readonly policy: 'allowed' | 'refused' | 'unsaid'
  /** The policy denies the provider. */
  readonly denied: boolean
}

/** What was read of a place. */
export interface Reading {
  readonly location: Location
  readonly at?: Place
  /** Empty where it lies in the own network or cluster. */
  readonly host?: string
  readonly regionSetting?: Known<string>
  readonly guessed?: boolean
  readonly because: readonly Message[]
}

/** The reading of a place in the own network or cluster. */
export const inside: Reading = {
  location: { countries: [], verified: true },
  host: '',
  because: [say('because.ownNetwork')],
}

/** What is known of a destination before its place is read. */
export type Base = Pick<Destination, 'of' | 'role' | 'name' | 'service' | 'at'>

/** The country that counts: the one that asks most of the sender. */
export const strictest = (countries: readonly Country[]): Country | undefined =>
  [...countries].sort((a, b) => demands.indexOf(b.status) - demands.indexOf(a.status))[0]

const demands: readonly Country['status'][] = ['eu', 'eea', 'adequate', 'conditional', 'third']

/** Makes a destination of what was read, and of what the configuration settles about it under any of its names. */
export function makeDestination(
  base: Base,
  reading: Reading,
  names: readonly string[],
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination {
  const known = reading.host ? [...names, reading.host] : names
  const declared = declarationFor(known, configuration)
  if (declared) return declaredDestination(base, declared, known, configuration, knowledge)
  const { provider, region, countries, verified } = reading.location
  const safeguard = safeguardFor(known, configuration)
  return {
    ...base,
    countries,
    ...judge(reading.host === '' ? 'inside' : undefined, countries, provider, configuration),
    ...(region ? { region } : {}),
    ...(reading.host ? { host: reading.host } : {}),
    ...(provider ? { provider } : {}),
    ...(reading.regionSetting ? { regionSetting: reading.regionSetting } : {}),
    ...(safeguard ? { safeguard } : {}),
    certainty: verified && !reading.guessed ? 'stated' : 'guessed',
    because: reading.because,
    sources: [
      ...(region ? [`${region.code}: ${region.source}`] : []),
      ...(provider ? [`${provider.name}: ${provider.source}`] : []),
    ],
  }
}

/** A destination that the configuration settles. */
export function declaredDestination(
  base: Base,
  declaration: DestinationDeclaration,
  names: readonly string[],
  configuration: Configuration | undefined,
  knowledge: Knowledge,
): Destination {
  const country = declaration.country === undefined ? undefined : knowledge.countries.get(declaration.country.value)
  const provider = declaration.provider === undefined ? undefined : knowledge.providers.get(declaration.provider.value)
  const safeguard = safeguardFor(names, configuration)
  const countries = country ? [country] : []
  return {
    ...base,
    at: placeOf(base.of.name),
    countries,
    ...judge(undefined, countries, provider, configuration),
    ...(provider ? { provider } : {}),
    ...(safeguard ? { safeguard } : {}),
    certainty: 'stated',
    because: [
      say('because.declared', {
        values: [declaration.country, declaration.provider].flatMap(declared => declared?.value ?? []),
      }),
    ],
    sources: [],
    declaration,
  }
}

function judge(
  fixed: 'inside' | undefined,
  countries: readonly Country[],
  provider: Provider | undefined,
  configuration: Configuration | undefined,
): Pick<Destination, 'status' | 'policy' | 'denied'> {
  const country = strictest(countries)
  const status = fixed ?? (country === undefined ? 'open' : country.status === 'eu' ? 'eea' : country.status)
  const allowed = configuration?.policy.allowedCountries?.map(({ value }) => value)
  return {
    status,
    policy:
      allowed === undefined || countries.length === 0
        ? 'unsaid'
        : countries.every(one => allows(allowed, one))
          ? 'allowed'
          : 'refused',
    denied:
      provider !== undefined &&
      (configuration?.policy.deniedProviders.some(({ value }) => value === provider.id || value === provider.short) ??
        false),
  }
}

/** Whether a list of countries and sets of countries holds a country. */
export const allows = (allowed: readonly string[], { code, status }: Country): boolean =>
  allowed.includes(code) ||
  (allowed.includes('EEA') && (status === 'eu' || status === 'eea')) ||
  (allowed.includes('adequate') && status === 'adequate')

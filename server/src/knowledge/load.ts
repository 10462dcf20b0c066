import connectorData from './connectors.yaml'
import countryData from './countries.yaml'
import destinationData from './destinations.yaml'
import { loadEngines, type Engines } from './engines.ts'
import settingData from './kafka-settings.yaml'
import { loadStrimziApi, type StrimziApi } from './strimzi-api.ts'
import lawData from './law.yaml'
import providerData from './providers.yaml'
import regionData from './regions.yaml'
import { loadTopicPlaces, type TopicPlace } from './topic-places.ts'
import type { EntryOf } from '../words/message.ts'

/** Entries from this source were never looked up; what rests on them is less certain. */
const memory = 'memory'

/** A region of a cloud provider. */
export interface Region {
  readonly system: string
  readonly code: string
  readonly name: string
  /** ISO 3166-1 alpha-2; several where the region spreads over countries. */
  readonly countries: readonly string[]
  /** A partition or a kind of its own: nothing moves there by changing the code. */
  readonly apart: boolean
  readonly verified: boolean
  readonly source: string
}

/** A country and the law that a place in it falls under. */
export interface Country {
  readonly code: string
  readonly name: string
  /** eu, eea: inside. adequate, conditional: Art. 45, for all or for some recipients. third: Art. 46. */
  readonly status: 'eu' | 'eea' | 'adequate' | 'conditional' | 'third'
  readonly decision?: Decision
  /** Latitude and longitude of where its data centres stand, in whole degrees; only to tell what is near. */
  readonly centre?: readonly [number, number]
}

/** An adequacy decision under Art. 45 GDPR. */
export interface Decision {
  readonly instrument: string
  readonly adopted: string
  readonly validUntil?: string
  readonly scope: string
  readonly notes?: string
  readonly source: string
}

/** Who runs the hosts of a suffix, and whose law reaches the owner. */
export interface Provider {
  readonly id: string
  readonly name: string
  readonly owner: string
  /** The owner's name as people say it. */
  readonly short: string
  /** ISO 3166-1 alpha-2 of the ultimate parent. */
  readonly home: string
  readonly cloudAct: 'yes' | 'possible' | 'disputed' | 'none-known'
  readonly suffixes: readonly string[]
  readonly pattern?: RegExp
  /** Under which system the captured region is looked up. */
  readonly regionSystem?: string
  readonly country?: string
  readonly underlying: readonly string[]
  readonly examples: readonly string[]
  readonly verified: boolean
  readonly source: string
}

/** What the keys of a connector class mean. */
export interface ConnectorKind {
  readonly classes: readonly string[]
  readonly direction: 'sink' | 'source' | 'replication'
  readonly service: string
  readonly provider?: string
  /** The data stays where the Connect worker runs. */
  readonly inside?: boolean
  readonly endpoints: readonly string[]
  readonly regions: readonly string[]
  readonly containers: readonly string[]
  /** For replication: the keys that hold the patterns of topics and groups; without them everything is copied, or nothing. */
  readonly copies?: { readonly topics?: string; readonly groups?: string; readonly everything?: boolean }
  readonly verified: boolean
  readonly source: string
}

/** Settings that name a destination beside what the class of a connector says. */
export interface SideDestination {
  readonly role: 'cluster' | 'tiered-storage' | 'registry' | 'telemetry' | 'proxy'
  readonly service?: string
  readonly provider?: string
  readonly endpoints: readonly string[]
  readonly regions: readonly string[]
  /** A key that must be there. */
  readonly when?: string
  readonly source: string
}

/** An article of law in one sentence, with its ELI link. */
export interface Article {
  readonly id: string
  readonly cite: string
  readonly says: string
  readonly url: string
}

/** A setting that decides about copies; `<n>` in a key stands for a name. */
export interface DurabilitySetting {
  readonly key: string
  readonly holder: 'broker' | 'worker' | 'client' | 'connector' | 'copying' | 'checkpoints' | 'heartbeats'
  readonly means: 'replication-factor' | 'min-insync-replicas'
  readonly scope: 'cluster-default' | 'internal-topic' | 'topic'
  /** An entry of `holder` in the words. */
  readonly of: Exclude<EntryOf<'holder'>, 'topic'>
  /** What Kafka takes when the key is absent; -1 is the broker's default. Of the brokers' own settings the engine tells it. */
  readonly default?: number
  /** For a minimum of in-sync replicas: the key of the factor that it belongs to. */
  readonly pair?: string
  readonly lies?: 'source' | 'target'
}

/** A setting that decides how long records are kept. */
export interface RetentionSetting {
  readonly key: string
  readonly holder: 'topic' | 'broker'
  readonly unit: 'nanoseconds' | 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'duration'
  /** What 0 means, where it is not "at once". */
  readonly zero?: 'unlimited'
  /** Only with this engine. */
  readonly engine?: string
}

/** The reference data, looked up by the names that files use. */
export interface Knowledge {
  readonly regions: ReadonlyMap<string, ReadonlyMap<string, Region>>
  readonly countries: ReadonlyMap<string, Country>
  /** Owners of whom at least one row was looked up. */
  readonly verifiedOwners: ReadonlySet<string>
  readonly providers: ReadonlyMap<string, Provider>
  /** By the ending of their hosts, with its dot. */
  readonly providersBySuffix: ReadonlyMap<string, readonly Provider[]>
  /** By class name, and by the class's last segment. */
  readonly connectors: ReadonlyMap<string, ConnectorKind>
  /** By each of their keys; a key of a file matches where it ends in one. */
  readonly sideDestinations: ReadonlyMap<string, readonly SideDestination[]>
  readonly law: ReadonlyMap<string, Article>
  /** By what holds the setting. */
  readonly durability: ReadonlyMap<DurabilitySetting['holder'], readonly DurabilitySetting[]>
  /** In the order in which they count. */
  readonly retention: readonly RetentionSetting[]
  readonly engines: Engines
  readonly strimziApi: StrimziApi
  /** The settings that name topics. */
  readonly topicPlaces: readonly TopicPlace[]
}

type Row = Readonly<Record<string, unknown>> & { readonly source: string }
interface Sourced {
  readonly asOf: string
  readonly sources: Readonly<Record<string, string>>
}
interface Files {
  readonly regions: Sourced & {
    centres: Record<string, [number, number]>
    systems: Record<
      string,
      Record<string, Row & { name: string; country?: string; countries?: string[]; apart?: true }>
    >
  }
  readonly countries: Sourced & {
    countries: Record<string, { name: string; status: Country['status']; decision?: string }>
    decisions: Record<string, Decision>
  }
  readonly providers: Sourced & {
    providers: (Row &
      Omit<Provider, 'pattern' | 'verified' | 'short' | 'underlying' | 'examples'> & {
        pattern?: string
        short?: string
        underlying?: string[]
        examples?: string[]
      })[]
  }
  readonly connectors: Sourced & {
    connectors: (Row &
      Pick<ConnectorKind, 'classes' | 'direction' | 'service' | 'provider' | 'inside' | 'copies'> & {
        endpoints?: string[]
        regions?: string[]
        containers?: string[]
      })[]
  }
  readonly destinations: Sourced & {
    destinations: (Row &
      Pick<SideDestination, 'role' | 'service' | 'provider' | 'when'> & { endpoints?: string[]; regions?: string[] })[]
  }
  readonly law: { articles: Record<string, Omit<Article, 'id'>> }
  readonly settings: { settings: DurabilitySetting[]; retention: RetentionSetting[] }
}

/** Builds the look-up tables from the data files; the result is frozen. */
export function loadKnowledge(): Knowledge {
  const providers = rowsOf(providerData as Files['providers'], ({ providers: rows }) => rows).map(readProvider)
  return Object.freeze({
    regions: readRegions(regionData as Files['regions']),
    countries: readCountries(countryData as Files['countries'], (regionData as Files['regions']).centres),
    verifiedOwners: new Set(providers.filter(({ verified }) => verified).map(({ owner }) => owner)),
    providers: new Map(providers.map(provider => [provider.id, provider])),
    providersBySuffix: group(providers, provider => provider.suffixes),
    connectors: indexConnectors(rowsOf(connectorData as Files['connectors'], ({ connectors }) => connectors)),
    sideDestinations: group(
      rowsOf(destinationData as Files['destinations'], ({ destinations }) => destinations).map(
        ({ endpoints = [], regions = [], ...row }): SideDestination => ({ ...row, endpoints, regions }),
      ),
      ({ endpoints, regions }) => [...endpoints, ...regions],
    ),
    law: new Map(Object.entries((lawData as Files['law']).articles).map(([id, row]) => [id, { id, ...row }])),
    durability: group((settingData as Files['settings']).settings, row => [row.holder]),
    retention: (settingData as Files['settings']).retention,
    engines: loadEngines(),
    strimziApi: loadStrimziApi(),
    topicPlaces: loadTopicPlaces(),
  })
}

/** The rows of a file, each with its source in words and whether anybody has looked it up. */
function rowsOf<F extends Sourced, R extends Row>(
  file: F,
  pick: (file: F) => readonly R[],
): (R & { readonly verified: boolean })[] {
  return pick(file).map(row => ({ ...row, verified: row.source !== memory, source: sourceOf(row, file) }))
}

const sourceOf = ({ source }: { readonly source: string }, { sources, asOf }: Sourced): string =>
  `${sources[source] ?? source} (${asOf})`

const readRegions = (file: Files['regions']): Map<string, Map<string, Region>> =>
  new Map(
    Object.entries(file.systems).map(([system, regions]) => [
      system,
      new Map(
        Object.entries(regions).map(([code, row]) => [
          code.toLowerCase(),
          {
            system,
            code,
            name: row.name,
            countries: row.countries ?? (row.country ? [row.country] : []),
            apart: row.apart === true,
            verified: row.source !== memory,
            source: sourceOf(row, file),
          },
        ]),
      ),
    ]),
  )

function readCountries(file: Files['countries'], centres: Files['regions']['centres']): Map<string, Country> {
  const decisions = new Map(
    Object.entries(file.decisions).map(([id, decision]) => [id, { ...decision, source: sourceOf(decision, file) }]),
  )
  return new Map(
    Object.entries(file.countries).map(([code, { decision, ...row }]) => {
      const [found, centre] = [decision === undefined ? undefined : decisions.get(decision), centres[code]]
      return [code, { code, ...row, ...(found ? { decision: found } : {}), ...(centre ? { centre } : {}) }]
    }),
  )
}

function readProvider(row: Files['providers']['providers'][number] & { readonly verified: boolean }): Provider {
  const { pattern, short, underlying = [], examples = [], ...rest } = row
  return {
    ...rest,
    short: short ?? rest.name,
    underlying,
    examples,
    ...(pattern ? { pattern: new RegExp(pattern) } : {}),
  }
}

function group<K, V>(values: readonly V[], keysOf: (value: V) => readonly K[]): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const value of values) for (const key of keysOf(value)) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}

function indexConnectors(
  rows: readonly (Files['connectors']['connectors'][number] & { readonly verified: boolean })[],
): Map<string, ConnectorKind> {
  const index = new Map<string, ConnectorKind>()
  const kinds = rows.map(({ endpoints = [], regions = [], containers = [], ...row }) => ({
    ...row,
    endpoints,
    regions,
    containers,
  }))
  for (const kind of kinds) for (const name of kind.classes) index.set(name, kind)
  // Kafka Connect also takes the last segment of a class name, with or without its suffix.
  for (const kind of kinds)
    for (const name of kind.classes) for (const alias of aliasesOf(name)) if (!index.has(alias)) index.set(alias, kind)
  return index
}

function aliasesOf(className: string): string[] {
  const simple = className.slice(className.lastIndexOf('.') + 1)
  return simple.endsWith('Connector') ? [simple, simple.slice(0, -'Connector'.length)] : [simple]
}

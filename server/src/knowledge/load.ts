import connectorData from './connectors.yaml'
import countryData from './countries.yaml'
import settingData from './kafka-settings.yaml'
import lawData from './law.yaml'
import providerData from './providers.yaml'
import regionData from './regions.yaml'

/** Entries from this source were never looked up; what rests on them is less certain. */
const memory = 'memory'

/** A region of a cloud provider. */
export interface Region {
  readonly system: string
  readonly code: string
  readonly name: string
  /** ISO 3166-1 alpha-2; several where the region spreads over countries. */
  readonly countries: readonly string[]
  readonly verified: boolean
}

/** A country and the law that a place in it falls under. */
export interface Country {
  readonly code: string
  readonly name: string
  /** eu, eea: inside. adequate, conditional: Art. 45, for all or for some recipients. third: Art. 46. */
  readonly status: 'eu' | 'eea' | 'adequate' | 'conditional' | 'third'
  readonly decision?: Decision
}

/** An adequacy decision under Art. 45 GDPR. */
export interface Decision {
  readonly instrument: string
  readonly adopted: string
  readonly validUntil?: string
  readonly scope: string
  readonly notes?: string
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
  readonly verified: boolean
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
  readonly holder: 'broker' | 'worker' | 'connector' | 'copying' | 'checkpoints' | 'heartbeats'
  readonly means: 'replication-factor' | 'min-insync-replicas'
  readonly scope: 'cluster-default' | 'internal-topic' | 'topic'
  readonly of: string
  /** What Kafka takes when the key is absent; -1 is the broker's default. */
  readonly default: number
  /** For a minimum of in-sync replicas: the key of the factor that it belongs to. */
  readonly pair?: string
  readonly lies?: 'source' | 'target'
}

/** The reference data, looked up by the names that files use. */
export interface Knowledge {
  readonly regions: ReadonlyMap<string, ReadonlyMap<string, Region>>
  /** By system, the region inside the EEA that is offered in place of one outside. */
  readonly homeRegions: ReadonlyMap<string, string>
  readonly countries: ReadonlyMap<string, Country>
  /** Owners of whom at least one row was looked up. */
  readonly verifiedOwners: ReadonlySet<string>
  readonly providers: ReadonlyMap<string, Provider>
  /** By the ending of their hosts, with its dot. */
  readonly providersBySuffix: ReadonlyMap<string, readonly Provider[]>
  /** By class name, and by the class's last segment. */
  readonly connectors: ReadonlyMap<string, ConnectorKind>
  readonly law: ReadonlyMap<string, Article>
  /** By what holds the setting. */
  readonly durability: ReadonlyMap<DurabilitySetting['holder'], readonly DurabilitySetting[]>
}

type Row = Readonly<Record<string, unknown>> & { readonly source: string }
interface Files {
  readonly regions: { home: Record<string, string>; systems: Record<string, Record<string, Row & { name: string; country?: string; countries?: string[] }>> }
  readonly countries: { countries: Record<string, { name: string; status: Country['status']; decision?: string }>; decisions: Record<string, Decision> }
  readonly providers: { providers: (Row & Omit<Provider, 'pattern' | 'verified' | 'short' | 'underlying' | 'examples'> & { pattern?: string; short?: string; underlying?: string[]; examples?: string[] })[] }
  readonly connectors: { connectors: (Row & Pick<ConnectorKind, 'classes' | 'direction' | 'service' | 'provider' | 'inside'> & { endpoints?: string[]; regions?: string[]; containers?: string[] })[] }
  readonly law: { articles: Record<string, Omit<Article, 'id'>> }
  readonly settings: { settings: DurabilitySetting[] }
}

/** Builds the look-up tables from the data files; the result is frozen. */
export function loadKnowledge(): Knowledge {
  const { systems, home } = regionData as Files['regions']
  const providers = (providerData as Files['providers']).providers.map(readProvider)
  const { countries, decisions } = countryData as Files['countries']
  return Object.freeze({
    regions: new Map(Object.entries(systems).map(([system, regions]) => [system, new Map(Object.entries(regions).map(([code, row]) => [code.toLowerCase(), readRegion(system, code, row)]))])),
    countries: new Map(Object.entries(countries).map(([code, { decision, ...row }]) => [code, { code, ...row, ...(decision && decisions[decision] ? { decision: decisions[decision] } : {}) }])),
    homeRegions: new Map(Object.entries(home)),
    verifiedOwners: new Set(providers.filter(({ verified }) => verified).map(({ owner }) => owner)),
    providers: new Map(providers.map(provider => [provider.id, provider])),
    providersBySuffix: group(providers, provider => provider.suffixes),
    connectors: indexConnectors((connectorData as Files['connectors']).connectors),
    law: new Map(Object.entries((lawData as Files['law']).articles).map(([id, row]) => [id, { id, ...row }])),
    durability: group((settingData as Files['settings']).settings, row => [row.holder]),
  })
}

const readRegion = (system: string, code: string, row: Files['regions']['systems'][string][string]): Region => ({
  system,
  code,
  name: row.name,
  countries: row.countries ?? (row.country ? [row.country] : []),
  verified: row.source !== memory,
})

function readProvider(row: Files['providers']['providers'][number]): Provider {
  const { pattern, short, underlying = [], examples = [], source, ...rest } = row
  return { ...rest, short: short ?? rest.name, underlying, examples, verified: source !== memory, ...(pattern ? { pattern: new RegExp(pattern) } : {}) }
}

function group<K, V>(values: readonly V[], keysOf: (value: V) => readonly K[]): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const value of values) for (const key of keysOf(value)) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}

function indexConnectors(rows: Files['connectors']['connectors']): Map<string, ConnectorKind> {
  const index = new Map<string, ConnectorKind>()
  const kinds = rows.map(({ source, endpoints = [], regions = [], containers = [], ...row }) => ({ ...row, endpoints, regions, containers, verified: source !== memory }))
  for (const kind of kinds) for (const name of kind.classes) index.set(name, kind)
  // Kafka Connect also takes the last segment of a class name, with or without its suffix.
  for (const kind of kinds) for (const name of kind.classes) for (const alias of aliasesOf(name)) if (!index.has(alias)) index.set(alias, kind)
  return index
}

function aliasesOf(className: string): string[] {
  const simple = className.slice(className.lastIndexOf('.') + 1)
  return simple.endsWith('Connector') ? [simple, simple.slice(0, -'Connector'.length)] : [simple]
}

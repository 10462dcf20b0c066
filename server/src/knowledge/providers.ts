import data from './providers.yaml'
import { group, sourced, type Row, type Sourced } from './sources.ts'

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
  /** What a host with a `locator` means that names no cloud and no region. */
  readonly unnamed?: { readonly cloud: string; readonly region: string }
  readonly country?: string
  readonly underlying: readonly string[]
  readonly examples: readonly string[]
  readonly verified: boolean
  readonly source: string
}

/** What is known of providers. */
export interface Providers {
  readonly providers: ReadonlyMap<string, Provider>
  /** By the ending of their hosts, with its dot. */
  readonly providersBySuffix: ReadonlyMap<string, readonly Provider[]>
  /** Owners of whom at least one row was looked up. */
  readonly verifiedOwners: ReadonlySet<string>
}

interface File extends Sourced {
  readonly providers: (Row &
    Omit<Provider, 'pattern' | 'verified' | 'short' | 'underlying' | 'examples'> & {
      pattern?: string
      short?: string
      underlying?: string[]
      examples?: string[]
    })[]
}

/** Builds the look-up tables of providers. */
export function loadProviders(): Providers {
  const file = data as File
  const providers = sourced(file.providers, file).map(
    ({ pattern, short, underlying = [], examples = [], ...row }): Provider => ({
      ...row,
      short: short ?? row.name,
      underlying,
      examples,
      ...(pattern ? { pattern: new RegExp(pattern) } : {}),
    }),
  )
  return {
    providers: new Map(providers.map(provider => [provider.id, provider])),
    providersBySuffix: group(providers, provider => provider.suffixes),
    verifiedOwners: new Set(providers.filter(({ verified }) => verified).map(({ owner }) => owner)),
  }
}

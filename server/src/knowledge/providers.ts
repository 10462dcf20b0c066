import data from './providers.yaml'
import { group, sourced, sourceOf, type Row, type Sourced } from './sources.ts'

/** An attestation: its scheme, the services that it is of, and the day on which it was looked up, `2026-11-22`. */
export interface Attested {
  readonly scheme: string
  readonly of: string
  readonly seen: string
}

/** Who runs the hosts of a suffix, and whose law reaches the owner. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** The ultimate parent; left out where nobody has looked it up, so that no text can name it. */
  readonly owner?: string
  /** The owner's name as people say it; where nobody has looked it up, the provider's own. */
  readonly short: string
  /** ISO 3166-1 alpha-2 of the ultimate parent; left out where nobody has looked it up. */
  readonly home?: string
  /** Whether United States law reaches the owner; unknown where nobody has looked up whose it is. */
  readonly cloudAct: 'yes' | 'possible' | 'disputed' | 'none-known' | 'unknown'
  /** What an authority or an auditor has attested, of which services, and when that was looked up. */
  readonly attested?: Attested
  /** Its addresses are of many services: what is asked there tells more than its name. */
  readonly unspecific?: true
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
  /** Where it is told who the owner is. */
  readonly ownerSource?: string
}

/** What is known of providers. */
export interface Providers {
  readonly providers: ReadonlyMap<string, Provider>
  /** By the ending of their hosts, with its dot. */
  readonly providersBySuffix: ReadonlyMap<string, readonly Provider[]>
}

interface Owner {
  readonly name: string
  readonly home: string
  readonly cloudAct: Exclude<Provider['cloudAct'], 'unknown'>
  readonly source: string
}

interface File extends Sourced {
  readonly owners: Readonly<Record<string, Owner>>
  readonly providers: (Row &
    Omit<Provider, 'pattern' | 'verified' | 'owner' | 'short' | 'home' | 'cloudAct' | 'underlying' | 'examples'> & {
      owner?: string
      pattern?: string
      underlying?: string[]
      examples?: string[]
    })[]
}

/** Builds the look-up tables of providers. */
export function loadProviders(): Providers {
  const file = data() as File
  const providers = sourced(file.providers, file).map(
    ({ pattern, owner, underlying = [], examples = [], ...row }): Provider => ({
      ...row,
      ...ownedBy(owner, row.name, file),
      underlying,
      examples,
      ...(pattern ? { pattern: new RegExp(pattern) } : {}),
    }),
  )
  return {
    providers: new Map(providers.map(provider => [provider.id, provider])),
    providersBySuffix: group(providers, provider => provider.suffixes),
  }
}

/** What may be told of an owner; whom nobody has looked up has no row. */
function ownedBy(
  short: string | undefined,
  provider: string,
  file: File,
): Pick<Provider, 'owner' | 'ownerSource' | 'short' | 'home' | 'cloudAct'> {
  if (short === undefined) return { short: provider, cloudAct: 'unknown' }
  const row = file.owners[short]
  if (!row) throw new Error(`${provider} belongs to ${short}, of whom nothing is known`)
  const { name, home, cloudAct } = row
  return { owner: name, ownerSource: sourceOf(row, file), short, home, cloudAct }
}

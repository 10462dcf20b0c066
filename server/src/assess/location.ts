import type { Country, Knowledge, Provider, Region } from '../knowledge/load.ts'

/** What a host or a region code tells about a place. */
export interface Location {
  readonly provider?: Provider
  readonly region?: Region
  /** Empty where no country can be read. */
  readonly countries: readonly Country[]
  /** Whether the rows behind it were looked up. */
  readonly verified: boolean
}

/** Reads a host by the providers' patterns; the longest suffix wins, and of its rows the first whose pattern fits. */
export function locateHost(host: string, knowledge: Knowledge): Location {
  let best: { provider: Provider; suffix: string; groups: Readonly<Record<string, string>> | undefined } | undefined
  const dotted = `.${host}`
  for (let at = 0; at >= 0; at = dotted.indexOf('.', at + 1)) {
    const suffix = dotted.slice(at)
    for (const provider of knowledge.providersBySuffix.get(suffix) ?? []) {
      const groups = provider.pattern?.exec(host)?.groups
      const better =
        !best ||
        (groups && !best.groups) ||
        (Boolean(groups) === Boolean(best.groups) && suffix.length > best.suffix.length)
      if (better) best = { provider, suffix, groups }
    }
  }
  if (!best) return { countries: [], verified: false }
  const { provider, groups } = best
  const region = groups && readRegion(provider, groups, knowledge)
  const fixed = provider.country === undefined ? undefined : knowledge.countries.get(provider.country)
  const countries = region ? countriesOf(region, knowledge) : fixed ? [fixed] : []
  return {
    provider,
    ...(region ? { region } : {}),
    countries,
    verified: provider.verified && (region?.verified ?? true),
  }
}

/** Reads a region code under a provider; without one, only where every system that knows the code means the same country. */
export function locateRegion(code: string, provider: Provider | undefined, knowledge: Knowledge): Location {
  const named = /^arn:aws[\w-]*:[^:]*:([a-z0-9-]+):/.exec(code.trim())?.[1] ?? code.trim()
  const system = provider && systemOf(provider)
  const known = system === undefined ? undefined : lookUp(system, named, knowledge)
  if (provider)
    return known
      ? { provider, region: known, countries: countriesOf(known, knowledge), verified: known.verified }
      : { provider, countries: [], verified: false }
  const readings = [...knowledge.regions.values()].flatMap(regions => regions.get(named.toLowerCase()) ?? [])
  const agreed = new Set(readings.map(region => region.countries.join()))
  const [first] = readings
  return first && agreed.size === 1
    ? { region: first, countries: countriesOf(first, knowledge), verified: false }
    : { countries: [], verified: false }
}

const systems: Readonly<Record<string, string>> = { ec2: 'aws', gce: 'gcp', google: 'gcp' }

function systemOf(provider: Provider): string {
  const { regionSystem, id } = provider
  if (regionSystem && regionSystem !== 'own' && regionSystem !== 'cloud-dependent') return regionSystem
  const family = id.split('-')[0] ?? id
  return systems[family] ?? family
}

/** The region that a host pattern caught; cloud services name their cloud beside it. */
function readRegion(
  provider: Provider,
  groups: Readonly<Record<string, string | undefined>>,
  knowledge: Knowledge,
): Region | undefined {
  const code = groups.region ?? groups.region2
  const cloud = groups.cloud && (systems[groups.cloud] ?? groups.cloud)
  if (provider.regionSystem === 'snowflake') {
    // An account locator without a region lies in AWS Oregon; an account name with a hyphen does not say where it lies.
    const bare = code === undefined ? (groups.locator?.includes('-') ? undefined : 'us-west-2') : code
    return bare === undefined
      ? undefined
      : lookUp(cloud ?? 'aws', cloud === 'azure' ? bare.replace(/-/g, '') : bare, knowledge)
  }
  if (code === undefined || provider.regionSystem === 'own') return undefined
  return lookUp(provider.regionSystem === 'cloud-dependent' ? (cloud ?? '') : systemOf(provider), code, knowledge)
}

const lookUp = (system: string, code: string, knowledge: Knowledge): Region | undefined =>
  knowledge.regions.get(system)?.get(code.toLowerCase())

const countriesOf = (region: Region, knowledge: Knowledge): Country[] =>
  region.countries.flatMap(code => knowledge.countries.get(code) ?? [])

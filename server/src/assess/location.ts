import type { Country } from '../knowledge/countries.ts'
import type { Knowledge } from '../knowledge/load.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Region } from '../knowledge/regions.ts'
import { isInside } from '../text/hosts.ts'
import { remembering } from '../text/remembering.ts'

/** What a host or a region code tells about a place. */
export interface Location {
  readonly provider?: Provider
  readonly region?: Region
  /** Empty where no country can be read. */
  readonly countries: readonly Country[]
  /** Whether the rows behind it were looked up. */
  readonly verified: boolean
}

/** Reads a host by the providers' patterns: of the rows that know an ending of it, the longest first, the one whose pattern fits. */
export function locateHost(host: string, knowledge: Knowledge): Location {
  const locate = locating.get(knowledge) ?? remembering((other: string) => readHost(other, knowledge))
  locating.set(knowledge, locate)
  return locate(host)
}

const locating = new WeakMap<Knowledge, (host: string) => Location>()

function readHost(host: string, knowledge: Knowledge): Location {
  const rows = endingsOf(host).map(ending =>
    (knowledge.providersBySuffix.get(ending) ?? []).map(provider => ({
      provider,
      groups: provider.pattern?.exec(host)?.groups,
    })),
  )
  // Where none fits, a row that stands for no service of its own says no more than whose host it is.
  const nearest = rows.find(one => one.length > 0) ?? []
  const best =
    rows.flat().find(({ groups }) => groups) ?? nearest.find(({ provider }) => provider.unspecific) ?? nearest[0]
  if (!best) return locateOwnHost(host, knowledge)
  const { provider, groups } = best
  const region = (groups && readRegion(provider, groups, knowledge)) ?? regionAmong(host, provider, knowledge)
  if (region) return { provider, ...located(region, knowledge), verified: provider.verified && region.verified }
  return { provider, countries: known([provider.country ?? ''], knowledge), verified: provider.verified }
}

/** Reads a host of nobody known by the region that it names, `kafka-eu-west-1.example.com`: a guess, since names promise nothing. A host inside the own network is left alone. */
function locateOwnHost(host: string, knowledge: Knowledge): Location {
  const nowhere: Location = { countries: [], verified: false }
  if (isInside(host)) return nowhere
  const parts = host
    .split('.')
    .slice(0, -1)
    .map(label => label.split(/[-_]/))
  const codes = parts.flatMap(words =>
    words.flatMap((_word, start) =>
      [3, 2].flatMap(length =>
        words.slice(start, start + length).length === length ? [words.slice(start, start + length).join('-')] : [],
      ),
    ),
  )
  const found = codes
    .filter(code => /\d$/.test(code))
    .map(code => locateRegion(code, undefined, knowledge))
    .find(({ countries }) => countries.length > 0)
  return found ?? nowhere
}

/** The endings of a host that begin at a dot, the longest first. */
const endingsOf = (host: string): string[] =>
  host.split('.').map((_label, index, labels) => `.${labels.slice(index).join('.')}`)

/** Reads a region code under a provider; without one, only where every system that knows the code means the same country. */
export function locateRegion(code: string, provider: Provider | undefined, knowledge: Knowledge): Location {
  const named = /^arn:aws[\w-]*:[^:]*:([a-z0-9-]+):/.exec(code.trim())?.[1] ?? code.trim()
  if (provider) {
    const region = lookUp(systemOf(provider, knowledge), named, knowledge)
    return region
      ? { provider, ...located(region, knowledge), verified: region.verified }
      : { provider, countries: [], verified: false }
  }
  const readings = [...knowledge.regions.values()].flatMap(regions => regions.get(named.toLowerCase()) ?? [])
  const agreed = new Set(readings.map(region => region.countries.join()))
  const [first] = readings
  return first && agreed.size === 1
    ? { ...located(first, knowledge), verified: false }
    : { countries: [], verified: false }
}

/** Whose region codes a provider uses. */
function systemOf({ regionSystem, id }: Provider, knowledge: Knowledge): string {
  return regionSystem && regionSystem !== 'own' && regionSystem !== 'cloud-dependent'
    ? cloud(regionSystem, knowledge)
    : cloud(id.split('-')[0] ?? id, knowledge)
}

const cloud = (name: string, { clouds }: Knowledge): string => clouds.get(name) ?? name

/** The region that a host pattern caught; cloud services name their cloud beside it, or mean one where they name none. */
function readRegion(
  provider: Provider,
  groups: Readonly<Record<string, string | undefined>>,
  knowledge: Knowledge,
): Region | undefined {
  const { regionSystem, unnamed } = provider
  if (regionSystem === 'own') return undefined
  const code = groups.region ?? groups.region2 ?? (groups.locator && unnamed?.region)
  const system =
    regionSystem === 'cloud-dependent'
      ? cloud(groups.cloud ?? unnamed?.cloud ?? '', knowledge)
      : systemOf(provider, knowledge)
  return code ? lookUp(system, code, knowledge) : undefined
}

/** The region whose code is a whole label of a host in which the pattern of its provider finds none: a part is missing, or the host is of a shape that nobody has seen. The first label is a name that somebody gave. */
function regionAmong(host: string, provider: Provider, knowledge: Knowledge): Region | undefined {
  const { regionSystem } = provider
  if (!regionSystem || regionSystem === 'own') return undefined
  const labels = host.toLowerCase().split('.').slice(1)
  const systems =
    regionSystem === 'cloud-dependent' ? labels.map(label => cloud(label, knowledge)) : [systemOf(provider, knowledge)]
  const found = systems.flatMap(system => labels.flatMap(label => knowledge.regions.get(system)?.get(label) ?? []))
  return new Set(found.map(({ code }) => code)).size === 1 ? found[0] : undefined
}

/** Some services write Azure's codes with hyphens, `west-europe`, and a place without the number of its zone, `de-fra`. */
function lookUp(system: string, code: string, { regions }: Knowledge): Region | undefined {
  const lower = code.toLowerCase()
  const written = system === 'azure' ? lower.replace(/-/g, '') : lower
  const rows = regions.get(system)
  return rows?.get(written) ?? (rows && placeOf(written, rows))
}

/** The region of a place that is written without the number of a zone, where all zones of it are in one country. */
function placeOf(written: string, rows: ReadonlyMap<string, Region>): Region | undefined {
  const zones = [...rows].flatMap(([code, row]) => (code.replace(/(?<!\d)\d+$/, '') === written ? [row] : []))
  return new Set(zones.map(({ countries }) => countries.join())).size === 1 ? zones[0] : undefined
}

const located = (region: Region, knowledge: Knowledge): Pick<Location, 'countries'> & { region: Region } => ({
  region,
  countries: known(region.countries, knowledge),
})

const known = (codes: readonly string[], knowledge: Knowledge): Country[] =>
  codes.flatMap(code => knowledge.countries.get(code) ?? [])

import type { ConnectorKind } from '../knowledge/connectors.ts'
import type { Knowledge } from '../knowledge/load.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Site } from '../model/entities.ts'
import type { Fact, Known, Place, Unresolved } from '../model/fact.ts'
import { setting, type Settings } from '../model/settings.ts'
import { hostsOf, isInside } from '../text/hosts.ts'
import type { Library } from './db.ts'
import { locateHost, locateRegion, type Location } from './location.ts'

/** What was read of a place. */
export interface PlaceReading {
  readonly location: Location
  readonly at?: Place
  /** Empty where it lies in the own network or cluster. */
  readonly host?: string
  readonly regionSetting?: Known<string>
  readonly guessed?: boolean
  readonly because: readonly string[]
}

/** The reading of a place in the own network or cluster. */
export const inside: PlaceReading = {
  location: { countries: [], verified: true },
  host: '',
  because: ['an address of the own network or cluster'],
}

/** Reads where a resource of a cloud stands; undefined where a placeholder stands for its region. */
export function readSite(
  { knowledge }: Library,
  { provider: id, region, service, system }: Site,
): PlaceReading | undefined {
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
    because: [`${service} in the region ${region.value}`],
  }
}

/** Reads the settings that say where: an endpoint wins over a region; undefined where a placeholder stands for what decides. */
export function readSettings(
  { knowledge }: Library,
  settings: Settings,
  kind: Pick<ConnectorKind, 'provider' | 'endpoints' | 'regions'>,
): PlaceReading | undefined {
  const provider = knowledge.providers.get(kind.provider ?? '')
  const endpoints = written(settings, kind.endpoints).map(({ key, value }) => readEndpoint(key, value, knowledge))
  const decisive = endpoints.findIndex(reading => !reading || tells(reading))
  if (decisive >= 0) return endpoints[decisive]
  const [endpoint] = endpoints
  // A region says nothing of hosts that belong to somebody else.
  if (endpoint && endpoint.location.provider?.owner !== provider?.owner) return endpoint
  const [region] = written(settings, kind.regions)
  if (!region) return endpoint ?? byProvider(provider)
  return region.value.state === 'known' ? byRegion(region.key, region.value, provider, knowledge) : undefined
}

const written = (settings: Settings, keys: readonly string[]): { key: string; value: Known<string> | Unresolved }[] =>
  keys.flatMap(key => {
    const value = setting(settings, key)
    return value.state === 'absent' ? [] : [{ key, value }]
  })

const tells = ({ host, location }: PlaceReading): boolean => host === '' || location.countries.length > 0

function readEndpoint(key: string, value: Known<string> | Unresolved, knowledge: Knowledge): PlaceReading | undefined {
  const reading = readAddress({ knowledge }, value)
  return reading && { ...reading, because: [`\`${key}\` names the host`, ...reading.because] }
}

const byRegion = (
  key: string,
  region: Known<string>,
  provider: Provider | undefined,
  knowledge: Knowledge,
): PlaceReading => ({
  location: locateRegion(region.value, provider, knowledge),
  at: region.at,
  regionSetting: region,
  guessed: provider === undefined,
  because: [
    `\`${key}\` is the region ${region.value}${provider ? ` of ${provider.name}` : ', which means the same country with every provider that has it'}`,
  ],
})

const byProvider = (provider: Provider | undefined): PlaceReading =>
  provider
    ? {
        location: { provider, countries: [], verified: provider.verified },
        because: [`${provider.name}: nothing in the file names a region`],
      }
    : {
        location: { countries: [], verified: true },
        because: ['nothing in the file names a host or a region'],
      }

/** Reads an address: the first host that tells a place, else the first; undefined where a placeholder stands for the host. */
export function readAddress(
  { knowledge }: Pick<Library, 'knowledge'>,
  address: Fact<string>,
): PlaceReading | undefined {
  if (address.state === 'absent') return { location: { countries: [], verified: true }, because: [] }
  const hosts = hostsOf(address.state === 'known' ? address.value : address.text)
  const readable = hosts.filter(host => !/[${}<>[\]%]/.test(host) && !/^_|_$/.test(host))
  if (readable.length === 0) return undefined
  if (readable.every(isInside)) return { ...inside, at: address.at }
  const located = readable
    .filter(host => !isInside(host))
    .map(host => ({ host, location: locateHost(host, knowledge) }))
  const best =
    located.find(({ location }) => location.countries.length > 0) ??
    located.find(({ location }) => location.provider) ??
    located[0]
  return best && { ...best, at: address.at, because: [howLocated(best.host, best.location)] }
}

function howLocated(host: string, { provider, region, countries }: Location): string {
  if (!provider) return `${host} belongs to no provider that is known`
  if (region) return `${host} is ${provider.name}, region ${region.code}`
  return `${host} is ${provider.name}${countries.length > 0 ? '' : ', which does not tell its region in the host'}`
}

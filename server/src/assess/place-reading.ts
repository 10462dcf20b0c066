import type { ConnectorKind } from '../knowledge/connectors.ts'
import type { Knowledge } from '../knowledge/load.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Site } from '../model/entities.ts'
import type { Fact, Known, Place, Unresolved } from '../model/fact.ts'
import { setting, type Settings } from '../model/settings.ts'
import { hostsFilledIn, hostsOf, isInside } from '../text/hosts.ts'
import { isStandIn } from '../text/placeholder.ts'
import { say, type Message } from '../words/message.ts'
import type { Library } from './db.ts'
import { locateHost, locateRegion, type Location } from './location.ts'

/** What was read of a place. */
export interface PlaceReading {
  readonly location: Location
  readonly at?: Place
  /** Empty where it lies in the own network or cluster. */
  readonly host?: string
  /** The hosts inside that were named. */
  readonly insideHosts?: readonly string[]
  readonly regionSetting?: Known<string>
  readonly guessed?: boolean
  readonly because: readonly Message[]
}

/** The reading of a place in the own network or cluster. */
export const inside: PlaceReading = {
  location: { countries: [], verified: true },
  host: '',
  because: [say('because.ownNetwork')],
}

/** Reads where a resource of a cloud stands; undefined where a placeholder stands for its region. */
export function readSite(
  { knowledge }: Library,
  { provider: id, region, service, system }: Site,
): PlaceReading | undefined {
  if (region.state !== 'known' || isStandIn(region.value)) return undefined
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
    because: [say('because.serviceRegion', { service, region: region.value })],
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
  if (endpoint && endpoint.location.provider?.short !== provider?.short) return endpoint
  const [region] = written(settings, kind.regions)
  if (!region) return endpoint ?? byProvider(provider)
  return region.value.state === 'known' && !isStandIn(region.value.value)
    ? byRegion(region.key, region.value, provider, knowledge)
    : undefined
}

const written = (settings: Settings, keys: readonly string[]): { key: string; value: Known<string> | Unresolved }[] =>
  keys.flatMap(key => {
    const value = setting(settings, key)
    return value.state === 'absent' ? [] : [{ key, value }]
  })

const tells = ({ host, location }: PlaceReading): boolean => host === '' || location.countries.length > 0

function readEndpoint(key: string, value: Known<string> | Unresolved, knowledge: Knowledge): PlaceReading | undefined {
  const reading = readAddress({ knowledge }, value)
  return reading && { ...reading, because: [say('because.settingHost', { key }), ...reading.because] }
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
    provider
      ? say('because.settingRegion', { key, region: region.value, provider: provider.name })
      : say('because.settingRegionAnywhere', { key, region: region.value }),
  ],
})

/** The reading of who runs a service of which nothing tells where. */
export const byProvider = (provider: Provider | undefined): PlaceReading =>
  provider
    ? {
        location: { provider, countries: [], verified: provider.verified },
        because: [say('because.providerNoRegion', { provider: provider.name })],
      }
    : {
        location: { countries: [], verified: true },
        because: [say('because.noHost')],
      }

/** Reads an address: the first host that tells a place, else the first; undefined where a placeholder stands for the host. */
export function readAddress(
  { knowledge }: Pick<Library, 'knowledge'>,
  address: Fact<string>,
): PlaceReading | undefined {
  if (address.state === 'absent') return { location: { countries: [], verified: true }, because: [] }
  const hosts = hostsOf(address.state === 'known' ? address.value : address.text)
  const readable = hosts.filter(host => !/[${}<>[\]%]/.test(host) && !/^_|_$/.test(host))
  if (readable.length === 0) return address.state === 'unresolved' ? byEnding(address, knowledge) : undefined
  if (readable.every(isInside)) return { ...inside, insideHosts: readable, at: address.at }
  const located = readable
    .filter(host => !isInside(host))
    .map(host => ({ host, location: locateHost(host, knowledge) }))
  const best =
    located.find(({ location }) => location.countries.length > 0) ??
    located.find(({ location }) => location.provider) ??
    located[0]
  // A host of which a part is still to be written is no place.
  const isToBeWritten = best?.location.countries.length === 0 && best.host.split('.').some(isStandIn)
  return best && !isToBeWritten
    ? { ...best, at: address.at, because: [howLocated(best.host, best.location)] }
    : undefined
}

/** Reads the first host whose ending belongs to a provider, whatever a placeholder stands for before it: `${ACCOUNT}.snowflakecomputing.com`. */
function byEnding(address: Unresolved, knowledge: Knowledge): PlaceReading | undefined {
  const [host] = hostsFilledIn(address.text)
  const found = host === undefined || !host.includes('.') ? undefined : locateHost(host, knowledge)
  if (!host || !found?.provider) return undefined
  // A region that a host without one means may be in what is filled in.
  const isWritten = !found.region || address.text.toLowerCase().includes(found.region.code.toLowerCase())
  const location = isWritten ? found : byProvider(found.provider).location
  const shown = host.replace(/(?<=^|[.-])x(?=[.-])/g, '*')
  return { location, host: shown, at: address.at, because: [howLocated(shown, location)] }
}

function howLocated(host: string, { provider, region, countries }: Location): Message {
  if (!provider) return say('because.hostUnknown', { host })
  const { name } = provider
  if (region) return say('because.hostRegion', { host, provider: name, region: region.code })
  return countries.length > 0
    ? say('because.hostCountry', { host, provider: name })
    : say('because.hostNoRegion', { host, provider: name })
}

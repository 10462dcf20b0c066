import type { Country } from '../knowledge/countries.ts'
import type { Provider } from '../knowledge/providers.ts'
import type { Region } from '../knowledge/regions.ts'
import { alternativesTo } from './alternatives.ts'
import { compareTexts } from '../text/order.ts'
import type { Db, Library } from './db.ts'
import { allows, type Destination } from './destination.ts'

/** What is supposed to change. */
export type Supposition =
  /** Nothing of a provider, or of an owner, can be used. */
  | { readonly is: 'without'; readonly provider: string }
  /** Nobody may be used whom the law of a country reaches, nor may data lie there. */
  | { readonly is: 'withoutLaw'; readonly country: string }
  /** Data may lie in these countries and sets of countries only. */
  | { readonly is: 'only'; readonly allowed: readonly string[] }
  /** The decision that a country's protection is adequate does not hold any more. */
  | { readonly is: 'adequacyFalls'; readonly country: string }

/** What a supposition does to a destination: breaks it, leaves it, or cannot be told. */
export type Effect = 'breaks' | 'holds' | 'unclear'

/** What a supposition does to a destination; without one nothing can be told. */
export function effectOf(suppose: Supposition, destination: Destination | undefined): Effect {
  if (!destination) return 'unclear'
  switch (suppose.is) {
    case 'without':
      return withoutProvider(suppose.provider, destination)
    case 'withoutLaw':
      return withoutLaw(suppose.country, destination)
    case 'only':
      return onlyIn(suppose.allowed, destination)
    case 'adequacyFalls':
      return withoutDecision(suppose.country, destination)
  }
}

function withoutProvider(said: string, { provider }: Destination): Effect {
  if (!provider) return 'unclear'
  return isCalled(provider, said) ? 'breaks' : 'holds'
}

function withoutLaw(country: string, { provider, countries }: Destination): Effect {
  if (countries.some(({ code }) => code === country) || (provider && isReached(provider, country))) return 'breaks'
  // Whom nobody has looked up may belong to anybody.
  return provider?.owner !== undefined && countries.length > 0 ? 'holds' : 'unclear'
}

function onlyIn(allowed: readonly string[], { countries }: Destination): Effect {
  if (countries.length === 0) return 'unclear'
  return countries.every(country => allows(allowed, country)) ? 'holds' : 'breaks'
}

function withoutDecision(fallen: string, { countries, safeguard }: Destination): Effect {
  if (countries.length === 0) return 'unclear'
  const rests = countries.some(country => restsOnDecision(country, fallen))
  return rests && safeguardFalls(safeguard) ? 'breaks' : 'holds'
}

/** A listing under the framework, and a place in the scope of a decision, fall with the decision that they are about. */
const safeguardFalls = (safeguard: Destination['safeguard']): boolean =>
  !safeguard || safeguard.kind === 'dpf' || safeguard.kind === 'adequacy'

const restsOnDecision = ({ code, status }: Country, fallen: string): boolean =>
  code === fallen && (status === 'adequate' || status === 'conditional')

/** Whether a provider is meant by its id, its name, its owner, or how people call them: `aws` is Amazon. */
function isCalled({ id, name, short, owner }: Provider, said: string): boolean {
  const wanted = said.toLowerCase()
  return (
    id === wanted ||
    id.startsWith(`${wanted}-`) ||
    [name, short, ...(owner === undefined ? [] : [owner])].some(
      text =>
        text
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .includes(wanted) || text.toLowerCase() === wanted,
    )
  )
}

/** Whether the law of a country surely or possibly reaches a provider. */
const isReached = ({ home, cloudAct }: Provider, country: string): boolean =>
  home === country || (country === 'US' && cloudAct !== 'none-known' && cloudAct !== 'unknown')

/** Whether anything in the reference data is called so: a name that nobody knows breaks nothing. */
export const isKnownProvider = ({ knowledge }: Library, said: string): boolean =>
  [...knowledge.providers.values()].some(provider => isCalled(provider, said))

/** What may be supposed of places and owners that are there: none of an owner, nobody in reach of a law, the EEA only, a decision that falls. */
export function suppositionsAbout({ knowledge }: Library, destinations: readonly Destination[]): Supposition[] {
  const providers = destinations.flatMap(({ provider }) => provider ?? [])
  const countries = [
    ...new Map(destinations.flatMap(destination => destination.countries.map(one => [one.code, one]))).values(),
  ]
  const outside = (country: Country | undefined): boolean => country !== undefined && !allows(['EEA'], country)
  const laws = providers.flatMap(provider => [
    ...(provider.home !== undefined && outside(knowledge.countries.get(provider.home)) ? [provider.home] : []),
    ...(isReached(provider, 'US') ? ['US'] : []),
  ])
  const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareTexts)
  return [
    ...sorted(providers.map(({ owner, name }) => owner ?? name)).map(
      provider => ({ is: 'without', provider }) as const,
    ),
    ...sorted(laws).map(country => ({ is: 'withoutLaw', country }) as const),
    ...(countries.some(outside) ? [{ is: 'only', allowed: ['EEA'] } as const] : []),
    ...sorted(countries.flatMap(country => (restsOnDecision(country, country.code) ? country.code : []))).map(
      country => ({ is: 'adequacyFalls', country }) as const,
    ),
  ]
}

/** Regions of the same provider that a destination could move to and that the supposition leaves standing. */
export function regionsLeft(db: Db, suppose: Supposition, destination: Destination): Region[] {
  return alternativesTo(db, destination).filter(region => {
    const countries = region.countries.flatMap(code => db.knowledge.countries.get(code) ?? [])
    return effectOf(suppose, { ...destination, countries, region }) === 'holds'
  })
}

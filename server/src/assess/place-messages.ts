import type { Country } from '../knowledge/countries.ts'
import { say, type Message } from '../words/message.ts'
import { strictest, type Destination } from './destination.ts'

/** The name of a country. */
export const countryName = ({ code, name }: Pick<Country, 'code' | 'name'>): Message =>
  say('place.country', { code, name })

/** The country that decides about a destination. */
export function decidingCountry({ countries }: Destination): Message {
  const country = strictest(countries)
  return country ? countryName(country) : say('place.countryNotKnown')
}

/** Where a destination is: `us-east-1 (United States)`. */
export function placeName(destination: Destination): Message {
  const { region, host, regionSetting } = destination
  const where = regionSetting?.value ?? region?.code ?? host
  if (where) return say('place.at', { where, country: decidingCountry(destination) })
  return destination.countries.length > 0 ? decidingCountry(destination) : say('place.somewhere')
}

/** Who sends where: `Sink "orders" writes to us-east-1 (United States)`; `place` where it is to be called otherwise. */
export const sending = (destination: Destination, place: string | Message = placeName(destination)): Message =>
  say('place.sending', {
    role: destination.role,
    kind: destination.of.kind,
    name: destination.name === '' ? say('naming.unnamed') : destination.name,
    place,
  })

/** How the place was read and what the law says of it, for the hover. */
export function placeReasons({ because, countries }: Destination): Message[] {
  const country = strictest(countries)
  if (!country) return [...because]
  const { decision, status } = country
  return [
    ...because,
    say('because.countryStatus', { country: countryName(country), status }),
    ...(decision
      ? [
          say('because.decision', {
            instrument: decision.instrument,
            scope: decision.scope,
            until: decision.validUntil,
            notes: decision.notes,
          }),
        ]
      : []),
  ]
}

/** The country that decides and what the law says of it, for whoever reads findings as data. */
export const placeFacts = ({ status, countries }: Destination): Record<string, string> => ({
  status,
  ...(strictest(countries) ? { country: strictest(countries)?.code ?? '' } : {}),
})

/** Where the reference data behind it comes from, for the hover. */
export const placeSources = ({ sources, countries }: Destination): string[] => [
  ...sources,
  ...(strictest(countries)?.decision
    ? [`${strictest(countries)?.decision?.instrument}: ${strictest(countries)?.decision?.source}`]
    : []),
]

/** The place in few words (editors cut longer hints), to stand behind the value that decides: `DE · Amazon (subject to US law)`; undefined where neither country nor owner is known. */
export function placeHint({ countries, provider, safeguard, status }: Destination): Message | undefined {
  if (countries.length === 0 && (!provider || status === 'inside')) return undefined
  return say('place.hint', {
    places: countries.length > 0 ? countries.map(({ code }) => code) : [say('place.countryNotKnown')],
    law: lawHint({ safeguard, status }),
    owner: provider && ownerHint(provider, status),
  })
}

function lawHint({
  safeguard,
  status,
}: Pick<Destination, 'status'> & { safeguard: Destination['safeguard'] }): Message | undefined {
  if (safeguard) return say('place.safeguardDeclared', { kind: safeguard.kind })
  return status === 'adequate' || status === 'conditional' || status === 'third' ? say(`place.${status}`) : undefined
}

/** Whose it is; the law of the owner's home matters where the country's own does not already. */
const ownerHint = (
  { short: owner, cloudAct }: NonNullable<Destination['provider']>,
  status: Destination['status'],
): Message =>
  cloudAct === 'yes' && (status === 'eea' || status === 'open')
    ? say('place.ownerReached', { owner })
    : say('place.owner', { owner })

/** The same, where an answer is due also when no country is known. */
export const whereabouts = (destination: Destination): Message =>
  placeHint(destination) ?? (destination.status === 'inside' ? say('place.ownNetwork') : say('place.countryNotKnown'))

/** What a transfer rests on: `standard contractual clauses of 2026-03-01`. */
export const basisName = ({ kind, date }: NonNullable<Destination['safeguard']>): Message =>
  say('place.safeguard', { kind, date })

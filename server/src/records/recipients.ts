import { strictest, type Destination } from '../assess/destination.ts'
import type { Basis } from './cells.ts'
import type { Value } from './record.ts'
import type { Words } from './words/words.ts'

/** Who receives the data, and where. */
export function recipientOf(destination: Destination): Value {
  const { name, role, service, provider, host, at, declaration } = destination
  return {
    text: words =>
      words.recipient(
        role,
        name,
        provider ? words.owned(provider.name, provider.owner) : (host ?? service ?? words.unknown),
        whereWords(destination, words),
      ),
    basis: basisOf(destination),
    places: declaration ? [at, declaration.at] : [at],
  }
}

function whereWords({ status, countries }: Destination, words: Words): string {
  if (status === 'inside') return words.ownNetwork
  return countries.length > 0 ? countryWords(countries, words) : words.countryUnknown
}

const countryWords = (countries: Destination['countries'], words: Words): string =>
  countries.map(({ code, name }) => words.country(code, name)).join(', ')

function basisOf({ status, declaration }: Destination): Basis {
  if (declaration) return 'declared'
  return status === 'open' ? 'missing' : 'proven'
}

/** The transfer to a third country that a destination means, if it means one. */
export function transferOf(destination: Destination): Value[] {
  const { name, role, service, countries, status, safeguard, at } = destination
  // A registry holds schemas, not the data itself.
  if (role === 'registry') return []
  if (status === 'open') return [{ text: words => `${name}: ${words.countryUnknown}`, basis: 'missing', places: [at] }]
  if (status === 'inside' || status === 'eea') return []
  const country = strictest(countries)
  return [
    {
      text: words => {
        const decision = country?.decision && words.adequacy(country.decision)
        return words.transfer(
          role === 'telemetry' && service ? `${name} (${service})` : name,
          country ? words.country(country.code, country.name) : '',
          legalBasis(destination, decision, words),
        )
      },
      basis: transferBasis(destination),
      places: safeguard ? [at, safeguard.at] : [at],
    },
  ]
}

/** What the transfer rests on: a decision of adequacy, a declared safeguard, or nothing that is known. */
function legalBasis({ status, safeguard }: Destination, decision: string | undefined, words: Words): string {
  if (status === 'adequate') return decision ?? ''
  if (safeguard) return words.safeguard(safeguard.kind, safeguard.date, safeguard.reference)
  return status === 'conditional' && decision ? words.coversSome(decision) : words.safeguardMissing
}

function transferBasis({ status, safeguard }: Destination): Basis {
  if (status === 'adequate') return 'proven'
  return safeguard ? 'declared' : 'missing'
}

/** Where the data comes to lie. */
export function locationOf({ countries, provider, status, at, declaration }: Destination): Value[] {
  if (status === 'inside') return [{ text: words => words.ownNetwork, basis: 'proven', places: [at] }]
  return countries.length === 0
    ? []
    : [
        {
          text: words => words.location(countryWords(countries, words), provider?.short),
          basis: declaration ? 'declared' : 'proven',
          places: [at],
        },
      ]
}

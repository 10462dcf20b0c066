import { strictest, type Destination } from '../assess/destination.ts'
import type { Value } from './record.ts'

/** Who receives the data, and where. */
export function recipientOf({
  name,
  role,
  service,
  provider,
  host,
  countries,
  at,
  status,
  declaration,
}: Destination): Value {
  return {
    text: words => {
      const where =
        status === 'inside'
          ? words.ownNetwork
          : countries.length > 0
            ? countries.map(country => words.country(country.code, country.name)).join(', ')
            : words.countryUnknown
      return words.recipient(
        role,
        name,
        provider ? words.owned(provider.name, provider.owner) : (host ?? service ?? words.unknown),
        where,
      )
    },
    basis: declaration ? 'declared' : status === 'open' ? 'missing' : 'proven',
    places: declaration ? [at, declaration.at] : [at],
  }
}

/** The transfer to a third country that a destination means, if it means one. */
export function transferOf({ name, role, service, countries, status, safeguard, at }: Destination): Value[] {
  // A registry holds schemas, not the data itself.
  if (role === 'registry') return []
  if (status === 'open') return [{ text: words => `${name}: ${words.countryUnknown}`, basis: 'missing', places: [at] }]
  if (status === 'inside' || status === 'eea') return []
  const country = strictest(countries)
  return [
    {
      text: words => {
        const decision = country?.decision && words.adequacy(country.decision)
        const basis =
          status === 'adequate'
            ? decision
            : safeguard
              ? words.safeguard(safeguard.kind, safeguard.date, safeguard.reference)
              : status === 'conditional' && decision
                ? words.coversSome(decision)
                : words.safeguardMissing
        return words.transfer(
          role === 'telemetry' && service ? `${name} (${service})` : name,
          country ? words.country(country.code, country.name) : '',
          basis ?? '',
        )
      },
      basis: status === 'adequate' ? 'proven' : safeguard ? 'declared' : 'missing',
      places: safeguard ? [at, safeguard.at] : [at],
    },
  ]
}

/** Where the data comes to lie. */
export function locationOf({ countries, provider, status, at, declaration }: Destination): Value[] {
  if (status === 'inside') return [{ text: words => words.ownNetwork, basis: 'proven', places: [at] }]
  return countries.length === 0
    ? []
    : [
        {
          text: words =>
            words.location(
              countries.map(country => words.country(country.code, country.name)).join(', '),
              provider?.short,
            ),
          basis: declaration ? 'declared' : 'proven',
          places: [at],
        },
      ]
}

import { strictest, type Destination } from '../assess/destination.ts'
import type { Safeguard } from '../model/configuration.ts'
import type { Basis, SafeguardPart } from './cells.ts'
import type { Value } from './record.ts'
import type { Words } from './words/words.ts'

/** Who receives the data, and where. */
export function recipientOf(destination: Destination): Value {
  const { of, name, role, provider, at, declaration } = destination
  return {
    text: words =>
      words.recipient(
        calledIn(words, { of, role, name }),
        role,
        whoRuns(destination) ?? words.unknown,
        whereWords(destination, words),
        provider?.owner,
      ),
    basis: basisOf(destination),
    places: declaration ? [at, declaration.at] : [at],
    ...(provider ? { of: 'processor' as const } : {}),
  }
}

/** What a place is called: a cluster by its own name, else by that of who talks to it; a mirror reads one and writes to another. */
export function calledIn(words: Words, { of, role, name }: Pick<Destination, 'of' | 'role' | 'name'>): string {
  if (role !== 'cluster') return words.placeOf(role, name)
  return of.kind === 'cluster' ? words.place(role, name) : words.placeOf(of.kind === 'flow' ? 'source' : role, name)
}

/** Who runs a destination; the service tells more than a provider that is only known by the shape of its addresses. */
export const whoRuns = ({ provider, service, host }: Destination): string | undefined =>
  provider ? (provider.unspecific && service) || provider.name : host || service

/** Whether somebody else may receive something there: nobody is known to run an own cluster, and a registry in the own network holds schemas only. */
export const isRecipient = ({ role, status, provider }: Destination): boolean =>
  (role !== 'registry' || status !== 'inside') && (role !== 'cluster' || provider !== undefined)

function whereWords({ status, countries }: Destination, words: Words): string {
  if (status === 'inside') return words.localAddress
  return countries.length > 0 ? countryWords(countries, words) : words.countryUnknown
}

const countryWords = (countries: Destination['countries'], words: Words): string =>
  countries.map(({ code, name }) => words.country(code, name)).join(', ')

/** How the place of a destination is known. */
export function basisOf({ status, declaration, certainty }: Destination): Basis {
  if (declaration) return status === 'open' ? 'missing' : 'declared'
  if (status === 'open' || status === 'inside') return 'missing'
  return certainty === 'guessed' ? 'inferred' : 'proven'
}

/** Whether the records themselves come there; a registry holds schemas. */
const holdsData = ({ role }: Destination): boolean => role !== 'registry'

/** The transfer to a third country that a destination means, if it means one or may mean one. */
export function transferOf(destination: Destination): Value[] {
  const { of, name, role, service, countries, status, safeguard, at } = destination
  if (!holdsData(destination) || status === 'eea') return []
  const what = (words: Words): string =>
    calledIn(words, { of, role, name: role === 'telemetry' && service ? `${name} (${service})` : name })
  if (status === 'open' || status === 'inside')
    return [
      {
        text: words => `${what(words)}${words.colon}${words.countryUnknown}`,
        basis: 'missing',
        places: [at],
        declaration: role === 'cluster' ? 'clusters' : 'destinations',
      },
    ]
  const country = strictest(countries)
  const lacking = safeguard ? lackingIn(safeguard) : []
  return [
    {
      text: words => {
        const decision = country?.decision && words.adequacy(country.decision)
        return words.transfer(
          what(words),
          country ? words.country(country.code, country.name) : '',
          legalBasis(destination, decision, words),
        )
      },
      basis: transferBasis(destination),
      places: safeguard ? [at, safeguard.at] : [at],
      declaration: 'safeguards',
    },
    ...(safeguard && lacking.length > 0
      ? [
          {
            text: words => words.safeguardLacks(what(words), lacking),
            basis: 'missing',
            places: [safeguard.at],
            declaration: 'safeguards',
            isListed: true,
          } satisfies Value,
        ]
      : []),
  ]
}

const asked: Readonly<Record<Safeguard['kind'], readonly SafeguardPart[]>> = {
  scc: ['module', 'importer', 'assessed'],
  bcr: ['importer', 'assessed'],
  dpf: ['importer'],
  adequacy: ['importer'],
  'code-of-conduct': ['importer', 'assessed'],
  certification: ['importer', 'assessed'],
  'ad-hoc': ['importer', 'assessed'],
  derogation: [],
  other: ['importer'],
}

const lackingIn = (safeguard: Safeguard): SafeguardPart[] =>
  asked[safeguard.kind].filter(part => safeguard[part] === undefined)

/** What the transfer rests on: a decision of adequacy, a declared safeguard, or nothing that is known. */
function legalBasis({ status, safeguard }: Destination, decision: string | undefined, words: Words): string {
  if (status === 'adequate') return decision ?? ''
  if (safeguard) return words.safeguard(safeguard)
  return status === 'conditional' && decision ? words.coversSome(decision) : words.safeguardMissing
}

function transferBasis({ status, safeguard, certainty, declaration }: Destination): Basis {
  if (status !== 'adequate') return safeguard ? 'declared' : 'missing'
  if (declaration) return 'declared'
  return certainty === 'guessed' ? 'inferred' : 'proven'
}

/** Where the data comes to lie. */
export function locationOf(destination: Destination): Value[] {
  const { role, countries, provider, at, declaration } = destination
  if (role === 'registry' || role === 'telemetry' || role === 'proxy') return []
  return [
    {
      text: words =>
        words.location(
          calledIn(words, destination),
          countries.length === 0 ? words.countryUnknown : countryWords(countries, words),
          provider?.short,
        ),
      basis: basisOf(destination),
      places: declaration ? [at, declaration.at] : [at],
    },
  ]
}

/** The same of a link that may lead here or elsewhere: somebody has to settle it. */
export const ambiguous = (value: Value): Value => ({
  ...value,
  text: words => words.toSettle(value.text(words)),
  basis: 'missing',
})

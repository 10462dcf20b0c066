import { strictest, type Destination, type Sender } from '../../assess/destination.ts'

const senders: Readonly<Record<Sender['kind'], string>> = {
  connector: 'connector',
  flow: 'mirror',
  'connect-cluster': 'Connect cluster',
  client: 'client',
  cluster: 'cluster',
  schema: 'schema',
}

const words: Readonly<Record<Destination['role'], { who(of: Sender): string; readonly does: string }>> = {
  sink: { who: () => 'Sink', does: 'writes to' },
  replication: { who: () => 'Mirror', does: 'copies to' },
  cluster: { who: of => (of.kind === 'flow' ? 'Source of mirror' : `Kafka of ${senders[of.kind]}`), does: 'lies in' },
  'tiered-storage': { who: of => `Tiered storage of ${senders[of.kind]}`, does: 'lies in' },
  registry: { who: of => `Schema registry of ${senders[of.kind]}`, does: 'lies in' },
  telemetry: { who: of => `Telemetry of ${senders[of.kind]}`, does: 'goes to' },
  proxy: { who: of => `Traffic of ${senders[of.kind]}`, does: 'passes through' },
}

/** Who sends where, in the words of a message: `Sink "orders"`, `writes to`, `us-east-1 (United States)`. */
export function placeWords(destination: Destination): {
  who: string
  name: string
  does: string
  place: string
  country: string
} {
  const { role, of, name, countries, region, host, regionSetting } = destination
  const country = strictest(countries)?.name ?? 'unknown'
  const code = regionSetting?.value ?? region?.code
  const place = code ? `${code} (${country})` : host ? `${host} (${country})` : country
  return { who: words[role].who(of), name, does: words[role].does, place, country }
}

/** How the place was read and what the law says of it, for the hover. */
export function placeReasons(destination: Destination): string[] {
  const country = strictest(destination.countries)
  const decision = country?.decision
  return [
    ...destination.because,
    ...(country ? [`${country.name}: ${meaning[country.status]}`] : []),
    ...(decision
      ? [
          `${decision.instrument}, ${decision.scope}${decision.validUntil ? `, until ${decision.validUntil}` : ''}${decision.notes ? `. ${decision.notes}` : ''}`,
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

/** The place in about forty characters (editors cut longer hints), to stand behind the value that decides: `DE, Frankfurt · Amazon (US law reaches it)`; undefined where no country is known. */
export function placeHint({ countries, region, provider, safeguard, status }: Destination): string | undefined {
  if (countries.length === 0) return undefined
  const city = region && region.name !== region.code ? [region.name] : []
  const place = [...countries.map(({ code }) => code), ...city].join(', ')
  const law = safeguard
    ? safeguard.kind === 'other'
      ? 'safeguard declared'
      : `${safeguard.kind.toUpperCase()} declared`
    : status === 'eea'
      ? owners(provider)
      : transferWords[status]
  return law === undefined ? place : `${place} · ${law}`
}

/** The same, where an answer is due also when no country is known. */
export const whereabouts = (destination: Destination): string =>
  placeHint(destination) ?? (destination.status === 'inside' ? 'in the own network' : 'country not known')

const owners = (provider: Destination['provider']): string | undefined =>
  provider?.cloudAct === 'yes' ? `${provider.short} (US law reaches it)` : provider?.short

const transferWords: Readonly<Partial<Record<Destination['status'], string>>> = {
  adequate: 'adequate',
  conditional: 'conditionally adequate',
  third: 'third country',
}

const kinds = {
  scc: 'standard contractual clauses',
  bcr: 'binding corporate rules',
  dpf: 'Data Privacy Framework listing',
  other: 'another safeguard',
}

/** What a transfer rests on, in words: `standard contractual clauses of 2026-03-01`. */
export const basisWords = ({ kind, date }: NonNullable<Destination['safeguard']>): string =>
  [kinds[kind], ...(date ? [date] : [])].join(' of ')

const meaning = {
  eu: 'member of the Union',
  eea: 'part of the European Economic Area',
  adequate: 'adequate level of protection',
  conditional: 'adequate for some recipients or data only',
  third: 'third country without an adequacy decision',
}

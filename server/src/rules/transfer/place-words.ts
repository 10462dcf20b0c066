import type { Destination } from '../../assess/residency.ts'
import { strictest } from '../../assess/residency.ts'

/** Who sends where, in the words of a message: `Sink "orders"`, `writes to us-east-1 (United States)`. */
export function placeWords(destination: Destination): { who: string; name: string; place: string; country: string } {
  const { role, name, countries, region, host, regionSetting } = destination
  const country = strictest(countries)?.name ?? 'unknown'
  const code = regionSetting?.value ?? region?.code
  const place = code ? `${code} (${country})` : host ? `${host} (${country})` : country
  return { who: role === 'sink' ? 'Sink' : 'Mirror', name, place, country }
}

/** How the place was read and what the law says of it, for the hover. */
export function placeReasons(destination: Destination): string[] {
  const country = strictest(destination.countries)
  const decision = country?.decision
  return [
    ...destination.because,
    ...(country ? [`${country.name}: ${meaning[country.status]}`] : []),
    ...(decision ? [`${decision.instrument}, ${decision.scope}${decision.validUntil ? `, until ${decision.validUntil}` : ''}${decision.notes ? `. ${decision.notes}` : ''}`] : []),
  ]
}

const meaning = { eu: 'member of the Union', eea: 'part of the European Economic Area', adequate: 'adequate level of protection', conditional: 'adequate for some recipients or data only', third: 'third country without an adequacy decision' }

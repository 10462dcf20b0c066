import type { Country } from '../knowledge/countries.ts'
import type { Region } from '../knowledge/regions.ts'
import type { Db } from './db.ts'
import { allows, type Destination } from './destination.ts'
import { connectorKindOf } from './connector-kind.ts'
import { knownValue } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { configurationFor } from './declared.ts'

/** How many regions are offered at most. */
const most = 3

/** Regions of the same provider that a destination could move to: those that the policy allows, the nearest first. */
export function alternativesTo(db: Db, { of, region }: Destination): Region[] {
  const { knowledge } = db
  const countriesOf = ({ countries }: Region): Country[] =>
    countries.flatMap(code => knowledge.countries.get(code) ?? [])
  const allowed = configurationFor(db, of.file)?.policy.allowedCountries?.map(({ value }) => value) ?? ['EEA']
  const [from] = region ? countriesOf(region) : []
  if (!region || !from?.centre || region.apart) return []
  const offered = [...(knowledge.regions.get(region.system)?.values() ?? [])].filter(
    other =>
      other !== region &&
      other.verified &&
      !other.apart &&
      other.countries.length > 0 &&
      countriesOf(other).every(country => allows(allowed, country)),
  )
  const far = (other: Region): number => distance(from.centre, countriesOf(other)[0]?.centre)
  return offered.sort((a, b) => far(a) - far(b) || (a.code < b.code ? -1 : 1)).slice(0, most)
}

/** The names of the buckets that a sink writes into: they lie in one region and stay there. */
export function storesOf(db: Db, { of }: Destination): string[] {
  if (of.kind !== 'connector') return []
  const keys = connectorKindOf(db, of)?.containers.filter(key => key.includes('bucket')) ?? []
  return keys.flatMap(key => knownValue(setting(of.settings, key)) ?? [])
}

/** The distance of two points on the globe, in degrees of an arc. */
function distance(a: Country['centre'], b: Country['centre']): number {
  if (!a || !b) return Infinity
  const [[latitude, longitude], [otherLatitude, otherLongitude]] = [a, b].map(point =>
    point.map(degrees => (degrees * Math.PI) / 180),
  ) as [[number, number], [number, number]]
  const cosine =
    Math.sin(latitude) * Math.sin(otherLatitude) +
    Math.cos(latitude) * Math.cos(otherLatitude) * Math.cos(longitude - otherLongitude)
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}

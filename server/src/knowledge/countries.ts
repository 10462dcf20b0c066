import data from './countries.yaml'
import regionData from './regions.yaml'
import { sourceOf, type Sourced } from './sources.ts'

/** A country and the law that a place in it falls under. */
export interface Country {
  readonly code: string
  readonly name: string
  /** eu, eea: inside. adequate, conditional: Art. 45, for all or for some recipients. third: Art. 46. */
  readonly status: 'eu' | 'eea' | 'adequate' | 'conditional' | 'third'
  readonly decision?: Decision
  /** Latitude and longitude of where its data centres stand, in whole degrees; only to tell what is near. */
  readonly centre?: readonly [number, number]
}

/** An adequacy decision under Art. 45 GDPR. */
export interface Decision {
  readonly instrument: string
  readonly adopted: string
  readonly validUntil?: string
  readonly scope: string
  /** The kind of safeguard by which somebody declares that a recipient is among those that it covers; absent where no list decides. */
  readonly listing?: 'dpf'
  readonly notes?: string
  readonly source: string
}

interface File extends Sourced {
  readonly countries: Record<string, { name: string; status: Country['status']; decision?: string }>
  readonly decisions: Record<string, Decision>
}

/** Builds the look-up table of countries, by their code. */
export function loadCountries(): ReadonlyMap<string, Country> {
  const file = data() as File
  const { centres } = regionData() as { centres: Record<string, [number, number]> }
  const decisionOf = (id: string): Pick<Country, 'decision'> => {
    const found = file.decisions[id]
    return found ? { decision: { ...found, source: sourceOf(found, file) } } : {}
  }
  return new Map(
    Object.entries(file.countries).map(([code, { decision, ...row }]) => {
      const centre = centres[code]
      return [code, { code, ...row, ...decisionOf(decision ?? ''), ...(centre ? { centre } : {}) }]
    }),
  )
}

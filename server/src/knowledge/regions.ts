import data from './regions.yaml'
import { isVerified, sourceOf, type Row, type Sourced } from './sources.ts'

/** A region of a cloud provider. */
export interface Region {
  readonly system: string
  readonly code: string
  readonly name: string
  /** ISO 3166-1 alpha-2; several where the region spreads over countries. */
  readonly countries: readonly string[]
  /** A partition or a kind of its own: nothing moves there by changing the code. */
  readonly apart: boolean
  readonly verified: boolean
  readonly source: string
}

/** What is known of regions. */
export interface Regions {
  /** By system, then by code in small letters. */
  readonly regions: ReadonlyMap<string, ReadonlyMap<string, Region>>
  /** Systems, by what clouds are called beside their own name. */
  readonly clouds: ReadonlyMap<string, string>
}

interface File extends Sourced {
  readonly clouds: Record<string, string>
  readonly systems: Record<
    string,
    Record<string, Row & { name: string; country?: string; countries?: string[]; apart?: true }>
  >
}

/** Builds the look-up tables of regions. */
export function loadRegions(): Regions {
  const file = data() as File
  const regionsOf = (system: string): Map<string, Region> =>
    new Map(
      Object.entries(file.systems[system] ?? {}).map(([code, row]) => [
        code.toLowerCase(),
        {
          system,
          code,
          name: row.name,
          countries: row.countries ?? (row.country ? [row.country] : []),
          apart: row.apart === true,
          verified: isVerified(row),
          source: sourceOf(row, file),
        },
      ]),
    )
  return {
    regions: new Map(Object.keys(file.systems).map(system => [system, regionsOf(system)])),
    clouds: new Map(Object.entries(file.clouds)),
  }
}

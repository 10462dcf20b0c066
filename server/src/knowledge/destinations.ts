import data from './destinations.yaml'
import { group, sourced, type Row, type Sourced } from './sources.ts'

/** Settings that name a destination beside what the class of a connector says. */
export interface SideDestination {
  readonly role: 'cluster' | 'tiered-storage' | 'registry' | 'telemetry' | 'proxy'
  readonly service?: string
  readonly provider?: string
  readonly endpoints: readonly string[]
  readonly regions: readonly string[]
  /** A key that must be there. */
  readonly when?: string
  readonly source: string
}

interface File extends Sourced {
  readonly destinations: (Row &
    Pick<SideDestination, 'role' | 'service' | 'provider' | 'when'> & { endpoints?: string[]; regions?: string[] })[]
}

/** Builds the look-up table of side destinations: by each of their keys. */
export function loadSideDestinations(): ReadonlyMap<string, readonly SideDestination[]> {
  const file = data() as File
  return group(
    sourced(file.destinations, file).map(
      ({ endpoints = [], regions = [], ...row }): SideDestination => ({ ...row, endpoints, regions }),
    ),
    ({ endpoints, regions }) => [...endpoints, ...regions],
  )
}

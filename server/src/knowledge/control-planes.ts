import data from './control-planes.yaml'
import { sourced, type Row, type Sourced } from './sources.ts'

/** From where a managed service is run, and what lies there. */
export interface ControlPlane {
  /** In words: `Confluent Cloud`. */
  readonly service: string
  /** customer: in an account of one's own. region: in one that is chosen with the cluster. unstated: the vendor names none. */
  readonly place: 'customer' | 'region' | 'unstated'
  readonly holds: readonly ('inventory' | 'topics' | 'groups' | 'access')[]
  /** Where the service sends metrics of its own accord, in the region of the cluster. */
  readonly metrics?: { readonly service: string; readonly provider: string }
  readonly verified: boolean
  readonly source: string
}

interface File extends Sourced {
  readonly planes: (Row & Omit<ControlPlane, 'verified' | 'source'> & { readonly providers: readonly string[] })[]
}

/** Builds the look-up table of control planes: by the id of the provider that a cluster names. */
export function loadControlPlanes(): ReadonlyMap<string, ControlPlane> {
  const file = data() as File
  return new Map(
    sourced(file.planes, file).flatMap(({ providers, ...plane }) => providers.map(id => [id, plane] as const)),
  )
}

import type { GoneField, GoneKind, GoneVersion } from '../knowledge/strimzi-api.ts'
import type { ApiResource } from '../model/entities.ts'
import { knownValue, type Place } from '../model/fact.ts'
import type { Library } from './db.ts'

/** What a resource uses that the API does not have any more. */
export interface Removed {
  readonly kind?: GoneKind
  readonly version?: GoneVersion
  /** Fields, and whether the resource's own version still has them. */
  readonly fields: readonly (GoneField & { readonly at: Place; readonly refused: boolean })[]
  /** Nothing but the version has to change. */
  readonly movable: boolean
}

/** Compares a resource with what the API has lost. */
export function removedFrom({ knowledge: { strimziApi } }: Library, resource: ApiResource): Removed {
  const kindName = resource.resource.value
  const version = knownValue(resource.version)?.split('/')[1]
  const rows = strimziApi.fields.get(kindName) ?? []
  const kind = strimziApi.kinds.get(kindName)
  const gone = strimziApi.versions.find(row => row.version === version && (row.kinds?.includes(kindName) ?? true))
  return {
    ...(kind ? { kind } : {}),
    ...(gone && !kind ? { version: gone } : {}),
    fields: resource.lost.flatMap(({ path, at }) => {
      const row = rows.find(candidate => candidate.path === path)
      return row && (version === 'v1' || row.since !== undefined) ? [{ ...row, at, refused: version === 'v1' }] : []
    }),
    movable: resource.lost.length === 0 && resource.complete,
  }
}

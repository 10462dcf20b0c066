import { loadStrimziApi, type GoneField } from '../../knowledge/strimzi-api.ts'
import type { ApiResource } from '../../model/entities.ts'
import { knownValue } from '../../model/fact.ts'
import { lazy } from '../../text/lazy.ts'
import { down, isThere, items } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import { named, type Resource } from './resource.ts'

const api = lazy(loadStrimziApi)

/** Notes which fields of a resource its API has lost, and in which version it is written; nothing of one that is as the newest version has it. */
export function readApi(resource: Resource): ApiResource[] {
  const { root } = resource
  const kind = text(down(root, 'kind'))
  if (kind.state !== 'known') return []
  const lost = (api().fields.get(kind.value) ?? []).flatMap(field =>
    reach(root, field.path.split('.')).flatMap(cursor => lostAt(field, cursor)),
  )
  if (lost.length === 0 && resource.version === 'v1' && !api().kinds.has(kind.value)) return []
  const complete = (api().required.get(kind.value) ?? []).every(path => reach(root, path.split('.')).length > 0)
  return [
    {
      kind: 'api-resource',
      ...named(resource),
      resource: kind,
      version: text(down(root, 'apiVersion')),
      lost,
      complete,
    },
  ]
}

/** A field counts by its key, or by a value that it must not have. */
function lostAt({ path, value }: GoneField, cursor: Cursor): ApiResource['lost'] {
  if (value === undefined) return [{ path, at: cursor.key ?? placeHere(cursor) }]
  return knownValue(text(cursor)) === value ? [{ path, at: placeHere(cursor) }] : []
}

/** What stands at the end of a path, once for each item of the lists on its way. */
function reach(from: Cursor, path: readonly string[]): Cursor[] {
  const [step, ...rest] = path
  if (step === undefined) return isThere(from) ? [from] : []
  const next = down(from, step.replace('[]', ''))
  return step.endsWith('[]') ? items(next).flatMap(item => reach(item, rest)) : reach(next, rest)
}

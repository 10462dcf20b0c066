import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import type { Suppression } from './suppression.ts'
import type { Uri } from '../text/uri.ts'

/** What one file says, read without looking at any other, or with those that complete it. */
export interface FileFacts {
  readonly file: Uri
  readonly entities: readonly (Entity | Configuration)[]
  /** Set where what it gives to the programs of other files is told there. */
  readonly toldElsewhere?: true
  /** Objects of other files as an overlay changes them: rules look at them, nothing links to them. */
  readonly overlays?: readonly Entity[]
  /** What its own switches turn off: it is read, and nothing of it runs. */
  readonly off?: readonly Entity[]
  readonly suppressions: readonly Suppression[]
}

/** The facts of a file, what is turned off apart from what runs; overlays that are turned off are nobody's affair. */
export function runningApart(facts: FileFacts): FileFacts {
  const { entities, overlays, ...rest } = facts
  const off = entities.filter((one): one is Entity => one.kind !== 'configuration' && one.off !== undefined)
  const changed = overlays?.filter(one => !one.off)
  if (off.length === 0 && changed?.length === overlays?.length) return facts
  return {
    ...rest,
    entities: off.length > 0 ? entities.filter(one => one.kind === 'configuration' || !one.off) : entities,
    ...(changed && changed.length > 0 ? { overlays: changed } : {}),
    ...(off.length > 0 ? { off } : {}),
  }
}

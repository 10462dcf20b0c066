import type { Entity } from '../../model/entities.ts'
import type { Known } from '../../model/fact.ts'
import { completedBy, down, entries, isThere } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { isSwitchedOff } from '../values.ts'
import { folderTitle } from '../title.ts'
import { isSpec, readSpec } from './kafka.ts'

const deepest = 3

/** Reads what the values of a chart of somebody's own say of a `Kafka` resource of Strimzi: its `spec`, wherever it stands. What they leave out a template may add. */
export const readStrimziValues = (root: Cursor): readonly Entity[] =>
  isThere(down(root, 'apiVersion'))
    ? []
    : specsIn(root, 0).flatMap(spec => {
        const at = spec.key ?? entries(spec)[0]?.key ?? spec.near
        const own = folderTitle(spec.document) ?? 'kafka'
        const name: Known<string> = { state: 'known', value: own, at }
        return readSpec(
          { name, file: spec.document.file, extent: extentOf(spec) },
          completedBy({ ...spec, near: at }, 'what the chart sets'),
        )
      })

const specsIn = (at: Cursor, depth: number): Cursor[] => {
  if (at.tree?.kind !== 'map' || isSwitchedOff(at)) return []
  if (isSpec(at)) return [at]
  return depth < deepest ? entries(at).flatMap(entry => specsIn(entry, depth + 1)) : []
}

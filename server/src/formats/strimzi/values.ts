import type { Entity } from '../../model/entities.ts'
import { knownValue, placeOf, type Known } from '../../model/fact.ts'
import { completedBy, down, entries, isThere, reportingAt } from '../cursor.ts'
import { nameIn } from '../kubernetes-resource.ts'
import { extentOf, type Cursor } from '../position.ts'
import { folderTitle } from '../title.ts'
import { switchedOffBy, text, turnedOff } from '../values.ts'
import { isSpec, readSpec } from './kafka.ts'

const deepest = 3

/** Reads what a resource of somebody's own operator, or the values of a chart, say of a `Kafka` resource of Strimzi: its `spec`, of values wherever it stands. What they leave out the operator or a template may add. */
export const readStrimziValues = (root: Cursor): readonly Entity[] =>
  isThere(down(root, 'apiVersion')) ? readOwnResource(root) : readValues(root)

function readOwnResource(root: Cursor): readonly Entity[] {
  const spec = down(root, 'spec')
  if (!isSpec(spec) || knownValue(text(down(root, 'apiVersion')))?.startsWith('kafka.strimzi.io/') !== false) return []
  const name = nameIn(root, spec.near)
  const own = completedBy(reportingAt(spec, placeOf(name)), 'what the operator sets')
  return readSpec({ name, file: root.document.file, extent: extentOf(root) }, own)
}

const readValues = (root: Cursor): readonly Entity[] =>
  specsIn(root, undefined, 0).flatMap(({ spec, off }) => {
    const at = spec.key ?? entries(spec)[0]?.key ?? spec.near
    const own = folderTitle(spec.document) ?? 'kafka'
    const name: Known<string> = { state: 'known', value: own, at }
    const found = readSpec(
      { name, file: spec.document.file, extent: extentOf(spec) },
      completedBy({ ...spec, near: at }, 'what the chart sets'),
    )
    return turnedOff(found, off)
  })

/** Whether a text can hold one: its listeners stand below `kafka`. */
export const mayHoldSpec = (text: string): boolean => text.includes('kafka') && text.includes('listeners')

/** A `spec`, and what above it turns it off. */
interface Found {
  readonly spec: Cursor
  readonly off: Entity['off']
}

function specsIn(at: Cursor, above: Entity['off'], depth: number): Found[] {
  if (at.tree?.kind !== 'map') return []
  const off = above ?? switchedOffBy(at)
  if (isSpec(at)) return [{ spec: at, off }]
  return depth < deepest ? entries(at).flatMap(entry => specsIn(entry, off, depth + 1)) : []
}

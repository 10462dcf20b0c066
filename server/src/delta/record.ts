import { cellsOf, type CellName } from '../records/cells.ts'
import type { Activity, ProcessingRecord, Value } from '../records/record.ts'
import { english } from '../records/words/en.ts'

/** A cell of the Art. 30 record that says something else now. */
export interface CellChange {
  readonly activity: string
  readonly cell: CellName
  /** new, gone: the whole activity is. */
  readonly of: 'new' | 'gone' | 'changed'
  readonly gone: readonly Value[]
  readonly come: readonly Value[]
  /** What has to be declared now and had not to be before. */
  readonly missing: readonly Value[]
}

/** The cells of the record that change, activity by activity. */
export function cellChanges(before: ProcessingRecord, after: ProcessingRecord): CellChange[] {
  const names = [...new Set([...after.activities, ...before.activities].map(({ name }) => name))]
  const find = (record: ProcessingRecord, name: string): Activity | undefined =>
    record.activities.find(activity => activity.name === name)
  return names.flatMap(name => {
    const [was, is] = [find(before, name), find(after, name)]
    return cellsOf(is?.role ?? was?.role ?? 'controller').flatMap((cell): CellChange[] => {
      const [old, now] = [valuesOf(was, cell), valuesOf(is, cell)]
      const gone = old.filter(value => !now.some(other => isSame(value, other)))
      const come = now.filter(value => !old.some(other => isSame(value, other)))
      if (gone.length === 0 && come.length === 0) return []
      // What was missing before under other words is not newly missing.
      const lacking = (values: readonly Value[]): number => values.filter(({ basis }) => basis === 'missing').length
      const missing = lacking(now) > lacking(old) ? come.filter(({ basis }) => basis === 'missing') : []
      return [{ activity: name, cell, of: kindOf(was, is), gone, come, missing }]
    })
  })
}

function kindOf(was: Activity | undefined, is: Activity | undefined): CellChange['of'] {
  if (!was) return 'new'
  return is ? 'changed' : 'gone'
}

/** What a cell says; what nobody knows is no statement. */
const valuesOf = (activity: Activity | undefined, cell: CellName): Value[] =>
  (activity?.cells[cell] ?? []).filter(({ basis }) => basis !== 'unknown')

const isSame = (a: Value, b: Value): boolean => a.basis === b.basis && a.text(english) === b.text(english)

/** Whether what speaks for an impact assessment has changed: whoever has made one looks at it again. */
export const assessmentChanges = (cells: readonly CellChange[]): CellChange[] =>
  cells.filter(({ cell, come }) => cell === 'assessment' && come.some(({ basis }) => basis !== 'missing'))

import { cellsOf, type CellName } from '../records/cells.ts'
import { changesBetween, type Entry, type FieldChange } from '../records/changes.ts'
import type { ProcessingRecord, Value } from '../records/record.ts'
import { english } from '../records/words/en.ts'

/** A cell of the Art. 30 record that says something else now. */
export interface CellChange extends FieldChange<CellName, Value> {
  /** What has to be declared now and had not to be before. */
  readonly missing: readonly Value[]
}

/** The cells of the record that change, activity by activity. */
export function cellChanges(before: ProcessingRecord, after: ProcessingRecord): CellChange[] {
  const [was, is] = [entriesOf(before), entriesOf(after)]
  return changesBetween(was, is, keyOf).map(change => {
    // What was missing before under other words is not newly missing.
    const lacking = (entries: readonly Entry<CellName, Value>[]): number =>
      entries.filter(
        ({ activity, field, value: { basis } }) =>
          activity === change.activity && field === change.field && basis === 'missing',
      ).length
    const isNew = lacking(is) > lacking(was)
    return { ...change, missing: isNew ? change.come.filter(({ basis }) => basis === 'missing') : [] }
  })
}

/** What the cells say; what nobody knows is no statement. */
const entriesOf = ({ activities }: ProcessingRecord): Entry<CellName, Value>[] =>
  activities.flatMap(({ name, role, cells }) =>
    cellsOf(role).flatMap(field =>
      cells[field].filter(({ basis }) => basis !== 'unknown').map(value => ({ activity: name, field, value })),
    ),
  )

const keyOf = ({ basis, text }: Value): string => `${basis} ${text(english)}`

/** Whether what speaks for an impact assessment has changed: whoever has made one looks at it again. */
export const assessmentChanges = (cells: readonly CellChange[]): CellChange[] =>
  cells.filter(({ field, come }) => field === 'assessment' && come.some(({ basis }) => basis !== 'missing'))

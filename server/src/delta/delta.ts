import { recordOf } from '../records/activities.ts'
import { withoutSecrets } from '../records/struck.ts'
import { baselineOf, compareWith } from '../report/baseline.ts'
import type { ReviewedFile } from '../report/report.ts'
import type { Finding } from '../rules/finding.ts'
import { inOrder, type Change } from './change.ts'
import { destinationChanges } from './destinations.ts'
import { operationChanges } from './operation.ts'
import type { Side } from './pairs.ts'
import { personalDataChanges } from './personal-data.ts'
import { protectionChanges } from './protection.ts'
import { cellChanges, type CellChange } from './record.ts'
import { retentionChanges } from './retention.ts'
import { say } from '../words/message.ts'

/** One state of the files with what a review says of them. */
export interface State extends Side {
  readonly reviewed: readonly ReviewedFile[]
}

/** What a change of the files means. */
export interface Delta {
  /** The gravest first. */
  readonly changes: readonly Change[]
  readonly cells: readonly CellChange[]
  readonly findings: {
    readonly come: readonly Finding[]
    readonly gone: readonly Finding[]
    readonly unchanged: number
  }
}

/** Compares two states of the same files: by what things are called, never by lines. */
export function compareStates(before: State, after: State): Delta {
  const [come, gone] = [newIn(after, before), newIn(before, after)]
  const all = after.reviewed.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed))
  const changes = [
    ...personalDataChanges(before, after),
    ...destinationChanges(before, after),
    ...retentionChanges(before, after),
    ...protectionChanges(before, after),
    ...operationChanges(before, after),
    ...come.filter(({ family }) => family === 'secret').map(secretIn),
    ...come.filter(({ name }) => name === 'breaking-change').map(breakIn),
  ]
  // What either side holds as a secret is told of none.
  const record = ({ db, files, reviewed }: State): ReturnType<typeof recordOf> =>
    [before, after].reduce(
      (told, { db: { estate } }) => withoutSecrets(told, estate.secrets),
      recordOf(
        db,
        files,
        reviewed.flatMap(({ findings }) => findings),
      ),
    )
  return {
    changes: changes.sort(inOrder),
    cells: cellChanges(record(before), record(after)),
    findings: { come, gone, unchanged: all.length - come.length },
  }
}

/** The findings of a state that another one does not have, by their identity. */
function newIn(state: State, other: State): Finding[] {
  const filesOf = ({ db, reviewed }: State): Parameters<typeof baselineOf>[0] =>
    reviewed.map(file => ({ ...file, entities: db.estate.entities(file.uri), secrets: db.estate.secrets }))
  const { known } = compareWith(baselineOf(filesOf(other)), filesOf(state), () => true)
  return state.reviewed.flatMap(({ findings }) =>
    findings.filter(finding => !finding.suppressed && !known.has(finding)),
  )
}

/** A break of a schema is a finding as well: a check may fail for it by its kind. */
const breakIn = ({ at, level, message, because }: Finding): Change => ({
  kind: 'schema',
  level,
  message,
  because,
  after: at,
})

/** Of a secret, nothing but its place is told. */
const secretIn = ({ at, level, message }: Finding): Change => ({
  kind: 'secret',
  level,
  message: say('delta.secretNew', { finding: message }),
  because: [],
  after: at,
})

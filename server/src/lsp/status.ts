import type { Level } from '../model/configuration.ts'
import type { Problem } from '../model/problem.ts'
import { rules } from '../rules/registry.ts'
import { countCoverage } from '../report/report.ts'
import { indexLines } from '../text/line-index.ts'
import type { Uri } from '../text/uri.ts'
import { knownIn } from './baseline.ts'
import type { RulePageParams, Status, UnreadPlace } from './protocol.ts'
import { debounce, logTo, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'
import { say } from '../words/message.ts'

const issues = 'https://github.com/kafka-review/kafka-review/issues'

/** Tells how the review stands, and in the output channel where we threw ourselves; serves the pages of the rules. */
export function serveStatus(served: Served): void {
  const { connection, workspace, locale, tell } = served
  const told = new Set<string>()
  const report = ({ file, message, fault }: Problem): void => {
    if (fault === undefined || told.has(`${file} ${message}`)) return
    told.add(`${file} ${message}`)
    logTo(connection, tell(say('server.fault', { file, message, issues, fault })))
  }
  const count = countingByFile(served)
  const send = debounce(served, 'telling the status', 200, async () => {
    const problems = workspace().problems()
    const status = statusOf(served, problems, count())
    for (const problem of problems) report(problem)
    for (const { uri: file, milliseconds } of status.slow) {
      const said = served.tell(say('server.slow', { file, milliseconds }))
      if (!told.has(said)) connection.console.info(said)
      told.add(said)
    }
    await connection.sendNotification('kafkaReview/status', status)
  })
  served.onChange(send)
  connection.onRequest('kafkaReview/unread', (): UnreadPlace[] =>
    workspace()
      .coverage()
      .flatMap(({ file, unread }) => {
        const lines = indexLines(workspace().textOf(file) ?? '')
        return unread.map(({ span, why }) => ({ uri: file, range: toRange(span, lines), why: tell(why) }))
      }),
  )
  connection.onRequest('kafkaReview/rulePage', ({ code }: RulePageParams): string => {
    const rule = rules.find(one => one.code === code)
    return rule ? locale().pageOf(rule) : ''
  })
}

type Counted = Pick<Status, 'files' | 'errors' | 'warnings' | 'notes'>

/** Counts findings as Problems does: neither what is accepted or folded, nor what a baseline knows. Of each file they are counted once, until its findings or the baselines may be others; what was put off is counted when all of it has been looked at. */
function countingByFile({ state, workspace, onChange }: Served): () => Counted {
  const byFile = new Map<Uri, readonly number[]>()
  let { baselines } = state
  let last: Counted = { files: 0, errors: 0, warnings: 0, notes: 0 }
  onChange(changed => {
    for (const file of changed) byFile.delete(file)
  })
  const countIn = (file: Uri): readonly number[] => {
    const { review } = workspace()
    const known = knownIn(file, state.baselines, review)
    const shown = review.findings(file).filter(one => !one.suppressed && !one.folded && !known.has(one))
    return counted.map(level => shown.filter(one => one.level === level).length)
  }
  return () => {
    if (workspace().review.isBehind()) return last
    if (baselines !== state.baselines) byFile.clear()
    baselines = state.baselines
    let files = 0
    const sums = counted.map(() => 0)
    for (const file of workspace().review.files()) {
      const own = byFile.get(file) ?? countIn(file)
      byFile.set(file, own)
      for (const [level, count] of own.entries()) sums[level] = (sums[level] ?? 0) + count
      files++
    }
    const [errors = 0, warnings = 0, notes = 0] = sums
    last = { files, errors, warnings, notes }
    return last
  }
}

const counted: readonly Level[] = ['error', 'warning', 'information']

function statusOf({ state, workspace }: Served, problems: readonly Problem[], count: Counted): Status {
  const { slow, coverage } = workspace()
  return {
    state: state.phase,
    ...count,
    coverage: countCoverage(coverage()),
    leftOut: problems.map(({ file, message }) => ({ uri: file, why: message })),
    slow: [...slow].map(([uri, milliseconds]) => ({ uri, milliseconds })),
  }
}

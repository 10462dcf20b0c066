import type { Level } from '../model/configuration.ts'
import type { Problem } from '../model/problem.ts'
import { rules } from '../rules/registry.ts'
import { countCoverage } from '../report/report.ts'
import { indexLines } from '../text/line-index.ts'
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
  const send = debounce(served, 'telling the status', 200, async () => {
    const status = statusOf(served)
    for (const problem of workspace().problems()) report(problem)
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

function statusOf({ state, workspace }: Served): Status {
  const { review, slow, problems, coverage } = workspace()
  const files = [...review.files()]
  // As Problems counts: neither what is accepted or folded, nor what a baseline knows.
  const findings = files.flatMap(uri => {
    const known = knownIn(uri, state.baselines, review)
    return review.findings(uri).filter(finding => !finding.suppressed && !finding.folded && !known.has(finding))
  })
  const count = (...levels: Level[]): number => findings.filter(({ level }) => levels.includes(level)).length
  return {
    state: state.phase,
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('information'),
    coverage: countCoverage(coverage()),
    leftOut: problems().map(({ file, message }) => ({ uri: file, why: message })),
    slow: [...slow].map(([uri, milliseconds]) => ({ uri, milliseconds })),
  }
}

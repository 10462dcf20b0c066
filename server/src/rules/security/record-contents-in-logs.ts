import { recordsInLogBy } from '../../assess/capture.ts'
import { knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './record-contents-in-logs.md'

/** Sources that write records into the log of their worker. */
export const recordContentsInLogs = defineRule({
  code: 'KR510',
  name: 'record-contents-in-logs',
  family: 'access',
  level: 'information',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  visits: ['connector'],
  check(connector, { db, report }) {
    const logs = recordsInLogBy(db, connector)
    if (logs) report('logged', { at: logs.at, data: { owner: knownValue(connector.name) ?? '?', key: logs.key } })
  },
})

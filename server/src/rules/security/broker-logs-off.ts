import { knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './broker-logs-off.md'

/** Clusters of whose brokers nobody keeps the logs. */
export const brokerLogsOff = defineRule({
  code: 'KR509',
  name: 'broker-logs-off',
  family: 'access',
  level: 'information',
  law: ['gdpr-32', 'gdpr-33'],
  page,
  visits: ['cluster'],
  messages: {
    off: 'Cluster {cluster} keeps no logs of its brokers; expected a log group, a bucket or a stream',
  },
  check({ logging, name }, { report }) {
    if (logging?.state !== 'absent') return
    report('off', {
      at: logging.near,
      data: { cluster: knownValue(name) ?? '?' },
      absent: true,
      because: ['logging_info names no destination that is switched on, and the default is none'],
    })
  },
})

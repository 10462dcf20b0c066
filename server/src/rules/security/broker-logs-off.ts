import { called } from '../../assess/called.ts'
import { say } from '../../words/message.ts'
import { alikeInFolder } from '../alike.ts'
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
  mends: 'elsewhere',
  alike: alikeInFolder(['KR509.off']),
  visits: ['cluster'],
  check({ logging, name }, { report }) {
    if (logging?.state !== 'absent') return
    report('off', {
      at: logging.near,
      data: { cluster: called(name) },
      absent: true,
      because: [say('because.noLogging')],
    })
  },
})

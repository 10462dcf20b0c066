import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { tracedBy } from '../../assess/logging.ts'
import { directionOf } from '../../assess/connector-kind.ts'
import { asBoolean, knownValue } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './record-contents-in-logs.md'

/** Source connectors that write keys and values of failed records to the log of the workers. */
export const recordContentsInLogs = defineRule({
  code: 'KR108',
  name: 'record-contents-in-logs',
  family: 'personal-data',
  level: 'information',
  law: ['gdpr-5-1-f', 'gdpr-25'],
  page,
  mends: true,
  visits: ['connector', 'connect-cluster'],
  check(connector, { db, report }) {
    if (connector.kind === 'connect-cluster') {
      const traced = tracedBy(connector)
      if (traced)
        report('traced', {
          at: traced.value.at,
          data: { name: called(connector.name), logger: traced.key },
          fixes:
            traced.value.value === 'TRACE' ? fixBySetting(traced.value.slot, 'INFO', say('fix.recordsNotTraced')) : [],
        })
      return
    }
    const [messages, logs] = ['errors.log.include.messages', 'errors.log.enable'].map(key =>
      asBoolean(setting(connector.settings, key)),
    )
    // Of what a sink cannot write, the log gets the coordinates only.
    if (messages?.state !== 'known' || !messages.value || !logs || knownValue(logs) !== true) return
    if (directionOf(db, connector) !== 'source') return
    report('logged', {
      at: messages.at,
      data: { name: called(connector.name) },
      because: [say('because.recordsLogged')],
      fixes: fixBySetting(messages.slot, false, say('fix.recordsNotLogged')),
    })
  },
})

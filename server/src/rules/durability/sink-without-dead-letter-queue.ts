import { called } from '../../assess/called.ts'
import { directionOf } from '../../assess/connector-kind.ts'
import { replicationSettingsOf } from '../../assess/durability.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './sink-without-dead-letter-queue.md'

/** Connectors that drop the records that they cannot process, and keep them nowhere. */
export const sinkWithoutDeadLetterQueue = defineRule({
  code: 'KR311',
  name: 'sink-without-dead-letter-queue',
  family: 'durability',
  level: 'hint',
  law: ['gdpr-5-1-f', 'gdpr-32'],
  page,
  mends: true,
  visits: ['connector'],
  check(connector, { db, report }) {
    const tolerance = setting(connector.settings, 'errors.tolerance')
    if (knownValue(tolerance) !== 'all') return
    const direction = directionOf(db, connector)
    if (direction === 'source') {
      const logged = setting(connector.settings, 'errors.log.enable')
      if (logged.state === 'unresolved' || knownValue(logged)?.trim().toLowerCase() === 'true') return
      // A log that also tells the records would hold their personal data: that is no fix.
      const content = setting(connector.settings, 'errors.log.include.messages')
      const tellsRecords = content.state === 'unresolved' || knownValue(content)?.trim().toLowerCase() === 'true'
      report('unnoticed', {
        at: placeOf(tolerance),
        data: { name: called(connector.name) },
        fixes: tellsRecords ? [] : fixBySetting(logged.slot, true, say('fix.logErrors')),
      })
    }
    if (direction !== 'sink') return
    const queue = setting(connector.settings, 'errors.deadletterqueue.topic.name')
    if (queue.state === 'unresolved' || (queue.state === 'known' && queue.value.trim() !== '')) return
    const name = knownValue(connector.name)
    // The factor of the queue is 3 by default: where fewer brokers are known, the title would promise what cannot be created.
    const few = replicationSettingsOf(db, connector).some(({ brokers }) => brokers !== undefined && brokers.count < 3)
    const fixes =
      queue.slot && name !== undefined && !few
        ? [
            {
              title: say('fix.deadLetterQueue', { topic: `${name}.dlq` }),
              edits: [{ op: 'set', slot: queue.slot, value: `${name}.dlq` } as const],
            },
          ]
        : []
    report('dropped', { at: placeOf(tolerance), data: { name: called(connector.name) }, fixes })
  },
})

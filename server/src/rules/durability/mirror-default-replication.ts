import { called } from '../../assess/called.ts'
import { replicationSettingsOf } from '../../assess/durability.ts'
import { mirrorPartsOf } from '../../assess/mirror.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts } from './broker-facts.ts'
import page from './mirror-default-replication.md'

/** Copied topics whose number of copies nobody has chosen. */
export const mirrorDefaultReplication = defineRule({
  code: 'KR310',
  name: 'mirror-default-replication',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(mirror, { db, report }) {
    const setting =
      mirrorPartsOf(db, mirror)?.copying &&
      replicationSettingsOf(db, mirror).find(
        ({ key, means }) => key === 'replication.factor' && means === 'replication-factor',
      )
    if (setting?.value.state !== 'absent' || setting.default !== 2) return
    const { brokers, value } = setting
    if (brokers && brokers.count < 3) return
    const three: Fix[] =
      brokers && value.slot
        ? [
            {
              title: say('fix.mirrorThree'),
              edits: [{ op: 'set', slot: value.slot, value: 3 }],
            },
          ]
        : []
    const theirs: Fix[] =
      value.slot && !brokers
        ? [
            {
              title: say('fix.mirrorTarget'),
              edits: [{ op: 'set', slot: value.slot, value: -1 }],
            },
          ]
        : []
    report('absent', {
      at: value.near,
      data: { name: called(mirror.name) },
      level: brokers ? 'warning' : 'information',
      absent: true,
      ...brokerFacts(brokers),
      fixes: [...three, ...theirs],
    })
  },
})

import { fixBySetting } from '../../model/semantic-edit.ts'
import { brokersForCopies } from '../../assess/brokers.ts'
import { engineOf, inForceAt, keyAt } from '../../assess/engine.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { setting, slotFor } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { besideBrokers, brokerFacts, onceFor } from './broker-facts.ts'
import page from './topics-created-on-use.md'

const [key, factorKey] = ['auto.create.topics.enable', 'default.replication.factor']

/** Topics that come into being by a typing error, with too few copies. */
export const topicsCreatedOnUse = defineRule({
  code: 'KR309',
  name: 'topics-created-on-use',
  family: 'durability',
  level: 'information',
  law: ['gdpr-32', 'gdpr-25'],
  page,
  mends: true,
  visits: ['cluster'],
  yieldsTo: ['KR301'],
  check(cluster, { db, report }) {
    const written = setting(cluster.settings, key)
    const copies = setting(cluster.settings, factorKey)
    const factor = Number(inForceAt(db, cluster, factorKey))
    const brokers = brokersForCopies(db, cluster)
    // More copies than brokers nobody can keep.
    const enough = Math.min(3, brokers?.count ?? 3)
    if (
      inForceAt(db, cluster, key) !== 'true' ||
      !(factor >= 1 && factor < enough) ||
      engineOf(db, cluster)?.copies === 'elsewhere'
    )
      return
    const slot = written.state === 'known' ? written.slot : slotFor(cluster.settings, key)
    const fixes: Fix[] = fixBySetting(slot, false, say('fix.noTopicsOnUse', { key: keyAt(db, cluster, key) }))
    report('on', {
      at: written.state === 'absent' ? besideBrokers(cluster, written.near, brokers) : written.at,
      // A factor that is written below is a finding of its own.
      ...(copies.state === 'known' ? { level: 'hint' } : {}),
      data: { copies: factor, enough, key: keyAt(db, cluster, key), factorKey: keyAt(db, cluster, factorKey) },
      ...brokerFacts(brokers),
      ...(copies.state === 'absent'
        ? { follows: { code: 'KR301', at: besideBrokers(cluster, copies.near, brokers) } }
        : {}),
      fixes,
      ...onceFor(brokers, written.state === 'known' ? key : undefined),
      ...(written.state === 'absent'
        ? { absent: true, because: [say('because.defaultTrue', { key: keyAt(db, cluster, key) })] }
        : {}),
    })
  },
})

import { brokersOf, carriesBrokers, controllersOf, votes } from '../../assess/brokers.ts'
import { defaultOfTopic } from '../../assess/engine.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts } from './broker-facts.ts'
import page from './ephemeral-storage.md'

/** Brokers whose data goes with their pod. */
export const ephemeralStorage = defineRule({
  code: 'KR306',
  name: 'ephemeral-storage',
  family: 'durability',
  level: 'information',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['cluster', 'node-pool', 'topic'],
  check(entity, { db, report }) {
    if (entity.kind === 'topic') {
      const { storage } = entity
      if (
        !storage ||
        storage.state === 'unresolved' ||
        (knownValue(storage) ?? defaultOfTopic(db, entity, 'storage')) !== 'memory'
      )
        return
      const fixes = storage.slot
        ? [
            {
              title: say('fix.storageFile'),
              edits: [{ op: 'set', slot: storage.slot, value: 'file' } as const],
            },
          ]
        : []
      return report('memory', {
        at: placeOf(storage),
        data: { name: knownValue(entity.name) ?? '?' },
        fixes,
        ...(storage.state === 'absent' ? { absent: true } : {}),
      })
    }
    for (const storage of entity.storage) {
      if (knownValue(storage) !== 'ephemeral' || storage.state !== 'known') continue
      const brokers = brokersOf(db, entity)
      const only = brokers?.count === 1 && (entity.kind === 'cluster' || carriesBrokers(entity))
      const voters = entity.kind === 'node-pool' && votes(entity) ? controllersOf(db, entity) : undefined
      const onlyController = !only && voters?.count === 1
      report(only ? 'only' : onlyController ? 'onlyController' : 'some', {
        at: storage.at,
        data: {},
        level: only || onlyController ? 'warning' : 'information',
        ...(only ? brokerFacts(brokers) : {}),
      })
    }
  },
})

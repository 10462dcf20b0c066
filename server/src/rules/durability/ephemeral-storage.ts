import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import type { Db } from '../../assess/db.ts'
import { brokersOf, carriesBrokers, controllersOf, votes } from '../../assess/brokers.ts'
import { defaultOfTopic } from '../../assess/engine.ts'
import type { Cluster, NodePool, Topic } from '../../model/entities.ts'
import { placeKey, placeOf, knownValue, type Absent, type Fact, type Known } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
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
      const storage = inMemory(db, entity)
      if (!storage) return
      const fixes = fixBySetting(storage.slot, 'file', say('fix.storageFile'))
      report('memory', {
        at: placeOf(storage),
        data: { name: called(entity.name) },
        fixes,
        ...(storage.state === 'absent' ? { absent: true } : {}),
      })
      return
    }
    for (const storage of entity.storage.filter(isEphemeral)) {
      const held = heldBy(db, entity)
      const facts = held === 'only' ? brokerFacts(brokersOf(db, entity)) : {}
      report(held, {
        at: storage.at,
        data: {},
        level: held === 'some' ? 'information' : 'warning',
        ...facts,
        because: [...(facts.because ?? []), ...(isOfLogDirs(entity, storage) ? [say('because.besideVolumes')] : [])],
      })
    }
  },
})

/** What says that a topic lives in memory, or the place where nothing says otherwise; undefined where it does not. */
function inMemory(db: Db, topic: Topic): Known<string> | Absent | undefined {
  const { storage } = topic
  if (!storage || storage.state === 'unresolved') return undefined
  return (knownValue(storage) ?? defaultOfTopic(db, topic, 'storage')) === 'memory' ? storage : undefined
}

/** Whether it is the folder of the records that lies elsewhere than what is kept. */
const isOfLogDirs = (entity: Cluster | NodePool, { at }: Known<string>): boolean =>
  entity.kind === 'cluster' &&
  ['log.dirs', 'log.dir'].some(key => {
    const folder = setting(entity.settings, key)
    return folder.state === 'known' && placeKey(folder.at) === placeKey(at)
  })

const isEphemeral = (storage: Fact<string>): storage is Known<string> => knownValue(storage) === 'ephemeral'

/** Whether the only broker or the only controller stands there, or some of several nodes. */
function heldBy(db: Db, entity: Cluster | NodePool): 'only' | 'onlyController' | 'some' {
  if (brokersOf(db, entity)?.count === 1 && (entity.kind === 'cluster' || carriesBrokers(entity))) return 'only'
  const voters = entity.kind === 'node-pool' && votes(entity) ? controllersOf(db, entity) : undefined
  return voters?.count === 1 ? 'onlyController' : 'some'
}

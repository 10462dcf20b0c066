import { called } from '../../assess/called.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { brokersOf } from '../../assess/brokers.ts'
import {
  everyRecordBy,
  limitlessBy,
  openByDefault,
  openListOf,
  superUsersOf,
  unguardedBy,
} from '../../assess/exposure.ts'
import { asDefault, switchedOffBy } from '../../assess/switches.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { everyAccount, type Access, type Cluster } from '../../model/entities.ts'
import { say } from '../../words/message.ts'
import { onceFor } from '../durability/broker-facts.ts'
import { defineRule, type RuleContext } from '../rule.ts'
import page from './access-without-authorisation.md'

/** Clusters and access lists that let everybody do everything. */
export const accessWithoutAuthorisation = defineRule({
  code: 'KR507',
  name: 'access-without-authorisation',
  family: 'access',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-25'],
  page,
  mends: true,
  ofProduction: true,
  visits: ['cluster', 'access'],
  check(entity, { db, report }) {
    if (entity.kind === 'access') {
      checkEntry(entity, { db, report })
      return
    }
    checkSwitches(entity, { db, report })
    checkLists(entity, { db, report })
    const cluster = called(entity.name)
    for (const user of superUsersOf(db, entity))
      report('superUser', { at: user.at, data: { user: user.value, cluster } })
    const byDefault = openByDefault(db, entity)
    if (byDefault)
      report('everyoneByDefault', {
        at: byDefault.near,
        data: { key: byDefault.key, engine: byDefault.engine },
        absent: true,
        because: [say('because.listsDecide')],
      })
    const unguarded = unguardedBy(db, entity)
    if (unguarded)
      report(unguarded === 'engine' ? 'nobodyDecides' : 'noAuthorizer', {
        at: placeOf(entity.authorization),
        data: { cluster },
        level: 'information',
        absent: true,
        because: [say('because.noAuthorization')],
        ...onceFor(brokersOf(db, entity)),
      })
  },
})

/** What one entry of a list or a policy gives. */
function checkEntry(entity: Access, { db, report }: Asked): void {
  const message = limitlessBy(entity)
  const common = { at: placeOf(entity.name), data: { user: knownValue(entity.principal) } }
  if (message) report(message, common)
  if (knownValue(entity.principal) === everyAccount) report('everyAccount', { at: common.at, data: {} })
  const use = everyRecordBy(db, entity)
  if (use) report('everyRecord', { ...common, level: 'information', data: { ...common.data, ...use } })
}

type Asked = Pick<RuleContext<'KR507'>, 'db' | 'report'>

/** Settings that let everybody in, always or as long as nobody decides. */
function checkSwitches(entity: Cluster, { db, report }: Asked): void {
  const cluster = called(entity.name)
  for (const switched of switchedOffBy(db, entity, 'authorisation')) {
    const { setting, value, fallback } = switched
    report('everyoneIfNone', {
      at: value.at,
      data: { key: setting.key, value: value.value },
      ...asDefault(switched, 'information'),
      ...(fallback ? { because: [say('because.variableDefault')] } : {}),
      fixes: fixBySetting(value.slot, false, say('fix.denyByDefault', { key: setting.key })),
    })
  }
  for (const switched of switchedOffBy(db, entity, 'authorisation-on-error')) {
    const { setting, value } = switched
    const key = setting.written ?? setting.key
    report('openOnError', {
      at: value.at,
      ...asDefault(switched, 'information'),
      data: { key, cluster },
      fixes: fixBySetting(value.slot, false, say('fix.secure', { key, value: 'false' })),
    })
  }
}

/** What makes the access lists of a cluster idle: a proxy that does not ask them, an entry that allows everything. */
function checkLists(entity: Cluster, { db, report }: Asked): void {
  const cluster = called(entity.name)
  const { restAuthorization: rest } = entity
  if (rest && rest.state !== 'unresolved' && !knownValue(rest))
    report('rest', {
      at: placeOf(rest),
      data: { cluster },
      level: 'information',
      ...(rest.state === 'absent' ? { absent: true } : {}),
      fixes: fixBySetting(rest.slot, true, say('fix.secure', { key: 'kafka_rest_authorization', value: 'true' })),
    })
  const open = openListOf(db, entity)
  if (open)
    report('openList', {
      at: placeOf(open),
      data: { cluster },
      ...(open.state === 'absent'
        ? { absent: true, because: [say('because.defaultTrue', { key: 'default_acl' })] }
        : {}),
    })
}

import { called } from '../../assess/called.ts'
import { outOfSupport } from '../../assess/support.ts'
import { defineRule } from '../rule.ts'
import page from './version-out-of-support.md'

/** Versions for which nobody mends what is found. */
export const versionOutOfSupport = defineRule({
  code: 'KR512',
  name: 'version-out-of-support',
  family: 'access',
  level: 'information',
  law: ['gdpr-32'],
  page,
  mends: 'follows',
  ofProduction: true,
  perEnvironment: true,
  visits: ['cluster'],
  check(entity, { db, report }) {
    const past = outOfSupport(db, entity)
    if (!past) return
    const { at, version } = past
    const cluster = called(entity.name)
    if (past.by === 'msk') report('msk', { at, data: { cluster, version, ended: past.ended }, level: 'warning' })
    else if (past.by === 'strimzi') report('strimzi', { at, data: { cluster, version, operator: past.operator } })
    else
      report('kafka', {
        at,
        data: { cluster, version, newest: past.newest },
        ...(past.isLongAgo ? {} : { level: 'hint' as const }),
      })
  },
})

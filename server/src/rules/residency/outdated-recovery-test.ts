import { isCluster } from '../../assess/platform.ts'
import { clusterName } from '../../assess/residency-contradictions.ts'
import { datesOf, freshSince } from '../../assess/residency-gaps.ts'
import { pathsOf } from '../../assess/residency-paths.ts'
import { configurationFor } from '../../assess/declared.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './outdated-recovery-test.md'

/** Tests and drills that are older than the configuration allows. */
export const outdatedRecoveryTest = defineRule({
  code: 'KR452',
  name: 'outdated-recovery-test',
  family: 'residency',
  level: 'information',
  law: ['gdpr-32', 'gdpr-5-2'],
  page,
  mends: 'decision',
  visits: ['cluster'],
  check(cluster, { db, report }) {
    const residency = configurationFor(db, cluster.file)?.residency
    if (!residency || !isCluster(cluster)) return
    const { months } = residency
    const fresh = freshSince(db.today, months)
    for (const { item, day } of datesOf(pathsOf(db, cluster)).filter(one => one.day.value < fresh)) {
      const data = { cluster: clusterName(cluster), day: day.value, months }
      if (item === 'drills') report('drill', { at: day.at, data })
      else report('outdated', { at: day.at, data: { ...data, item: say(`item.${item}`) } })
    }
  },
})

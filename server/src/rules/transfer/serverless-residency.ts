import { called } from '../../assess/called.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './serverless-residency.md'

/** Serverless clusters: the provider says where the records lie, not where the cluster is run from. */
export const serverlessResidency = defineRule({
  code: 'KR409',
  name: 'serverless-residency',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-28', 'gdpr-44'],
  page,
  mends: 'decision',
  visits: ['cluster'],
  check(cluster, { report }) {
    if (knownValue(cluster.engine) !== 'msk-serverless') return
    report('unstated', {
      at: placeOf(cluster.name),
      data: { cluster: called(cluster.name) },
      because: [say('because.recordsInRegion'), say('because.controlPlane')],
    })
  },
})

import { placeOf, knownValue } from '../../model/fact.ts'
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
  visits: ['cluster'],
  messages: {
    unstated:
      'Cluster {cluster} is serverless: where Amazon runs its control plane is not stated; expected an answer on file',
  },
  check(cluster, { report }) {
    if (knownValue(cluster.engine) !== 'msk-serverless') return
    report('unstated', {
      at: placeOf(cluster.name),
      data: { cluster: knownValue(cluster.name) ?? '?' },
      because: [
        'the records lie in the region of the cluster',
        'names of topics and groups, metrics and configuration belong to a control plane whose place the documentation does not name',
      ],
    })
  },
})

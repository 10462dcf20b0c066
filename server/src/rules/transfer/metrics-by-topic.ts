import { called } from '../../assess/called.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './metrics-by-topic.md'

/** Metrics of a provider that carry the names of topics. */
export const metricsByTopic = defineRule({
  code: 'KR413',
  name: 'metrics-by-topic',
  family: 'foreign-law',
  level: 'hint',
  law: ['gdpr-25', 'gdpr-44'],
  page,
  mends: 'decision',
  visits: ['cluster'],
  check({ monitoring, name }, { report }) {
    const level = monitoring && knownValue(monitoring)
    if (!monitoring || !level?.startsWith('PER_TOPIC_')) return
    report('named', { at: placeOf(monitoring), data: { cluster: called(name), level } })
  },
})

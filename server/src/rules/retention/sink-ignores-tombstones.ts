import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { unreachedBy } from '../../assess/erasure.ts'
import { defineRule } from '../rule.ts'
import page from './sink-ignores-tombstones.md'

/** Sinks at which what is deleted in Kafka stays. */
export const sinkIgnoresTombstones = defineRule({
  code: 'KR604',
  name: 'sink-ignores-tombstones',
  family: 'retention',
  level: 'information',
  law: ['gdpr-17', 'gdpr-5-1-e'],
  page,
  mends: 'decision',
  visits: ['connector'],
  check(connector, { db, report }) {
    const unreached = unreachedBy(db, connector)
    if (!unreached) return
    const { by, at, key, value, service, personal } = unreached
    const name = called(connector.name)
    report(by, {
      at,
      data: { name, key, value, service },
      ...(personal ? { certainty: 'derived' } : { level: 'hint' }),
      ...(by === 'default' || by === 'class' ? { absent: true } : {}),
      related: personal ? [{ at: personal.data.field.name.at, message: categoryName(personal.data.category) }] : [],
    })
  },
})

import { called } from '../../assess/called.ts'
import { keptRowBy } from '../../assess/erasure.ts'
import { defineRule } from '../rule.ts'
import page from './deleted-rows-kept.md'

/** Change capture after which a compacted topic keeps what was deleted. */
export const deletedRowsKept = defineRule({
  code: 'KR605',
  name: 'deleted-rows-kept',
  family: 'retention',
  level: 'information',
  law: ['gdpr-17', 'gdpr-5-1-e'],
  page,
  visits: ['connector'],
  check(connector, { db, report }) {
    const kept = keptRowBy(db, connector)
    if (!kept) return
    const { how, key, value } = kept
    report(how, {
      at: value.at,
      data: { name: called(connector.name), key, value: value.value },
      ...(how === 'silent' ? { level: 'hint' } : {}),
    })
  },
})

import { called } from '../../assess/called.ts'
import { unlistedBy } from '../../assess/capture.ts'
import { defineRule } from '../rule.ts'
import page from './every-table-captured.md'

/** Change capture that takes tables which nobody has listed. */
export const everyTableCaptured = defineRule({
  code: 'KR411',
  name: 'every-table-captured',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-5-1-c', 'gdpr-25'],
  page,
  visits: ['connector'],
  check(connector, { db, report }) {
    const unlisted = unlistedBy(db, connector)
    if (!unlisted) return
    const { how, at, key, value } = unlisted
    report(how, {
      at,
      data: { name: called(connector.name), key, value },
      ...(how === 'schemas' || how === 'except' ? { level: 'hint' } : {}),
      ...(how === 'none' ? { absent: true } : {}),
    })
  },
})

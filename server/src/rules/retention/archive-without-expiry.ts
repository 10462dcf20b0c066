import { keptForEver } from '../../assess/archive.ts'
import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './archive-without-expiry.md'

/** Archives of personal data that nothing ever empties. */
export const archiveWithoutExpiry = defineRule({
  code: 'KR608',
  name: 'archive-without-expiry',
  family: 'retention',
  level: 'information',
  law: ['gdpr-5-1-e', 'gdpr-17'],
  page,
  mends: 'decision',
  visits: ['connector'],
  check(connector, { db, report }) {
    const archive = keptForEver(db, connector)
    if (!archive) return
    const { names, bucket, personal } = archive
    const what = categoryName(personal.data.category)
    report('unlimited', {
      at: placeOf(names),
      data: { name: called(connector.name), bucket: called(bucket.name), service: bucket.service, what },
      certainty: 'derived',
      related: [
        { at: placeOf(bucket.expiry), message: say('related.bucket') },
        { at: personal.data.field.name.at, message: what },
      ],
    })
  },
})

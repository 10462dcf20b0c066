import { personalDataIn, undecidedDataIn } from '../../assess/data-flow.ts'
import { defineRule } from '../rule.ts'
import { fieldReport, undecidedReport } from './field-report.ts'
import page from './special-category-field.md'

/** Fields that carry data under Art. 9 or 10 and do not say so. */
export const specialCategoryField = defineRule({
  code: 'KR102',
  name: 'special-category-field',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-9', 'gdpr-10', 'gdpr-30'],
  page,
  sameByWords: true,
  mends: true,
  visits: ['record'],
  check(record, { db, report }) {
    for (const data of personalDataIn(db, record))
      if (data.category.special && data.grade !== 'stated')
        report('carries', {
          ...(data.grade === 'weak' ? { level: 'information' as const } : {}),
          ...fieldReport(data, db),
        })
    for (const data of undecidedDataIn(db, record))
      if (data.category.special) report('mayCarry', undecidedReport(data, db))
  },
})

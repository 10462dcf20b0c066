import { personalDataIn, undecidedDataIn } from '../../assess/data-flow.ts'
import { defineRule } from '../rule.ts'
import { fieldReport, undecidedReport } from './field-report.ts'
import page from './personal-data-field.md'

/** Fields that carry personal data and do not say so. */
export const personalDataField = defineRule({
  code: 'KR101',
  name: 'personal-data-field',
  family: 'personal-data',
  level: 'information',
  law: ['gdpr-4', 'gdpr-30'],
  page,
  sameByWords: true,
  mends: true,
  visits: ['record'],
  check(record, { db, report }) {
    for (const data of personalDataIn(db, record))
      if (!data.category.special && data.category.id !== 'national-id' && data.grade !== 'stated')
        report('carries', fieldReport(data, db))
    for (const data of undecidedDataIn(db, record))
      if (!data.category.special && data.category.id !== 'national-id') report('mayCarry', undecidedReport(data, db))
  },
})

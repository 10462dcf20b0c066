import { personalDataIn, undecidedDataIn } from '../../assess/data-flow.ts'
import { defineRule } from '../rule.ts'
import { fieldReport, undecidedReport } from './field-report.ts'
import page from './national-identifier-field.md'

/** Fields that carry an identifier which a state gives to people, and do not say so. */
export const nationalIdentifierField = defineRule({
  code: 'KR103',
  name: 'national-identifier-field',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-87', 'gdpr-4', 'gdpr-30'],
  page,
  sameByWords: true,
  mends: true,
  visits: ['record'],
  check(record, { db, report }) {
    for (const data of personalDataIn(db, record))
      if (data.category.id === 'national-id' && data.grade !== 'stated')
        report(data.identifier?.country ? 'carriesCountry' : 'carries', {
          ...(data.grade === 'weak' ? { level: 'information' as const } : {}),
          ...fieldReport(data, db),
        })
    for (const data of undecidedDataIn(db, record))
      if (data.category.id === 'national-id') report('mayCarry', undecidedReport(data, db))
  },
})

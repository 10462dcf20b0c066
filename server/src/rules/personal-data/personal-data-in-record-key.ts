import { categoryName } from '../../assess/category-message.ts'
import { personalDataIn } from '../../assess/data-flow.ts'
import { keyFieldsOf } from '../../assess/record-keys.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './personal-data-in-record-key.md'

/** Personal data in the keys of records: in the schema of a key, or where a connector makes one. */
export const personalDataInRecordKey = defineRule({
  code: 'KR104',
  name: 'personal-data-in-record-key',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-25', 'gdpr-17', 'gdpr-5-1-c'],
  page,
  mends: 'follows',
  visits: ['schema', 'connector'],
  check(visited, { db, report }) {
    if (visited.kind === 'schema') {
      const subject = knownValue(visited.name) ?? ''
      const found = subject.endsWith('-key') ? visited.records.flatMap(each => personalDataIn(db, each)) : []
      for (const { record, field, category, because, grade } of found.filter(isMoreThanAnId))
        report('schema', {
          at: field.name.at,
          data: { field: field.name.value, subject, category: categoryName(category) },
          certainty: grade === 'stated' || grade === 'declared' ? 'derived' : 'guessed',
          because: [...because, say('because.keySchema', { subject })],
          facts: { record: record.name.value, field: field.name.value, category: category.id },
        })
      return
    }
    for (const { field, at, category, because, known } of keyFieldsOf(db, visited).filter(isMoreThanAnId))
      report('connector', {
        at,
        data: { connector: knownValue(visited.name) ?? '', field, category: categoryName(category) },
        certainty: known ? 'derived' : 'guessed',
        because,
        facts: { field, category: category.id },
      })
  },
})

/** An id of a person or an account is what keys are made of. */
const isMoreThanAnId = ({ category: { id } }: { readonly category: { readonly id: string } }): boolean =>
  id !== 'person-id' && id !== 'account-id'

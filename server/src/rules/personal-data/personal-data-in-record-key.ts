import { personalDataIn } from '../../assess/data-flow.ts'
import { keyFieldsOf } from '../../assess/record-keys.ts'
import { knownValue } from '../../model/fact.ts'
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
  visits: ['schema', 'connector'],
  messages: {
    schema: 'Field "{field}" of the key {subject}: {category} in record keys; expected an identifier without meaning',
    connector:
      'Connector "{connector}" makes record keys of "{field}" ({category}); expected an identifier without meaning',
  },
  check(visited, { db, report }) {
    if (visited.kind === 'schema') {
      const subject = knownValue(visited.name) ?? ''
      if (!subject.endsWith('-key')) return
      for (const { record, field, category, because, grade } of visited.records.flatMap(each =>
        personalDataIn(db, each),
      )) {
        if (category.id === 'person-id' || category.id === 'account-id') continue
        report('schema', {
          at: field.name.at,
          data: { field: field.name.value, subject, category: category.one },
          certainty: grade === 'stated' || grade === 'declared' ? 'derived' : 'guessed',
          because: [because, `"${subject}": the schema of a key, by its name`],
          facts: { record: record.name.value, field: field.name.value, category: category.id },
        })
      }
      return
    }
    for (const { field, at, category, because, known } of keyFieldsOf(db, visited)) {
      if (category.id === 'person-id' || category.id === 'account-id') continue
      report('connector', {
        at,
        data: { connector: knownValue(visited.name) ?? '', field, category: category.one },
        certainty: known ? 'derived' : 'guessed',
        because: [because],
        facts: { field, category: category.id },
      })
    }
  },
})

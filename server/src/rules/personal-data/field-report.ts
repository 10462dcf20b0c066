import type { Assessment } from '../../assess/assessment.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { configurationSlot } from '../configuration-slot.ts'
import type { Report } from '../rule.ts'

/** What the rules on fields say of one: its category, whom it is about, how that is known, and the two ways to settle it. */
export function fieldReport({ record, field, category, subject, grade, because, declaredAt }: PersonalData, assess: Assessment): Report {
  const names = { record: record.name.value, field: field.name.value }
  return {
    at: field.name.at,
    data: { ...names, category: category.one },
    certainty: grade === 'declared' ? 'stated' : 'guessed',
    because: [because],
    related: declaredAt ? [{ at: declaredAt, text: 'declared here' }] : [],
    facts: { ...names, category: category.id, subject, grade },
    fixes: [...tag(field.tag), ...(grade === 'declared' ? [] : [notPersonal(names, record.file, assess)])],
  }
}

const tag = (written: PersonalData['field']['tag']): Fix[] =>
  written.state === 'absent' && written.slot ? [{ title: 'Tag the field as PII (registers a new version of the schema)', edits: [{ op: 'set', slot: written.slot, value: ['PII'] }] }] : []

const notPersonal = (names: { record: string; field: string }, file: string, assess: Assessment): Fix => ({
  title: `Declare "${names.field}" of ${names.record} not personal data in .kafka-review.yaml`,
  edits: [{ op: 'append', slot: configurationSlot(file, assess, 'personalData', 'not'), value: names }],
})

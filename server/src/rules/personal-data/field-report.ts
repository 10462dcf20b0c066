import { categoryName } from '../../assess/category-message.ts'
import { countryName } from '../../assess/place-messages.ts'
import { personalDataIn } from '../../assess/data-flow.ts'
import { query, type Db } from '../../assess/db.ts'
import { isOfInterface } from '../../assess/interface.ts'
import { isForTests } from '../../assess/stage.ts'
import { isTenantKey } from '../../assess/tenant-key.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import type { SchemaRecord } from '../../model/entities.ts'
import type { Fix, SemanticEdit } from '../../model/semantic-edit.ts'
import { say, type Message } from '../../words/message.ts'
import { configurationSlot } from '../configuration-slot.ts'
import type { Report } from '../rule.ts'
import type { Uri } from '../../text/uri.ts'

/** What the rules on fields say of one: its category, whom it is about, how that is known, and the ways to settle it. */
export function fieldReport(
  data: PersonalData,
  db: Db,
): Report<{ record: string; field: string; category: Message; identifier: string; country: string | Message }> {
  const { record, field, category, subject, grade, because, declaredAt, identifier } = data
  const names = { record: record.name.value, field: field.name.value }
  const country = db.knowledge.countries.get(identifier?.country ?? '')
  const all = taggingAll(db, record)
  const isGuess = grade !== 'declared' && grade !== 'stated'
  return {
    at: field.name.at,
    data: {
      ...names,
      category: categoryName(category),
      identifier: identifier?.name ?? '',
      country: country ? countryName(country) : '',
    },
    certainty: grade === 'declared' ? 'stated' : 'guessed',
    ...(grade !== 'declared' && isNobodys(data, db) ? { level: 'hint' } : {}),
    because,
    related: declaredAt ? [{ at: declaredAt, message: say('related.declared') }] : [],
    // What a record holds is told of its own fields.
    ...(isGuess && field.type.named !== undefined ? { follows: { record: field.type.named } } : {}),
    facts: { ...names, category: category.id, subject, grade, identifies: category.identifies, fides: category.fides },
    fixes: [
      ...tag(field.tag),
      ...(all.length > 1 && tagging(field.tag).length > 0
        ? [
            {
              title: say('fix.tagFields', { count: all.length, record: names.record }),
              edits: all,
            },
          ]
        : []),
      ...(grade === 'declared' ? [] : [notPersonal(names, record.file, db)]),
    ],
  }
}

/** Whether what a field holds is hardly somebody's in Kafka: what programs ask each other is not what it keeps, the key of an organisation is nobody's, and tests make their people up, but for what is told of them where that is of a special category. */
function isNobodys({ record, field, category, grade }: PersonalData, db: Db): boolean {
  if (isOfInterface(db, record)) return true
  if (grade === 'stated') return false
  const isOfTests = !category.special && category.id !== 'national-id' && isForTests(db, record.file)
  return isOfTests || (keys.has(category.id) && isTenantKey(db, record, field))
}

/** What the key of a customer is taken for. */
const keys: ReadonlySet<string> = new Set(['person-id', 'account-id'])

/** What tags all personal data of a record. */
const taggingAll = query((db, record: SchemaRecord): readonly SemanticEdit[] =>
  personalDataIn(db, record)
    .filter(data => data.grade !== 'stated')
    .flatMap(data => tagging(data.field.tag)),
)

/** The report of a field that may hold personal data: a hint, which is settled by a tag or by declaring it not personal. */
export function undecidedReport(data: PersonalData, db: Db): ReturnType<typeof fieldReport> {
  const { record, field } = data
  const names = { record: record.name.value, field: field.name.value }
  return {
    ...fieldReport(data, db),
    level: 'hint',
    fixes: [...tag(field.tag), notPersonal(names, record.file, db)],
  }
}

const tagging = (written: PersonalData['field']['tag']): SemanticEdit[] =>
  written.state === 'absent' && written.slot ? [{ op: 'set', slot: written.slot, value: ['PII'] }] : []

const tag = (written: PersonalData['field']['tag']): Fix[] => {
  const edits = tagging(written)
  return edits.length === 0 ? [] : [{ title: say('fix.tagField'), edits }]
}

const notPersonal = (names: { record: string; field: string }, file: Uri, db: Db): Fix => ({
  title: say('fix.notPersonal', names),
  edits: [{ op: 'append', slot: configurationSlot(file, db, 'personalData', 'not'), value: names }],
})

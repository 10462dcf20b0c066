import { called } from '../../assess/called.ts'
import { categoryName } from '../../assess/category-message.ts'
import { hidingOf, worksWith } from '../../assess/masking.ts'
import { directionOf } from '../../assess/connector-kind.ts'
import { isRevealing, personalDataAt, schemaOf } from '../../assess/data-flow.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import { destinationOf } from '../../assess/residency.ts'
import type { Connector } from '../../model/entities.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import type { Fix, SemanticEdit } from '../../model/semantic-edit.ts'
import { setting, slotFor } from '../../model/settings.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './unmasked-personal-data-at-sink.md'

/** Sinks that hand on personal data as it is. */
export const unmaskedPersonalDataAtSink = defineRule({
  code: 'KR107',
  name: 'unmasked-personal-data-at-sink',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-5-1-c', 'gdpr-25'],
  page,
  mends: true,
  visits: ['connector'],
  check(connector, { db, report }) {
    if (directionOf(db, connector) !== 'sink') return
    const passed = personalDataAt(db, connector).filter(({ data }) => isRevealing(data))
    if (passed.length === 0) return
    const destination = destinationOf(db, connector)
    const fields = [...new Set(passed.map(({ data }) => data.field.name.value))]
    report('passes', {
      at: destination?.at ?? placeOf(connector.name),
      data: {
        name: called(connector.name),
        fields:
          fields.length > 3
            ? say('fields.some', { fields: fields.slice(0, 2), others: fields.length - 2 })
            : say('fields.all', { fields }),
      },
      level: destination?.status === 'inside' ? 'information' : 'warning',
      certainty: 'derived',
      because: [
        ...new Map(
          passed.map(({ topic, data: { field, record, category } }) => [
            `${field.name.value} ${record.name.value} ${topic} ${category.id}`,
            say('because.passedField', {
              field: field.name.value,
              record: record.name.value,
              topic,
              category: categoryName(category),
            }),
          ]),
        ).values(),
      ],
      related: passed.slice(0, 5).map(({ topic, data }) => ({
        at: data.field.name.at,
        message: say('category.inTopic', { category: categoryName(data.category), topic }),
      })),
      fixes: passed.every(({ topic, data }) => schemaOf(db, topic, connector)?.records[0] === data.record)
        ? mask(
            connector,
            passed.map(({ data }) => data),
          )
        : [],
    })
  },
})

/** Takes fields of the outermost record out of sight, each as its type allows: Kafka's own transforms reach no others. */
function mask({ settings }: Connector, passed: readonly PersonalData[]): Fix[] {
  const listed = setting(settings, 'transforms')
  const namesOf = (how: ReturnType<typeof hidingOf>): string[] =>
    [...new Set(passed.filter(({ field }) => hidingOf(field.type) === how).map(({ field }) => field.name.value))].sort()
  const [masked, dropped] = [namesOf('mask'), namesOf('drop')]
  const before = knownValue(listed)?.trim()
  const added = [...transform(masked, 'mask'), ...transform(dropped, 'drop')]
  const list = slotFor(settings, 'transforms')
  const edits = added.flatMap(({ name, type, list: key, fields }): SemanticEdit[] =>
    [
      [`transforms.${name}.type`, type],
      [`transforms.${name}.${key}`, fields.join(',')],
    ].flatMap(([at = '', value = '']): SemanticEdit[] => {
      const slot = slotFor(settings, at)
      return slot && !settings.all.some(other => other.key === at) ? [{ op: 'set', slot, value }] : []
    }),
  )
  if (listed.state === 'unresolved' || !list || namesOf('none').length > 0 || edits.length < 2 * added.length) return []
  if (worksWith(settings, [...masked, ...dropped])) return []
  const value = [...(before ? [before] : []), ...added.map(({ name }) => name)].join(',')
  return [{ title: titleFor(masked, dropped), edits: [{ op: 'set', slot: list, value }, ...edits] }]
}

interface Transform {
  readonly name: string
  readonly type: string
  /** The setting that names the fields. */
  readonly list: string
  readonly fields: readonly string[]
}

function transform(fields: readonly string[], how: 'mask' | 'drop'): Transform[] {
  if (fields.length === 0) return []
  const kafka = 'org.apache.kafka.connect.transforms'
  return how === 'mask'
    ? [{ name: 'maskPersonalData', type: `${kafka}.MaskField$Value`, list: 'fields', fields }]
    : [{ name: 'dropPersonalData', type: `${kafka}.ReplaceField$Value`, list: 'exclude', fields }]
}

function titleFor(masked: readonly string[], dropped: readonly string[]): Message {
  const what = (names: readonly string[]): string | Message =>
    names.length === 1 ? (names[0] ?? '') : say('fields.count', { count: names.length })
  if (dropped.length === 0) return say('fix.maskFields', { fields: what(masked) })
  if (masked.length === 0) return say('fix.dropFields', { fields: what(dropped) })
  return say('fix.maskAndDropFields', { masked: what(masked), dropped: what(dropped) })
}

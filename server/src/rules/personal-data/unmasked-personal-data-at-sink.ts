import { categoryName } from '../../assess/category-message.ts'
import { directionOf } from '../../assess/connector-kind.ts'
import { isRevealing, personalDataAt, schemaOf } from '../../assess/data-flow.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import { destinationOf } from '../../assess/residency.ts'
import type { Connector } from '../../model/entities.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { setting, slotFor } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
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
        name: knownValue(connector.name) ?? '?',
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

/** Masks fields of the outermost record: Kafka's own transform reaches no others. */
function mask({ settings }: Connector, passed: readonly PersonalData[]): Fix[] {
  const listed = setting(settings, 'transforms')
  const [transforms, type, fields] = [
    'transforms',
    'transforms.maskPersonalData.type',
    'transforms.maskPersonalData.fields',
  ].map(key => slotFor(settings, key))
  if (
    listed.state === 'unresolved' ||
    !transforms ||
    !type ||
    !fields ||
    settings.all.some(({ key }) => key === 'transforms.maskPersonalData.type')
  )
    return []
  const names = [...new Set(passed.map(({ field }) => field.name.value))].sort()
  const before = knownValue(listed)?.trim()
  return [
    {
      title:
        names.length === 1
          ? say('fix.maskField', { field: names[0] ?? '' })
          : say('fix.maskFields', { count: names.length }),
      edits: [
        { op: 'set', slot: transforms, value: before ? `${before},maskPersonalData` : 'maskPersonalData' },
        { op: 'set', slot: type, value: 'org.apache.kafka.connect.transforms.MaskField$Value' },
        { op: 'set', slot: fields, value: names.join(',') },
      ],
    },
  ]
}

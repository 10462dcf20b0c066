import { directionOf } from '../../assess/connector-kind.ts'
import { isRevealing, personalDataAt, schemaOf } from '../../assess/data-flow.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import { destinationOf } from '../../assess/residency.ts'
import type { Connector } from '../../model/entities.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { setting, slotFor } from '../../model/settings.ts'
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
  visits: ['connector'],
  messages: {
    passes: 'Sink "{name}" passes on {fields} unmasked',
  },
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
            ? `${fields.slice(0, 2).join(', ')} and ${fields.length - 2} more fields`
            : fields.join(', '),
      },
      level: destination?.status === 'inside' ? 'information' : 'warning',
      certainty: 'derived',
      because: [
        ...new Set(
          passed.map(
            ({ topic, data }) =>
              `${data.field.name.value} of ${data.record.name.value}, in topic ${topic}: ${data.category.one}`,
          ),
        ),
      ],
      related: passed
        .slice(0, 5)
        .map(({ topic, data }) => ({ at: data.field.name.at, text: `${data.category.one} in topic ${topic}` })),
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
      title: `Mask ${names.length === 1 ? names[0] : `${names.length} fields`} with MaskField (records that were written stay as they are)`,
      edits: [
        { op: 'set', slot: transforms, value: before ? `${before},maskPersonalData` : 'maskPersonalData' },
        { op: 'set', slot: type, value: 'org.apache.kafka.connect.transforms.MaskField$Value' },
        { op: 'set', slot: fields, value: names.join(',') },
      ],
    },
  ]
}

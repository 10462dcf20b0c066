import { setting } from '../../model/settings.ts'
import { keepMeaning, neutralName } from '../neutral-name.ts'
import { defineRule } from '../rule.ts'
import page from './descriptive-connector-name.md'

/** Sinks whose name, and with it their consumer group, tells what is processed. */
export const descriptiveConnectorName = defineRule({
  code: 'KR202',
  name: 'descriptive-connector-name',
  family: 'group-name',
  level: 'information',
  law: ['gdpr-25', 'gdpr-5-1-c'],
  page,
  visits: ['connector'],
  messages: {
    tells: 'Group "connect-{name}" tells whoever runs the cluster that {says} processed',
  },
  check(connector, { assess, report }) {
    const { name, settings, file } = connector
    const override = setting(settings, 'consumer.override.group.id')
    if (name.state !== 'known' || override.state !== 'absent' || assess.direction(connector) !== 'sink') return
    if (assess.configurationFor(file)?.groups.allowed?.test(`connect-${name.value}`.slice(0, 255))) return
    const telling = assess.telling(name.value)
    if (!telling || telling.of === 'business') return
    const neutral = neutralName(`connect-${name.value}`)
    report('tells', {
      at: name.at,
      data: { name: name.value, says: telling.says },
      certainty: 'guessed',
      because: [`"${telling.words}" in the name of the connector; a sink's group is connect-<name> unless consumer.override.group.id is set`],
      fixes: override.slot
        ? [{ title: `Set consumer.override.group.id to ${neutral} (starts without committed offsets; the worker must allow overrides)`, edits: [{ op: 'set', slot: override.slot, value: neutral }, keepMeaning(neutral, `connect-${name.value}`, file, assess)] }]
        : [],
    })
  },
})

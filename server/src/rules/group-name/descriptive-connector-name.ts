import { directionOf, isRunByConfluent } from '../../assess/connector-kind.ts'
import { groupUsesOf } from '../../assess/group-uses.ts'
import { isSomebodys, revealedBy } from '../../assess/naming.ts'
import { configurationFor } from '../../assess/declared.ts'
import { setting } from '../../model/settings.ts'
import { placeOf } from '../../model/fact.ts'
import { renameGroup } from '../neutral-name.ts'
import { say } from '../../words/message.ts'
import { servesNobodyElse } from '../../assess/developers-only.ts'
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
  mends: true,
  visits: ['connector'],
  check(connector, { db, report }) {
    const { name, settings, file } = connector
    const override = setting(settings, 'consumer.override.group.id')
    if (name.state !== 'known' || override.state !== 'absent' || directionOf(db, connector) !== 'sink') return
    if (isRunByConfluent(connector)) return
    if (configurationFor(db, file)?.groups.allowed?.finds(`connect-${name.value}`.slice(0, 255))) return
    const revelation = revealedBy(db, name.value)
    if (!revelation || revelation.of === 'business') return
    const group = `connect-${name.value}`
    const { places, hindrance } = groupUsesOf(db, group)
    const { slot } = override
    report('reveals', {
      at: name.at,
      data: { name: name.value, what: revelation.what },
      ...(isSomebodys(db, revelation, name.value, { file }) && !servesNobodyElse(db, connector, revelation)
        ? {}
        : { level: 'hint' }),
      certainty: 'guessed',
      because: [say('because.connectorName', { words: revelation.words })],
      ...(hindrance === undefined ? {} : { unfixed: say('unfixed.hindered', { hindrance }) }),
      related: places.map(place => ({
        at: placeOf(place.name),
        message: say('related.groupUser', { owner: place.owner }),
      })),
      fixes:
        slot && hindrance === undefined
          ? [
              renameGroup(
                {
                  name: group,
                  places,
                  file,
                  title: 'fix.overrideGroup',
                  more: value => ({ op: 'set', slot, value }),
                },
                db,
              ),
            ]
          : [],
    })
  },
})

import { groupUsesOf } from '../../assess/group-uses.ts'
import { isCalledAs, isToldBy, namesProgram, revealedBy, type Revelation } from '../../assess/naming.ts'
import { configurationFor } from '../../assess/declared.ts'
import type { ConsumerGroup } from '../../model/entities.ts'
import { knownValue, placeOf } from '../../model/fact.ts'
import { folderName, foldersOf } from '../../text/uri.ts'
import { renameGroup } from '../neutral-name.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './descriptive-group-name.md'

/** Consumer groups whose name tells what is processed. */
export const descriptiveGroupName = defineRule({
  code: 'KR201',
  name: 'descriptive-group-name',
  family: 'group-name',
  level: 'warning',
  law: ['gdpr-25', 'gdpr-5-1-c'],
  page,
  mends: true,
  visits: ['group'],
  check(group, { db, report }) {
    const { name, role, owner, file } = group
    if (name.state !== 'known' || configurationFor(db, file)?.groups.allowed?.finds(name.value.slice(0, 255))) return
    const revelation = revealedBy(db, name.value)
    if (!revelation || (isId(group) && revelation.of === 'business')) return
    const { places, hindrance } = isId(group)
      ? { places: [], hindrance: say('hindrance.id') }
      : groupUsesOf(db, name.value, group)
    report('reveals', {
      at: name.at,
      data: { role, name: name.value, what: revelation.what },
      level: group.byDefault ? below[levelOf(group, revelation)] : levelOf(group, revelation),
      certainty: 'guessed',
      because: [
        say('because.groupName', { words: revelation.words, owner }),
        ...(group.byDefault ? [say('because.variableDefault')] : []),
      ],
      ...(hindrance === undefined ? {} : { unfixed: say('unfixed.hindered', { hindrance }) }),
      related: places
        .filter(place => place !== group)
        .map(place => ({ at: placeOf(place.name), message: say('related.groupUser', { owner: place.owner }) })),
      fixes:
        hindrance === undefined
          ? [
              renameGroup(
                {
                  name: name.value,
                  places,
                  file,
                  title: 'fix.renameGroup',
                },
                db,
              ),
            ]
          : [],
    })
  },
})

/** Ids are no groups, but stand in the same logs and metrics. */
const isId = ({ role }: Pick<ConsumerGroup, 'role'>): boolean => role === 'transactional-id' || role === 'client-id'

/** Whether the application that reads for itself, or a folder around it, is called so as well. */
const isOwnName = ({ name, owner, file }: ConsumerGroup, revelation: Revelation): boolean =>
  isToldBy(owner, revelation) ||
  foldersOf(file)
    .map(folderName)
    .some(step => isCalledAs(step, knownValue(name) ?? '') || (namesProgram(step) && isToldBy(step, revelation)))

/** What the name of the user in the same access list tells, another name of the group would not hide. That an application reads for itself is no secret: its own name reveals something only where it tells what is done with people. */
function levelOf(group: ConsumerGroup, revelation: Revelation): 'warning' | 'information' | 'hint' {
  const { name, role, owner } = group
  const told = role === 'access' && revelation.of !== 'special' && isToldBy(owner, revelation)
  const own = readsItself.has(role) && revelation.of !== 'special' && isOwnName(group, revelation)
  if (own && revelation.who) return 'hint'
  if (revelation.of !== 'business') return isId({ role }) || told || own ? 'information' : 'warning'
  return told || own || namesProgram(knownValue(name) ?? '') ? 'hint' : 'information'
}

/** What only holds where nobody sets a variable is less grave. */
const below = { warning: 'information', information: 'hint', hint: 'hint' } as const

/** Groups of applications that read for themselves. */
const readsItself: ReadonlySet<ConsumerGroup['role']> = new Set(['consumer', 'streams', 'client-id', 'worker'])

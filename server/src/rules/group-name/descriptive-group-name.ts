import { groupUsesOf } from '../../assess/group-uses.ts'
import type { Db } from '../../assess/db.ts'
import { isSomebodys, isToldBy, revealedBy, tellsNoMoreThan, type Revelation } from '../../assess/naming.ts'
import { configurationFor } from '../../assess/declared.ts'
import { servesNobodyElse } from '../../assess/developers-only.ts'
import { oneBelow } from '../../model/configuration.ts'
import type { ConsumerGroup } from '../../model/entities.ts'
import { knownValue, placeOf } from '../../model/fact.ts'
import { byName } from '../../model/link-key.ts'
import { folderName, foldersOf, type Uri } from '../../text/uri.ts'
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
      // What only holds where nobody sets a variable is less grave.
      level: group.byDefault ? oneBelow(levelOf(group, revelation, db)) : levelOf(group, revelation, db),
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

/** What the name of the user in the same access list tells, another name of the group would not hide. That an application reads for itself is no secret. What only tells of the business is nobody's. */
function levelOf(group: ConsumerGroup, revelation: Revelation, db: Db): 'warning' | 'information' | 'hint' {
  const { name, role, owner, file } = group
  const text = knownValue(name) ?? ''
  if (revelation.of === 'business' || !isSomebodys(db, revelation, text, { file })) return 'hint'
  if (servesNobodyElse(db, group, revelation)) return 'hint'
  if (revelation.of === 'special') return isId(group) ? 'information' : 'warning'
  const own = readsItself.has(role) ? [group] : readersCalled(db, text)
  if (own.length > 0 && own.every(one => isNamedAsReader(db, one))) return 'hint'
  return isId(group) || (role === 'access' && isToldBy(owner, revelation)) ? 'information' : 'warning'
}

/** Groups and ids of applications that read and write for themselves. */
const readsItself: ReadonlySet<ConsumerGroup['role']> = new Set<ConsumerGroup['role']>([
  'consumer',
  'streams',
  'client-id',
  'transactional-id',
  'worker',
])

/** The groups of a name with which applications read for themselves: others that name it mean these. */
const readersCalled = ({ estate }: Db, name: string): ConsumerGroup[] =>
  estate.find(byName('group', name)).filter(one => one.kind === 'group' && readsItself.has(one.role))

/** Whether a group tells no more than the application that reads does by its own names. */
const isNamedAsReader = (db: Db, group: ConsumerGroup): boolean =>
  tellsNoMoreThan(
    db,
    [group.owner, ...idsBeside(db, group), ...foldersWithin(db, group.file)],
    knownValue(group.name) ?? '',
  )

/** What the clients of a file call themselves, beside a group. */
const idsBeside = ({ estate }: Db, group: ConsumerGroup): string[] =>
  estate
    .entities(group.file)
    .flatMap(one => (one.kind === 'group' && one.role === 'client-id' && one !== group ? [knownValue(one.name)] : []))
    .filter(name => name !== undefined)

/** What the folders around a file are called, up to the root of what is reviewed: modules, services and the repository. */
function foldersWithin({ estate }: Db, file: Uri): string[] {
  const root = estate.rootOf(file)
  return foldersOf(file)
    .filter(folder => root === undefined || folder.startsWith(root))
    .map(folderName)
}

import { isOfWatcher } from '../../assess/naming.ts'
import { isOfMirror } from '../../assess/mirror.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './wildcard-group-access.md'

/** Users that may join, read and reset every consumer group. */
export const wildcardGroupAccess = defineRule({
  code: 'KR204',
  name: 'wildcard-group-access',
  family: 'group-name',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-25'],
  page,
  mends: 'choice',
  visits: ['group'],
  check(group, { db, report }) {
    const { name, role, owner } = group
    if ((role !== 'access' && role !== 'access-prefix') || name.state !== 'known') return
    const text = name.value.trim()
    if (text === '*' || (role === 'access-prefix' && text === ''))
      report('all', {
        at: name.at,
        data: { owner },
        // A mirror translates the offsets of every group that it is to copy; a console shows those of all.
        ...(isOfMirror(db, group) || isOfWatcher(owner) || group.described ? { level: 'hint' } : {}),
        because: [say('because.groupAccess')],
      })
  },
})

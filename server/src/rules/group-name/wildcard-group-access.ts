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
  check({ name, role, owner }, { report }) {
    if ((role !== 'access' && role !== 'access-prefix') || name.state !== 'known') return
    const text = name.value.trim()
    if (text === '*' || (role === 'access-prefix' && text === ''))
      report('all', {
        at: name.at,
        data: { owner },
        because: [say('because.groupAccess')],
      })
  },
})

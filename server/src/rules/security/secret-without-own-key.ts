import { called } from '../../assess/called.ts'
import { defineRule } from '../rule.ts'
import page from './secret-without-own-key.md'

/** Secrets that Amazon MSK does not take, since they have no key of their own. */
export const secretWithoutOwnKey = defineRule({
  code: 'KR513',
  name: 'secret-without-own-key',
  family: 'access',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: 'elsewhere',
  visits: ['client'],
  check({ encryptionKey, name }, { report }) {
    if (encryptionKey?.state !== 'absent') return
    report('theirs', { at: encryptionKey.near, data: { name: called(name) }, absent: true })
  },
})

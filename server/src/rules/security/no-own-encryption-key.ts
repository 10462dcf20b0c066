import { called } from '../../assess/called.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './no-own-encryption-key.md'

/** Clusters whose data at rest only the provider holds the key to. */
export const noOwnEncryptionKey = defineRule({
  code: 'KR508',
  name: 'no-own-encryption-key',
  family: 'access',
  level: 'information',
  law: ['gdpr-32', 'cloud-act'],
  page,
  mends: 'follows',
  visits: ['cluster'],
  check({ encryptionKey, name }, { report }) {
    if (encryptionKey?.state !== 'absent') return
    report('theirs', {
      at: encryptionKey.near,
      data: { cluster: called(name) },
      absent: true,
      because: [say('because.managedKey')],
    })
  },
})

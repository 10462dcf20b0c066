import { called } from '../../assess/called.ts'
import { namesDevelopment } from '../../assess/stage.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { alikeInFolder } from '../alike.ts'
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
  ofProduction: true,
  alike: alikeInFolder(['KR508.theirs', 'KR508.confluent']),
  visits: ['cluster'],
  check(cluster, { report }) {
    const { encryptionKey, engine, name } = cluster
    if (encryptionKey?.state !== 'absent') return
    const isConfluent = knownValue(engine) === 'confluent-cloud'
    report(isConfluent ? 'confluent' : 'theirs', {
      at: encryptionKey.near,
      data: { cluster: called(name) },
      ...(namesDevelopment(cluster) ? { level: 'hint' } : {}),
      absent: true,
      because: [say(isConfluent ? 'because.noByok' : 'because.managedKey')],
    })
  },
})

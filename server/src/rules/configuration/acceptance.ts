import type { Db } from '../../assess/db.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { baseName, folderOf, pathBelow } from '../../text/uri.ts'
import { say } from '../../words/message.ts'
import { configurationSlot } from '../configuration-slot.ts'
import type { Finding } from '../finding.ts'

/** The ways to accept a finding with a reason, the nearest to it first: a comment above its line, an entry of the configuration. */
export function acceptances({ code, family, at }: Finding, db: Db): Fix[] {
  if (family === 'configuration') return []
  const slot = configurationSlot(at.file, db, 'ignore')
  const path = pathBelow(folderOf(slot.file), at.file) ?? baseName(at.file)
  return [
    {
      title: say('fix.acceptHere', { code }),
      asks: 'reason',
      edits: [{ op: 'comment', at, text: `kafka-review-ignore ${code} -- ` }],
    },
    {
      title: say('fix.acceptInFile', { code }),
      asks: 'reason',
      edits: [{ op: 'append', slot, value: { path, code, reason: '' } }],
    },
  ]
}

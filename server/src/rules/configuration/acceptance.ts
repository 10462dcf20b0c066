import type { Db } from '../../assess/db.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { baseName, folderOf, pathBelow } from '../../text/uri.ts'
import { say } from '../../words/message.ts'
import { configurationSlot } from '../configuration-slot.ts'
import type { Finding } from '../finding.ts'

/** The ways to accept a finding with a reason, the nearest to it first: a comment above its line, entries of the configuration for its file and for its folder; the last one switches the rule off. */
export function acceptances({ code, family, at }: Finding, db: Db): Fix[] {
  if (family === 'configuration') return []
  const slot = configurationSlot(at.file, db, 'ignore')
  const path = pathBelow(folderOf(slot.file), at.file) ?? baseName(at.file)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
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
    ...(folder === ''
      ? []
      : [
          {
            title: say('fix.acceptBelow', { code, folder }),
            asks: 'reason' as const,
            edits: [{ op: 'append' as const, slot, value: { path: `${folder}**`, code, reason: '' } }],
          },
        ]),
    {
      title: say('fix.switchOff', { code }),
      edits: [{ op: 'set', slot: configurationSlot(at.file, db, 'rules', code), value: 'off' }],
    },
  ]
}

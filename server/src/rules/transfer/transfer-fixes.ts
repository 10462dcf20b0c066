import { alternativesTo, storesOf } from '../../assess/alternatives.ts'
import type { Db } from '../../assess/db.ts'
import { canBeInScope, canBeListed, type Destination } from '../../assess/destination.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say, type Message } from '../../words/message.ts'
import { configurationSlot } from '../configuration-slot.ts'

/** The two ways to settle a transfer: another region of the same provider, or a declared safeguard. */
export function transferFixes(destination: Destination, db: Db): Fix[] {
  return [
    ...moves(destination, db),
    ...(destination.policy === 'refused' || destination.denied ? [] : safeguards(destination, db)),
  ]
}

/** Moves the destination to another region of the same provider; what it writes into does not move with it. */
function moves(destination: Destination, db: Db): Fix[] {
  const { regionSetting, region, role } = destination
  const slot = regionSetting?.slot
  if (!slot || !region) return []
  const stores = storesOf(db, destination)
  return alternativesTo(db, destination).map(({ code, name }) => ({
    title: say('fix.move', { role, region: code, name, from: region.code, stores }),
    edits: [{ op: 'set', slot, value: code }],
  }))
}

/** Declares what the transfer rests on; who, where and until when is left to a person, and nothing is settled before that. */
function safeguards(destination: Destination, db: Db): Fix[] {
  const { name, names, of, role, host, countries } = destination
  const slot = configurationSlot(of.file, db, 'safeguards')
  const usual = role === 'sink' || role === 'replication' ? name : (host ?? `${role} of ${name}`)
  // What the file calls it, or the message, need not be what a safeguard can be declared for.
  const covered = names.includes(usual) ? usual : names[0]
  if (covered === undefined) return []
  const declare = (kind: string, title: Message, more: Readonly<Record<string, string>>): Fix => ({
    title,
    asks: 'reference',
    edits: [{ op: 'append', slot, value: { destination: covered, kind, reference: '', importer: '', ...more } }],
  })
  return [
    ...(canBeListed(countries)
      ? [declare('dpf', say('fix.declareListing', { destination: covered }), { expires: '' })]
      : []),
    ...(canBeInScope(countries)
      ? [declare('adequacy', say('fix.declareScope', { destination: covered }), { expires: '' })]
      : []),
    declare('scc', say('fix.declareClauses', { destination: covered }), { module: '', assessed: '', expires: '' }),
  ]
}

import { untoldBy } from '../assess/capture.ts'
import { connectorKindOf } from '../assess/connector-kind.ts'
import type { Db } from '../assess/db.ts'
import type { Party } from '../assess/parties.ts'
import { knownValue } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { hostsOf } from '../text/hosts.ts'
import type { Processing } from './cells.ts'
import type { Value } from './record.ts'

/** Where data comes from: who brings it in, and from where, as far as a file tells. */
export function originOf(giver: Party, db: Db): Value {
  const { role, name, at } = giver
  const from = behind(giver, db)
  return {
    text: words => `${words.party(role, name)}${from === undefined ? '' : `${words.colon}${from}`}`,
    basis: 'proven',
    places: [at],
  }
}

/** What a connector reads: a host, else what its class is for. */
function behind({ of }: Party, db: Db): string | undefined {
  if (of.kind !== 'connector') return undefined
  const kind = connectorKindOf(db, of)
  const hosts = (kind?.endpoints ?? []).flatMap(key => hostsOf(knownValue(setting(of.settings, key)) ?? ''))
  return hosts[0] ?? kind?.service
}

/** What a source brings in that no topic is known to hold: somebody has to say what that is. */
export function broughtBy(of: Processing, db: Db): Value[] {
  const untold = of.kind === 'connector' ? untoldBy(db, of) : undefined
  return untold
    ? [{ text: words => words.brought(untold.how, untold.names), basis: 'missing', places: [untold.at] }]
    : []
}

import { alternativesTo } from '../../assess/alternatives.ts'
import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { configurationSlot } from '../configuration-slot.ts'

/** The two ways to settle a transfer: another region of the same provider, or a declared safeguard. */
export function transferFixes(destination: Destination, db: Db): Fix[] {
  return [
    ...moves(destination, db),
    ...(destination.policy === 'refused' || destination.denied ? [] : safeguards(destination, db)),
  ]
}

const movers: Readonly<Record<Destination['role'], string>> = {
  sink: 'sink',
  replication: 'mirror',
  cluster: 'cluster',
  'tiered-storage': 'tiered storage',
  registry: 'registry',
  telemetry: 'telemetry',
  proxy: 'proxy',
}

/** Moves the destination to another region of the same provider. */
function moves(destination: Destination, db: Db): Fix[] {
  const { regionSetting, region, role } = destination
  const slot = regionSetting?.slot
  if (!slot || !region) return []
  return alternativesTo(db, destination).map(({ code, name }) => ({
    title: `Move ${movers[role]} to ${code}, ${name} (what was written stays in ${region.code})`,
    edits: [{ op: 'set', slot, value: code }],
  }))
}

function safeguards(destination: Destination, db: Db): Fix[] {
  const { name, of, role, host, status, countries } = destination
  const slot = configurationSlot(of.file, db, 'safeguards')
  const covered = role === 'sink' || role === 'replication' ? name : (host ?? `${role} of ${name}`)
  const declare = (kind: string, words: string): Fix => ({
    title: `Declare ${words} for "${covered}" in .kafka-review.yaml`,
    edits: [{ op: 'append', slot, value: { destination: covered, kind, reference: '' } }],
  })
  return [
    ...(status === 'conditional' && countries.some(({ code }) => code === 'US')
      ? [declare('dpf', "the recipient's listing under the Data Privacy Framework")]
      : []),
    declare('scc', 'standard contractual clauses'),
  ]
}

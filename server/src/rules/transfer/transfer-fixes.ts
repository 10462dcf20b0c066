import type { Assessment } from '../../assess/assessment.ts'
import type { Destination } from '../../assess/residency.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { configurationSlot } from '../configuration-slot.ts'

/** The two ways to settle a transfer: another region of the same provider, or a declared safeguard. */
export function transferFixes(destination: Destination, assess: Assessment): Fix[] {
  return [...moves(destination, assess), ...safeguards(destination, assess)]
}

/** Moves the destination to the region of the same provider that most of its European customers use. */
function moves({ regionSetting, region, role }: Destination, assess: Assessment): Fix[] {
  const target = region && assess.knowledge.homeRegions.get(region.system)
  const slot = regionSetting?.slot
  if (!slot || !target) return []
  return [{ title: `Move ${role === 'sink' ? 'sink' : 'mirror'} to ${target} (what was written stays in ${region.code})`, edits: [{ op: 'set', slot, value: target }] }]
}

function safeguards(destination: Destination, assess: Assessment): Fix[] {
  const { name, of, status, countries } = destination
  const slot = configurationSlot(of.file, assess, 'safeguards')
  const declare = (kind: string, words: string): Fix => ({ title: `Declare ${words} for "${name}" in .kafka-review.yaml`, edits: [{ op: 'append', slot, value: { destination: name, kind, reference: '' } }] })
  return [...(status === 'conditional' && countries.some(({ code }) => code === 'US') ? [declare('dpf', 'the recipient\'s listing under the Data Privacy Framework')] : []), declare('scc', 'standard contractual clauses')]
}

import type { Assessment } from '../assess/assessment.ts'
import type { SemanticEdit } from '../model/semantic-edit.ts'
import { configurationSlot } from './configuration-slot.ts'

/** A stable name that tells nothing: `cg-` and a hash of the old name. */
export function neutralName(name: string): string {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return `cg-${(hash >>> 0).toString(16).padStart(8, '0').slice(0, 6)}`
}

/** Keeps what a neutral name stands for in the private alias list of the configuration. */
export const keepMeaning = (neutral: string, name: string, file: string, assess: Assessment): SemanticEdit => ({ op: 'set', slot: configurationSlot(file, assess, 'groups', 'aliases', neutral), value: name })

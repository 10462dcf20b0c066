import type { Effect } from '../knowledge/consequences.ts'
import type { Level } from '../model/configuration.ts'
import { placeKey, type Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { struckData } from '../model/struck.ts'
import type { Secrets } from '../text/secrets.ts'
import { say, type Message } from '../words/message.ts'

/** How a finding is known: it stands in the file, it was joined across files, or it is guessed by name. */
export type Certainty = 'stated' | 'derived' | 'guessed'

/** A fix that may be offered, with what it does to what runs, and the ids of the sources of consequences that say so. */
export type OfferedFix = Fix & { readonly does: Effect; readonly sources: readonly string[] }

/** Something that a rule says of one place. */
export interface Finding {
  readonly code: string
  readonly name: string
  readonly family: string
  readonly level: Level
  readonly certainty: Certainty
  readonly message: Message
  readonly at: Place
  readonly related: readonly Related[]
  /** Other places of the same file of which the same is said: nothing is said there once more. */
  readonly merged: readonly Place[]
  /** How it was read, step by step. */
  readonly because: readonly Message[]
  /** Where the reference data behind it comes from, with its date. */
  readonly sources: readonly string[]
  readonly law: readonly string[]
  readonly data: Readonly<Record<string, string | boolean>>
  readonly fixes: readonly OfferedFix[]
  /** Why there is no quick fix, and what to do instead. */
  readonly unfixed: readonly Message[]
  /** What stands behind it: where a finding tells that, reports say it for both. */
  readonly follows?: Cause
  /** Set where it is of a broker for development: shown with its like as one, at its own level only to whoever asks. */
  readonly folded?: true
  /** Set on findings that somebody has accepted. */
  readonly suppressed?: { readonly reason: string; readonly by: Place }
}

/** All places that are shown beside a finding: those that it rests on, then those of which it says the same. */
export const placesBeside = ({ related, merged }: Pick<Finding, 'related' | 'merged'>): Related[] => [
  ...related,
  ...merged.map(at => ({ at, message: say('related.again') })),
]

/** What a finding says in one line. Where what it asks for destroys what runs when it is changed in place, that as well: who reads no further is warned. */
export function sentenceOf({ message, family, unfixed }: Pick<Finding, 'message' | 'family' | 'unfixed'>): Message {
  // Where data goes is told, and no change asked for.
  const replaces = family === 'transfer' ? undefined : unfixed.find(({ data }) => data.does === 'replaces')
  return replaces ? say('unfixed.inLine', { message, says: String(replaces.data.says) }) : message
}

/** Another place that a finding rests on. */
export interface Related {
  readonly at: Place
  /** What it has to do with the finding. */
  readonly message: Message
}

/** What stands behind a finding: what a rule says of a place, or what is said of the fields of a record, by its name. */
export type Cause = { readonly code: string; readonly at: Place } | { readonly record: string }

/** A cause as a key; records are known by their names without their namespaces. */
export const causeKey = (cause: Cause): string =>
  'record' in cause
    ? `record ${cause.record.slice(cause.record.lastIndexOf('.') + 1)}`
    : `${cause.code} ${placeKey(cause.at)}`

/** What a finding tells that may stand behind others, as keys; of a field of a record, its grade is told as well. */
export const causesOf = ({ code, at, merged, data: { record, grade } }: Finding): string[] =>
  [
    ...[at, ...merged].map((at): Cause => ({ code, at })),
    ...(typeof record === 'string' && grade !== undefined ? [{ record }] : []),
  ].map(causeKey)

/** The finding with secrets struck out of what it says of itself beside its messages: those are struck where they are worded. */
export function withoutSecrets(finding: Finding, secrets: Secrets): Finding {
  const { data, suppressed } = finding
  if (secrets.longest === 0) return finding
  return {
    ...finding,
    data: struckData(data, secrets),
    ...(suppressed ? { suppressed: { ...suppressed, reason: secrets.struckFrom(suppressed.reason) } } : {}),
  }
}

import { levels, type Level } from '../model/configuration.ts'
import type { Place } from '../model/fact.ts'
import type { Message } from '../words/message.ts'

/** What a change means, gravest first: by these names a check fails for it, and reports order it. Each is for whoever answers for the data, or for whoever runs the platform. */
export const changeKinds = {
  special: 'officer',
  masking: 'officer',
  'new-transfer': 'officer',
  safeguard: 'officer',
  secret: 'engineer',
  'personal-data': 'officer',
  recipient: 'officer',
  'foreign-law': 'officer',
  retention: 'officer',
  tag: 'officer',
  access: 'engineer',
  encryption: 'engineer',
  authentication: 'engineer',
  schema: 'engineer',
  operation: 'engineer',
  replication: 'engineer',
  groups: 'engineer',
} as const satisfies Readonly<Record<string, Audience>>

/** Who reads a change. */
export type Audience = 'officer' | 'engineer'

/** The name of what a change means. */
export type ChangeKind = keyof typeof changeKinds

/** Something that means something else after a change of the files. */
export interface Change {
  readonly kind: ChangeKind
  /** How much it asks of its reader; a hint asks nothing: something has become better, or is gone. */
  readonly level: Level
  readonly message: Message
  /** How it was read, and what to do. */
  readonly because: readonly Message[]
  /** Where it stood; left out where it is new. */
  readonly before?: Place
  /** Where it stands; left out where it is gone. */
  readonly after?: Place
}

const kinds = Object.keys(changeKinds)

/** The gravest first, then by what they mean. */
export const inOrder = (a: Change, b: Change): number =>
  levels.indexOf(b.level) - levels.indexOf(a.level) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind)

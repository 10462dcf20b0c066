import type { Value } from '../syntax/write.ts'
import type { Message } from '../words/message.ts'
import type { Place, Slot } from './fact.ts'

/** A change in terms of the document; the writer of its format turns it into text. */
export type SemanticEdit =
  /** Writes a value where one stands, or where it would stand; what is missing above it is written too. */
  | { readonly op: 'set'; readonly slot: Slot; readonly value: Value }
  /** Adds an item to a list; the list is written where there is none. */
  | { readonly op: 'append'; readonly slot: Slot; readonly value: Value }
  /** Puts a reference to a variable that is kept secret in the place of a value, and declares it. */
  | { readonly op: 'conceal'; readonly slot: Slot; readonly variable: string }
  /** Puts another key, with a value of its own, in the place of one. */
  | { readonly op: 'swap'; readonly slot: Slot; readonly key: string; readonly value: Value }
  /** Writes a comment on a line of its own above a place. */
  | { readonly op: 'comment'; readonly at: Place; readonly text: string }
  /** Writes a word otherwise where it stands; quotes around it stay. */
  | { readonly op: 'respell'; readonly at: Place; readonly text: string }
  /** Takes a comment out, and its line with it where nothing else stands there. */
  | { readonly op: 'uncomment'; readonly at: Place }

/** A change that settles a finding. A rule says what it changes; what that does is added to its title, and whether it is offered at all is decided, in one place. */
export interface Fix {
  readonly title: Message
  readonly edits: readonly SemanticEdit[]
  /** Nobody has to choose: there is one right answer. Together with others it is made only where it also cannot change a running system. */
  readonly safe?: true
  /** What has to be done beside it. The change is then shown before it is made. */
  readonly beside?: { readonly says: Message; readonly commands: readonly string[] }
  /** Set where it names something that has to exist first: it is made by itself, by somebody who sees to that. */
  readonly refers?: true
  /** Set where the change leaves something for a person to write: under this key of the value that it writes, or at the end of its comment. Nothing is settled before that. */
  readonly asks?: 'country' | 'reason' | 'purposes' | 'reference'
}

/** The fix that writes one value; none where no writer reaches its place. */
export const fixBySetting = (slot: Slot | undefined, value: Value, title: Message): Fix[] =>
  slot ? [{ title, edits: [{ op: 'set', slot, value }] }] : []

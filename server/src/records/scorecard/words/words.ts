import type { Note } from '../../../assess/path-entry.ts'
import type { Supposition } from '../../../assess/what-if.ts'
import type { Entity } from '../../../model/entities.ts'
import type { ItemName, PathName } from '../../../model/residency.ts'
import type { Words } from '../../words/words.ts'
import type { Citation } from '../articles.ts'
import type { GateAnswer, GateName } from '../card.ts'
import type { Column } from '../columns.ts'

/** The scorecard in a language; places, states of evidence and countries are said in the words of the record. */
export interface ScorecardWords {
  readonly record: Words
  readonly title: string
  /** How to read it, in Markdown. */
  readonly introduction: string
  readonly nothing: string
  readonly columns: Readonly<Record<Column, string>>
  readonly paths: Readonly<Record<PathName, string>>
  readonly items: Readonly<Record<ItemName, string>>
  kind(kind: Entity['kind'], names: readonly string[]): string
  note(note: Note): string
  /** It belongs to its cluster because no other is nearer. */
  readonly nearest: string
  /** Who runs something, and whose law reaches them; `laws` are names of countries. */
  /** Who runs something; where nobody has looked up whose it is, no law is told. */
  runBy(
    provider: { name: string; owner: string | undefined },
    laws: readonly string[],
    possible: readonly string[],
  ): string
  readonly ownGround: string
  readonly notSeen: string
  /** Nothing is seen, and nothing has to be there. */
  readonly noneSeen: string
  none(reason: string): string
  readonly toBeDeclared: string
  reference(where: string): string
  decision(what: string): string
  day(date: string): string
  outdated(day: string): string
  article(citation: Citation): string
  /** How many cells of a cluster are blank, by path. */
  summary(counts: { readonly blank: number; readonly of: number; readonly outdated: number }): string
  objectives(rpo: string | undefined, rto: string | undefined): string
  readonly parts: Readonly<
    Record<
      | 'gates'
      | 'gate'
      | 'answer'
      | 'stray'
      | 'against'
      | 'accepted'
      | 'finding'
      | 'place'
      | 'whatIf'
      | 'breaks'
      | 'unclear'
      | 'topics'
      | 'recipients'
      | 'alternatives'
      | 'stands',
      string
    >
  >
  suppose(suppose: Supposition): string
  /** Another cluster of the same files stays. */
  otherCluster(name: string): string
  readonly noAlternative: string
  readonly gates: Readonly<Record<GateName, { readonly name: string; readonly question: string }>>
  gateAnswer(answer: GateAnswer): string
  readonly openQuestion: string
}

import type { Db } from '../assess/db.ts'
import type { Configuration, Level } from '../model/configuration.ts'
import type { Entity } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import type { Suppression } from '../model/suppression.ts'
import type { DataOf, EntryOf, Message, RuleCode } from '../words/message.ts'
import type { Cause, Certainty, Finding, Related } from './finding.ts'

/** What rules visit: entities, a configuration, a suppression that has silenced what it could. */
export type Visited = Entity | Configuration | (Suppression & { readonly used: ReadonlySet<string> })

type Kind = Visited['kind']
type Of<K extends Kind> = Extract<Visited, { kind: K }>

/** What a rule says of one place; everything that is left out takes the rule's own value. */
export interface Report<D = Message['data']> {
  readonly at: Place
  /** What the message names. */
  readonly data: D
  readonly level?: Level
  readonly certainty?: Certainty
  readonly because?: readonly Message[]
  readonly sources?: readonly string[]
  /** The articles that count here, where they are not the rule's own. */
  readonly law?: readonly string[]
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
  /** Why there is no fix here, where the rule knows it. */
  readonly unfixed?: Message
  /** The finding is about a key that is not there. */
  readonly absent?: true
  /** It is about what clients outside reach: that there is one broker alone does not fold it, and what only programs inside reach does not stand for it. */
  readonly outside?: true
  /** What measures and reports read of the finding, beside its words. */
  readonly facts?: Readonly<Record<string, string>>
  /** What stands behind it: where a finding tells that, reports say it for both. */
  readonly follows?: Cause
  /** Findings of one rule, file and group come as one: the first, with the others as related places. */
  readonly group?: string
}

/** What a rule may ask, and the messages that it may report. */
export interface RuleContext<C extends RuleCode> {
  readonly db: Db
  /** The codes of all rules, for rules about the configuration. */
  readonly codes: ReadonlySet<string>
  readonly families: ReadonlySet<string>
  report<M extends EntryOf<C>>(message: M, report: Report<DataOf<`${C}.${M}`>>): void
}

/** A rule: what it visits and when it says what; its messages stand in the words under its code. */
export interface Rule<K extends Kind = Kind, C extends RuleCode = RuleCode> {
  /** Never reused. */
  readonly code: C
  /** Names the bad thing. */
  readonly name: string
  readonly family: string
  readonly level: Level
  /** Ids of the articles in knowledge/law.yaml. */
  readonly law: readonly string[]
  /** The page beside the rule: its first sentence is the rule's summary, its sections are what the hover shows. */
  readonly page: string
  readonly visits: readonly K[]
  /** It knows changes that settle what it says, where a writer can make them; else why no edit of a file does. */
  readonly mends?: true | Extract<EntryOf<'unfixed'>, 'choice' | 'follows' | 'elsewhere' | 'decision' | 'nothing'>
  /** Its words tell all that tells its findings apart: reports say the same words once, with all places, whatever they stand in. */
  readonly sameByWords?: true
  /** The fact that tells its cause: reports say what is as certain of the same cause once, with all places, whosever it is. */
  readonly cause?: string
  /** What it says of one environment of a thing holds for the others that are told so: reports say it once, of production, with all places. */
  readonly perEnvironment?: true
  /** What tells its findings that are written alike, side by side: reports say them once, with all places. */
  readonly alike?: (finding: Pick<Finding, 'at' | 'message' | 'data'>) => string | undefined
  /** It speaks of what stands in a file whether or not that runs: also of what is switched off there. */
  readonly evenOff?: true
  /** It asks for what only production needs: a hint where access matters little, but of what clients outside reach. */
  readonly ofProduction?: true
  /** Codes that say more of the same place: with one of them there, this rule is silent. */
  readonly yieldsTo?: readonly string[]
  check(visited: Of<K>, context: RuleContext<C>): void
}

/** Defines a rule; only here so that its code and the visited kinds are inferred. */
export const defineRule = <K extends Kind, C extends RuleCode>(rule: Rule<K, C>): Rule<K, C> => rule

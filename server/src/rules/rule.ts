import type { Db } from '../assess/db.ts'
import type { Configuration, Level } from '../model/configuration.ts'
import type { Entity } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import type { Suppression } from '../model/suppression.ts'
import type { Certainty, Related } from './finding.ts'

/** What rules visit: entities, a configuration, a suppression that has silenced what it could. */
export type Visited = Entity | Configuration | (Suppression & { readonly used: ReadonlySet<string> })

type Kind = Visited['kind']
type Of<K extends Kind> = Extract<Visited, { kind: K }>

/** What a rule says of one place; everything that is left out takes the rule's own value. */
export interface Report {
  readonly at: Place
  /** The words that the message names. */
  readonly data: Readonly<Record<string, string | number>>
  readonly level?: Level
  readonly certainty?: Certainty
  readonly because?: readonly string[]
  readonly sources?: readonly string[]
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
  /** The finding is about a key that is not there. */
  readonly absent?: true
  /** What measures and reports read of the finding, beside its words. */
  readonly facts?: Readonly<Record<string, string>>
  /** Findings of one rule, file and group come as one: the first, with the others as related places. */
  readonly group?: string
}

/** What a rule may ask. */
export interface RuleContext<M extends string> {
  readonly db: Db
  /** The codes of all rules, for rules about the configuration. */
  readonly codes: ReadonlySet<string>
  readonly families: ReadonlySet<string>
  report(message: M, report: Report): void
}

/** A rule: what it visits, what it can say, when it says it. */
export interface Rule<K extends Kind = Kind, M extends string = string> {
  /** Never reused. */
  readonly code: string
  /** Names the bad thing. */
  readonly name: string
  readonly family: string
  readonly level: Level
  /** Ids of the articles in knowledge/law.yaml. */
  readonly law: readonly string[]
  /** The page beside the rule: its first sentence is the rule's summary, its sections are what the hover shows. */
  readonly page: string
  readonly visits: readonly K[]
  /** Codes that say more of the same place: with one of them there, this rule is silent. */
  readonly yieldsTo?: readonly string[]
  readonly messages: Readonly<Record<M, string>>
  check(visited: Of<K>, context: RuleContext<M>): void
}

/** Defines a rule; only here so that message ids and visited kinds are inferred. */
export const defineRule = <K extends Kind, M extends string>(rule: Rule<K, M>): Rule<K, M> => rule

/** Fills a message's `{names}` with their words. */
export const renderMessage = (template: string, data: Report['data']): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole))

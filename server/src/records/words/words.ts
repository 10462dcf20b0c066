import type { Untold } from '../../assess/capture.ts'
import type { Erasure, Retention } from '../../assess/retention.ts'
import type { Party } from '../../assess/parties.ts'
import type { Destination } from '../../assess/destination.ts'
import type { Criterion } from '../../assess/impact-assessment.ts'
import type { Category } from '../../assess/person-words.ts'
import type { Decision } from '../../knowledge/countries.ts'
import type { Attested } from '../../knowledge/providers.ts'
import type { Safeguard } from '../../model/configuration.ts'
import type { Language } from '../../words/message.ts'
import type { Basis, CellName, Processing, Role, SafeguardPart } from '../cells.ts'

/** The record in a language: every word that it says itself. What stands in the files and in the law is quoted as it is. */
export interface Words {
  readonly language: 'en' | 'de' | 'fr'
  /** What findings say, which the record quotes. */
  readonly messages: Language
  readonly title: string
  /** What stands between a name and what is said of it: French sets a space before the colon. */
  readonly colon: string
  /** What stands between things that are said one after the other. */
  readonly semicolon: string
  /** How to read it, in Markdown. */
  readonly introduction: string
  readonly nothing: string
  readonly roles: Readonly<Record<Role, string>>
  readonly columns: Readonly<
    Record<'activity' | 'source' | 'article' | 'field' | 'value' | 'status' | 'evidence', string>
  >
  heading(cell: CellName, role: Role): string
  readonly bases: Readonly<Record<Basis, string>>
  source(kind: Processing['kind'], name: string): string
  /** The name of an activity that nobody has declared. */
  proposed(name: string): string
  readonly toBeDeclared: string
  /** Behind what an activity is: the fields that nobody has filled. */
  blank(fields: readonly string[]): string
  /** Nothing of a cell is seen in the files: that proves nothing. */
  noneKnown(cell: CellName): string
  declareIt(where: string): string
  more(count: number): string
  jointly(name: string): string
  representedBy(name: string): string
  dataProtectionOfficer(name: string): string
  onBehalfOf(name: string): string
  supervisedBy(name: string): string
  /** The unit that answers for an activity; since when it exists; when its entry was last looked at. */
  ownedBy(name: string): string
  since(date: string): string
  reviewed(date: string): string
  processor(name: string, contract: string | undefined, subProcessors: readonly string[]): string
  /** A purpose within the main ones, and the version of the record. */
  subPurpose(text: string): string
  version(text: string): string
  /** A condition of Art. 9(2) or 10. */
  condition(text: string): string
  /** What is missing of data under Art. 9, under Art. 10, or both. */
  conditionMissing(special: boolean, criminal: boolean): string
  /** A declared basis names Art. 9 or 10 only. */
  readonly basisMissing: string
  profiling(text: string): string
  assessmentAt(reference: string): string
  subject(id: string, many: string): string
  category(category: Category, fields: string): string
  /** What receives the data, who runs it and where; beside it the group that whoever runs it belongs to, where that has been looked up. A cluster of somebody else holds more than the records. */
  recipient(what: string, role: Destination['role'], who: string, where: string, owner: string | undefined): string
  /** What somebody runs, by a name that is not its own: `Kafka cluster of orders-connect`; source: the cluster that a mirror reads. */
  placeOf(role: Destination['role'] | 'source', name: string): string
  owned(name: string, owner: string): string
  /** Who is the contract party of a provider, beside its group, is to be declared. */
  contractParties(owners: readonly string[]): string
  /** At an address that only means something in a network or a cluster. */
  readonly localAddress: string
  /** A link that may lead here or elsewhere. */
  toSettle(what: string): string
  /** What stands somewhere, shorter than as a recipient: `sink s3`. */
  place(role: Destination['role'], name: string): string
  /** No file tells on which cluster a topic is. */
  readonly noCluster: string
  readonly countryUnknown: string
  readonly unknown: string
  country(code: string, name: string): string
  transfer(name: string, country: string, basis: string): string
  adequacy(decision: Pick<Decision, 'instrument' | 'validUntil'>): string
  readonly safeguardMissing: string
  /** Access from afar, for instance by support: to be declared, from the EEA only, or from a third country. */
  readonly remoteAccess: {
    readonly open: string
    readonly inside: string
    from(who: string, country: string, basis: string): string
  }
  coversSome(adequacy: string): string
  safeguard(
    safeguard: Pick<Safeguard, 'kind' | 'date' | 'reference' | 'module' | 'importer' | 'assessed' | 'expires'>,
  ): string
  /** What is not told of a safeguard that something rests on. */
  safeguardLacks(name: string, parts: readonly SafeguardPart[]): string
  retention(
    topics: readonly string[],
    retention: Pick<Retention, 'kind' | 'milliseconds'>,
    erasure: Erasure | undefined,
  ): string
  copyAt(names: readonly string[]): string
  copyKept(name: string, retention: string): string
  encrypted(cluster: string): string
  unencrypted(listeners: string, cluster: string): string
  linkEncrypted(name: string, encrypted: boolean): string
  authentication(how: string, listeners: number, of: number, cluster: string): string
  accessControl(how: string, cluster: string): string
  ownKey(cluster: string): string
  brokerLogs(cluster: string): string
  segmented(listeners: readonly string[], cluster: string): string
  quotas(users: readonly string[]): string
  /** topics: empty where it holds for all of an activity. */
  copies(count: number, topics: readonly string[]): string
  /** What a sink takes out of the data before it writes it. */
  masked(fields: string, who: string): string
  dropped(fields: string, who: string): string
  tagged(count: number, of: number): string
  location(what: string, country: string, owner: string | undefined): string
  /** What the name of a topic without a schema tells. */
  named(topics: readonly string[], special: boolean): string
  /** What a source brings in that no topic is known to hold. */
  brought(how: Untold['how'], names: readonly string[]): string
  /** Who brings records into a topic or takes them out. */
  party(role: Party['role'], name: string): string
  assessmentSign(criterion: Criterion, article: string, by: readonly string[]): string
  readonly assessmentNoSign: string
  /** An article in the form of the language: `Art. 30(1)(a)`, `Art. 30 Abs. 1 Buchst. a`. */
  article(cite: string): string
  /** The headings and sentences of the record's parts. */
  readonly parts: Readonly<
    Record<
      | 'summary'
      | 'common'
      | 'proposed'
      | 'missing'
      | 'systems'
      | 'without'
      | 'untold'
      | 'own'
      | 'schemas'
      | 'weaknesses'
      | 'services'
      | 'annex'
      | 'every',
      string
    >
  >
  /** What some activities share, and the reference to it by its labels. */
  sharedBy(label: string, activities: readonly string[]): string
  /** With the sign that separates it from what stands before. */
  seeShared(labels: readonly string[]): string
  attested(attested: Attested): string
  /** A filter of a page: nothing but what is missing. */
  readonly onlyMissing: string
  /** What somebody else runs, for which activities, and whether there is a contract. */
  service(operator: string, what: readonly string[], activities: readonly string[], isContracted: boolean): string
  /** The contents in one sentence. */
  summary(counts: { activities: number; proposed: number; special: number; missing: number }): string
  /** What was not read, how its columns are headed, and what that means. */
  readonly unread: Readonly<Record<'title' | 'place' | 'reason' | 'note', string>>
  /** What accepted findings are, and how each column of them is headed: the finding, why it is accepted, where. */
  readonly accepted: Readonly<Record<'title' | 'finding' | 'reason' | 'place', string>>
}

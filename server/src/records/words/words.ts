import type { Retention } from '../../assess/retention.ts'
import type { Party } from '../../assess/parties.ts'
import type { Destination } from '../../assess/destination.ts'
import type { Category } from '../../assess/person-words.ts'
import type { Decision } from '../../knowledge/countries.ts'
import type { Safeguard } from '../../model/configuration.ts'
import type { Basis, CellName, Processing, Role } from '../cells.ts'

/** The record in a language: every word that it says itself. What stands in the files and in the law is quoted as it is. */
export interface Words {
  readonly language: 'en' | 'de' | 'fr'
  readonly title: string
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
  readonly toBeDeclared: string
  readonly noneKnown: string
  declareIt(where: string): string
  more(count: number): string
  jointly(name: string): string
  representedBy(name: string): string
  dataProtectionOfficer(name: string): string
  onBehalfOf(name: string): string
  subject(id: string, many: string): string
  category(category: Category, fields: string): string
  recipient(role: Destination['role'], name: string, who: string, where: string): string
  owned(name: string, owner: string): string
  readonly ownNetwork: string
  readonly countryUnknown: string
  readonly unknown: string
  country(code: string, name: string): string
  transfer(name: string, country: string, basis: string): string
  adequacy(decision: Pick<Decision, 'instrument' | 'validUntil'>): string
  readonly safeguardMissing: string
  coversSome(adequacy: string): string
  safeguard(kind: Safeguard['kind'], date: string | undefined, reference: string | undefined): string
  retention(topic: string, retention: Pick<Retention, 'kind' | 'milliseconds'>): string
  copyAt(name: string): string
  encrypted(cluster: string): string
  unencrypted(listeners: string, cluster: string): string
  linkEncrypted(name: string, encrypted: boolean): string
  authentication(how: string, listeners: number, of: number): string
  accessControl(how: string): string
  copies(count: number): string
  masked(fields: string): string
  dropped(fields: string): string
  tagged(count: number, of: number): string
  location(country: string, owner: string | undefined): string
  /** Who brings records into a topic or takes them out. */
  party(role: Party['role'], name: string): string
  assessmentToExamine(reasons: string): string
  readonly assessmentNoReason: string
  special(category: Category): string
  /** What was not read, how its columns are headed, and what that means. */
  readonly unread: Readonly<Record<'title' | 'place' | 'reason' | 'note', string>>
  /** What accepted findings are, and how each column of them is headed: the finding, why it is accepted, where. */
  readonly accepted: Readonly<Record<'title' | 'finding' | 'reason' | 'place', string>>
}

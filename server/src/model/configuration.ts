import type { Glob } from '../text/glob.ts'
import type { JavaPattern } from '../text/java-expression.ts'
import type { Fact, Known, Place, Slot } from './fact.ts'
import type { ResidencyDeclaration } from './residency.ts'
import type { Uri } from '../text/uri.ts'

/** How grave a finding is, from the mildest to the gravest. */
export const levels = ['hint', 'information', 'warning', 'error'] as const
/** One of them. */
export type Level = (typeof levels)[number]

/** One level lower; below a hint there is none. */
export const oneBelow = (level: Level): Level => levels[Math.max(0, levels.indexOf(level) - 1)] ?? 'hint'

/** What a `.kafka-review.yaml` says; it holds for its folder and everything below that has no nearer one. */
export interface Configuration {
  readonly kind: 'configuration'
  readonly file: Uri
  readonly name: Fact<string>
  readonly extent: { readonly start: number; readonly end: number }
  readonly policy: Policy
  readonly rules: readonly RuleSetting[]
  readonly ignore: readonly IgnoreEntry[]
  /** Globs of development environments, and of those that are none whatever they look like. */
  readonly development: readonly Glob[]
  readonly production: readonly Glob[]
  readonly personal: readonly FieldDeclaration[]
  readonly notPersonal: readonly FieldDeclaration[]
  readonly groups: {
    readonly allowed?: JavaPattern
    /** What neutral names stand for, by their names. */
    readonly aliases: ReadonlyMap<string, string>
    /** The neutral names, where they are written. */
    readonly aliased: readonly Known<string>[]
  }
  readonly destinations: readonly DestinationDeclaration[]
  /** Where Kafka clusters, registries, Kubernetes clusters and networks stand: it holds for all that lies in them. */
  readonly clusters: readonly DestinationDeclaration[]
  readonly safeguards: readonly Safeguard[]
  readonly topics: readonly TopicDeclaration[]
  readonly schemas: readonly SchemaDeclaration[]
  readonly record: RecordDeclaration
  /** What is declared of residency and recovery; left out where nobody asks for it. */
  readonly residency?: ResidencyDeclaration
  readonly flaws: readonly Flaw[]
}

/** Where data may go. */
export interface Policy {
  /** ISO 3166-1 alpha-2 codes, and the sets `EEA` and `adequate`; undefined where nobody says. */
  readonly allowedCountries?: readonly Known<string>[]
  readonly foreignLaw?: 'ignore' | Exclude<Level, 'hint'>
  /** Ids of providers, or the short names of their owners. */
  readonly deniedProviders: readonly Known<string>[]
}

/** What the Art. 30 record needs and no file tells. */
export interface RecordDeclaration {
  readonly controller?: Known<string>
  readonly jointController?: Known<string>
  readonly representative?: Known<string>
  readonly dataProtectionOfficer?: Known<string>
  readonly supervisoryAuthority?: Known<string>
  /** Of the record, as its keeper counts. */
  readonly version?: Known<string>
  /** Those that hold for every activity. */
  readonly processors: readonly ProcessorDeclaration[]
  readonly measures: readonly Known<string>[]
  readonly copies: readonly CopyDeclaration[]
  readonly activities: readonly ActivityDeclaration[]
}

/** How long a sink keeps the copies that it was given. */
export interface CopyDeclaration {
  /** Name or host of a sink; `*` stands for anything. */
  readonly match: string
  readonly retention: Known<string>
}

/** Who processes data on the controller's behalf (Art. 28). */
export interface ProcessorDeclaration {
  readonly name: Known<string>
  /** Where the contract of Art. 28(3) is found. */
  readonly contract?: string
  /** The id of a provider, or the name of its owner: it is that contract's party. */
  readonly provider?: string
  /** ISO 3166-1 alpha-2 codes of the countries from which it may reach the data; `none` where it may not. */
  readonly accessFrom: readonly Known<string>[]
  readonly subProcessors: readonly string[]
}

/** What is declared of one processing activity. */
export interface ActivityDeclaration {
  /** Name of a topic, connector, mirror or schema; `*` stands for anything. */
  readonly match: string
  readonly name?: string
  readonly role?: string
  readonly purposes: readonly Known<string>[]
  readonly subPurposes: readonly Known<string>[]
  readonly subjects: readonly Known<string>[]
  readonly legalBasis: readonly Known<string>[]
  readonly recipients: readonly Known<string>[]
  /** The controllers for whom a processor acts. */
  readonly onBehalfOf: readonly Known<string>[]
  /** When the data is erased, of each category where they differ. */
  readonly retention: readonly Known<string>[]
  /** The conditions of Art. 9(2) or Art. 10 under which special categories or data on offences are processed. */
  readonly conditions: readonly Known<string>[]
  /** Who decides on purposes and means together with the controller (Art. 26). */
  readonly jointControllers: readonly Known<string>[]
  readonly processors: readonly ProcessorDeclaration[]
  readonly measures: readonly Known<string>[]
  /** Where the data comes from. */
  readonly origins: readonly Known<string>[]
  /** Profiling and automated decisions (Art. 22), with their logic and what follows from them. */
  readonly profiling?: Known<string>
  /** Where the impact assessment of Art. 35 is found, or why there is none. */
  readonly assessment?: Known<string>
  /** The unit or person that answers for the activity. */
  readonly owner?: Known<string>
  /** Since when the activity exists, and when this entry was last looked at. */
  readonly since?: Known<string>
  readonly reviewed?: Known<string>
  readonly at: Place
  readonly slot?: Slot
}

/** The level of a rule or family, everywhere or under some paths. */
export interface RuleSetting {
  /** A code (`KR301`) or a family (`durability`). */
  readonly rule: Known<string>
  readonly level: Level | 'off'
  /** Globs relative to the configuration's folder; none means everywhere. */
  readonly paths: readonly Glob[]
}

/** A finding that somebody has accepted in a file that cannot carry comments. */
export interface IgnoreEntry {
  readonly path: Glob
  readonly code: Known<string>
  readonly reason: string
  readonly at: Place
}

/** A field by the names of its record and of itself. */
export interface FieldDeclaration {
  readonly record: string
  readonly field: string
  readonly category?: string
  readonly at: Place
}

/** Where a destination lies that no file tells of. */
export interface DestinationDeclaration {
  /** A host or a name, `*` standing for anything. */
  readonly match: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: Known<string>
  /** The id of a provider, or the name of whoever runs it. */
  readonly provider?: Known<string>
  readonly at: Place
  readonly slot?: Slot
}

/**
 * What a transfer to a third country can be said to rest on: standard contractual clauses, binding corporate rules, listing under the EU-US framework,
 * a recipient within the scope of another decision of adequacy, an approved code of conduct, an approved certification, clauses that an authority has authorised, a derogation of Art. 49, other.
 */
export const safeguardKinds = [
  'scc',
  'bcr',
  'dpf',
  'adequacy',
  'code-of-conduct',
  'certification',
  'ad-hoc',
  'derogation',
  'other',
] as const

/** One of them. */
export type SafeguardKind = (typeof safeguardKinds)[number]

/** What a transfer to a third country rests on. */
export interface Safeguard {
  readonly destination: string
  readonly kind: SafeguardKind
  readonly date?: string
  /** Where the document is found: without one, nothing is settled. */
  readonly reference: string
  /** Which clauses: controller to controller, controller to processor, processor to processor, processor to controller. */
  readonly module?: string
  /** Who receives the data there. */
  readonly importer?: string
  /** When the law of the third country was last assessed. */
  readonly assessed?: string
  /** The day from which it does not hold any more. */
  readonly expires?: Known<string>
  readonly at: Place
  readonly slot?: Slot
}

/** What a topic carries, where names do not tell. */
export interface TopicDeclaration {
  readonly match: string
  /** Path of a schema file, relative to the configuration's folder. */
  readonly schema?: string
  readonly cluster?: string
  readonly at: Place
  readonly slot?: Slot
}

/** How the registry compares versions of schemas. */
export interface SchemaDeclaration {
  /** A subject, or the name of a schema file without its ending; `*` stands for anything. */
  readonly match: string
  readonly compatibility: Known<string>
}

/** Something in the configuration that nobody understands. */
export interface Flaw {
  readonly at: Place
  readonly what: 'unknown-key' | 'wrong-value' | 'missing-key'
  readonly subject: string
  readonly expected: string
}

// Requests and notifications between the client and the server, beside those of the language server protocol. The client imports types only.

import type { Range } from 'vscode-languageserver'
import type { Supposition } from '../assess/what-if.ts'

/** What the client tells at start. */
export interface InitializationOptions {
  /** Address of a rule's page, `{code}` standing for its code; without it the public pages are linked. */
  readonly rulePage?: string
  /** A command of the client that puts the cursor where a fix leaves something to write; it takes `PlaceCursorParams`. */
  readonly placeCursor?: string
  /** A command of the client that opens the page of a rule; it takes the rule's code. */
  readonly openPage?: string
  /** A command of the client that shows the record; it takes nothing. */
  readonly showRecord?: string
  /** Whether the editor shows the message of a finding beside its hover. */
  readonly showsMessages?: boolean
}

/** `kafkaReview/files/find`, `list` (of a folder) and `read`: what a server without a disk asks its client. */
export interface FileParams {
  readonly uri: string
}

/** What stands at a place, links followed; null where nothing does. */
export interface Standing {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** The bytes of a file in Base64, or why they cannot be had; null where there is none. */
export type ReadAnswer = { readonly base64: string } | { readonly problem: string }

/** Where the cursor goes. */
export interface PlaceCursorParams {
  readonly uri: string
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
}

/** `kafkaReview/status`, from the server: how the review stands. */
export interface Status {
  readonly state: 'reading' | 'ready'
  /** Files of ours in the workspace. */
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** Files that were left out, with the reason. */
  readonly leftOut: readonly { readonly uri: string; readonly why: string }[]
  /** How many files that speak of Kafka were understood, in part, and not. */
  readonly coverage: { readonly understood: number; readonly part: number; readonly not: number }
  /** Files whose last review took long, in milliseconds. */
  readonly slow: readonly { readonly uri: string; readonly milliseconds: number }[]
}

/** Answers `kafkaReview/unread`: what speaks of Kafka and was not understood. */
export interface UnreadPlace extends PlaceCursorParams {
  readonly why: string
}

/** `kafkaReview/reviewWorkspace`: reviews every file of the workspace and reports all findings until the scope changes. */
export interface ReviewWorkspaceResult {
  readonly files: number
  readonly findings: number
}

/** `kafkaReview/snippet`: the Art. 30 record of what stands at a position, or of the whole file. */
export interface SnippetParams {
  readonly uri: string
  readonly position?: { readonly line: number; readonly character: number }
}

/** A part of the record. */
export interface Snippet {
  readonly markdown: string
  readonly title: string
}

/** Its Markdown is empty where the file holds nothing that is processed. */
export interface SnippetResult extends Snippet {
  /** Whether `kafkaReview/comment`, with the same parameters, can write it as a comment above what it is about. */
  readonly commented: boolean
}

// `kafkaReview/snippets`: the activities of the record, each as a `Snippet`.

/** `kafkaReview/declare`: writes a declaration of the processing at a position into the configuration; answers with the place that waits to be filled, null where nothing is processed there. */
export type DeclareParams = Required<SnippetParams>

/** `kafkaReview/recordForms`: the forms that the record can be exported in. */
export interface RecordForm {
  readonly id: string
  readonly name: string
  readonly ending: string
}

/** `kafkaReview/record`: the record of the workspace, as base64. */
export interface RecordParams {
  /** A `RecordForm`'s id; `preview` is Markdown whose places are links. */
  readonly form: string
  readonly language: string
}

/** `kafkaReview/recordPage`: the record of the workspace as a page of the editor. */
export interface RecordPageParams {
  /** BCP 47; the reader's own where none is given. */
  readonly language?: string
}

export interface RecordPage {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** HTML without scripts; a link to a place has its number in `data-place`, a value that is missing the class `missing`. */
  readonly body: string
  /** Where the links lead, by number. */
  readonly places: readonly (PlaceCursorParams | null)[]
  /** How many values are missing. */
  readonly missing: number
}

// `kafkaReview/scorecard`: where the paths of each cluster lie, as Markdown.

/** `kafkaReview/personalFields`: where a file names fields that hold personal data, and those of special categories. */
export interface PersonalFieldsParams {
  readonly uri: string
}

export interface PersonalFields {
  readonly personal: readonly Range[]
  readonly special: readonly Range[]
}

/** `kafkaReview/rulePage`: the page of a rule as Markdown; empty where no rule has the code. */
export interface RulePageParams {
  readonly code: string
}

/** The settings under `kafkaReview`. */
export interface Settings {
  readonly scope: 'openFiles' | 'changed' | 'workspace'
  /** Country and owner behind the values that decide where data goes. */
  readonly inlayHints: boolean
  /** Whether a line above each record tells how much personal data it holds. */
  readonly codeLens: boolean
}

/** `kafkaReview/dataFlow`: the map of where the records of all topics come from and go to, or the part of it that is looked at. */
export interface DataFlowParams {
  /** Only topics that tell this much of people, and whoever has their records. */
  readonly show?: 'personal' | 'special'
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly owner?: string
  /** The id of a station: only what flows into and out of it. */
  readonly focus?: string
  /** What stands at a position, instead of an id. */
  readonly at?: Required<SnippetParams>
  /** Ids of bundles that are drawn one by one. */
  readonly expanded?: readonly string[]
  /** What is supposed: one of those that the map offers. */
  readonly suppose?: Supposition
}

/** A station of the map, for a list beside it. */
export interface ListedStation {
  readonly id: string
  readonly title: string
  /** In a sentence. */
  readonly says: string
  readonly isBundle: boolean
}

export interface DataFlowResult {
  /** In the order of their numbers. */
  readonly stations: readonly ListedStation[]
  /** What the map can be narrowed to. */
  readonly countries: readonly { readonly code: string; readonly name: string }[]
  readonly owners: readonly string[]
  /** What can be supposed of those who stand on it, with its words. */
  readonly suppositions: readonly { readonly suppose: Supposition; readonly title: string }[]
  /** The id of the station that is looked at. */
  readonly focus?: string
  /** What the marks mean. */
  readonly legend: { readonly [M in 'special' | 'personal' | 'untold' | 'possible' | 'breaks' | 'unclear']: string }
  /** In a sentence. */
  readonly summary: string
  /** SVG without its style, for a page that brings it. */
  readonly drawing: string
  readonly style: string
  /** SVG that stands alone. */
  readonly svg: string
  readonly mermaid: string
  /** Where each station stands, by the number in its `data-station`; null where its text is gone. */
  readonly places: readonly (PlaceCursorParams | null)[]
}

/** `kafkaReview/migrate`: the move of a managed cluster to one of one's own; without a name the clusters that could be moved. */
export interface MigrateParams {
  readonly cluster?: string
}

export interface MigrateResult {
  /** Names of the clusters that somebody else runs. */
  readonly clusters: readonly string[]
  /** Names and texts of what is written; none where no cluster was chosen. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** How many questions no file answers. */
  readonly questions: number
}

/** `kafkaReview/findings`: what stands open in the whole workspace, for a list beside the files. */
export interface FindingsParams {
  /** Whether it is asked to which activity of the record each belongs. */
  readonly activities: boolean
}

/** A finding in a list. */
export interface ListedFinding extends PlaceCursorParams {
  readonly range: Range
  readonly code: string
  /** What the rule is called. */
  readonly rule: string
  readonly family: string
  readonly level: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
  /** Names of the countries that the data goes to which it is about; empty where it goes nowhere. */
  readonly countries: readonly string[]
  /** Names of the activities of the Art. 30 record that it belongs to. */
  readonly activities: readonly string[]
  /** Whether the data that it is about is personal. */
  readonly data: 'none' | 'personal' | 'special'
  readonly fixable: boolean
  /** Whether the baseline holds it: it counts as a hint. */
  readonly known: boolean
}

/** Answers `kafkaReview/skeleton`: a new configuration; null where no folder is open. */
export interface Skeleton {
  readonly uri: string
  readonly text: string
}

/** `kafkaReview/changedFiles`, to the server: the files that differ from what was committed; null where no version control tells. */
export interface ChangedFiles {
  readonly files: readonly { readonly uri: string }[] | null
}

/** `kafkaReview/earlier`, to the server: what a file said in the last revision, null where it was not there. */
export interface EarlierParams {
  readonly uri: string
  readonly text: string | null
}

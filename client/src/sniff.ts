import type { ExtensionContext, Uri } from 'vscode'

/** How a kind of file is told, as the manifest declares it. */
export interface Sniff {
  readonly patterns: readonly string[]
  readonly languages: readonly string[]
  /** A text that holds none of these is not ours; empty where the name says enough. */
  readonly marks: readonly string[]
}

/** The declarations of the manifest; they are generated from the server's formats. */
export const readSniffs = (context: ExtensionContext): readonly Sniff[] =>
  (context.extension.packageJSON as { kafkaReview: { sniffs: readonly Sniff[] } }).kafkaReview.sniffs

/** Whether a document is one of ours. */
export const isOurs = (uri: Uri, language: string, text: string, sniffs: readonly Sniff[]): boolean =>
  sniffs.some(
    ({ patterns, languages, marks }) =>
      (patterns.some(pattern => uri.path.endsWith(pattern.replace(/^\*\*\/\*?/, ''))) ||
        languages.includes(language)) &&
      (marks.length === 0 || marks.some(mark => text.includes(mark))),
  )

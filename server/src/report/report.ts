import type { Coverage } from '../assess/coverage.ts'
import { levels, type Level } from '../model/configuration.ts'
import type { Finding } from '../rules/finding.ts'
import type { Identity } from '../rules/identity.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'
import type { Message } from '../words/message.ts'

/** A file as a report shows it. */
export interface ReviewedFile {
  readonly uri: Uri
  /** As the reader of the report would name it, with `/` between folders. */
  readonly path: string
  /** Empty where nothing but its facts is at hand. */
  readonly text: string
  /** Where lines begin: of its text, or of what stood there when its facts were written down. */
  readonly lines: LineIndex
  /** Where secrets stand in it, whether or not anything is said of them: a report must not spread them. */
  readonly secrets: readonly Span[]
  readonly findings: readonly Finding[]
  /** By what the findings of the file are known again, also those that are not shown. */
  readonly identities: ReadonlyMap<Finding, Identity>
  /** Those of the findings that a baseline knows: shown by SARIF only, as unchanged. */
  readonly known?: ReadonlySet<Finding>
  /** Those of the findings that say again what another of the report says, which stands for all. */
  readonly copies?: ReadonlyMap<Finding, Standing>
  /** How many further findings are folded into one hint. */
  readonly folded?: number
}

/** A finding and the file that it stands in. */
export interface Standing {
  readonly file: ReviewedFile
  readonly finding: Finding
  /** It does not say the same as what it stands for, but tells what is behind it. */
  readonly behind?: true
}

/** Something that kept a file from being reviewed. */
export interface Problem {
  readonly path: string
  readonly message: string
  /** Where our own code threw. */
  readonly fault?: string
}

/** What is reported: files in the order of their paths, and what could not be read. */
export interface Report {
  readonly files: readonly ReviewedFile[]
  readonly problems: readonly Problem[]
  /** How far each file that speaks of Kafka was understood. */
  readonly coverage: readonly FileCoverage[]
}

/** How far a file was understood, with places as a report shows them. */
export interface FileCoverage extends Pick<Coverage, 'state' | 'entities'> {
  readonly path: string
  /** Lines and columns count from 1. */
  readonly unread: readonly { readonly line: number; readonly column: number; readonly why: Message }[]
}

/** How many files are understood, in part, and not. */
export const countCoverage = (coverage: readonly Pick<Coverage, 'state'>[]): Record<Coverage['state'], number> => ({
  understood: coverage.filter(({ state }) => state === 'understood').length,
  part: coverage.filter(({ state }) => state === 'part').length,
  not: coverage.filter(({ state }) => state === 'not').length,
})

/** A place as reports tell it: lines and columns count from 1. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** A stretch of a text in lines and columns. */
export function regionOf({ start, end }: Span, lines: LineIndex): Region {
  const [from, to] = [lines.position(start), lines.position(end)]
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  }
}

/** The findings that count: neither accepted nor known to a baseline, and of those that say the same one. */
export const newFindings = ({
  findings,
  known,
  copies,
}: Pick<ReviewedFile, 'findings' | 'known' | 'copies'>): Finding[] =>
  findings.filter(finding => !finding.suppressed && !known?.has(finding) && !copies?.has(finding))

/** Whether a level is at least as grave as another. */
export const reaches = (level: Level, least: Level): boolean => levels.indexOf(level) >= levels.indexOf(least)

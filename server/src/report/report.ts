import type { Level } from '../model/configuration.ts'
import type { Finding } from '../rules/finding.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'

/** A file as a report shows it. */
export interface ReviewedFile {
  readonly uri: Uri
  /** As the reader of the report would name it, with `/` between folders. */
  readonly path: string
  readonly text: string
  /** Where secrets stand in it, whether or not anything is said of them: a report must not spread them. */
  readonly secrets: readonly Span[]
  readonly findings: readonly Finding[]
  /** How many further findings are folded into one hint. */
  readonly folded?: number
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
}

/** Levels from the mildest to the gravest. */
export const levels: readonly Level[] = ['hint', 'information', 'warning', 'error']

/** Whether a level is at least as grave as another. */
export const reaches = (level: Level, least: Level): boolean => levels.indexOf(level) >= levels.indexOf(least)

import type { Knowledge } from '../knowledge/load.ts'
import type { Locale } from '../locale/locale.ts'
import type { Finding } from '../rules/finding.ts'
import { reportCheckstyle } from './checkstyle.ts'
import { reportGithub } from './github.ts'
import { reportGitlab } from './gitlab.ts'
import { reportJson } from './json.ts'
import { reportJunit } from './junit.ts'
import type { Report } from './report.ts'
import { reportSarif } from './sarif.ts'
import { reportText, type TextOptions } from './text.ts'

/** What a form of the report asks for beside the findings. */
export interface ReportContext extends TextOptions {
  readonly locale: Locale
  readonly version: string
  readonly knowledge: Knowledge
  /** Whether a finding lets the check fail. */
  readonly fails: (finding: Finding) => boolean
}

/** All forms of the findings. */
export const reportFormats = {
  text: (report, context) => reportText(report, context.locale.words, context),
  json: (report, { locale }) => reportJson(report, locale),
  sarif: (report, { version, knowledge, locale }) => reportSarif(report, version, knowledge, locale),
  github: (report, { locale }) => reportGithub(report, locale.words),
  gitlab: (report, { locale }) => reportGitlab(report, locale.words),
  junit: (report, { fails, locale }) => reportJunit(report, fails, locale.words),
  checkstyle: (report, { locale }) => reportCheckstyle(report, locale.words),
} as const satisfies Readonly<Record<string, (report: Report, context: ReportContext) => string>>

/** The name of a form. */
export type ReportFormat = keyof typeof reportFormats

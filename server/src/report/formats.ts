import type { Knowledge } from '../knowledge/load.ts'
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
  readonly version: string
  readonly knowledge: Knowledge
  /** Whether a finding lets the check fail. */
  readonly fails: (finding: Finding) => boolean
}

/** All forms of the findings. */
export const reportFormats = {
  text: (report, context) => reportText(report, context),
  json: report => reportJson(report),
  sarif: (report, { version, knowledge }) => reportSarif(report, version, knowledge),
  github: report => reportGithub(report),
  gitlab: report => reportGitlab(report),
  junit: (report, { fails }) => reportJunit(report, fails),
  checkstyle: report => reportCheckstyle(report),
} as const satisfies Readonly<Record<string, (report: Report, context: ReportContext) => string>>

/** The name of a form. */
export type ReportFormat = keyof typeof reportFormats

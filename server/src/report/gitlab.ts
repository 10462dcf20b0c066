import type { Level } from '../model/configuration.ts'
import { sentenceOf } from '../rules/finding.ts'
import { fingerprintOf } from '../rules/identity.ts'
import { hash } from '../text/hash.ts'
import { word, type Language } from '../words/message.ts'
import { regionOf, type Report } from './report.ts'

/** The findings as a report of GitLab's code quality, which compares the two branches of a merge request by the fingerprints. */
export const reportGitlab = ({ files }: Report, words: Language): string =>
  `${JSON.stringify(
    files.flatMap(({ path, lines, findings, identities }) => {
      return findings.map(finding => {
        const { startLine, endLine } = regionOf(finding.at.span, lines)
        const identity = identities.get(finding)
        return {
          description: word(sentenceOf(finding), words),
          check_name: finding.code,
          fingerprint: hash(`${path} ${identity ? fingerprintOf(identity) : startLine}`),
          severity: severities[finding.level],
          location: { path, lines: { begin: startLine, end: endLine } },
        }
      })
    }),
    undefined,
    2,
  )}\n`

const severities: Readonly<Record<Level, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
}

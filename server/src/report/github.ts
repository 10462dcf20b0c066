import type { Level } from '../model/configuration.ts'
import { sentenceOf } from '../rules/finding.ts'
import { word, type Language } from '../words/message.ts'
import { plain } from './plain.ts'
import { regionOf, type Report } from './report.ts'

/** The findings as commands of a GitHub workflow, which shows them beside the lines of a pull request: at most ten of each level a step. */
export const reportGithub = ({ files }: Report, words: Language): string =>
  files
    .flatMap(({ path, lines, findings }) => {
      return findings.map(finding => {
        const { at, level, code, name } = finding
        const { startLine, startColumn, endLine, endColumn } = regionOf(at.span, lines)
        const properties = {
          file: path,
          line: startLine,
          endLine,
          // Columns are only for what stands on one line.
          ...(startLine === endLine ? { col: startColumn, endColumn } : {}),
          title: `${code} ${name}`,
        }
        const written = Object.entries(properties).map(([key, value]) => `${key}=${ofProperty(String(value))}`)
        return `::${commands[level]} ${written.join(',')}::${ofMessage(plain(word(sentenceOf(finding), words)))}\n`
      })
    })
    .join('')

const commands: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** What would end a command, or begin another. */
const ofMessage = (text: string): string => text.replace(/[%\r\n]/g, encoded)
const ofProperty = (text: string): string => text.replace(/[%\r\n:,]/g, encoded)
const encoded = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

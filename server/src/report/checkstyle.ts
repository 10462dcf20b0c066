import type { Level } from '../model/configuration.ts'
import { sentenceOf } from '../rules/finding.ts'
import { word, type Language } from '../words/message.ts'
import { regionOf, type Report } from './report.ts'
import { xml } from './xml.ts'

/** The findings in the XML of Checkstyle, which most build servers read. */
export const reportCheckstyle = ({ files }: Report, words: Language): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files.flatMap(({ path, lines, findings }) => {
      const errors = findings.map(finding => {
        const { at, level, code } = finding
        const { startLine, startColumn } = regionOf(at.span, lines)
        return `    <error line="${startLine}" column="${startColumn}" severity="${severities[level]}" message="${xml(word(sentenceOf(finding), words))}" source="kafka-review.${code}"/>`
      })
      return errors.length > 0 ? [`  <file name="${xml(path)}">`, ...errors, '  </file>'] : []
    }),
    '</checkstyle>',
    '',
  ].join('\n')

const severities: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
}

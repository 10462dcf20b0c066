import type { Locale } from '../locale/locale.ts'
import { word } from '../words/message.ts'
import { countCoverage, regionOf, type Region, type Report } from './report.ts'

/** The findings as JSON, version 1 of the contract; lines and columns count from 1. */
export function reportJson({ files, problems, coverage }: Report, { id, words }: Locale): string {
  const findings = files.flatMap(({ path, lines, findings: found }) => {
    return found.map(({ code, name, family, level, certainty, at, message, law, data, folded, suppressed }) => ({
      code,
      name,
      family,
      level,
      certainty,
      file: path,
      range: rangeOf(regionOf(at.span, lines)),
      message: word(message, words),
      law,
      data,
      ...(folded ? { folded } : {}),
      ...(suppressed ? { suppressed: { reason: suppressed.reason } } : {}),
    }))
  })
  return `${JSON.stringify({ version: 1, language: id, findings, problems: problems.map(({ path, message }) => ({ path, message })), coverage: { ...countCoverage(coverage), files: coverage.map(({ path, unread, ...rest }) => ({ file: path, ...rest, unread: unread.map(({ why, ...place }) => ({ ...place, why: word(why, words) })) })) } }, undefined, 2)}\n`
}

const rangeOf = ({ startLine, startColumn, endLine, endColumn }: Region): object => ({
  start: { line: startLine, column: startColumn },
  end: { line: endLine, column: endColumn },
})

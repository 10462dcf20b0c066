import type { Locale } from '../locale/locale.ts'
import { sentenceOf } from '../rules/finding.ts'
import { word } from '../words/message.ts'
import { placesOfCopies } from './copies.ts'
import { countCoverage, regionOf, type Region, type Report, type Standing } from './report.ts'

/** The findings as JSON, version 1 of the contract; lines and columns count from 1. What is said at several places is told at each: the first has the further `places`, the others are folded and name it as `copyOf`. */
export function reportJson({ files, problems, coverage }: Report, { id, words }: Locale): string {
  const copies = placesOfCopies(files)
  const placeOf = ({ file: { path, lines }, finding: { at } }: Standing): object => ({
    file: path,
    range: rangeOf(regionOf(at.span, lines)),
  })
  const findings = files.flatMap(file =>
    file.findings.map(finding => {
      const { code, name, family, level, certainty, law, data, folded, suppressed } = finding
      const first = file.copies?.get(finding)
      const places = copies.get(finding)
      return {
        code,
        name,
        family,
        level,
        certainty,
        ...placeOf({ file, finding }),
        message: word(sentenceOf(finding), words),
        law,
        data,
        ...(folded || first ? { folded: true } : {}),
        ...(first ? { copyOf: placeOf(first) } : {}),
        ...(places ? { places: places.map(placeOf) } : {}),
        ...(suppressed ? { suppressed: { reason: suppressed.reason } } : {}),
      }
    }),
  )
  return `${JSON.stringify({ version: 1, language: id, findings, problems: problems.map(({ path, message }) => ({ path, message })), coverage: { ...countCoverage(coverage), files: coverage.map(({ path, unread, ...rest }) => ({ file: path, ...rest, unread: unread.map(({ why, ...place }) => ({ ...place, why: word(why, words) })) })) } }, undefined, 2)}\n`
}

const rangeOf = ({ startLine, startColumn, endLine, endColumn }: Region): object => ({
  start: { line: startLine, column: startColumn },
  end: { line: endLine, column: endColumn },
})

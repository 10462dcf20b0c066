import { sentenceOf, type Finding } from '../rules/finding.ts'
import { word, type Language } from '../words/message.ts'
import { regionOf, type Report, type ReviewedFile } from './report.ts'
import { xml } from './xml.ts'

/** The findings as results of tests in the XML of JUnit: a suite a file, a case a finding. What lets the check fail is a failure; any other finding is a case that passes, and stands in its output. */
export function reportJunit({ files }: Report, fails: (finding: Finding) => boolean, words: Language): string {
  const failures = (findings: readonly Finding[]): number => findings.filter(fails).length
  const all = files.flatMap(({ findings }) => findings)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kafka-review" tests="${files.reduce((sum, file) => sum + casesOf(file), 0)}" failures="${failures(all)}">`,
    ...files.flatMap(file => [
      `  <testsuite name="${xml(file.path)}" tests="${casesOf(file)}" failures="${failures(file.findings)}">`,
      ...suite(file, fails, words),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

/** A file of which nothing is said is a case that passes. */
const casesOf = ({ findings }: ReviewedFile): number => Math.max(1, findings.length)

function suite(
  { path, lines, findings }: ReviewedFile,
  fails: (finding: Finding) => boolean,
  words: Language,
): string[] {
  if (findings.length === 0) return [`    <testcase classname="${xml(path)}" name="kafka-review"/>`]
  return findings.flatMap(finding => {
    const { at, level, code, name, because } = finding
    const { startLine, startColumn } = regionOf(at.span, lines)
    const said = [`${path}:${startLine}:${startColumn}`, ...because.map(reason => word(reason, words))]
      .map(xml)
      .join('&#10;')
    const message = word(sentenceOf(finding), words)
    const body = fails(finding)
      ? `<failure type="${level}" message="${xml(message)}">${said}</failure>`
      : `<system-out>${xml(`${level}: ${message}`)}&#10;${said}</system-out>`
    return [
      `    <testcase classname="${xml(path)}" name="${xml(`${code} ${name}, ${startLine}:${startColumn}`)}">${body}</testcase>`,
    ]
  })
}

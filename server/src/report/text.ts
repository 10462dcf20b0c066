import type { Level } from '../model/configuration.ts'
import { rules } from '../rules/registry.ts'
import { pageUrl } from '../rules/page.ts'
import { indexLines } from '../text/line-index.ts'
import { say, word } from '../words/message.ts'
import { maskSecrets, type Report, type ReviewedFile } from './report.ts'

/** The findings for people: each with its line and carets under the place, as a compiler shows them. */
export function reportText({ files, problems }: Report): string {
  const blocks = files.flatMap(reportFile)
  const notes = problems.map(problem => `${word(say('report.problem', problem))}\n`)
  return `${[...blocks, ...notes, summary(files)].join('\n')}\n`
}

function reportFile(file: ReviewedFile): string[] {
  const { path, text, findings } = file
  const shown = maskSecrets(file)
  const lines = indexLines(text)
  return findings.map(({ at, level, code, message, because, suppressed }) => {
    const { line, character } = lines.position(at.span.start)
    const { start, end } = lines.line(line)
    const source = shown.slice(start, end)
    const width = Math.max(1, Math.min(at.span.end, end) - at.span.start)
    const number = String(line + 1)
    const gutter = ' '.repeat(number.length)
    const lead = source.slice(0, character).replace(/[^\t]/g, ' ')
    const rule = rules.find(candidate => candidate.code === code)
    return [
      `${path}:${number}:${character + 1} ${level} ${code} ${word(message)}`,
      `${gutter} |`,
      `${number} | ${source}`,
      `${gutter} | ${lead}${'^'.repeat(width)}`,
      ...because.map(reason => `${gutter} = ${word(reason)}`),
      ...(suppressed ? [`${gutter} = ${word(say('report.suppressed', suppressed))}`] : []),
      ...(rule ? [`${gutter} = ${pageUrl(rule)}`] : []),
      '',
    ].join('\n')
  })
}

function summary(files: Report['files']): string {
  const all = files.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed))
  const count = (level: Level): number => all.filter(finding => finding.level === level).length
  return word(
    say('report.summary', {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('information'),
      hints: count('hint'),
      files: files.length,
    }),
  )
}

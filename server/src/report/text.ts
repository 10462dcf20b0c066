import { rules } from '../rules/registry.ts'
import { pageUrl } from '../rules/page.ts'
import { indexLines } from '../text/line-index.ts'
import { maskSecrets, type Report, type ReviewedFile } from './report.ts'

/** The findings for people: each with its line and carets under the place, as a compiler shows them. */
export function reportText({ files, problems }: Report): string {
  const blocks = files.flatMap(reportFile)
  const notes = problems.map(({ path, message }) => `${path}: ${message}\n`)
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
      `${path}:${number}:${character + 1} ${level} ${code} ${message}`,
      `${gutter} |`,
      `${number} | ${source}`,
      `${gutter} | ${lead}${'^'.repeat(width)}`,
      ...because.map(reason => `${gutter} = ${reason}`),
      ...(suppressed ? [`${gutter} = suppressed: ${suppressed.reason}`] : []),
      ...(rule ? [`${gutter} = ${pageUrl(rule)}`] : []),
      '',
    ].join('\n')
  })
}

function summary(files: Report['files']): string {
  const all = files.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed))
  const count = (level: string, one: string, many = `${one}s`): string[] => {
    const number = all.filter(finding => finding.level === level).length
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]
  }
  const counts = [
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('information', 'note'),
    ...count('hint', 'hint'),
  ]
  const reviewed = `${files.length} ${files.length === 1 ? 'file' : 'files'} reviewed`
  return counts.length === 0 ? `Nothing to report. ${reviewed}.` : `${counts.join(', ')}. ${reviewed}.`
}

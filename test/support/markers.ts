import { english } from '../../server/src/words/en/english.ts'
import { sentenceOf, type Finding } from '../../server/src/rules/finding.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { word } from '../../server/src/words/message.ts'

/** What a marker under a line expects: `#  ^^^ KR301 warning message`, or `# <---` for what begins in the first column. */
interface Marker {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
}

const marker = /^([ \t]*(?:#|\/\/)[ \t]*)(\^+|<-+) ((?:KR\d{3}) .*)$/

/** Takes the marker lines out of a fixture: the text as it is reviewed, and what is expected of it. */
export function readMarkers(source: string): { text: string; markers: string[] } {
  const lines = source.split('\n')
  const kept: string[] = []
  const found: Marker[] = []
  for (const line of lines) {
    const [, lead = '', carets = '', text = ''] = marker.exec(line.replace(/\r$/, '')) ?? []
    if (carets === '') kept.push(line)
    else if (carets.startsWith('<')) found.push({ line: kept.length, start: 0, end: carets.length - 1, text })
    else found.push({ line: kept.length, start: lead.length, end: lead.length + carets.length, text })
  }
  return { text: kept.join('\n'), markers: found.map(show) }
}

/** Findings in the words of markers. */
export function asMarkers(text: string, findings: readonly Finding[]): string[] {
  return findings.map(finding => show(place(text, finding)))
}

/** Writes findings as marker lines under the lines that they are about. */
export function writeMarkers(text: string, findings: readonly Finding[], mark: '#' | '//'): string {
  const below = new Map<number, Marker[]>()
  for (const finding of findings) {
    const at = place(text, finding)
    below.set(at.line, [...(below.get(at.line) ?? []), at])
  }
  return text
    .split('\n')
    .flatMap((line, index) => [
      line,
      ...(below.get(index + 1) ?? []).map(({ start, end, text: message }) => {
        if (start < mark.length && start > 0) throw new Error(`no marker can stand under column ${start} of "${line}"`)
        const carets =
          start === 0
            ? `${mark} <${'-'.repeat(end - start)}`
            : `${mark}${' '.repeat(start - mark.length)}${'^'.repeat(Math.max(1, end - start))}`
        return `${carets} ${message}${line.endsWith('\r') ? '\r' : ''}`
      }),
    ])
    .join('\n')
}

function place(text: string, finding: Finding): Marker {
  const { at, code, level, folded, suppressed } = finding
  const said = word(sentenceOf(finding), english)
  const lines = indexLines(text)
  const [from, to] = [lines.position(at.span.start), lines.position(at.span.end)]
  if (from.line !== to.line) throw new Error(`${code} stands on more than one line: ${said}`)
  return {
    line: from.line + 1,
    start: from.character,
    end: Math.max(to.character, from.character + 1),
    text: `${code} ${folded ? 'folded ' : ''}${suppressed ? 'suppressed' : level} ${said}`,
  }
}

const show = ({ line, start, end, text }: Marker): string => `${line}:${start + 1}-${end + 1} ${text}`

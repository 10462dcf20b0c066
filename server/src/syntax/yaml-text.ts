import { outerOffset, type Embedded, type Stretch } from '../text/embedded.ts'
import type { ScalarTree } from './tree.ts'

/** Opens a text that a scalar holds: a block, or lines without escapes. */
export function embedInYaml(source: string, { span, text, quoted, multiline }: ScalarTree): Embedded | undefined {
  const written = source.slice(span.start, span.end)
  if (/^[|>]/.test(written)) return embedInBlock(written, span.start)
  const inside = quoted ? written.slice(1, -1) : written
  const start = span.start + (quoted ? 1 : 0)
  if (inside.includes('\n')) return embedInLines(inside, start, text)
  if (multiline || inside !== text) return undefined
  return {
    text,
    outer: offset => start + offset,
    encode: piece => (/^[\w ./:@$+=,()-]*$/.test(piece) && !/: | #/.test(piece) ? piece : undefined),
  }
}

/** Opens a block: its lines, each without the indentation that the first one has; of a folded one (`>`) those that follow each other are one. What stands further left behind its last line is none of it: actions of a template, and what a branch brings that is not taken. */
export function embedInBlock(written: string, start: number): Embedded {
  const folded = written.startsWith('>')
  const [header = '', ...all] = written.split(/(?<=\n)/)
  const indentation = /^ */.exec(all.find(line => line.trim() !== '') ?? '')?.[0] ?? ''
  const lines = all.slice(0, endOf(all, indentation))
  const stretches: Stretch[] = []
  let [text, outer] = ['', start + header.length]
  const begins = (line: string | undefined): boolean => /^\S/.test(line?.slice(indentation.length) ?? '')
  lines.forEach((line, i) => {
    const cut = Math.min(indentation.length, /^ */.exec(line)?.[0].length ?? 0)
    stretches.push({ inner: text.length, outer: outer + cut })
    const content = line.slice(cut)
    text +=
      folded && begins(line) && begins(lines[i + 1])
        ? content.replace(/\r?\n$/, end => ' '.repeat(end.length))
        : content
    outer += line.length
  })
  return {
    text,
    outer: offset => outerOffset(stretches, offset),
    encode: piece => (folded && piece.includes('\n') ? undefined : piece.replace(/\n/g, `\n${indentation}`)),
  }
}

/** How many lines a block has. Actions further left may stand between its lines. */
function endOf(lines: readonly string[], indentation: string): number {
  const isLeft = (line: string): boolean => line.trim() !== '' && !line.startsWith(indentation)
  const other = lines.findIndex(line => isLeft(line) && !line.trimStart().startsWith('{{'))
  const before = other < 0 ? lines : lines.slice(0, other)
  const last = before.findLastIndex(line => line.trim() !== '' && !isLeft(line))
  return other >= 0 || before.slice(last + 1).some(isLeft) ? last + 1 : lines.length
}

/** A scalar over several lines, of which each break is a space, or nothing behind a backslash; undefined where it says more than its lines do. */
function embedInLines(written: string, start: number, text: string): Embedded | undefined {
  const stretches: Stretch[] = []
  let [inner, outer] = ['', start]
  let between = ''
  for (const line of written.split('\n')) {
    const joined = /\\\r?$/.test(line)
    const begin = outer === start ? 0 : line.length - line.trimStart().length
    inner += between
    stretches.push({ inner: inner.length, outer: outer + begin })
    inner += joined ? line.slice(begin).replace(/\\\r?$/, '') : line.slice(begin).trimEnd()
    between = joined ? '' : ' '
    outer += line.length + 1
  }
  return inner === text ? { text, outer: offset => outerOffset(stretches, offset), encode: () => undefined } : undefined
}

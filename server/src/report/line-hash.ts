import { indexLines } from '../text/line-index.ts'

/** How many characters from the beginning of a line count, without blanks and tabs. */
const window = 100

/** What GitHub calls `primaryLocationLineHash`, as its code scanning works it out where a report has none: a hash of what stands from the beginning of the line on, and which one of its like it is in the file. By the number of the line, from 0. */
export function lineHashes(text: string): (line: number) => string {
  const lines = indexLines(text)
  const units: number[] = []
  const starts: number[] = []
  for (let line = 0; line < lines.count; line++) {
    starts.push(units.length)
    const { start, end } = lines.line(line)
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at)
      if (unit !== 32 && unit !== 9) units.push(unit)
    }
    // However a line ends, it ends; behind the last one stands the end of the file.
    units.push(line < lines.count - 1 ? 10 : 65_535)
  }
  const seen = new Map<string, number>()
  const hashes = starts.map(start => {
    let value = 0n
    for (let at = start; at < start + window; at++) value = BigInt.asUintN(64, value * 37n + BigInt(units[at] ?? 0))
    const digits = value.toString(16)
    const nth = (seen.get(digits) ?? 0) + 1
    seen.set(digits, nth)
    return `${digits}:${nth}`
  })
  return line => hashes[line] ?? ''
}

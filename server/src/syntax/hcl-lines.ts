import type { TextEdit } from '../text/edit.ts'
import { indentationAt, lineEndAfter, lineEndOf } from './write.ts'

interface Line {
  readonly start: number
  readonly key: string
  /** White space in front of the equals sign. */
  readonly padding: string
}

const assignment = /^([ \t]*)("(?:[^"\\\n]|\\.)*"|[\w.-]+|\([^)\n]*\))([ \t]*)=(?![=>])[ \t]*\S/

/** Adds `key = value` on a line behind the one of an offset. Neighbours that line up their equals signs go on doing so. */
export function alignedLine(source: string, behind: number, key: string, value: string): TextEdit[] {
  const end = lineEndAfter(source, behind)
  const first = source.lastIndexOf('\n', behind - 1) + 1
  const chain = chainAround(source, first)
  const keyStart = chain[0] ? indentationAt(source, lineEndAfter(source, chain[0].start)) : indentationAt(source, end)
  const comma = /,[ \t]*(?:#.*|\/\/.*)?$/.test(source.slice(first, end)) ? ',' : ''
  const widths = chain.map(line => line.key.length)
  const aligned = chain.every(line => line.key.length + line.padding.length === Math.max(...widths) + 1)
  const width = aligned ? Math.max(key.length, ...widths) : key.length
  const edits = aligned && width > Math.max(0, ...widths) ? chain.map(line => pad(source, line, width)) : []
  return [
    ...edits,
    { span: { start: end, end }, text: `${lineEndOf(source)}${keyStart}${key.padEnd(width)} = ${value}${comma}` },
  ]
}

function pad(source: string, { start, key, padding }: Line, width: number): TextEdit {
  const at = source.indexOf(key, start) + key.length
  return { span: { start: at, end: at + padding.length }, text: ' '.repeat(width - key.length + 1) }
}

/** The assignments in the lines above a line and in it, as far as each is whole; what spans lines stands for itself. */
function chainAround(source: string, start: number): Line[] {
  const chain: Line[] = []
  for (let at = start; at >= 0; at = source.lastIndexOf('\n', at - 2) + 1) {
    const line = read(source, at)
    if (!line) break
    chain.unshift(line)
    if (at === 0) break
  }
  return chain
}

function read(source: string, start: number): Line | undefined {
  const text = source.slice(start, lineEndAfter(source, start))
  const match = assignment.exec(text)
  if (!match) return undefined
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/(?:#|\/\/).*/s, '')
  const open = (bare.match(/[[({]/g)?.length ?? 0) - (bare.match(/[\])}]/g)?.length ?? 0)
  return open === 0 ? { start, key: match[2] ?? '', padding: match[3] ?? '' } : undefined
}

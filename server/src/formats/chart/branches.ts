import { cover } from '../../syntax/mask.ts'
import type { Span } from '../../text/span.ts'
import { startAt } from '../cursor.ts'
import type { Block } from './actions.ts'
import { holds, isLeftOut, type Here, type Template } from './work-out.ts'

/** Stands for what may come in. */
const mark = '{{x}}'

/** The blocks of a template that the values of its chart do not take: those that stand inside a stretch. */
export function notTaken(template: Template, { start, end }: Span): Block[] {
  const { file, source, blocks } = template
  const from = startAt({ file, syntax: 'yaml', source, start: 0 }, undefined)
  const here: Here = { template, rounds: new Map(), from, offset: 0, depth: 0 }
  return blocks.filter(block => {
    if (block.end === Infinity || block.start < start || block.end > end) return false
    return isLeftOut(block, here) || (holds(block, here) === undefined && cannotBe(template, block))
  })
}

/** Whether a block would break what stands behind it: its entries stand further left, and open nothing that this could belong to. Charts that run leave it out. */
function cannotBe({ source, blocks }: Template, block: Block): boolean {
  const { word, inner, end, instead } = block
  if ((word !== 'if' && word !== 'with') || instead || blocks.some(other => other.instead?.inner === inner))
    return false
  const within = source.slice(inner, end)
  const margin = /\n([ \t]*)[\w"']/.exec(within)?.[1]
  return margin !== undefined && margin.length < columnBehind(source, block) && !within.trimEnd().endsWith(':')
}

/** The text of a template without the branches that the values of its chart do not take: blank, so that all else stays in its place. Whole documents stay: somebody switches them on. */
export function withoutBranches(template: Template): string {
  const { source, blocks } = template
  const off = notTaken(template, { start: 0, end: source.length }).filter(
    block => !/^(?:---|apiVersion:|kind:)/m.test(source.slice(block.inner, block.end)),
  )
  const blank = cover(
    source,
    off.map(({ inner, end }) => ({ start: inner, end, by: ' ' })),
  )
  return off.reduce((text, block) => {
    const { inner, end, instead } = block
    // What is not there by default may be there all the same.
    const isAlone = !instead && !blocks.some(other => other.instead?.inner === inner)
    const line = isAlone ? /^[ \t]*(?=\S.{4})/m.exec(source.slice(inner, end)) : null
    // Too far left, it could not be there: what follows would stand nowhere.
    const at = line && line[0].length >= columnBehind(source, block) ? inner + line.index + line[0].length : undefined
    return at === undefined ? text : text.slice(0, at) + mark + text.slice(at + mark.length)
  }, blank)
}

/** How far in the next line stands that is no action, within the block around; 0 where none does. */
function columnBehind(source: string, { end, above }: Block): number {
  const rest = source.slice(end, above && above.end !== Infinity ? above.end : undefined)
  return /\n([ \t]*)(?![ \t\r\n]|\{\{)/.exec(rest)?.[1]?.length ?? 0
}

import { cover } from '../../syntax/mask.ts'
import type { Span } from '../../text/span.ts'
import { startAt } from '../cursor.ts'
import type { Block } from './actions.ts'
import { holds, type Here, type Template } from './work-out.ts'

/** Stands for what may come in. */
const mark = '{{x}}'

/** The blocks of a template that the values of its chart do not take: those that stand inside a stretch. */
export function notTaken(template: Template, { start, end }: Span): Block[] {
  const { file, source, blocks } = template
  const from = startAt({ file, syntax: 'yaml', source, start: 0 }, undefined)
  const here: Here = { template, rounds: new Map(), from, offset: 0, depth: 0 }
  return blocks.filter(
    block => block.end !== Infinity && start <= block.start && block.end <= end && holds(block, here) === false,
  )
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
  return off.reduce((text, { inner, end, instead }) => {
    // What is not there by default may be there all the same.
    const isAlone = !instead && !blocks.some(other => other.instead?.inner === inner)
    const line = isAlone ? /^[ \t]*(?=\S.{4})/m.exec(source.slice(inner, end)) : null
    const at = line ? inner + line.index + line[0].length : undefined
    return at === undefined ? text : text.slice(0, at) + mark + text.slice(at + mark.length)
  }, blank)
}

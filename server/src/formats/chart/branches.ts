import { cover } from '../../syntax/mask.ts'
import { startAt } from '../cursor.ts'
import type { Block } from './actions.ts'
import { readPipeline } from './pipeline.ts'
import { isTrue, type Here, type Template } from './work-out.ts'

/** Stands for what may come in. */
const mark = '{{x}}'

/** The text of a template without the branches that the values of its chart do not take: blank, so that all else stays in its place. Whole documents stay: somebody switches them on. */
export function withoutBranches(source: string, template: Template): string {
  const from = startAt({ file: template.file, syntax: 'yaml', source, start: 0 }, undefined)
  const here: Here = { template, rounds: new Map(), from, offset: 0, depth: 0 }
  const off = template.blocks.filter(
    block =>
      block.end !== Infinity &&
      holds(block, here) === false &&
      !/^(?:---|apiVersion:|kind:)/m.test(source.slice(block.inner, block.end)),
  )
  const blank = cover(
    source,
    off.map(({ inner, end }) => ({ start: inner, end, by: ' ' })),
  )
  return off.reduce((text, { inner, end, instead }) => {
    // What is not there by default may be there all the same.
    const isAlone = !instead && !template.blocks.some(other => other.instead?.inner === inner)
    const line = isAlone ? /^[ \t]*(?=\S.{4})/m.exec(source.slice(inner, end)) : null
    const at = line ? inner + line.index + line[0].length : undefined
    return at === undefined ? text : text.slice(0, at) + mark + text.slice(at + mark.length)
  }, blank)
}

/** Whether what stands in a block is given out; undefined where that cannot be told. */
function holds({ word, head, start, instead }: Block, here: Here): boolean | undefined {
  const own = (): boolean | undefined => isTrue(readPipeline(head), { ...here, offset: start })
  if (word === 'if') return own()
  if (word !== 'else' || !instead) return undefined
  const before = isTaken(instead, here)
  if (before !== false) return before === undefined ? undefined : false
  return head === '' || own()
}

/** Whether a branch, or one before it, is taken. */
function isTaken(block: Block, here: Here): boolean | undefined {
  const own = holds(block, here)
  return own === false && block.instead ? isTaken(block.instead, here) : own
}

import { actionsIn } from '../../syntax/mask.ts'
import type { Span } from '../../text/span.ts'

/** An action of a Go template, and what stands between its braces. */
export interface Action extends Span {
  readonly words: string
}

/** What an action chooses, repeats or looks into; what stands between it and its `end`. */
export interface Block {
  /** `if`, `range`, `with`, or one that is only defined here. */
  readonly word: string
  /** What stands behind that word. */
  readonly head: string
  readonly start: number
  /** Where its own action ends. */
  readonly inner: number
  readonly end: number
  readonly above: Block | undefined
  /** Of an `else`, what it is the other side of. */
  readonly instead?: Block
}

/** Longer actions are not read. */
const longest = 400

/** The actions of a template, in their order. */
export const readActions = (text: string): Action[] =>
  actionsIn(text).map(({ start, end }) => ({
    start,
    end,
    words:
      end - start > longest
        ? ''
        : text
            .slice(start + 2, end - 2)
            .replace(/^-|-$/g, '')
            .trim(),
  }))

const opens: ReadonlySet<string> = new Set(['if', 'range', 'with', 'define', 'block'])

/** The blocks of a template, the outer before those in them. */
export function readBlocks(actions: readonly Action[]): Block[] {
  const found: { -readonly [K in keyof Block]: Block[K] }[] = []
  const open: (typeof found)[number][] = []
  for (const { words, start, end } of actions) {
    const [word = '', ...rest] = words.split(/\s+/)
    if (opens.has(word)) {
      const block = { word, head: rest.join(' '), start, inner: end, end: Infinity, above: open.at(-1) }
      found.push(block)
      open.push(block)
    } else if (word === 'else') {
      // What holds between here and the end is not what the head before says.
      const block = open.pop()
      if (!block) continue
      block.end = start
      const [, ...head] = rest
      const other = {
        word: 'else',
        head: head.join(' '),
        start,
        inner: end,
        end: Infinity,
        above: block.above,
        instead: block,
      }
      found.push(other)
      open.push(other)
    } else if (word === 'end') {
      const block = open.pop()
      if (block) block.end = start
    }
  }
  return found
}

/** A stretch of a template up to where a block ends that begins before it, or one begins that ends behind it. */
export function withinBranch(text: string): string {
  const open: number[] = []
  for (const { words, start } of readActions(text)) {
    const [word = ''] = words.split(/\s+/, 1)
    if (opens.has(word)) open.push(start)
    else if (word === 'else' && open.length === 0) return text.slice(0, start).trimEnd()
    else if (word === 'end' && open.pop() === undefined) return text.slice(0, start).trimEnd()
  }
  return open[0] === undefined ? text : text.slice(0, open[0]).trimEnd()
}

/** The innermost block around an offset. */
export const blockAt = (blocks: readonly Block[], offset: number): Block | undefined =>
  blocks.findLast(({ start, end }) => start < offset && offset < end)

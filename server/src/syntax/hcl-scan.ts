import type { Span } from '../text/span.ts'

/** What a quick look at HCL tells: where its blocks begin, and what has to be blanked out so that the rest can be read. */
export interface Scan {
  /** Offsets of what stands at the top: blocks, and attributes of a file of values. */
  readonly starts: readonly number[]
  /** Half-typed stretches; `_` stands for a value, a space for nothing at all. */
  readonly masks: readonly (Span & { readonly by: '_' | ' ' })[]
  /** What would close everything that is still open at the end. */
  readonly closers: string
}

interface Open {
  readonly kind: '"' | '${' | '{' | 'object' | '[' | '('
  readonly at: number
}

const topLevel =
  /(?:resource|data|variable|output|locals|provider|module|terraform|moved|import|check|removed|ephemeral)(?:[ \t]+(?:"[^"\n]*"|[\w-]+)){0,2}[ \t]*\{/y
const attributeOrBlock = /[ \t]*[\w-]+[ \t]*(?:=(?![=>])|(?:"[^"\n]*"[ \t]*)*\{)/y
const halfTyped = /[ \t]*([\w-]+[ \t]*(?:=[ \t]*)?)(?:(?:#|\/\/).*)?(?=\r?\n|$)/y
const heredoc = /<<-?[ \t]*([A-Za-z_][\w-]*)[ \t]*\r?\n/y
const skipped = /[^"#/<{}()[\]\n$%\\=,:?>A-Za-z_]+/y

/** Looks over a text of HCL once. A quoted string ends at the end of its line; a keyword of the top level in the first column closes what is open. */
export function scanHcl(text: string): Scan {
  const starts: number[] = []
  const masks: (Span & { by: '_' | ' ' })[] = []
  let stack: Open[] = []
  /** The last character that was neither white space nor comment. */
  let last = ''
  let at = 0

  const test = (pattern: RegExp, offset: number): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  const lineEnd = (offset: number): number => {
    const end = text.indexOf('\n', offset)
    return end < 0 ? text.length : end
  }
  const mask = (from: number): void => {
    const line = text.slice(from, lineEnd(from))
    masks.push({ start: from, end: from + Math.max(1, line.replace(/[\])},\s]+$/, '').length), by: '_' })
  }
  /** Blanks out everything from the opener at a depth of the stack, and forgets it. */
  const giveUp = (depth: number): void => {
    const open = stack[depth]
    if (open) mask(open.at)
    stack = stack.slice(0, depth)
    last = '_'
  }

  const beginLine = (): void => {
    if (at >= text.length) return
    const column0 = /[A-Za-z_]/.test(text[at] ?? '')
    if (column0 && stack.length > 0 && test(topLevel, at)) stack = []
    const top = stack.at(-1)
    if (column0 && !top) starts.push(at)
    if ((top?.kind === '(' || top?.kind === '[') && test(attributeOrBlock, at)) {
      let depth = stack.length - 1
      while (depth > 0 && (stack[depth - 1]?.kind === '(' || stack[depth - 1]?.kind === '[')) depth--
      giveUp(depth)
    }
    const now = stack.at(-1)
    if (now && now.kind !== '{') return
    const half = test(halfTyped, at)
    if (!half) return
    const start = at + half[0].indexOf(half[1] ?? '')
    masks.push({ start, end: start + (half[1]?.length ?? 0), by: ' ' })
    at = lineEnd(at)
  }

  beginLine()
  while (at < text.length) {
    const character = text[at] ?? ''
    const top = stack.at(-1)?.kind
    if (character === '\n') {
      const string = stack.findIndex(({ kind }) => kind === '"')
      if (
        string >= 0 &&
        (top === '"' || test(attributeOrBlock, at + 1) || /^[ \t]*\}/.test(text.slice(at + 1, at + 200)))
      )
        giveUp(string)
      else if (last === '.' && top !== '"')
        masks.push({ start: text.lastIndexOf('.', at), end: text.lastIndexOf('.', at) + 1, by: ' ' })
      at++
      beginLine()
    } else if (top === '"') {
      if (character === '\\') at++
      else if ((character === '$' || character === '%') && text[at + 1] === '{' && text[at - 1] !== character)
        stack.push({ kind: '${', at: at++ })
      else if (character === '"') {
        stack.pop()
        last = '"'
      }
      at++
    } else if (character === '#' || (character === '/' && text[at + 1] === '/')) {
      at = lineEnd(at)
    } else if (character === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2)
      at = end < 0 ? text.length : end + 2
    } else if (character === '<' && text[at + 1] === '<') {
      const [whole, mark = ''] = test(heredoc, at) ?? []
      const end = whole === undefined ? null : new RegExp(`^[ \\t]*${mark}[ \\t]*(?=\\r?$)`, 'gm')
      if (end && whole !== undefined) end.lastIndex = at + whole.length
      const found = end?.exec(text)
      if (!found) mask(at)
      at = found ? found.index + found[0].length : lineEnd(at)
      last = '_'
    } else if (character === '"') {
      stack.push({ kind: '"', at: at++ })
    } else if (character === '{') {
      stack.push({ kind: /[=([,:?>{]/.test(last) ? 'object' : '{', at: at++ })
      last = '{'
    } else if (character === '[' || character === '(') {
      stack.push({ kind: character, at: at++ })
      last = character
    } else if (character === '}' || character === ']' || character === ')') {
      close(character)
      last = character
      at++
    } else {
      const run = test(skipped, at)
      if (run) {
        const written = run[0].trim()
        if (written !== '') last = written.at(-1) ?? last
        at += run[0].length
      } else {
        last = character
        at++
      }
    }
  }
  const string = stack.findIndex(({ kind }) => kind === '"')
  if (string >= 0) giveUp(string)
  return {
    starts,
    masks,
    closers: stack
      .reverse()
      .map(({ kind }) => (kind === '[' ? ']' : kind === '(' ? ')' : '}'))
      .join(''),
  }

  function close(character: '}' | ']' | ')'): void {
    const kinds: readonly Open['kind'][] = character === '}' ? ['{', 'object', '${'] : character === ']' ? ['['] : ['(']
    const depth = stack.findLastIndex(({ kind }) => kinds.includes(kind))
    if (depth < 0) return
    // What was opened inside and never closed is blanked out.
    if (depth < stack.length - 1) giveUp(depth + 1)
    stack.pop()
  }
}

/** The text with its half-typed stretches blanked out, as long as before, and everything closed behind its end. */
export function healHcl(text: string): { healed: string; masks: Scan['masks'] } {
  const { masks, closers } = scanHcl(text)
  let healed = text
  for (const { start, end, by } of masks)
    healed = healed.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, by) + healed.slice(end)
  return { healed: closers === '' ? healed : `${healed}\n${closers}`, masks }
}

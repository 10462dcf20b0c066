import type { Span } from '../text/span.ts'
import { cover } from './mask.ts'

/** What a quick look at HCL tells: where its blocks begin, and what has to be blanked out so that the rest can be read. */
export interface Scan {
  /** Offsets of what stands at the top: blocks, and attributes of a file of values. */
  readonly starts: readonly number[]
  /** Half-typed stretches; `_` stands for a value, a space for nothing at all. */
  readonly masks: readonly (Span & { readonly by: '_' | ' ' })[]
  /** What would close everything that is still open at the end. */
  readonly closers: string
  /** Whether it opens so much inside one another that nobody has written it: the look ends there. */
  readonly isTooDeep: boolean
}

/** So many brackets, quotes and insertions inside one another make the parser's work grow with their square. */
const most = 1000

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
export const scanHcl = (text: string): Scan => new Scanner(text).scan()

const closes: ReadonlyMap<string, readonly Open['kind'][]> = new Map<string, readonly Open['kind'][]>([
  ['}', ['{', 'object', '${']],
  [']', ['[']],
  [')', ['(']],
])
const closers: Readonly<Record<Open['kind'], string>> = {
  '[': ']',
  '(': ')',
  '{': '}',
  object: '}',
  '${': '}',
  '"': '}',
}

class Scanner {
  readonly #text: string
  readonly #starts: number[] = []
  readonly #masks: (Span & { by: '_' | ' ' })[] = []
  #stack: Open[] = []
  /** The last character that was neither white space nor comment. */
  #last = ''
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  scan(): Scan {
    this.#beginLine()
    while (this.#at < this.#text.length && this.#stack.length <= most) {
      if (this.#text[this.#at] === '\n') this.#endLine()
      else if (this.#stack.at(-1)?.kind === '"') this.#inString()
      else if (!this.#comment() && !this.#heredoc() && !this.#bracket()) this.#other()
    }
    const isTooDeep = this.#stack.length > most
    this.#giveUpString()
    const open = this.#stack.map(({ kind }) => closers[kind])
    return { starts: this.#starts, masks: this.#masks, closers: open.reverse().join(''), isTooDeep }
  }

  #test(pattern: RegExp, offset: number): RegExpExecArray | null {
    pattern.lastIndex = offset
    return pattern.exec(this.#text)
  }

  #lineEnd(offset: number): number {
    const end = this.#text.indexOf('\n', offset)
    return end < 0 ? this.#text.length : end
  }

  #mask(from: number): void {
    const line = this.#text.slice(from, this.#lineEnd(from))
    this.#masks.push({
      start: from,
      end: from + Math.max(1, line.replace(/(?<![\])},\s])[\])},\s]+$/, '').length),
      by: '_',
    })
  }

  /** Blanks out everything from the opener at a depth of the stack, and forgets it. */
  #giveUp(depth: number): void {
    const open = this.#stack[depth]
    if (open) this.#mask(open.at)
    this.#stack = this.#stack.slice(0, depth)
    this.#last = '_'
  }

  #giveUpString(): void {
    const string = this.#stack.findIndex(({ kind }) => kind === '"')
    if (string >= 0) this.#giveUp(string)
  }

  #beginLine(): void {
    if (this.#at >= this.#text.length) return
    if (/[A-Za-z_]/.test(this.#text[this.#at] ?? '')) {
      if (this.#stack.length > 0 && this.#test(topLevel, this.#at)) this.#stack = []
      if (this.#stack.length === 0) this.#starts.push(this.#at)
    }
    this.#giveUpBrackets()
    const now = this.#stack.at(-1)
    const half = now && now.kind !== '{' ? null : this.#test(halfTyped, this.#at)
    if (!half) return
    const start = this.#at + half[0].indexOf(half[1] ?? '')
    this.#masks.push({ start, end: start + (half[1]?.length ?? 0), by: ' ' })
    this.#at = this.#lineEnd(this.#at)
  }

  /** An attribute or a block on a line of its own ends the brackets that are open. */
  #giveUpBrackets(): void {
    const isBracket = (open: Open | undefined): boolean => open?.kind === '(' || open?.kind === '['
    if (!isBracket(this.#stack.at(-1)) || !this.#test(attributeOrBlock, this.#at)) return
    let depth = this.#stack.length - 1
    while (depth > 0 && isBracket(this.#stack[depth - 1])) depth--
    this.#giveUp(depth)
  }

  #endLine(): void {
    const inString = this.#stack.at(-1)?.kind === '"'
    const hasString = this.#stack.some(({ kind }) => kind === '"')
    if (hasString && (inString || this.#opensAnew(this.#at + 1))) this.#giveUpString()
    else if (this.#last === '.' && !inString) {
      const dot = this.#text.lastIndexOf('.', this.#at)
      this.#masks.push({ start: dot, end: dot + 1, by: ' ' })
    }
    this.#at++
    this.#beginLine()
  }

  /** Whether a line begins with something that no string goes on with. */
  #opensAnew(offset: number): boolean {
    return !!this.#test(attributeOrBlock, offset) || /^[ \t]*\}/.test(this.#text.slice(offset, offset + 200))
  }

  #inString(): void {
    const character = this.#text[this.#at] ?? ''
    const interpolates = character === '$' || character === '%'
    if (character === '\\') this.#at++
    else if (interpolates && this.#text[this.#at + 1] === '{' && this.#text[this.#at - 1] !== character)
      this.#stack.push({ kind: '${', at: this.#at++ })
    else if (character === '"') {
      this.#stack.pop()
      this.#last = '"'
    }
    this.#at++
  }

  #comment(): boolean {
    const begins = (mark: string): boolean => this.#text.startsWith(mark, this.#at)
    if (begins('#') || begins('//')) {
      this.#at = this.#lineEnd(this.#at)
      return true
    }
    if (!begins('/*')) return false
    const end = this.#text.indexOf('*/', this.#at + 2)
    this.#at = end < 0 ? this.#text.length : end + 2
    return true
  }

  #heredoc(): boolean {
    if (!this.#text.startsWith('<<', this.#at)) return false
    const [whole, mark = ''] = this.#test(heredoc, this.#at) ?? []
    const end = whole === undefined ? undefined : new RegExp(`^[ \\t]*${mark}[ \\t]*(?=\\r?$)`, 'gm')
    const found = end && this.#test(end, this.#at + (whole?.length ?? 0))
    if (!found) this.#mask(this.#at)
    this.#at = found ? found.index + found[0].length : this.#lineEnd(this.#at)
    this.#last = '_'
    return true
  }

  #bracket(): boolean {
    const character = this.#text[this.#at] ?? ''
    if (character === '"') {
      this.#stack.push({ kind: '"', at: this.#at++ })
      return true
    }
    if (character === '{' || character === '[' || character === '(') {
      const kind = character === '{' && /[=([,:?>{]/.test(this.#last) ? 'object' : character
      this.#stack.push({ kind, at: this.#at })
    } else if (closes.has(character)) this.#close(character)
    else return false
    this.#last = character
    this.#at++
    return true
  }

  #close(character: string): void {
    const kinds = closes.get(character) ?? []
    const depth = this.#stack.findLastIndex(({ kind }) => kinds.includes(kind))
    if (depth < 0) return
    // What was opened inside and never closed is blanked out.
    if (depth < this.#stack.length - 1) this.#giveUp(depth + 1)
    this.#stack.pop()
  }

  #other(): void {
    const run = this.#test(skipped, this.#at)
    const written = (run?.[0] ?? this.#text[this.#at] ?? '').trim()
    if (written !== '') this.#last = written.at(-1) ?? this.#last
    this.#at += run?.[0].length ?? 1
  }
}

/** The text with its half-typed stretches blanked out, as long as before, and everything closed behind its end. */
export function healHcl(text: string, { masks, closers }: Scan): string {
  const healed = cover(
    text,
    [...masks].sort((a, b) => a.start - b.start),
  )
  return closers === '' ? healed : `${healed}\n${closers}`
}

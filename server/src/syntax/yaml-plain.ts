import type { Span } from '../text/span.ts'
import { deepest, type Entry, type ScalarTree, type Tree } from './tree.ts'

/** Reads a document of YAML that is written plainly: maps and lists in lines, texts of one line. Undefined for any other, which the library reads. */
export function readPlainYaml(text: string): Tree | undefined {
  return unusual.test(text) ? undefined : new Reader(text).root()
}

/** What no plain document holds: tabs, carriage returns and other control characters, a document's end, directives. */
const unusual = /[^\n -~\u00A0-\uD7FF]|^\.\.\.|^%/m

const [lineFeed, space, quotes, hash, apostrophe, comma, dash, colon] = [0x0a, 0x20, 0x22, 0x23, 0x27, 0x2c, 0x2d, 0x3a]
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d]
const brackets: ReadonlySet<number> = new Set([comma, openList, closeList, openMap, closeMap])

/** A key with the colon behind it; the library takes no longer one than a thousand characters. */
const key = /([\w./][\w./-]{0,500}):(?=[ \n]|$)/y
/** How a text without quotes begins, in a line and in brackets: like nothing else. */
const first = /[\w./$+=\\(~^<;\u00A0-\uD7FF]|-(?=[^\s#])/y
const firstInBrackets = /[\w./$+=\\(~^<;]|-(?=[\w.])/y
const none: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL'])

/** Thrown where a document is not plain. */
const notPlain = new Error('not plain')

class Reader {
  readonly #text: string
  /** The next character that belongs to a value; the end of the text where there is none. */
  #at = 0
  /** How far it is indented. */
  #column = 0
  /** Behind the line of what was read last. */
  #end = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  root(): Tree | undefined {
    try {
      if (this.#text.startsWith('---')) {
        this.#at = 3
        this.#endLine()
      } else this.#skipEmpty()
      if (this.#column !== 0 || this.#at === this.#text.length) return undefined
      const tree = this.#block()
      return this.#at === this.#text.length ? tree : undefined
    } catch (error) {
      if (error === notPlain) return undefined
      throw error
    }
  }

  /** Whether an entry of a list stands here. */
  #isItem(): boolean {
    const behind = this.#text.charCodeAt(this.#at + 1)
    return this.#text.charCodeAt(this.#at) === dash && !(behind > space)
  }

  #block(): Tree {
    if (++this.#depth > deepest) throw notPlain
    const tree = this.#isItem() ? this.#list() : this.#map()
    this.#depth--
    return tree
  }

  #list(): Tree {
    const [start, column] = [this.#at, this.#column]
    const items: (Tree | undefined)[] = []
    while (this.#column === column && this.#isItem()) {
      this.#at++
      this.#column++
      items.push(this.#value(column, false))
    }
    if (this.#column > column) throw notPlain
    return { kind: 'list', span: { start, end: this.#end }, items }
  }

  #isKey(): boolean {
    key.lastIndex = this.#at
    return key.test(this.#text)
  }

  #map(): Tree {
    const [start, column] = [this.#at, this.#column]
    const entries: Entry[] = []
    while (this.#column === column && this.#at < this.#text.length && !this.#isItem()) {
      const from = this.#at
      if (!this.#isKey()) throw notPlain
      const to = key.lastIndex - 1
      this.#at = to + 1
      const value = this.#value(column, true)
      entries.push({ key: this.#text.slice(from, to), keySpan: { start: from, end: to }, value })
    }
    if (this.#column > column) throw notPlain
    return { kind: 'map', span: { start, end: this.#end }, entries }
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === space) {
      this.#at++
      this.#column++
    }
  }

  /** What stands behind a key or a dash in a column: in the same line, or indented below it. A list may stand in the column of its key. */
  #value(column: number, isKeyed: boolean): Tree | undefined {
    this.#skipSpaces()
    const code = this.#text.charCodeAt(this.#at)
    if (code !== lineFeed && code !== hash && this.#at < this.#text.length) {
      if (!isKeyed && this.#isKey()) return this.#block()
      const tree = this.#inLine()
      this.#endLine()
      return tree
    }
    const lineEnd = this.#text.indexOf('\n', this.#at)
    const isFollowed = this.#endLine()
    const isBelow = this.#column > column || (isKeyed && this.#column === column && this.#isItem())
    if (isBelow && this.#at < this.#text.length) return this.#block()
    // How far a map reaches whose last value is missing, comments and empty lines decide.
    if (!isFollowed || code === hash) throw notPlain
    this.#end = lineEnd < 0 ? this.#text.length : lineEnd
    return undefined
  }

  /** Goes on behind the line, which may end in a comment, and behind those that are empty or comments; tells whether there were none of those. */
  #endLine(): boolean {
    const spaced = this.#text.charCodeAt(this.#at) === space || this.#text.charCodeAt(this.#at - 1) === space
    this.#skipSpaces()
    const code = this.#text.charCodeAt(this.#at)
    if (this.#at < this.#text.length && code !== lineFeed && !(code === hash && spaced)) throw notPlain
    this.#nextLine()
    this.#end = this.#at
    return this.#skipEmpty()
  }

  /** Goes on behind lines that are empty or comments. To which map a comment belongs that is indented further than what follows is for the library to tell. */
  #skipEmpty(): boolean {
    const start = this.#at
    let deepestComment = 0
    for (;;) {
      this.#column = 0
      this.#skipSpaces()
      const first = this.#text.charCodeAt(this.#at)
      if (first !== lineFeed && first !== hash) break
      if (first === hash) deepestComment = Math.max(deepestComment, this.#column)
      this.#nextLine()
    }
    if (deepestComment > this.#column) throw notPlain
    return this.#at - this.#column === start
  }

  #nextLine(): void {
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end + 1
  }

  /** A value in a line; undefined for null. */
  #inLine(): Tree | undefined {
    const code = this.#text.charCodeAt(this.#at)
    if (code === quotes || code === apostrophe) return this.#quoted(code)
    if (code === openList || code === openMap) return this.#collection(code)
    return this.#plain(first, false)
  }

  /** A text without quotes, to the end of its line, or of its place in brackets. */
  #plain(begin: RegExp, isInBrackets: boolean): ScalarTree | undefined {
    const { start } = this.#match(begin)
    let end = this.#at
    for (let at = end; !this.#endsPlain(at, isInBrackets); at++) if (this.#text.charCodeAt(at) !== space) end = at + 1
    this.#at = end
    const text = this.#text.slice(start, end)
    return none.has(text) ? undefined : { kind: 'scalar', span: { start, end }, text, quoted: false, multiline: false }
  }

  /** Whether a text without quotes ends before a character. */
  #endsPlain(at: number, isInBrackets: boolean): boolean {
    const code = this.#text.charCodeAt(at)
    if (code === colon && !(isInBrackets ? /[\w/]/ : /\S/).test(this.#text.charAt(at + 1))) throw notPlain
    if (code === hash) return this.#text.charCodeAt(at - 1) === space
    return Number.isNaN(code) || code === lineFeed || (isInBrackets && brackets.has(code))
  }

  #match(pattern: RegExp): Span {
    const start = this.#at
    pattern.lastIndex = start
    if (!pattern.test(this.#text)) throw notPlain
    this.#at = pattern.lastIndex
    return { start, end: this.#at }
  }

  #quoted(quote: number): ScalarTree {
    const start = this.#at
    for (let at = start + 1; ; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === quote) {
        this.#at = at + 1
        break
      }
      if (Number.isNaN(code) || code === lineFeed || code === 0x5c) throw notPlain
    }
    if (this.#text.charCodeAt(this.#at) === quote) throw notPlain
    const text = this.#text.slice(start + 1, this.#at - 1)
    return { kind: 'scalar', span: { start, end: this.#at }, text, quoted: true, multiline: false }
  }

  /** A list or a map in brackets, in one line. */
  #collection(open: number): Tree {
    if (++this.#depth > deepest) throw notPlain
    const start = this.#at++
    const close = open === openList ? closeList : closeMap
    const [items, entries]: [(Tree | undefined)[], Entry[]] = [[], []]
    this.#skipSpaces()
    while (this.#text.charCodeAt(this.#at) !== close) {
      if (open === openMap) entries.push(this.#entry())
      else items.push(this.#element())
      this.#skipSpaces()
      const behind = this.#text.charCodeAt(this.#at)
      if (behind !== comma && behind !== close) throw notPlain
      if (behind === comma) this.#at++
      this.#skipSpaces()
    }
    this.#at++
    this.#depth--
    const span = { start, end: this.#at }
    return open === openMap ? { kind: 'map', span, entries } : { kind: 'list', span, items }
  }

  #entry(): Entry {
    const { start, end } = this.#match(key)
    this.#skipSpaces()
    return {
      key: this.#text.slice(start, end - 1),
      keySpan: { start, end: end - 1 },
      value: this.#element(),
    }
  }

  #element(): Tree | undefined {
    const code = this.#text.charCodeAt(this.#at)
    if (code === quotes || code === apostrophe) return this.#quoted(code)
    return code === openList || code === openMap ? this.#collection(code) : this.#plain(firstInBrackets, true)
  }
}

import { deepest, type Entry, type ScalarTree, type Tree } from './tree.ts'

/** Reads a text that is one object or list of JSON as its standard has it, without comments; undefined for any other, of which a tolerant parser makes the best. */
export function readPlainJson(text: string): Tree | undefined {
  const reader = new Reader(text)
  const tree = reader.root()
  return reader.isPlain ? tree : undefined
}

const [quote, comma, minus, nine, zero, colon] = [0x22, 0x2c, 0x2d, 0x39, 0x30, 0x3a]
const [openList, backslash, closeList, openMap, closeMap] = [0x5b, 0x5c, 0x5d, 0x7b, 0x7d]
const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20]

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literal = /true|false|null/y

/** Goes through a text once. What is not plain ends it. */
class Reader {
  isPlain = true
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  root(): Tree | undefined {
    const first = this.#next()
    const tree = first === openMap || first === openList ? this.#value(first) : this.#refuse()
    this.#next()
    if (this.#at < this.#text.length) this.#refuse()
    return tree
  }

  #refuse(): undefined {
    this.isPlain = false
    this.#at = this.#text.length
  }

  /** The character behind white space; NaN at the end. */
  #next(): number {
    let code = this.#text.charCodeAt(this.#at)
    while (code === space || code === lineFeed || code === carriageReturn || code === tab)
      code = this.#text.charCodeAt(++this.#at)
    return code
  }

  /** Goes on behind a character, where it comes next. */
  #takes(wanted: number): boolean {
    if (this.#next() !== wanted) return false
    this.#at++
    return true
  }

  /** A value that begins with a character; undefined for null. */
  #value(first: number): Tree | undefined {
    if (first === quote) return this.#string()
    if (first === openMap || first === openList) {
      if (this.#depth >= deepest) return this.#refuse()
      this.#depth++
      const tree = first === openMap ? this.#map() : this.#list()
      this.#depth--
      return tree
    }
    const isNumber = first === minus || (first >= zero && first <= nine)
    return this.#word(isNumber ? number : literal)
  }

  #map(): Tree | undefined {
    const start = this.#at++
    const entries: Entry[] = []
    if (this.#next() !== closeMap)
      do {
        const key = this.#next() === quote ? this.#string() : undefined
        if (!key || !this.#takes(colon)) return this.#refuse()
        entries.push({ key: key.text, keySpan: key.span, value: this.#value(this.#next()) })
      } while (this.#takes(comma))
    return this.#takes(closeMap) ? { kind: 'map', span: { start, end: this.#at }, entries } : this.#refuse()
  }

  #list(): Tree | undefined {
    const start = this.#at++
    const items: (Tree | undefined)[] = []
    if (this.#next() !== closeList)
      do items.push(this.#value(this.#next()))
      while (this.#takes(comma))
    return this.#takes(closeList) ? { kind: 'list', span: { start, end: this.#at }, items } : this.#refuse()
  }

  #string(): ScalarTree | undefined {
    const start = this.#at
    let escaped = false
    let at = start + 1
    for (let code = this.#text.charCodeAt(at); code !== quote; code = this.#text.charCodeAt(++at)) {
      // Also false at the end of the text, where there is no character.
      if (!(code >= space)) return this.#refuse()
      if (code === backslash) {
        escaped = true
        at++
      }
    }
    this.#at = at + 1
    const text = escaped ? unescaped(this.#text.slice(start, this.#at)) : this.#text.slice(start + 1, at)
    if (text === undefined) return this.#refuse()
    return { kind: 'scalar', span: { start, end: this.#at }, text, quoted: true, multiline: false }
  }

  #word(pattern: RegExp): ScalarTree | undefined {
    const start = this.#at
    pattern.lastIndex = start
    if (!pattern.test(this.#text)) return this.#refuse()
    const end = pattern.lastIndex
    this.#at = end
    const text = this.#text.slice(start, end)
    return text === 'null' ? undefined : { kind: 'scalar', span: { start, end }, text, quoted: false, multiline: false }
  }
}

function unescaped(written: string): string | undefined {
  try {
    return JSON.parse(written) as string
  } catch {
    return undefined
  }
}

import { commentText, type Token } from './tokens.ts'

/** A walk over the tokens of a text with braces and semicolons. */
export class TokenWalk {
  at = 0
  readonly source: string
  readonly #tokens: readonly Token[]

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source
    this.#tokens = tokens
  }

  /** The token here, or some tokens further on. */
  here(offset = 0): Token | undefined {
    return this.#tokens[this.at + offset]
  }

  is(text: string, offset = 0): boolean {
    return this.#tokens[this.at + offset]?.text === text
  }

  /** The tokens at which something may begin, until one of some marks stands here; what nobody takes is passed over. */
  *until(...marks: readonly string[]): Generator<Token> {
    for (let token = this.here(); token && !marks.includes(token.text); token = this.here()) {
      const from = this.at
      yield token
      if (this.at === from) this.at++
    }
  }

  /** Takes a mark, if it stands here. */
  take(mark: string): boolean {
    if (!this.is(mark)) return false
    this.at++
    return true
  }

  /** Takes tokens up to a semicolon, which is taken; a brace that closes more than was opened ends it too. */
  statement(): Token[] {
    const taken: Token[] = []
    let depth = 0
    for (let token = this.here(); token; token = this.here()) {
      if (token.text === '}' && depth-- === 0) return taken
      this.at++
      if (token.text === ';' && depth <= 0) return taken
      if (token.text === '{') depth++
      taken.push(token)
    }
    return taken
  }

  /** Takes what is between braces, if they open here. */
  skipBraces(): void {
    if (!this.is('{')) return
    this.at++
    this.skipRest()
  }

  /** Takes tokens up to the brace that closes the one already taken. */
  skipRest(): void {
    for (let depth = 1, token = this.here(); token; token = this.here()) {
      this.at++
      if (token.text === '{') depth++
      if (token.text === '}' && --depth === 0) return
    }
  }

  /** The comment above a token; one that stands on the line of the token before belongs to that. */
  docBefore(token: Token): string {
    if (token.lead === token.start) return ''
    const before = this.#tokens[token.index - 1]
    const lineEnd = before ? this.source.slice(before.end, token.start).search(/[\r\n]/) : 0
    return commentText(
      this.source,
      before && lineEnd >= 0 && token.lead < before.end + lineEnd ? before.end + lineEnd : token.lead,
      token.start,
    )
  }

  /** The comment behind a token on its line. */
  docAfter(token: Token): string {
    const next = this.here()
    const rest = this.source.slice(token.end, next?.start)
    const line = rest.slice(0, Math.max(0, rest.search(/[\r\n]|$/)))
    return line.includes('/') ? commentText(line, 0, line.length) : ''
  }
}

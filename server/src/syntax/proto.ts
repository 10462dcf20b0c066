import type { Span } from '../text/span.ts'
import { TokenWalk } from './token-walk.ts'
import { tokensOf, unquote, type Token } from './tokens.ts'
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree.ts'

/**
 * Reads a .proto file of any syntax or edition, however broken, into one map: `package`, `imports`, `services` (their names), `types`. A type has `kind` (message, enum, extend), `name`, `doc`,
 * `types` and `fields`; a field has `name`, `type`, `id`, `label`, `oneof`, `doc` and `options` by their names. Undefined when the text holds nothing.
 */
export function readProto(source: string): Tree | undefined {
  const tokens = tokensOf(source)
  return tokens.length === 0 ? undefined : new ProtoReader(source, tokens).file()
}

const labels = new Set(['optional', 'required', 'repeated'])
const scalar = (token: { start: number; end: number }, text: string, quoted = false): ScalarTree => ({
  kind: 'scalar',
  span: { start: token.start, end: token.end },
  text,
  quoted,
  multiline: false,
})
const entry = (
  key: string,
  value: Tree,
  keySpan: Span = { start: value.span.start, end: value.span.start },
): Entry => ({ key, keySpan, value })
const list = (span: Span, items: readonly Tree[]): ListTree => ({ kind: 'list', span, items })
const tokenAt = (key: string, token: Token | undefined): Entry[] =>
  token ? [entry(key, scalar(token, token.text))] : []
const deepest = 64

class ProtoReader extends TokenWalk {
  /** The first token that stands where the language has no place for it, and what would. */
  #unexpected: { readonly token: Token; readonly expected: string } | undefined

  file(): MapTree {
    const span = { start: 0, end: this.source.length }
    const [types, imports, services, entries]: [Tree[], Tree[], Tree[], Entry[]] = [[], [], [], []]
    while (this.here()) {
      const type = this.#declaration(0)
      if (type) types.push(type)
      else if (this.take('package')) entries.push(...this.#package())
      else if (this.take('import')) imports.push(...this.#import())
      else if (this.is('syntax') || this.is('edition') || this.is('option')) this.statement()
      else if (!this.#service(services)) this.#pass()
    }
    const unexpected = this.#unexpected
      ? [
          entry('unexpected', scalar(this.#unexpected.token, this.#unexpected.token.text)),
          entry('expected', scalar(this.#unexpected.token, this.#unexpected.expected)),
        ]
      : []
    return {
      kind: 'map',
      span,
      entries: [
        ...entries,
        ...unexpected,
        entry('imports', list(span, imports)),
        entry('services', list(span, services)),
        entry('types', list(span, types)),
      ],
    }
  }

  #package(): Entry[] {
    const name = this.#name()
    return name ? [entry('package', name)] : []
  }

  #import(): Tree[] {
    const path = this.statement().find(({ kind }) => kind === 'string')
    return path ? [scalar(path, unquote(path.text), true)] : []
  }

  /** Notes a service and passes over its methods, which carry nothing. */
  #service(services: Tree[]): boolean {
    const name = this.here(1)
    if (!this.is('service') || name?.kind !== 'word') return false
    services.push(scalar(name, name.text))
    this.at += 2
    this.skipBraces()
    return true
  }

  #refuse(token: Token | undefined, expected: string): void {
    if (token) this.#unexpected ??= { token, expected }
  }

  /** Passes over what has no place here; a semicolon alone may stand anywhere. */
  #pass(): void {
    if (!this.is(';')) this.#refuse(this.here(), 'a declaration')
    this.at++
  }

  /** A message, an enum or an extension; undefined, with nothing taken, where none begins. */
  #declaration(depth: number): MapTree | undefined {
    const modifier = (this.is('export') || this.is('local')) && (this.is('message', 1) || this.is('enum', 1)) ? 1 : 0
    const keyword = this.here(modifier)
    const name = this.here(modifier + 1)
    if (!keyword || !name || depth > deepest) return undefined
    if (keyword.text === 'extend' && (name.kind === 'word' || name.text === '.')) {
      const from = this.at++
      const target = this.#name()
      if (target && this.is('{')) return this.#body('extend', keyword, target, depth)
      this.at = from
      return undefined
    }
    if (
      (keyword.text !== 'message' && keyword.text !== 'enum') ||
      name.kind !== 'word' ||
      this.here(modifier + 2)?.text !== '{'
    )
      return undefined
    this.at += modifier + 2
    return this.#body(keyword.text, keyword, scalar(name, name.text), depth)
  }

  #body(kind: 'message' | 'enum' | 'extend', keyword: Token, name: ScalarTree, depth: number): MapTree {
    const doc = this.docBefore(keyword)
    const [fields, types, reserved]: [Tree[], Tree[], Tree[]] = [[], [], []]
    this.at++ // {
    if (kind === 'enum') this.skipRest()
    else this.#members(fields, types, reserved, depth)
    const span = { start: keyword.start, end: this.here(-1)?.end ?? keyword.end }
    const entries = [
      entry('kind', scalar(keyword, kind)),
      entry('name', name),
      ...(doc ? [entry('doc', scalar(keyword, doc))] : []),
      entry('fields', list(span, fields)),
      entry('types', list(span, types)),
      entry('reserved', list(span, reserved)),
    ]
    return { kind: 'map', span, entries }
  }

  /** Reads members up to the closing brace, which is taken; those of a oneof belong to its message. */
  #members(fields: Tree[], types: Tree[], reserved: Tree[], depth: number, oneof?: Token): void {
    for (const token of this.until('}')) {
      const type = this.#declaration(depth + 1)
      if (type) types.push(type)
      else if (token.text === 'oneof' && this.here(2)?.text === '{' && depth < deepest) {
        const name = this.here(1)
        this.at += 3
        this.#members(fields, types, reserved, depth + 1, name)
      } else if (this.#isStatement()) this.#reserve(this.statement(), reserved)
      else {
        const field = this.#field(types, depth, oneof)
        if (field) fields.push(field)
        else this.#pass()
      }
    }
    if (!this.here()) this.#refuse(this.here(-1), 'a closing brace behind it')
    this.at++ // }
  }

  /** Whether something else than a field begins here; `reserved` and `extensions` may also be names of types. */
  #isStatement(): boolean {
    return this.is('option') || ((this.is('reserved') || this.is('extensions')) && !this.is('=', 2))
  }

  /** Notes what a `reserved` statement names: identifiers, and names in quotes or bare. */
  #reserve(statement: readonly Token[], reserved: Tree[]): void {
    if (statement[0]?.text !== 'reserved') return
    for (const [at, token] of statement.entries()) {
      if (token.kind === 'string') reserved.push(scalar(token, unquote(token.text)))
      else if (token.kind === 'number' && statement[at - 1]?.text !== 'to')
        reserved.push(
          scalar(
            token,
            statement[at + 1]?.text === 'to' ? `${token.text}-${statement[at + 2]?.text ?? 'max'}` : token.text,
          ),
        )
    }
  }

  /** A field; undefined, with nothing taken, where none begins. */
  #field(types: Tree[], depth: number, oneof: Token | undefined): MapTree | undefined {
    const from = this.at
    const first = this.here()
    const head = this.#fieldHead()
    if (!first || !head) {
      this.at = from
      return undefined
    }
    const { label, group, type, name } = head
    const id = this.#number(name)
    const options = this.is('[') ? this.#options() : undefined
    if (group && this.is('{') && depth < deepest)
      types.push(this.#body('message', name, scalar(name, name.text), depth + 1))
    else if (!this.take(';')) this.#refuse(this.here() ?? name, 'a semicolon before it')
    const end = this.here(-1) ?? name
    const doc = this.docBefore(first) || this.docAfter(end)
    const entries = [
      entry('name', scalar(name, group ? name.text.toLowerCase() : name.text)),
      entry('type', type ?? scalar(name, name.text)),
      ...(id ? [entry('id', id)] : []),
      ...tokenAt('label', label),
      ...tokenAt('oneof', oneof),
      ...(doc ? [entry('doc', scalar(first, doc))] : []),
      entry('options', options ?? { kind: 'map', span: { start: name.end, end: name.end }, entries: [] }),
    ]
    return { kind: 'map', span: { start: first.start, end: end.end }, entries }
  }

  /** What stands in front of a field's number, `=` included. */
  #fieldHead(): { label: Token | undefined; group: boolean; type: ScalarTree | undefined; name: Token } | undefined {
    const first = this.here()
    const label = first && labels.has(first.text) && !this.is('=', 1) ? first : undefined
    if (label) this.at++
    const group = this.is('group') && this.here(1)?.kind === 'word' && this.is('=', 2)
    const type = group ? undefined : this.#type()
    if (group) this.at++
    const name = this.here()
    if ((!type && !group) || name?.kind !== 'word' || !this.is('=', 1)) return undefined
    this.at += 2
    return { label, group, type, name }
  }

  /** The number of a field. */
  #number(name: Token): ScalarTree | undefined {
    this.take('-')
    const id = this.here()
    if (id?.kind !== 'number') {
      this.#refuse(id ?? name, 'a field number')
      return undefined
    }
    this.at++
    return scalar(id, id.text)
  }

  /** A type: a name with dots, or `map<K, V>`; as text without white space. */
  #type(): ScalarTree | undefined {
    if (!this.is('map') || !this.is('<', 1)) return this.#name()
    const first = this.here()
    const parts: string[] = []
    for (let token = this.here(); token && !'{};='.includes(token.text); token = this.here()) {
      parts.push(token.text)
      this.at++
      if (token.text === '>')
        return (
          first && {
            ...scalar({ start: first.start, end: token.end }, parts.join('')),
            multiline: this.source.slice(first.start, token.end).includes('\n'),
          }
        )
    }
    return undefined
  }

  /** A name, its parts joined by dots; white space may stand between them. */
  #name(): ScalarTree | undefined {
    const first = this.here()
    const parts: string[] = []
    let last = first
    if (this.is('.')) {
      parts.push('.')
      this.at++
    }
    for (let token = this.here(); token?.kind === 'word'; token = this.here()) {
      parts.push(token.text)
      last = token
      this.at++
      if (!this.is('.') || this.here(1)?.kind !== 'word') break
      parts.push('.')
      this.at++
    }
    return first && last && parts.some(part => part !== '.')
      ? {
          ...scalar({ start: first.start, end: last.end }, parts.join('')),
          multiline: this.source.slice(first.start, last.end).includes('\n'),
        }
      : undefined
  }

  #options(): MapTree {
    const open = this.here()
    const entries: Entry[] = []
    this.at++
    for (const token of this.until(']', ';', '}')) {
      const name = this.#optionName()
      const end = this.here(-1)?.end ?? token.end
      const value = this.take('=') ? this.#value(0) : undefined
      if (name !== '' && value) entries.push({ key: name, keySpan: { start: token.start, end }, value })
      this.take(',')
    }
    this.take(']')
    return { kind: 'map', span: { start: open?.start ?? 0, end: this.here(-1)?.end ?? 0 }, entries }
  }

  /** The name of an option, its brackets included. */
  #optionName(): string {
    const parts: string[] = []
    for (let part = this.here(); part && (part.kind === 'word' || '().'.includes(part.text)); part = this.here()) {
      parts.push(part.text)
      this.at++
    }
    return parts.join('')
  }

  /** A constant: a word, a number, strings side by side, or a message or list in text format. */
  #value(depth: number): Tree | undefined {
    const first = this.here()
    if (!first || depth > deepest) return undefined
    if (first.text === '{' || first.text === '<') return this.#message(depth)
    if (first.text === '[') return this.#list(first, depth)
    if (first.kind === 'string') return this.#strings(first)
    if (first.text === '-' || first.text === '+') this.at++
    const name = this.here()?.kind === 'word' ? this.#name() : undefined
    if (name) return name
    const number = this.here()
    if (number?.kind !== 'number') return undefined
    this.at++
    return scalar({ start: first.start, end: number.end }, this.source.slice(first.start, number.end))
  }

  #list(first: Token, depth: number): ListTree {
    this.at++
    const items: Tree[] = []
    for (const _ of this.until(']', ';')) {
      const item = this.#value(depth + 1)
      if (item) items.push(item)
      this.take(',')
    }
    this.take(']')
    return list({ start: first.start, end: this.here(-1)?.end ?? first.end }, items)
  }

  /** Strings side by side are one. */
  #strings(first: Token): ScalarTree {
    const texts: string[] = []
    let last = first
    for (let token = this.here(); token?.kind === 'string'; token = this.here()) {
      texts.push(unquote(token.text))
      last = token
      this.at++
    }
    return {
      ...scalar({ start: first.start, end: last.end }, texts.join(''), true),
      multiline: this.source.slice(first.start, last.end).includes('\n'),
    }
  }

  #message(depth: number): MapTree {
    const open = this.here()
    const close = open?.text === '<' ? '>' : '}'
    const entries: Entry[] = []
    this.at++
    for (const token of this.until(close, ';')) {
      this.at++
      this.take(':')
      const value = token.kind === 'word' ? this.#value(depth + 1) : undefined
      if (value) entries.push({ key: token.text, keySpan: { start: token.start, end: token.end }, value })
      if (!this.take(',')) this.take(';')
    }
    this.take(close)
    return { kind: 'map', span: { start: open?.start ?? 0, end: this.here(-1)?.end ?? 0 }, entries }
  }
}

import { TokenWalk } from './token-walk.ts'
import { tokensOf, unquote, type Token } from './tokens.ts'
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree.ts'
import { tableOf } from '../text/table.ts'

/** Reads Avro IDL, protocol or schema, however broken, into the shape that the same schema has as JSON: `types` of records with `fields`. Undefined when the text holds nothing. */
export function readAvdl(source: string): Tree | undefined {
  const tokens = tokensOf(source)
  return tokens.length === 0 ? undefined : new IdlReader(source, tokens).file()
}

const scalar = ({ start, end }: { start: number; end: number }, text: string): ScalarTree => ({
  kind: 'scalar',
  span: { start, end },
  text,
  quoted: false,
  multiline: false,
})
const entry = (key: string, value: Tree, keySpan = { start: value.span.start, end: value.span.start }): Entry => ({
  key,
  keySpan,
  value,
})
const list = (span: { start: number; end: number }, items: readonly Tree[]): ListTree => ({ kind: 'list', span, items })
const map = (span: { start: number; end: number }, entries: readonly Entry[]): MapTree => ({
  kind: 'map',
  span,
  entries,
})
const plain = (name: string): string => name.replaceAll('`', '')

/** What IDL has a word of its own for. */
const logicalTypes = tableOf<readonly [string, string]>({
  date: ['int', 'date'],
  time_ms: ['int', 'time-millis'],
  timestamp_ms: ['long', 'timestamp-millis'],
  local_timestamp_ms: ['long', 'local-timestamp-millis'],
  uuid: ['string', 'uuid'],
  decimal: ['bytes', 'decimal'],
})
const deepest = 64

class IdlReader extends TokenWalk {
  file(): MapTree {
    const span = { start: 0, end: this.source.length }
    const [types, entries]: [Tree[], Entry[]] = [[], []]
    for (const first of this.until()) {
      const annotations = this.#annotations()
      const type = this.#declaration(first, annotations)
      if (type) types.push(type)
      else if (!this.#heading(annotations, entries) && (this.is('}') || this.is(';'))) this.at++
    }
    return map(span, [...entries, entry('types', list(span, types))])
  }

  /** What the whole file is about: protocol, namespace, imports; false, with nothing taken, where none of them begins. */
  #heading(annotations: readonly Entry[], entries: Entry[]): boolean {
    if (this.is('import')) {
      this.statement()
      return true
    }
    const keyword = this.here()
    if ((!this.is('protocol') && !this.is('namespace')) || this.here(1)?.kind !== 'word' || !keyword) return false
    this.at++
    if (keyword.text === 'protocol') entries.push(...annotations)
    entries.push(...this.#named(keyword.text))
    if (keyword.text === 'protocol') this.take('{')
    return true
  }

  #named(key: string): Entry[] {
    const name = this.#name()
    return name ? [entry(key, name)] : []
  }

  /** A record, an error, an enum or a fixed; undefined where none begins. */
  #declaration(first: Token | undefined, annotations: readonly Entry[]): MapTree | undefined {
    const keyword = this.here()
    const name = this.here(1)
    if (!first || !keyword || name?.kind !== 'word' || !['record', 'error', 'enum', 'fixed'].includes(keyword.text))
      return undefined
    const opens = this.here(2)?.text
    if (opens !== (keyword.text === 'fixed' ? '(' : '{')) return undefined
    this.at += 3
    const doc = this.docBefore(first)
    const body = this.#bodyOf(keyword.text)
    const span = { start: keyword.start, end: this.here(-1)?.end ?? name.end }
    const known = [
      entry('type', scalar(keyword, keyword.text)),
      entry('name', scalar(name, plain(name.text))),
      ...(doc ? [entry('doc', scalar(first, doc))] : []),
    ]
    return map(span, [...annotations, ...known, ...body(span)])
  }

  /** What stands behind the opening mark of a declaration, up to its end, which is taken; given the span of all of it. */
  #bodyOf(keyword: string): (span: { start: number; end: number }) => Entry[] {
    if (keyword === 'fixed') {
      const [size] = this.statement()
      return () => (size?.kind === 'number' ? [entry('size', scalar(size, size.text))] : [])
    }
    const inner: Tree[] = []
    if (keyword !== 'enum') {
      this.#fields(inner)
      return span => [entry('fields', list(span, inner))]
    }
    const fallback = this.#symbols(inner)
    return span => [entry('symbols', list(span, inner)), ...(fallback ? [entry('default', fallback)] : [])]
  }

  /** Reads symbols up to the closing brace, which is taken; the one that stands for unknown symbols, if one is named behind it. */
  #symbols(symbols: Tree[]): ScalarTree | undefined {
    for (const token of this.until('}')) {
      this.#annotations()
      if (token.kind === 'word') symbols.push(scalar(token, plain(token.text)))
    }
    this.at++ // }
    const fallback = this.is('=') && this.here(1)?.kind === 'word' ? this.here(1) : undefined
    if (!fallback) return undefined
    this.at += 2
    return scalar(fallback, plain(fallback.text))
  }

  /** Reads fields up to the closing brace, which is taken. */
  #fields(fields: Tree[]): void {
    for (const first of this.until('}')) {
      const from = this.at
      const before = this.#annotations()
      const type = this.#type(0, before)
      const found = type ? this.#fieldsOf(type, first, before) : []
      fields.push(...found)
      if (!this.take(';') && found.length === 0) this.at = from + 1
    }
    this.at++ // }
  }

  /** The fields of one type, separated by commas. */
  #fieldsOf(type: Tree, first: Token, before: readonly Entry[]): MapTree[] {
    const doc = this.docBefore(first)
    const fields: MapTree[] = []
    do {
      const annotations = this.#annotations()
      const name = this.here()
      if (name?.kind !== 'word' || !['=', ';', ','].includes(this.here(1)?.text ?? '')) break
      this.at++
      const fallback = this.here(1)
      const hasDefault = this.is('=')
      const end = this.#default()
      fields.push(
        map({ start: first.start, end: end.end }, [
          ...before.filter(({ key }) => key === 'doc' || key === 'order'),
          entry('name', scalar(name, plain(name.text))),
          entry('type', type),
          ...(doc ? [entry('doc', scalar(first, doc))] : []),
          ...(hasDefault && fallback ? [entry('default', scalar(fallback, fallback.text))] : []),
          ...annotations,
        ]),
      )
    } while (this.take(','))
    return fields
  }

  /** Takes a default value, if one stands here; the last token taken. */
  #default(): Token {
    let last = this.here(-1) as Token
    if (!this.is('=')) return last
    for (
      let depth = 0, token = this.here();
      token && !(depth <= 0 && (token.text === ';' || token.text === ',')) && !(token.text === '}' && depth <= 0);
      token = this.here()
    ) {
      if (token.text === '{' || token.text === '[') depth++
      if (token.text === '}' || token.text === ']') depth--
      if (token.text === ';') break
      last = token
      this.at++
    }
    return last
  }

  #type(depth: number, annotations: readonly Entry[] = []): Tree | undefined {
    const first = this.here()
    if (first?.kind !== 'word' || depth > deepest) return undefined
    const type = this.#container(first, depth) ?? this.#union(first, depth) ?? this.#simple(first, annotations)
    if (!type || !this.take('?')) return type
    return list(type.span, [scalar({ start: type.span.start, end: type.span.start }, 'null'), type])
  }

  /** `array<…>` or `map<…>`; undefined where none begins. */
  #container(first: Token, depth: number): Tree | undefined {
    if ((first.text !== 'array' && first.text !== 'map') || !this.is('<', 1)) return undefined
    this.at += 2
    const inner = this.#type(depth + 1, this.#annotations())
    this.take('>')
    return map({ start: first.start, end: this.here(-1)?.end ?? first.end }, [
      entry('type', scalar(first, first.text)),
      ...(inner ? [entry(first.text === 'array' ? 'items' : 'values', inner)] : []),
    ])
  }

  /** `union { … }`; undefined where none begins. */
  #union(first: Token, depth: number): Tree | undefined {
    if (first.text !== 'union' || !this.is('{', 1)) return undefined
    this.at += 2
    const branches: Tree[] = []
    for (const _ of this.until('}', ';')) {
      const branch = this.#type(depth + 1, this.#annotations())
      if (branch) branches.push(branch)
      this.take(',')
    }
    this.take('}')
    return list({ start: first.start, end: this.here(-1)?.end ?? first.end }, branches)
  }

  #simple(first: Token, annotations: readonly Entry[]): Tree | undefined {
    const logical = logicalTypes.get(first.text)
    const written = annotations.find(({ key }) => key === 'logicalType')
    const name = this.#name()
    const measures = first.text === 'decimal' && this.is('(') ? this.#parentheses() : []
    if (!name) return undefined
    if (logical)
      return map(name.span, [
        entry('type', scalar(name.span, logical[0])),
        entry('logicalType', scalar(name.span, logical[1])),
        ...measures.map((token, index) => entry(index === 0 ? 'precision' : 'scale', scalar(token, token.text))),
      ])
    return written ? map(name.span, [entry('type', name), written]) : name
  }

  /** The numbers between parentheses, which are taken. */
  #parentheses(): Token[] {
    const numbers: Token[] = []
    for (let token = this.here(); token && token.text !== ';' && token.text !== '}'; token = this.here()) {
      this.at++
      if (token.kind === 'number') numbers.push(token)
      if (token.text === ')') break
    }
    return numbers
  }

  /** A name, its parts joined by dots. */
  #name(): ScalarTree | undefined {
    const first = this.here()
    if (first?.kind !== 'word') return undefined
    const parts = [plain(first.text)]
    let last = first
    this.at++
    while (this.is('.') && this.here(1)?.kind === 'word') {
      last = this.here(1) ?? last
      parts.push('.', plain(last.text))
      this.at += 2
    }
    return {
      ...scalar({ start: first.start, end: last.end }, parts.join('')),
      multiline: this.source.slice(first.start, last.end).includes('\n'),
    }
  }

  /** Takes annotations: `@name(json)`, with dashes, dots and colons in the name. */
  #annotations(): Entry[] {
    const found: Entry[] = []
    while (this.is('@')) {
      const at = this.here()
      this.at++
      const parts: string[] = []
      for (
        let token = this.here();
        token && (token.kind === 'word' || token.kind === 'number' || '-.:'.includes(token.text));
        token = this.here()
      ) {
        parts.push(plain(token.text))
        this.at++
      }
      if (!this.is('(')) continue
      this.at++
      const value = this.#json(0)
      if (this.is(')')) this.at++
      if (at && value && parts.length > 0)
        found.push({ key: parts.join(''), keySpan: { start: at.start, end: value.span.start - 1 }, value })
    }
    return found
  }

  #json(depth: number): Tree | undefined {
    const first = this.here()
    if (!first || depth > deepest || first.text === ')' || first.text === ';') return undefined
    this.at++
    if (first.kind === 'string') return { ...scalar(first, unquote(first.text)), quoted: true }
    if (first.text === '-') return this.#json(depth + 1)
    return first.text === '[' || first.text === '{' ? this.#collection(first, depth) : scalar(first, first.text)
  }

  #collection(first: Token, depth: number): Tree {
    const [items, entries]: [Tree[], Entry[]] = [[], []]
    for (const _ of this.until(']', '}', ';')) {
      const value = this.#json(depth + 1)
      const inner = value && this.take(':') ? this.#json(depth + 1) : undefined
      if (value?.kind === 'scalar' && inner) entries.push({ key: value.text, keySpan: value.span, value: inner })
      else if (value) items.push(value)
      this.take(',')
    }
    if (!this.take(']')) this.take('}')
    const span = { start: first.start, end: this.here(-1)?.end ?? first.end }
    return first.text === '[' ? list(span, items) : map(span, entries)
  }
}

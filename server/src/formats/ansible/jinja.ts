import type { Span } from '../../text/span.ts'

/** What an expression of Jinja says, as far as it is followed. */
export type Term =
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Term[] }
  | { readonly kind: 'part'; readonly of: Term; readonly key: Term }
  /** A filter, or a method without side effects: what it is given stands behind what it changes. */
  | { readonly kind: 'filter'; readonly name: string; readonly of: Term; readonly given: readonly Term[] }
  | { readonly kind: 'not'; readonly of: Term }
  | { readonly kind: 'both'; readonly word: 'and' | 'or'; readonly one: Term; readonly other: Term }
  | { readonly kind: 'equal'; readonly one: Term; readonly other: Term; readonly isNot: boolean }

/** The tokens of an expression that have not been read yet. */
interface Rest {
  readonly tokens: readonly string[]
  at: number
  depth: number
}

const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|[^\s\w]/g
/** Expressions in expressions are not followed deeper, and longer ones not at all. */
const deepest = 20
const longest = 400

/** Reads an expression; undefined for what nobody follows: tests, arithmetic, choices. */
export function readExpression(written: string): Term | undefined {
  if (written.length > longest) return undefined
  const rest: Rest = { tokens: written.match(token) ?? [], at: 0, depth: 0 }
  const term = anyOf(rest)
  return rest.at === rest.tokens.length ? term : undefined
}

const next = ({ tokens, at }: Rest): string => tokens[at] ?? ''

/** Goes over a token where it is the next one. */
function skip(rest: Rest, one: string): boolean {
  if (next(rest) !== one) return false
  rest.at++
  return true
}

const anyOf = (rest: Rest): Term | undefined => joined(rest, 'or', allOf)
const allOf = (rest: Rest): Term | undefined => joined(rest, 'and', negated)

function joined(rest: Rest, word: 'and' | 'or', read: (rest: Rest) => Term | undefined): Term | undefined {
  let term = read(rest)
  while (term && skip(rest, word)) {
    const other = read(rest)
    term = other && { kind: 'both', word, one: term, other }
  }
  return term
}

function negated(rest: Rest): Term | undefined {
  if (!skip(rest, 'not')) return compared(rest)
  if (++rest.depth > deepest) return undefined
  const of = negated(rest)
  return of && { kind: 'not', of }
}

function compared(rest: Rest): Term | undefined {
  const one = piped(rest)
  const isNot = next(rest) === '!='
  if (!one || !(skip(rest, '==') || skip(rest, '!='))) return one
  const other = piped(rest)
  return other && { kind: 'equal', one, other, isNot }
}

function piped(rest: Rest): Term | undefined {
  let term = stepped(rest)
  while (term && skip(rest, '|')) {
    const name = next(rest)
    rest.at++
    const given = skip(rest, '(') ? listed(rest, ')') : []
    term = given && /^[A-Za-z_]/.test(name) ? { kind: 'filter', name, of: term, given } : undefined
  }
  return term
}

/** A value with what is looked up in it: `a.b`, `a['b']`, `a.items()`. */
function stepped(rest: Rest): Term | undefined {
  let of = operand(rest)
  for (;;) {
    if (of && skip(rest, '.')) of = named(rest, of)
    else if (of && skip(rest, '[')) of = keyed(rest, of)
    else return of
  }
}

function named(rest: Rest, of: Term): Term | undefined {
  const name = next(rest)
  rest.at++
  if (!skip(rest, '(')) return { kind: 'part', of, key: { kind: 'literal', text: name, quoted: true } }
  const given = listed(rest, ')')
  return given && methods.has(name) ? { kind: 'filter', name, of, given } : undefined
}

function keyed(rest: Rest, of: Term): Term | undefined {
  const key = anyOf(rest)
  return key && skip(rest, ']') ? { kind: 'part', of, key } : undefined
}

/** Methods that only read. */
const methods: ReadonlySet<string> = new Set(['items', 'lower', 'upper', 'strip'])

function operand(rest: Rest): Term | undefined {
  if (++rest.depth > deepest) return undefined
  const one = next(rest)
  rest.at++
  if (/^["'].*["']$/s.test(one))
    return { kind: 'literal', text: one.slice(1, -1).replace(/\\(.)/g, '$1'), quoted: true }
  if (/^(?:\d|true$|false$)/i.test(one)) return { kind: 'literal', text: one, quoted: false }
  if (/^[A-Za-z_]/.test(one)) return { kind: 'name', name: one }
  if (one === '[') {
    const items = listed(rest, ']')
    return items && { kind: 'list', items }
  }
  const inner = one === '(' ? anyOf(rest) : undefined
  return inner && skip(rest, ')') ? inner : undefined
}

/** What stands between commas up to a bracket. */
function listed(rest: Rest, end: string): Term[] | undefined {
  const terms: Term[] = []
  while (!skip(rest, end)) {
    const term = anyOf(rest)
    if (!term || !(skip(rest, ',') || next(rest) === end)) return undefined
    terms.push(term)
  }
  return terms
}

/** A piece of a template that is no text of its own: what it gives out, or what it does. */
export interface Action extends Span {
  readonly words: string
  readonly kind: 'gives' | 'does'
}

/** What stands raw is text; comments are nothing. */
const action = /\{%-?\s*raw\s*-?%\}|\{#|\{\{-?|\{%[-+]?/g

/** The actions of a template, in their order. */
export function actionsOf(text: string): Action[] {
  const found: Action[] = []
  action.lastIndex = 0
  for (let open = action.exec(text); open; open = action.exec(text)) {
    const [mark] = open
    const isRaw = mark.endsWith('%}')
    const closing = isRaw ? endOfRaw : closingOf(mark)
    closing.lastIndex = action.lastIndex
    const close = closing.exec(text)
    if (!close) return found
    const [start, end] = [open.index, closing.lastIndex]
    action.lastIndex = end
    if (isRaw || mark === '{#') found.push({ start, end, words: 'raw', kind: 'does' })
    else
      found.push({
        start,
        end,
        words: text.slice(start + mark.length, close.index).trim(),
        kind: mark.startsWith('{{') ? 'gives' : 'does',
      })
  }
  return found
}

const endOfRaw = /\{%-?\s*endraw\s*[-+]?%\}/g
const [endOfGiven, endOfDone, endOfComment] = [/-?\}\}/g, /[-+]?%\}/g, /#\}/g]

function closingOf(mark: string): RegExp {
  if (mark.startsWith('{{')) return endOfGiven
  return mark === '{#' ? endOfComment : endOfDone
}

/** One branch of a condition, or what a loop repeats. */
export interface Arm {
  readonly word: 'if' | 'else' | 'for' | 'other'
  readonly head: string
  /** Where its own action begins and ends, and where it ends itself. */
  readonly start: number
  readonly inner: number
  end: number
  /** The branches before it, of which none may be taken. */
  readonly before: readonly Arm[]
}

/** The branches and loops of a template, the outer before those in them. */
export function armsOf(actions: readonly Action[]): Arm[] {
  const found: Arm[] = []
  const open: Arm[] = []
  for (const { words, kind, start, end } of actions) {
    const [word = ''] = words.split(/\s+/, 1)
    const step = kind === 'gives' ? undefined : stepOf(word)
    if (!step) continue
    const last = step === 'begins' ? undefined : open.pop()
    if (last) last.end = start
    if (step === 'ends' || (step === 'divides' && !last)) continue
    const arm: Arm = {
      word: wordOf(word, last),
      head: words.slice(word.length).trim(),
      start,
      inner: end,
      end: Infinity,
      before: last ? [...last.before, last] : [],
    }
    found.push(arm)
    open.push(arm)
  }
  return found
}

function stepOf(word: string): 'begins' | 'divides' | 'ends' | undefined {
  if (word === 'if' || word === 'for' || blocks.has(word)) return 'begins'
  if (word === 'elif' || word === 'else') return 'divides'
  return word.startsWith('end') && word !== 'endset' ? 'ends' : undefined
}

/** What an arm is; what stands behind the `else` of a loop nobody follows. */
function wordOf(word: string, last: Arm | undefined): Arm['word'] {
  if (last && last.word !== 'if') return 'other'
  if (word === 'if' || word === 'elif') return 'if'
  return word === 'else' || word === 'for' ? word : 'other'
}

const blocks: ReadonlySet<string> = new Set(['macro', 'call', 'filter', 'block', 'with', 'autoescape'])

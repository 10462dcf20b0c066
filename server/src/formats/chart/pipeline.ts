/** A value in a pipeline of a Go template: a text or number as it is written, a name with steps (`.Values.a`, `$x.b`), a call, or what lies below one in brackets (`(.Values.a).b`). */
export type Term =
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'path'; readonly from: string; readonly steps: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Term[] }
  | { readonly kind: 'below'; readonly of: Term; readonly steps: readonly string[] }

/** The words of an action that have not been read yet. */
interface Rest {
  readonly tokens: readonly string[]
  at: number
}

const words = /"(?:[^"\\]|\\.)*"|`[^`]*`|\)(?:\.[\w-]+)+|[()|"`]|[^\s()|"`]+/g

/** Reads what an action gives out; undefined for what only chooses, and for what nobody follows. */
export function readPipeline(action: string): Term | undefined {
  const rest: Rest = { tokens: action.match(words) ?? [], at: 0 }
  const term = pipeline(rest)
  return rest.at === rest.tokens.length ? term : undefined
}

function pipeline(rest: Rest): Term | undefined {
  let term = command(rest, [])
  while (term && rest.tokens[rest.at] === '|') {
    rest.at++
    term = command(rest, [term])
  }
  return term
}

/** A call, which is given last what was piped into it, or one value. */
function command(rest: Rest, piped: readonly Term[]): Term | undefined {
  const terms: (Term | undefined)[] = []
  while (rest.at < rest.tokens.length && !/^[|)]/.test(rest.tokens[rest.at] ?? '')) terms.push(operand(rest))
  const all = terms.filter(term => term !== undefined)
  const [first, ...given] = [...all, ...piped]
  if (!first || all.length < terms.length || all.length === 0) return undefined
  if (first.kind === 'call' && first.given.length === 0) return { ...first, given }
  return given.length === 0 ? first : undefined
}

function operand(rest: Rest): Term | undefined {
  const token = rest.tokens[rest.at++] ?? ''
  if (token === '(') {
    const inner = pipeline(rest)
    const [end, ...steps] = (rest.tokens[rest.at++] ?? '').split('.')
    if (end !== ')' || !inner) return undefined
    return steps.length > 0 ? { kind: 'below', of: inner, steps } : inner
  }
  if (/^["`]./.test(token)) return { kind: 'literal', text: token.slice(1, -1).replace(/\\(.)/g, '$1'), quoted: true }
  if (/^(?:-?\d.*|true|false)$/.test(token)) return { kind: 'literal', text: token, quoted: false }
  const path = /^(\$\w*)?((?:\.[\w-]+)*)\.?$/.exec(token)
  if (path) return { kind: 'path', from: path[1] ?? '.', steps: (path[2] ?? '').split('.').slice(1) }
  return /^\w+$/.test(token) ? { kind: 'call', name: token, given: [] } : undefined
}

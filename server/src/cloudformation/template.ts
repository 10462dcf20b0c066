import { knownValue } from '../model/fact.ts'
import { expressionOf } from '../syntax/tree.ts'
import { tableOf } from '../text/table.ts'
import { down, entries, isThere, items } from '../formats/cursor.ts'
import type { Cursor, Reference } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { listOf, madeOf, referred, scalarOf, textOf, unnamed } from '../formats/made.ts'
import { operandAt } from '../terraform/operands.ts'

/** What a stack is given for a parameter by the template that makes it; undefined where nobody gives anything. */
export type Given = (parameter: string) => Cursor | undefined

/** A template, and what its names lead to. */
export interface Template {
  readonly root: Cursor
  readonly given?: Given
  /** What a name of a resource stands for; undefined where the template declares none of the name, or one that nobody reads. */
  resource(name: string, attribute: string): Reference | undefined
  /** How deep the values are that are being worked out. */
  depth: number
}

const deepest = 40

/** A function of the template language, in any of its three spellings, with what it is given. */
interface Call {
  readonly name: string
  readonly of: Cursor
}

/** The call that stands at a cursor: `!Ref x`, `{Ref: x}`, `{Fn::Sub: x}`; undefined for anything else. */
function callAt(cursor: Cursor): Call | undefined {
  const expression = expressionOf(cursor.tree)
  if (expression?.op === 'call')
    return { name: expression.name.replace(/^!/, ''), of: operandAt(cursor, expression, 0) }
  const [only, ...others] = cursor.tree?.kind === 'map' ? entries(cursor) : []
  if (!only || others.length > 0 || !/^(?:Ref|Condition|Fn::\w+)$/.test(only.name)) return undefined
  return { name: only.name.replace(/^Fn::/, ''), of: only }
}

/** Works out what stands at a cursor, and goes on to where it stands; what cannot be told is unresolved there. Nothing at all for `AWS::NoValue`. */
export function resolve(cursor: Cursor, template: Template): Cursor {
  const call = callAt(cursor)
  if (!call) return cursor
  if (template.depth >= deepest) return open(cursor)
  template.depth++
  try {
    return functions.get(call.name)?.(call.of, cursor, template) ?? open(cursor)
  } finally {
    template.depth--
  }
}

/** A value that only the service knows. */
function open(cursor: Cursor): Cursor {
  const span = cursor.tree?.span ?? { start: 0, end: 0 }
  return {
    ...cursor,
    tree: { kind: 'unresolved', span, text: cursor.document.source.slice(span.start, span.end).slice(0, 200) },
  }
}

/** A value that stands elsewhere, used from here; others may use it as well. */
const lead = (from: Cursor, to: Cursor): Cursor => ({
  ...to,
  near: from.near,
  origin: { ...to.origin, kind: 'borrowed', usedBy: from.origin.usedBy ?? from.key ?? from.near },
})

const nothing = (cursor: Cursor): Cursor => ({ ...cursor, tree: undefined, key: undefined })

type Work = (of: Cursor, at: Cursor, template: Template) => Cursor | undefined

const functions = tableOf<Work>({
  Ref: (of, at, template) => {
    const name = textOf(of)
    if (name === undefined) return undefined
    return name === 'AWS::NoValue' ? nothing(at) : (parameter(name, at, template) ?? declared(name, 'id', at, template))
  },
  GetAtt: (of, at, template) => {
    const [name, ...attribute] = (textOf(of) ?? items(of).map(textOf).join('.')).split('.')
    return declared(name ?? '', attribute.join('.'), at, template)
  },
  FindInMap: (of, at, template) => {
    const [map, first, second] = items(of).map(item => textOf(resolve(item, template)))
    const maps = down(template.root, 'Mappings', map ?? '')
    if (map === undefined || second === undefined) return undefined
    if (first !== undefined) return leadTo(at, down(maps, first, second), template)
    // Which of them only the region or the account tells: where all say the same, it does not matter.
    const all = entries(maps).map(entry => down(entry, second))
    const [one] = all
    return one && new Set(all.map(textOf)).size === 1 ? leadTo(at, one, template) : undefined
  },
  Sub: (of, at, template) => {
    const [pattern = of, given] = of.tree?.kind === 'list' ? items(of) : [of]
    const written = pattern.tree?.kind === 'scalar' ? pattern.tree.text : undefined
    if (written === undefined) return undefined
    const filling = (name: string): string | undefined => {
      const own = given && down(given, name)
      const value = own && isThere(own) ? resolve(own, template) : parameter(name, at, template)
      return value && textOf(value)
    }
    let left = false
    const filled = written.replace(/\$\{([^!}][^}]*)\}/g, (whole, name: string) => {
      const value = filling(name.trim())
      if (value === undefined) left = true
      return value ?? whole
    })
    // What is only known later stays as it is written: it is a placeholder there.
    if (filled === written || left || pattern.tree?.kind !== 'scalar') return pattern
    return pattern.tree.multiline ? linesOf(pattern, filled) : scalarOf(pattern, filled.replace(/\$\{!/g, '${'))
  },
  Join: (of, at, template) => {
    const [separator, list] = items(of)
    const parts = list ? items(resolve(list, template)).map(item => resolve(item, template)) : []
    const texts = parts.map(textOf)
    const between = separator && textOf(separator)
    if (between === undefined || parts.length === 0) return undefined
    if (between.includes('\n'))
      return madeOf(scalarOf(at, texts.map(one => one ?? '').join(between)), parts.map(unnamed))
    return texts.includes(undefined) ? undefined : scalarOf(at, texts.join(between))
  },
  If: (of, _, template) => {
    const [name, yes, no] = items(of)
    const holds = name && condition(textOf(name), template)
    if (!yes || !no) return undefined
    if (holds !== undefined) return resolve(holds ? yes : no, template)
    const [one, other] = [resolve(yes, template), resolve(no, template)]
    return textOf(one) !== undefined && textOf(one) === textOf(other) ? one : undefined
  },
  Select: (of, _, template) => {
    const [index, list] = items(of)
    const at0 = index && Number(textOf(resolve(index, template)))
    const chosen = list && at0 !== undefined ? items(resolve(list, template))[at0] : undefined
    return chosen && resolve(chosen, template)
  },
  Split: (of, at, template) => {
    const [separator, whole] = items(of)
    const between = separator && textOf(separator)
    const value = whole && textOf(resolve(whole, template))
    return between === undefined || value === undefined
      ? undefined
      : listOf(
          at,
          value.split(between).map(part => scalarOf(at, part)),
        )
  },
  Base64: (of, _, template) => resolve(of, template),
})

/** Lines of a text, each where the whole stands. */
const linesOf = (at: Cursor, filled: string): Cursor =>
  madeOf(
    scalarOf(at, filled),
    filled.split('\n').map(line => unnamed(scalarOf(at, line))),
  )

const leadTo = (at: Cursor, to: Cursor, template: Template): Cursor | undefined =>
  isThere(to) ? resolve(lead(at, to), template) : undefined

/** What another template gives for a parameter, else its default: what a deployment gives instead stands in no template. */
function parameter(name: string, at: Cursor, { root, given }: Template): Cursor | undefined {
  const declaration = down(root, 'Parameters', name)
  const own = isThere(declaration) ? given?.(name) : undefined
  if (own?.tree?.kind === 'list') return lead(at, own)
  const written = own ?? down(declaration, 'Default')
  const value = textOf(written)
  if (value === undefined || value === '') return undefined
  const found = lead(at, written)
  const type = knownValue(text(down(declaration, 'Type'))) ?? ''
  if (type.startsWith('AWS::SSM')) return undefined
  return /^(?:CommaDelimitedList|List<)/.test(type)
    ? listOf(
        found,
        value.split(',').map(part => scalarOf(found, part.trim())),
      )
    : found
}

function declared(name: string, attribute: string, at: Cursor, template: Template): Cursor | undefined {
  const reference = template.resource(name, attribute)
  // A reference to a bucket is its name.
  const own = down(template.root, 'Resources', name, 'Properties', 'BucketName')
  if (reference?.type === 'aws_s3_bucket' && attribute === 'id' && isThere(own)) return leadTo(at, own, template)
  return reference && referred(open(at), reference)
}

/** Whether a condition holds; undefined where that cannot be told. */
function condition(name: string | undefined, template: Template): boolean | undefined {
  const at = name === undefined ? undefined : down(template.root, 'Conditions', name)
  return at && isThere(at) ? test(at, template) : undefined
}

function test(at: Cursor, template: Template): boolean | undefined {
  const call = callAt(at)
  if (!call || template.depth >= deepest) return undefined
  template.depth++
  try {
    const inner = (): (boolean | undefined)[] => items(call.of).map(item => test(item, template))
    switch (call.name) {
      case 'Equals': {
        const [one, other] = items(call.of).map(item => textOf(resolve(item, template)))
        return one === undefined || other === undefined ? undefined : one === other
      }
      case 'Not': {
        const [one] = inner()
        return one === undefined ? undefined : !one
      }
      case 'And':
        return every(inner())
      case 'Or': {
        const none = every(inner().map(one => (one === undefined ? undefined : !one)))
        return none === undefined ? undefined : !none
      }
      case 'Condition':
        return condition(textOf(call.of), template)
      default:
        return undefined
    }
  } finally {
    template.depth--
  }
}

function every(all: readonly (boolean | undefined)[]): boolean | undefined {
  if (all.includes(false)) return false
  return all.includes(undefined) ? undefined : true
}

import { knownValue } from '../model/fact.ts'
import type { Expression, Step } from '../syntax/expression.ts'
import { expressionOf, operandsOf } from '../syntax/expression.ts'
import type { ScalarTree, Tree } from '../syntax/tree.ts'
import type { Stretch } from '../text/embedded.ts'
import { down, isThere, items, settle, text, type Cursor } from '../formats/cursor.ts'
import { functions } from './functions.ts'
import { listOf, longestMade, mapOf, scalarOf, textOf } from './made.ts'
import { readTemplateOfJson } from './json-template.ts'
import { instancesOf, elementsOf } from './instances.ts'
import { regionAt } from './provider.ts'
import { calledScopes, localOf, openAt, variableOf, type Scope } from './scope.ts'
import { tableOf } from '../text/table.ts'

const deepest = 60
const mostSteps = 20_000

/** Works out what stands at a cursor, and goes on to where it stands; the cursor itself where that cannot be told. */
export function evaluate(cursor: Cursor, scope: Scope): Cursor {
  const { shared } = scope
  if (shared.depth >= deepest || shared.steps++ > mostSteps) return cursor
  shared.depth++
  try {
    const expression = expressionOf(cursor.tree)
    if (!expression) return cursor.document.syntax === 'json' ? readTemplateOfJson(cursor) : cursor
    const made = workOut(cursor, expression, scope) ?? cursor
    // What is long has taken its time.
    if (made.tree?.kind === 'scalar') shared.steps += Math.floor(made.tree.text.length / 1000)
    return made
  } finally {
    shared.depth--
  }
}

function workOut(cursor: Cursor, expression: Expression, scope: Scope): Cursor | undefined {
  const operand = (index: number): Cursor => operandAt(cursor, expression, index)
  switch (expression.op) {
    case 'name':
      return follow(cursor, expression.name, expression.steps, scope)
    case 'steps':
      return walk(cursor, operand(0), expression.steps)
    case 'template':
      return fill(cursor, expression)
    case 'call':
      return functions.get(expression.name)?.(
        operandsOf(expression).flatMap((_, index) =>
          expression.spread && index === expression.operands.length - 1 ? items(operand(index)) : [operand(index)],
        ),
        cursor,
      )
    case 'conditional': {
      const test = knownValue(text(operand(0)))
      if (test === 'true' || test === 'false') return lead(cursor, operand(test === 'true' ? 1 : 2))
      const [one, other] = [text(operand(1)), text(operand(2))]
      return one.state === 'known' && other.state === 'known' && one.value === other.value
        ? lead(cursor, operand(1))
        : undefined
    }
    case 'operation':
      return operate(
        cursor,
        expression.operator,
        expression.operands.map((_, index) => operand(index)),
      )
    case 'for':
      return repeat(cursor, expression)
  }
}

/** An operand of the expression that stands at a cursor. */
function operandAt(cursor: Cursor, expression: Expression, index: number): Cursor {
  const tree = operandsOf(expression)[index]
  return settle({
    ...cursor,
    tree: tree?.kind === 'unresolved' && tree.text === 'null' && !tree.expression ? undefined : tree,
    path: [...cursor.path, `(${index})`],
  })
}

/** A value that stands elsewhere, used from here. */
const lead = (from: Cursor, to: Cursor): Cursor =>
  to.document.file === from.document.file && to.document.start === from.document.start && !to.usedBy
    ? { ...to, near: from.near }
    : { ...to, near: from.near, usedBy: from.usedBy ?? from.near }

function follow(cursor: Cursor, name: string, steps: readonly Step[], scope: Scope): Cursor | undefined {
  const [first, second, ...rest] = steps
  const named = scope.names.get(name)
  if (named) return walk(cursor, named, steps)
  if (first?.kind !== 'attribute') return undefined
  const behind = steps.slice(1)
  switch (name) {
    case 'var':
    case 'local': {
      const target = name === 'var' ? variableOf(scope, first.name) : localOf(scope, first.name)
      return target && walk(cursor, target, behind)
    }
    case 'module': {
      const output = behind.findIndex(({ kind }) => kind === 'attribute')
      const step = behind[output]
      const called = step?.kind === 'attribute' ? calledScopes(scope, first.name)[0] : undefined
      const declared = called && step?.kind === 'attribute' ? called.module.outputs.get(step.name) : undefined
      return declared && called && walk(cursor, down(openAt(declared, called), 'value'), behind.slice(output + 1))
    }
    case 'data':
      return second?.kind === 'attribute'
        ? followResource(cursor, `data.${first.name}`, second.name, rest, scope)
        : undefined
    default:
      return followResource(cursor, name, first.name, behind, scope)
  }
}

/** Attributes that say the same as another one that is written. */
const synonyms = tableOf({
  'aws_s3_bucket.id': 'bucket',
  'aws_cloudwatch_log_group.id': 'name',
  'kafka_topic.id': 'name',
})

function followResource(
  cursor: Cursor,
  type: string,
  name: string,
  steps: readonly Step[],
  scope: Scope,
): Cursor | undefined {
  const declared = scope.module.resources.get(`${type}.${name}`)
  if (!declared) return undefined
  const whole = openAt(declared, scope)
  const [first] = steps
  const instances = instancesOf(whole)
  if (first?.kind === 'splat' || steps.length === 0)
    return (
      instances &&
      listOf(
        cursor,
        instances.map(
          ({ body }) => walk(cursor, { ...body, refersTo: refer(type, '', body, scope) }, steps.slice(1)) ?? body,
        ),
      )
    )
  const at = first?.kind === 'index' ? textOf(settle({ ...cursor, tree: first.at })) : undefined
  const body = instances?.find(({ key }) => key === at)?.body ?? instances?.[0]?.body ?? whole
  const attribute = steps.findIndex(({ kind }) => kind === 'attribute')
  const step = steps[attribute]
  if (step?.kind !== 'attribute') return undefined
  if (type === 'data.aws_region' && /^(?:name|region|id)$/.test(step.name)) return lead(cursor, regionAt(body, scope))
  const written = [step.name, synonyms.get(`${type}.${step.name}`)]
    .map(key => (key === undefined ? undefined : down(body, key)))
    .find(value => value && isThere(value))
  const value = written && walk(cursor, written, steps.slice(attribute + 1))
  if (written) return value && { ...value, refersTo: refer(type, step.name, body, scope) }
  return { ...cursor, refersTo: refer(type, step.name, body, scope) }
}

const refer = (type: string, attribute: string, body: Cursor, scope: Scope): NonNullable<Cursor['refersTo']> => ({
  type,
  attribute,
  body,
  region: () => regionAt(body, scope),
})

/** Goes on from a value by steps. */
function walk(from: Cursor, start: Cursor, steps: readonly Step[]): Cursor | undefined {
  let at = start
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'splat') {
      const rest = steps.slice(index + 1)
      return at.tree?.kind === 'list'
        ? listOf(
            from,
            items(at).flatMap(item => walk(from, item, rest) ?? []),
          )
        : undefined
    }
    const key = step.kind === 'attribute' ? step.name : textOf(settle({ ...from, tree: step.at }))
    if (key === undefined) return undefined
    const next = at.tree?.kind === 'list' ? items(at)[Number(key)] : down(at, key)
    if (!next || (!isThere(next) && !next.unseen && !at.refersTo)) return undefined
    if (!isThere(next) && at.refersTo) return { ...from, refersTo: { ...at.refersTo, attribute: key } }
    at = next
  }
  return lead(from, at)
}

/** Fills in what a template leaves open; what cannot be told stays as it is written. */
function fill(cursor: Cursor, expression: Extract<Expression, { op: 'template' }>): Cursor | undefined {
  const { parts, directives } = expression
  const { tree } = cursor
  if (directives || tree?.kind !== 'scalar') return undefined
  // A text that is nothing but one value is that value; a heredoc has its line end beside it.
  if (
    parts.filter(part => part.kind !== 'text' || part.text.trim() !== '' || !tree.multiline).length === 1 &&
    parts.some(({ kind }) => kind !== 'text')
  )
    return operandAt(cursor, expression, 0)
  let whole = ''
  let unknown = false
  let values = 0
  const stretches: Stretch[] = []
  const made: Cursor[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      stretches.push(...part.stretches.map(({ inner, outer }) => ({ inner: inner + whole.length, outer })))
      whole += part.text
    } else {
      const operand = operandAt(cursor, expression, values++)
      // Lines that come in whole stand elsewhere: they are read there.
      const lines =
        tree.multiline &&
        operand.tree &&
        operand.tree.kind !== 'list' &&
        !(textOf(operand) ?? '').match(/^[^=\n]*$/) &&
        standsAlone(parts, index)
      if (lines || !tree.multiline) made.push(operand)
      const raw = cursor.document.source.slice(part.span.start, part.span.end)
      // What takes several lines has no place on one.
      const value = lines ? '' : raw.includes('\n') ? undefined : textOf(operand)
      unknown ||= value === undefined
      stretches.push({ inner: whole.length, outer: part.span.start })
      whole += value ?? raw
      stretches.push({ inner: whole.length, outer: part.span.end })
    }
    if (whole.length > longestMade) return undefined
  }
  if (unknown && !tree.multiline) return undefined
  const { expression: _, ...scalar } = tree
  return {
    ...cursor,
    tree: { ...scalar, text: whole, stretches } satisfies ScalarTree,
    parts: made.map(value => ({ name: '', key: value.key, cursor: value })),
  }
}

/** Whether a part of a template has its lines to itself. */
const standsAlone = (parts: Extract<Expression, { op: 'template' }>['parts'], index: number): boolean => {
  const [before, after] = [parts[index - 1], parts[index + 1]]
  return (
    (!before || (before.kind === 'text' && /(?:^|\n)[ \t]*$/.test(before.text))) &&
    (!after || (after.kind === 'text' && /^[ \t]*(?:\r?\n|$)/.test(after.text)))
  )
}

const numbers = tableOf<(a: number, b: number) => number | boolean>({
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
})

function operate(cursor: Cursor, operator: string, operands: readonly Cursor[]): Cursor | undefined {
  const [a, b] = operands.map(textOf)
  const result = (value: string | number | boolean): Cursor => scalarOf(cursor, String(value))
  if (operands.length === 1)
    return a === undefined
      ? undefined
      : operator === '!'
        ? a === 'true' || a === 'false'
          ? result(a === 'false')
          : undefined
        : Number.isFinite(Number(a))
          ? result(-Number(a))
          : undefined
  if (operator === '&&' && (a === 'false' || b === 'false')) return result(false)
  if (operator === '||' && (a === 'true' || b === 'true')) return result(true)
  // What is null is there, and is nothing.
  const nothing = operands.map(({ tree, unseen, key }) => tree === undefined && !unseen && key !== undefined)
  if (
    (operator === '==' || operator === '!=') &&
    nothing.some(Boolean) &&
    operands.every(({ tree }, index) => nothing[index] || (tree && tree.kind !== 'unresolved'))
  )
    return result(nothing.every(Boolean) === (operator === '=='))
  if (a === undefined || b === undefined) return undefined
  if (operator === '==' || operator === '!=') return result((a === b) === (operator === '=='))
  if (operator === '&&' || operator === '||')
    return result(operator === '&&' ? a === 'true' && b === 'true' : a === 'true' || b === 'true')
  const [x, y] = [Number(a), Number(b)]
  const compute = numbers.get(operator)
  return compute && Number.isFinite(x) && Number.isFinite(y) ? result(compute(x, y)) : undefined
}

function repeat(cursor: Cursor, expression: Extract<Expression, { op: 'for' }>): Cursor | undefined {
  const elements = elementsOf(operandAt(cursor, expression, 0))
  if (!elements || expression.grouped) return undefined
  const [first = '', second] = expression.names
  const bound = elements.flatMap(({ key, value }): { tree: Cursor; key?: Cursor }[] => {
    const names = new Map<string, Cursor>(
      second === undefined
        ? [[first, value]]
        : [
            [first, scalarOf(cursor, key)],
            [second, value],
          ],
    )
    const at = (tree: Tree): Cursor => settle({ ...(cursor.document.scope?.bind(cursor, names) ?? cursor), tree })
    if (expression.condition && textOf(at(expression.condition)) === 'false') return []
    return [{ tree: at(expression.result), ...(expression.key ? { key: at(expression.key) } : {}) }]
  })
  if (!expression.key)
    return listOf(
      cursor,
      bound.map(({ tree }) => tree),
    )
  const keyed = bound.map(({ tree, key }) => ({ name: key && textOf(key), cursor: tree, at: key }))
  return mapOf(
    cursor,
    keyed.flatMap(({ name, cursor: value }) => (name === undefined ? [] : [{ name, key: value.key, cursor: value }])),
    keyed.some(({ name }) => name === undefined),
  )
}

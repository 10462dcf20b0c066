import { knownValue } from '../model/fact.ts'
import { expressionOf, operandsOf, type Expression, type Step, type Tree } from '../syntax/tree.ts'
import { down, entries, isThere, items, resolve } from '../formats/cursor.ts'
import type { Cursor, Reference } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { declaredAs, textBehind } from './asked.ts'
import { functions } from './functions.ts'
import { belonging, listOf, mapOf, referred, scalarOf, textOf } from '../formats/made.ts'
import { openTemplate, openText } from './named-file.ts'
import { operandAt } from './operands.ts'
import { operate } from './operators.ts'
import { fill } from './template.ts'
import { readTemplateOfJson } from './json-template.ts'
import { instancesOf, elementsOf } from './instances.ts'
import { regionAt } from './provider.ts'
import { calledScopes, localOf, openAt, rootOf, variableOf, type Scope } from './scope.ts'
import { tableOf } from '../text/table.ts'
import { pathFrom, within } from '../text/uri.ts'

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
      return call(cursor, expression, scope)
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

function call(cursor: Cursor, expression: Extract<Expression, { op: 'call' }>, scope: Scope): Cursor | undefined {
  const { name, operands, spread } = expression
  const given = operandsOf(expression).flatMap((_, index) => {
    const operand = operandAt(cursor, expression, index)
    return spread && index === operands.length - 1 ? items(operand) : [operand]
  })
  const [path, variables] = given
  if (path && name === 'file') return readNamedFile(cursor, path, undefined, scope)
  if (path && name === 'templatefile') return readNamedFile(cursor, path, variables, scope)
  return functions.get(name)?.(given, cursor)
}

/** The text of a file that an expression names; that of a template with its variables. */
function readNamedFile(cursor: Cursor, path: Cursor, variables: Cursor | undefined, scope: Scope): Cursor | undefined {
  const written = textOf(path)
  const file = written === undefined ? undefined : within(rootOf(scope).module.folder, written)
  const held = file && textBehind(scope, file)
  if (!file || held === undefined) return undefined
  if (!variables) return lead(cursor, openText(file, held))
  const names = new Map(entries(variables).map((one): [string, Cursor] => [one.name, one]))
  return lead(cursor, openTemplate(file, held, cursor.document.scope?.bind(cursor, names).document.scope))
}

/** A value that stands elsewhere, used from here. */
const lead = (from: Cursor, to: Cursor): Cursor =>
  to.document.file === from.document.file && to.document.start === from.document.start && !to.origin.usedBy
    ? { ...to, near: from.near }
    : { ...to, near: from.near, origin: { ...to.origin, usedBy: from.origin.usedBy ?? from.near } }

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
    case 'path':
      return pathOf(cursor, first.name, scope)
    case 'module': {
      const output = behind.findIndex(({ kind }) => kind === 'attribute')
      const step = behind[output]
      const called = step?.kind === 'attribute' ? calledScopes(scope, first.name)[0] : undefined
      const declared = called && step?.kind === 'attribute' ? declaredAs(called, 'outputs', step.name) : undefined
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

/** A folder as Terraform writes it, seen from the one that it runs in. */
function pathOf(cursor: Cursor, which: string, scope: Scope): Cursor | undefined {
  if (which === 'root') return scalarOf(cursor, '.')
  return which === 'module' ? scalarOf(cursor, pathFrom(rootOf(scope).module.folder, scope.module.folder)) : undefined
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
  const declared = declaredAs(scope, 'resources', `${type}.${name}`)
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
          ({ body }) => walk(cursor, belonging(body, refer(type, '', body, scope)), steps.slice(1)) ?? body,
        ),
      )
    )
  const at = first?.kind === 'index' ? textOf(resolve({ ...cursor, tree: first.at })) : undefined
  const body = instances?.find(({ key }) => key === at)?.body ?? instances?.[0]?.body ?? whole
  const attribute = steps.findIndex(({ kind }) => kind === 'attribute')
  const step = steps[attribute]
  if (step?.kind !== 'attribute') return undefined
  if (type === 'data.aws_region' && /^(?:name|region|id)$/.test(step.name)) return lead(cursor, regionAt(body, scope))
  const written = [step.name, synonyms.get(`${type}.${step.name}`)]
    .map(key => (key === undefined ? undefined : down(body, key)))
    .find(value => value && isThere(value))
  const value = written && walk(cursor, written, steps.slice(attribute + 1))
  if (written) return value && belonging(value, refer(type, step.name, body, scope))
  return referred(cursor, refer(type, step.name, body, scope))
}

const refer = (type: string, attribute: string, body: Cursor, scope: Scope): Reference => ({
  type,
  attribute,
  body,
  region: () => regionAt(body, scope),
})

/** Goes on from a value by steps. */
function walk(from: Cursor, start: Cursor, steps: readonly Step[]): Cursor | undefined {
  let at = start
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'splat') return walkEach(from, at, steps.slice(index + 1))
    const key = step.kind === 'attribute' ? step.name : textOf(resolve({ ...from, tree: step.at }))
    if (key === undefined) return undefined
    const next = stepTo(at, key)
    if (next && !isThere(next) && at.origin.refersTo) return referred(from, { ...at.origin.refersTo, attribute: key })
    if (!next || isMissing(next)) return undefined
    at = next
  }
  return lead(from, at)
}

/** What stands below a value by a key or an index; one block stands for the list of it. */
function stepTo(at: Cursor, key: string): Cursor | undefined {
  if (at.tree?.kind === 'list') return items(at)[Number(key)]
  const held = down(at, key)
  return key === '0' && at.tree?.kind === 'map' && isMissing(held) ? at : held
}

const isMissing = (cursor: Cursor): boolean => !isThere(cursor) && !cursor.unseen

/** Goes on from each item of a list. */
const walkEach = (from: Cursor, at: Cursor, steps: readonly Step[]): Cursor | undefined =>
  at.tree?.kind === 'list'
    ? listOf(
        from,
        items(at).flatMap(item => walk(from, item, steps) ?? []),
      )
    : undefined

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
    const at = (tree: Tree): Cursor => resolve({ ...(cursor.document.scope?.bind(cursor, names) ?? cursor), tree })
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

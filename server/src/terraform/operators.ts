import type { Cursor } from '../formats/position.ts'
import { tableOf } from '../text/table.ts'
import { scalarOf, textOf } from '../formats/made.ts'

type Result = string | number | boolean | undefined

const ofNumbers =
  (compute: (a: number, b: number) => number | boolean) =>
  (a: string, b: string): Result =>
    Number.isFinite(Number(a)) && Number.isFinite(Number(b)) ? compute(Number(a), Number(b)) : undefined

const ofTwo = tableOf<(a: string, b: string) => Result>({
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '&&': (a, b) => a === 'true' && b === 'true',
  '||': (a, b) => a === 'true' || b === 'true',
  '+': ofNumbers((a, b) => a + b),
  '-': ofNumbers((a, b) => a - b),
  '*': ofNumbers((a, b) => a * b),
  '/': ofNumbers((a, b) => a / b),
  '%': ofNumbers((a, b) => a % b),
  '<': ofNumbers((a, b) => a < b),
  '>': ofNumbers((a, b) => a > b),
  '<=': ofNumbers((a, b) => a <= b),
  '>=': ofNumbers((a, b) => a >= b),
})

const ofOne = tableOf<(a: string) => Result>({
  '!': a => (a === 'true' || a === 'false' ? a === 'false' : undefined),
  '-': a => (Number.isFinite(Number(a)) ? -Number(a) : undefined),
})

/** Operators that one operand can decide: it, and what it makes of the whole. */
const decisive = tableOf<string>({ '&&': 'false', '||': 'true' })

/** Works an operation out; undefined where it cannot be told. */
export function operate(cursor: Cursor, operator: string, operands: readonly Cursor[]): Cursor | undefined {
  const result = resultOf(operator, operands)
  return result === undefined ? undefined : scalarOf(cursor, String(result))
}

function resultOf(operator: string, operands: readonly Cursor[]): Result {
  const texts = operands.map(textOf)
  const [a, b] = texts
  if (operands.length === 1) return a === undefined ? undefined : ofOne.get(operator)?.(a)
  const decider = decisive.get(operator)
  if (decider !== undefined && texts.includes(decider)) return decider
  const withNull = comparedWithNull(operator, operands)
  if (withNull !== undefined) return withNull
  return a === undefined || b === undefined ? undefined : ofTwo.get(operator)?.(a, b)
}

/** A comparison in which `null` stands on a side: a value that is written, and is nothing. */
function comparedWithNull(operator: string, operands: readonly Cursor[]): boolean | undefined {
  if (operator !== '==' && operator !== '!=') return undefined
  const isNull = ({ tree, unseen, key }: Cursor): boolean => tree === undefined && !unseen && key !== undefined
  const isKnown = ({ tree }: Cursor): boolean => tree !== undefined && tree.kind !== 'unresolved'
  if (!operands.some(isNull) || !operands.every(operand => isNull(operand) || isKnown(operand))) return undefined
  return operands.every(isNull) === (operator === '==')
}

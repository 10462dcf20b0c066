/** A stretch of a template that a condition takes or leaves. */
interface Arm {
  /** Which condition decides, and which of its branches this is. */
  readonly condition: number
  readonly branch: number
  readonly start: number
  end: number
}

/** What opens, divides and closes blocks in Jinja's, Terraform's and Go's templates. */
const steps =
  /(?:\{%[-+]?|%\{~?|\{\{-?)[ \t]{0,20}(if|unless|for|range|with|define|block|macro|call|filter|elif|elsif|elseif|else|end[a-z]{0,10})\b/g

/** Of a template with more nobody asks. */
const mostArms = 500

/** Tells of two places of a template whether only one of them is given out: they stand in different branches of one condition. */
export function alternatives(text: string): (one: number, other: number) => boolean {
  const arms = armsOf(text)
  if (arms.length > mostArms) return () => false
  const around = (offset: number): Arm[] => arms.filter(({ start, end }) => start < offset && offset < end)
  return (one, other) =>
    around(one).some(({ condition, branch }) =>
      around(other).some(arm => arm.condition === condition && arm.branch !== branch),
    )
}

function armsOf(text: string): Arm[] {
  const arms: Arm[] = []
  const open: (Arm | undefined)[] = []
  let conditions = 0
  const begin = (condition: number, branch: number, start: number): Arm => {
    const arm = { condition, branch, start, end: text.length }
    arms.push(arm)
    return arm
  }
  for (const { 1: word = '', index } of text.matchAll(steps)) {
    if (word === 'if' || word === 'unless') open.push(begin(conditions++, 0, index))
    else if (word.startsWith('end') || word.startsWith('el')) {
      const arm = open.pop()
      if (arm) arm.end = index
      if (word.startsWith('el')) open.push(arm && begin(arm.condition, arm.branch + 1, index))
    } else open.push(undefined)
  }
  return arms
}

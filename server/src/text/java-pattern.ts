import { compileExpression, type JavaPattern } from './java-expression.ts'
import { remembering } from './remembering.ts'

/** Compiles a regular expression of Java; undefined where Java would refuse it, and where it is not known for certain what Java makes of it. Most are names, and need no engine of expressions. */
export const compileJavaPattern = remembering((source: string): JavaPattern | undefined =>
  /^[\w-]{1,249}$/.test(source) ? nameAsPattern(source) : compileExpression(source),
)

const nameAsPattern = (source: string): JavaPattern => ({
  source,
  matches: text => text === source,
  finds: text => text.includes(source),
})

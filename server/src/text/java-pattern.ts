import { compileExpression, type JavaPattern } from './java-expression.ts'
import { remembering } from './remembering.ts'

/** Compiles a regular expression of Java; undefined where Java would refuse it, and where it is not known for certain what Java makes of it. Most are names, and need no engine of expressions. */
export const compileJavaPattern = remembering((source: string): JavaPattern | undefined =>
  /^[\w-]{1,249}$/.test(source) ? nameAsPattern(source) : (anything(source) ?? compileExpression(source)),
)

/** The patterns that take whatever can be the name of a topic or a group; what else there is goes to the engine. */
function anything(source: string): JavaPattern | undefined {
  if (source !== '.*' && source !== '.+') return undefined
  const isName = (text: string): boolean => /^[\w.-]+$/.test(text)
  return {
    source,
    matches: text => isName(text) || compileExpression(source)?.matches(text),
    finds: text => isName(text) || compileExpression(source)?.finds(text),
    replacedIn: (text, replacement) => compileExpression(source)?.replacedIn(text, replacement),
  }
}

const nameAsPattern = (source: string): JavaPattern => ({
  source,
  matches: text => text === source,
  finds: text => text.includes(source),
  replacedIn: (text, replacement) =>
    text === source ? compileExpression(source)?.replacedIn(text, replacement) : text,
})

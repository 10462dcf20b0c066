import { parseArgs } from 'node:util'
import { say, word } from '../words/message.ts'

/** Wrong use: the message goes to the user, the exit status is 2. */
export class UsageError extends Error {}

type Kind = 'string' | 'boolean'
type Options<K extends Record<string, Kind>> = { [N in keyof K]?: K[N] extends 'string' ? string : boolean }

/** Reads the paths and options of a command; throws a UsageError. */
export function parse<K extends Record<string, Kind>>(
  args: readonly string[],
  kinds: K,
): { paths: string[]; options: Options<K> } {
  const { values, positionals } = usage(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }])),
    }),
  )
  if (positionals.length === 0) throw new UsageError(word(say('cli.noPath')))
  return { paths: positionals, options: values as Options<K> }
}

/** One of the values that an option takes; throws a UsageError. */
export function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find(value => value === given)
  if (found === undefined) throw new UsageError(word(say('cli.oneOf', { option, given, allowed })))
  return found
}

/** What goes wrong inside is the user's to mend. */
export function usage<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

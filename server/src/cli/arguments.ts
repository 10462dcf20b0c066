import { parseArgs } from 'node:util'
import { say, word } from '../words/message.ts'

/** Wrong use: the message goes to the user, the exit status is 2. */
export class UsageError extends Error {}

type Kind = 'string' | 'boolean'
type Options<K extends Record<string, Kind>> = { [N in keyof K]?: K[N] extends 'string' ? string : boolean }

/** Reads the paths and options of a command; `pathless`: there may be no path. Throws a UsageError. */
export function parse<K extends Record<string, Kind>>(
  args: readonly string[],
  kinds: K,
  { pathless = false }: { pathless?: boolean } = {},
): { paths: string[]; options: Options<K> } {
  const { values, positionals } = read(args, kinds)
  if (positionals.length === 0 && !pathless) throw new UsageError(word(say('cli.noPath')))
  return { paths: positionals, options: values as Options<K> }
}

function read(args: readonly string[], kinds: Record<string, Kind>): ReturnType<typeof parseArgs> {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]))
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw wrongUse(error)
  }
}

/** One of the values that an option takes; throws a UsageError. */
export function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find(value => value === given)
  if (found === undefined) throw new UsageError(word(say('cli.oneOf', { option, given, allowed })))
  return found
}

/** What goes wrong on the way is the user's to mend. */
export async function usage<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    throw wrongUse(error)
  }
}

const wrongUse = (error: unknown): UsageError => new UsageError(error instanceof Error ? error.message : String(error))

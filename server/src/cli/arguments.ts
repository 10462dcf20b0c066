import { parseArgs } from 'node:util'
import { localeIdOf, localeIds, type LocaleId } from '../locale/locale.ts'
import { say, type Message } from '../words/message.ts'

/** Wrong use: the message goes to the user, the exit status is 2. */
export class UsageError extends Error {
  readonly said: Message | string
  constructor(said: Message | string) {
    super(typeof said === 'string' ? said : said.id)
    this.said = said
  }
}

/** The language that `--lang` asks for, else that of the system; throws a UsageError. */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): LocaleId {
  const at = args.findIndex(arg => /^--lang(?:=|$)/.test(arg))
  const given = args[at]?.split('=')[1] ?? (at < 0 ? undefined : args[at + 1])
  if (given !== undefined) return oneOf('lang', given, localeIds)
  return localeIdOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG)
}

type Kind = 'string' | 'boolean'
type Options<K extends Record<string, Kind>> = { [N in keyof K]?: K[N] extends 'string' ? string : boolean }

/** Reads the paths and options of a command; `pathless`: there may be no path. Throws a UsageError. */
export function parse<K extends Record<string, Kind>>(
  args: readonly string[],
  kinds: K,
  { pathless = false }: { pathless?: boolean } = {},
): { paths: string[]; options: Options<K> } {
  const { values, positionals } = read(args, kinds)
  if (positionals.length === 0 && !pathless) throw new UsageError(say('cli.noPath'))
  return { paths: positionals, options: values as Options<K> }
}

function read(args: readonly string[], kinds: Record<string, Kind>): ReturnType<typeof parseArgs> {
  const options = Object.fromEntries(
    Object.entries({ ...kinds, lang: 'string' as const }).map(([name, type]) => [name, { type }]),
  )
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw wrongUse(error)
  }
}

/** One of the values that an option takes; throws a UsageError. */
export function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find(value => value === given)
  if (found === undefined) throw new UsageError(say('cli.oneOf', { option, given, allowed }))
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

function wrongUse(error: unknown): UsageError {
  if (error instanceof UsageError) return error
  if (!(error instanceof Error)) return new UsageError(String(error))
  const { code, path } = error as NodeJS.ErrnoException
  return new UsageError(code === 'ENOENT' && path !== undefined ? say('cli.noSuchFile', { path }) : error.message)
}

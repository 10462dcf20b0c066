import { version } from '../version.ts'
import { say, word, type Message } from '../words/message.ts'
import { inEnglish } from '../locale/en.ts'
import { loadLocale } from '../locale/load.ts'
import type { Locale } from '../locale/locale.ts'
import { languageOf, UsageError } from './arguments.ts'
import { issues } from './complain.ts'

interface Command {
  readonly help: Message
  /** Answers the exit status, or nothing where a server goes on running. */
  run(args: readonly string[], locale: Locale): Promise<number | undefined>
}

/** What a command needs is loaded with it. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'check',
    { help: say('cli.helpCheck'), run: async (args, locale) => (await import('./check.ts')).check(args, locale) },
  ],
  ['diff', { help: say('cli.helpDiff'), run: async (args, locale) => (await import('./diff.ts')).diff(args, locale) }],
  [
    'record',
    { help: say('cli.helpRecord'), run: async (args, locale) => (await import('./record.ts')).record(args, locale) },
  ],
  ['flow', { help: say('cli.helpFlow'), run: async (args, locale) => (await import('./flow.ts')).flow(args, locale) }],
  [
    'scorecard',
    {
      help: say('cli.helpScorecard'),
      run: async (args, locale) => (await import('./scorecard.ts')).scorecard(args, locale),
    },
  ],
  [
    'facts',
    { help: say('cli.helpFacts'), run: async (args, locale) => (await import('./facts.ts')).facts(args, locale) },
  ],
  ['mcp', { help: say('cli.helpMcp'), run: async (args, locale) => (await import('./mcp.ts')).mcp(args, locale) }],
  [
    'migrate',
    { help: say('cli.helpMigrate'), run: async (args, locale) => (await import('./migrate.ts')).migrate(args, locale) },
  ],
  [
    'lsp',
    {
      help: say('cli.helpLsp'),
      run: async args => {
        const { serve } = await import('./serve.ts')
        await serve(args)
        return undefined
      },
    },
  ],
])

/** Runs the command line; returns the exit status, or nothing where a server goes on running. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  let locale = inEnglish
  try {
    locale = await loadLocale(languageOf(args, process.env))
    return await run(args, locale)
  } catch (error) {
    const problem = error instanceof UsageError ? error.said : say('cli.failed', { problem: messageOf(error), issues })
    process.stderr.write(word(say('cli.seeHelp', { problem }), locale.words))
    return 2
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function run([name, ...rest]: readonly string[], locale: Locale): Promise<number | undefined> {
  if (name === 'version' || name === '--version') return print(`${version}\n`)
  const asksForHelp = name === 'help' || name === '--help' || name === '-h'
  const command = commands.get((asksForHelp ? rest[0] : name) ?? '')
  if (asksForHelp && rest[0] === undefined) return print(word(say('cli.help', { version }), locale.words))
  if (!command) {
    const unknown = asksForHelp ? rest[0] : name
    throw new UsageError(unknown === undefined ? say('cli.noCommand') : say('cli.unknownCommand', { command: unknown }))
  }
  if (asksForHelp || rest.includes('--help') || rest.includes('-h')) return print(word(command.help, locale.words))
  return command.run(rest, locale)
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

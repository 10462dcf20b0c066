import { today } from '../host/node.ts'
import { loadLibrary } from '../assess/db.ts'
import { prepareReading } from '../reader/reader.ts'
import type { Level } from '../model/configuration.ts'
import { checkSchemas } from '../host/schema-check.ts'
import { reportJson } from '../report/json.ts'
import { levels, reaches, type Report } from '../report/report.ts'
import { reportSarif } from '../report/sarif.ts'
import { reportText } from '../report/text.ts'
import { version } from '../version.ts'
import { say, word } from '../words/message.ts'
import { oneOf, parse, usage, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { flow } from './flow.ts'
import { record } from './record.ts'
import { reviewPaths } from './review-paths.ts'
import { scorecard } from './scorecard.ts'

/** Runs the command line; returns the exit status, or nothing where a server goes on running. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  const [command, ...rest] = args
  try {
    switch (command) {
      case 'check':
        await prepareReading()
        return await check(rest)
      case 'record':
        await prepareReading()
        return await record(rest)
      case 'flow':
        await prepareReading()
        return await flow(rest)
      case 'scorecard':
        await prepareReading()
        return await scorecard(rest)
      case 'lsp':
        await import('./serve.ts').then(({ serve }) => serve(rest))
        return undefined
      case 'help':
      case '--help':
      case '-h':
        process.stdout.write(word(say('cli.help', { version })))
        return 0
      case 'version':
      case '--version':
        process.stdout.write(`${version}\n`)
        return 0
      default:
        throw new UsageError(
          word(command === undefined ? say('cli.noCommand') : say('cli.unknownCommand', { command })),
        )
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(word(say('cli.seeHelp', { problem: error.message })))
    return 2
  }
}

async function check(args: readonly string[]): Promise<number> {
  const { paths, options } = parse(args, {
    format: 'string',
    level: 'string',
    'fail-on': 'string',
    'show-suppressed': 'boolean',
    'no-ignore': 'boolean',
  })
  const format = oneOf('format', options.format ?? 'text', ['text', 'json', 'sarif'])
  const least = oneOf<Level>('level', options.level ?? (format === 'text' ? 'information' : 'hint'), levels)
  const failOn = oneOf<Level | 'never'>('fail-on', options['fail-on'] ?? 'error', [...levels, 'never'])
  const library = loadLibrary(today)
  const {
    review,
    files: reviewed,
    problems,
    coverage,
    failures,
  } = await usage(reviewPaths(paths, library, { honourIgnored: options['no-ignore'] !== true }))
  const refused = await checkSchemas(
    review,
    reviewed.map(({ uri, text }) => [uri, text]),
  )
  const files = reviewed.map(file => (refused.has(file.uri) ? { ...file, findings: review.findings(file.uri) } : file))
  const shown: Report = {
    problems,
    coverage,
    files: files.map(file => ({
      ...file,
      folded: reaches('hint', least)
        ? 0
        : file.findings.filter(({ folded, suppressed }) => folded && !suppressed).length,
      findings: file.findings.filter(
        ({ level, folded, suppressed }) =>
          reaches(folded ? 'hint' : level, least) &&
          (!suppressed || options['show-suppressed'] === true || format === 'sarif'),
      ),
    })),
  }
  const write = {
    text: () => reportText(shown),
    json: () => reportJson(shown),
    sarif: () => reportSarif(shown, version, library.knowledge),
  }
  process.stdout.write(write[format]())
  complain({ failures, problems })
  if (failures.length > 0) return 2
  return failOn !== 'never' &&
    files.some(({ findings }) =>
      findings.some(({ level, folded, suppressed }) => !suppressed && reaches(folded ? 'hint' : level, failOn)),
    )
    ? 1
    : 0
}

import { basename, dirname, relative, resolve, sep } from 'node:path'
import { loadLibrary, openDb } from '../assess/db.ts'
import { factsFileOf, type FileToTell } from '../facts/facts-file.ts'
import { factRows } from '../facts/rows.ts'
import { nodePaths } from '../host/node.ts'
import { today } from '../host/today.ts'
import { checkSchemas } from '../host/schema-check.ts'
import type { Locale } from '../locale/locale.ts'
import { compareTexts } from '../text/order.ts'
import { indexLines } from '../text/line-index.ts'
import { struckData } from '../model/struck.ts'
import { version } from '../version.ts'
import { say } from '../words/message.ts'
import { oneOf, parse, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewAsked } from './review-facts.ts'
import type { PathReview } from './review-paths.ts'

const disk = nodePaths()

/** `kafka-review facts`: prints what the files of a repository say, without their texts and secrets; returns the exit status. */
export async function facts(args: readonly string[], { words }: Locale): Promise<number> {
  const { paths, options } = parse(args, { name: 'string', format: 'string', facts: 'boolean', 'no-ignore': 'boolean' })
  const isTold = options.facts === true
  const format = oneOf('format', options.format ?? (isTold ? 'jsonl' : 'json'), isTold ? ['jsonl'] : ['json', 'jsonl'])
  if (options.name?.trim() === '') throw new UsageError(say('cli.noFactsName'))
  const library = loadLibrary(today)
  const reviewed = await reviewAsked(paths, library, options, words)
  if (!isTold) await judgeSchemas(reviewed)
  const repository = options.name ?? basename(process.cwd())
  if (format === 'jsonl') {
    const { files, review, repositoryOf = () => repository } = reviewed
    for (const row of factRows(openDb(review.estate, library), files, repositoryOf, words))
      process.stdout.write(`${JSON.stringify(struckData(row, review.estate.secrets))}\n`)
  } else process.stdout.write(`${JSON.stringify(toldOf(reviewed, repository))}\n`)
  complain(reviewed, words)
  return reviewed.failures.length > 0 ? 2 : 0
}

/** What the libraries refuse is a part of the facts. */
const judgeSchemas = ({ review, uris, textOf }: PathReview): Promise<unknown> =>
  checkSchemas(
    review,
    uris.map(uri => [uri, textOf(uri) ?? '']),
  )

/** All that was read is told, also what lies beside the paths and completes them. */
function toldOf({ review, textOf, coverage, problems }: PathReview, repository: string): object {
  const read = [...review.files()].flatMap(uri => {
    const [facts, path] = [review.estate.facts(uri), disk.pathOf(uri)]
    return facts && path !== undefined ? [{ uri, path, facts, lines: indexLines(textOf(uri) ?? '') }] : []
  })
  const folder = read.reduce((common, { path }) => commonFolder(common, path), process.cwd())
  const shown = (path: string): string => relative(folder, path).split(sep).join('/')
  const files = read
    .map(({ path, ...file }): FileToTell => ({ ...file, path: shown(path) }))
    .sort((a, b) => compareTexts(a.path, b.path))
  return factsFileOf({ program: version, repository }, files, review.estate.secrets, {
    coverage: coverage.map(one => ({ ...one, path: shown(resolve(one.path)) })),
    problems: problems.map(({ path, message }) => ({ path: shown(resolve(path)), message })),
  })
}

/** The nearest folder above that holds a path as well. */
function commonFolder(folder: string, path: string): string {
  let common = folder
  while (!path.startsWith(common.endsWith(sep) ? common : common + sep) && dirname(common) !== common)
    common = dirname(common)
  return common
}

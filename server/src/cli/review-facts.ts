import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../assess/db.ts'
import { pathInFacts, readFactsFile, type NoFacts, type ToldRepository } from '../facts/facts-file.ts'
import { linesOfFacts } from '../facts/position.ts'
import type { ReviewedFile } from '../report/report.ts'
import { startReview } from '../review.ts'
import { lazy } from '../text/lazy.ts'
import { compareTexts } from '../text/order.ts'
import type { Uri } from '../text/uri.ts'
import { version } from '../version.ts'
import { say, type Language, type Message } from '../words/message.ts'
import { usage, UsageError } from './arguments.ts'
import { readNamedText } from './given-text.ts'
import { findingsOf, reviewPaths, type PathReview } from './review-paths.ts'

/** Reviews repositories together by what each has told of itself; a folder stands for the files of facts in it. Throws a UsageError. */
export async function reviewFacts(paths: readonly string[], library: Library): Promise<PathReview> {
  const repositories: ToldRepository[] = []
  const from = new Map<string, string>()
  const once = onceOnly()
  for (const path of (await Promise.all(paths.map(filesAt))).flat()) {
    const read = readFactsFile(await readNamedText(path), once, version)
    if (typeof read === 'string') throw new UsageError(whyNot[read](path))
    const other = from.get(read.name)
    if (other !== undefined) throw new UsageError(say('cli.factsTwice', { name: read.name, paths: [other, path] }))
    from.set(read.name, path)
    repositories.push(read)
  }
  const review = startReview(library, () => repositories.map(({ root }) => root))
  const names = new Map<Uri | undefined, string>(repositories.map(({ root, name }) => [root, name]))
  const told = repositories.flatMap(({ files }) => files).sort((a, b) => compareTexts(a.path, b.path))
  review.update(
    told.map(({ uri, facts }) => [uri, facts]),
    () => true,
  )
  const files = lazy(() => {
    review.catchUp()
    return told.map(
      ({ uri, path }): ReviewedFile => ({
        uri,
        path,
        text: '',
        lines: linesOfFacts,
        secrets: [],
        ...findingsOf(review, uri),
      }),
    )
  })
  return {
    review,
    textOf: () => undefined,
    linesOf: () => linesOfFacts,
    uris: told.map(({ uri }) => uri),
    get files() {
      return files()
    },
    coverage: repositories.flatMap(({ coverage }) => coverage),
    get problems() {
      return [
        ...repositories.flatMap(({ problems }) => problems),
        ...review.problems().map(problem => ({ ...problem, path: pathInFacts(problem.file) ?? problem.file })),
      ]
    },
    failures: [],
    repositoryOf: uri => names.get(review.estate.rootOf(uri)) ?? '',
  }
}

/** The files of facts at a path: itself, or those in the folder that it is. */
async function filesAt(path: string): Promise<string[]> {
  if (!(await usage(stat(path))).isDirectory()) return [path]
  const names = (await usage(readdir(path))).filter(name => name.endsWith('.json')).sort(compareTexts)
  if (names.length === 0) throw new UsageError(say('cli.noFactsIn', { path }))
  return names.map(name => join(path, name))
}

const whyNot: Readonly<Record<NoFacts, (path: string) => Message>> = {
  'no-json': path => say('cli.factsNoJson', { path }),
  'no-facts': path => say('cli.noFacts', { path }),
  'other-version': path => say('cli.factsVersion', { path }),
}

/** Reviews what a command is asked to: the files below paths, or repositories by what they told. Throws a UsageError. */
export const reviewAsked = (
  paths: readonly string[],
  library: Library,
  options: { readonly facts?: boolean; readonly 'no-ignore'?: boolean },
  words: Language,
): Promise<PathReview> =>
  options.facts === true
    ? reviewFacts(paths, library)
    : usage(reviewPaths(paths, library, { honourIgnored: options['no-ignore'] !== true, words }))

/** Remembers texts, and answers the first of those that are alike. */
function onceOnly(): (text: string) => string {
  const texts = new Map<string, string>()
  return text => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
}

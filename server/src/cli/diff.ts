import { resolve } from 'node:path'
import { loadLibrary, openDb, type Library } from '../assess/db.ts'
import { changeKinds, type ChangeKind } from '../delta/change.ts'
import { compareStates, type Delta, type State } from '../delta/delta.ts'
import { deltaFormats, type DeltaFormat } from '../delta/formats.ts'
import { assessmentChanges } from '../delta/record.ts'
import { sheetOf, type ShownPlace } from '../delta/sheet.ts'
import type { Files } from '../host/files.ts'
import { movedFiles } from '../host/named-files.ts'
import { directDisk, nodeFiles, nodePaths } from '../host/node.ts'
import { today } from '../host/today.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { levels, type Level } from '../model/configuration.ts'
import type { Place } from '../model/fact.ts'
import { reaches } from '../report/report.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { version } from '../version.ts'
import { say } from '../words/message.ts'
import { oneOf, parse, usage, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { openRepository, type Repository, type Snapshot } from './git/repository.ts'
import { snapshotFiles } from './git/snapshot-files.ts'
import { isFolderPath, isPath } from './paths.ts'
import { reviewFacts } from './review-facts.ts'
import { reviewPaths, show, type PathOptions, type PathReview } from './review-paths.ts'

const disk = nodePaths()

/** `kafka-review diff`: tells what a change means; returns the exit status. */
export async function diff(args: readonly string[], locale: Locale): Promise<number> {
  const { paths: given, options } = parse(
    args,
    { format: 'string', 'fail-on': 'string', staged: 'boolean', facts: 'boolean', 'no-ignore': 'boolean' },
    { pathless: true },
  )
  const format = oneOf('format', options.format ?? 'text', Object.keys(deltaFormats) as DeltaFormat[])
  const fails = failing(options['fail-on'] ?? 'never')
  const library = loadLibrary(today)
  const [old, now] =
    options.facts === true ? await toldSides(given, library) : await readSides(given, options, library, locale)
  const delta = compareStates(stateOf(old, library), stateOf(now, library))
  const unread = now.coverage.filter(({ path, state }) => {
    const file = disk.uriOf(resolve(path))
    return state !== 'understood' && now.textOf(file) !== old.textOf(file)
  })
  const told = [old, now].reduce((known, { review: { estate } }) => withoutSecrets(known, estate.secrets), locale)
  const sheet = sheetOf(delta, told, {
    before: placesIn(old),
    after: placesIn(now),
    unread: unread.map(({ path }) => path),
  })
  process.stdout.write(deltaFormats[format](sheet, told, version))
  complain(now, locale.words)
  if (old.failures.length + now.failures.length > 0) return 2
  return fails(delta) ? 1 : 0
}

/** Two states of repositories, by what each has told of itself. */
async function toldSides(given: readonly string[], library: Library): Promise<[PathReview, PathReview]> {
  const [before, after, ...more] = given
  if (before === undefined || after === undefined || more.length > 0) throw new UsageError(say('cli.factsSides'))
  return [await reviewFacts([before], library), await reviewFacts([after], library)]
}

/** Two revisions, or two folders. */
async function readSides(
  given: readonly string[],
  options: { readonly staged?: boolean; readonly 'no-ignore'?: boolean },
  library: Library,
  locale: Locale,
): Promise<[PathReview, PathReview]> {
  const { before, after, paths } = await usage(sidesOf(given, options.staged === true))
  const review = async (files: Files, earlier?: PathOptions['before']): Promise<PathReview> =>
    reviewPaths(await existing(paths, files), library, {
      files,
      honourIgnored: options['no-ignore'] !== true,
      words: locale.words,
      ...(earlier ? { before: earlier } : {}),
    })
  const textBefore = async (file: Uri): Promise<string | undefined> => {
    const content = await before.read(file)
    return content && 'text' in content ? content.text : undefined
  }
  const [old, now] = [await usage(review(before)), await usage(review(after, textBefore))]
  if (old.coverage.length + now.coverage.length === 0 && (await missing(paths, [before, after])))
    throw new UsageError(say('cli.noSuchFile', { path: paths.join(', ') }))
  return [old, now]
}

const stateOf = ({ review, uris, files }: PathReview, library: Library): State => ({
  db: openDb(review.estate, library),
  files: uris,
  reviewed: files,
})

function placesIn({ files }: PathReview): (place: Place) => ShownPlace {
  const lines = new Map(files.map(file => [file.uri, file.lines]))
  return ({ file, span }) => {
    const { line, character } = lines.get(file)?.position(span.start) ?? { line: 0, character: 0 }
    return { file: show(file), line: line + 1, column: character + 1 }
  }
}

async function existing(paths: readonly string[], files: Files): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async path => ({ path, entry: await files.find(disk.uriOf(resolve(path))) })),
  )
  return found.flatMap(({ path, entry }) => (entry ? [path] : []))
}

const missing = async (paths: readonly string[], sides: readonly Files[]): Promise<boolean> =>
  (await Promise.all(sides.map(files => existing(paths, files)))).every(found => found.length === 0)

/** What is compared, and below which paths. */
interface Sides {
  readonly before: Files
  readonly after: Files
  readonly paths: readonly string[]
}

/** `BASE [HEAD] [PATH...]`: revisions, of which the second is the working tree where it is left out; `BASE...HEAD` begins where HEAD left BASE; two folders. */
async function sidesOf(given: readonly string[], staged: boolean): Promise<Sides> {
  const [first, second] = given
  if (!staged && first !== undefined && second !== undefined && (await areFolders(first, second, given)))
    return {
      before: asIfIn(nodeFiles(directDisk), folderUri(first), folderUri(second)),
      after: nodeFiles(directDisk),
      paths: [second],
    }
  const repository = await openRepository(process.cwd())
  const root = folderUri(repository.root)
  const filesOf = (snapshot: Snapshot): Files => snapshotFiles(snapshot, root, nodeFiles(directDisk))
  const [snapshots, used] = staged ? await stagedSince(first, repository) : await revisions(first, second, repository)
  return {
    before: filesOf(snapshots.before),
    after: snapshots.after ? filesOf(snapshots.after) : nodeFiles(directDisk),
    paths: given.length > used ? given.slice(used) : ['.'],
  }
}

/** What is compared; the working tree where there is no second one. And how many arguments that took. */
type Compared = readonly [{ readonly before: Snapshot; readonly after?: Snapshot }, number]

async function stagedSince(first: string | undefined, repository: Repository): Promise<Compared> {
  const isBase = first !== undefined && (await isRevision(first, repository))
  const before = await repository.at(isBase ? first : 'HEAD')
  return [{ before, after: await repository.staged() }, isBase ? 1 : 0]
}

async function revisions(
  first: string | undefined,
  second: string | undefined,
  repository: Repository,
): Promise<Compared> {
  if (first === undefined) throw new UsageError(say('cli.noBase'))
  const [base = '', head] = first.split(/\.{2,3}/)
  if (head !== undefined) return [await range(base || 'HEAD', head, first.includes('...'), repository), 1]
  const before = await repository.at(first)
  return second !== undefined && (await isRevision(second, repository))
    ? [{ before, after: await repository.at(second) }, 2]
    : [{ before }, 1]
}

/** `BASE..HEAD` from BASE itself, `BASE...HEAD` from where HEAD left it; without HEAD up to the working tree. */
async function range(base: string, head: string, fromFork: boolean, repository: Repository): Promise<Compared[0]> {
  const before = fromFork ? await repository.forkOf(base, head || 'HEAD') : await repository.at(base)
  return { before, ...(head === '' ? {} : { after: await repository.at(head) }) }
}

const areFolders = async (first: string, second: string, given: readonly string[]): Promise<boolean> =>
  given.length === 2 && (await isFolderPath(first)) && (await isFolderPath(second))

/** What is a path as well is one: a revision can always be spelled otherwise (`refs/heads/x`). */
const isRevision = async (name: string, repository: Repository): Promise<boolean> =>
  !(await isPath(name)) && (name.includes('~') || name.includes('^') || (await repository.knows(name)))

const folderUri = (path: string): Uri => `${disk.uriOf(resolve(path)).replace(/\/$/, '')}/` as Uri

/** The files of a folder as if they lay in another one. */
function asIfIn(files: Files, from: Uri, to: Uri): Files {
  const swap = (uri: Uri, one: Uri, other: Uri): Uri => {
    if (`${uri}/` === one) return other
    return uri.startsWith(one) ? toUri(other + uri.slice(one.length)) : uri
  }
  return movedFiles(
    files,
    uri => swap(uri, to, from),
    uri => swap(uri, from, to),
  )
}

/** What more than changes can fail for. */
const others = ['record', 'missing', 'assessment', 'findings'] as const

/** Reads `--fail-on`: kinds of changes, a level, or never. */
function failing(text: string): (delta: Delta) => boolean {
  const names = [...(Object.keys(changeKinds) as ChangeKind[]), ...others, ...levels, 'never'] as const
  const asked = new Set(text.split(',').map(name => oneOf('fail-on', name.trim(), names)))
  const least = levels.find(level => asked.has(level))
  const counts = (level: Level): boolean => least !== undefined && reaches(level, least)
  return ({ changes, cells, findings }) =>
    changes.some(({ kind, level }) => counts(level) || (level !== 'hint' && asked.has(kind))) ||
    findings.come.some(({ level }) => counts(level) || asked.has('findings')) ||
    (asked.has('record') && cells.length > 0) ||
    (asked.has('missing') && cells.some(({ missing: none }) => none.length > 0)) ||
    (asked.has('assessment') && assessmentChanges(cells).length > 0)
}

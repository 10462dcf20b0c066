import { relative, resolve, sep } from 'node:path'
import { withoutSecrets } from '../rules/finding.ts'
import { identitiesOf } from '../rules/identity.ts'
import { openDb, type Library } from '../assess/db.ts'
import { secretSpansIn } from '../assess/secrets.ts'
import { pathInFacts } from '../facts/facts-file.ts'
import { openExclusions } from '../host/exclusions.ts'
import type { Content, Entry, Files } from '../host/files.ts'
import { namedFiles } from '../host/named-files.ts'
import { directDisk, diskNames, nodeFiles, nodePaths } from '../host/node.ts'
import { openTextReview, type TextReview } from '../host/text-review.ts'
import { walk } from '../host/walk.ts'
import type { Place } from '../model/fact.ts'
import type { Problem } from '../model/problem.ts'
import { syntaxOf } from '../reader/formats.ts'
import type { Unread } from '../assess/coverage.ts'
import { prepareFor, type Change } from '../reader/reader.ts'
import type { Report, ReviewedFile } from '../report/report.ts'
import { UsageError } from './arguments.ts'
import type { Review } from '../review.ts'
import { isYaml } from '../syntax/yaml.ts'
import { lazy } from '../text/lazy.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import { compareTexts } from '../text/order.ts'
import { remembering } from '../text/remembering.ts'
import { baseName, fileIn, folderOf, foldersOf, type Uri } from '../text/uri.ts'
import { say, word, type Language, type Message } from '../words/message.ts'

/** A review of files on disk. */
export interface PathReview extends Report {
  readonly review: Review
  /** The files, in the order of the report. Their findings are made when somebody asks for `files`. */
  readonly uris: readonly Uri[]
  /** Why the review does not cover what was asked for: named paths that cannot be read, configurations that are no YAML. The exit status is then 2. */
  readonly failures: readonly string[]
  /** The text of any file that was read and speaks of Kafka. */
  textOf(file: Uri): string | undefined
  /** Where the lines of a file begin. */
  linesOf(file: Uri): LineIndex
  /** What repository a file is of, where several are reviewed by what they told. */
  readonly repositoryOf?: (uri: Uri) => string
}

/** How paths are reviewed. */
export interface PathOptions {
  /** Whether `.gitignore` counts. */
  readonly honourIgnored: boolean
  readonly files?: Files
  /** Of what lies below the paths, these files alone are reported, wherever they lie; all else is read for what it tells about them. */
  readonly only?: readonly string[]
  /** Whether a file below the paths is reported; where it is not, it is only read. */
  readonly reports?: (file: Uri) => Promise<boolean>
  /** What a file said before, with which its schemas are compared. */
  readonly before?: (file: Uri) => Promise<string | undefined>
  /** The language of what is told. */
  readonly words: Language
}

const disk = nodePaths()

/** Files that are read at the same time. */
const together = 64

/** Reviews the files below the given paths; throws with a message when a path does not exist. */
export async function reviewPaths(
  paths: readonly string[],
  library: Library,
  { honourIgnored, words, files = namedFiles(nodeFiles(directDisk), diskNames()), only, reports, before }: PathOptions,
): Promise<PathReview> {
  const here = `${disk.uriOf(process.cwd())}/` as Uri
  const roots = [here]
  const texts = openTextReview(library, () => roots)
  const all = await findFiles(paths, only ?? [], files, honourIgnored, texts.leaveOut)
  const found = only || reports ? await reportedAlone(all, files, only, reports) : all
  // A folder that somebody names is what they care for, whatever it is called.
  for (const uri of found.named)
    roots.push(found.asked.has(uri) ? folderOf(uri) : (`${uri.replace(/\/$/, '')}/` as Uri))
  await readAll(all, files, texts)
  if (before) await compareSchemas(found.asked, texts, before)
  const { review } = texts
  const uris = inOrder([...found.asked].filter(uri => review.estate.facts(uri)))
  const reviewed = lazy(() => {
    const db = openDb(review.estate, library)
    review.catchUp()
    return uris.map(uri => {
      const text = texts.textOf(uri) ?? ''
      const secrets = secretSpansIn(db, uri, text)
      return { uri, path: show(uri), text, lines: indexLines(text), secrets, ...findingsOf(review, uri) }
    })
  })
  const problems = (): Problem[] => texts.problems().filter(isTold(found))
  return {
    review,
    textOf: texts.textOf,
    linesOf: uri => indexLines(texts.textOf(uri) ?? ''),
    uris,
    get files() {
      return reviewed()
    },
    get coverage() {
      return texts
        .coverage()
        .filter(({ file }) => found.asked.has(file))
        .map(({ file, unread, ...rest }) => ({
          path: show(file),
          ...rest,
          unread: unread.map(placed(texts.textOf(file))),
        }))
    },
    get problems() {
      return problems().map(problem => ({ ...problem, path: show(problem.file) }))
    },
    get failures() {
      return [
        ...problems()
          .filter(({ file }) => found.named.has(file))
          .map(({ file, message }) => `${show(file)} ${message}`),
        ...[...texts.files()]
          .filter(uri => isConfiguration(uri) && !isYaml(texts.textOf(uri) ?? ''))
          .map(uri => word(say('cli.notYaml', { path: show(uri) }), words)),
      ]
    },
  }
}

/** How places of a review are shown: `kafka/topics.yaml:12`. */
export function placesIn({ linesOf }: Pick<PathReview, 'linesOf'>): (place: Place) => string {
  const known = new Map<Uri, { readonly path: string; readonly lines: LineIndex }>()
  return ({ file, span }) => {
    const { path, lines } = known.get(file) ?? { path: show(file), lines: linesOf(file) }
    known.set(file, { path, lines })
    return `${path}:${lines.position(span.start).line + 1}`
  }
}

/** The findings of a file, each with its identity. */
export function findingsOf(review: Review, uri: Uri): Pick<ReviewedFile, 'findings' | 'identities'> {
  const { secrets } = review.estate
  const findings = review.findings(uri).map(finding => withoutSecrets(finding, secrets))
  return { findings, identities: identitiesOf(findings, review.estate.entities(uri), secrets) }
}

/** What was found, with all but some files read only for what they tell about those. */
async function reportedAlone(
  found: Found,
  files: Files,
  only: PathOptions['only'],
  reports: PathOptions['reports'],
): Promise<Found> {
  const named =
    only && new Set(await Promise.all(only.map(async path => (await files.find(disk.uriOf(resolve(path))))?.uri)))
  const asked = new Set<Uri>()
  for (const uri of found.asked) if ((named?.has(uri) ?? true) && ((await reports?.(uri)) ?? true)) asked.add(uri)
  return { ...found, asked, trouble: new Set([...found.trouble].filter(uri => asked.has(uri))) }
}

/** A place in the lines of a text; of one that is kept no more, its beginning. */
const placed = (text: string | undefined): ((unread: Unread) => { line: number; column: number; why: Message }) => {
  const lines = indexLines(text ?? '')
  return ({ span, why }) => {
    const { line, character } = lines.position(text === undefined ? 0 : span.start)
    return { line: line + 1, column: character + 1, why }
  }
}

/** In the order of reports: each folder is worked out once. */
const inOrder = (uris: Iterable<Uri>): Uri[] => {
  const shown = remembering(folder => show(folder as Uri))
  return [...uris]
    .map(uri => ({ uri, path: `${shown(folderOf(uri))}/${baseName(uri)}`.replace(/^\.\//, '') }))
    .sort((a, b) => compareTexts(a.path, b.path))
    .map(({ uri }) => uri)
}

const isConfiguration = (uri: Uri): boolean => baseName(uri) === '.kafka-review.yaml'

/** Of files that nobody asked for, only what keeps a configuration from being read, and what we did wrong. */
const isTold =
  ({ asked, named, trouble }: Found) =>
  ({ file, fault }: Problem): boolean =>
    asked.has(file) || named.has(file) || trouble.has(file) || fault !== undefined || isConfiguration(file)

interface Found {
  /** What the command line names. */
  readonly named: ReadonlySet<Uri>
  /** Files that were asked for. */
  readonly asked: ReadonlySet<Uri>
  /** Read only for what they tell about those. */
  readonly beside: ReadonlySet<Uri>
  /** What cannot be read below a path that was asked for. */
  readonly trouble: ReadonlySet<Uri>
}

/** The files that may be ours below the given paths, those beside a file that is named, and the configurations above. */
async function findFiles(
  paths: readonly string[],
  only: readonly string[],
  files: Files,
  honourIgnored: boolean,
  leaveOut: TextReview['leaveOut'],
): Promise<Found> {
  const [named, asked, beside, trouble] = [new Set<Uri>(), new Set<Uri>(), new Set<Uri>(), new Set<Uri>()]
  const refuse = (uri: Uri, problem: string): void => {
    trouble.add(uri)
    leaveOut(uri, problem)
  }
  const takeFolder = async (root: Uri): Promise<void> => {
    const exclusions = openExclusions(files, root, honourIgnored)
    for await (const uri of walk(files, root, exclusions, refuse)) asked.add(uri)
    for (const { file, message } of exclusions.problems()) refuse(file, message)
  }
  const takeBeside = async (folder: Uri): Promise<void> => {
    const entries = await files.list(folder)
    if ('problem' in entries) return
    for (const { uri, kind } of entries) if (kind === 'file' && syntaxOf(uri)) beside.add(uri)
  }
  const find = async (path: string): Promise<Entry> => {
    const entry = await files.find(disk.uriOf(resolve(path)))
    if (!entry) throw new UsageError(say('cli.noSuchFile', { path: showPath(resolve(path)) }))
    for (const folder of foldersOf(entry.uri)) beside.add(fileIn(folder, '.kafka-review.yaml'))
    return entry
  }
  const takeFile = async ({ uri, kind, problem }: Entry): Promise<void> => {
    if (kind === 'other') refuse(uri, problem ?? '')
    else if (syntaxOf(uri)) asked.add(uri)
    await takeBeside(folderOf(uri))
  }
  for (const path of paths) {
    const entry = await find(path)
    named.add(entry.uri)
    await (entry.kind === 'folder' ? takeFolder(entry.uri) : takeFile(entry))
  }
  for (const path of only) await takeFile(await find(path))
  return { named, asked, beside, trouble }
}

/** Reads what was found, and what completes it: files that are read together name others, wherever these lie. */
async function readAll({ asked, beside }: Found, files: Files, texts: TextReview): Promise<void> {
  const known = new Set<Uri>()
  for (let next = inOrder([...asked, ...beside]); next.length > 0; ) {
    for (const uri of next) known.add(uri)
    const changes: Change[] = []
    for (const [uri, content] of await readTogether(next, files)) {
      if (content && 'text' in content) changes.push([uri, content.text])
      else if (content) texts.leaveOut(uri, content.problem)
    }
    await prepareFor(changes.map(([file]) => file))
    // No rule is asked until somebody asks for findings: maps, records and facts need none.
    texts.take(changes, () => true)
    next = (await wantedFiles(texts, files)).filter(uri => !known.has(uri))
  }
}

/** Compares the schemas of files with what the files said before. */
async function compareSchemas(
  asked: ReadonlySet<Uri>,
  texts: TextReview,
  before: NonNullable<PathOptions['before']>,
): Promise<void> {
  const holds = (uri: Uri): boolean => texts.review.estate.entities(uri).some(({ kind }) => kind === 'schema')
  texts.compareWith(await Promise.all([...asked].filter(holds).map(async uri => [uri, await before(uri)] as const)))
}

/** The files that would complete what has been read. */
async function wantedFiles(texts: TextReview, files: Files): Promise<Uri[]> {
  const wanted: Uri[] = []
  for (const { uri, takes } of texts.wanted()) {
    const entries = uri.endsWith('/') ? await files.list(uri) : [(await files.find(uri)) ?? []].flat()
    if ('problem' in entries) continue
    wanted.push(...entries.filter(entry => entry.kind === 'file' && takes(entry.uri)).map(entry => entry.uri))
  }
  return wanted
}

async function readTogether(uris: readonly Uri[], files: Files): Promise<[Uri, Content][]> {
  const contents: [Uri, Content][] = []
  for (let i = 0; i < uris.length; i += together)
    contents.push(
      ...(await Promise.all(
        uris.slice(i, i + together).map(async (uri): Promise<[Uri, Content]> => [uri, await files.read(uri)]),
      )),
    )
  return contents
}

/** A file as the reader of a report would name it: relative to the working directory, with `/`. */
export const show = (uri: Uri): string => pathInFacts(uri) ?? showPath(disk.pathOf(uri) ?? uri)

const showPath = (path: string): string => (relative(process.cwd(), path) || '.').split(sep).join('/')

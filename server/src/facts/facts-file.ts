import { struckSettingsIn } from '../assess/secrets.ts'
import type { Secrets } from '../text/secrets.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Setting } from '../model/settings.ts'
import type { FileCoverage, Problem } from '../report/report.ts'
import type { LineIndex } from '../text/line-index.ts'
import { fileIn, toUri, type Uri } from '../text/uri.ts'
import { fileCoverage, fileFacts, problem } from './model-shapes.ts'
import { pack, unpack, type Packed } from './pack.ts'
import { text, type Shape } from './shape.ts'

/** The version of what stands in a file of facts: the model's shape. Another one is refused. */
export const factsVersion = 1

/** What the files of a repository say, without their texts: what is needed to join it with other repositories. */
export interface FactsFile {
  readonly kafkaReviewFacts: typeof factsVersion
  /** The version of the program that wrote it. */
  readonly program: string
  /** What the repository is called; its files are shown below this name. */
  readonly repository: string
  readonly files: readonly { readonly path: string; readonly facts: Packed }[]
  readonly coverage: readonly Packed[]
  readonly problems: readonly Packed[]
}

/** A file whose facts are written down. */
export interface FileToTell {
  readonly uri: Uri
  /** Relative to the repository, with `/` between folders. */
  readonly path: string
  readonly lines: LineIndex
  readonly facts: FileFacts
}

/** What is told of a repository, ready for `JSON.stringify`; no text names a secret that is known. */
export function factsFileOf(
  about: Pick<FactsFile, 'program' | 'repository'>,
  files: readonly FileToTell[],
  secrets: Secrets,
  { coverage, problems }: { coverage: readonly FileCoverage[]; problems: readonly Problem[] },
): FactsFile {
  const byUri = new Map(files.map(file => [file.uri, file]))
  const tell = secrets.struckFrom
  return {
    kafkaReviewFacts: factsVersion,
    ...about,
    files: files.map(({ uri, path, facts }) => ({
      path,
      facts: pack(facts, {
        file: uri,
        linesOf: file => byUri.get(file)?.lines,
        nameOf: file => byUri.get(file)?.path ?? '',
        tell,
        instead: insteadIn(facts),
      }),
    })),
    coverage: coverage.map(one => plain(one, tell)),
    problems: problems.map(one => plain(one, tell)),
  }
}

const plain = (value: unknown, tell: (text: string) => string): Packed =>
  pack(value, { file: toUri(''), linesOf: () => undefined, nameOf: String, tell })

/** The settings that hold secrets, each with what is told of it. */
function insteadIn(facts: FileFacts): (value: object) => object {
  const struck = new Map<object, Setting>(struckSettingsIn(facts).map(({ setting, told }) => [setting, told]))
  return value => struck.get(value) ?? value
}

/** A repository as it was told. */
export interface ToldRepository {
  readonly name: string
  readonly root: Uri
  readonly files: readonly { readonly uri: Uri; readonly path: string; readonly facts: FileFacts }[]
  readonly coverage: readonly FileCoverage[]
  readonly problems: readonly Problem[]
}

/** Why a text is no file of facts of this version. */
export type NoFacts = 'no-json' | 'no-facts' | 'other-version'

/** Reads a file of facts; `once` answers the one text of those that are alike, where many files are read; `program` is the version of who reads. */
export function readFactsFile(
  json: string,
  once: (text: string) => string = one => one,
  program?: string,
): ToldRepository | NoFacts {
  let told: Partial<FactsFile> | null
  try {
    told = JSON.parse(json) as Partial<FactsFile> | null
  } catch {
    return 'no-json'
  }
  if (typeof told !== 'object' || told === null || !('kafkaReviewFacts' in told)) return 'no-facts'
  if (told.kafkaReviewFacts !== factsVersion) return 'other-version'
  try {
    return repositoryOf(told as FactsFile, valuesPerCharacter * json.length, once)
  } catch {
    // Within a version of the form, another program may know more than we do.
    return program !== undefined && typeof told.program === 'string' && told.program !== program
      ? 'other-version'
      : 'no-facts'
  }
}

/** More values than a text of facts comes to, whatever its parts share. */
const valuesPerCharacter = 32

/** Throws where somebody else has written it. */
function repositoryOf(
  { repository, files, coverage, problems }: FactsFile,
  most: number,
  once: (text: string) => string,
): ToldRepository {
  if (!text(repository) || repository.trim() === '') throw new Error('no name')
  const uriOf = (name: string): Uri => once(below(root, name)) as Uri
  const root = `${fileIn(factsRoot, repository)}/` as Uri
  const shown = (path: string): string => `${repository}/${path}`
  let values = 0
  const count = (more: number): void => {
    values += more
    if (values > most) throw new Error('too many values')
  }
  const read = <T>(packed: Packed, shape: Shape<T>, file = root): T => {
    const value = unpack(packed, { file, uriOf, once, count })
    if (!shape(value)) throw new Error('no value of the model')
    return value
  }
  const all = <T extends { readonly path: string }>(packed: readonly Packed[], shape: Shape<T>): T[] =>
    packed.map(one => read(one, shape)).map(one => ({ ...one, path: shown(one.path) }))
  const seen = new Set<string>()
  return {
    name: repository,
    root,
    files: files.map(({ path, facts }) => {
      if (seen.size === seen.add(path).size) throw new Error('told twice')
      const uri = uriOf(path)
      return { uri, path: shown(path), facts: read(facts, fileFacts, uri) }
    }),
    coverage: all(coverage, fileCoverage),
    problems: all(problems, problem),
  }
}

/** Where repositories lie that are known by their facts only. */
const factsRoot = toUri('facts://repositories/')

/** A file below a folder by the path under which it was told; throws where it leads elsewhere. */
const below = (folder: Uri, path: string): Uri =>
  path.split('/').reduce<Uri>((at, name, i) => {
    if (name === '' || name === '.' || name === '..') throw new Error('no path')
    return fileIn(i === 0 ? at : (`${at}/` as Uri), name)
  }, folder)

/** The path under which a file of facts is shown; undefined for any other file. */
export const pathInFacts = (uri: Uri): string | undefined =>
  uri.startsWith(factsRoot) ? decodeURIComponent(uri.slice(factsRoot.length)) : undefined

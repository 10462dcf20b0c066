import { dirname, relative, resolve, sep } from 'node:path'
import { loadLibrary } from '../assess/db.ts'
import { pathInFacts } from '../facts/facts-file.ts'
import { directDisk, nodeFiles, nodePaths } from '../host/node.ts'
import { today } from '../host/today.ts'
import { checkSchemas } from '../host/schema-check.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { levels, type Level } from '../model/configuration.ts'
import {
  baselineOf,
  compareWith,
  readBaseline,
  writeBaseline,
  type Baseline,
  type BaselineFile,
} from '../report/baseline.ts'
import { withCopies } from '../report/copies.ts'
import { reportFormats, type ReportFormat } from '../report/formats.ts'
import { newFindings, reaches, type ReviewedFile } from '../report/report.ts'
import type { Finding } from '../rules/finding.ts'
import type { Uri } from '../text/uri.ts'
import { version } from '../version.ts'
import { say, word, type Language } from '../words/message.ts'
import { oneOf, parse, usage, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { readNamedText, standardInput, withText } from './given-text.ts'
import type { Earlier } from './git/changed.ts'
import { reviewFacts } from './review-facts.ts'
import { findingsOf, reviewPaths, type PathReview } from './review-paths.ts'
import { isFolderPath } from './paths.ts'
import { writeWhole } from './write.ts'

const options = {
  format: 'string',
  level: 'string',
  'fail-on': 'string',
  explain: 'boolean',
  'show-suppressed': 'boolean',
  'no-ignore': 'boolean',
  facts: 'boolean',
  changed: 'string',
  against: 'string',
  only: 'boolean',
  stdin: 'boolean',
  'stdin-filename': 'string',
  baseline: 'string',
  'write-baseline': 'boolean',
} as const
type CheckOptions = ReturnType<typeof parse<typeof options>>['options']

const defaultBaseline = '.kafka-review.baseline.json'

/** `kafka-review check`: prints the findings, or writes them down as the baseline; returns the exit status. */
export async function check(args: readonly string[], locale: Locale): Promise<number> {
  const { words } = locale
  const { paths, options: given } = parse(
    args.map(arg => (arg === '--changed' ? '--changed=HEAD' : arg)),
    options,
    {
      pathless: true,
    },
  )
  const format = oneOf('format', given.format ?? 'text', Object.keys(reportFormats) as ReportFormat[])
  const least = oneOf<Level>('level', given.level ?? (format === 'text' ? 'information' : 'hint'), levels)
  const failOn = oneOf<Level | 'never'>('fail-on', given['fail-on'] ?? 'error', [...levels, 'never'])
  const fails = ({ level, folded }: Finding): boolean => failOn !== 'never' && reaches(folded ? 'hint' : level, failOn)

  const asked = await whatIsAsked(paths, given)
  const library = loadLibrary(today)
  const reviewed = await usage(
    given.facts === true
      ? reviewFacts(asked.paths, library)
      : reviewPaths(asked.paths, library, { ...asked, honourIgnored: given['no-ignore'] !== true, words }),
  )
  const judged = await withSchemasChecked(reviewed)
  if (given['write-baseline'] === true) return writeDown(judged, asked, given, reviewed, words)

  const compared = given.baseline === undefined ? undefined : await against(given.baseline, judged, reviewed, asked)
  const files = compared ? judged.map(file => ({ ...file, known: compared.known })) : judged
  const isShown = (finding: Finding): boolean =>
    reaches(finding.folded ? 'hint' : finding.level, least) &&
    (!finding.suppressed || given['show-suppressed'] === true || format === 'sarif') &&
    (!compared?.known.has(finding) || format === 'sarif')
  process.stdout.write(
    reportFormats[format](
      {
        problems: reviewed.problems,
        coverage: reviewed.coverage,
        files: withCopies(
          files.map(file => ({
            ...file,
            folded: reaches('hint', least) ? 0 : newFindings(file).filter(({ folded }) => folded).length,
            findings: file.findings.filter(isShown),
          })),
        ),
      },
      {
        version,
        locale: withoutSecrets(locale, reviewed.review.estate.secrets),
        knowledge: library.knowledge,
        fails: finding => fails(finding) && !finding.suppressed,
        explain: given.explain === true,
        coloured: isColoured(),
      },
    ),
  )
  complain(reviewed, words)
  if (compared) tellOfBaseline(compared, given.baseline ?? '', words)
  if (reviewed.failures.length > 0) return 2
  return files.some(file => newFindings(file).some(fails)) ? 1 : 0
}

/** What is read, and what of it is reported. */
interface Asked {
  readonly paths: readonly string[]
  readonly only?: readonly string[]
  readonly files?: ReturnType<typeof nodeFiles>
  readonly reports?: (file: Uri) => Promise<boolean>
  readonly before?: (file: Uri) => Promise<string | undefined>
}

async function whatIsAsked(paths: readonly string[], given: CheckOptions): Promise<Asked> {
  if (given.facts === true) {
    const beside = (['changed', 'against', 'only', 'stdin'] as const).find(option => given[option] !== undefined)
    if (beside !== undefined) throw new UsageError(say('cli.factsBeside', { option: beside }))
    if (paths.length === 0) throw new UsageError(say('cli.noPath'))
    return { paths }
  }
  const name = given['stdin-filename']
  if ((given.stdin === true) !== (name !== undefined)) throw new UsageError(say('cli.stdinName'))
  if (name !== undefined)
    return {
      paths,
      only: [name],
      files: withText(nodeFiles(directDisk), nodePaths().uriOf(resolve(name)), await standardInput()),
    }
  if (paths.length === 0) throw new UsageError(say('cli.noPath'))
  if (given.changed !== undefined) {
    const { changedSince } = await import('./git/changed.ts')
    const { differs, textOf } = await changedSince(given.changed)
    return { paths, reports: differs, before: textOf }
  }
  const before = given.against === undefined ? {} : { before: await textsAt(given.against) }
  if (given.only !== true) return { paths, ...before }
  const kinds = await Promise.all(paths.map(async path => ({ path, isFolder: await isFolderPath(path) })))
  const folders = kinds.filter(({ isFolder }) => isFolder).map(({ path }) => path)
  const only = kinds.filter(({ isFolder }) => !isFolder).map(({ path }) => path)
  if (only.length === 0) throw new UsageError(say('cli.noFileOnly'))
  return { paths: folders.length > 0 ? folders : ['.'], only, ...before }
}

async function textsAt(revision: string): Promise<Earlier['textOf']> {
  const { comparedWith } = await import('./git/changed.ts')
  return (await comparedWith(revision)).textOf
}

/** The files with what the schema libraries say of them. */
async function withSchemasChecked({ review, files }: PathReview): Promise<ReviewedFile[]> {
  const refused = await checkSchemas(
    review,
    // Of files whose facts alone are known, the libraries have judged where the texts were.
    files.flatMap(({ uri, text }) => (text === '' ? [] : [[uri, text] as const])),
  )
  return files.map(file => (refused.has(file.uri) ? { ...file, ...findingsOf(review, file.uri) } : file))
}

/** Colours are for a terminal, and for nobody who does not want them: no-color.org. */
const isColoured = (): boolean =>
  process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb'

async function writeDown(
  files: readonly ReviewedFile[],
  asked: Asked,
  given: CheckOptions,
  reviewed: PathReview,
  words: Language,
): Promise<number> {
  const path = given.baseline ?? defaultBaseline
  // Of one that is there, only what no longer occurs is taken out: what is new has to be seen by somebody.
  const compared = given.baseline === undefined ? undefined : await against(path, files, reviewed, asked)
  const baseline = compared?.left ?? baselineOf(files.map(inBaseline(path, reviewed)))
  await usage(writeWhole(path, writeBaseline(baseline)))
  const findings = baseline.reduce((sum, { count }) => sum + count, 0)
  process.stdout.write(
    word(say('cli.baselineWritten', { path, findings, ...(compared ? { gone: compared.gone } : {}) }), words),
  )
  complain(reviewed, words)
  return reviewed.failures.length > 0 ? 2 : 0
}

type Compared = ReturnType<typeof compareWith>

async function against(
  path: string,
  files: readonly ReviewedFile[],
  reviewed: PathReview,
  { paths, only, reports }: Asked,
): Promise<Compared> {
  const baseline: Baseline | undefined = readBaseline(await readNamedText(path))
  if (!baseline) throw new UsageError(say('cli.noBaseline', { path }))
  const folder = dirname(resolve(path))
  const covered = (only ?? paths).map(one => resolve(one))
  const covers = (one: string): boolean => {
    // Of files that are not reported, nothing can be missing.
    if (reviewed.repositoryOf) return true
    if (reports) return files.some(({ uri }) => pathOf(uri) === resolve(folder, one))
    const whole = resolve(folder, one)
    return covered.some(root => whole === root || whole.startsWith(root.endsWith(sep) ? root : root + sep))
  }
  return compareWith(baseline, files.map(inBaseline(path, reviewed)), covers)
}

/** A file as a baseline knows it. */
const inBaseline =
  (baseline: string, { review }: PathReview) =>
  ({ uri, findings, identities }: ReviewedFile): BaselineFile => ({
    path:
      pathInFacts(uri) ??
      relative(dirname(resolve(baseline)), pathOf(uri))
        .split(sep)
        .join('/'),
    findings,
    identities,
    entities: review.estate.entities(uri),
    secrets: review.estate.secrets,
  })

const pathOf = (uri: Uri): string => nodePaths().pathOf(uri) ?? uri

function tellOfBaseline({ known, gone }: Compared, path: string, words: Language): void {
  process.stderr.write(word(say('cli.baselineKnown', { path, known: known.size, gone }), words))
}

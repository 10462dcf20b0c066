import { entityKey, type Identity } from '../rules/identity.ts'
import type { Finding } from '../rules/finding.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { compareTexts, groupBy } from '../text/order.ts'
import type { Secrets } from '../text/secrets.ts'

/** Findings that were there when somebody began, and that no check fails for: by their identity, never by a line. */
export type Baseline = readonly BaselineEntry[]

/** Findings of one identity in a file. */
export interface BaselineEntry extends Omit<Identity, 'nth'> {
  /** Of the file, from the folder of the baseline on. */
  readonly path: string
  readonly count: number
}

/** A file whose findings are compared with a baseline. */
export interface BaselineFile {
  /** From the folder of the baseline on. */
  readonly path: string
  readonly findings: readonly Finding[]
  readonly identities: ReadonlyMap<Finding, Identity>
  readonly entities: FileFacts['entities']
  /** What its identities do not name. */
  readonly secrets: Secrets
}

/** The baseline of today's findings; accepted ones are settled already. */
export function baselineOf(files: readonly BaselineFile[]): Baseline {
  const counted = new Map<string, BaselineEntry>()
  for (const { path, findings, identities } of files)
    for (const finding of findings) {
      const identity = identities.get(finding)
      if (!identity || finding.suppressed) continue
      const entry = entryOf(path, identity)
      counted.set(keyOf(entry), { ...entry, count: (counted.get(keyOf(entry))?.count ?? 0) + 1 })
    }
  return inOrder([...counted.values()])
}

/** What a baseline knows, and what of it occurs no more. */
export interface Compared {
  readonly known: ReadonlySet<Finding>
  /** The baseline without what no longer occurs, moved files under their new names. */
  readonly left: Baseline
  /** How many findings of it no longer occur. */
  readonly gone: number
}

/** Compares findings with a baseline; `covers` tells whether what was reviewed would show an entry of a path. What is known from a file that no longer holds its entity is known again where the entity stands now. */
export function compareWith(
  baseline: Baseline,
  files: readonly BaselineFile[],
  covers: (path: string) => boolean,
): Compared {
  const known = new Set<Finding>()
  const open = new Map(baseline.map(entry => [keyOf(entry), entry.count]))
  const take = (entry: Omit<BaselineEntry, 'count'>): boolean => {
    const count = open.get(keyOf(entry)) ?? 0
    if (count > 0) open.set(keyOf(entry), count - 1)
    return count > 0
  }
  const each = files.flatMap(({ path, findings, identities }) =>
    findings.flatMap(finding => {
      const identity = identities.get(finding)
      return identity && !finding.suppressed ? [{ finding, entry: entryOf(path, identity) }] : []
    }),
  )
  for (const { finding, entry } of each) if (take(entry)) known.add(finding)
  const standing = new Set(files.flatMap(file => standingIn(file).map(entity => `${file.path}\n${entity}`)))
  const moved = groupBy(
    baseline.filter(({ path, entity }) => covers(path) && !standing.has(`${path}\n${entity}`)),
    entry => keyOf({ ...entry, path: '' }),
  )
  for (const { finding, entry } of each)
    if (!known.has(finding) && moved.get(keyOf({ ...entry, path: '' }))?.some(take)) known.add(finding)
  const covered = new Set(baseline.filter(({ path }) => covers(path)))
  return {
    known,
    left: inOrder([
      ...baseline.filter(entry => !covered.has(entry)),
      ...baselineOf(files.map(file => ({ ...file, findings: file.findings.filter(finding => known.has(finding)) }))),
    ]),
    gone: [...covered].reduce((sum, entry) => sum + (open.get(keyOf(entry)) ?? 0), 0),
  }
}

/** What stands in a file: the file itself, and its entities. */
const standingIn = ({ entities, secrets }: BaselineFile): string[] => [
  '',
  ...entities.flatMap(entity => (entity.kind === 'configuration' ? [] : [secrets.struckFrom(entityKey(entity))])),
]

/** A baseline as the text of its file: one finding a line, so that two branches merge. */
export const writeBaseline = (baseline: Baseline): string =>
  `{\n  "version": 1,\n  "findings": [${baseline.map(entry => `\n    ${JSON.stringify(entry)}`).join(',')}${baseline.length > 0 ? '\n  ' : ''}]\n}\n`

/** Reads the text of a baseline; undefined where it is none of this version. */
export function readBaseline(text: string): Baseline | undefined {
  const read = parse(text)
  if (!isRecord(read) || read.version !== 1 || !Array.isArray(read.findings)) return undefined
  const entries = read.findings.filter(isEntry)
  return entries.length === read.findings.length ? entries : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isEntry = (value: unknown): value is BaselineEntry =>
  isRecord(value) &&
  ['rule', 'path', 'entity', 'content'].every(key => typeof value[key] === 'string') &&
  Number.isSafeInteger(value.count) &&
  Number(value.count) > 0

const entryOf = (path: string, { rule, entity, content }: Identity): Omit<BaselineEntry, 'count'> => ({
  path,
  rule,
  entity,
  content,
})

const keyOf = ({ path, rule, entity, content }: Omit<BaselineEntry, 'count'>): string =>
  [path, rule, entity, content].join('\n')

const inOrder = (entries: Baseline): Baseline => [...entries].sort((a, b) => compareTexts(keyOf(a), keyOf(b)))

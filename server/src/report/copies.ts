import { stageOfPath, withoutEnvironments } from '../assess/stage-names.ts'
import type { Finding } from '../rules/finding.ts'
import { stable } from '../rules/identity.ts'
import { rules } from '../rules/registry.ts'
import type { Rule } from '../rules/rule.ts'
import { followersAmong } from './followers.ts'
import type { ReviewedFile, Standing } from './report.ts'

/** The files with those of their findings marked that say again, at the same level, what another says of something of the same kind and name: rendered manifests, overlays, schemas that are copied along, brokers whose files are numbered. The first stands for all; what is accepted or known to a baseline stands alone. */
export function withCopies(files: readonly ReviewedFile[]): ReviewedFile[] {
  const first = new Map<string, Standing>()
  const copies = new Map<ReviewedFile, Map<Finding, Standing>>()
  const templates = templatesAmong(files)
  const [made, written] = parted(files, ({ text }) => templates.size > 0 && text.includes(sourced))
  const [built, own] = parted(written, isBuilt)
  const texts = new Map<string, ReviewedFile>()
  const chiefs = chiefsAmong(files)
  for (const file of [...own, ...built]) {
    const twin = texts.get(file.text)
    if (twin === undefined && file.text !== '') texts.set(file.text, file)
    copies.set(
      file,
      copiesIn(file, first, chiefs, finding => twin && saidByTwin(finding, twin, copies)),
    )
  }
  // What is made of others comes last: its sources stand for it.
  for (const file of made)
    copies.set(
      file,
      copiesIn(file, first, chiefs, finding => madeFrom(file, finding, templates, copies)),
    )
  addFollowers(files, copies)
  return files.map(file => {
    const told = copies.get(file)
    return told && told.size > 0 ? { ...file, copies: told } : file
  })
}

/** Those that are so, and the others, in their order. */
const parted = <T>(all: readonly T[], isSo: (one: T) => boolean): [so: T[], others: T[]] => {
  const both: [T[], T[]] = [[], []]
  for (const one of all) both[isSo(one) ? 0 : 1].push(one)
  return both
}

/** Whether a file lies where tools put what they build. */
const isBuilt = ({ path }: ReviewedFile): boolean => /(?:^|\/)(?:bin\/(?:main|test)|build|target|out|dist)\//.test(path)

type Copies = ReadonlyMap<Finding, Standing>

/** The findings of a file that say again what others have said: those of `made`, else the first ones that said so, among which it puts its own. */
function copiesIn(
  file: ReviewedFile,
  first: Map<string, Standing>,
  chiefs: ReadonlyMap<Finding, Standing>,
  made: (finding: Finding) => Standing | undefined,
): Map<Finding, Standing> {
  const copies = new Map<Finding, Standing>()
  for (const finding of file.findings) {
    if (finding.suppressed || file.known?.has(finding)) continue
    const { same, alike } = factsOf(file, finding)
    const keys = [...same, ...alike]
    const source = keys.length > 0 ? made(finding) : undefined
    // Who stands for a finding is not a copy of it as well.
    const isOther = (one: Standing): boolean => (chiefs.get(one.finding)?.finding ?? one.finding) !== finding
    const standing = source ?? chiefs.get(finding) ?? keys.flatMap(key => first.get(key) ?? []).find(isOther)
    if (standing) copies.set(finding, standing)
    // What says again what a copy says is a copy as well: the same list of topics elsewhere.
    if (!source) note(first, standing ? same : keys, standing ?? { file, finding })
  }
  return copies
}

/** Adds the findings of which another tells what stands behind them: as long as that one is to be mended, they say nothing of their own. */
function addFollowers(files: readonly ReviewedFile[], copies: ReadonlyMap<ReviewedFile, Map<Finding, Standing>>): void {
  for (const [{ file, finding }, told] of followersAmong(files))
    copies.get(file)?.set(finding, { ...(copies.get(told.file)?.get(told.finding) ?? told), behind: true })
  // What stood for others hands them on.
  for (const all of copies.values())
    for (const [copy, { file, finding }] of all) {
      const further = copies.get(file)?.get(finding)
      if (further) all.set(copy, further)
    }
}

/** What stands for the findings that say the same of other environments of one thing, in files that are called alike: that of production, else the first. */
function chiefsAmong(files: readonly ReviewedFile[]): ReadonlyMap<Finding, Standing> {
  const alike = new Map<string, Standing[]>()
  for (const file of files)
    for (const finding of file.findings) {
      if (!ofEachEnvironment.has(finding.code) || finding.suppressed || file.known?.has(finding)) continue
      const { code, level, folded, certainty, message } = finding
      const told = [file.path, stable(message)].map(withoutEnvironments)
      const key = JSON.stringify([code, level, folded === true, certainty, ...told])
      alike.set(key, [...(alike.get(key) ?? []), { file, finding }])
    }
  return new Map(
    [...alike.values()].flatMap(all => {
      const chief = all.find(({ file }) => stageOfPath(file.path).production) ?? all[0]
      return chief ? all.flatMap(one => (one === chief ? [] : [[one.finding, chief] as const])) : []
    }),
  )
}

/** Rules that say the same of each environment of one thing. */
const ofEachEnvironment: ReadonlySet<string> = new Set(
  rules.filter(({ perEnvironment }) => perEnvironment).map(({ code }) => code),
)

/** Keeps what stands for what is told so, where nothing does yet. */
function note(first: Map<string, Standing>, keys: readonly string[], standing: Standing): void {
  for (const key of keys) if (!first.has(key)) first.set(key, standing)
}

/** What tells a finding, as texts of which one is enough. */
interface Told {
  /** What it says and of what. */
  readonly same: readonly string[]
  /** What those share that are written alike. */
  readonly alike: readonly string[]
}

/** What a finding says and of what; none of what stands in nothing that has a name, but for patches, whose messages name what they patch. */
function factsOf({ identities, path }: ReviewedFile, finding: Finding): Told {
  const identity = identities.get(finding)
  if (!identity || (finding.family === 'configuration' && !byWords.has(identity.rule))) return { same: [], alike: [] }
  const { rule, entity, content } = identity
  // What is folded stands for nothing that counts elsewhere.
  const weight = [rule, finding.level, finding.folded === true]
  const cause = finding.data[causes.get(rule) ?? '']
  if (cause !== undefined) return { same: [JSON.stringify([...weight, finding.certainty, cause])], alike: [] }
  const names = byWords.has(rule) ? [[content]] : [[entity, content], ...numberless(entity, path, finding)]
  const alike = likenesses.get(rule)?.(finding)
  return {
    same: names.map(told => JSON.stringify([...weight, ...told])),
    alike: alike === undefined ? [] : [JSON.stringify([...weight, finding.certainty, alike])],
  }
}

/** By rule what its findings share that are written alike. */
const likenesses: ReadonlyMap<string, NonNullable<Rule['alike']>> = new Map(
  rules.flatMap(({ code, alike }) => (alike === undefined ? [] : [[code, alike] as const])),
)

/** By rule the fact that tells a cause. */
const causes: ReadonlyMap<string, string> = new Map(
  rules.flatMap(({ code, cause }) => (cause === undefined ? [] : [[code, cause] as const])),
)

/** Rules whose words tell all. */
const byWords: ReadonlySet<string> = new Set(rules.filter(({ sameByWords }) => sameByWords).map(({ code }) => code))

/** The further places of each finding that stands for others that say the same. */
export function placesOfCopies(files: readonly ReviewedFile[]): ReadonlyMap<Finding, readonly Standing[]> {
  const places = new Map<Finding, Standing[]>()
  for (const file of files)
    for (const [copy, { finding, behind }] of file.copies ?? [])
      if (!behind) places.set(finding, [...(places.get(finding) ?? []), { file, finding: copy }])
  return places
}

/** What is named after a file or folder with a number, as all its like are, and what is said of it: `server-1.properties` and `server-2.properties`, `broker-1/` and `broker-2/`. */
function numberless(entity: string, path: string, { message }: Finding): string[][] {
  const name = entity.slice(entity.indexOf(' ') + 1)
  if (!/\d/.test(name)) return []
  const without = name.replace(/\d+/g, '#')
  const steps = path.split('/').map(step => (step.replace(/\.\w+$/, '') === name ? step.replace(name, without) : step))
  const alike = steps.join('/')
  return alike === path ? [] : [[alike, entity.replace(name, without), stable(message).replaceAll(name, without)]]
}

/** What Helm writes above each document that it has made of a template. */
const sourced = '# Source: '

/** The files that are templates of charts, by the ends of their paths: chart, `templates`, file. */
const templatesAmong = (files: readonly ReviewedFile[]): ReadonlyMap<string, ReviewedFile> =>
  new Map(files.filter(({ path }) => /(?:^|\/)templates\//.test(path)).map(file => [endOf(file.path), file]))

const endOf = (path: string): string => path.split('/').slice(-3).join('/')

/** What a file with the same text says at the same character, or what stands for it. */
function saidByTwin(
  { code, at, level, folded }: Finding,
  twin: ReviewedFile,
  copies: ReadonlyMap<ReviewedFile, Copies>,
): Standing | undefined {
  const finding = twin.findings.find(
    one =>
      one.code === code &&
      one.at.span.start === at.span.start &&
      one.level === level &&
      one.folded === folded &&
      !one.suppressed &&
      !twin.known?.has(one),
  )
  return finding && (copies.get(twin)?.get(finding) ?? { file: twin, finding })
}

/** What the template says by the same rule at the same level of which the document was made that a finding stands in, or what stands for it. */
function madeFrom(
  { text, path }: ReviewedFile,
  { at, code, level, folded }: Finding,
  templates: ReadonlyMap<string, ReviewedFile>,
  copies: ReadonlyMap<ReviewedFile, Copies>,
): Standing | undefined {
  const above = text.slice(0, at.span.start)
  const start = above.lastIndexOf(sourced)
  if (start < 0 || above.includes('\n---', start)) return undefined
  const file = templates.get(endOf(above.slice(start + sourced.length, above.indexOf('\n', start)).trim()))
  const finding = file?.findings.find(
    one => one.code === code && one.level === level && one.folded === folded && !one.suppressed,
  )
  if (!file || !finding || file.path === path || file.known?.has(finding)) return undefined
  return copies.get(file)?.get(finding) ?? { file, finding }
}

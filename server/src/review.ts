import picomatch from 'picomatch'
import { assess, type Library } from './assess/assessment.ts'
import { configurationFor } from './assess/settled.ts'
import type { Configuration, Level, RuleSetting } from './model/configuration.ts'
import { startEstate, type Estate } from './model/estate.ts'
import type { Place } from './model/fact.ts'
import type { FileFacts } from './model/file-facts.ts'
import type { Suppression } from './model/suppression.ts'
import type { Finding } from './rules/finding.ts'
import { rules } from './rules/registry.ts'
import { renderMessage, type Report, type Rule, type Visited } from './rules/rule.ts'
import { folderOf, pathBelow } from './text/uri.ts'

/** A review of a workspace that files come and go in. Synchronous, without any input or output of its own. */
export interface Review {
  readonly estate: Estate
  /** Replaces what files say (undefined: the file is gone); returns the files whose findings may have changed. */
  update(changes: Iterable<readonly [string, FileFacts | undefined]>): Set<string>
  /** The findings at places of a file, in the order of the text; suppressed ones carry their reason. */
  findings(file: string): readonly Finding[]
  /** All files that have been read. */
  files(): Iterable<string>
}

/** Starts a review of the given workspace folders (URIs with the slash at their end). */
export function startReview(library: Library, roots: readonly string[] = []): Review {
  const estate = startEstate(roots)
  /** What the rules said while they visited a file; most of it is about that file. */
  const said = new Map<string, readonly Said[]>()
  /** By file, the visited files whose findings lie in it. */
  const visited = new Map<string, Set<string>>()
  const settled = new Map<string, readonly Finding[]>()

  const visit = (file: string): Set<string> => {
    const facts = estate.facts(file)
    const before = said.get(file) ?? []
    const now = facts ? estate.observe(file, () => visitEntities(facts, library, estate)) : []
    for (const { at } of before) visited.get(at.file)?.delete(file)
    for (const { at } of now) visited.set(at.file, (visited.get(at.file) ?? new Set()).add(file))
    if (facts) said.set(file, now)
    else said.delete(file)
    return new Set([file, ...before.map(({ at }) => at.file), ...now.map(({ at }) => at.file)])
  }

  return {
    estate,
    update(changes) {
      const stale = new Set<string>()
      for (const [file, facts] of changes) for (const reader of estate.put(file, facts)) stale.add(reader)
      const changed = new Set<string>()
      for (const file of stale) for (const place of visit(file)) changed.add(place)
      for (const file of changed) settled.delete(file)
      return changed
    },
    findings(file) {
      const known = settled.get(file)
      if (known) return known
      const here = [...(visited.get(file) ?? [])].flatMap(from => (said.get(from) ?? []).filter(({ at }) => at.file === file))
      const result = settle(file, here, library, estate)
      settled.set(file, result)
      return result
    },
    files: () => estate.files(),
  }
}

const codes = new Set(rules.map(({ code }) => code))
const families = new Set(rules.map(({ family }) => family))
const visitors = new Map<string, Rule[]>()
for (const rule of rules) for (const kind of rule.visits) visitors.set(kind, [...(visitors.get(kind) ?? []), rule])

function visitEntities(facts: FileFacts, library: Library, estate: Estate): Finding[] {
  const assessment = assess(estate, library)
  return facts.entities.flatMap(entity => runRules(entity, assessment))
}

type Said = Finding & { readonly group?: string }

function runRules(visited: Visited, assessment: ReturnType<typeof assess>): Said[] {
  return (visitors.get(visited.kind) ?? []).flatMap(rule => {
    const found: Said[] = []
    const report = (message: string, given: Report): void => void found.push(makeFinding(rule, message, given))
    rule.check(visited as never, { assess: assessment, codes, families, report })
    return found
  })
}

function makeFinding(rule: Rule, message: string, { at, data, level = rule.level, certainty = 'stated', because = [], related = [], fixes = [], absent, facts = {}, group }: Report): Said {
  return {
    code: rule.code,
    name: rule.name,
    family: rule.family,
    // A guess is never an error.
    level: certainty === 'guessed' && level === 'error' ? 'warning' : level,
    certainty,
    message: renderMessage(rule.messages[message] ?? message, data),
    at,
    related: related.filter(other => other.at.file !== at.file || other.at.span.start !== at.span.start),
    because,
    law: rule.law,
    data: { ...facts, ...(absent ? { absent } : {}) },
    fixes: fixes.filter(({ edits }) => edits.length > 0),
    ...(group === undefined ? {} : { group }),
  }
}

/** Merges what was said of a file, applies levels, suppressions and the configuration, and puts it in order. */
function settle(file: string, said: readonly Said[], library: Library, estate: Estate): Finding[] {
  const configuration = configurationFor(file, estate)
  const leveled = merge(said).flatMap(finding => applyLevel(finding, configuration))
  const suppressions = estate.facts(file)?.suppressions ?? []
  const used = new Map<Suppression, Set<string>>(suppressions.map(suppression => [suppression, new Set()]))
  const settled = leveled.map(finding => suppress(finding, used, configuration))
  const assessment = assess(estate, library)
  const about = [...used].flatMap(([suppression, usedCodes]) => runRules({ ...suppression, used: usedCodes }, assessment))
  return [...settled, ...about.flatMap(finding => applyLevel(finding, configuration))].map(({ group: _, ...finding }: Said) => finding).sort(inOrder)
}

const inOrder = (a: Finding, b: Finding): number => a.at.span.start - b.at.span.start || a.at.span.end - b.at.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

/** One finding per code and place, and per code and group; the first place stands, the others are related. */
function merge(said: readonly Said[]): Said[] {
  const merged = new Map<string, Said>()
  for (const finding of [...said].sort(inOrder)) {
    const { start, end } = finding.at.span
    const key = `${finding.code} ${finding.group === undefined ? `${start}-${end}` : finding.group}`
    const first = merged.get(key)
    if (!first) merged.set(key, finding)
    else if (first.at.span.start !== start) merged.set(key, { ...first, related: [...first.related, { at: finding.at, text: 'here as well' }] })
  }
  return [...merged.values()]
}

const levels: readonly Level[] = ['hint', 'information', 'warning', 'error']

/** The level that the configuration gives a finding; none where it is switched off. */
function applyLevel(finding: Said, configuration: Configuration | undefined): Said[] {
  if (!configuration) return [finding]
  const path = pathBelow(folderOf(configuration.file), finding.at.file) ?? ''
  const settingOf = (name: string): RuleSetting | undefined => configuration.rules.findLast(({ rule, paths }) => rule.value === name && (paths.length === 0 || isMatch(path, paths)))
  const setting = settingOf(finding.code) ?? settingOf(finding.family)
  if (setting?.level === 'off') return []
  const level = setting?.level ?? finding.level
  if (finding.family === 'configuration' || !isMatch(path, configuration.development)) return [{ ...finding, level }]
  return [{ ...finding, level: finding.family === 'durability' ? 'hint' : (levels[Math.max(0, levels.indexOf(level) - 1)] ?? 'hint') }]
}

/** Marks a finding that a comment or the configuration accepts, and notes the comment as used. */
function suppress(finding: Said, used: ReadonlyMap<Suppression, Set<string>>, configuration: Configuration | undefined): Said {
  let by: { reason: string; by: Place } | undefined
  for (const [suppression, usedCodes] of used) {
    const { scope, reason, codes: suppressed, at } = suppression
    const reaches = scope === 'file' || (scope.start <= finding.at.span.start && finding.at.span.start <= scope.end)
    if (!reaches || reason === '' || !suppressed.some(({ code }) => code === finding.code)) continue
    usedCodes.add(finding.code)
    by ??= { reason, by: at }
  }
  const path = configuration && pathBelow(folderOf(configuration.file), finding.at.file)
  const ignored = by || path === undefined ? undefined : configuration?.ignore.find(entry => entry.code.value === finding.code && isMatch(path, [entry.path]))
  if (ignored) by = { reason: ignored.reason, by: ignored.at }
  return by ? { ...finding, suppressed: by } : finding
}

const isMatch = (path: string, globs: readonly string[]): boolean => globs.length > 0 && picomatch.isMatch(path, [...globs], { dot: true })

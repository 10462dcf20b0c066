import { levels, oneBelow, type Configuration, type Level } from './model/configuration.ts'
import { placeKey, type Place, type Slot } from './model/fact.ts'
import type { Suppression } from './model/suppression.ts'
import type { Finding, OfferedFix } from './rules/finding.ts'
import type { Glob } from './text/glob.ts'
import { folderOf, pathBelow, type Uri } from './text/uri.ts'
import { compareTexts, uniqueBy } from './text/order.ts'

/** A finding as a rule said it; those of one group come as one. */
export type Said = Finding & { readonly group?: string }

/** A suppression with the codes that it has silenced. */
export type UsedSuppression = Suppression & { readonly used: ReadonlySet<string> }

/** In the order of the text, then by code. */
export const inOrder = (a: Finding, b: Finding): number =>
  a.at.span.start - b.at.span.start || a.at.span.end - b.at.span.end || compareTexts(a.code, b.code)

/** One finding per code and place, with the related places of all that say it. */
export const merge = (said: readonly Said[]): Said[] => gather(said, ({ code, at }) => `${code} ${placeKey(at)}`)

/** One finding per code and group; the first place stands, the others are merged into it, and nothing mends them all at once. */
export const gatherGroups = (said: readonly Said[]): Said[] =>
  gather(said, ({ code, at, group }) =>
    group === undefined ? `${code} ${placeKey(at)}` : `${code} group ${group}`,
  ).map(finding => (finding.merged.length > 0 ? { ...finding, fixes: [], unfixed: [] } : finding))

function gather(said: readonly Said[], keyOf: (finding: Said) => string): Said[] {
  const gathered = new Map<string, [Said, ...Said[]]>()
  for (const finding of [...said].sort(inOrder)) {
    const key = keyOf(finding)
    const known = gathered.get(key)
    if (known) known.push(finding)
    else gathered.set(key, [finding])
  }
  return [...gathered.values()].map(all => (all.length === 1 ? all[0] : asOne(all)))
}

/** The first of several findings, with the places of all; of those at its place the gravest: what serves production counts more than what is like it in development. */
function asOne(all: readonly [Said, ...Said[]]): Said {
  const first = gravest(
    all.filter(({ at }) => isSame(at, all[0].at)),
    all[0],
  )
  const merged = uniqueBy(
    all.flatMap(({ at, merged }) => [at, ...merged]),
    placeKey,
  )
  const related = uniqueBy(
    all.flatMap(other => other.related),
    ({ at, message }) => `${placeKey(at)} ${JSON.stringify(message)}`,
  ).filter(({ at }) => !isAt(at, first.at))
  // What harms one of those that use the value harms.
  const unfixed = uniqueBy(
    all.flatMap(other => other.unfixed),
    message => JSON.stringify(message),
  )
  const { folded: _, ...said } = first
  return {
    ...said,
    ...(all.every(({ folded }) => folded) ? { folded: true } : {}),
    related: related.slice(0, mostRelated),
    merged: merged.slice(1),
    fixes: all.every(other => other.unfixed.length === 0 || other.fixes.length > 0) ? fixesOf(all) : [],
    unfixed,
  }
}

const gravest = (all: readonly Said[], first: Said): Said =>
  all.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one), first)

/** How much a finding counts: one that folds, less than all that do not. */
const weightOf = ({ level, folded }: Said): number => levels.indexOf(level) + (folded ? 0 : levels.length)

const isSame = (a: Place, b: Place): boolean => placeKey(a) === placeKey(b)

/** The fixes of the first that the others have as well, each with the changes of all: what mends one of them alone is no fix. */
function fixesOf(all: readonly [Said, ...Said[]]): OfferedFix[] {
  const others = all.filter(({ fixes }) => fixes.length > 0)
  return all[0].fixes.flatMap(fix => {
    const title = JSON.stringify(fix.title)
    const same = others.flatMap(({ fixes }) => fixes.find(other => JSON.stringify(other.title) === title) ?? [])
    const edits = uniqueBy(
      same.flatMap(other => other.edits),
      edit => ('at' in edit ? placeKey(edit.at) : slotKey(edit.slot)),
    )
    return same.length === others.length ? [{ ...fix, edits }] : []
  })
}

const slotKey = ({ file, document, path, inner }: Slot): string => JSON.stringify([file, document, path, inner])

/** Whether two places begin at the same character. */
export const isAt = (a: Place, b: Place): boolean => a.file === b.file && a.span.start === b.span.start

/** A name that is copied into every folder of a company would lead from each copy to all others. */
export const mostRelated = 50

/** Leaves out findings where another one says more of the same place; `silentBeside` tells which codes those are. One that is folded says no more than one that could be and is not. */
export function yieldTo(findings: readonly Said[], silentBeside: ReadonlyMap<string, readonly string[]>): Said[] {
  const keyOf = (code: string, { span }: Place): string => `${code} ${span.start}`
  const there = new Set(findings.map(({ code, at }) => keyOf(code, at)))
  const unfolded = new Set(findings.flatMap(({ code, at, folded }) => (folded ? [] : [keyOf(code, at)])))
  return findings.filter(({ code, at, family, folded }) => {
    const heard = foldable.has(family) && !folded ? unfolded : there
    return !silentBeside.get(code)?.some(other => heard.has(keyOf(other, at)))
  })
}

/** What matters little where nobody's data is at stake: everything else counts in development too. */
export const foldable: ReadonlySet<string> = new Set(['durability', 'transport'])

/** Which levels the configuration gives to the findings of a file, and which findings it or a comment accepts. */
export function policyFor(
  file: Uri,
  configuration: Configuration | undefined,
  suppressions: readonly Suppression[],
): { level(finding: Said): Said[]; accept: Accepting } {
  const path = (configuration && pathBelow(folderOf(configuration.file), file)) ?? ''
  const here = (globs: readonly Glob[]): boolean => globs.some(glob => glob.takes(path))
  // Of two entries for one rule, the last that reaches this file counts.
  const settings = new Map(
    configuration?.rules
      .filter(({ paths }) => paths.length === 0 || here(paths))
      .map(({ rule, level }) => [rule.value, level]),
  )
  const production = here(configuration?.production ?? [])
  const development = !production && here(configuration?.development ?? [])
  const ignored = new Map(
    configuration?.ignore.filter(entry => here([entry.path])).map(entry => [entry.code.value, entry]),
  )
  return {
    level(finding) {
      const level = settings.get(finding.code) ?? settings.get(finding.family) ?? finding.level
      if (level === 'off') return []
      if (foldable.has(finding.family))
        return [folding(finding, level, !production && (development || finding.folded === true))]
      const counts = development && finding.family !== 'configuration' ? oneBelow(level) : level
      return [counts === finding.level ? finding : { ...finding, level: counts }]
    },
    accept: acceptBy(suppressions, ignored),
  }
}

function folding(finding: Said, level: Level, folds: boolean): Said {
  const { folded, ...said } = finding
  if (level === finding.level && folds === (folded === true)) return finding
  return { ...said, level, ...(folds ? { folded: true } : {}) }
}

interface Accepting {
  /** Marks a finding that a comment or the configuration accepts. */
  finding(finding: Said): Said
  /** The comments, with what they have silenced so far. */
  used(): UsedSuppression[]
}

function acceptBy(
  suppressions: readonly Suppression[],
  ignored: ReadonlyMap<string, { readonly reason: string; readonly at: Place }>,
): Accepting {
  const used = new Map(suppressions.map(suppression => [suppression, new Set<string>()]))
  const byCode = new Map<string, Suppression[]>()
  for (const suppression of suppressions)
    if (suppression.reason !== '')
      for (const { code } of suppression.codes) byCode.set(code, [...(byCode.get(code) ?? []), suppression])
  return {
    finding(finding) {
      const { code, at } = finding
      const reachingTo = ({ span }: Place): Suppression[] =>
        (byCode.get(code) ?? []).filter(
          ({ scope }) => scope === 'file' || (scope.start <= span.start && span.start <= scope.end),
        )
      const reaching = reachingTo(at)
      // One that stands at a further place of the same finding does something too, although the finding stays.
      for (const suppression of [at, ...finding.merged].flatMap(reachingTo)) used.get(suppression)?.add(code)
      const [first] = reaching
      const entry = ignored.get(code)
      const accepted = first ? { reason: first.reason, by: first.at } : entry && { reason: entry.reason, by: entry.at }
      return accepted ? { ...finding, suppressed: accepted } : finding
    },
    used: () => [...used].map(([suppression, codes]) => ({ ...suppression, used: codes })),
  }
}

import { causeKey, causesOf, type Finding } from '../rules/finding.ts'
import { reaches, type ReviewedFile, type Standing } from './report.ts'

/** The findings that follow from what another of the report tells, each with that one. What is accepted or known to a baseline tells nothing. */
export function followersAmong(files: readonly ReviewedFile[]): (readonly [Standing, Standing])[] {
  const counted = files.flatMap(file =>
    file.findings.flatMap(finding => (finding.suppressed || file.known?.has(finding) ? [] : [{ file, finding }])),
  )
  const followers = counted.filter(({ finding: { follows } }) => follows !== undefined)
  if (followers.length === 0) return []
  const behind = lookBehind(tellersOf(counted))
  return followers.flatMap(follower => {
    const told = behind(follower)
    return told ? [[follower, told] as const] : []
  })
}

/** Who tells what, by its key. */
function tellersOf(all: readonly Standing[]): ReadonlyMap<string, readonly Standing[]> {
  const tellers = new Map<string, Standing[]>()
  for (const standing of all)
    for (const cause of causesOf(standing.finding)) {
      const known = tellers.get(cause)
      if (known) known.push(standing)
      else tellers.set(cause, [standing])
    }
  return tellers
}

/** Finds what tells what stands behind a finding: the last of those that stand behind each other. Of a circle, one stands for itself. */
function lookBehind(tellers: ReadonlyMap<string, readonly Standing[]>): (follower: Standing) => Standing | undefined {
  const found = new Map<Finding, Standing | undefined>()
  const open = new Set<Finding>()
  const behind = ({ file, finding }: Standing): Standing | undefined => {
    if (finding.follows === undefined || found.has(finding)) return found.get(finding)
    open.add(finding)
    const [told] = (tellers.get(causeKey(finding.follows)) ?? [])
      .filter(one => weighs(one.finding, finding) && !open.has(one.finding))
      .sort((a, b) => Number(b.file === file) - Number(a.file === file))
    const last = told && (behind(told) ?? told)
    open.delete(finding)
    found.set(finding, last)
    return last
  }
  return behind
}

/** Whether a finding is as grave as another, and shown where that one is. */
const weighs = (one: Finding, other: Finding): boolean =>
  reaches(one.level, other.level) && (one.folded === undefined || other.folded === true)

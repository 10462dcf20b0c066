import type { Files } from '../host/files.ts'
import { compareWith, readBaseline, type Baseline } from '../report/baseline.ts'
import type { Review } from '../review.ts'
import type { Finding } from '../rules/finding.ts'
import { identitiesOf } from '../rules/identity.ts'
import { fileIn, pathBelow, type Uri } from '../text/uri.ts'

/** The file that `check --write-baseline` writes. */
export const baselineName = '.kafka-review.baseline.json'

/** The baselines of the folders that are open. */
export type Baselines = ReadonlyMap<Uri, Baseline>

/** Reads the baselines; a folder without one, or with one that cannot be read, has none. */
export async function readBaselines(files: Files, folders: readonly Uri[]): Promise<Baselines> {
  const found = await Promise.all(
    folders.map(async folder => {
      const content = await files.read(fileIn(folder, baselineName))
      const baseline = content && 'text' in content ? readBaseline(content.text) : undefined
      return baseline ? [[folder, baseline] as const] : []
    }),
  )
  return new Map(found.flat())
}

const none: ReadonlySet<Finding> = new Set()

/** The findings of a file that a baseline knows. What has moved to another file counts as new until the baseline is written again. */
export function knownIn(file: Uri, baselines: Baselines, review: Review): ReadonlySet<Finding> {
  for (const [folder, baseline] of baselines) {
    const path = pathBelow(folder, file)
    if (path === undefined) continue
    const here = baseline.filter(entry => entry.path === path)
    if (here.length === 0) return none
    const findings = review.findings(file)
    const { secrets } = review.estate
    const entities = review.estate.entities(file)
    const identities = identitiesOf(findings, entities, secrets)
    return compareWith(here, [{ path, findings, identities, entities, secrets }], () => true).known
  }
  return none
}

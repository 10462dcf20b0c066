import type { Finding } from '../rules/finding.ts'
import { rules } from '../rules/registry.ts'
import type { ReviewedFile, Standing } from './report.ts'

/** The files with those of their findings marked that say again, at the same level, what another says of something of the same kind and name: rendered manifests, overlays, schemas that are copied along. The first stands for all; what is accepted or known to a baseline stands alone. */
export function withCopies(files: readonly ReviewedFile[]): ReviewedFile[] {
  const first = new Map<string, Standing>()
  return files.map(file => {
    const copies = new Map<Finding, Standing>()
    for (const finding of file.findings) {
      const key = finding.suppressed || file.known?.has(finding) ? undefined : factOf(file, finding)
      if (key === undefined) continue
      const standing = first.get(key)
      if (standing) copies.set(finding, standing)
      else first.set(key, { file, finding })
    }
    return copies.size > 0 ? { ...file, copies } : file
  })
}

/** What a finding says and of what, as one text; undefined of what stands in nothing that has a name, but for patches, whose messages name what they patch. */
function factOf({ identities }: ReviewedFile, finding: Finding): string | undefined {
  const identity = identities.get(finding)
  if (!identity || (finding.family === 'configuration' && !byWords.has(identity.rule))) return undefined
  const { rule, entity, content } = identity
  return JSON.stringify([rule, finding.level, byWords.has(rule) ? '' : entity, content])
}

/** Rules whose words tell all. */
const byWords: ReadonlySet<string> = new Set(rules.filter(({ sameByWords }) => sameByWords).map(({ code }) => code))

/** The further places of each finding that stands for others. */
export function placesOfCopies(files: readonly ReviewedFile[]): ReadonlyMap<Finding, readonly Standing[]> {
  const places = new Map<Finding, Standing[]>()
  for (const file of files)
    for (const [copy, { finding }] of file.copies ?? [])
      places.set(finding, [...(places.get(finding) ?? []), { file, finding: copy }])
  return places
}

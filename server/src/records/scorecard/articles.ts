import type { ItemName } from '../../model/residency.ts'

/** An article of a law, as it is cited: `28(3)` of DORA. */
export interface Citation {
  readonly law: 'gdpr' | 'dora' | 'nis2'
  readonly article: string
}

const thirdParties: readonly Citation[] = [
  { law: 'dora', article: 'Art. 28(3)' },
  { law: 'nis2', article: 'Art. 21(2)(d)' },
]
const continuity: readonly Citation[] = [
  { law: 'dora', article: 'Art. 11' },
  { law: 'nis2', article: 'Art. 21(2)(c)' },
  { law: 'gdpr', article: 'Art. 32(1)(c)' },
]
const backup: readonly Citation[] = [
  { law: 'dora', article: 'Art. 12' },
  { law: 'nis2', article: 'Art. 21(2)(c)' },
  { law: 'gdpr', article: 'Art. 32(1)(c)' },
]
const drills: readonly Citation[] = [
  { law: 'dora', article: 'Art. 11(6)' },
  { law: 'dora', article: 'Art. 12(2)' },
  { law: 'gdpr', article: 'Art. 32(1)(d)' },
]

const byItem: Readonly<Partial<Record<ItemName, readonly Citation[]>>> = {
  backups: backup,
  restore: backup,
  standby: continuity,
  replay: continuity,
  offsets: continuity,
  connectors: continuity,
  registry: continuity,
  drills,
}

/** The articles to which an item of the scorecard gives an answer: where somebody else runs it, those on third parties; in recovery, those on continuity. Each was held against the text that `law.yaml` names: CELEX 32022R2554, 32022L2555 and 32016R0679, read 2026-11-22. */
export const articlesFor = (item: ItemName, runByOthers: boolean): readonly Citation[] => [
  ...(byItem[item] ?? []),
  ...(runByOthers ? thirdParties : []),
]

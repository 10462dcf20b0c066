import { Uri, l10n, workspace } from 'vscode'
import type { ListedFinding } from '../../server/src/lsp/protocol.ts'

/** What the findings are sorted by. */
export type Grouping = 'rule' | 'file' | 'country' | 'activity'

/** What is shown of the findings; what is not named is. */
export interface Filter {
  readonly levels: readonly ListedFinding['level'][]
  /** Families that are left out. */
  readonly without: readonly string[]
  readonly personalOnly: boolean
}

/** What Problems shows: it leaves hints out as well. */
export const asInProblems: Filter = {
  levels: ['error', 'warning', 'information'],
  without: [],
  personalOnly: false,
}

/** Findings under one title. */
export interface Group {
  readonly title: string
  readonly of: Grouping
  readonly findings: readonly ListedFinding[]
}

const ranks: readonly ListedFinding['level'][] = ['error', 'warning', 'information', 'hint']

/** The gravest first. */
export const rankOf = ({ level }: ListedFinding): number => ranks.indexOf(level)

/** The gravest level of findings. */
export const gravest = (findings: readonly ListedFinding[]): ListedFinding['level'] =>
  ranks.find(level => findings.some(finding => finding.level === level)) ?? 'hint'

/** Whether a finding passes. */
export const passes =
  ({ levels, without, personalOnly }: Filter) =>
  ({ level, family, data }: ListedFinding): boolean =>
    levels.includes(level) && !without.includes(family) && (!personalOnly || data !== 'none')

/** The path of a finding's file as the explorer names it. */
export const pathOf = ({ uri }: ListedFinding): string => workspace.asRelativePath(Uri.parse(uri))

/** Findings under the titles that a grouping gives them, the gravest and largest groups first; what belongs nowhere comes last. */
export function groupBy(of: Grouping, findings: readonly ListedFinding[]): Group[] {
  const byTitle = new Map<string, ListedFinding[]>()
  for (const finding of findings)
    for (const title of titlesOf(of, finding)) byTitle.set(title, [...(byTitle.get(title) ?? []), finding])
  const rank = ({ title, findings: inside }: Group): number =>
    title === nowhere(of) ? ranks.length : ranks.indexOf(gravest(inside))
  return [...byTitle]
    .map(([title, inside]) => ({ title, of, findings: inside }))
    .sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length || a.title.localeCompare(b.title))
}

function titlesOf(of: Grouping, finding: ListedFinding): readonly string[] {
  switch (of) {
    case 'rule':
      return [`${finding.code} ${finding.rule}`]
    case 'file':
      return [pathOf(finding)]
    case 'country':
      return finding.countries.length > 0 ? finding.countries : [nowhere(of)]
    case 'activity':
      return finding.activities.length > 0 ? finding.activities : [nowhere(of)]
  }
}

const nowhere = (of: Grouping): string =>
  of === 'country' ? l10n.t('No recipient') : l10n.t('No activity of the record')

/** How many errors, warnings and notes there are, as Problems counts them. */
export function countWords(findings: readonly ListedFinding[]): string {
  const count = (level: ListedFinding['level']): number => findings.filter(finding => finding.level === level).length
  const [errors, warnings, notes, hints] = ranks.map(count)
  return [
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors ?? 0),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings ?? 0),
    notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes ?? 0),
    ...(hints ? [hints === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hints)] : []),
  ].join(', ')
}

import { QuickPickItemKind, l10n, window, type QuickPickItem } from 'vscode'
import type { ListedFinding } from '../../server/src/lsp/protocol.ts'
import type { Filter } from './findings-list.ts'

interface Choice extends QuickPickItem {
  readonly level?: ListedFinding['level']
  readonly family?: string
  readonly personal?: true
}

/** Lets somebody choose what is shown of the findings; undefined where they leave it as it is. */
export async function chooseFilter(filter: Filter, findings: readonly ListedFinding[]): Promise<Filter | undefined> {
  const families = [...new Set([...findings.map(({ family }) => family), ...filter.without])].sort()
  const choices: Choice[] = [
    heading(l10n.t('Levels')),
    ...levels().map(([level, label]) => ({ label, level, picked: filter.levels.includes(level) })),
    heading(l10n.t('Data')),
    { label: l10n.t('Only findings about personal data'), personal: true, picked: filter.personalOnly },
    heading(l10n.t('Families of rules')),
    ...families.map(family => ({
      label: family,
      description: String(findings.filter(finding => finding.family === family).length),
      family,
      picked: !filter.without.includes(family),
    })),
  ]
  const chosen = await window.showQuickPick(choices, {
    canPickMany: true,
    title: l10n.t('Filter findings'),
    placeHolder: l10n.t('What is ticked is shown'),
  })
  return (
    chosen && {
      levels: chosen.flatMap(({ level }) => level ?? []),
      without: families.filter(family => !chosen.some(choice => choice.family === family)),
      personalOnly: chosen.some(({ personal }) => personal),
    }
  )
}

const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator })

const levels = (): readonly (readonly [ListedFinding['level'], string])[] => [
  ['error', l10n.t('Errors')],
  ['warning', l10n.t('Warnings')],
  ['information', l10n.t('Notes')],
  ['hint', l10n.t('Hints, and findings of the baseline')],
]

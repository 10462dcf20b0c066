import {
  EventEmitter,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  commands,
  l10n,
  window,
  type ExtensionContext,
  type TreeView,
} from 'vscode'
import type { FindingsParams, ListedFinding } from '../../server/src/lsp/protocol.ts'
import {
  asInProblems,
  countWords,
  gravest,
  groupBy,
  passes,
  pathOf,
  rankOf,
  type Filter,
  type Group,
  type Grouping,
} from './findings-list.ts'
import { chooseFilter } from './findings-filter.ts'
import type { Host } from './host.ts'
import { openPage } from './pages.ts'

type Node = Group | ListedFinding

/** Registers the list of findings in the activity bar. */
export function registerFindings(context: ExtensionContext, host: Host): void {
  const { workspaceState: memory } = context
  const changed = new EventEmitter<void>()
  let all: readonly ListedFinding[] = []
  const grouping = (): Grouping => memory.get('grouping', 'rule')
  const filter = (): Filter => memory.get('filter', asInProblems)
  const shown = (): ListedFinding[] => all.filter(passes(filter()))
  const view: TreeView<Node> = window.createTreeView<Node>('kafkaReview.findings', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: node => (node === undefined ? groupBy(grouping(), shown()) : childrenOf(node)),
      getTreeItem: node => ('findings' in node ? groupItem(node) : findingItem(node, grouping())),
    },
  })
  const draw = (): void => {
    const visible = shown()
    const counts = countWords(visible)
    view.message =
      visible.length === all.length
        ? counts
        : l10n.t('{0} ({1} more filtered out)', counts, all.length - visible.length)
    if (visible.length === 0) delete view.message
    void commands.executeCommand('setContext', 'kafkaReview.found', foundWord(all.length, visible.length))
    changed.fire()
  }
  const load = async (): Promise<void> => {
    const client = await host.ready()
    const params: FindingsParams = { activities: grouping() === 'activity' }
    all = await client.sendRequest<ListedFinding[]>('kafkaReview/findings', params)
    draw()
  }
  const loadIfSeen = (): void => void (view.visible && load())
  const group = (to: Grouping) => async (): Promise<void> => {
    await memory.update('grouping', to)
    await load()
  }
  const narrow = async (): Promise<void> => {
    const chosen = await chooseFilter(filter(), all)
    if (chosen) await memory.update('filter', chosen)
    draw()
  }
  context.subscriptions.push(
    view,
    changed,
    view.onDidChangeVisibility(loadIfSeen),
    host.onStatus(loadIfSeen),
    commands.registerCommand('kafkaReview.groupByRule', group('rule')),
    commands.registerCommand('kafkaReview.groupByFile', group('file')),
    commands.registerCommand('kafkaReview.groupByCountry', group('country')),
    commands.registerCommand('kafkaReview.groupByActivity', group('activity')),
    commands.registerCommand('kafkaReview.filterFindings', narrow),
    commands.registerCommand('kafkaReview.fixFinding', (finding: ListedFinding) => actAt(finding, 'quickfix')),
    commands.registerCommand('kafkaReview.acceptFinding', (finding: ListedFinding) =>
      actAt(finding, 'quickfix.kafkaReview.accept'),
    ),
    commands.registerCommand('kafkaReview.fixAllOfRule', (finding: ListedFinding) =>
      actAt(finding, `quickfix.kafkaReview.${isIn(finding, all) ? 'workspace' : 'file'}`, 'first'),
    ),
    commands.registerCommand('kafkaReview.explainFinding', ({ code }: ListedFinding) =>
      commands.executeCommand(openPage, code),
    ),
  )
}

const childrenOf = (node: Node): ListedFinding[] => ('findings' in node ? [...node.findings].sort(byPlace) : [])

const byPlace = (a: ListedFinding, b: ListedFinding): number =>
  rankOf(a) - rankOf(b) || pathOf(a).localeCompare(pathOf(b)) || a.range.start.line - b.range.start.line

/** Whether the rule of a finding speaks in another file too, where it can be mended. */
const isIn = ({ code, uri }: ListedFinding, all: readonly ListedFinding[]): boolean =>
  all.some(other => other.code === code && other.uri !== uri && other.fixable)

function foundWord(all: number, visible: number): 'some' | 'none' | 'filtered' {
  if (visible > 0) return 'some'
  return all === 0 ? 'none' : 'filtered'
}

const icons: Readonly<Record<ListedFinding['level'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
}

function groupItem({ title, of, findings }: Group): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed)
  item.id = `${of} ${title}`
  item.description = String(findings.length)
  item.iconPath = icons[gravest(findings)]
  item.contextValue = `group.${of}`
  item.accessibilityInformation = { label: l10n.t('{0}, {1} findings', title, findings.length) }
  return item
}

function findingItem(finding: ListedFinding, grouping: Grouping): TreeItem {
  const { uri, range, code, message, level, fixable } = finding
  const line = range.start.line + 1
  const item = new TreeItem(message)
  const place = grouping === 'file' ? `${code} · ${line}` : `${pathOf(finding)}:${line}`
  item.description = finding.known ? `${place} · ${l10n.t('baseline')}` : place
  item.tooltip = new MarkdownString(undefined).appendText(`${code} ${message}\n${pathOf(finding)}:${line}`)
  item.iconPath = icons[level]
  item.contextValue = fixable ? 'finding.fixable' : 'finding'
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(uri), { selection: rangeOf(finding) }],
  }
  return item
}

const rangeOf = ({ range: { start, end } }: ListedFinding): Range =>
  new Range(start.line, start.character, end.line, end.character)

/** Goes to a finding and offers what can be done about it. */
async function actAt(finding: ListedFinding, kind: string, apply: 'first' | 'never' = 'never'): Promise<void> {
  const { start } = rangeOf(finding)
  await window.showTextDocument(Uri.parse(finding.uri), { selection: new Range(start, start) })
  await commands.executeCommand('editor.action.codeAction', { kind, apply })
}

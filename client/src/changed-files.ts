import { extensions, l10n, window, workspace, type Event, type ExtensionContext, type Uri } from 'vscode'
import type { ChangedFiles } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'

/** What is used of the API of the editor's Git extension. */
interface GitApi {
  readonly repositories: readonly Repository[]
  readonly onDidOpenRepository: Event<Repository>
}

interface Repository {
  readonly state: Readonly<Record<'workingTreeChanges' | 'indexChanges' | 'mergeChanges', readonly Change[]>> & {
    readonly untrackedChanges?: readonly Change[]
    readonly onDidChange: Event<void>
  }
}

interface Change {
  readonly uri: Uri
}

const isAsked = (): boolean => workspace.getConfiguration('kafkaReview').get('scope') === 'changed'

/** Tells the server which files differ from what was committed, where somebody wants to see these only. */
export function followChanges(context: ExtensionContext, host: Host): void {
  let follows = false
  const follow = async (): Promise<void> => {
    if (follows || !isAsked()) return
    follows = true
    const client = await host.started
    const git = await gitApi()
    const tell = (): void => {
      const files = git?.repositories.flatMap(changesOf) ?? null
      void client.sendNotification('kafkaReview/changedFiles', { files } satisfies ChangedFiles)
    }
    const listen = ({ state }: Repository): void => void context.subscriptions.push(state.onDidChange(tell))
    if (!git)
      void window.showInformationMessage(
        l10n.t('Kafka Review: without the Git extension "changed" shows the problems of open files.'),
      )
    git?.repositories.forEach(listen)
    if (git) context.subscriptions.push(git.onDidOpenRepository(listen))
    tell()
  }
  context.subscriptions.push(workspace.onDidChangeConfiguration(() => void follow()))
  void follow()
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git')
  const exported = await extension?.activate()
  return exported?.enabled ? exported.getAPI(1) : undefined
}

const changesOf = ({ state }: Repository): { uri: string }[] =>
  [...state.workingTreeChanges, ...state.indexChanges, ...state.mergeChanges, ...(state.untrackedChanges ?? [])].map(
    ({ uri }) => ({ uri: uri.toString() }),
  )

import {
  extensions,
  l10n,
  window,
  workspace,
  type Disposable,
  type Event,
  type ExtensionContext,
  type TextDocument,
  type Uri,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ChangedFiles, EarlierParams } from '../../server/src/lsp/protocol.ts'

/** What the Git extension of VS Code exports. */
interface GitExtension {
  readonly enabled: boolean
  readonly onDidChangeEnablement: Event<boolean>
  getAPI(version: 1): GitApi
}

/** What we use of the API of VS Code's Git extension, version 1. */
interface GitApi {
  readonly repositories: readonly Repository[]
  readonly onDidOpenRepository: Event<Repository>
  getRepository(uri: Uri): Repository | null
}

interface Repository {
  readonly state: {
    readonly HEAD?: { readonly commit?: string }
    readonly onDidChange: Event<void>
    readonly workingTreeChanges: readonly Change[]
    readonly indexChanges: readonly Change[]
    readonly mergeChanges: readonly Change[]
    readonly untrackedChanges?: readonly Change[]
  }
  show(revision: string, path: string): Promise<string>
}

interface Change {
  readonly uri: Uri
}

/** Files that may hold schemas. */
const schemas = /\.(?:avsc|avpr|avdl|proto|json|jsonschema)$/i

/** Tells the server what open schemas said in HEAD, whenever that becomes another, so that it finds changes that break consumers, and which files differ from HEAD. Without Git nothing is compared, and who wants to see changed files only is told. */
export async function followGit(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate()
  if (workspace.getConfiguration('kafkaReview').get('scope') === 'changed' && !git?.enabled)
    void window.showInformationMessage(
      l10n.t('Kafka Review: without the Git extension "changed" shows the problems of open files.'),
    )
  if (!git) return
  if (git.enabled) follow(context, client, git.getAPI(1))
  else {
    const waiting = git.onDidChangeEnablement(enabled => {
      if (!enabled) return
      waiting.dispose()
      follow(context, client, git.getAPI(1))
    })
    context.subscriptions.push(waiting)
  }
}

function follow({ subscriptions }: ExtensionContext, client: BaseLanguageClient, git: GitApi): void {
  const tell = async (document: TextDocument): Promise<void> => {
    if (document.uri.scheme !== 'file' || !schemas.test(document.uri.path)) return
    // A file that HEAD does not have is new.
    const before = git.getRepository(document.uri)?.show('HEAD', document.uri.fsPath)
    const text = (await before?.catch(() => null)) ?? null
    const params: EarlierParams = { uri: client.code2ProtocolConverter.asUri(document.uri), text }
    await client.sendNotification('kafkaReview/earlier', params)
  }
  const watch = (repository: Repository): Disposable => {
    let head: string | undefined
    const look = (): void => {
      const { commit } = repository.state.HEAD ?? {}
      if (commit === head) return
      head = commit
      for (const document of workspace.textDocuments) void tell(document)
    }
    look()
    return repository.state.onDidChange(() => {
      look()
      tellChanged()
    })
  }
  const tellChanged = (): void => {
    const files = git.repositories.flatMap(changesOf)
    void client.sendNotification('kafkaReview/changedFiles', { files } satisfies ChangedFiles)
  }
  subscriptions.push(
    ...git.repositories.map(watch),
    git.onDidOpenRepository(repository => subscriptions.push(watch(repository))),
    workspace.onDidOpenTextDocument(document => void tell(document)),
  )
  for (const document of workspace.textDocuments) void tell(document)
  tellChanged()
}

const changesOf = ({ state }: Repository): { uri: string }[] =>
  [...state.workingTreeChanges, ...state.indexChanges, ...state.mergeChanges, ...(state.untrackedChanges ?? [])].map(
    ({ uri }) => ({ uri: uri.toString() }),
  )

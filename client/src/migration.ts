import { Uri, commands, l10n, window, workspace, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { MigrateParams, MigrateResult } from '../../server/src/lsp/protocol.ts'

/** Registers the command that writes the move of a managed cluster to one of one's own. */
export const registerMigration = (ready: () => Promise<BaseLanguageClient>): Disposable =>
  commands.registerCommand('kafkaReview.migrate', async (target?: Uri): Promise<Uri | undefined> => {
    const client = await ready()
    const ask = (params: MigrateParams): Promise<MigrateResult> =>
      client.sendRequest<MigrateResult>('kafkaReview/migrate', params)
    const cluster = await chosen((await ask({})).clusters)
    const folder = cluster === undefined ? undefined : (target ?? (await chosenFolder()))
    if (cluster === undefined || !folder || !(await mayWrite(folder))) return undefined
    const { files, questions } = await ask({ cluster })
    for (const { name, text } of files)
      await workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text))
    const guide = Uri.joinPath(folder, 'MIGRATION.md')
    await commands.executeCommand('markdown.showPreview', guide)
    void window.showInformationMessage(
      l10n.t('{0} files written. {1} questions are open: they stand in MIGRATION.md.', files.length, questions),
    )
    return guide
  })

/** The cluster that is left: the only one, or the one that is picked. */
async function chosen(clusters: readonly string[]): Promise<string | undefined> {
  if (clusters.length > 1) return window.showQuickPick(clusters, { title: l10n.t('The cluster to leave') })
  if (clusters.length === 0)
    void window.showInformationMessage(
      l10n.t('No cluster that somebody else runs is in the files of this workspace: MSK, Confluent, Aiven and others.'),
    )
  return clusters[0]
}

async function chosenFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Write here'),
      title: l10n.t('An empty folder for the resources and MIGRATION.md'),
    })) ?? []
  return folder
}

/** Whether a folder is empty, or somebody agrees that files of the same names in it are replaced. */
async function mayWrite(folder: Uri): Promise<boolean> {
  const held = await workspace.fs.readDirectory(folder).then(
    files => files.length,
    () => 0,
  )
  if (held === 0) return true
  const write = l10n.t('Write')
  const question = l10n.t('The folder holds files. Those of the same names are replaced.')
  return (await window.showWarningMessage(question, { modal: true }, write)) === write
}

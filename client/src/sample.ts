import { Uri, commands, workspace, type ExtensionContext } from 'vscode'

/** Registers the first steps and the sample that ships with the extension: it is copied, so that it may be changed. */
export function registerSample(context: ExtensionContext): void {
  const copy = async (): Promise<Uri> => {
    const folder = Uri.joinPath(context.globalStorageUri, 'sample')
    await workspace.fs.copy(Uri.joinPath(context.extensionUri, 'test', 'examples'), folder, { overwrite: true })
    return folder
  }
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.copySample', copy),
    commands.registerCommand('kafkaReview.openSample', async () =>
      commands.executeCommand('vscode.openFolder', await copy(), { forceNewWindow: true }),
    ),
    commands.registerCommand('kafkaReview.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#kafkaReview.start`),
    ),
  )
}

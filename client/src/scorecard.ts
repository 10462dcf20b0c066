import { commands, window, workspace, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Registers the command that shows where the paths of each cluster lie. */
export const registerScorecard = (ready: () => Promise<BaseLanguageClient>): Disposable =>
  commands.registerCommand('kafkaReview.showScorecard', async () => {
    const client = await ready()
    const content = await client.sendRequest<string>('kafkaReview/scorecard')
    const document = await workspace.openTextDocument({ language: 'markdown', content })
    await window.showTextDocument(document, { preview: true })
    await commands.executeCommand('markdown.showPreview', document.uri)
  })

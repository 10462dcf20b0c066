import type { ExtensionContext } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser'
import { start } from './start.ts'
import { openWorker } from './web-worker.ts'

export { stop as deactivate } from './start.ts'

/** Called by VS Code in a browser: the same engine runs in a worker, and its files come through the editor. */
export function activate(context: ExtensionContext): void {
  const server = async (): Promise<MessageTransports> => {
    const worker = await openWorker(context.extensionUri)
    context.subscriptions.push({ dispose: () => worker.terminate() })
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  start(context, options => new LanguageClient('kafkaReview', 'Kafka Review', server, options))
}

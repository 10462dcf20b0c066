import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { start } from './start.ts'
import { registerProgram } from './tasks.ts'

export { stop as deactivate } from './start.ts'

/** Called by VS Code on a desktop or a server when a file of a language appears that ours are written in. */
export function activate(context: ExtensionContext): void {
  const server = {
    module: context.asAbsolutePath('dist/kafka-review.cjs'),
    args: ['lsp'],
    transport: TransportKind.ipc,
    // As much as older versions of Node take for what is young: newer ones take twice of it, and are no faster here.
    options: { execArgv: ['--max-semi-space-size=16'] },
  }
  start(context, options => new LanguageClient('kafkaReview', 'Kafka Review', server, options))
  registerProgram(context)
}

import { Uri, type ExtensionContext } from 'vscode'
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
    options: {
      // As much as older versions of Node take for what is young: newer ones take twice of it, and are no faster here.
      execArgv: ['--max-semi-space-size=16'],
      // Node from 22.1 on keeps there what it has compiled, and starts sooner the next time; older ones do not look at it.
      env: { NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'compiled').fsPath },
    },
  }
  start(context, options => new LanguageClient('kafkaReview', 'Kafka Review', server, options))
  registerProgram(context)
}

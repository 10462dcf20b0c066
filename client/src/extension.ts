import { Uri, workspace, type ExtensionContext } from 'vscode'
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
      // A folder of 1,000 files takes less memory than with what newer versions of Node take for what is young.
      execArgv: ['--max-semi-space-size=8'],
      // Node from 22.1 on keeps there what it has compiled, and starts sooner the next time; older ones do not look at it.
      env: { NODE_COMPILE_CACHE: compiledIn(context).fsPath },
    },
  }
  start(context, options => new LanguageClient('kafkaReview', 'Kafka Review', server, options))
  registerProgram(context)
}

/** The folder for what this version of Node compiles of this version of ours; what others have left beside it goes. */
function compiledIn({ globalStorageUri, extension }: ExtensionContext): Uri {
  const all = Uri.joinPath(globalStorageUri, 'compiled')
  const own = `${extension.packageJSON.version}-${process.version}`
  void clear(all, own)
  return Uri.joinPath(all, own)
}

async function clear(folder: Uri, own: string): Promise<void> {
  try {
    for (const [name] of await workspace.fs.readDirectory(folder))
      if (name !== own) await workspace.fs.delete(Uri.joinPath(folder, name), { recursive: true })
  } catch {
    // Nothing was kept yet, or another window is at it: what is left goes the next time.
  }
}

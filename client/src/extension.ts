import { EventEmitter, commands, workspace, type ExtensionContext, type TextDocument } from 'vscode'
import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node'
import type { InitializationOptions, Status } from '../../server/src/lsp/protocol.ts'
import { registerCommands } from './commands.ts'
import { registerConfiguration } from './configuration.ts'
import { registerDataFlow } from './data-flow.ts'
import { registerFindings } from './findings-view.ts'
import { followGit } from './git.ts'
import type { Host } from './host.ts'
import { markPersonalData } from './personal-data.ts'
import { openPage, pageTemplate, registerPages } from './pages.ts'
import { placeCursor } from './place.ts'
import { registerRecordPage } from './record-page.ts'
import { isOurs, readSniffs } from './sniff.ts'
import { registerStatus } from './status.ts'

let client: LanguageClient | undefined

/** Called by VS Code when a file of a language appears that ours are written in; the server starts with the first that is ours. */
export async function activate(context: ExtensionContext): Promise<void> {
  const sniffs = readSniffs(context)
  const statuses = new EventEmitter<Status>()
  let begin: () => void = () => undefined
  const started = new Promise<LanguageClient>(resolve => {
    begin = () => {
      if (client) return
      client = makeClient(context)
      context.subscriptions.push(
        statuses,
        client.onNotification('kafkaReview/status', (status: Status) => statuses.fire(status)),
      )
      void commands.executeCommand('setContext', 'kafkaReview.active', true)
      registerStatus(context, client, host)
      markPersonalData(context, client, host)
      void client.start().then(() => {
        if (!client) return
        resolve(client)
        void followGit(context, client)
      })
    }
  })
  const host: Host = {
    started,
    onStatus: statuses.event,
    ready() {
      begin()
      return started
    },
  }
  const look = (document: TextDocument): void => {
    if (isOurs(document.uri, document.languageId, document.getText(), sniffs)) begin()
  }
  registerCommands(context, host)
  registerRecordPage(context, host)
  registerDataFlow(context, host)
  registerPages(context, host)
  registerFindings(context, host)
  registerConfiguration(context)
  workspace.textDocuments.forEach(look)
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => client ?? look(document)),
  )
  void findOurs(sniffs).then(found => found && begin())
}

/** Called by VS Code at the end. */
export async function deactivate(): Promise<void> {
  await client?.stop()
}

/** Whether the workspace holds a file that is ours by its name alone. */
async function findOurs(sniffs: ReturnType<typeof readSniffs>): Promise<boolean> {
  const names = sniffs.filter(({ marks }) => marks.length === 0).flatMap(({ patterns }) => patterns)
  const found = await Promise.all(names.map(pattern => workspace.findFiles(pattern, '**/node_modules/**', 1)))
  return found.some(files => files.length > 0)
}

function makeClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/kafka-review.cjs')
  const server: ServerOptions = { module, args: ['lsp'], transport: TransportKind.ipc }
  const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote']
  const options: LanguageClientOptions = {
    documentSelector: readSniffs(context).flatMap(({ patterns, languages: ids }) =>
      schemes.flatMap(scheme => [
        ...patterns.map(pattern => ({ scheme, pattern })),
        ...ids.map(language => ({ scheme, language })),
      ]),
    ),
    diagnosticCollectionName: 'kafka-review',
    initializationOptions: { rulePage: pageTemplate, placeCursor, openPage } satisfies InitializationOptions,
    outputChannelName: 'Kafka Review',
    diagnosticPullOptions: { onChange: true, onSave: false },
  }
  return new LanguageClient('kafkaReview', 'Kafka Review', server, options)
}

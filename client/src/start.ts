import { EventEmitter, commands, workspace, type ExtensionContext, type TextDocument, type Uri } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions, Status } from '../../server/src/lsp/protocol.ts'
import { registerCommands } from './commands.ts'
import { registerConfiguration } from './configuration.ts'
import { registerDataFlow } from './data-flow.ts'
import { registerFindings } from './findings-view.ts'
import { followGit } from './git.ts'
import type { Host } from './host.ts'
import { markPersonalData } from './personal-data.ts'
import { registerMenu } from './menu.ts'
import { openPage, pageTemplate, registerPages } from './pages.ts'
import { placeCursor } from './place.ts'
import { registerRecordPage } from './record-page.ts'
import { registerSample } from './sample.ts'
import { isOurs, readSniffs } from './sniff.ts'
import { registerStatus } from './status.ts'
import { answerForFiles } from './files.ts'

let client: BaseLanguageClient | undefined

/** Makes the client: what it talks to is the host's. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient

/** Registers everything; the server starts with the first file that is ours. */
export function start(context: ExtensionContext, makeClient: MakeClient): void {
  const sniffs = readSniffs(context)
  const statuses = new EventEmitter<Status>()
  let begin: () => void = () => undefined
  const started = new Promise<BaseLanguageClient>(resolve => {
    begin = () => {
      if (client) return
      const made = makeClient(optionsFor(context))
      client = made
      context.subscriptions.push(
        statuses,
        ...answerForFiles(made),
        made.onNotification('kafkaReview/status', (status: Status) => statuses.fire(status)),
      )
      void commands.executeCommand('setContext', 'kafkaReview.active', true)
      registerStatus(context, host)
      markPersonalData(context, made, host)
      void made.start().then(() => {
        resolve(made)
        void followGit(context, made)
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
  registerConfiguration(context, host)
  registerMenu(context, host)
  registerSample(context)
  workspace.textDocuments.forEach(look)
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => client ?? look(document)),
  )
  void findOurs(context, sniffs).then(found => found && begin())
}

/** Ends the server. */
export async function stop(): Promise<void> {
  await client?.stop()
}

/** As many files of a kind are looked into to tell whether a workspace is ours. */
const most = 50

/** Whether the workspace holds a file that is ours by its name alone, or one of those that wake the extension by their names and by what they hold. */
async function findOurs(context: ExtensionContext, sniffs: ReturnType<typeof readSniffs>): Promise<boolean> {
  const { activationEvents } = context.extension.packageJSON as { activationEvents: readonly string[] }
  // One search after the other: the first one that finds something spares the rest, and none begins once a server starts.
  for (const { patterns, marks } of sniffs) {
    if (client) return false
    const waking = patterns.filter(pattern => activationEvents.includes(`workspaceContains:${pattern}`))
    const limit = marks.length === 0 ? 1 : most
    const files = await Promise.all(waking.map(pattern => workspace.findFiles(pattern, '**/node_modules/**', limit)))
    for (const file of files.flat()) if (marks.length === 0 || (await holdsOne(file, marks))) return true
  }
  return false
}

async function holdsOne(file: Uri, marks: readonly string[]): Promise<boolean> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file))
  return marks.some(mark => text.includes(mark))
}

function optionsFor(context: ExtensionContext): LanguageClientOptions {
  const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote']
  return {
    documentSelector: readSniffs(context).flatMap(({ patterns, languages: ids }) =>
      schemes.flatMap(scheme => [
        ...patterns.map(pattern => ({ scheme, pattern })),
        ...ids.map(language => ({ scheme, language })),
      ]),
    ),
    diagnosticCollectionName: 'kafka-review',
    initializationOptions: {
      rulePage: pageTemplate,
      placeCursor,
      openPage,
      showRecord: 'kafkaReview.generateRecord',
      showsMessages: true,
    } satisfies InitializationOptions,
    outputChannelName: 'Kafka Review',
    diagnosticPullOptions: { onChange: true, onSave: false },
  }
}

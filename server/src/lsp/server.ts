import { CodeActionKind, TextDocumentSyncKind, type Connection, type ServerCapabilities } from 'vscode-languageserver'
import type { Library } from '../assess/db.ts'
import type { Files } from '../host/files.ts'
import { toUri } from '../text/uri.ts'
import { version } from '../version.ts'
import { callHierarchyCapabilities, serveCallHierarchy } from './call-hierarchy.ts'
import { serveCodeActions } from './code-actions.ts'
import { commandCapabilities, serveCommands } from './commands.ts'
import { completionCapabilities, serveCompletion } from './completion.ts'
import { serveConfiguration } from './configuration-file.ts'
import { serveDataFlow } from './data-flow.ts'
import { serveDiagnostics } from './diagnostics.ts'
import { serveDocuments } from './documents.ts'
import { serveEarlier } from './earlier.ts'
import { fixAllKind } from './fix-together.ts'
import { serveFindings } from './findings.ts'
import { serveFolders } from './folders.ts'
import { serveHover } from './hover.ts'
import { serveInlayHints } from './inlay-hints.ts'
import { lensCapabilities, serveLenses } from './lenses.ts'
import { serveMigration } from './migration.ts'
import { navigationCapabilities, serveNavigation } from './navigation.ts'
import { servePersonalFields } from './personal-fields.ts'
import { loadLocale } from '../locale/load.ts'
import { localeIdOf } from '../locale/locale.ts'
import type { InitializationOptions } from './protocol.ts'
import { serveRecord } from './record.ts'
import { serveRecordPage } from './record-page.ts'
import { serveScorecard } from './scorecard.ts'
import { renameCapabilities, serveRename } from './rename.ts'
import { openServed } from './served.ts'
import { serveSettings } from './settings.ts'
import { serveStatus } from './status.ts'
import { serveSymbols, symbolCapabilities } from './symbols.ts'

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: 'kafka-review', interFileDependencies: true, workspaceDiagnostics: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
  hoverProvider: true,
  inlayHintProvider: true,
  ...completionCapabilities,
  ...navigationCapabilities,
  ...renameCapabilities,
  ...symbolCapabilities,
  ...lensCapabilities,
  ...callHierarchyCapabilities,
  ...commandCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

/** What the server consists of: each feature answers its own requests. */
const features = [
  serveFolders,
  serveSettings,
  serveDocuments,
  serveDiagnostics,
  serveStatus,
  serveCodeActions,
  serveHover,
  serveInlayHints,
  serveRecord,
  serveRecordPage,
  serveScorecard,
  serveMigration,
  serveNavigation,
  serveRename,
  serveSymbols,
  serveCallHierarchy,
  serveDataFlow,
  serveLenses,
  servePersonalFields,
  serveFindings,
  serveCompletion,
  serveConfiguration,
  serveEarlier,
  serveCommands,
]

/** Serves one client over a connection, whose messages name files by their canonical URIs, until it goes away. */
export function serveConnection(connection: Connection, library: Library, files: Files): void {
  const served = openServed(connection, library, files)
  connection.onInitialize(
    async ({ capabilities: client, initializationOptions, workspaceFolders, rootUri, locale }) => {
      served.state.client = client
      served.state.locale = await loadLocale(localeIdOf(locale))
      served.state.options = (initializationOptions as InitializationOptions | undefined) ?? {}
      served.workspace().setFolders((workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? []].flat()).map(toUri))
      return { serverInfo: { name: 'Kafka Review', version }, capabilities }
    },
  )
  connection.onInitialized(() => {
    connection.console.info(`Kafka Review ${version}`)
    served.initialized()
  })
  for (const serve of features) serve(served)
  served.documents.listen(connection)
  connection.listen()
}

import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  WatchKind,
  type CancellationToken,
  type CodeAction,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openDb, type Library } from '../assess/db.ts'
import { formats, syntaxOf } from '../reader/formats.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { rules } from '../rules/registry.ts'
import { indexLines } from '../text/line-index.ts'
import { version } from '../version.ts'
import { say, word } from '../words/message.ts'
import { fixAll, fixAllKind, offerFixes, resolveFix, type FixReference, type Texts } from './code-actions.ts'
import { callHierarchyCapabilities, serveCallHierarchy } from './call-hierarchy.ts'
import { serveDataFlow } from './data-flow.ts'
import { diagnose, diagnoseWorkspace, toldBefore } from './diagnostics.ts'
import { fromRange } from './from-lsp.ts'
import { renderHover } from './hover.ts'
import { hintPlaces } from './inlay-hints.ts'
import type {
  InitializationOptions,
  PlaceCursorParams,
  ReviewWorkspaceResult,
  RulePageParams,
  Settings,
  Status,
} from './protocol.ts'
import { checkSchemas } from './schema-check.ts'
import { servePersonalFields } from './personal-fields.ts'
import { serveRecord } from './record.ts'
import { lensCapabilities, serveLenses } from './lenses.ts'
import { navigationCapabilities, serveNavigation } from './navigation.ts'
import { renameCapabilities, serveRename } from './rename.ts'
import type { Served } from './served.ts'
import { makeSignal } from './signal.ts'
import { serveSymbols, symbolCapabilities } from './symbols.ts'
import { toRange } from './to-lsp.ts'
import { renderTopic } from './topic-hover.ts'
import { openWorkspace, type Workspace } from './workspace.ts'
import { Spellings, toUri, type Uri } from '../text/uri.ts'

/** Serves one client over a connection until it goes away. */
export function serveConnection(connection: Connection, library: Library): void {
  const documents = new TextDocuments(TextDocument)
  const spellings = new Spellings()
  const changedSignal = makeSignal()
  let workspace: Workspace = openWorkspace(library, [])
  let loaded: Promise<unknown> = Promise.resolve()
  let options: InitializationOptions = {}
  let client: InitializeParams['capabilities'] = {}
  let settings: Settings = { scope: 'openFiles', inlayHints: true, codeLens: true }
  /** Set by `Review Workspace`: everything is shown until the scope changes. */
  let reviewAll = false
  let state: Status['state'] = 'reading'

  const texts: Texts = {
    textOf: uri => documents.get(spellings.write(uri))?.getText() ?? workspace.textOf(uri),
    versionOf: uri => documents.get(spellings.write(uri))?.version ?? null,
  }
  const diagnoseFile = (uri: Uri): ReturnType<typeof diagnose> => diagnose(uri, workspace, texts, options.rulePage)
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined
  const wanted = (): Set<Uri> =>
    new Set(
      settings.scope === 'workspace' || reviewAll
        ? workspace.review.files()
        : [...documents.keys()].map(toUri).filter(uri => workspace.review.estate.facts(uri)),
    )

  const refreshHints = (): void =>
    void (client.workspace?.inlayHint?.refreshSupport && connection.languages.inlayHint.refresh())

  /** Tells the client that findings have changed; `edited` is the file whose own edit it already knows of. */
  const tell = (changed: ReadonlySet<Uri>, edited?: Uri): void => {
    if (changed.size === 0) return
    changedSignal.raise()
    if ([...documents.keys()].some(uri => toUri(uri) !== edited)) refreshHints()
    if (!pulls()) {
      const shown = wanted()
      for (const uri of changed)
        void connection.sendDiagnostics({
          uri: spellings.write(uri),
          ...(texts.versionOf(uri) === null ? {} : { version: texts.versionOf(uri) as number }),
          diagnostics: shown.has(uri) ? diagnoseFile(uri).items : [],
        })
    } else if (
      client.workspace?.diagnostics?.refreshSupport &&
      [...changed].some(uri => uri !== edited && texts.versionOf(uri) !== null)
    )
      void connection.languages.diagnostics.refresh()
    sendStatus()
  }

  const sendStatus = debounce(() => {
    const files = [...workspace.review.files()]
    const findings = files.flatMap(uri => workspace.review.findings(uri)).filter(({ suppressed }) => !suppressed)
    const count = (...levels: string[]): number => findings.filter(({ level }) => levels.includes(level)).length
    const status: Status = {
      state,
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('information', 'hint'),
      leftOut: [...workspace.leftOut].map(([uri, why]) => ({ uri, why })),
      slow: [...workspace.slow].map(([uri, milliseconds]) => ({ uri, milliseconds })),
    }
    void connection.sendNotification('kafkaReview/status', status)
  }, 200)

  const readSettings = async (): Promise<void> => {
    if (!client.workspace?.configuration) return
    const configured = (await connection.workspace.getConfiguration('kafkaReview')) as Partial<Settings> | null
    const next: Settings = {
      scope: configured?.scope === 'workspace' ? 'workspace' : 'openFiles',
      inlayHints: configured?.inlayHints !== false,
      codeLens: configured?.codeLens !== false,
    }
    const before = settings
    settings = next
    if (next.inlayHints !== before.inlayHints) refreshHints()
    if (next.scope === before.scope) return
    reviewAll = false
    tell(new Set(workspace.review.files()))
  }

  connection.onInitialize(params => {
    client = params.capabilities
    options = (params.initializationOptions as InitializationOptions | undefined) ?? {}
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    workspace = openWorkspace(
      library,
      folders.map(folder => spellings.read(folder)),
    )
    return {
      serverInfo: { name: 'Kafka Review', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: 'kafka-review', interFileDependencies: true, workspaceDiagnostics: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
        hoverProvider: true,
        inlayHintProvider: true,
        ...navigationCapabilities,
        ...renameCapabilities,
        ...symbolCapabilities,
        ...lensCapabilities,
        ...callHierarchyCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    }
  })

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'kafkaReview' })
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [...new Set(formats.flatMap(({ endings }) => endings))].map(ending => ({
        globPattern: ending.startsWith('/') ? `**${ending}` : `**/*${ending}`,
      }))
      // Of a folder that is deleted, editors tell the folder only.
      const folders = { globPattern: '**/*', kind: WatchKind.Delete }
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers, folders] })
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void connection.workspace.getWorkspaceFolders().then(folders => {
          workspace.setFolders((folders ?? []).map(({ uri }) => spellings.read(uri)))
          load()
        })
      })
    }
    void readSettings()
    load()
  })

  const load = (): void => {
    state = 'reading'
    loaded = workspace.load().then(changed => {
      state = 'ready'
      tell(changed)
      sendStatus()
    })
    loaded.catch((error: unknown) => connection.console.error(String(error)))
  }

  documents.onDidChangeContent(({ document }) => {
    if (!syntaxOf(document.uri, document.languageId)) return
    const uri = spellings.read(document.uri)
    tell(workspace.setOpen(uri, document.getText(), document.languageId), uri)
    judgeSchemas()
  })
  const judged = new WeakSet<FileFacts>()
  const judgeSchemas = debounce(
    () =>
      void checkSchemas(
        workspace.review,
        documents.all().map(document => [toUri(document.uri), document.getText()] as const),
        judged,
      ).then(changed => tell(changed)),
    400,
  )
  documents.onDidClose(({ document }) => {
    const uri = toUri(document.uri)
    void workspace.close(uri).then(changed => tell(new Set([...changed, uri])))
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const [gone, there] = [true, false].map(deleted =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === deleted).map(({ uri }) => toUri(uri)),
    )
    tell(workspace.remove(gone ?? []))
    void workspace.refresh(there ?? []).then(changed => tell(changed))
  })
  connection.onDidChangeConfiguration(() => void readSettings())

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const { items, resultId } = diagnoseFile(toUri(textDocument.uri))
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, items, resultId }
  })

  // Long-polled: the answer waits until there is something to tell; a client that takes partial results is told as it comes.
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const told = toldBefore(previousResultIds)
    await loaded
    while (!token.isCancellationRequested) {
      const items = diagnoseWorkspace(wanted(), told, texts.versionOf, diagnoseFile, token)
      if (items.length > 0) {
        if (!partial) return { items }
        partial.report({ items })
      }
      await Promise.race([changedSignal.next(), cancelled(token)])
    }
    return { items: [] }
  })

  connection.onCodeAction(({ textDocument, range, context }, token) => {
    const uri = toUri(textDocument.uri)
    const asks = (kind: string): boolean =>
      !context.only || context.only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`))
    const all = context.only && asks(fixAllKind) ? fixAll(uri, workspace.review.findings(uri), texts) : undefined
    if (!asks(CodeActionKind.QuickFix)) return all ? [all] : []
    const text = texts.textOf(uri)
    if (text === undefined || token.isCancellationRequested) return []
    const actions = offerFixes(
      uri,
      fromRange(range, indexLines(text)),
      workspace.review.findings(uri),
      context.diagnostics,
      openDb(workspace.review.estate, library),
      texts,
    )
    const resolved = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit')
      ? actions
      : actions.map(action => ({ ...action, ...edit(action.data as FixReference) }))
    return all ? [...resolved, all] : resolved
  })
  connection.onCodeActionResolve(action =>
    action.data === undefined ? action : { ...action, ...edit(action.data as FixReference) },
  )
  const edit = (fix: FixReference): Pick<CodeAction, 'edit' | 'command'> => {
    const { edit: changes, hole } =
      resolveFix(
        fix,
        workspace.review.findings(fix.uri),
        openDb(workspace.review.estate, library),
        texts,
        client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      ) ?? {}
    const command = hole &&
      options.placeCursor && {
        command: options.placeCursor,
        title: word(say('action.writeRest')),
        arguments: [hole satisfies PlaceCursorParams],
      }
    return { ...(changes ? { edit: changes } : {}), ...(command ? { command } : {}) }
  }

  connection.onHover(({ textDocument, position }) => {
    const uri = toUri(textDocument.uri)
    const text = texts.textOf(uri)
    if (text === undefined) return null
    const lines = indexLines(text)
    const { start } = fromRange({ start: position, end: position }, lines)
    const found = workspace.review
      .findings(uri)
      .filter(({ at, suppressed }) => !suppressed && at.span.start <= start && start <= at.span.end)
    const topic = renderTopic(uri, start, openDb(workspace.review.estate, library))
    const span = found[0]?.at.span ?? topic?.span
    if (!span) return null
    const value = [
      ...found.map(finding => renderHover(finding, library.knowledge, options.rulePage)),
      ...(topic ? [topic.value] : []),
    ].join('\n\n---\n\n')
    return { contents: { kind: 'markdown', value }, range: toRange(span, lines) }
  })

  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const uri = toUri(textDocument.uri)
    const text = texts.textOf(uri)
    if (!settings.inlayHints || text === undefined) return []
    const lines = indexLines(text)
    return hintPlaces(uri, fromRange(range, lines), openDb(workspace.review.estate, library), lines)
  })

  connection.onRequest(
    'kafkaReview/reviewWorkspace',
    async (_params: object, token: CancellationToken): Promise<ReviewWorkspaceResult> => {
      await workspace.load(files => {
        void connection.sendNotification('kafkaReview/progress', { files })
        return !token.isCancellationRequested
      })
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, word(say('server.cancelled')))
      reviewAll = true
      const files = [...workspace.review.files()]
      tell(new Set(files))
      return {
        files: files.length,
        findings: files.reduce(
          (sum, uri) => sum + workspace.review.findings(uri).filter(({ suppressed }) => !suppressed).length,
          0,
        ),
      }
    },
  )
  connection.onRequest(
    'kafkaReview/rulePage',
    ({ code }: RulePageParams): string => rules.find(rule => rule.code === code)?.page ?? '',
  )
  serveRecord(
    connection,
    () => loaded.then(() => openDb(workspace.review.estate, library)),
    () => [...workspace.review.files()].flatMap(uri => workspace.review.findings(uri)),
    texts,
  )

  const served: Served = {
    connection,
    library,
    texts,
    workspace: () => workspace,
    client: () => client,
    loaded: () => loaded,
  }
  for (const serve of [serveNavigation, serveRename, serveSymbols, serveCallHierarchy, serveDataFlow]) serve(served)
  serveLenses(served, () => settings.codeLens)
  servePersonalFields(served)

  documents.listen(connection)
  connection.listen()
}

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise(resolve => token.onCancellationRequested(() => resolve()))

function debounce(run: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }
}

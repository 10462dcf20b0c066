import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { InitializeResult, PublishDiagnosticsParams, ClientCapabilities, Diagnostic } from 'vscode-languageserver'
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ProtocolConnection,
} from 'vscode-languageserver/node'
import { URI, Utils } from 'vscode-uri'
import type { Library } from '../../server/src/assess/db.ts'
import type { Files } from '../../server/src/host/files.ts'
import { nodeFiles } from '../../server/src/host/node.ts'
import { serveConnection } from '../../server/src/lsp/server.ts'
import { preparing } from '../../server/src/lsp/preparing.ts'
import { spellingBoth } from '../../server/src/lsp/spelling.ts'
import type { Names } from '../../server/src/text/uri.ts'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { theLibrary } from './fixtures.ts'

/** A client and a server in one process, over two streams, on a folder of its own. */
export interface TestClient {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  readonly folder: string
  /** Diagnostics that were pushed, by URI. */
  readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>
  /** What the server asked to be told of, from its start. */
  readonly registered: readonly unknown[]
  /** What it wrote into the output channel, from its start. */
  readonly logged: readonly string[]
  /** How often the server asked for fresh pulls. */
  refreshes(): number
  uri(path: string): string
  write(path: string, text: string): void
  open(path: string, text: string, language?: string): void
  change(path: string, text: string): void
  save(path: string): void
  close(path: string): void
  end(): void
}

/** What editors announce that pull diagnostics. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { diagnostics: { refreshSupport: true } },
}

/** What a test gives the server instead of what it has otherwise. */
export interface Instead {
  readonly library?: Library
  readonly files?: Files
  /** The folder that the client has open, where it is not on this disk. */
  readonly root?: URI
  /** Where the disk folds the case of letters. */
  readonly names?: Names
  /** The display language of the editor. */
  readonly locale?: string
  /** What the client answers from the start; it refuses where it throws. */
  readonly answers?: Readonly<Record<string, () => unknown>>
}

/** Characters that editors and Node spell differently in a URI, and a letter that has two bytes. */
const awkward = "a+b (c)'s @x, ü=1;d:e"

/** Starts a server on a fresh folder with the given files; the client spells URIs as VS Code does. */
export async function startClient(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities = pulling,
  initializationOptions: InitializationOptions = {},
  { library = theLibrary(), files: disk = nodeFiles(), root, locale, names, answers = {} }: Instead = {},
): Promise<TestClient> {
  const base = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  const folder = join(base, awkward)
  mkdirSync(folder)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const [reader, writer] = spellingBoth(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), names)
  serveConnection(createConnection(preparing(reader), writer), library, disk)
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), {
    error() {},
    warn() {},
    info() {},
    log() {},
  })
  const pushed = new Map<string, readonly Diagnostic[]>()
  let refreshes = 0
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => void pushed.set(uri, diagnostics),
  )
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++
    return null
  })
  const registered: unknown[] = []
  connection.onRequest('client/registerCapability', (params: unknown) => {
    registered.push(params)
    return null
  })
  const logged: string[] = []
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message))
  for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer)
  connection.listen()
  const opened = root ?? URI.file(folder)
  const uri = (path: string): string => Utils.joinPath(opened, path).toString()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    ...(locale === undefined ? {} : { locale }),
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: opened.toString(), name: 'test' }],
  })
  await connection.sendNotification('initialized', {})
  let version = 1
  return {
    connection,
    initialized,
    folder,
    pushed,
    registered,
    logged,
    refreshes: () => refreshes,
    uri,
    write,
    open: (path, text, languageId = path.endsWith('.json') ? 'json' : 'yaml') =>
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId, version: version++, text },
      }),
    change: (path, text) =>
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version: version++ },
        contentChanges: [{ text }],
      }),
    save: path => void connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(path) } }),
    close: path => void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    end() {
      connection.dispose()
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Waits until something holds; fails with the last value after some milliseconds. */
export async function eventually<T>(read: () => Promise<T> | T, holds: (value: T) => boolean, most = 2000): Promise<T> {
  const until = Date.now() + most
  for (;;) {
    const value = await read()
    if (holds(value)) return value
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

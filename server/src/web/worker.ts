import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { loadLibrary } from '../assess/db.ts'
import { today } from '../host/today.ts'
import { clientFiles } from '../lsp/client-files.ts'
import { serveConnection } from '../lsp/server.ts'
import { preparing } from '../lsp/preparing.ts'
import { spellingBoth } from '../lsp/spelling.ts'

// The port of a worker to whoever started it; its files are theirs.
const port = globalThis as unknown as Parameters<typeof createConnection>[0]
const [reader, writer] = spellingBoth(new BrowserMessageReader(port), new BrowserMessageWriter(port))
const connection = createConnection(preparing(reader), writer)
serveConnection(connection, loadLibrary(today), clientFiles(connection))

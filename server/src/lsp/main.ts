import { createConnection } from 'vscode-languageserver/node'
import { loadLibrary } from '../assess/db.ts'
import { prepareReading } from '../reader/reader.ts'
import { serveConnection } from './server.ts'

/** Serves over the transport that the arguments name (`--stdio`, `--node-ipc`, `--socket=PORT`). */
export async function serve(): Promise<void> {
  await prepareReading()
  serveConnection(createConnection(), loadLibrary())
}

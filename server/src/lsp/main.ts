import { createConnection } from 'vscode-languageserver/node'
import { loadLibrary } from '../assess/assessment.ts'
import { serveConnection } from './server.ts'

/** Serves over the transport that the arguments name (`--stdio`, `--node-ipc`, `--socket=PORT`). */
export function serve(): void {
  serveConnection(createConnection(), loadLibrary())
}

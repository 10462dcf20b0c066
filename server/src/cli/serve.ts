import {
  createServerPipeTransport,
  createServerSocketTransport,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node'
import { loadLibrary } from '../assess/db.ts'
import { namedFiles } from '../host/named-files.ts'
import { diskNames, nodeFiles, patientDisk } from '../host/node.ts'
import { today } from '../host/today.ts'
import { withClientFiles } from '../lsp/client-files.ts'
import { serveConnection } from '../lsp/server.ts'
import { preparing } from '../lsp/preparing.ts'
import { spellingBoth } from '../lsp/spelling.ts'
import { UsageError } from './arguments.ts'
import { say } from '../words/message.ts'

/** Serves over the transport that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`; throws a UsageError where they name none. */
export async function serve(args: readonly string[]): Promise<void> {
  const names = diskNames()
  const [reader, writer] = spellingBoth(...transport(args), names)
  const connection = createConnection(preparing(reader), writer)
  // A client that has gone without a word is not waited for.
  reader.onClose(() => process.exit(1))
  serveConnection(
    connection,
    loadLibrary(today),
    withClientFiles(namedFiles(nodeFiles(patientDisk), names), connection),
  )
}

function transport(args: readonly string[]): [MessageReader, MessageWriter] {
  const given = (name: string): string | undefined => {
    const at = args.findIndex(arg => arg === name || arg.startsWith(`${name}=`))
    return args[at]?.split('=')[1] ?? (at < 0 ? undefined : args[at + 1])
  }
  const [port, pipe] = [given('--socket'), given('--pipe')]
  if (args.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)]
  if (args.includes('--stdio')) {
    process.stdin.once('end', () => process.exit(1))
    return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]
  }
  if (port !== undefined) return createServerSocketTransport(Number(port))
  if (pipe !== undefined) return createServerPipeTransport(pipe)
  throw new UsageError(say('cli.noTransport'))
}

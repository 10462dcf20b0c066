import { createReadStream } from 'node:fs'
import { decodeText } from '../host/decode.ts'
import type { Entry, Files } from '../host/files.ts'
import { readRegular } from '../host/node.ts'
import { baseName, folderOf, type Uri } from '../text/uri.ts'
import { usage, UsageError } from './arguments.ts'

/** The files, of which one has the given text, whether or not it is there. */
export function withText(files: Files, uri: Uri, text: string): Files {
  const entry: Entry = { uri, name: baseName(uri), kind: 'file' }
  return {
    find: async file => (file === uri ? entry : files.find(file)),
    async list(folder) {
      const entries = await files.list(folder)
      if ('problem' in entries || folder !== folderOf(uri)) return entries
      return [...entries.filter(one => one.uri !== uri), entry]
    },
    read: async file => (file === uri ? { text } : files.read(file)),
  }
}

/** All that comes in on standard input. */
export const standardInput = async (): Promise<string> => decodeText(await readStream(process.stdin))

/** More bytes than anything has that a command is given to read as a whole. */
const mostBytes = 2 ** 28

/** The bytes of a file that the command line names, or of a pipe that the shell made; throws a UsageError that names the path. */
export async function readNamed(path: string): Promise<Buffer> {
  const bytes = await usage(
    /^\/dev\/(?:fd\/|stdin$)/.test(path) ? readStream(createReadStream(path)) : readRegular(path, mostBytes),
  )
  if ('problem' in bytes) throw new UsageError(`${path} ${bytes.problem}`)
  return bytes
}

/** The text of a file that the command line names. */
export const readNamedText = async (path: string): Promise<string> => decodeText(await readNamed(path))

async function readStream(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer)
    size += bytes.length
    if (size > mostBytes) throw new Error(`more than ${mostBytes} bytes are given`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

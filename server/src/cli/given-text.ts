import { createReadStream } from 'node:fs'
import { decodeText } from '../host/decode.ts'
import type { Entry, Files } from '../host/files.ts'
import { directDisk, readStream, type Bytes } from '../host/node.ts'
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

/** All that comes in on standard input; throws a UsageError where it is more than a command takes. */
export const standardInput = async (): Promise<string> =>
  decodeText(given('stdin', await readStream(process.stdin, mostBytes)))

/** More bytes than anything has that a command is given to read as a whole. */
const mostBytes = 2 ** 28

/** The bytes of a file that the command line names, or of a pipe that the shell made; throws a UsageError that names the path. */
export async function readNamed(path: string): Promise<Buffer> {
  const isPipe = /^\/dev\/(?:fd\/|stdin$)/.test(path)
  return given(path, await usage(isPipe ? readStream(createReadStream(path), mostBytes) : bytesOf(path)))
}

const bytesOf = async (path: string): Promise<Bytes> => directDisk.bytes(path, mostBytes)

/** The text of a file that the command line names. */
export const readNamedText = async (path: string): Promise<string> => decodeText(await readNamed(path))

function given(path: string, bytes: Bytes): Buffer {
  if ('problem' in bytes) throw new UsageError(`${path} ${bytes.problem}`)
  return bytes
}

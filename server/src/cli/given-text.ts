import type { Entry, Files } from '../host/files.ts'
import { baseName, folderOf, type Uri } from '../text/uri.ts'

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
export async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

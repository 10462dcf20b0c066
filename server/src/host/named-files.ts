import type { Names, Uri } from '../text/uri.ts'
import type { Entry, Files } from './files.ts'

/** Files that go by one name each, however they are spelled by whoever asks and by whoever lists them. */
export const namedFiles = (files: Files, names: Names): Files => movedFiles(files, names.of, names.of)

/** Files under other names: `from` tells where one lies, `to` under which name it is told. */
export function movedFiles(files: Files, from: (uri: Uri) => Uri, to: (uri: Uri) => Uri): Files {
  const told = (entry: Entry): Entry => ({
    ...entry,
    uri: to(entry.uri),
    ...(entry.target ? { target: to(entry.target) } : {}),
  })
  return {
    async find(uri) {
      const entry = await files.find(from(uri))
      return entry && told(entry)
    },
    async list(folder) {
      const entries = await files.list(from(folder))
      return 'problem' in entries ? entries : entries.map(told)
    },
    read: file => files.read(from(file)),
  }
}

import type { Names } from '../text/uri.ts'
import type { Entry, Files } from './files.ts'

/** Files that go by one name each, however they are spelled by whoever asks and by whoever lists them. */
export function namedFiles(files: Files, names: Names): Files {
  const named = (entry: Entry): Entry => ({
    ...entry,
    uri: names.of(entry.uri),
    ...(entry.target ? { target: names.of(entry.target) } : {}),
  })
  return {
    async find(uri) {
      const entry = await files.find(names.of(uri))
      return entry && named(entry)
    },
    async list(folder) {
      const entries = await files.list(names.of(folder))
      return 'problem' in entries ? entries : entries.map(named)
    },
    read: file => files.read(names.of(file)),
  }
}

import type { Entry, Files } from '../../server/src/host/files.ts'
import { baseName, folderName, folderOf, parentOf, toUri, type Uri } from '../../server/src/text/uri.ts'

/** Files that no disk holds, by their URIs in whatever spelling: what a worker of a browser would bring. */
export function memoryFiles(texts: ReadonlyMap<string, string>): Files {
  const files = (): Map<Uri, string> => new Map([...texts].map(([uri, text]) => [toUri(uri), text]))
  const foldersAbove = (uri: Uri): Uri[] => {
    const folders: Uri[] = []
    for (let folder = folderOf(uri); folder.length > 'file:///'.length; folder = parentOf(folder)) folders.push(folder)
    return folders
  }
  const entries = (): Entry[] => {
    const folders = new Set([...files().keys()].flatMap(foldersAbove))
    return [
      ...[...files().keys()].map((uri): Entry => ({ uri, name: baseName(uri), kind: 'file' })),
      ...[...folders].map((uri): Entry => ({ uri, name: folderName(uri), kind: 'folder' })),
    ]
  }
  return {
    find: async uri => entries().find(entry => entry.uri === uri),
    list: async folder =>
      entries().filter(({ uri }) => (uri.endsWith('/') ? parentOf(uri) : folderOf(uri)) === folder && uri !== folder),
    read: async file => {
      const text = files().get(file)
      return text === undefined ? undefined : { text }
    },
  }
}

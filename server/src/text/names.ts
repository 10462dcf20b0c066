import { folderOf, toUri, type Names, type Uri } from './uri.ts'

/** Starts without a name; `folds` tells whether the file system takes two spellings for one at a place. */
export function foldedNames(folds: (uri: Uri) => boolean): Names {
  const known = new Map<string, Uri>()
  const nameOf = (uri: Uri): Uri => {
    const folded = foldedFrom(uri)
    const before = known.get(folded)
    if (before !== undefined) return before
    const end = uri.endsWith('/') ? uri.length - 1 : uri.length
    const above = folderOf(uri.slice(0, end) as Uri)
    const name =
      above === 'file:///' || above.length < 'file:///'.length ? uri : toUri(nameOf(above) + uri.slice(above.length))
    known.set(folded, name)
    return name
  }
  return { of: uri => (uri.startsWith('file:') && folds(uri) ? nameOf(uri) : uri) }
}

/** What such a file system compares: letters of one case, marks joined with their letters. */
const foldedFrom = (uri: Uri): string => decoded(uri).normalize('NFC').toLowerCase()

function decoded(uri: Uri): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

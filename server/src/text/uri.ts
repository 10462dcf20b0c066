/** The folder of a URI, with the slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1)

/** The last segment of a URI, decoded. */
export const baseName = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1))

/** The folders that hold a URI, nearest first, each with the slash at its end. */
export function foldersOf(uri: string): string[] {
  const root = /^[a-z][\w+.-]*:\/\/[^/]*\//i.exec(uri)?.[0].length ?? 1
  const folders = []
  for (let folder = folderOf(uri); folder.length >= root; folder = folderOf(folder.slice(0, -1))) {
    folders.push(folder)
    if (folder.length === root) break
  }
  return folders
}

/** The path of a URI below a folder, decoded; undefined when it lies elsewhere. */
export const pathBelow = (folder: string, uri: string): string | undefined =>
  uri.startsWith(folder) ? decode(uri.slice(folder.length)) : undefined

/** How many folders one must go up from a file to reach the first that holds the other; 0 in the same folder. */
export function stepsUp(from: string, to: string): number {
  let steps = 0
  for (const folder of foldersOf(from)) {
    if (to.startsWith(folder)) return steps
    steps++
  }
  return steps
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

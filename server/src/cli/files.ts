import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { foreignFolders, syntaxOf } from '../reader/formats.ts'
import { longestText } from '../reader/read-file.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { say, word, type Message } from '../words/message.ts'

/** A file that may be ours. */
export interface Candidate {
  readonly path: string
  readonly uri: Uri
  /** Whether it was asked for; others are read only for what they tell about those. */
  readonly asked: boolean
}

/** The files that may be ours below the given paths, and the configurations above them; throws with a message when a path does not exist. */
export function findFiles(paths: readonly string[]): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (path: string, asked: boolean): void => {
    const uri = toUri(pathToFileURL(path).href)
    if (syntaxOf(uri) && (asked || !found.has(path))) found.set(path, { path, uri, asked })
  }
  const walk = (folder: string): void => {
    for (const entry of list(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !foreignFolders.has(entry.name)) walk(path)
      else if (entry.isFile()) add(path, true)
    }
  }
  for (const path of paths.map(given => resolve(given))) {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) throw new Error(word(say('cli.noSuchFile', { path: show(path) })))
    if (stats.isDirectory()) walk(path)
    else {
      add(path, true)
      for (const entry of list(dirname(path))) if (entry.isFile()) add(join(dirname(path), entry.name), false)
    }
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const configuration = join(folder, '.kafka-review.yaml')
      if (statSync(configuration, { throwIfNoEntry: false })) add(configuration, false)
      if (folder === dirname(folder)) break
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A file that may be ours, or those of a folder (its URI ends in a slash), read for what they tell about others. */
export function filesIn(place: Uri): Candidate[] {
  const path = fileURLToPath(place)
  const paths = place.endsWith('/')
    ? list(path).flatMap(entry => (entry.isFile() ? [join(path, entry.name)] : []))
    : [path]
  return paths
    .map(found => ({ path: found, uri: toUri(pathToFileURL(found).href), asked: false }))
    .filter(({ uri }) => syntaxOf(uri))
}

/** The text of a file; why it is left out where it has none that can be read. */
export function readText(path: string): { text: string } | { problem: Message | undefined } {
  try {
    const { size } = statSync(path)
    if (size > longestText * 3) return { problem: say('cli.tooLarge', { megabytes: Math.round(size / 1e6) }) }
    return { text: readFileSync(path, 'utf8') }
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return {
      problem: gone
        ? undefined
        : say('cli.unreadable', { problem: error instanceof Error ? error.message : String(error) }),
    }
  }
}

/** A path as the reader of a report would name it: relative to the working directory, with `/`. */
export const show = (path: string): string => (relative(process.cwd(), path) || '.').split(sep).join('/')

/** The path of a file URI. */
export const pathOf = (uri: Uri): string => fileURLToPath(uri)

function list(folder: string): { name: string; isDirectory(): boolean; isFile(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // gone or closed to us since the folder above was listed
  }
}

import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import type { Dirent, Stats } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { longestText } from '../reader/read-file.ts'
import { foldedNames } from '../text/names.ts'
import { fileIn, toUri, type Names, type Uri } from '../text/uri.ts'
import { decodeText } from './decode.ts'
import type { Content, Entry, Files } from './files.ts'

/** How paths of a system become URIs and back. */
export interface Paths {
  uriOf(path: string): Uri
  /** Undefined for what is no file of this system. */
  pathOf(uri: Uri): string | undefined
}

/** The paths of this system; those of Windows or of others where a test asks for them. */
export const nodePaths = (options: { readonly windows?: boolean } = {}): Paths => ({
  uriOf: path => toUri(pathToFileURL(path, options).href),
  pathOf(uri) {
    try {
      return uri.startsWith('file:') ? fileURLToPath(uri, options) : undefined
    } catch {
      return undefined // a host where this system has none, an encoded slash
    }
  },
})

/** The names of files on this disk, where some places fold the case of letters and others do not. `isSame` tells whether two paths are one thing. */
export function diskNames(paths: Paths = nodePaths(), isSame: (one: string, other: string) => boolean = areOne): Names {
  const known = new Map<string, boolean>()
  /** Asked of the folder below the topmost one: what lies in it is on one disk, mostly. */
  const folds = (uri: Uri): boolean => {
    const [, top] = /^file:\/\/[^/]*((?:\/[^/]+){1,2})\//.exec(uri) ?? []
    if (top === undefined) return false
    const before = known.get(top)
    if (before !== undefined) return before
    const path = paths.pathOf(uri.slice(0, uri.indexOf(top) + top.length) as Uri)
    const answer = path !== undefined && path !== swapped(path) && isSame(path, swapped(path))
    known.set(top, answer)
    return answer
  }
  return foldedNames(folds)
}

const swapped = (path: string): string =>
  path.replace(/\p{L}/gu, letter => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

function areOne(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)]
    return a.ino === b.ino && a.dev === b.dev
  } catch {
    return false
  }
}

/** More bytes than a text that is reviewed can have. */
export const mostBytes = longestText * 3

/** How a disk is asked; what is not there throws. */
export interface Disk {
  stat(path: string): Stats | Promise<Stats>
  realPath(path: string): string | Promise<string>
  entries(folder: string): Dirent[] | Promise<Dirent[]>
  /** The bytes of a regular file of no more than so many; of anything else, as a pipe or a device that a link leads to, why not. */
  bytes(path: string, most: number): Bytes | Promise<Bytes>
}

/** What was read, or why not. */
export type Bytes = Buffer | { readonly problem: string }

/** For whoever serves others meanwhile: a disk may be slow, or far away. */
export const patientDisk: Disk = {
  stat,
  realPath: realpath,
  entries: folder => readdir(folder, { withFileTypes: true }),
  async bytes(path, most) {
    const handle = await open(path, readOnly)
    try {
      return whyNoText(await handle.stat(), most) ?? (await handle.readFile())
    } finally {
      await handle.close()
    }
  },
}

/** For whoever has nothing else to do: an answer costs a fifth of one that is waited for. */
export const directDisk: Disk = {
  stat: path => statSync(path),
  realPath: path => realpathSync.native(path),
  entries: folder => readdirSync(folder, { withFileTypes: true }),
  bytes(path, most) {
    const file = openSync(path, readOnly)
    try {
      return whyNoText(fstatSync(file), most) ?? readFileSync(file)
    } finally {
      closeSync(file)
    }
  },
}

/** A pipe without a writer would be waited for. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const whyNoText = (stats: Stats, most: number): { problem: string } | undefined => {
  if (!stats.isFile()) return { problem: 'is no regular file' }
  return stats.size > most ? tooMuch(stats.size) : undefined
}

/** The files of a disk. */
export function nodeFiles(disk: Disk = patientDisk, paths: Paths = nodePaths()): Files {
  const at = async <T>(
    uri: Uri,
    run: (path: string) => T | Promise<T>,
  ): Promise<T | { problem: string } | undefined> => {
    const path = paths.pathOf(uri)
    try {
      return path === undefined ? undefined : await run(path)
    } catch (error) {
      return isGone(error) ? undefined : { problem: whyNot(error) }
    }
  }

  const entryOf = async (uri: Uri, name: string, path: string, isLink: boolean): Promise<Entry> => {
    const stats = await disk.stat(path)
    const kind = kindOf(stats)
    const whole = kind === 'folder' ? asFolder(uri) : uri
    const target = isLink ? paths.uriOf(await disk.realPath(path)) : undefined
    return {
      uri: whole,
      name,
      kind,
      ...(target ? { target: kind === 'folder' ? asFolder(target) : target } : {}),
      ...(kind === 'other' ? { problem: 'is no regular file' } : {}),
    }
  }

  /** Most entries need no second look at the disk. */
  const entryIn = (folder: Uri, dirent: Dirent): Entry | Promise<Entry> => {
    const { name } = dirent
    const uri = fileIn(folder, name)
    if (dirent.isSymbolicLink()) return linkIn(uri, name)
    const kind = kindOf(dirent)
    return kind === 'other'
      ? { uri, name, kind, problem: 'is no regular file' }
      : { uri: kind === 'folder' ? asFolder(uri) : uri, name, kind }
  }
  const linkIn = async (uri: Uri, name: string): Promise<Entry> => {
    try {
      return await entryOf(uri, name, paths.pathOf(uri) ?? '', true)
    } catch (error) {
      const problem = isGone(error) ? 'is a link that leads nowhere' : whyNot(error)
      return { uri, name, kind: 'other', problem }
    }
  }

  return {
    async find(uri) {
      const found = await at(uri, path => entryOf(uri, '', path, true))
      return found && 'problem' in found && !('uri' in found) ? { uri, name: '', kind: 'other', ...found } : found
    },
    async list(folder) {
      const found = await at(folder, disk.entries)
      if (!Array.isArray(found)) return found ?? []
      found.sort((a, b) => (a.name < b.name ? -1 : 1))
      return Promise.all(found.map(entry => entryIn(folder, entry)))
    },
    read: file =>
      at(file, async (path): Promise<Content> => {
        const bytes = await disk.bytes(path, mostBytes)
        return 'problem' in bytes ? bytes : { text: decodeText(bytes) }
      }),
  }
}

/** All bytes of a stream, where they are no more than so many. */
export async function readStream(stream: AsyncIterable<unknown>, most: number): Promise<Bytes> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer)
    size += bytes.length
    if (size > most) return tooMuch(size)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** What is said of more bytes than a review takes. */
export const tooMuch = (size: number): { problem: string } => ({
  problem: `left out, ${Math.round(size / 1e6)} MB is more than a review takes`,
})

const asFolder = (uri: Uri): Uri => (uri.endsWith('/') ? uri : (`${uri}/` as Uri))

function kindOf(one: Dirent | Stats): Entry['kind'] {
  if (one.isFile()) return 'file'
  return one.isDirectory() ? 'folder' : 'other'
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const isGone = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

function whyNot(error: unknown): string {
  if (codeOf(error) === 'ELOOP') return 'is a link that leads back to itself'
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') return 'could not be read: permission denied'
  return `could not be read: ${error instanceof Error ? error.message : String(error)}`
}

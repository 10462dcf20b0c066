import { readFileSync } from 'node:fs'
import { readdir, readFile as readDisk, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Library } from '../assess/db.ts'
import { foreignFolders, syntaxOf } from '../reader/formats.ts'
import { longestText } from '../reader/read-file.ts'
import { openReader, type Change } from '../reader/reader.ts'
import { say, word } from '../words/message.ts'
import { startReview, type Review } from '../review.ts'
import { toUri, type Uri } from '../text/uri.ts'

/** A review that takes longer is told in the status, in milliseconds. */
const slowAfter = 200

/** The files of a workspace: those that are open as the editor has them, the others as they lie on disk. */
export interface Workspace {
  readonly review: Review
  readonly leftOut: ReadonlyMap<Uri, string>
  /** Files whose last reading and review took long, in milliseconds. */
  readonly slow: ReadonlyMap<Uri, number>
  /** Takes over the text of an open file; returns the files whose findings may have changed. */
  setOpen(uri: Uri, text: string, language: string): Set<Uri>
  /** Goes back to what lies on disk. */
  close(uri: Uri): Promise<Set<Uri>>
  /** Reads files again that have changed on disk; open ones stay as they are. */
  refresh(uris: readonly Uri[]): Promise<Set<Uri>>
  /** Forgets files that have been deleted, and all that lay in folders that are gone, also where an editor still holds their text: nothing they say is in force any more. */
  remove(uris: readonly Uri[]): Set<Uri>
  /** Reads all folders; `progress` is called now and then, with the number of files looked at, and may stop it by returning false. */
  load(progress?: (files: number) => boolean): Promise<Set<Uri>>
  setFolders(folders: readonly Uri[]): void
  /** The text of a file, open or on disk; undefined when there is none. */
  textOf(uri: Uri): string | undefined
}

/** Opens a workspace of the given folders (URIs). */
export function openWorkspace(library: Library, initial: readonly Uri[]): Workspace {
  let folders = [...initial]
  const review = startReview(library, () =>
    folders.map(folder => (folder.endsWith('/') ? folder : toUri(`${folder}/`))),
  )
  const open = new Map<Uri, { text: string; language: string }>()
  const reader = openReader()
  const leftOut = new Map<Uri, string>()
  const slow = new Map<Uri, number>()

  const take = (changes: readonly Change[]): Set<Uri> => {
    for (const [uri, text] of changes) {
      leftOut.delete(uri)
      if (text !== undefined && text.length > longestText) leftOut.set(uri, word(say('server.tooLong')))
    }
    return review.update(reader.read(changes))
  }

  const timed = (uri: Uri, run: () => Set<Uri>): Set<Uri> => {
    const start = performance.now()
    const changed = run()
    const milliseconds = performance.now() - start
    if (milliseconds > slowAfter) slow.set(uri, Math.round(milliseconds))
    else slow.delete(uri)
    return changed
  }

  const fromDisk = async (uri: Uri): Promise<string | undefined> => {
    if (!uri.startsWith('file:') || !syntaxOf(uri)) return undefined
    try {
      const path = fileURLToPath(uri)
      const { size } = await stat(path)
      if (size > longestText * 3) {
        leftOut.set(uri, word(say('server.tooLarge', { megabytes: Math.round(size / 1e6) })))
        return undefined
      }
      return await readDisk(path, 'utf8')
    } catch {
      return undefined // it has vanished, or is closed to us
    }
  }

  const readAll = async (uris: readonly Uri[]): Promise<Change[]> => {
    const closed = uris.filter(uri => !open.has(uri))
    const texts = await Promise.all(closed.map(fromDisk))
    // It may have been opened while it was read.
    return closed.flatMap((uri, i) =>
      open.has(uri) || (texts[i] === undefined && leftOut.has(uri)) ? [] : [[uri, texts[i]] as const],
    )
  }

  return {
    review,
    leftOut,
    slow,
    setOpen(uri, text, language) {
      open.set(uri, { text, language })
      return timed(uri, () => take([[uri, text, language]]))
    },
    async close(uri) {
      open.delete(uri)
      const text = await fromDisk(uri)
      return open.has(uri) ? new Set() : take([[uri, text]])
    },
    async refresh(uris) {
      return take(await readAll(uris))
    },
    remove(uris) {
      const gone = [...new Set([...open.keys(), ...review.files()])].filter(file =>
        uris.some(uri => file === uri || file.startsWith(`${uri}/`)),
      )
      for (const uri of gone) open.delete(uri)
      return take(gone.map(uri => [uri, undefined]))
    },
    async load(progress = () => true) {
      const changed = new Set<Uri>()
      const gone = new Set([...review.files()].filter(uri => !open.has(uri)))
      let looked = 0
      for (const folder of folders.filter(uri => uri.startsWith('file:'))) {
        for await (const batch of batches(walk(fileURLToPath(folder)), 50)) {
          looked += batch.length
          for (const uri of batch) gone.delete(uri)
          for (const uri of take(await readAll(batch))) changed.add(uri)
          if (!progress(looked)) return changed
        }
      }
      for (const uri of take([...gone].map(uri => [uri, undefined]))) changed.add(uri)
      return changed
    },
    setFolders(next) {
      folders = [...next]
    },
    textOf(uri) {
      const text = open.get(uri)?.text
      if (text !== undefined || !uri.startsWith('file:')) return text
      try {
        return readFileSync(fileURLToPath(uri), 'utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** The files below a folder that may be ours, as URIs. */
async function* walk(folder: string): AsyncGenerator<Uri> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!foreignFolders.has(entry.name)) yield* walk(path)
    } else if (entry.isFile()) {
      const uri = toUri(pathToFileURL(path).href)
      if (syntaxOf(uri)) yield uri
    }
  }
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

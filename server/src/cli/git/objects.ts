import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { readPlain } from './plain-files.ts'
import { mostInObject, openPacks, TooLarge, type GitObject } from './packs.ts'

/** An entry of a tree: a file, a folder, a symbolic link, or another repository. */
export interface GitEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly oid: string
}

/** A commit. */
export interface GitCommit {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  /** Seconds since 1970. */
  readonly time: number
}

/** The objects of a repository. All throw where an object is not there. */
export interface Objects {
  /** The whole id of an abbreviated one. */
  expand(short: string): Promise<string>
  /** The commit of an id, or of a tag's. */
  commit(oid: string): Promise<GitCommit>
  tree(oid: string): Promise<readonly GitEntry[]>
  /** The bytes of a file; throws a TooLarge where they are more than so many. */
  blob(oid: string, most: number): Promise<Buffer>
}

/** Opens objects that lie in several places, the repository's own first: those that it borrows from come behind. */
export function openObjects(folders: readonly string[]): Objects {
  const stores = folders.map(gitFolder => {
    const folder = join(gitFolder, 'objects')
    return { folder, packs: openPacks(join(folder, 'pack')) }
  })
  const read = async (oid: string, most = mostInObject): Promise<GitObject> => {
    // Packs first: most lie there, and their indexes are in memory, while a file of its own is asked of the disk.
    const places = [
      ...stores.map(
        ({ packs }) =>
          () =>
            packs.find(oid, most),
      ),
      ...stores.map(
        ({ folder }) =>
          () =>
            looseObject(folder, oid, most),
      ),
      ...stores.map(
        ({ packs }) =>
          () =>
            packs.findAgain(oid, most),
      ),
    ]
    for (const place of places) {
      const found = await place()
      if (found) return verified(oid, found)
    }
    throw new Error(`object ${oid}`)
  }
  const readAs = async (type: string, oid: string, most?: number): Promise<Buffer> => {
    const found = await read(oid, most)
    if (found.type !== type) throw new Error(`${type} ${oid}`)
    return found.content
  }
  return {
    async expand(short) {
      const found = await Promise.all(
        stores.flatMap(({ folder, packs }) => [looseIds(folder, short), packs.beginningWith(short)]),
      )
      const [oid, ...others] = new Set(found.flat())
      if (oid === undefined || others.length > 0) throw new Error(short)
      return oid
    },
    async commit(given) {
      let [oid, left] = [given, mostTags]
      for (let found = await read(oid); found.type !== 'commit'; found = await read(oid)) {
        const target = /^object ([0-9a-f]{40})$/m.exec(found.content.toString('latin1', 0, 100))?.[1]
        if (found.type !== 'tag' || target === undefined || left-- === 0) throw new Error(`commit ${given}`)
        oid = target
      }
      return commitIn(oid, await readAs('commit', oid))
    },
    tree: async oid => (oid === emptyTree ? [] : treeIn(await readAs('tree', oid))),
    blob: (oid, most) => readAs('blob', oid, most),
  }
}

/** Of tags that name each other, as many are followed. */
const mostTags = 10

/** It is there without being stored. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** An object in a file of its own; undefined where there is none. */
async function looseObject(folder: string, oid: string, most: number): Promise<GitObject | undefined> {
  const packed = await readPlain(join(folder, oid.slice(0, 2), oid.slice(2))).catch(() => undefined)
  if (!packed) return undefined
  const whole = inflated(packed, most + longestHeading)
  const end = whole.indexOf(0)
  const [, type = '', size] = /^([a-z]+) (\d+)$/.exec(whole.toString('latin1', 0, Math.max(0, end))) ?? []
  const content = whole.subarray(end + 1)
  if (Number(size) !== content.length) throw new Error(`object ${oid}`)
  if (content.length > most) throw new TooLarge(content.length)
  return { type, content }
}

const longestHeading = 40

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge(most)
    throw error
  }
}

async function looseIds(folder: string, short: string): Promise<string[]> {
  const names = await readdir(join(folder, short.slice(0, 2))).catch(() => [])
  return names.map(name => short.slice(0, 2) + name).filter(id => id.startsWith(short) && /^[0-9a-f]{40}$/.test(id))
}

/** What an object is called is what it holds. */
function verified(oid: string, { type, content }: GitObject): GitObject {
  const hash = createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
  if (hash !== oid) throw new Error(`object ${oid}`)
  return { type, content }
}

function commitIn(oid: string, content: Buffer): GitCommit {
  const [head = ''] = content.toString('utf8').split('\n\n', 1)
  const tree = /^tree ([0-9a-f]{40})$/m.exec(head)?.[1]
  if (tree === undefined) throw new Error(`commit ${oid}`)
  return {
    oid,
    tree,
    parents: [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = '']) => parent),
    time: Number(/^committer .* (\d+) [+-]\d+$/m.exec(head)?.[1] ?? 0),
  }
}

function treeIn(content: Buffer): GitEntry[] {
  const entries: GitEntry[] = []
  for (let at = 0; at < content.length; ) {
    const [space, end] = [content.indexOf(32, at), content.indexOf(0, at)]
    if (space < 0 || end < space || end + 21 > content.length) throw new Error('tree')
    const oid = content.toString('hex', end + 1, end + 21)
    entries.push(entryOf(content.toString('utf8', space + 1, end), content.toString('latin1', at, space), oid))
    at = end + 21
  }
  return entries
}

/** An entry of a name and a mode in octal digits; throws at a name that no file can have. */
export function entryOf(name: string, mode: string, oid: string): GitEntry {
  if (name === '' || name === '.' || name === '..' || name.includes('/')) throw new Error(JSON.stringify(name))
  return { name, kind: kindOf(mode), oid }
}

function kindOf(mode: string): GitEntry['kind'] {
  const bits = Number.parseInt(mode, 8) & 0o170000
  if (bits === 0o040000) return 'folder'
  if (bits === 0o120000) return 'link'
  return bits === 0o100000 ? 'file' : 'other'
}

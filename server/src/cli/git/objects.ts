// The library that reads git's objects: a file of its own in what ships, loaded when a revision is asked for.
import { expandOid, readBlob, readCommit, readTree, STAGE, walk } from 'isomorphic-git'
import { plainFiles } from './plain-files.ts'

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
  blob(oid: string): Promise<Uint8Array>
  /** What is staged, by path. */
  staged(folder: string): Promise<ReadonlyMap<string, GitEntry>>
}

/** Opens objects that lie in several places, the repository's own first: those that it borrows from come behind. */
export function openObjects(folders: readonly string[]): Objects {
  const caches = folders.map(gitdir => ({ fs: plainFiles, gitdir, cache: {} }))
  const first = async <T>(read: (at: (typeof caches)[number]) => Promise<T>): Promise<T> => {
    let missing: unknown
    for (const at of caches)
      try {
        return await read(at)
      } catch (error) {
        missing ??= error
        if (!isMissing(error)) throw error
      }
    throw missing
  }
  return {
    expand: short => first(at => expandOid({ ...at, oid: short })),
    async commit(given) {
      const { oid, commit } = await first(at => readCommit({ ...at, oid: given }))
      return { oid, tree: commit.tree, parents: commit.parent, time: commit.committer.timestamp }
    },
    async tree(oid) {
      const { tree } = await first(at => readTree({ ...at, oid }))
      return tree.map(({ path, mode, oid: id }) => ({ name: path, kind: kindOf(mode), oid: id }))
    },
    blob: async oid => (await first(at => readBlob({ ...at, oid }))).blob,
    async staged(folder) {
      const entries: [string, GitEntry][] = []
      await walk({
        fs: plainFiles,
        dir: folder,
        gitdir: folder,
        cache: {},
        trees: [STAGE()],
        async map(path, [entry]) {
          if (!entry || (await entry.type()) !== 'blob') return undefined
          const [oid, mode] = [await entry.oid(), await entry.mode()]
          entries.push([path, { name: path.slice(path.lastIndexOf('/') + 1), kind: kindOf(mode.toString(8)), oid }])
          return undefined
        },
      })
      return new Map(entries)
    },
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'NotFoundError' || error.code === 'ENOENT')

function kindOf(mode: string): GitEntry['kind'] {
  const bits = Number.parseInt(mode, 8) & 0o170000
  if (bits === 0o040000) return 'folder'
  if (bits === 0o120000) return 'link'
  return bits === 0o100000 ? 'file' : 'other'
}

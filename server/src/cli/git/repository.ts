import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { mostBytes, tooMuch, type Bytes } from '../../host/node.ts'
import { say } from '../../words/message.ts'
import { UsageError } from '../arguments.ts'
import { readPlain } from './plain-files.ts'
import { stagedIn } from './index-file.ts'
import { openObjects, type GitCommit, type GitEntry, type Objects } from './objects.ts'
import { TooLarge } from './packs.ts'

/** The files of a revision, or of what is staged. */
export interface Snapshot {
  /** What lies in a folder, by its path from the root on (`a/b`, `` for the root); undefined where there is none. */
  list(path: string): Promise<readonly GitEntry[] | undefined>
  read(entry: GitEntry): Promise<Bytes>
}

/** A repository on this machine. Nothing of it is changed, nothing is fetched, and no process is started. */
export interface Repository {
  /** The folder of the working tree. */
  readonly root: string
  /** A revision: `HEAD`, a branch, a tag, an id, with `~2` and `^` behind it; throws a UsageError that names the cure. */
  at(revision: string): Promise<Snapshot>
  /** The nearest commit that two revisions have in common; throws a UsageError. */
  forkOf(one: string, other: string): Promise<Snapshot>
  staged(): Promise<Snapshot>
  /** Whether something is a revision. */
  knows(revision: string): Promise<boolean>
}

/** Opens the repository that holds a folder; throws a UsageError where none does. */
export async function openRepository(folder: string): Promise<Repository> {
  const places = await findRepository(resolve(folder))
  if (!places) throw new UsageError(say('git.none', { path: folder }))
  await refuseUnread(places)
  const objects = openObjects(await objectFolders(places.common))
  const commits = openRevisions(places, objects)
  const guard = <T>(what: string, run: () => Promise<T>): Promise<T> => withCure(places, what, run)
  const snapshotOf = (tree: string, revision: string): Snapshot => {
    // One and the same tree may stand at many places.
    const trees = new Map<string, Promise<readonly GitEntry[]>>()
    const treeOf = (oid: string): Promise<readonly GitEntry[]> => {
      const known = trees.get(oid) ?? objects.tree(oid)
      trees.set(oid, known)
      return known
    }
    const listed = new Map<string, Promise<readonly GitEntry[] | undefined>>([['', objects.tree(tree)]])
    const list = (path: string): Promise<readonly GitEntry[] | undefined> => {
      const known = listed.get(path)
      if (known) return known
      // A tree may hold one and the same tree ten times, that one another ten times, and so on.
      if (listed.size >= manyFolders && listed.size > mostAlike * trees.size)
        return Promise.reject(new UsageError(say('git.alike', { revision, count: manyFolders })))
      const reading = below(path)
      listed.set(path, reading)
      return reading
    }
    const below = async (path: string): Promise<readonly GitEntry[] | undefined> => {
      const at = path.lastIndexOf('/')
      const above = await list(at < 0 ? '' : path.slice(0, at))
      const entry = above?.find(({ name, kind }) => kind === 'folder' && name === path.slice(at + 1))
      return entry && treeOf(entry.oid)
    }
    return {
      list: path => guard(revision, () => list(path)),
      read: ({ oid }) => guard(revision, () => bytesOf(oid, objects)),
    }
  }
  return {
    root: places.root,
    async at(revision) {
      const { tree } = await guard(revision, () => commits.at(revision))
      return snapshotOf(tree, revision)
    },
    async forkOf(one, other) {
      const fork = await guard(`${one}...${other}`, () => commits.forkOf(one, other))
      if (!fork) throw new UsageError(say('git.noFork', { one, other }))
      return snapshotOf(fork.tree, `${one}...${other}`)
    },
    async staged() {
      const index = readPlain(join(places.own, 'index')).then(stagedIn)
      const entries = await index.catch((error: unknown) => {
        throw new UsageError(say('git.noIndex', { problem: messageOf(error) }))
      })
      return stagedSnapshot(entries, ({ oid }) => guard('index', () => bytesOf(oid, objects)))
    },
    knows: async revision => (await commits.find(revision)) !== undefined,
  }
}

/** The bytes of a file; of one that is larger than a review takes, that. */
async function bytesOf(oid: string, objects: Objects): Promise<Bytes> {
  try {
    return await objects.blob(oid, mostBytes)
  } catch (error) {
    if (error instanceof TooLarge) return tooMuch(error.size)
    throw error
  }
}

/** Where a repository keeps what. */
interface Places {
  readonly root: string
  /** HEAD and the index: of this working tree alone. */
  readonly own: string
  /** Objects, branches and tags: of all working trees. */
  readonly common: string
}

async function findRepository(folder: string): Promise<Places | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const own = await gitFolder(join(at, '.git'))
    if (own !== undefined) {
      const common = (await read(join(own, 'commondir')))?.trim()
      return { root: at, own, common: common === undefined ? own : resolve(own, common) }
    }
    if (dirname(at) === at) return undefined
  }
}

/** The folder itself, or where a file of that name leads: a linked working tree, or a submodule. */
async function gitFolder(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return (await read(join(path, 'HEAD'))) === undefined ? undefined : path
  } catch {
    return undefined
  }
  const target = /^gitdir: (.+)$/m.exec((await read(path)) ?? '')?.[1]?.trim()
  return target === undefined ? undefined : resolve(dirname(path), target)
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readPlain(path)).toString('utf8')
  } catch {
    return undefined
  }
}

/** What the library does not know is said before it is tried. */
async function refuseUnread({ common }: Places): Promise<void> {
  const config = (await read(join(common, 'config'))) ?? ''
  const [, format] = /^[ \t]*objectformat[ \t]*=[ \t]*(\S+)/im.exec(config) ?? []
  if (format !== undefined && format.toLowerCase() !== 'sha1') throw new UsageError(say('git.format', { format }))
  const [, storage] = /^[ \t]*refstorage[ \t]*=[ \t]*(\S+)/im.exec(config) ?? []
  if (storage !== undefined && storage.toLowerCase() !== 'files')
    throw new UsageError(say('git.references', { storage }))
}

/** In a repository of so many folders, each stands at no more places than these on the whole: what people work on is not so much alike. */
const manyFolders = 10_000
const mostAlike = 10

/** From more places no repository borrows. */
const mostBorrowed = 50

/** The folders whose `objects` hold them: the own one, then those that it borrows from. */
async function objectFolders(common: string): Promise<string[]> {
  const found = [common]
  for (const folder of found) {
    if (found.length > mostBorrowed) break
    const alternates = (await read(join(folder, 'objects', 'info', 'alternates'))) ?? ''
    for (const line of alternates.split('\n').map(one => one.trim())) {
      if (line === '' || line.startsWith('#')) continue
      const borrowed = dirname(resolve(join(folder, 'objects'), line))
      if (!found.includes(borrowed) && found.length <= mostBorrowed) found.push(borrowed)
    }
  }
  return found
}

interface Revisions {
  /** Undefined where nothing has that name. */
  find(revision: string): Promise<string | undefined>
  /** Throws where nothing has that name, or the objects are not there. */
  at(revision: string): Promise<GitCommit>
  forkOf(one: string, other: string): Promise<GitCommit | undefined>
}

function openRevisions(places: Places, objects: Objects): Revisions {
  const find = async (name: string): Promise<string | undefined> => {
    for (const prefix of ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/']) {
      const oid = await reference(`${prefix}${name === '@' ? 'HEAD' : name}`, places)
      if (oid !== undefined) return oid
    }
    return /^[0-9a-f]{4,40}$/.test(name) ? objects.expand(name).catch(() => undefined) : undefined
  }
  const at = async (revision: string): Promise<GitCommit> => {
    // No name of a branch or a tag holds a tilde or a caret.
    const [, name = revision, steps = ''] = /^([^~^]*)((?:[~^]\d*)*)$/.exec(revision) ?? []
    const oid = await find(name)
    if (oid === undefined) throw new UnknownRevision(name)
    let commit = await objects.commit(oid)
    // Each is asked for before the next is counted: `~999999999999` ends with the history.
    for (const nth of parentsOf(steps)) commit = await parentOf(commit, nth, revision)
    return commit
  }
  const parentOf = async ({ parents }: GitCommit, nth: number, revision: string): Promise<GitCommit> => {
    const oid = parents[nth - 1]
    if (oid === undefined) throw new UnknownRevision(revision)
    return objects.commit(oid)
  }
  return {
    find,
    at,
    forkOf: async (one, other) => forkOf(await at(one), await at(other), objects),
  }
}

/** The way from a commit to its ancestor, a parent a step: `~2^2` is the second parent of the first one's first. */
function* parentsOf(steps: string): Iterable<number> {
  for (const [, mark, digits = ''] of steps.matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits)
    if (mark === '~') for (let step = 0; step < count; step++) yield 1
    else if (count > 0) yield count
  }
}

/** Nothing has that name here. */
class UnknownRevision extends Error {
  readonly revision: string
  constructor(revision: string) {
    super(revision)
    this.revision = revision
  }
}

/** The nearest commit that two have in common: the newest first, each with the sides that lead to it. */
async function forkOf(one: GitCommit, other: GitCommit, objects: Objects): Promise<GitCommit | undefined> {
  const sides = new Map<string, number>()
  const waiting = new Map<string, GitCommit>()
  const reach = (commit: GitCommit, from: number): void => {
    sides.set(commit.oid, (sides.get(commit.oid) ?? 0) | from)
    waiting.set(commit.oid, commit)
  }
  reach(one, 1)
  reach(other, 2)
  while (waiting.size > 0) {
    const next = [...waiting.values()].reduce((newest, commit) => (commit.time > newest.time ? commit : newest))
    waiting.delete(next.oid)
    const from = sides.get(next.oid) ?? 0
    if (from === 3) return next
    for (const parent of next.parents)
      if (((sides.get(parent) ?? 0) & from) !== from) reach(await objects.commit(parent), from)
  }
  return undefined
}

/** What a reference holds, in the own folder or the common one, in a file or packed with others. */
async function reference(name: string, { own, common }: Places, depth = 0): Promise<string | undefined> {
  if (depth > 5 || !/^[\w./@+-]+$/.test(name) || name.includes('..')) return undefined
  for (const folder of own === common ? [own] : [own, common]) {
    const text = (await read(join(folder, name)))?.trim()
    const [, target] = /^ref: (\S+)$/.exec(text ?? '') ?? []
    if (target !== undefined) return reference(target, { own, common } as Places, depth + 1)
    if (text !== undefined && /^[0-9a-f]{40}$/.test(text)) return text
  }
  return packedIn((await read(join(common, 'packed-refs'))) ?? '', name)
}

const packedIn = (packed: string, name: string): string | undefined =>
  packed
    .split('\n')
    .find(line => line[40] === ' ' && line.slice(41).trim() === name)
    ?.slice(0, 40)

/** Runs something on objects; where one is missing, says why and what helps. */
async function withCure<T>({ common }: Places, revision: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UsageError) throw error
    const isShallow = (await read(join(common, 'shallow'))) !== undefined
    if (error instanceof UnknownRevision) {
      const unknown = { revision: error.revision }
      throw new UsageError(isShallow ? say('git.unknownShallow', unknown) : say('git.unknown', unknown))
    }
    if (isShallow) throw new UsageError(say('git.shallow', { revision }))
    const config = (await read(join(common, 'config'))) ?? ''
    if (/^[ \t]*(?:promisor|partialclonefilter)[ \t]*=/im.test(config))
      throw new UsageError(say('git.partial', { revision }))
    throw new UsageError(say('git.unreadable', { revision, problem: messageOf(error) }))
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is staged, by the folders of its paths. */
function stagedSnapshot(entries: ReadonlyMap<string, GitEntry>, read: Snapshot['read']): Snapshot {
  const folders = new Map<string, Map<string, GitEntry>>([['', new Map()]])
  const add = (path: string, entry: GitEntry): void => {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    if (!folders.has(above)) {
      folders.set(above, new Map())
      add(above, { name: above.slice(above.lastIndexOf('/') + 1), kind: 'folder', oid: '' })
    }
    folders.get(above)?.set(entry.name, entry)
  }
  for (const [path, entry] of entries) add(path, entry)
  return {
    list: async path => (folders.has(path) ? [...(folders.get(path)?.values() ?? [])] : undefined),
    read,
  }
}

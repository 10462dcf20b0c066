import { decodeText } from '../../host/decode.ts'
import type { Entry, Files } from '../../host/files.ts'
import { fileIn, type Uri } from '../../text/uri.ts'
import type { GitEntry } from './objects.ts'
import type { Snapshot } from './repository.ts'

/** The files of a snapshot, as if they lay in a folder; what lies outside of it is looked up elsewhere. */
export function snapshotFiles(snapshot: Snapshot, root: Uri, outside: Files): Files {
  const pathOf = (uri: Uri): string | undefined => {
    if (`${uri}/` === root) return ''
    return uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length).replace(/\/$/, '')) : undefined
  }
  const entryAt = async (path: string, depth = 0): Promise<GitEntry | undefined> => {
    if (path === '') return { name: '', kind: 'folder', oid: '' }
    // Whoever looks for the folder of the repository finds where it ends.
    if (path === '.git') return { name: '.git', kind: 'folder', oid: '' }
    const at = path.lastIndexOf('/')
    const folder = at < 0 ? '' : (await follow(path.slice(0, at), depth + 1))?.path
    const above = folder === undefined ? undefined : await snapshot.list(folder)
    return above?.find(({ name }) => name === path.slice(at + 1))
  }
  /** Where a path leads in the end, its links followed; undefined where that is nowhere in here. */
  const follow = async (path: string, depth = 0): Promise<{ path: string; entry: GitEntry } | undefined> => {
    if (depth > deepest) return undefined
    const entry = await entryAt(path, depth)
    if (entry?.kind !== 'link') return entry && { path, entry }
    const content = await snapshot.read(entry)
    const target = 'problem' in content ? undefined : resolvedAt(path, decodeText(content))
    return target === undefined ? undefined : follow(target, depth + 1)
  }
  const uriOf = (path: string, kind: GitEntry['kind']): Uri => {
    const names = path === '' ? [] : path.split('/')
    const uri = names.reduce<Uri>((folder, name) => `${fileIn(folder, name)}/` as Uri, root)
    return kind === 'folder' ? uri : (uri.slice(0, -1) as Uri)
  }
  const shown = async (path: string): Promise<Entry | undefined> => {
    const [own, found] = [await entryAt(path), await follow(path)]
    if (!own) return undefined
    const { name } = own
    if (!found || found.entry.kind === 'other') return { uri: uriOf(path, 'other'), name, kind: 'other' }
    const kind = found.entry.kind === 'folder' ? 'folder' : 'file'
    return {
      uri: uriOf(path, kind),
      name,
      kind,
      ...(own.kind === 'link' ? { target: uriOf(found.path, kind) } : {}),
    }
  }
  return {
    find: async uri => {
      const path = pathOf(uri)
      return path === undefined ? outside.find(uri) : shown(path)
    },
    async list(folder) {
      const path = pathOf(folder)
      if (path === undefined) return outside.list(folder)
      const found = await follow(path)
      const entries = (found && (await snapshot.list(found.path))) ?? []
      const each = entries.map(({ name }) => shown(path === '' ? name : `${path}/${name}`))
      return (await Promise.all(each)).flatMap(entry => entry ?? [])
    },
    async read(file) {
      const path = pathOf(file)
      if (path === undefined) return outside.read(file)
      const found = await follow(path)
      if (found?.entry.kind !== 'file') return undefined
      const content = await snapshot.read(found.entry)
      return 'problem' in content ? content : { text: decodeText(content) }
    },
  }
}

/** Folders and links on the way to a file: more are a circle. */
const deepest = 64

/** A path from the place of a link on; undefined where it leads out of the repository. */
function resolvedAt(link: string, target: string): string | undefined {
  if (target.startsWith('/')) return undefined
  const steps = link.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  return steps.join('/')
}

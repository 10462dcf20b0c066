import { createHash } from 'node:crypto'
import { relative, sep } from 'node:path'
import { decodeText } from '../../host/decode.ts'
import { nodePaths } from '../../host/node.ts'
import type { Uri } from '../../text/uri.ts'
import type { GitEntry } from './objects.ts'
import { readPlain } from './plain-files.ts'
import { openRepository, type Repository, type Snapshot } from './repository.ts'

/** The files of a working tree, held against an earlier revision. */
export interface Earlier {
  /** Whether a file is another one than it was. */
  differs(file: Uri): Promise<boolean>
  /** What a file said; undefined where it was not there. */
  textOf(file: Uri): Promise<string | undefined>
}

/** Holds files against HEAD, or against where the current branch left another revision. */
export async function changedSince(revision: string): Promise<Earlier> {
  const repository = await openRepository(process.cwd())
  return earlier(
    repository,
    revision === 'HEAD' ? await repository.at(revision) : await repository.forkOf(revision, 'HEAD'),
  )
}

/** Holds files against a revision as it is. */
export async function comparedWith(revision: string): Promise<Earlier> {
  const repository = await openRepository(process.cwd())
  return earlier(repository, await repository.at(revision))
}

function earlier({ root }: Repository, before: Snapshot): Earlier {
  const entryOf = async (file: Uri): Promise<GitEntry | undefined> => {
    const path = nodePaths().pathOf(file)
    return path === undefined ? undefined : entryIn(before, relative(root, path).split(sep).join('/'))
  }
  return {
    async differs(file) {
      const path = nodePaths().pathOf(file)
      const entry = await entryOf(file)
      return path !== undefined && (entry === undefined || !(await oidsOf(path)).includes(entry.oid))
    },
    async textOf(file) {
      const entry = await entryOf(file)
      const content = entry?.kind === 'file' ? await before.read(entry) : undefined
      return content && !('problem' in content) ? decodeText(content) : undefined
    },
  }
}

async function entryIn(snapshot: Snapshot, path: string): Promise<GitEntry | undefined> {
  const at = path.lastIndexOf('/')
  const entries = await snapshot.list(at < 0 ? '' : path.slice(0, at))
  return entries?.find(({ name }) => name === path.slice(at + 1))
}

/** The ids that git may give to a file: as it is, and with the line ends that it writes itself. */
async function oidsOf(path: string): Promise<string[]> {
  const bytes = await readPlain(path)
  const unix = Buffer.from(bytes.toString('latin1').replace(/\r\n/g, '\n'), 'latin1')
  return [bytes, unix].map(text => createHash('sha1').update(`blob ${text.length}\0`).update(text).digest('hex'))
}

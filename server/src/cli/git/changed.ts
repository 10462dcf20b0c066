import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { nodePaths } from '../../host/node.ts'
import type { Uri } from '../../text/uri.ts'
import { openRepository, type Snapshot } from './repository.ts'

/** Tells of the files of a working tree whether they differ from HEAD, or from where the current branch left another revision. */
export async function changedSince(revision: string): Promise<(file: Uri) => Promise<boolean>> {
  const repository = await openRepository(process.cwd())
  const before = revision === 'HEAD' ? await repository.at(revision) : await repository.forkOf(revision, 'HEAD')
  return async file => {
    const path = nodePaths().pathOf(file)
    if (path === undefined) return false
    const oid = await oidIn(before, relative(repository.root, path).split(sep).join('/'))
    return oid === undefined || !(await oidsOf(path)).includes(oid)
  }
}

async function oidIn(snapshot: Snapshot, path: string): Promise<string | undefined> {
  const at = path.lastIndexOf('/')
  const entries = await snapshot.list(at < 0 ? '' : path.slice(0, at))
  return entries?.find(({ name }) => name === path.slice(at + 1))?.oid
}

/** The ids that git may give to a file: as it is, and with the line ends that it writes itself. */
async function oidsOf(path: string): Promise<string[]> {
  const bytes = await readFile(path)
  const unix = Buffer.from(bytes.toString('latin1').replace(/\r\n/g, '\n'), 'latin1')
  return [bytes, unix].map(text => createHash('sha1').update(`blob ${text.length}\0`).update(text).digest('hex'))
}

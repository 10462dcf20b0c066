import { directDisk } from '../../host/node.ts'

/** What a file of a repository's own may hold, in bytes: the index of a large pack. */
const mostBytes = 2 ** 31

/** Reads a file of a repository; what is none, as a pipe or a device that a link leads to, throws like one that is not there. */
export async function readPlain(path: string): Promise<Buffer> {
  const bytes = await directDisk.bytes(path, mostBytes)
  if ('problem' in bytes) throw Object.assign(new Error(path), { code: 'ENOENT' })
  return bytes
}

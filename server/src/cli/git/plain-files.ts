import { promises } from 'node:fs'
import { readRegular } from '../../host/node.ts'

/** What a file of a repository's own may hold, in bytes: a pack of a large one. */
const mostBytes = 2 ** 31

/** Reads a file of a repository; what is none, as a pipe or a device that a link leads to, throws like one that is not there. */
export async function readPlain(path: string): Promise<Buffer> {
  const bytes = await readRegular(path, mostBytes)
  if ('problem' in bytes) throw Object.assign(new Error(path), { code: 'ENOENT' })
  return bytes
}

const refuse = (): Promise<never> => Promise.reject(new Error('EROFS'))

/** The disk as the library that reads git's objects may use it: regular files are read, nothing is written. */
export const plainFiles = {
  promises: {
    readFile: async (path: string, options?: { encoding?: BufferEncoding } | BufferEncoding) => {
      const encoding = typeof options === 'string' ? options : options?.encoding
      const content = await readPlain(path)
      return encoding === undefined ? content : content.toString(encoding)
    },
    readdir: promises.readdir,
    stat: promises.stat,
    lstat: promises.lstat,
    readlink: promises.readlink,
    writeFile: refuse,
    unlink: refuse,
    mkdir: refuse,
    rmdir: refuse,
    symlink: refuse,
  },
}

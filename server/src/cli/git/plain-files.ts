import { constants, promises } from 'node:fs'

/** What a file of a repository's own may hold, in bytes: a pack of a large one. */
const mostBytes = 2 ** 31

/** Reads a file of a repository; what is none, as a pipe or a device that a link leads to, throws like one that is not there. */
export async function readPlain(path: string): Promise<Buffer> {
  // A pipe without a writer would be waited for.
  const handle = await promises.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await handle.stat()
    if (!stats.isFile() || stats.size > mostBytes) throw Object.assign(new Error(path), { code: 'ENOENT' })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
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

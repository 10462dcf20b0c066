import { rename, rm, stat, writeFile } from 'node:fs/promises'

/** Writes a file as a whole or not at all. A link of its name is replaced, never followed: a repository may have one that leads anywhere. */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  // What is no file of a disk, as `/dev/stdout`, takes what is written.
  if (there && !there.isFile()) return writeFile(path, text)
  const draft = `${path}.${crypto.randomUUID()}`
  const mode = there ? there.mode & 0o777 : 0o666
  try {
    await writeFile(draft, text, { flag: 'wx', mode })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/** Unpacks an archive into a folder and answers the paths of its files, in order. */
export async function unpack(archive: string, folder: string): Promise<string[]> {
  const paths: string[] = []
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const target = join(folder, entry.fileName)
    await mkdir(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
    paths.push(entry.fileName)
  }
  return paths.sort()
}
